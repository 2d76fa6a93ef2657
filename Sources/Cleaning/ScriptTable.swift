import Diagnostics

/// Which characters only one of the two scripts has, and the Simplified form of a Traditional one.
struct ScriptTable: Sendable {
    static let shared = ScriptTable()

    /// By code point below U+10000: 0 in both scripts, 1 only Simplified, else the Simplified form.
    private let forms: [UInt16]

    private init() {
        var forms = [UInt16](repeating: 0, count: 0x10000)
        Self.simplifiedOnly.eachScalar { forms[Int($0.value)] = 1 }
        var traditional: UInt32?
        Self.pairs.eachScalar { scalar in
            if let key = traditional {
                forms[Int(key)] = UInt16(scalar.value)
                traditional = nil
            } else {
                traditional = scalar.value
            }
        }
        self.forms = forms
    }

    /// The script that a text is printed in. A few Traditional characters in names do not make a text Traditional.
    func script(of scalars: [Unicode.Scalar]) -> CleanText.Script {
        var simplified = 0
        var traditional = 0
        forms.withUnsafeBufferPointer { forms in
            for scalar in scalars where scalar.value < 0x10000 {
                let form = forms[Int(scalar.value)]
                if form == 1 { simplified += 1 } else if form > 1 { traditional += 1 }
            }
        }
        return traditional > simplified ? .hant : .hans
    }

    /// Character by character, without looking at phrases.
    func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value < 0x10000 else { return scalar }
        let form = forms[Int(scalar.value)]
        return form > 1 ? Unicode.Scalar(form) ?? scalar : scalar
    }

    /// Whether Traditional text never has it.
    func isOnlySimplified(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x10000 && forms[Int(scalar.value)] == 1
    }

    func simplified(_ text: String) -> String { String(scalars: text.unicodeScalars.map(simplified)) }
}

extension StaticString {
    /// Walks the scalars but for line ends, without making a string.
    func eachScalar(_ body: (Unicode.Scalar) -> Void) {
        withUTF8Buffer { buffer in
            var decoder = UTF8()
            var bytes = buffer.makeIterator()
            while case .scalarValue(let scalar) = decoder.decode(&bytes) {
                if scalar != "\n" { body(scalar) }
            }
        }
    }
}

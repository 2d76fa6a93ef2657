public import Diagnostics

/// Simplified text to the Traditional of Taiwan's standard, by OpenCC's phrases and characters (s2tw).
///
/// Names are no phrases: they are written character by character, and a character with more than one Traditional form is
/// left as it is (范, 钟, 余), for a person to settle.
public final class TraditionalWriter: Sendable {
    private let opencc: OpenCC
    /// The Traditional forms of a Simplified character.
    private let forms: [Unicode.Scalar: [Unicode.Scalar]]

    /// - Throws: `Diagnostic` with `.libraryFailed` where OpenCC's dictionaries are missing.
    public init() throws(Diagnostic) {
        opencc = try OpenCC("s2tw.json")
        var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        var traditional: Unicode.Scalar?
        ScriptTable.pairs.eachScalar { scalar in
            if let key = traditional {
                forms[scalar, default: []].append(key)
                traditional = nil
            } else {
                traditional = scalar
            }
        }
        self.forms = forms
    }

    /// How names are written, found by their first character.
    public struct NameForms: Sendable {
        fileprivate var byFirst: [Character: [(name: String, form: String)]] = [:]

        /// - Parameter forms: by the Simplified name.
        public init(_ forms: [String: String]) {
            for (name, form) in forms {
                if let first = name.first { byFirst[first, default: []].append((name, form)) }
            }
            // The longest first.
            byFirst = byFirst.mapValues { $0.sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) } }
        }
    }

    public func traditional(_ text: String, names: NameForms = NameForms([:])) -> String {
        guard !names.byFirst.isEmpty else { return Self.quoted(opencc.convert(text)) }
        var result = ""
        var plain = ""
        var rest = text[...]
        while let first = rest.first {
            if let found = names.byFirst[first]?.first(where: { rest.hasPrefix($0.name) }) {
                if !plain.isEmpty { result += opencc.convert(plain) }
                plain = ""
                result += found.form
                rest = rest.dropFirst(found.name.count)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        if !plain.isEmpty { result += opencc.convert(plain) }
        return Self.quoted(result)
    }

    /// A name in Traditional characters as far as there is only one way to write it.
    ///
    /// - Returns: the name, and whether all of it is sure.
    public func name(_ name: String) -> (form: String, isSure: Bool) {
        var form = ""
        var isSure = true
        for scalar in name.unicodeScalars {
            let known = forms[scalar] ?? []
            let isOnlySimplified = ScriptTable.shared.isOnlySimplified(scalar)
            if known.isEmpty || (known.count == 1 && isOnlySimplified) {
                form.unicodeScalars.append(known.first ?? scalar)
            } else {
                form.unicodeScalars.append(scalar)
                isSure = false
            }
        }
        return (form, isSure)
    }

    /// Traditional text quotes with corners.
    private static func quoted(_ text: String) -> String {
        let corners: [Unicode.Scalar: Unicode.Scalar] = ["“": "「", "”": "」", "‘": "『", "’": "』"]
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(corners[scalar] ?? scalar) }
        return String(scalars)
    }
}

/// How a PDF writes values (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A text for people, as UTF-16 where it is not plain ASCII (7.9.2.2).
    static func text(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) { return string(text) }
        return hex([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }

    /// Plain ASCII in parentheses.
    static func string(_ text: String) -> String {
        var made: [UInt8] = [UInt8(ascii: "(")]
        made.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): made.append(UInt8(ascii: "\\"))
            default: break
            }
            made.append(byte)
        }
        made.append(UInt8(ascii: ")"))
        return String(decoding: made, as: UTF8.self)
    }

    static func hex(_ bytes: [UInt8]) -> String {
        func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
        return String(unsafeUninitializedCapacity: bytes.count * 2 + 2) { buffer in
            buffer[0] = UInt8(ascii: "<")
            for (place, byte) in bytes.enumerated() {
                buffer[2 * place + 1] = digit(byte >> 4)
                buffer[2 * place + 2] = digit(byte & 15)
            }
            buffer[2 * bytes.count + 1] = UInt8(ascii: ">")
            return bytes.count * 2 + 2
        }
    }

    /// With up to three places: a thousandth of a point is less than any printer's dot.
    static func number(_ value: Double) -> String {
        var rest = Int((abs(value) * 1000).rounded())
        let isNegative = value < 0 && rest > 0
        var places = 3
        while places > 0, rest % 10 == 0 {
            rest /= 10
            places -= 1
        }
        // From its end.
        var made: [UInt8] = []
        while rest > 0 || made.count <= places {
            if places > 0, made.count == places { made.append(UInt8(ascii: ".")) }
            made.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        if isNegative { made.append(UInt8(ascii: "-")) }
        return String(decoding: made.reversed(), as: UTF8.self)
    }

    /// `2024-05-31` as the date of a PDF (7.9.4); `nil` for others.
    static func date(_ day: String) -> String? {
        let digits = day.filter { $0 != "-" }
        guard digits.count == 8, digits.allSatisfy(\.isNumber) else { return nil }
        return "(D:\(digits)000000Z)"
    }
}

/// Values appended to the bytes of an object: a document has thousands, which strings would be made of for nothing.
extension [UInt8] {
    mutating func put(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func put(_ text: String) { append(contentsOf: text.utf8) }

    mutating func put(_ value: some BinaryInteger) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = value.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// `12 0 R`
    mutating func put(reference number: some BinaryInteger) {
        put(number)
        put(" 0 R")
    }
}

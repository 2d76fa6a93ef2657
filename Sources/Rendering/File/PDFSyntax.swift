/// How a PDF writes values (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A text for people, as UTF-16 where it is not plain ASCII (7.9.2.2).
    static func text(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) { return string(text) }
        return hex([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }

    /// Plain ASCII in parentheses.
    static func string(_ text: String) -> String {
        var made = "("
        for character in text {
            if character == "(" || character == ")" || character == "\\" { made.append("\\") }
            made.append(character)
        }
        return made + ")"
    }

    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        var made = "<"
        for byte in bytes {
            made.append(digits[Int(byte >> 4)])
            made.append(digits[Int(byte & 15)])
        }
        return made + ">"
    }

    /// With up to three places: a thousandth of a point is less than any printer's dot.
    static func number(_ value: Double) -> String {
        let scaled = Int((abs(value) * 1000).rounded())
        var text = (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 1000)"
        var rest = scaled % 1000
        if rest > 0 {
            var places = 3
            while rest % 10 == 0 {
                rest /= 10
                places -= 1
            }
            let digits = "\(rest)"
            text += "." + String(repeating: "0", count: places - digits.count) + digits
        }
        return text
    }

    /// `2024-05-31` as the date of a PDF (7.9.4); `nil` for others.
    static func date(_ day: String) -> String? {
        let digits = day.filter { $0 != "-" }
        guard digits.count == 8, digits.allSatisfy(\.isNumber) else { return nil }
        return "(D:\(digits)000000Z)"
    }
}

/// Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from bytes: objects, and the operators of content streams.
///
/// It never fails: what is out of place is skipped, as viewers do.
public struct PDFScanner {
    public enum Token {
        case value(PDFValue)
        /// Its bytes, the first the highest: `Tj` is `0x546A`. Longer ones than four bytes are cut.
        case word(UInt32)
        /// A string, not copied: its bytes are in `text`.
        case text
        /// An inline image: its dictionary. The data has been skipped.
        case image([String: PDFValue])
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    /// How deep arrays and dictionaries may nest.
    private static let deepest = 200
    private var lastWord = 0..<0
    /// The bytes of the string last met as `text`.
    public internal(set) var text: [UInt8] = []

    /// - Parameter bytes: have to outlive the scanner.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The first object of `bytes`.
    public static func value(in bytes: UnsafeBufferPointer<UInt8>) -> PDFValue {
        var scanner = PDFScanner(bytes)
        return scanner.object(depth: 0, references: true) ?? .null
    }

    /// An operator's number, as `Token.word` has it.
    public static func word(_ text: StaticString) -> UInt32 {
        text.withUTF8Buffer { $0.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
    }

    private static let beginImage = word("BI")
    private static let imageData = word("ID")

    /// The next operand or operator of a content stream; `nil` at its end.
    public mutating func next() -> Token? {
        while true {
            skipBlank()
            guard at < bytes.count else { return nil }
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "("):
                literal()
                return .text
            case UInt8(ascii: "<") where !(at + 1 < bytes.count && bytes[at + 1] == byte):
                hexadecimal()
                return .text
            case UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let value = object(depth: 0, references: false) { return .value(value) }
            case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                at += 1
            default: return word()
            }
        }
    }

    /// The operator last met, whole.
    public var spelledWord: String { String(decoding: bytes[lastWord], as: UTF8.self) }

    private mutating func word() -> Token {
        let start = at
        while at < bytes.count, Self.isRegular(bytes[at]) { at += 1 }
        lastWord = start..<at
        let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
        if let constant = Self.constant(word) { return .value(constant) }
        let code = word.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return code == Self.beginImage ? .image(inlineImage()) : .word(code)
    }

    private static func constant(_ word: UnsafeBufferPointer<UInt8>) -> PDFValue? {
        switch word.count {
        case 4 where word.elementsEqual("true".utf8): .boolean(true)
        case 4 where word.elementsEqual("null".utf8): .null
        case 5 where word.elementsEqual("false".utf8): .boolean(false)
        default: nil
        }
    }

    /// From behind `BI` to behind `EI`.
    private mutating func inlineImage() -> [String: PDFValue] {
        var dictionary: [String: PDFValue] = [:]
        var key: String?
        while let token = next() {
            if case .word(let word) = token, word == Self.imageData { break }
            let value: PDFValue? =
                switch token {
                case .value(let value): value
                case .text: .string(text)
                default: nil
                }
            if let known = key {
                dictionary[known] = value
                key = nil
            } else {
                key = value?.name
            }
        }
        at += 1
        while at + 1 < bytes.count {
            let ends =
                bytes[at] == UInt8(ascii: "E") && bytes[at + 1] == UInt8(ascii: "I") && at > 0
                && Self.isBlank(bytes[at - 1])
                && (at + 2 >= bytes.count || !Self.isRegular(bytes[at + 2]))
            if ends { break }
            at += 1
        }
        at = min(bytes.count, at + 2)
        return dictionary
    }

    // MARK: Objects

    private mutating func object(depth: Int, references: Bool) -> PDFValue? {
        skipBlank()
        guard at < bytes.count, depth < Self.deepest else { return nil }
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "("):
            literal()
            return .string(text)
        case UInt8(ascii: "["): return array(depth: depth, references: references)
        case UInt8(ascii: "<"):
            if at + 1 < bytes.count, bytes[at + 1] == byte { return dictionary(depth: depth, references: references) }
            hexadecimal()
            return .string(text)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(references: references)
        default:
            let start = at
            while at < bytes.count, Self.isRegular(bytes[at]) { at += 1 }
            if at == start { at += 1 }
            return Self.constant(UnsafeBufferPointer(rebasing: bytes[start..<at]))
        }
    }

    private mutating func array(depth: Int, references: Bool) -> PDFValue {
        at += 1
        var values: [PDFValue] = []
        while true {
            skipBlank()
            guard at < bytes.count else { return .array(values) }
            if bytes[at] == UInt8(ascii: "]") {
                at += 1
                return .array(values)
            }
            if let value = object(depth: depth + 1, references: references) { values.append(value) }
            if depth + 1 >= Self.deepest { return .array(values) }
        }
    }

    private mutating func dictionary(depth: Int, references: Bool) -> PDFValue {
        at += 2
        var values: [String: PDFValue] = [:]
        while true {
            skipBlank()
            guard at < bytes.count else { return .dictionary(values) }
            if bytes[at] == UInt8(ascii: ">") {
                at = min(bytes.count, at + 2)
                return .dictionary(values)
            }
            guard bytes[at] == UInt8(ascii: "/") else {
                at += 1
                continue
            }
            let key = name()
            guard let value = object(depth: depth + 1, references: references) else { continue }
            values[key] = value
            if depth + 1 >= Self.deepest { return .dictionary(values) }
        }
    }

    private mutating func name() -> String {
        at += 1
        let start = at
        var isPlain = true
        while at < bytes.count, Self.isRegular(bytes[at]) {
            if bytes[at] == UInt8(ascii: "#") || bytes[at] >= 0x80 { isPlain = false }
            at += 1
        }
        let raw = bytes[start..<at]
        if isPlain { return String(decoding: raw, as: UTF8.self) }
        var resolved: [UInt8] = []
        var place = start
        while place < at {
            if bytes[place] == UInt8(ascii: "#"), place + 2 < at, let high = Self.digit(bytes[place + 1]),
                let low = Self.digit(bytes[place + 2])
            {
                resolved.append(high << 4 | low)
                place += 3
            } else {
                resolved.append(bytes[place])
                place += 1
            }
        }
        return PDFValue.nameText(resolved)
    }

    private mutating func number(references: Bool) -> PDFValue {
        var sign = 1.0
        if bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
            if bytes[at] == UInt8(ascii: "-") { sign = -1 }
            at += 1
        }
        var whole = 0.0
        var scale = 0.0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                whole = whole * 10 + Double(byte - UInt8(ascii: "0"))
                scale *= 10
            } else if byte == UInt8(ascii: "-") {
                // Some writers put a second sign; what follows it is nothing.
            } else {
                break
            }
            at += 1
        }
        if scale > 0 { return .real(sign * whole / scale) }
        guard whole < 9e15 else { return .real(sign * whole) }
        if references, sign > 0, let generation = referenceTail() {
            return .reference(ObjectID(Int(whole), generation: generation))
        }
        return .integer(Int(sign * whole))
    }

    /// The generation of `N G R`, read past where it stands here.
    private mutating func referenceTail() -> Int? {
        var look = at
        while look < bytes.count, Self.isBlank(bytes[look]) { look += 1 }
        let start = look
        var generation = 0
        while look < bytes.count, look < start + 6, let digit = Self.digit(bytes[look]), digit < 10 {
            generation = generation * 10 + Int(digit)
            look += 1
        }
        guard look > start, look < bytes.count, Self.isBlank(bytes[look]) else { return nil }
        while look < bytes.count, Self.isBlank(bytes[look]) { look += 1 }
        guard look < bytes.count, bytes[look] == UInt8(ascii: "R"),
            look + 1 >= bytes.count || !Self.isRegular(bytes[look + 1])
        else { return nil }
        at = look + 1
        return generation
    }

    // MARK: Characters (7.2.2)

    private mutating func skipBlank() {
        while at < bytes.count {
            if Self.isBlank(bytes[at]) {
                at += 1
            } else if bytes[at] == UInt8(ascii: "%") {
                while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            } else {
                return
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: !isBlank(byte)
        }
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

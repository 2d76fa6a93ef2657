package import Diagnostics

/// Reads JSON (RFC 8259) into a tree that knows where each value stands: one value, or several one after another (NDJSON).
package struct JSONReader {
    private let bytes: [UInt8]
    private let file: String
    private var at = 0

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// All values of a text.
    ///
    /// - Parameter bytes: UTF-8, with or without byte order mark.
    /// - Throws: `malformed` with line and column where the text is no JSON.
    static func values(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [RecordTree] {
        var reader = JSONReader(bytes, file: file)
        var values: [RecordTree] = []
        reader.begin()
        while reader.at < bytes.count {
            values.append(try reader.value(depth: 0))
            reader.skipBlank()
        }
        return values
    }

    /// A text that is one value.
    ///
    /// - Parameter bytes: UTF-8, with or without byte order mark.
    /// - Throws: `malformed` with line and column where the text is no JSON, or something stands behind the value.
    package static func value(_ bytes: [UInt8], file: String) throws(Diagnostic) -> RecordTree {
        var reader = JSONReader(bytes, file: file)
        reader.begin()
        let value = try reader.value(depth: 0)
        reader.skipBlank()
        if reader.at < bytes.count { throw reader.fail("text after the end of the value") }
        return value
    }

    private mutating func begin() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        skipBlank()
    }

    /// Line and column, both from 1, the column in Unicode scalars.
    static func place(of offset: Int, in bytes: [UInt8], file: String) -> Place {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Place(file: file, line: line, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }

    private func fail(_ reason: String) -> Diagnostic {
        Diagnostic(.malformed(format: "JSON", reason: reason), at: JSONReader.place(of: at, in: bytes, file: file))
    }

    private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlank() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> RecordTree {
        guard depth < 64 else { throw fail("nested too deeply") }
        skipBlank()
        let mark = RecordTree.Mark.offset(at)
        guard let byte = current else { throw fail("it ends too early") }
        switch byte {
        case UInt8(ascii: "{"): return .fields(try fields(depth: depth), mark)
        case UInt8(ascii: "["): return .list(try list(depth: depth), mark)
        case UInt8(ascii: "\""): return .string(try string(), mark)
        case UInt8(ascii: "t"): return .bool(try word("true", true), mark)
        case UInt8(ascii: "f"): return .bool(try word("false", false), mark)
        case UInt8(ascii: "n"):
            _ = try word("null", false)
            return .null(mark)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(), mark)
        default: throw fail("a value was expected")
        }
    }

    private mutating func word(_ word: StaticString, _ value: Bool) throws(Diagnostic) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard at + index < bytes.count, bytes[at + index] == word.utf8Start[index] else {
                throw fail("a value was expected")
            }
        }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func fields(depth: Int) throws(Diagnostic) -> [RecordTree.Field] {
        at += 1
        var fields: [RecordTree.Field] = []
        skipBlank()
        if current == UInt8(ascii: "}") {
            at += 1
            return fields
        }
        while true {
            skipBlank()
            let start = at
            guard current == UInt8(ascii: "\"") else { throw fail("a key in quotation marks was expected") }
            let key = try string()
            guard !fields.contains(where: { $0.key == key }) else {
                at = start
                throw fail("the key `\(key)` stands twice")
            }
            skipBlank()
            guard current == UInt8(ascii: ":") else { throw fail("`:` was expected") }
            at += 1
            fields.append(RecordTree.Field(key: key, mark: .offset(start), value: try value(depth: depth + 1)))
            skipBlank()
            guard let byte = current else { throw fail("it ends too early") }
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { throw fail("`,` or `}` was expected") }
            at += 1
            if byte == UInt8(ascii: "}") { return fields }
        }
    }

    private mutating func list(depth: Int) throws(Diagnostic) -> [RecordTree] {
        at += 1
        var items: [RecordTree] = []
        skipBlank()
        if current == UInt8(ascii: "]") {
            at += 1
            return items
        }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlank()
            guard let byte = current else { throw fail("it ends too early") }
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else { throw fail("`,` or `]` was expected") }
            at += 1
            if byte == UInt8(ascii: "]") { return items }
        }
    }

    private mutating func number() throws(Diagnostic) -> Double {
        let start = at
        while let byte = current, "+-.eE0123456789".utf8.contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard let value = Double(text), value.isFinite, text.utf8.last != UInt8(ascii: ".") else {
            at = start
            throw fail("`\(text)` is no number")
        }
        return value
    }

    private mutating func string() throws(Diagnostic) -> String {
        at += 1
        // Most have no escape: they are taken as they stand.
        let start = at
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        var text = bytes[start..<at]
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                guard let valid = String(validating: text, as: UTF8.self) else { throw fail("the string is not UTF-8") }
                return valid
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw fail("a control character stands in a string")
            default:
                text.append(byte)
                at += 1
            }
        }
        throw fail("the string has no end")
    }

    private mutating func escape(into text: inout ArraySlice<UInt8>) throws(Diagnostic) {
        guard at + 1 < bytes.count else { throw fail("the string has no end") }
        let byte = bytes[at + 1]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            text.append(contentsOf: String(Character(try scalar())).utf8)
            return
        default: throw fail("`\\\(String(decoding: [byte], as: UTF8.self))` is no escape")
        }
        at += 2
    }

    /// `\u5f20`, or two of them for what lies above the basic plane.
    private mutating func scalar() throws(Diagnostic) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        else { throw fail("half a surrogate pair") }
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fail("half a surrogate pair") }
        return scalar
    }

    private mutating func unit() throws(Diagnostic) -> UInt32 {
        guard at + 6 <= bytes.count,
            let value = UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
        else {
            throw fail("`\\u` wants four hexadecimal digits")
        }
        at += 6
        return value
    }
}

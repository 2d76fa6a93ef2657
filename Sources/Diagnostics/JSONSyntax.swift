/// Finds where a JSON text breaks the grammar (RFC 8259): decoders say only that it does.
public struct JSONSyntax {
    /// The first breach: line and column from 1, the column in Unicode scalars.
    public struct Breach: Hashable, Sendable {
        public var line: Int
        public var column: Int
        public var reason: String
    }

    private let bytes: [UInt8]
    private var at = 0

    private struct Stop: Error {
        var reason: String
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// `nil` where the text is JSON.
    public static func firstBreach(in bytes: [UInt8]) -> Breach? {
        var syntax = JSONSyntax(bytes)
        do {
            try syntax.value(depth: 0)
            syntax.skipBlank()
            if syntax.at < bytes.count { throw Stop(reason: "text after the end of the value") }
            return nil
        } catch {
            let before = bytes[..<min(syntax.at, bytes.count)]
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let scalars = before[lineStart...].count { $0 & 0xC0 != 0x80 }
            return Breach(
                line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: scalars + 1,
                reason: (error as? Stop)?.reason ?? "not JSON")
        }
    }

    private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlank() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws {
        guard depth < 512 else { throw Stop(reason: "nested too deeply") }
        skipBlank()
        guard let byte = current else { throw Stop(reason: "it ends too early") }
        switch byte {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw Stop(reason: "a value was expected")
        }
    }

    private mutating func object(depth: Int) throws {
        at += 1
        skipBlank()
        if take("}") { return }
        repeat {
            skipBlank()
            guard current == UInt8(ascii: "\"") else { throw Stop(reason: "a key in quotes was expected") }
            try string()
            skipBlank()
            guard take(":") else { throw Stop(reason: "`:` was expected") }
            try value(depth: depth + 1)
            skipBlank()
        } while take(",")
        guard take("}") else { throw Stop(reason: current == nil ? "it ends too early" : "`,` or `}` was expected") }
    }

    private mutating func array(depth: Int) throws {
        at += 1
        skipBlank()
        if take("]") { return }
        repeat {
            try value(depth: depth + 1)
            skipBlank()
        } while take(",")
        guard take("]") else { throw Stop(reason: current == nil ? "it ends too early" : "`,` or `]` was expected") }
    }

    private mutating func string() throws {
        at += 1
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return
            case UInt8(ascii: "\\"):
                at += 1
                guard let escaped = current, "\"\\/bfnrtu".utf8.contains(escaped) else {
                    throw Stop(reason: "an unknown escape")
                }
                at += 1
            case 0..<0x20: throw Stop(reason: "a control character in a text")
            default: at += 1
            }
        }
        throw Stop(reason: "it ends too early")
    }

    private mutating func word(_ word: String) throws {
        guard bytes[at...].starts(with: word.utf8) else { throw Stop(reason: "a value was expected") }
        at += word.utf8.count
    }

    private mutating func number() throws {
        _ = take("-")
        try digits()
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
    }

    private mutating func digits() throws {
        let start = at
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        if at == start { throw Stop(reason: "a digit was expected") }
    }
}

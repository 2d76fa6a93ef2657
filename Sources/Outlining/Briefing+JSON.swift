public import Diagnostics
import FoundationEssentials

extension Briefing.Value: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let items = try? container.decode([Briefing.Value].self) {
            self = .list(items)
        } else if let fields = try? container.decode([String: Briefing.Value].self) {
            self = .fields(fields)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .null
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number):
            if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
        case .text(let text): try container.encode(text)
        case .list(let items): try container.encode(items)
        case .fields(let fields): try container.encode(fields)
        }
    }
}

extension Briefing {
    /// Reads a briefing that any program has written.
    ///
    /// - Parameters:
    ///   - json: UTF-8, with or without byte order mark.
    ///   - path: for messages.
    /// - Throws: `Diagnostic` with line and column where it is not JSON, or not an object.
    public init(json: [UInt8], path: String) throws(Diagnostic) {
        let bytes = json.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(json.dropFirst(3)) : json
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else {
            let breach = JSONSyntax.firstBreach(in: bytes)
            throw Diagnostic(
                .malformed(format: "JSON", reason: breach?.reason ?? "it is not UTF-8"),
                at: Place(file: path, line: breach?.line, column: breach?.column))
        }
        guard case .fields(let fields) = value else {
            throw Diagnostic(
                .wrongType(key: "briefing", expected: "an object `{…}`"), at: Place(file: path, line: 1, column: 1))
        }
        self.init(fields: fields)
    }

    /// Indented, keys sorted: the same briefing gives the same bytes.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot say (infinite).
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(Value.fields(fields))) + [UInt8(ascii: "\n")]
    }
}

public import Diagnostics
import Extraction

extension Briefing {
    /// Reads a briefing that any program has written.
    ///
    /// - Parameters:
    ///   - json: UTF-8, with or without byte order mark.
    ///   - path: for messages.
    /// - Throws: `Diagnostic` with line and column where it is not JSON, or not an object.
    public init(json: [UInt8], path: String) throws(Diagnostic) {
        guard case .fields(let fields) = Value(try JSONReader.value(json, file: path)) else {
            throw Diagnostic(
                .wrongType(key: "briefing", expected: "an object `{…}`"), at: Place(file: path, line: 1, column: 1))
        }
        self.init(fields: fields)
    }

    /// Indented, keys sorted: the same briefing gives the same bytes. A number that JSON cannot say (infinite) is null.
    public func json() -> [UInt8] {
        var out = JSONWriter(isIndented: true)
        Value.fields(fields).write(to: &out)
        out.endLine()
        return out.bytes
    }
}

extension Briefing.Value {
    fileprivate init(_ tree: RecordTree) {
        switch tree {
        case .null: self = .null
        case .bool(let flag, _): self = .flag(flag)
        case .number(let number, _): self = .number(number)
        case .string(let text, _), .plain(let text, _): self = .text(text)
        case .list(let items, _): self = .list(items.map(Briefing.Value.init))
        case .fields(let fields, _):
            self = .fields(
                Dictionary(fields.map { ($0.key, Briefing.Value($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    fileprivate func write(to out: inout JSONWriter) {
        switch self {
        case .null: out.null()
        case .flag(let flag): out.raw(flag ? "true" : "false")
        case .number(let number): out.number(number)
        case .text(let text): out.string(text)
        case .list(let items): out.array(items) { $1.write(to: &$0) }
        case .fields(let fields):
            out.object { out in
                for (key, value) in fields.sorted(by: { $0.key < $1.key }) { out.key(key) { value.write(to: &$0) } }
            }
        }
    }
}

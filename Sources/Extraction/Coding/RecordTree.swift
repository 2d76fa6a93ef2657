/// A value as JSON or YAML has it, every node with its place: what records are read from.
package enum RecordTree: Sendable {
    /// A byte offset in JSON; line and column in YAML.
    package enum Mark: Sendable {
        case offset(Int)
        case place(line: Int, column: Int)
    }

    package struct Field: Sendable {
        package var key: String
        package var mark: Mark
        package var value: RecordTree
    }

    case null(Mark)
    case bool(Bool, Mark)
    case number(Double, Mark)
    case string(String, Mark)
    /// A YAML scalar without quotation marks: what it is depends on what is wanted.
    case plain(String, Mark)
    case list([RecordTree], Mark)
    case fields([Field], Mark)

    var mark: Mark {
        switch self {
        case .null(let mark), .bool(_, let mark), .number(_, let mark), .string(_, let mark), .plain(_, let mark),
            .list(_, let mark), .fields(_, let mark):
            mark
        }
    }

    /// The value as JSON on one line.
    func write(to out: inout JSONWriter) {
        switch self {
        case .null: out.null()
        case .bool(let value, _): out.raw(value ? "true" : "false")
        case .number(let value, _): out.number(value)
        case .string(let value, _): out.string(value)
        case .plain(let value, _): RecordTree.typed(value).write(to: &out)
        case .list(let items, _): out.array(items) { $1.write(to: &$0) }
        case .fields(let fields, _):
            out.object { for field in fields { $0.key(field.key) { field.value.write(to: &$0) } } }
        }
    }

    var json: String {
        var out = JSONWriter()
        write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    /// A plain scalar where nothing says what it should be (YAML 1.2, 10.3.2).
    private static func typed(_ text: String) -> RecordTree {
        let mark = Mark.offset(0)
        switch text {
        case "", "~", "null": return .null(mark)
        case "true": return .bool(true, mark)
        case "false": return .bool(false, mark)
        default: return Double(text).map { .number($0, mark) } ?? .string(text, mark)
        }
    }
}

public import Diagnostics
import Yams

extension MeetingRecord {
    /// The record as a YAML document that a person can edit: keys in the order of `record.schema.json`, ranges and numbers on
    /// one line, texts never folded.
    public var yaml: String { Self.yaml([self]) }

    /// Records as YAML, a document each.
    public static func yaml(_ records: some Sequence<MeetingRecord>) -> String {
        var text = ""
        for record in records {
            // What we wrote is JSON, so both steps are without fault.
            guard let tree = try? JSONReader.values(record.jsonBytes, file: "").first,
                let document = try? Yams.serialize(node: tree.node, width: -1, allowUnicode: true)
            else { continue }
            text += "---\n" + document
        }
        return text
    }

    /// Records from YAML: a document each, or lists of them.
    /// - Parameter file: what errors call the text.
    /// - Throws: `malformed`, `missingKey`, `wrongType`, `unknownKey`, `badValue`, each at its line and column.
    public static func records(yaml: String, file: String) throws(Diagnostic) -> [MeetingRecord] {
        let (values, decoder) = try RecordTree.values(yaml: yaml, file: file)
        return try records(values, decoder)
    }
}

extension Diagnostic {
    /// A fault of YAML with the place that the parser names.
    fileprivate init(yaml error: any Error, file: String) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            // libyaml speaks of its own call.
            let reason = problem.hasPrefix("Maximum nesting level") ? "nested too deeply" : problem
            self.init(
                .malformed(format: "YAML", reason: reason), at: Place(file: file, line: mark.line, column: mark.column)
            )
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            self.init(
                .duplicateKey(keys.joined(separator: "`, `")),
                at: Place(file: file, line: context.mark.line, column: context.mark.column))
        default:
            self.init(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
    }
}

extension RecordTree {
    /// The documents of a YAML text, and what names places in it.
    /// - Throws: `malformed` at its line and column.
    static func values(yaml: String, file: String) throws(Diagnostic) -> ([RecordTree], RecordDecoder) {
        let decoder = RecordDecoder { mark in
            guard case .place(let line, let column) = mark else { return Place(file: file) }
            return Place(file: file, line: line, column: column)
        }
        var values: [RecordTree] = []
        do {
            let parser = try Parser(yaml: yaml)
            // Every value that is written takes a byte; only aliases of aliases stand for more.
            var left = yaml.utf8.count + 1000
            while let node = try parser.nextRoot() { values.append(try RecordTree(node, &left)) }
        } catch let diagnostic as Diagnostic {
            throw Diagnostic(diagnostic.fault, at: Place(file: file))
        } catch {
            throw Diagnostic(yaml: error, file: file)
        }
        return (values, decoder)
    }

    /// - Parameter left: how many nodes may still come.
    private init(_ node: Node, _ left: inout Int) throws {
        left -= 1
        if left < 0 { throw Diagnostic(.malformed(format: "YAML", reason: "its aliases stand for too many values")) }
        let mark = Mark.place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            self =
                scalar.style == .plain || scalar.style == .any
                ? .plain(scalar.string, mark) : .string(scalar.string, mark)
        case .sequence(let items): self = .list(try items.map { try RecordTree($0, &left) }, mark)
        case .mapping(let pairs):
            self = .fields(
                try pairs.map { key, value in
                    let place = Mark.place(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
                    return Field(key: key.scalar?.string ?? "", mark: place, value: try RecordTree(value, &left))
                }, mark)
        case .alias: self = .null(mark)
        }
    }

    /// The tree as a node to write: short lists of numbers in one line, texts that would read as something else quoted.
    var node: Node {
        switch self {
        case .null: return .scalar(Node.Scalar("null", Tag(.null), .plain))
        case .bool(let value, _): return .scalar(Node.Scalar(value ? "true" : "false", Tag(.bool), .plain))
        case .number(let value, _):
            return .scalar(Node.Scalar(Int(exactly: value).map(String.init) ?? "\(value)", Tag(.float), .plain))
        case .string(let text, _), .plain(let text, _):
            return .scalar(Node.Scalar(text, Tag(.str), Self.needsQuotes(text) ? .doubleQuoted : .plain))
        case .list(let items, _):
            let isFlat = items.allSatisfy { if case .number = $0 { true } else { false } }
            return .sequence(Node.Sequence(items.map(\.node), Tag(.seq), isFlat ? .flow : .block))
        case .fields(let fields, _):
            let pairs = fields.map { (Node.scalar(Node.Scalar($0.key, Tag(.str), .plain)), $0.value.node) }
            return .mapping(Node.Mapping(pairs, Tag(.map), fields.isEmpty ? .flow : .block))
        }
    }

    private static func needsQuotes(_ text: String) -> Bool {
        text.isEmpty || text == "~" || text == "null" || text == "true" || text == "false" || Double(text) != nil
            || text.unicodeScalars.contains {
                $0.value < 0x20 || $0.value == 0x7F || ($0.value >= 0x80 && $0.value < 0xA0)
            }
    }
}

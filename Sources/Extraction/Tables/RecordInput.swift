public import Acquisition
public import Diagnostics

/// What a JSON file holds: records, or flat objects, which are a table like CSV.
public enum RecordInput: Sendable {
    case records([MeetingRecord])
    case table(SourceTable)

    /// - Throws: `fileEmpty`, and what is wrong in it with line and column.
    public init(json bytes: [UInt8], file: String) throws(Diagnostic) {
        let decoder = RecordDecoder { mark in
            guard case .offset(let offset) = mark else { return Place(file: file) }
            return JSONReader.place(of: offset, in: bytes, file: file)
        }
        var values: [RecordTree] = []
        for value in try JSONReader.values(bytes, file: file) {
            if case .list(let items, _) = value { values += items } else { values.append(value) }
        }
        guard let first = values.first else { throw Diagnostic(.fileEmpty, at: Place(file: file)) }
        if Self.isFlat(first) {
            self = .table(try Self.table(values, bytes, file, decoder))
        } else {
            self = .records(try MeetingRecord.records(values, decoder))
        }
    }

    /// An object without any key of a record's own, and with something in it that is no object.
    private static func isFlat(_ tree: RecordTree) -> Bool {
        guard case .fields(let fields, _) = tree, !fields.isEmpty else { return false }
        let own: Set<String> = [
            "schema", "officials", "directives", "doctrineNames", "boilerplate", "repairs", "meeting",
        ]
        return !fields.contains { field in
            guard own.contains(field.key) else { return false }
            if field.key == "meeting", case .string = field.value { return false }
            return true
        }
    }

    private static func table(
        _ values: [RecordTree], _ bytes: [UInt8], _ file: String, _ decoder: RecordDecoder
    ) throws(Diagnostic) -> SourceTable {
        var columns: [String] = []
        var known: Set<String> = []
        for value in values {
            guard case .fields(let fields, _) = value else {
                throw decoder.fail(.wrongType(key: "row", expected: "an object of columns"), value.mark)
            }
            for field in fields where known.insert(field.key).inserted { columns.append(field.key) }
        }
        let source = SourceText(
            path: file, sha256: SourceReader.sha256(of: bytes), encoding: "UTF-8", format: .table, text: [])
        var table = SourceTable(source: source, columns: columns, rows: [])
        table.append(columns.map { Array($0.unicodeScalars) }, line: 1, isHead: true)
        var line = 1
        var at = 0
        for value in values {
            guard case .fields(let fields, .offset(let offset)) = value else { continue }
            line += bytes[at..<offset].count { $0 == 0x0A }
            at = offset
            var cells: [String: String] = [:]
            for field in fields { cells[field.key] = try text(field.value, field.key, decoder) }
            table.append(columns.map { Array((cells[$0] ?? "").unicodeScalars) }, line: line)
        }
        return table
    }

    private static func text(_ tree: RecordTree, _ key: String, _ decoder: RecordDecoder) throws(Diagnostic) -> String {
        switch tree {
        case .null: return ""
        case .string(let text, _), .plain(let text, _): return text
        case .bool(let value, _): return value ? "true" : "false"
        case .number(let value, _): return Int(exactly: value).map(String.init) ?? "\(value)"
        case .list(let items, _):
            var texts: [String] = []
            for item in items { texts.append(try text(item, key, decoder)) }
            return texts.joined(separator: "、")
        case .fields(_, let mark): throw decoder.fail(.wrongType(key: key, expected: "a text"), mark)
        }
    }
}

internal import Diagnostics

/// A table of records: its text, and where in it each cell stands. From CSV, or from JSON of flat objects.
public struct SourceTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// In the file, from 1.
        public var line: Int
        /// In the text, one for each column; empty where the row has nothing there.
        public var cells: [Range<Int>]

        public init(line: Int, cells: [Range<Int>]) {
            self.line = line
            self.cells = cells
        }
    }

    /// The cells without the quotation marks around them: a tab between two, a line end behind each row.
    public var source: SourceText
    public var columns: [String]
    /// Without the one that names the columns.
    public var rows: [Row]

    public init(source: SourceText, columns: [String], rows: [Row]) {
        self.source = source
        self.columns = columns
        self.rows = rows
    }

    public func text(_ range: Range<Int>) -> String { scalarString(source.text[range]) }
}

extension SourceTable {
    /// Reads CSV (RFC 4180; the separator is told by the lines) out of a decoded text.
    ///
    /// - Throws: `Diagnostic` with `malformed` at line and column: a quotation mark that is not closed, a row with more
    ///   cells than columns, a column that stands twice; `fileEmpty` where there is no row.
    init(reading source: SourceText) throws(Diagnostic) {
        var cutter = CellCutter(source.text)
        var table = SourceTable(source: source, columns: [], rows: [])
        table.source.text = []
        table.source.format = .table
        while let (cells, line) = try cutter.row(path: source.path) {
            let isHead = table.columns.isEmpty
            if isHead { try table.name(cells, line: line) }
            var cells = cells
            while cells.count > table.columns.count, cells.last?.isEmpty ?? false { cells.removeLast() }
            guard cells.count <= table.columns.count else {
                throw Self.malformed(
                    "\(cells.count) cells in a table of \(table.columns.count) columns", source.path, line)
            }
            table.append(cells, line: line, isHead: isHead)
        }
        guard !table.rows.isEmpty else { throw Diagnostic(.fileEmpty, at: Place(file: source.path)) }
        self = table
    }

    private mutating func name(_ cells: [[Unicode.Scalar]], line: Int) throws(Diagnostic) {
        for cell in cells {
            let name = scalarString(cell)
            if !name.isEmpty, columns.contains(name) {
                throw Self.malformed("the column `\(name)` stands twice", source.path, line)
            }
            columns.append(name)
        }
    }

    /// Adds a row to text and table.
    public mutating func append(_ cells: [[Unicode.Scalar]], line: Int, isHead: Bool = false) {
        var ranges: [Range<Int>] = []
        for index in columns.indices {
            if index > 0 { source.text.append("\t") }
            let start = source.text.count
            if index < cells.count { source.text += cells[index] }
            ranges.append(start..<source.text.count)
        }
        source.text.append("\n")
        if !isHead { rows.append(Row(line: line, cells: ranges)) }
    }

    private static func malformed(_ reason: String, _ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(.malformed(format: "CSV", reason: reason), at: Place(file: path, line: line, column: 1))
    }
}

/// Cuts CSV into cells, row by row.
private struct CellCutter {
    private let text: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var at = 0
    private var line = 1

    init(_ text: [Unicode.Scalar]) {
        self.text = text
        separator = TableLayout(text).separator
    }

    /// The next row that has a cell with something in it, and the line it begins on; `nil` at the end.
    mutating func row(path: String) throws(Diagnostic) -> (cells: [[Unicode.Scalar]], line: Int)? {
        while at < text.count {
            let start = line
            var cells: [[Unicode.Scalar]] = []
            repeat {
                cells.append(try cell(path: path))
            } while take(separator)
            endLine()
            if cells.contains(where: { !$0.isEmpty }) { return (cells, start) }
        }
        return nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard at < text.count, text[at] == scalar else { return false }
        at += 1
        return true
    }

    private mutating func endLine() {
        _ = take("\r")
        _ = take("\n")
        line += 1
    }

    private mutating func cell(path: String) throws(Diagnostic) -> [Unicode.Scalar] {
        let start = at
        while at < text.count, text[at] == " " || text[at] == "\u{3000}" { at += 1 }
        if at < text.count, text[at] == "\"" { return try quoted(path: path) }
        at = start
        while at < text.count, text[at] != separator, text[at] != "\n", text[at] != "\r" { at += 1 }
        return Self.trimmed(text[start..<at])
    }

    private mutating func quoted(path: String) throws(Diagnostic) -> [Unicode.Scalar] {
        let lineStart = text[..<at].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let place = Place(file: path, line: line, column: at - lineStart + 1)
        at += 1
        var cell: [Unicode.Scalar] = []
        while at < text.count {
            let scalar = text[at]
            at += 1
            if scalar == "\"" {
                if take("\"") {
                    cell.append("\"")
                    continue
                }
                // What stands behind the closing mark belongs to the cell; blanks do not.
                let rest = at
                while at < text.count, text[at] != separator, text[at] != "\n", text[at] != "\r" { at += 1 }
                return Self.trimmed((cell + text[rest..<at])[...])
            }
            if scalar == "\n" { line += 1 }
            cell.append(scalar)
        }
        throw Diagnostic(.malformed(format: "CSV", reason: "a quotation mark is not closed"), at: place)
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value <= 0x20 || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
        }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return Array(text[first...last])
    }
}

/// Where a page may end among rows that cells over several of them hold together.
struct SpanBreaks {
    struct Span {
        var rows: Range<Int>
        /// What its text needs; pt.
        var height: Double
    }

    /// Rows before which no page may end.
    private var kept: Set<Int> = []

    /// - Parameters:
    ///   - heights: of all rows; pt.
    ///   - room: what a page has for rows; pt.
    init(spans: [Span], heights: [Double], room: Double) {
        for span in spans {
            let whole = heights[span.rows].reduce(0, +)
            var above = 0.0
            for row in span.rows.dropFirst() {
                above += heights[row - 1]
                // The text stands in each part, so each has to hold it.
                let fits = above >= span.height - 0.01 && whole - above >= span.height - 0.01
                if whole <= room / 2 || (!fits && whole <= room) { kept.insert(row) }
            }
        }
    }

    func mayBreak(before row: Int) -> Bool { !kept.contains(row) }
}

/// Which rules the cells of a row leave out.
struct TableCovers {
    /// Parts of the rule above the row; `nil` for the whole width.
    private(set) var rules: [ClosedRange<Double>]?
    /// Edges of columns that lie inside a cell.
    private(set) var edges: Set<Int> = []

    init(rows: [[BoundTable.Cell]], owners: CellOwners, at row: Int, edges all: [Double]) {
        // A cell that takes several columns covers the edges in it, in every row it takes; so does one above.
        var closed = Set<Int>()
        var place = 0
        while place < rows[row].count {
            let cell = rows[row][place]
            if cell.isCovered, let above = owners.owner(of: place, in: row) {
                let (top, left) = above
                if top < row {
                    for column in left..<(left + rows[top][left].columns) { closed.insert(column) }
                    for inner in (left + 1)..<max(left + 1, left + rows[top][left].columns) { edges.insert(inner) }
                    place = left + rows[top][left].columns
                    continue
                }
            }
            for inner in (place + 1)..<max(place + 1, place + cell.columns) { edges.insert(inner) }
            place += max(1, cell.columns)
        }
        guard !closed.isEmpty else { return }
        var parts: [ClosedRange<Double>] = []
        for column in rows[row].indices where !closed.contains(column) {
            if let last = parts.last, last.upperBound == all[column] {
                parts[parts.count - 1] = last.lowerBound...all[column + 1]
            } else {
                parts.append(all[column]...all[column + 1])
            }
        }
        rules = parts
    }
}

/// Which cells take the places that have none of their own.
struct CellOwners {
    /// By row, and in it by place; empty for a row without such places.
    private var owners: [[(row: Int, column: Int)?]] = []

    init(_ rows: [[BoundTable.Cell]]) {
        owners.reserveCapacity(rows.count)
        // The last cell that begins above or at each place.
        var last = [(row: Int, column: Int)?](repeating: nil, count: rows.map(\.count).max() ?? 0)
        for (row, cells) in rows.enumerated() {
            for (place, cell) in cells.enumerated() where !cell.isCovered {
                for column in place..<min(last.count, place + max(1, cell.columns)) { last[column] = (row, place) }
            }
            guard cells.contains(where: \.isCovered) else {
                owners.append([])
                continue
            }
            owners.append(
                cells.indices.map { place in
                    guard cells[place].isCovered, let (top, left) = last[place] else { return nil }
                    let cell = rows[top][left]
                    return left + cell.columns > place && top + cell.rows > row ? (top, left) : nil
                })
        }
    }

    /// - Returns: `nil` for a place that no cell takes.
    func owner(of place: Int, in row: Int) -> (row: Int, column: Int)? {
        owners[row].isEmpty ? nil : owners[row][place]
    }
}

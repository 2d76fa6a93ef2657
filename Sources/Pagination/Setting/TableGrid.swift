/// Which cells of a table cover which places of its grid.
enum TableGrid {
    /// Cuts spans to what the table has and marks the places they cover; of two that overlap the first stays.
    static func settle(_ rows: inout [[BoundTable.Cell]]) {
        for row in rows.indices {
            for column in rows[row].indices where !rows[row][column].isCovered {
                let cell = rows[row][column]
                guard cell.columns > 1 || cell.rows > 1 else { continue }
                let free = 1 + rows[row][(column + 1)...].prefix { !$0.isCovered }.count
                let columns = min(max(1, cell.columns), free)
                let down = min(max(1, cell.rows), rows.count - row)
                rows[row][column].columns = columns
                rows[row][column].rows = down
                for below in row..<(row + down) {
                    for beside in column..<(column + columns) where (below, beside) != (row, column) {
                        rows[below][beside] = BoundTable.Cell(isCovered: true)
                    }
                }
            }
        }
    }

    /// Cells as HTML has them: each takes the next place that is free.
    ///
    /// - Parameter lists: rows of cells, with none for places that others cover.
    static func laid(_ lists: [[BoundTable.Cell]], columns: Int) -> [[BoundTable.Cell]] {
        let empty = [BoundTable.Cell](repeating: BoundTable.Cell(), count: columns)
        var rows = [[BoundTable.Cell]](repeating: empty, count: lists.count)
        var taken = [[Bool]](repeating: [Bool](repeating: false, count: columns), count: lists.count)
        for (row, list) in lists.enumerated() {
            var place = 0
            for cell in list {
                while place < columns, taken[row][place] { place += 1 }
                guard place < columns else { break }
                rows[row][place] = cell
                for below in row..<min(lists.count, row + max(1, cell.rows)) {
                    for beside in place..<min(columns, place + max(1, cell.columns)) { taken[below][beside] = true }
                }
            }
        }
        settle(&rows)
        return rows
    }

    /// Joins equal neighbours of a column from top to bottom, but never across the edge of a cell that is joined in a
    /// column before it.
    static func join(_ rows: inout [[BoundTable.Cell]], in columns: [Int]) {
        var edges = Set([0])
        for column in columns {
            var start = 0
            var own = Set([0])
            for row in rows.indices.dropFirst() {
                let (above, here) = (rows[start][column], rows[row][column])
                let plain = !above.isCovered && !here.isCovered && above.columns == 1 && here.columns == 1
                let equal = plain && here.rows == 1 && !here.text.isEmpty && above.text == here.text
                if equal, !edges.contains(row) {
                    rows[row][column] = BoundTable.Cell(isCovered: true)
                    rows[start][column].rows += 1
                } else {
                    start = row
                    own.insert(row)
                }
            }
            edges.formUnion(own)
        }
    }
}

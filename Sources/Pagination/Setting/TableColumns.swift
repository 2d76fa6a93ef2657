/// The widths of a table's columns.
struct TableColumns {
    let table: BoundTable
    let context: SettingContext

    private var section: TableSection { table.section }

    /// The x of every column's edges, from the table's left.
    func edges() -> [Double] {
        let full = context.width
        var widths = section.columns.enumerated().map { place, column in
            switch column.width {
            case .points(let width): width
            case .share: 0.0
            case .automatic: natural(place)
            }
        }
        let shares = section.columns.reduce(0.0) { if case .share(let share) = $1.width { $0 + share } else { $0 } }
        let fixed = section.columns.reduce(0.0) { if case .points(let width) = $1.width { $0 + width } else { $0 } }
        let automatic = widths.reduce(0, +) - fixed
        let least = shares > 0 ? min(full / 3, shares * 4 * context.layout.style(section.style).size) : 0
        if automatic > 0, fixed + automatic + least > full {
            let scale = max(0.1, (full - fixed - least) / automatic)
            for (place, column) in section.columns.enumerated() where column.width == .automatic {
                widths[place] *= scale
            }
        }
        if shares > 0 {
            let rest = max(0, full - widths.reduce(0, +))
            for (place, column) in section.columns.enumerated() {
                if case .share(let share) = column.width { widths[place] = rest * share / shares }
            }
        }
        // In a place narrower than the page the fixed widths may not fit either.
        let total = widths.reduce(0, +)
        let scale = total > full + 0.5 ? full / total : 1
        var edges = [0.0]
        for width in widths { edges.append(edges[edges.count - 1] + width * scale) }
        return edges
    }

    /// What the widest cell of a column needs; cells that take several columns do not count.
    private func natural(_ place: Int) -> Double {
        let style = context.layout.style(section.style)
        let head = context.layout.style(section.headStyle)
        var width = 0.0
        for (rows, style) in [(table.head, head), (table.rows, style)] {
            for row in rows where place < row.count && row[place].columns == 1 && !row[place].text.isEmpty {
                for line in row[place].text.split(whereSeparator: Binder.isBreak) {
                    let span = context.span(line.count, style)
                    width = max(width, context.composer.naturalWidth(Array(line), spans: [span]))
                }
            }
        }
        return width + 2 * section.insetX + 0.01
    }

    /// For columns aligned on the point: how wide their widest figure is before it, and as a whole.
    func points() -> [(left: Double, width: Double)?] {
        section.columns.enumerated().map { place, column in
            guard column.isPointed else { return nil }
            var (left, right) = (0.0, 0.0)
            for row in table.rows where place < row.count {
                guard let widths = pointWidths(row[place].text) else { continue }
                left = max(left, widths.left)
                right = max(right, widths.width - widths.left)
            }
            return (left, left + right)
        }
    }

    /// Of a figure before its point and as a whole; `nil` where the cell is no figure.
    func pointWidths(_ text: [Unicode.Scalar]) -> (left: Double, width: Double)? {
        guard let end = Self.pointPlace(text) else { return nil }
        let style = context.layout.style(section.style)
        func width(_ text: [Unicode.Scalar]) -> Double {
            context.composer.naturalWidth(text, spans: [context.span(text.count, style)], trimmed: false)
        }
        return (end == 0 ? 0 : width(Array(text[..<end])), width(text))
    }

    /// Where the decimal places of a figure begin: at the point, else after the last digit. A unit may follow.
    static func pointPlace(_ text: [Unicode.Scalar]) -> Int? {
        let isDigit: (Unicode.Scalar) -> Bool = { ("0"..."9").contains($0) }
        var at = 0
        while at < text.count, "+-−＋－±<>≤≥约 ".unicodeScalars.contains(text[at]) { at += 1 }
        let start = at
        while at < text.count, isDigit(text[at]) || ((text[at] == "," || text[at] == " ") && at > start) { at += 1 }
        guard at > start else { return nil }
        if at < text.count, text[at] == "." || text[at] == "．" { return at }
        // A second figure in the cell: it has no one point.
        return text[at...].contains(where: isDigit) ? nil : at
    }
}

import Fonts

/// Sets the rows of one table.
struct TableSetter {
    private let table: BoundTable
    private let number: Int
    private let context: SettingContext
    private var edges: [Double] = []

    private var section: TableSection { table.section }
    private var layout: Layout { context.layout }
    private var composer: LineComposer { context.composer }

    init(table: BoundTable, number: Int, context: SettingContext) {
        self.table = table
        self.number = number
        self.context = context
        edges = columnEdges()
    }

    /// The table's frame and its slabs from top to bottom.
    ///
    /// - Parameter keepsFirst: whether the first of them stays with what is before.
    func slabs(keepsFirst: Bool) -> (TableFrame, [Slab]) {
        var frame = TableFrame(
            left: 0, width: edges[edges.count - 1],
            columnRules: edges.enumerated().filter { place, _ in
                place == 0 || place == edges.count - 1 ? section.hasSideRules : section.hasColumnRules
            }.map(\.element),
            rule: section.rule, frame: section.frame, hasSideRules: section.hasSideRules, shade: section.shade)
        var slabs: [Slab] = []
        let style = layout.style(section.style)
        let before = section.before ?? style.leading
        let after = section.after ?? style.leading
        var headHeight = 0.0
        if !table.head.isEmpty {
            let head = row(table.head.map { .init(text: $0) }, isHead: true)
            frame.repeated = continuation() + [head]
            headHeight = frame.repeated.reduce(0) { $0 + $1.height + $1.after }
            if headHeight > layout.page.textHeight / 2 {
                frame.repeated = []
                headHeight = 0
            }
            slabs.append(head)
        } else {
            frame.repeated = continuation()
            headHeight = frame.repeated.reduce(0) { $0 + $1.height + $1.after }
        }
        let room = layout.page.textHeight - headHeight
        for (place, cells) in table.rows.enumerated() {
            let row = row(cells, isHead: false)
            let parts = row.height > room ? split(row) : [row]
            for (part, var slab) in parts.enumerated() {
                slab.mayBreak = place > 0 || part > 0
                slabs.append(slab)
            }
        }
        slabs[0].mayBreak = !keepsFirst
        slabs[0].before = before
        slabs[slabs.count - 1].after = after
        return (frame, slabs)
    }

    /// 续表, above the headings of a further page.
    private func continuation() -> [Slab] {
        guard let text = table.continued, let id = section.continuedStyle else { return [] }
        let style = layout.style(id)
        let lines = composer.compose(
            text, spans: [context.span(text.count, style)], in: context.measure(style))
        return lines.map { line in
            Slab(
                content: .line(line, ascent: context.ascent(style)), height: style.size, after: style.spaceAfter,
                mayBreak: false)
        }
    }

    // MARK: Rows

    private func row(_ cells: [BoundTable.Cell], isHead: Bool) -> Slab {
        let style = layout.style(isHead ? section.headStyle : section.style)
        var columns: [[SetLine]] = []
        var most = 1
        for (place, cell) in cells.enumerated() {
            let column = section.columns[place]
            let measure = Measure(
                width: max(style.size, edges[place + 1] - edges[place] - 2 * section.insetX),
                alignment: isHead ? column.headAlignment : column.alignment)
            let lines =
                cell.text.isEmpty
                ? [] : composer.compose(cell.text, spans: [context.span(cell.text.count, style)], in: measure)
            columns.append(lines)
            most = max(most, lines.count)
        }
        let height = contentHeight(most, style) + 2 * section.insetY
        var lines: [TableRow.Line] = []
        for (place, column) in columns.enumerated() {
            var y = (height - contentHeight(column.count, style)) / 2 + context.ascent(style)
            let link = cells[place].link.flatMap { context.anchors.contains($0) ? $0 : nil }
            for line in column {
                lines.append(
                    TableRow.Line(line: line, baseline: y, link: link, x: edges[place] + section.insetX))
                y += style.pitch
            }
        }
        return Slab(
            content: .row(TableRow(table: number, lines: lines, isHead: isHead)), height: height, mayBreak: false)
    }

    private func contentHeight(_ lines: Int, _ style: Style) -> Double {
        Double(max(1, lines)) * style.size + Double(max(0, lines - 1)) * style.leading
    }

    /// A row taller than a page: a part for each line of it, between any of which a page may end.
    private func split(_ slab: Slab) -> [Slab] {
        guard case .row(let row) = slab.content else { return [slab] }
        let style = layout.style(section.style)
        let count = Int(((slab.height - 2 * section.insetY + style.leading) / style.pitch).rounded())
        var parts: [Slab] = []
        for part in 0..<count {
            let top = part == 0 ? 0 : section.insetY + Double(part) * style.pitch - style.leading / 2
            let foot =
                part == count - 1
                ? slab.height : section.insetY + Double(part + 1) * style.pitch - style.leading / 2
            let lines = row.lines.filter { $0.baseline >= top && $0.baseline < foot }.map { line in
                var line = line
                line.baseline -= top
                return line
            }
            parts.append(
                Slab(
                    content: .row(TableRow(table: number, lines: lines, hasRule: part == 0)), height: foot - top,
                    mayBreak: part > 0))
        }
        return parts
    }

    // MARK: Columns

    /// The x of every column's edges, from the table's left.
    private func columnEdges() -> [Double] {
        let full = layout.page.textWidth
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
        let least = shares > 0 ? min(full / 3, shares * 4 * layout.style(section.style).size) : 0
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
        var edges = [0.0]
        for width in widths { edges.append(edges[edges.count - 1] + width) }
        return edges
    }

    /// What the widest cell of a column needs.
    private func natural(_ place: Int) -> Double {
        let style = layout.style(section.style)
        let head = layout.style(section.headStyle)
        var width = 0.0
        if place < table.head.count, !table.head[place].isEmpty {
            let text = table.head[place]
            width = composer.naturalWidth(text, spans: [context.span(text.count, head)])
        }
        for row in table.rows where !row[place].text.isEmpty {
            let text = row[place].text
            width = max(width, composer.naturalWidth(text, spans: [context.span(text.count, style)]))
        }
        return width + 2 * section.insetX + 0.01
    }
}

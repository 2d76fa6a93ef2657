import Fonts

/// Sets the rows of one table.
struct TableSetter {
    private let table: BoundTable
    private let number: Int
    private let context: SettingContext
    private let columns: TableColumns
    private let edges: [Double]
    private let points: [(left: Double, width: Double)?]
    /// Edges of columns that have a vertical rule.
    private let ruled: [Int]

    private var section: TableSection { table.section }
    private var layout: Layout { context.layout }
    private var composer: LineComposer { context.composer }

    init(table: BoundTable, number: Int, context: SettingContext) {
        self.table = table
        self.number = number
        self.context = context
        columns = TableColumns(table: table, context: context)
        edges = columns.edges()
        points = columns.points()
        let section = table.section
        let last = edges.count - 1
        ruled = edges.indices.filter { $0 == 0 || $0 == last ? section.hasSideRules : section.hasColumnRules }
    }

    /// The table's frame and its slabs from top to bottom.
    ///
    /// - Parameters:
    ///   - keepsFirst: whether the first of them stays with what is before.
    ///   - pageHeight: of the area that pages have for it; pt.
    ///   - element: the table's.
    func slabs(
        keepsFirst: Bool, pageHeight: Double, _ element: Int, _ structure: inout StructureOutline
    ) -> (TableFrame, [Slab]) {
        var frame = TableFrame(
            left: 0, width: edges[edges.count - 1], columnRules: ruled.map { edges[$0] }, rule: section.rule,
            frame: section.frame, hasSideRules: section.hasSideRules, shade: section.shade)
        let style = layout.style(section.style)
        let headings = elements(table.head, in: element, isHead: true, &structure)
        let head = rows(table.head, isHead: true, room: .infinity, headings)
        frame.repeated = continuation() + head.map(\.repeated)
        var headHeight = frame.repeated.reduce(0) { $0 + $1.height + $1.after }
        if headHeight > pageHeight / 2 {
            frame.repeated = []
            headHeight = 0
        }
        let cells = elements(table.rows, in: element, isHead: false, &structure)
        var body = rows(table.rows, isHead: false, room: pageHeight - headHeight, cells)
        keepEnds(&body, pageHeight - headHeight)
        var slabs = head + body
        slabs[0].mayBreak = !keepsFirst
        slabs[0].before = section.before ?? style.leading
        for place in slabs.indices.dropFirst() where place <= head.count { slabs[place].mayBreak = false }
        let note = note(&structure)
        slabs[slabs.count - 1].after = note.isEmpty ? section.after ?? style.leading : 0
        slabs += note
        if !note.isEmpty, let after = section.after { slabs[slabs.count - 1].after = after }
        return (frame, slabs)
    }

    /// No page ends after the first row or begins with the last, where the rows are low enough for that.
    private func keepEnds(_ slabs: inout [Slab], _ room: Double) {
        var height = 0.0
        for place in slabs.indices.prefix(3) {
            height += slabs[place].height
            if place > 0, height <= room / 4 || (place == 1 && height <= room / 2) { slabs[place].mayBreak = false }
        }
        height = 0
        for (number, place) in slabs.indices.reversed().prefix(3).enumerated() where place > 0 {
            height += slabs[place].height
            if number < 2, height <= room / (number == 0 ? 2 : 4) { slabs[place].mayBreak = false }
        }
    }

    /// What stands below the table, on the page of its last row.
    private func note(_ structure: inout StructureOutline) -> [Slab] {
        guard let id = section.noteStyle, !table.note.isEmpty else { return [] }
        let style = layout.style(id)
        var slabs: [Slab] = []
        for text in table.note {
            let lines = composer.compose(text, spans: [context.span(text.count, style)], in: context.measure(style))
            let element = structure.add(.paragraph)
            for (place, line) in lines.enumerated() {
                slabs.append(
                    Slab(
                        content: .line(line, ascent: context.ascent(style)), height: style.size,
                        before: place == 0 ? style.spaceBefore : style.leading,
                        after: place == lines.count - 1 ? style.spaceAfter : style.leading,
                        mayBreak: slabs.count > 2 && place > 1, element: element))
            }
        }
        return slabs
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
                mayBreak: false, isRepeated: true)
        }
    }

    // MARK: Rows

    /// The elements of rows and their cells; a cell that another covers has none.
    private func elements(
        _ rows: [[BoundTable.Cell]], in table: Int, isHead: Bool, _ structure: inout StructureOutline
    ) -> [[Int?]] {
        if rows.isEmpty { return [] }
        let part = structure.add(isHead ? .tableHead : .tableBody, in: table)
        return rows.map { row in
            let element = structure.add(.row, in: part)
            return row.map { cell in
                if cell.isCovered { return nil }
                let inner = structure.add(
                    isHead ? .headerCell : .cell, in: element, columns: cell.columns, rows: cell.rows)
                guard let link = cell.link, context.anchors.contains(link), !cell.text.isEmpty else { return inner }
                return structure.add(.link, in: inner, words: context.words(cell.text))
            }
        }
    }

    /// Slabs of rows, in which cells over several rows are kept together as far as a page allows.
    private func rows(
        _ rows: [[BoundTable.Cell]], isHead: Bool, room: Double, _ elements: [[Int?]]
    ) -> [Slab] {
        let style = layout.style(isHead ? section.headStyle : section.style)
        var set = zip(rows, elements).map { row, elements in
            row.indices.map { cell(row, $0, isHead, elements[$0]) }
        }
        var heights = set.map { cells in
            cells.reduce(contentHeight(1, style)) { $1.rows == 1 ? max($0, $1.height) : $0 } + 2 * section.insetY
        }
        for row in set.indices {
            for place in set[row].indices where set[row][place].rows > 1 {
                let last = row + set[row][place].rows - 1
                let missing = set[row][place].height + 2 * section.insetY - heights[row...last].reduce(0, +)
                // A cell too tall for a page is split with the row it begins in.
                if heights[row...last].contains(where: { $0 > room }) || missing > room / 2 {
                    heights[row] = max(heights[row], set[row][place].height + 2 * section.insetY)
                    set[row][place].rows = 1
                } else if missing > 0 {
                    let share = missing / Double(last - row + 1)
                    for inner in row...last { heights[inner] += share }
                }
            }
        }
        let breaks = SpanBreaks(
            spans: set.enumerated().flatMap { row, cells in
                cells.filter { $0.rows > 1 }
                    .map { SpanBreaks.Span(rows: row..<(row + $0.rows), height: $0.height + 2 * section.insetY) }
            }, heights: heights, room: room)
        var slabs: [Slab] = []
        let owners = CellOwners(rows)
        for (place, cells) in set.enumerated() {
            let slab = slab(cells, height: heights[place], rows: rows, owners, at: place, isHead: isHead)
            let parts = slab.height > room ? split(slab) : [slab]
            for (part, var slab) in parts.enumerated() {
                slab.mayBreak = part > 0 || (place > 0 && breaks.mayBreak(before: place))
                if part == 0, !isHead, place < table.anchors.count, let anchor = table.anchors[place] {
                    slab.anchors = [anchor]
                }
                slabs.append(slab)
            }
        }
        return slabs
    }

    private struct SetCell {
        var lines: [SetLine]
        /// Of its lines; pt.
        var height: Double
        var x: Double
        var link: String?
        var rows: Int
        var element: Int?
    }

    private func cell(_ row: [BoundTable.Cell], _ place: Int, _ isHead: Bool, _ element: Int?) -> SetCell {
        let cell = row[place]
        let style = layout.style(isHead ? section.headStyle : section.style)
        var made = SetCell(
            lines: [], height: 0, x: edges[place] + section.insetX,
            link: cell.link.flatMap { context.anchors.contains($0) ? $0 : nil }, rows: cell.rows, element: element)
        if cell.isCovered || cell.text.isEmpty { return made }
        let column = section.columns[place]
        let width = max(style.size, edges[place + cell.columns] - edges[place] - 2 * section.insetX)
        var alignment = isHead ? (cell.columns > 1 ? .centre : column.headAlignment) : column.alignment
        // Lines long enough to be spread without holes have two even edges.
        if alignment == .left, width >= 12 * style.size { alignment = .justify }
        var measure = Measure(width: width, alignment: alignment)
        // Whole characters, so that full lines keep to their grid.
        if alignment == .justify { measure.width = (width / style.size + 1e-6).rounded(.down) * style.size }
        if !isHead, let point = points[place], let widths = columns.pointWidths(cell.text),
            point.width <= measure.width + 0.01
        {
            made.x += (measure.width - point.width) / 2 + point.left - widths.left
            measure = Measure(width: .infinity, alignment: .left)
        }
        for text in cell.text.split(whereSeparator: Binder.isBreak) {
            made.lines += composer.compose(Array(text), spans: spans(text, column, style, isHead), in: measure)
        }
        made.height = made.lines.isEmpty ? 0 : contentHeight(made.lines.count, style)
        return made
    }

    /// One span, or more where lamps have colours of their own.
    private func spans(
        _ text: ArraySlice<Unicode.Scalar>, _ column: Column, _ style: Style, _ isHead: Bool
    ) -> [TextSpan] {
        if isHead || column.lamps.isEmpty || !text.contains(where: { column.lamps[$0] != nil }) {
            return [context.span(text.count, style)]
        }
        var spans: [TextSpan] = []
        for scalar in text {
            let colour = column.lamps[scalar] ?? style.colour
            if let last = spans.last, last.colour == colour {
                spans[spans.count - 1].count += 1
            } else {
                var span = context.span(1, style)
                span.colour = colour
                spans.append(span)
            }
        }
        return spans
    }

    private func slab(
        _ cells: [SetCell], height: Double, rows: [[BoundTable.Cell]], _ owners: CellOwners, at place: Int,
        isHead: Bool
    ) -> Slab {
        let style = layout.style(isHead ? section.headStyle : section.style)
        var row = TableRow(table: number, lines: [], isHead: isHead)
        for cell in cells where !cell.lines.isEmpty {
            var y = (cell.rows > 1 ? 0 : (height - cell.height) / 2) + context.ascent(style)
            var lines: [TableRow.Line] = []
            for line in cell.lines {
                lines.append(
                    TableRow.Line(line: line, baseline: y, link: cell.link, x: cell.x, element: cell.element))
                y += style.pitch
            }
            if cell.rows > 1 {
                row.spans.append(TableRow.Span(lines: lines, height: cell.height, rows: cell.rows))
            } else {
                row.lines += lines
            }
        }
        let covers = TableCovers(rows: rows, owners: owners, at: place, edges: edges)
        row.rules = covers.rules
        row.covered = Set(ruled.indices.filter { covers.edges.contains(ruled[$0]) })
        return Slab(content: .row(row), height: height, mayBreak: false)
    }

    private func contentHeight(_ lines: Int, _ style: Style) -> Double {
        Double(max(1, lines)) * style.size + Double(max(0, lines - 1)) * style.leading
    }

    /// A row taller than a page: a part for each line of it, between any of which a page may end.
    private func split(_ slab: Slab) -> [Slab] {
        guard case .row(let row) = slab.content else { return [slab] }
        let style = layout.style(row.isHead ? section.headStyle : section.style)
        let count = Int(((slab.height - 2 * section.insetY + style.leading) / style.pitch).rounded())
        var byPart = [[TableRow.Line]](repeating: [], count: max(1, count))
        for var line in row.lines {
            let middle = line.baseline - 0.38 * style.size - section.insetY + style.leading / 2
            let part = min(byPart.count - 1, max(0, Int((middle / style.pitch).rounded(.down))))
            line.baseline -= top(of: part, style)
            byPart[part].append(line)
        }
        return byPart.indices.map { part in
            let foot = part == byPart.count - 1 ? slab.height : top(of: part + 1, style)
            var made = TableRow(table: number, lines: byPart[part], hasRule: part == 0)
            made.covered = row.covered
            made.isPart = part < byPart.count - 1
            if part == 0 {
                made.rules = row.rules
                made.spans = row.spans
            }
            return Slab(content: .row(made), height: foot - top(of: part, style), mayBreak: part > 0)
        }
    }

    private func top(of part: Int, _ style: Style) -> Double {
        part == 0 ? 0 : section.insetY + Double(part) * style.pitch - style.leading / 2
    }
}

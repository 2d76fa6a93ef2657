/// A table that has rows on the page now filled.
struct OpenTable {
    /// A cell over several rows that is not ended yet: its text, where it begins on this page, how many rows it still has.
    struct Span {
        var cell: TableRow.Span
        var top: Double?
        var rows: Int
    }

    var table: Int
    var top: Double
    var foot: Double
    /// Where each vertical rule begins; `nil` where a cell covers it.
    var rules: [Double?]
}

/// An entry of the contents whose page number is still to come.
struct ContentsEntry {
    /// From 0.
    var page: Int
    /// Among the page's items.
    var item: Int
    /// pt
    var baseline: Double
    var line: SetLine
    /// Among the document's.
    var heading: Int
    var element: Int
}

extension PageBuilder {
    mutating func draw(_ slab: Slab, x: Double, top: Double) {
        let page = pages.count - 1
        for anchor in slab.anchors {
            anchorPages[anchor] = page
            pages[page].items.append(.anchor(name: anchor, at: Point(x: x, y: top)))
        }
        if case .row(let row) = slab.content {
            draw(row, top: top, height: slab.height)
            return
        }
        closeTable()
        let width = slab.width ?? shape.textWidth
        switch slab.content {
        case .none, .row: break
        case .rule(let rule):
            pages[page].items.append(
                .fill(Box(x: x, y: top, width: width, height: rule.thickness), rule.colour))
        case .line(let line, let ascent): draw(line, x: x, baseline: top + ascent, slab.element)
        case .lines(let parts, let ascent):
            for part in parts {
                draw(part.line, x: x, baseline: top + ascent, part.element)
                link(part.line, to: slab.links, x: x, baseline: top + ascent)
            }
        case .entry(let line, let ascent, let heading):
            let element = slab.element ?? structure.block
            entries.append(
                ContentsEntry(
                    page: page, item: pages[page].items.count, baseline: top + ascent, line: line, heading: heading,
                    element: element))
            pages[page].items.append(.marked(element, []))
        case .block(let placed):
            for inner in placed { draw(inner.slab, x: x + inner.x, top: top + inner.y) }
        case .items(let items): mark(items.map { $0.moved(x: x, y: top) }, slab.element)
        }
        if let link = slab.link {
            pages[page].items.append(
                .link(
                    to: link, box: Box(x: x, y: top, width: width, height: slab.height), element: slab.element))
        }
    }

    private mutating func draw(_ line: SetLine, x: Double, baseline: Double, _ element: Int?) {
        let items = line.items(x: x, baseline: baseline)
        guard !line.elements.isEmpty else { return mark(items, element) }
        for (place, inner) in line.elements.enumerated() { mark([items[place]], inner ?? element) }
        mark(Array(items[line.elements.count...]), element)
    }

    /// Boxes of the runs that lead elsewhere; neighbours of one element share one.
    private mutating func link(_ line: SetLine, to links: [Int: String], x: Double, baseline: Double) {
        if links.isEmpty { return }
        var place = 0
        while place < line.elements.count {
            let element = line.elements[place]
            let first = place
            while place < line.elements.count, line.elements[place] == element { place += 1 }
            guard let element, let target = links[element], let start = line.runs[first].glyphs.first,
                let last = line.runs[place - 1].glyphs.last
            else { continue }
            let size = line.runs[first].size
            let end = min(last.x + line.runs[place - 1].size, line.right)
            let box = Box(x: x + start.x, y: baseline - 0.88 * size, width: max(0, end - start.x), height: size)
            pages[pages.count - 1].items.append(.link(to: target, box: box, element: element))
        }
    }

    private mutating func mark(_ items: [Page.Item], _ element: Int?) {
        let page = pages.count - 1
        if let element { pages[page].items.append(.marked(element, items)) } else { pages[page].items += items }
    }

    private mutating func draw(_ line: TableRow.Line, top: Double) {
        draw(line.line, x: left + line.x, baseline: top + line.baseline, line.element)
        if let link = line.link, let size = line.line.runs.first?.size {
            pages[pages.count - 1].items.append(
                .link(
                    to: link,
                    box: Box(
                        x: left + line.x + line.line.left, y: top + line.baseline - 0.88 * size,
                        width: line.line.right - line.line.left, height: size), element: line.element))
        }
    }

    // MARK: Tables

    private mutating func draw(_ row: TableRow, top: Double, height: Double) {
        let page = pages.count - 1
        let frame = tables[row.table]
        if let current = open, current.table != row.table { closeTable() }
        let isFirst = open == nil
        if isFirst {
            open = OpenTable(
                table: row.table, top: top, foot: top,
                rules: [Double?](repeating: nil, count: frame.columnRules.count))
        }
        if row.isHead, let shade = frame.shade {
            pages[page].items.append(
                .fill(Box(x: left + frame.left, y: top, width: frame.width, height: height), shade))
        }
        if row.hasRule || isFirst {
            rule(isFirst ? frame.frame : frame.rule, frame, y: top, parts: isFirst ? nil : row.rules)
        }
        for place in frame.columnRules.indices {
            if row.covered.contains(place) {
                columnRule(place, frame, to: top)
            } else if open!.rules[place] == nil {
                open!.rules[place] = top
            }
        }
        for line in row.lines { draw(line, top: top) }
        for place in tables[row.table].spans.indices where tables[row.table].spans[place].top == nil {
            tables[row.table].spans[place].top = top
        }
        tables[row.table].spans += row.spans.map { OpenTable.Span(cell: $0, top: top, rows: $0.rows) }
        tables[row.table].begun = true
        open!.foot = top + height
        if !row.isPart { endSpans(of: row.table, at: top + height) }
    }

    /// Counts a row off the cells that go over several, and sets those that end with it.
    private mutating func endSpans(of table: Int, at foot: Double) {
        guard !tables[table].spans.isEmpty else { return }
        for place in tables[table].spans.indices { tables[table].spans[place].rows -= 1 }
        for span in tables[table].spans where span.rows == 0 { draw(span, to: foot) }
        tables[table].spans.removeAll { $0.rows <= 0 }
    }

    private mutating func draw(_ span: OpenTable.Span, to foot: Double) {
        guard let top = span.top else { return }
        let start = top + max(0, (foot - top - span.cell.height) / 2)
        for line in span.cell.lines { draw(line, top: start) }
    }

    /// A rule across the table, its middle at `y`.
    private mutating func rule(_ rule: Rule, _ frame: TableFrame, y: Double, parts: [ClosedRange<Double>]? = nil) {
        guard rule.thickness > 0 else { return }
        let overhang = frame.hasSideRules ? frame.rule.thickness / 2 : 0
        for part in parts ?? [0...frame.width] {
            let from = part.lowerBound - (part.lowerBound == 0 ? overhang : 0)
            let to = part.upperBound + (part.upperBound == frame.width ? overhang : 0)
            pages[pages.count - 1].items.append(
                .fill(
                    Box(
                        x: left + frame.left + from, y: y - rule.thickness / 2, width: to - from, height: rule.thickness
                    ),
                    rule.colour))
        }
    }

    /// The part of a vertical rule that ends at `y`.
    private mutating func columnRule(_ place: Int, _ frame: TableFrame, to y: Double) {
        guard let top = open?.rules[place] else { return }
        open!.rules[place] = nil
        guard frame.rule.thickness > 0, y > top else { return }
        pages[pages.count - 1].items.append(
            .fill(
                Box(
                    x: left + frame.left + frame.columnRules[place] - frame.rule.thickness / 2, y: top,
                    width: frame.rule.thickness, height: y - top), frame.rule.colour))
    }

    /// Draws what goes over all rows of a table on this page.
    mutating func closeTable() {
        guard let (table, foot) = open.map({ ($0.table, $0.foot) }) else { return }
        let frame = tables[table]
        rule(frame.frame, frame, y: foot)
        for place in frame.columnRules.indices { columnRule(place, frame, to: foot) }
        for place in tables[table].spans.indices {
            draw(tables[table].spans[place], to: foot)
            tables[table].spans[place].top = nil
        }
        open = nil
    }
}

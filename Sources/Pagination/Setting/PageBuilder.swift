/// Fills pages with slabs from top to bottom.
///
/// Slabs that may not be parted are held back until the next place where a page may end.
struct PageBuilder {
    let shape: PageShape
    private(set) var pages: [Page] = []
    /// Entries of the contents with their places: page, baseline, line.
    private(set) var entries: [(page: Int, baseline: Double, line: SetLine, heading: Int)] = []
    /// The page each anchor is on, from 0.
    private(set) var anchorPages: [String: Int] = [:]
    var tables: [TableFrame] = []

    private var held: [Slab] = []
    /// Their tops.
    private var tops: [Double] = []
    /// Where the next slab may begin: the foot of the last, and the space it wants after it.
    private var foot = 0.0
    private var space = 0.0
    private var isTop = true
    /// The same before the first held slab.
    private var heldFoot = 0.0
    private var heldSpace = 0.0
    private var heldTop = true
    private var open: (table: Int, top: Double, foot: Double)?

    init(shape: PageShape) {
        self.shape = shape
    }

    private var left: Double { shape.left(of: pages.count) }

    mutating func add(_ slab: Slab) {
        if pages.isEmpty { beginPage() }
        if slab.mayBreak { settle() }
        if place(slab) { return }
        if heldTop, !held.isEmpty {
            // What may not be parted is taller than a page.
            settle()
            turn()
            _ = place(slab, force: true)
            return
        }
        let moved = held + [slab]
        held = []
        tops = []
        turn()
        for (number, slab) in moved.enumerated() where !place(slab, force: number == 0) {
            settle()
            turn()
            _ = place(slab, force: true)
        }
    }

    /// Ends the page, unless nothing is on it yet.
    mutating func breakPage() {
        settle()
        if !isTop { turn() }
    }

    /// Slabs whose last stands on the foot of the type area, of this page or, where it has no room, of the next.
    mutating func addAtBottom(_ slabs: [Slab]) {
        guard !slabs.isEmpty else { return }
        if pages.isEmpty { beginPage() }
        settle()
        var height = 0.0
        var space = 0.0
        for (number, slab) in slabs.enumerated() {
            height += slab.height + (number == 0 ? 0 : max(space, slab.before))
            space = slab.after
        }
        let room = shape.textHeight - foot - (isTop ? 0 : max(self.space, slabs[0].before))
        if height > room, !isTop { turn() }
        foot = max(foot, shape.textHeight - height)
        isTop = true
        for slab in slabs { _ = place(slab, force: true) }
        settle()
    }

    mutating func finish() {
        settle()
        closeTable()
    }

    mutating func decorate(_ page: Int, _ items: [Page.Item]) { pages[page].items += items }

    mutating func label(_ page: Int, _ label: String) { pages[page].label = label }

    // MARK: Placing

    private mutating func beginPage() {
        pages.append(Page(width: shape.width.points, height: shape.height.points))
        foot = 0
        space = 0
        isTop = true
        (heldFoot, heldSpace, heldTop) = (foot, space, isTop)
    }

    private mutating func turn() {
        closeTable()
        beginPage()
    }

    /// Holds the slab at its place on this page; `false` where there is no room.
    private mutating func place(_ slab: Slab, force: Bool = false) -> Bool {
        if isTop, held.isEmpty, case .row(let row) = slab.content, !row.isHead, tables[row.table].begun {
            for repeated in tables[row.table].repeated { hold(repeated, at: top(of: repeated)) }
        }
        let top = top(of: slab)
        if !force, top + slab.height > shape.textHeight + 0.01 { return false }
        hold(slab, at: top)
        return true
    }

    private mutating func hold(_ slab: Slab, at top: Double) {
        held.append(slab)
        tops.append(top)
        foot = max(top + slab.height, slab.reach ?? 0)
        space = slab.after
        isTop = false
    }

    private func top(of slab: Slab) -> Double {
        var top = foot + (isTop ? 0 : max(space, slab.before))
        if slab.snaps, shape.lines > 0, !isTop {
            let pitch = shape.linePitch
            top = ((top - 0.05) / pitch).rounded(.up) * pitch
        }
        return top
    }

    /// Draws what is held.
    private mutating func settle() {
        for (slab, top) in zip(held, tops) { draw(slab, top: top + shape.top.points) }
        held.removeAll(keepingCapacity: true)
        tops.removeAll(keepingCapacity: true)
        (heldFoot, heldSpace, heldTop) = (foot, space, isTop)
    }

    // MARK: Drawing

    private mutating func draw(_ slab: Slab, top: Double) {
        let page = pages.count - 1
        if let anchor = slab.anchor {
            anchorPages[anchor] = page
            pages[page].items.append(.anchor(name: anchor, at: Point(x: left, y: top)))
        }
        if case .row(let row) = slab.content {
            draw(row, top: top, height: slab.height)
            return
        }
        closeTable()
        switch slab.content {
        case .none, .row: break
        case .rule(let rule):
            pages[page].items.append(
                .fill(Box(x: left, y: top, width: shape.textWidth, height: rule.thickness), rule.colour))
        case .line(let line, let ascent): draw(line, x: left, baseline: top + ascent)
        case .entry(let line, let ascent, let heading):
            entries.append((page, top + ascent, line, heading))
        }
        if let link = slab.link {
            pages[page].items.append(
                .link(to: link, box: Box(x: left, y: top, width: shape.textWidth, height: slab.height)))
        }
    }

    private mutating func draw(_ line: SetLine, x: Double, baseline: Double) {
        for var run in line.runs {
            for at in run.glyphs.indices {
                run.glyphs[at].x += x
                run.glyphs[at].y += baseline
            }
            pages[pages.count - 1].items.append(.glyphs(run))
        }
    }

    private mutating func draw(_ row: TableRow, top: Double, height: Double) {
        let page = pages.count - 1
        let frame = tables[row.table]
        if let current = open, current.table != row.table { closeTable() }
        let isFirst = open == nil
        if row.isHead, let shade = frame.shade {
            pages[page].items.append(
                .fill(Box(x: left + frame.left, y: top, width: frame.width, height: height), shade))
        }
        if row.hasRule || isFirst {
            rule(isFirst ? frame.frame : frame.rule, frame, y: top)
        }
        for line in row.lines {
            draw(line.line, x: left + line.x, baseline: top + line.baseline)
            if let link = line.link, let size = line.line.runs.first?.size {
                pages[page].items.append(
                    .link(
                        to: link,
                        box: Box(
                            x: left + line.x + line.line.left, y: top + line.baseline - 0.88 * size,
                            width: line.line.right - line.line.left, height: size)))
            }
        }
        tables[row.table].begun = true
        open = (row.table, open?.top ?? top, top + height)
    }

    /// A rule across the table, its middle at `y`.
    private mutating func rule(_ rule: Rule, _ frame: TableFrame, y: Double) {
        guard rule.thickness > 0 else { return }
        let overhang = frame.hasSideRules ? frame.rule.thickness / 2 : 0
        pages[pages.count - 1].items.append(
            .fill(
                Box(
                    x: left + frame.left - overhang, y: y - rule.thickness / 2, width: frame.width + 2 * overhang,
                    height: rule.thickness), rule.colour))
    }

    /// Draws what goes over all rows of a table on this page.
    private mutating func closeTable() {
        guard let (table, top, foot) = open else { return }
        open = nil
        let frame = tables[table]
        rule(frame.frame, frame, y: foot)
        guard frame.rule.thickness > 0 else { return }
        for x in frame.columnRules {
            pages[pages.count - 1].items.append(
                .fill(
                    Box(
                        x: left + frame.left + x - frame.rule.thickness / 2, y: top, width: frame.rule.thickness,
                        height: foot - top), frame.rule.colour))
        }
    }
}

/// What the rows of a table share on every page.
struct TableFrame {
    /// From the type area's left edge; pt.
    var left: Double
    var width: Double
    /// Vertical rules, from `left`.
    var columnRules: [Double]
    var rule: Rule
    var frame: Rule
    var hasSideRules: Bool
    var shade: Colour?
    /// Set above its rows on every further page: 续表 and the headings.
    var repeated: [Slab] = []
    /// Whether a row of it is drawn.
    var begun = false
}

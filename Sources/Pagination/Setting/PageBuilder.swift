/// Fills pages with slabs from top to bottom.
///
/// Slabs that may not be parted are held back until the next place where a page may end.
struct PageBuilder {
    let shape: PageShape
    /// What stands between text and footnotes.
    var noteRule = NoteRule()
    var pages: [Page] = []
    /// What the items of the pages are marked with.
    var structure = StructureOutline()
    /// Entries of the contents with their places: page, the item to be filled, baseline, line.
    var entries: [ContentsEntry] = []
    /// The page each anchor is on, from 0.
    var anchorPages: [String: Int] = [:]
    var tables: [TableFrame] = []
    /// Pages, from 0, that have no number printed: blank ones before the end matter, and its own after those.
    var unnumbered: Set<Int> = []

    var held: [Slab] = []
    /// Their tops.
    var tops: [Double] = []
    /// Where the next slab may begin: the foot of the last, and the space it wants after it.
    var foot = 0.0
    var space = 0.0
    var isTop = true
    /// The same before the first held slab.
    var heldFoot = 0.0
    var heldTop = true
    var heldSpace = 0.0
    /// Footnotes of what is drawn on this page, and their height with those of what is held.
    var notes: [[Slab]] = []
    var noteHeight = 0.0
    /// Pictures and charts that wait for the head of a page.
    var floats: [[Slab]] = []
    var open: OpenTable?
    /// What is drawn on this page, slab by slab.
    var strips: [Strip] = []

    init(shape: PageShape) {
        self.shape = shape
    }

    /// How many pages there are, but for one with nothing on it yet.
    var pageCount: Int { isTop && !pages.isEmpty ? pages.count - 1 : pages.count }

    /// How far down the last page is filled; pt.
    var used: Double { foot }

    var left: Double { shape.left(of: pages.count) }

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
        let moved = held.filter { !$0.isRepeated } + [slab]
        drop()
        fillPage()
        turn()
        for (number, slab) in moved.enumerated() where !place(slab, force: number == 0) {
            settle()
            turn()
            _ = place(slab, force: true)
        }
    }

    /// Ends the page, unless nothing is on it yet.
    ///
    /// - Parameter parity: 1 for an odd page next, 0 for an even one; a blank page comes between where it has to.
    mutating func breakPage(parity: Int? = nil) {
        settle()
        flushFloats()
        if !pages.isEmpty, !isTop { turn() }
        guard let parity else { return }
        if pages.isEmpty { beginPage() }
        if pages.count % 2 != parity { beginBlank() }
    }

    /// What a page has left for slabs that stay together with what is held.
    ///
    /// - Returns: the room below what is held, and what would be left blank if all that is held went to the next page.
    func room(before space: Double) -> (rest: Double, blank: Double, held: Double) {
        let area = shape.textHeight - notesOnPage(noteHeight)
        if pages.isEmpty { return (area, area, 0) }
        let rest = area - foot - (isTop ? 0 : max(self.space, space))
        return (rest, heldTop ? 0 : area - heldFoot, held.isEmpty ? 0 : foot - tops[0])
    }

    /// Slabs whose last stands on the foot of the type area, of this page or, where it has no room, of the next.
    ///
    /// - Parameter even: on an even page, where a sheet printed on both sides ends (GB/T 9704 7.4.1). A blank page that
    ///   comes before has no number, and then neither has this one (7.5).
    mutating func addAtBottom(_ slabs: [Slab], even: Bool = false) {
        guard !slabs.isEmpty else { return }
        if pages.isEmpty { beginPage() }
        settle()
        flushFloats()
        var height = 0.0
        var space = 0.0
        for (number, slab) in slabs.enumerated() {
            height += slab.height + (number == 0 ? 0 : max(space, slab.before))
            space = slab.after
        }
        let area = shape.textHeight - notesOnPage(noteHeight)
        let room = area - foot - (isTop ? 0 : max(self.space, slabs[0].before))
        if !isTop, height > room || (even && pages.count % 2 == 1) { turn() }
        if even, pages.count > 1, pages.count % 2 == 1, isTop {
            unnumbered.insert(pages.count - 1)
            beginPage()
            unnumbered.insert(pages.count - 1)
        }
        foot = max(foot, area - height)
        isTop = true
        for slab in slabs { _ = place(slab, force: true) }
        settle()
    }

    mutating func finish() {
        settle()
        flushFloats()
        endPage()
        while !notes.isEmpty {
            beginPage()
            endPage()
        }
        if pages.count > 1, isTop, pages[pages.count - 1].items.isEmpty { pages.removeLast() }
    }

    /// Fills the place that was kept for an entry of the contents. Later entries of its page come before it.
    mutating func fill(_ entry: ContentsEntry, _ items: [Page.Item]) {
        pages[entry.page].items.replaceSubrange(entry.item...entry.item, with: items)
    }

    /// Takes a page that is finished out of memory here; its place stays.
    mutating func takePage(_ index: Int) -> Page {
        let page = pages[index]
        pages[index].items = []
        return page
    }

    // MARK: Placing

    mutating func beginPage() {
        pages.append(Page(width: shape.width.points, height: shape.height.points))
        foot = 0
        space = 0
        isTop = true
        (heldFoot, heldTop) = (foot, isTop)
        strips = []
        noteHeight = ColumnBlock.height(notes)
    }

    mutating func beginBlank() {
        unnumbered.insert(pages.count - 1)
        beginPage()
    }

    mutating func endPage() {
        closeTable()
        drawNotes()
    }

    mutating func turn() {
        endPage()
        beginPage()
        placeFloats()
    }

    /// Holds the slab at its place on this page; `false` where there is no room.
    mutating func place(_ slab: Slab, force: Bool = false) -> Bool {
        if case .row(let row) = slab.content, !row.isHead {
            if tables[row.table].begun, tables[row.table].page != pages.count - 1 {
                for repeated in tables[row.table].repeated { hold(repeated, at: top(of: repeated)) }
            }
            tables[row.table].page = pages.count - 1
        }
        let top = top(of: slab)
        let notes = noteHeight + slab.notes.reduce(0) { $0 + ColumnBlock.height($1[...]) + noteRule.between }
        if !force, top + slab.height + notesOnPage(notes) > shape.textHeight + 0.01 { return false }
        noteHeight = notes
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
    mutating func settle() {
        for (slab, top) in zip(held, tops) {
            if !slab.goesOn(open?.table) { closeTable() }
            strips.append(
                Strip(
                    items: pages[pages.count - 1].items.count, entries: entries.count,
                    isStretchable: !slab.goesOn(open?.table), isFixed: slab.isFixed))
            draw(slab, x: left, top: top + shape.top.points)
            notes += slab.notes
        }
        held.removeAll(keepingCapacity: true)
        tops.removeAll(keepingCapacity: true)
        (heldFoot, heldTop, heldSpace) = (foot, isTop, space)
    }

    /// Forgets what is held: it goes to another page.
    mutating func drop() {
        held = []
        tops = []
        noteHeight = ColumnBlock.height(notes)
    }
}

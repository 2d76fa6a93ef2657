/// Fills pages with slabs from top to bottom.
///
/// Slabs that may not be parted are held back until the next place where a page may end.
struct PageBuilder {
    let shape: PageShape
    /// What stands between text and footnotes.
    var noteRule = NoteRule()
    var pages: [Page] = []
    /// Entries of the contents with their places: page, baseline, line.
    var entries: [(page: Int, baseline: Double, line: SetLine, heading: Int)] = []
    /// The page each anchor is on, from 0.
    var anchorPages: [String: Int] = [:]
    var tables: [TableFrame] = []
    /// Pages, from 0, that have no number printed: blank ones before the end matter, and its own after those.
    private(set) var unnumbered: Set<Int> = []

    private var held: [Slab] = []
    /// Their tops.
    private var tops: [Double] = []
    /// Where the next slab may begin: the foot of the last, and the space it wants after it.
    private var foot = 0.0
    private var space = 0.0
    private var isTop = true
    /// The same before the first held slab.
    private var heldFoot = 0.0
    private var heldTop = true
    /// Footnotes of what is drawn on this page, and their height with those of what is held.
    private var notes: [[Slab]] = []
    private var noteHeight = 0.0
    /// Pictures and charts that wait for the head of a page.
    private var floats: [[Slab]] = []
    var open: OpenTable?

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

    /// Slabs in columns of even height, on this page and, where they are too many, on further ones.
    mutating func addColumns(_ slabs: [Slab], widths: ColumnWidths, before: Double, after: Double) {
        settle()
        var rest = slabs[...]
        while !rest.isEmpty {
            if pages.isEmpty { beginPage() }
            let top = foot + (isTop ? 0 : max(space, before))
            let room = shape.textHeight - notesOnPage(noteHeight) - top
            let all = ColumnBlock.balanced(rest, widths, room: room)
            if all.count < rest.count, !isTop, room < shape.textHeight / 6 {
                turn()
                continue
            }
            let block = Slab(content: .block(all.placed), height: all.height, before: before, after: after)
            _ = place(block, force: true)
            settle()
            rest = rest.dropFirst(all.count)
            if !rest.isEmpty { turn() }
        }
    }

    /// Slabs that stay together, here or, where the page has no room for them, at the head of the next.
    mutating func addFloat(_ slabs: [Slab]) {
        if pages.isEmpty { beginPage() }
        let before = slabs.first?.before ?? 0
        let height = ColumnBlock.height(slabs[...])
        settle()
        if floats.isEmpty, height <= room(before: before).rest {
            for slab in slabs { _ = place(slab, force: true) }
            settle()
        } else if height > shape.textHeight {
            for slab in slabs { add(slab) }
        } else {
            floats.append(slabs)
        }
    }

    /// Pages that are ready: they stand between what was added before and what comes.
    mutating func insert(_ ready: [Page], anchors: [String: Int]) {
        breakPage()
        if pages.last?.items.isEmpty ?? false, isTop { pages.removeLast() }
        for (name, page) in anchors { anchorPages[name] = page + pages.count }
        pages += ready
        // The next slab turns to a page of its own.
        (foot, space, isTop) = (shape.textHeight, 0, false)
        (heldFoot, heldTop) = (foot, false)
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

    mutating func decorate(_ page: Int, _ items: [Page.Item]) { pages[page].items += items }

    mutating func label(_ page: Int, _ label: String?) { pages[page].label = label }

    // MARK: Placing

    private mutating func beginPage() {
        pages.append(Page(width: shape.width.points, height: shape.height.points))
        foot = 0
        space = 0
        isTop = true
        (heldFoot, heldTop) = (foot, isTop)
        noteHeight = ColumnBlock.height(notes)
    }

    private mutating func beginBlank() {
        unnumbered.insert(pages.count - 1)
        beginPage()
    }

    private mutating func endPage() {
        closeTable()
        drawNotes()
    }

    private mutating func turn() {
        endPage()
        beginPage()
        placeFloats()
    }

    private mutating func placeFloats() {
        while let float = floats.first {
            let before = float.first?.before ?? 0
            guard isTop || ColumnBlock.height(float[...]) <= room(before: before).rest else { return }
            floats.removeFirst()
            for slab in float { _ = place(slab, force: true) }
            settle()
        }
    }

    private mutating func flushFloats() {
        while !floats.isEmpty {
            if isTop { placeFloats() } else { turn() }
        }
    }

    /// Holds the slab at its place on this page; `false` where there is no room.
    private mutating func place(_ slab: Slab, force: Bool = false) -> Bool {
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
    private mutating func settle() {
        for (slab, top) in zip(held, tops) {
            draw(slab, x: left, top: top + shape.top.points)
            notes += slab.notes
        }
        held.removeAll(keepingCapacity: true)
        tops.removeAll(keepingCapacity: true)
        (heldFoot, heldTop) = (foot, isTop)
    }

    /// Forgets what is held: it goes to another page.
    private mutating func drop() {
        held = []
        tops = []
        noteHeight = ColumnBlock.height(notes)
    }

    // MARK: Footnotes

    /// What footnotes of this height take of a page: with their rule, and at most half of it.
    private func notesOnPage(_ height: Double) -> Double {
        height > 0 ? min(height + noteRule.height, shape.textHeight / 2) : 0
    }

    /// Draws the footnotes of this page; lines it has no room for go to the next.
    private mutating func drawNotes() {
        guard !notes.isEmpty, !pages.isEmpty else { return }
        let room = shape.textHeight - foot
        var fitting: [[Slab]] = []
        var rest: [[Slab]] = []
        var height = noteRule.height
        for note in notes {
            var count = 0
            while count < note.count, rest.isEmpty {
                let next = height + note[count].height + (count == 0 ? noteRule.between : note[count].before)
                if next > room + 0.01, foot > 0 || height > noteRule.height { break }
                height = next
                count += 1
            }
            if count > 0 { fitting.append(Array(note.prefix(count))) }
            if count < note.count { rest.append(Array(note.dropFirst(count))) }
        }
        notes = rest
        noteHeight = 0
        let all = fitting.flatMap { $0 }
        if all.isEmpty { return }
        var top = shape.top.points + shape.textHeight
        for (number, line) in all.enumerated().reversed() {
            top -= line.height
            draw(line, x: left, top: top)
            if number > 0 { top -= line.before }
        }
        let rule = noteRule.rule
        let y = top - noteRule.after - rule.thickness
        pages[pages.count - 1].items.append(
            .fill(Box(x: left, y: y, width: noteRule.width, height: rule.thickness), rule.colour))
    }
}

/// The short rule between a page's text and its footnotes; lengths in pt.
struct NoteRule: Hashable, Sendable {
    var rule = Rule(thickness: 0.5)
    var width = 113.4
    var before = 10.0
    var after = 5.0
    /// Between two notes.
    var between = 3.0

    var height: Double { before + rule.thickness + after }
}

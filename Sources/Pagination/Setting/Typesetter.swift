import Fonts

/// Sets bound sections: paragraphs to lines, tables to rows, all to slabs on pages.
struct Typesetter {
    var context: SettingContext
    let headings: [BoundText]
    var builder: PageBuilder
    /// How many of the following lines a heading still keeps on its page.
    var kept = 0
    /// Called when a page is turned: those before are finished.
    var turned: ((inout PageBuilder) -> Void)?
    /// Where slabs go while a group for the page's foot is set.
    private(set) var gathered: [Slab]?
    /// Of the contents.
    var entryStyle: StyleID?
    var leader: [Unicode.Scalar] = []

    var layout: Layout { context.layout }
    var composer: LineComposer { context.composer }

    init(context: SettingContext, headings: [BoundText], shape: PageShape? = nil) {
        self.context = context
        self.headings = headings
        builder = PageBuilder(shape: shape ?? context.layout.page)
        if let look = context.layout.footnotes { builder.noteRule = look.rule }
    }

    mutating func set(_ sections: [Bound]) {
        for section in sections { set(section) }
    }

    private mutating func set(_ section: Bound) {
        if !isListItem(section) { builder.structure.endList() }
        switch section {
        case .text(let text): set(text)
        case .pair(let left, let right, let style): set(left: left, right: right, style)
        case .rule(let rule, let before, let after):
            add(Slab(content: .rule(rule), height: rule.thickness, before: before, after: after, mayBreak: false))
        case .space(let height): add(Slab(content: .none, height: height, mayBreak: true))
        case .spaceTo(let height): add(Slab(content: .none, height: 0, mayBreak: true, reach: height))
        case .pageBreak(let parity): builder.breakPage(parity: parity)
        case .contents(let section): set(section)
        case .table(let table): set(table)
        case .bottom(let sections, let even): builder.addAtBottom(gather(sections), even: even)
        case .landscape(let sections): setTurned(sections)
        case .columns(let sections, let count, let gap): set(sections, columns: count, gap: gap)
        case .names(let names, let section):
            addKept(NamesSetter(context: context).slabs(names, section, &builder.structure))
        case .seats(let seats): addKept(SeatsSetter(context: context).slabs(seats, &builder.structure))
        case .figure(let figure): set(figure)
        case .fold(let sections, let rule): setFolded(sections, rule)
        }
    }

    /// The slabs of sections that are placed otherwise than one after the other.
    mutating func gather(_ sections: [Bound]) -> [Slab] {
        let outer = gathered
        gathered = []
        set(sections)
        defer { gathered = outer }
        return gathered ?? []
    }

    mutating func add(_ slab: Slab) {
        guard gathered == nil else { return gathered!.append(slab) }
        let count = builder.pages.count
        builder.add(slab)
        if builder.pages.count > count { turned?(&builder) }
    }

    /// A paragraph that hangs from its first piece, or begins with a number: 1. ［2］
    private func isListItem(_ section: Bound) -> Bool {
        guard case .text(let text) = section, text.level == nil else { return false }
        if case .piece = layout.style(text.style).hang, text.pieces.count > 1 { return true }
        return ListLabel.begins(text.plain)
    }

    /// Slabs of which the first still stay with a heading before them.
    private mutating func addKept(_ slabs: [Slab]) {
        for var slab in slabs {
            if kept > 0 { slab.mayBreak = false }
            kept -= 1
            add(slab)
        }
    }

    // MARK: Paragraphs

    private mutating func set(_ text: BoundText) {
        var style = layout.style(text.style)
        let link = text.link.flatMap { context.anchors.contains($0) ? $0 : nil }
        let element = element(of: text, isLink: link != nil)
        var (scalars, spans) = join(text.pieces, size: style.size)
        let links = link == nil ? self.links(text.pieces, in: element, &spans) : [:]
        var measure = context.measure(style)
        switch style.hang {
        case .none: break
        case .by(let extent): measure.indent = measure.firstIndent + extent.points(in: style)
        case .piece:
            if text.pieces.count > 1 {
                let width = composer.naturalWidth(text.pieces[0].text, spans: [spans[0]], trimmed: false)
                measure.indent = measure.firstIndent + width
            }
        }
        if style.fits {
            let room = measure.width - measure.firstIndent
            let width = composer.naturalWidth(scalars, spans: spans)
            let scale = max(0.5, min(1, (room - 0.01) / width))
            style.size *= scale
            style.pitch *= scale
            for place in spans.indices { spans[place].size *= scale }
        }
        let lines = composer.compose(scalars, spans: spans, in: measure)
        let notes = FootnoteSetter(context: context).notes(of: text, in: lines, &builder.structure)
        add(
            lines.map { [Slab.Part(line: $0, element: element)] }, style, anchors: anchors(text, in: lines), link: link,
            links: links, notes: notes)
        if style.keepsNext { kept = 2 }
    }

    /// Makes the pieces that lead elsewhere elements of their own.
    ///
    /// - Returns: where each leads.
    private mutating func links(
        _ pieces: [BoundText.Piece], in element: Int, _ spans: inout [TextSpan]
    ) -> [Int: String] {
        var links: [Int: String] = [:]
        for (place, piece) in pieces.enumerated() {
            guard let link = piece.link, context.anchors.contains(link) else { continue }
            // What it begins with is enough to know it by.
            let words = context.words(Array(piece.text.prefix(20))) + (piece.text.count > 20 ? "…" : "")
            let inner = builder.structure.add(.link, in: element, words: words)
            spans[place].element = inner
            links[inner] = link
        }
        return links
    }

    /// Anchors of a paragraph and of its pieces, by the line that each begins in.
    private func anchors(_ text: BoundText, in lines: [SetLine]) -> [Int: [String]] {
        var anchors: [Int: [String]] = [:]
        if let anchor = text.anchor { anchors[0] = [anchor] }
        var start = 0
        for piece in text.pieces {
            if let anchor = piece.anchor, let line = lines.firstIndex(where: { $0.scalars.contains(start) }) {
                anchors[line, default: []].append(anchor)
            }
            start += piece.text.count
        }
        return anchors
    }

    private mutating func element(of text: BoundText, isLink: Bool) -> Int {
        var element =
            if let level = text.level {
                builder.structure.addHeading(level: level)
            } else if isListItem(.text(text)) {
                builder.structure.addListItem(text.style)
            } else {
                builder.structure.add(.paragraph)
            }
        if isLink { element = builder.structure.add(.link, in: element, words: context.words(text.plain)) }
        return element
    }

    /// Slabs of a paragraph's lines, with its rules for the page's foot and head.
    private mutating func add(
        _ lines: [[Slab.Part]], _ style: Style, anchors: [Int: [String]] = [:], link: String? = nil,
        links: [Int: String] = [:], notes: [Int: [[Slab]]] = [:]
    ) {
        for (number, parts) in lines.enumerated() {
            let isFirst = number == 0
            let rest = lines.count - number
            var slab = Slab(
                content: .lines(parts, ascent: context.ascent(style)), height: style.size,
                before: isFirst ? style.spaceBefore : style.leading,
                after: rest == 1 ? style.spaceAfter : style.leading)
            slab.mayBreak =
                kept <= 0 && (isFirst || (!style.keepsTogether && number >= style.orphans && rest >= style.widows))
            slab.snaps = style.snaps && isFirst
            slab.anchors = anchors[number] ?? []
            slab.link = link
            slab.links = links
            slab.element = parts.first?.element
            slab.notes = notes[number] ?? []
            kept -= 1
            add(slab)
        }
    }

    private func join(_ pieces: [BoundText.Piece], size: Double) -> ([Unicode.Scalar], [TextSpan]) {
        if pieces.count == 1 {
            return (pieces[0].text, [context.span(pieces[0].text.count, layout.style(pieces[0].style))])
        }
        let spans = pieces.map { piece in
            var span = context.span(piece.text.count, layout.style(piece.style))
            span.isNote = piece.note != nil
            if span.isNote { span.rise = FootnoteSetter.rise * size }
            return span
        }
        return (pieces.flatMap(\.text), spans)
    }

    private mutating func set(left: [Unicode.Scalar], right: [Unicode.Scalar], _ id: StyleID) {
        let style = layout.style(id)
        var measure = context.measure(style)
        measure.firstIndent = measure.indent
        measure.alignment = .right
        let line = composer.compose(right, spans: [context.span(right.count, style)], in: measure).first
        measure.alignment = .left
        let other = composer.compose(left, spans: [context.span(left.count, style)], in: measure)
        var rows: [[Slab.Part]] = []
        if !other.isEmpty {
            let element = builder.structure.add(.paragraph)
            rows = other.map { [Slab.Part(line: $0, element: element)] }
        }
        if let line {
            let part = Slab.Part(line: line, element: builder.structure.add(.paragraph))
            // Too long for one line: the right text takes one of its own.
            if let last = other.last, last.right + style.size <= line.left {
                rows[rows.count - 1].append(part)
            } else {
                rows.append([part])
            }
        }
        add(rows, style)
    }

    // MARK: Tables

    private mutating func set(_ table: BoundTable) {
        let number = builder.tables.count
        let setter = TableSetter(table: table, number: number, context: context)
        let section = table.section
        let element = builder.structure.add(.table)
        let caption = table.caption == nil ? nil : builder.structure.add(.caption, in: element)
        var (frame, slabs) = setter.slabs(
            keepsFirst: kept > 0 || table.caption != nil, pageHeight: builder.shape.textHeight, element,
            &builder.structure)
        builder.tables.append(frame)
        if let text = table.caption, let id = section.captionStyle {
            let style = layout.style(id)
            let lines = composer.compose(
                text, spans: [context.span(text.count, style)], in: context.measure(style))
            slabs = Self.kept(lines, style, caption, ascent: context.ascent(style), afterKept: kept > 0) + slabs
        }
        keepWhole(&slabs, blank: section.blank)
        // A row that is set leaves memory.
        slabs.reverse()
        while let slab = slabs.popLast() { add(slab) }
        kept = 0
    }

    /// A table that a page can hold stays in one piece where not too much of this one is left blank for it.
    private func keepWhole(_ slabs: inout [Slab], blank: Double?) {
        guard gathered == nil else { return }
        let height = ColumnBlock.height(slabs[...])
        let space = slabs[0].before
        // What is held goes along only where it may not be parted from the table.
        let room = builder.room(before: space)
        let movesHeld = !slabs[0].mayBreak
        let fits = height <= room.rest
        let whole = height + (movesHeld ? room.held + space : 0) <= builder.shape.textHeight
        let left = movesHeld ? room.blank : room.rest
        guard !fits, whole, left <= blank ?? builder.shape.textHeight / 4 else { return }
        for place in slabs.indices.dropFirst() { slabs[place].mayBreak = false }
    }

    /// Slabs of lines that stay with each other and with what follows.
    static func kept(
        _ lines: [SetLine], _ style: Style, _ element: Int?, ascent: Double, afterKept: Bool
    ) -> [Slab] {
        lines.enumerated().map { number, line in
            Slab(
                content: .line(line, ascent: ascent), height: style.size,
                before: number == 0 ? style.spaceBefore : style.leading,
                after: number == lines.count - 1 ? style.spaceAfter : style.leading,
                mayBreak: number == 0 && !afterKept, snaps: style.snaps && number == 0, element: element)
        }
    }
}

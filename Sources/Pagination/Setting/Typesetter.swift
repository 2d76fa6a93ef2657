import Fonts

/// Sets bound sections: paragraphs to lines, tables to rows, all to slabs on pages.
struct Typesetter {
    let context: SettingContext
    let headings: [BoundText]
    var builder: PageBuilder
    /// How many of the following lines a heading still keeps on its page.
    private var kept = 0
    /// Where slabs go while a group for the page's foot is set.
    private var gathered: [Slab]?

    private var layout: Layout { context.layout }
    private var composer: LineComposer { context.composer }

    init(context: SettingContext, headings: [BoundText]) {
        self.context = context
        self.headings = headings
        builder = PageBuilder(shape: context.layout.page)
    }

    mutating func set(_ sections: [Bound]) {
        for section in sections { set(section) }
    }

    private mutating func set(_ section: Bound) {
        switch section {
        case .text(let text): set(text)
        case .pair(let left, let right, let style): set(left: left, right: right, style)
        case .rule(let rule, let before, let after):
            add(Slab(content: .rule(rule), height: rule.thickness, before: before, after: after, mayBreak: false))
        case .space(let height): add(Slab(content: .none, height: height, mayBreak: true))
        case .spaceTo(let height): add(Slab(content: .none, height: 0, mayBreak: true, reach: height))
        case .pageBreak: builder.breakPage()
        case .contents(let section): set(section)
        case .table(let table): set(table)
        case .bottom(let sections):
            gathered = []
            set(sections)
            let slabs = gathered ?? []
            gathered = nil
            builder.addAtBottom(slabs)
        }
    }

    mutating func add(_ slab: Slab) {
        if gathered != nil { gathered!.append(slab) } else { builder.add(slab) }
    }

    // MARK: Paragraphs

    private mutating func set(_ text: BoundText) {
        var style = layout.style(text.style)
        var (scalars, spans) = join(text.pieces)
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
        let link = text.link.flatMap { context.anchors.contains($0) ? $0 : nil }
        add(lines, style, anchor: text.anchor, link: link)
        if style.keepsNext { kept = 2 }
    }

    /// Slabs of a paragraph's lines, with its rules for the page's foot and head.
    private mutating func add(_ lines: [SetLine], _ style: Style, anchor: String?, link: String?) {
        for (number, line) in lines.enumerated() {
            let isFirst = number == 0
            let rest = lines.count - number
            var slab = Slab(
                content: .line(line, ascent: context.ascent(style)), height: style.size,
                before: isFirst ? style.spaceBefore : style.leading,
                after: rest == 1 ? style.spaceAfter : style.leading)
            slab.mayBreak =
                kept <= 0 && (isFirst || (!style.keepsTogether && number >= style.orphans && rest >= style.widows))
            slab.snaps = style.snaps && isFirst
            slab.anchor = isFirst ? anchor : nil
            slab.link = link
            kept -= 1
            add(slab)
        }
    }

    private func join(_ pieces: [BoundText.Piece]) -> ([Unicode.Scalar], [TextSpan]) {
        if pieces.count == 1 {
            return (pieces[0].text, [context.span(pieces[0].text.count, layout.style(pieces[0].style))])
        }
        return (pieces.flatMap(\.text), pieces.map { context.span($0.text.count, layout.style($0.style)) })
    }

    private mutating func set(left: [Unicode.Scalar], right: [Unicode.Scalar], _ id: StyleID) {
        let style = layout.style(id)
        var measure = context.measure(style)
        measure.firstIndent = measure.indent
        measure.alignment = .right
        var line = composer.compose(right, spans: [context.span(right.count, style)], in: measure).first
        measure.alignment = .left
        let other = composer.compose(left, spans: [context.span(left.count, style)], in: measure)
        // Too long for one line: the right text takes one of its own.
        if let last = other.last, let pair = line, last.right + style.size <= pair.left {
            line?.runs = last.runs + pair.runs
            line?.left = last.left
            add(other.dropLast() + [line!], style, anchor: nil, link: nil)
        } else {
            add(other + (line.map { [$0] } ?? []), style, anchor: nil, link: nil)
        }
    }

    // MARK: Contents

    private mutating func set(_ section: ContentsSection) {
        let style = layout.style(section.style)
        var measure = context.measure(style)
        // Room for the page's number and a piece of leader.
        measure.width -= 4 * style.size
        for (number, heading) in headings.enumerated() {
            guard heading.inContents, let level = heading.level, level >= section.from, level <= section.depth else {
                continue
            }
            let text = heading.plain
            let lines = composer.compose(text, spans: [context.span(text.count, style)], in: measure)
            for (place, line) in lines.enumerated() {
                let isLast = place == lines.count - 1
                let content: Slab.Content =
                    isLast
                    ? .entry(line, ascent: context.ascent(style), heading: number)
                    : .line(line, ascent: context.ascent(style))
                add(
                    Slab(
                        content: content, height: style.size,
                        before: place == 0 ? style.spaceBefore : style.leading, after: style.spaceAfter,
                        mayBreak: kept <= 0 && place == 0, link: heading.anchor))
                kept -= 1
            }
        }
        entryStyle = section.style
        leader = Array(section.leader.unicodeScalars)
    }

    private var entryStyle: StyleID?
    private var leader: [Unicode.Scalar] = []

    /// Page numbers and leaders of the contents, once every heading has its page.
    mutating func finishContents() {
        guard let entryStyle else { return }
        let style = layout.style(entryStyle)
        var measure = context.measure(style)
        measure.firstIndent = measure.indent
        measure.alignment = .right
        for entry in builder.entries {
            let left = layout.page.left(of: entry.page + 1)
            var lines = [entry.line]
            if let anchor = headings[entry.heading].anchor, let page = builder.anchorPages[anchor] {
                let number = Array(String(page + 1).unicodeScalars)
                let set = composer.compose(number, spans: [context.span(number.count, style)], in: measure)
                lines += leaders(from: entry.line.right, to: set.first?.left ?? measure.width, style, measure) + set
            }
            var items: [Page.Item] = []
            for line in lines {
                for var run in line.runs {
                    for at in run.glyphs.indices {
                        run.glyphs[at].x += left
                        run.glyphs[at].y += entry.baseline
                    }
                    items.append(.glyphs(run))
                }
            }
            builder.decorate(entry.page, items)
        }
    }

    private func leaders(from: Double, to: Double, _ style: Style, _ measure: Measure) -> [SetLine] {
        guard !leader.isEmpty else { return [] }
        let width = composer.naturalWidth(leader + leader, spans: [context.span(2 * leader.count, style)]) / 2
        let gap = 0.3 * style.size
        let count = width > 0 ? Int((to - from - 2 * gap) / width) : 0
        guard count > 0 else { return [] }
        let text = Array(repeatElement(leader, count: count).joined())
        var measure = measure
        measure.width = to - gap
        measure.indent = 0
        measure.firstIndent = 0
        return composer.compose(text, spans: [context.span(text.count, style)], in: measure)
    }

    // MARK: Tables

    private mutating func set(_ table: BoundTable) {
        let number = builder.tables.count
        let setter = TableSetter(table: table, number: number, context: context)
        let section = table.section
        if let caption = table.caption, let id = section.captionStyle {
            let style = layout.style(id)
            let lines = composer.compose(
                caption, spans: [context.span(caption.count, style)], in: context.measure(style))
            add(lines, style, anchor: nil, link: nil)
            kept = 1
        }
        let (frame, slabs) = setter.slabs(keepsFirst: kept > 0)
        builder.tables.append(frame)
        for slab in slabs { add(slab) }
        kept = 0
    }
}

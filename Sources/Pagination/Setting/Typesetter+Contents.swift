import Fonts

extension Typesetter {
    mutating func set(_ section: ContentsSection) {
        let style = layout.style(section.style)
        var measure = context.measure(style)
        // Room for the page's number and a piece of leader.
        measure.width -= 4 * style.size
        var contents: Int?
        for (number, heading) in headings.enumerated() {
            guard heading.inContents, let level = heading.level, level >= section.from, level <= section.depth else {
                continue
            }
            let text = heading.plain
            let list = contents ?? builder.structure.add(.contents)
            contents = list
            let item = builder.structure.add(.contentsItem, in: list)
            let element = builder.structure.add(.link, in: item, words: context.words(text))
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
                        mayBreak: kept <= 0 && place == 0, link: heading.anchor, element: element))
                kept -= 1
            }
        }
        entryStyle = section.style
        leader = Array(section.leader.unicodeScalars)
    }

    /// Page numbers and leaders of the contents, once every heading has its page.
    mutating func finishContents() {
        guard let entryStyle else { return }
        let style = layout.style(entryStyle)
        var measure = context.measure(style)
        measure.firstIndent = measure.indent
        measure.alignment = .right
        for entry in builder.entries.reversed() {
            let left = layout.page.left(of: entry.page + 1)
            func items(_ lines: [SetLine]) -> [Page.Item] {
                lines.flatMap { $0.items(x: left, baseline: entry.baseline) }
            }
            var all: [Page.Item] = [.marked(entry.element, items([entry.line]))]
            if let anchor = headings[entry.heading].anchor, let page = builder.anchorPages[anchor] {
                let number = Array(String(page + 1 - layout.page.unnumbered).unicodeScalars)
                let set = composer.compose(number, spans: [context.span(number.count, style)], in: measure)
                let dots = leaders(from: entry.line.right, to: set.first?.left ?? measure.width, style, measure)
                all.append(.marked(entry.element, items(dots + set)))
            }
            builder.fill(entry, all)
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
}

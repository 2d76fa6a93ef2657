import Fonts
import Outlining

/// Sets what stands outside the type area: running head, page number, their rules.
struct FurnitureSetter {
    let layout: Layout
    let composer: LineComposer
    let briefing: Briefing

    /// The items of page `number` of `count`, from 1.
    ///
    /// - Parameter sheet: the page's place in the document, from 1; which side of a sheet it is.
    func items(on number: Int, of count: Int, sheet: Int) -> [Page.Item] {
        layout.head.flatMap { items($0, isHead: true, number, count, sheet) }
            + layout.foot.flatMap { items($0, isHead: false, number, count, sheet) }
    }

    private func items(
        _ furniture: Furniture, isHead: Bool, _ number: Int, _ count: Int, _ sheet: Int
    ) -> [Page.Item] {
        guard number >= furniture.from else { return [] }
        switch furniture.pages {
        case .all: break
        case .odd: if sheet % 2 == 0 { return [] }
        case .even: if sheet % 2 == 1 { return [] }
        }
        let shape = layout.page
        let left = shape.left(of: sheet)
        var items: [Page.Item] = []
        if let rule = furniture.rule {
            let y =
                isHead
                ? shape.top.points - furniture.ruleDistance
                : shape.top.points + shape.textHeight + furniture.ruleDistance
            items.append(
                .fill(
                    Box(x: left, y: y - rule.thickness / 2, width: shape.textWidth, height: rule.thickness), rule.colour
                ))
        }
        guard let text = text(furniture, number, count), !text.isEmpty else { return items }
        let style = layout.style(furniture.style)
        var measure = Measure(width: shape.textWidth, alignment: alignment(furniture.place, sheet))
        let inset = furniture.inset.points(in: style)
        measure.firstIndent = inset
        measure.indent = inset
        measure.width -= inset
        let baseline =
            isHead
            ? shape.top.points - furniture.distance
            : shape.top.points + shape.textHeight + furniture.distance + 0.38 * style.size
        let span = TextSpan(count: text.count, role: style.role, size: style.size, colour: style.colour)
        guard let line = composer.compose(text, spans: [span], in: measure).first else { return items }
        for var run in line.runs {
            for at in run.glyphs.indices {
                run.glyphs[at].x += left
                run.glyphs[at].y += baseline
            }
            items.append(.glyphs(run))
        }
        return items
    }

    private func text(_ furniture: Furniture, _ number: Int, _ count: Int) -> [Unicode.Scalar]? {
        let scope = Scope(briefing).inside(.fields(["page": .number(Double(number)), "pages": .number(Double(count))]))
        return furniture.text?.fill(scope).map(Binder.line)
    }

    private func alignment(_ place: Furniture.Place, _ number: Int) -> LineAlignment {
        switch place {
        case .left: .left
        case .centre: .centre
        case .right: .right
        case .outside: number % 2 == 1 ? .right : .left
        case .inside: number % 2 == 1 ? .left : .right
        }
    }
}

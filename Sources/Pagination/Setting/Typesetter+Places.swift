/// Sections that are not set one below the other: columns, turned pages, folded sheets, figures.
extension Typesetter {
    mutating func set(_ sections: [Bound], columns count: Int, gap: Double) {
        let outer = context
        let width = (outer.width - gap * Double(count - 1)) / Double(count)
        guard width > 0 else { return set(sections) }
        context = outer.narrowed(to: width)
        let slabs = gather(sections)
        context = outer
        guard let first = slabs.first, let last = slabs.last else { return }
        builder.addColumns(
            slabs, widths: ColumnWidths(count: count, width: width, gap: gap), before: first.before, after: last.after)
        kept = 0
    }

    /// Turned pages (GB/T 9704 7.7): on odd pages the head lies at the binding edge, on even ones at the other, which is
    /// the left of the sheet both times. Page numbers keep their places.
    mutating func setTurned(_ sections: [Bound]) {
        let shape = layout.page
        var inner = Typesetter(
            context: context.narrowed(to: shape.textHeight), headings: headings,
            shape: shape.bare(width: shape.textHeight, height: shape.textWidth))
        inner.builder.structure = builder.structure
        inner.set(sections)
        inner.builder.finish()
        builder.structure = inner.builder.structure
        builder.breakPage()
        let before = builder.pageCount
        let pages = inner.builder.pages.enumerated().map { number, page in
            let origin = Point(
                x: shape.left(of: before + number + 1), y: shape.top.points + shape.textHeight)
            return Page(
                width: shape.width.points, height: shape.height.points,
                items: Page.Item.turning(page.items, quarters: 1, to: origin))
        }
        guard pages.contains(where: { !$0.items.isEmpty }) else { return }
        builder.insert(pages, anchors: inner.builder.anchorPages)
        kept = 0
    }

    /// A sheet that is folded across its middle: the lower half is read from the front, the upper one, upside down, from
    /// behind.
    mutating func setFolded(_ sections: [Bound], _ rule: Rule) {
        let shape = layout.page
        let half = shape.height.points / 2
        let height = half - max(shape.top.points, shape.bottom.points)
        var inner = Typesetter(
            context: context, headings: [], shape: shape.bare(width: shape.textWidth, height: height))
        inner.builder.structure = builder.structure
        inner.set(sections)
        inner.builder.finish()
        builder.structure = inner.builder.structure
        guard let items = inner.builder.pages.first?.items, !items.isEmpty else { return }
        builder.breakPage()
        let x = shape.left(of: builder.pageCount + 1)
        // In the middle of the half, whatever margins the sheet has.
        let used = inner.builder.used
        let front = items.map { $0.moved(x: x, y: half + (half - used) / 2) }
        let back = Page.Item.turning(
            builder.structure.again(items), quarters: 2,
            to: Point(x: shape.width.points - x, y: half - (half - used) / 2))
        let fold = Page.Item.stroke(
            Stroke(
                points: [Point(x: 0, y: half), Point(x: shape.width.points, y: half)], width: rule.thickness,
                colour: rule.colour, dashes: [6, 6]))
        // One after the other in the order of reading.
        let page = Page(width: shape.width.points, height: shape.height.points, items: front + [fold] + back)
        builder.insert([page], anchors: [:])
        kept = 0
    }

    mutating func set(_ figure: BoundFigure) {
        let setter = FigureSetter(context: context, height: builder.shape.textHeight)
        let slabs = setter.slabs(figure, keepsFirst: kept > 0, &builder.structure)
        if figure.frame.floats, gathered == nil, kept <= 0 {
            builder.addFloat(slabs)
        } else {
            for slab in slabs { add(slab) }
        }
        kept = 0
    }
}

/// Sets pictures and charts with their captions.
struct FigureSetter {
    let context: SettingContext
    /// Of a page's type area; pt.
    let height: Double

    func slabs(_ figure: BoundFigure, keepsFirst: Bool, _ structure: inout StructureOutline) -> [Slab] {
        // One that nothing is said of is decoration.
        let element = figure.alternative.isEmpty ? nil : structure.add(.figure, words: figure.alternative)
        let caption = caption(figure, in: element, &structure)
        let rest = height - caption.reduce(0) { $0 + $1.height + $1.before } - 1
        let parts = drawings(figure, room: rest)
        var slabs = parts.enumerated().map { number, part in
            let x = max(0, (context.width - part.width) / 2)
            let box = Box(x: x, y: 0, width: part.width, height: part.height)
            // All parts are one figure; its words stand at the first.
            let drawn = Page.Item.figure(
                alt: number == 0 ? figure.alternative : "", box: box, part.items.map { $0.moved(x: x, y: 0) })
            return Slab(
                content: .items([drawn]), height: part.height, before: number == 0 ? figure.frame.before : 0,
                after: 0, mayBreak: number > 0 || !keepsFirst, element: element)
        }
        slabs += caption
        if !slabs.isEmpty { slabs[slabs.count - 1].after = figure.frame.after }
        return slabs
    }

    private func caption(
        _ figure: BoundFigure, in element: Int?, _ structure: inout StructureOutline
    ) -> [Slab] {
        guard let text = figure.caption, !text.isEmpty, let id = figure.frame.captionStyle else { return [] }
        let style = context.layout.style(id)
        let lines = context.composer.compose(
            text, spans: [context.span(text.count, style)], in: context.measure(style))
        let caption = structure.add(element == nil ? .paragraph : .caption, in: element)
        return Typesetter.kept(lines, style, caption, ascent: context.ascent(style), afterKept: true)
    }

    private func drawings(_ figure: BoundFigure, room: Double) -> [ChartSetter.Drawing] {
        switch figure.content {
        case .chart(let chart):
            return ChartSetter(chart: chart, context: context, room: room).drawings()
        case .picture(let picture, let section):
            let shape = Double(picture.height) / Double(picture.width)
            // Without a size: a pixel is 1/150 inch.
            var width = section.width ?? section.height.map { $0 / shape } ?? Double(picture.width) * 72 / 150
            var height = section.height ?? width * shape
            let scale = min(1, context.width / width, room / height)
            width *= scale
            height *= scale
            let box = Box(x: 0, y: 0, width: width, height: height)
            return [([.picture(picture, box)], width, height)]
        }
    }
}

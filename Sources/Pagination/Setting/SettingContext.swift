import Diagnostics
import Fonts

/// What setters share: layout, composer, the anchors that links may lead to, and how wide they set.
struct SettingContext {
    let layout: Layout
    let composer: LineComposer
    let anchors: Set<String>
    /// Of the type area, or of the column that is set; pt.
    var width: Double

    init(layout: Layout, composer: LineComposer, anchors: Set<String>) {
        self.layout = layout
        self.composer = composer
        self.anchors = anchors
        width = layout.page.textWidth
    }

    func narrowed(to width: Double) -> SettingContext {
        var context = self
        context.width = width
        return context
    }

    /// From the top of a line's em box to its baseline; pt.
    func ascent(_ style: Style) -> Double { 0.88 * style.size }

    /// A text as it is said, without marks.
    func words(_ text: [Unicode.Scalar]) -> String {
        String(scalars: composer.readsMarkup ? MarkedText.plain(text) : text)
    }

    func span(_ count: Int, _ style: Style) -> TextSpan {
        TextSpan(count: count, role: style.role, size: style.size, colour: style.colour)
    }

    /// The column a style's paragraphs are set in.
    func measure(_ style: Style) -> Measure {
        let shape = layout.page
        var tracking = 0.0
        if style.onGrid, shape.characters > 1, width == shape.textWidth {
            tracking = (shape.textWidth - Double(shape.characters) * style.size) / Double(shape.characters - 1)
            if tracking < -0.02 * style.size || tracking > 0.2 * style.size { tracking = 0 }
        }
        func points(_ extent: Extent) -> Double {
            if case .em(let value) = extent { value * (style.size + tracking) } else { extent.points(in: style) }
        }
        // A style that leaves no room for a character in a narrow column has no indents there.
        let sides = points(style.left) + points(style.right) + max(0, points(style.indent))
        if sides + style.size > width { return Measure(width: max(width, style.size), alignment: style.alignment) }
        let left = points(style.left)
        return Measure(
            width: width - points(style.right), firstIndent: left + points(style.indent), indent: left,
            alignment: style.alignment, tracking: tracking, hangs: style.hangsMarks)
    }

    /// One line as page items; its baseline lies at `baseline`, its measure begins at `x`; pt.
    func items(
        _ text: [Unicode.Scalar], _ style: Style, x: Double, baseline: Double, width: Double,
        alignment: LineAlignment = .left, colour: Colour? = nil
    ) -> [Page.Item] {
        var span = span(text.count, style)
        if let colour { span.colour = colour }
        let lines = composer.compose(text, spans: [span], in: Measure(width: width, alignment: alignment))
        return lines.enumerated().flatMap { number, line in
            line.items(x: x, baseline: baseline + Double(number) * style.pitch)
        }
    }

    func width(of text: [Unicode.Scalar], _ style: Style) -> Double {
        text.isEmpty ? 0 : composer.naturalWidth(text, spans: [span(text.count, style)])
    }
}

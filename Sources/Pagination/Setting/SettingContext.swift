import Fonts

/// What setters share: layout, composer, and the anchors that links may lead to.
struct SettingContext {
    let layout: Layout
    let composer: LineComposer
    let anchors: Set<String>

    /// From the top of a line's em box to its baseline; pt.
    func ascent(_ style: Style) -> Double { 0.88 * style.size }

    func span(_ count: Int, _ style: Style) -> TextSpan {
        TextSpan(count: count, role: style.role, size: style.size, colour: style.colour)
    }

    /// The column a style's paragraphs are set in.
    func measure(_ style: Style) -> Measure {
        let shape = layout.page
        var tracking = 0.0
        if style.onGrid, shape.characters > 1 {
            tracking = (shape.textWidth - Double(shape.characters) * style.size) / Double(shape.characters - 1)
            if tracking < -0.02 * style.size || tracking > 0.2 * style.size { tracking = 0 }
        }
        func points(_ extent: Extent) -> Double {
            if case .em(let value) = extent { value * (style.size + tracking) } else { extent.points(in: style) }
        }
        let left = points(style.left)
        return Measure(
            width: shape.textWidth - points(style.right), firstIndent: left + points(style.indent), indent: left,
            alignment: style.alignment, tracking: tracking)
    }
}

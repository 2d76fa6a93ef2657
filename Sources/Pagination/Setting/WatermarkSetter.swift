import Fonts

/// Sets a word across every page, below all else, light enough to read over: 征求意见稿.
struct WatermarkSetter {
    let text: [Unicode.Scalar]
    let composer: LineComposer

    private static let colour = Colour(red: 0.9, green: 0.9, blue: 0.9)
    /// pt
    private static let greatest = 96.0

    /// The item that a page begins with: centred, rising from the left, along at most two thirds of the diagonal.
    func item(on page: Page) -> Page.Item? {
        func span(_ size: Double) -> TextSpan {
            TextSpan(count: text.count, role: .hei, size: size, colour: Self.colour)
        }
        let width = composer.naturalWidth(text, spans: [span(1)])
        guard width > 0 else { return nil }
        let diagonal = (page.width * page.width + page.height * page.height).squareRoot()
        let size = min(Self.greatest, diagonal * 2 / 3 / width)
        let measure = Measure(width: width * size + size, alignment: .left)
        guard let line = composer.compose(text, spans: [span(size)], in: measure).first else { return nil }
        let items = line.items(x: -(line.left + line.right) / 2, baseline: 0.38 * size)
        return .slanted(degrees: 45, origin: Point(x: page.width / 2, y: page.height / 2), items)
    }
}

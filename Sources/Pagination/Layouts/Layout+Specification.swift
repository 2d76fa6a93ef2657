/// What a finished file of a layout can be held against; lengths in pt.
public struct PageSpecification: Hashable, Sendable {
    /// How pages are numbered at the foot.
    public struct Folio: Hashable, Sendable {
        public var size: Double
        /// From the type area to the middle of the characters.
        public var distance: Double
        /// From the outer edge of the type area; `nil` where it stands elsewhere.
        public var inset: Double?
    }

    public var width: Double
    public var height: Double
    public var top: Double
    public var bottom: Double
    public var inside: Double
    public var outside: Double
    public var lines: Int
    public var characters: Int
    /// Of all styles.
    public var sizes: [Double]
    public var folio: Folio?
}

extension Layout {
    /// Page, sizes and page numbers as the layout has them.
    public var specification: PageSpecification {
        let folio = foot.first { furniture in
            furniture.text?.parts.contains { if case .value(let path, _) = $0 { path.text == "page" } else { false } }
                ?? false
        }
        return PageSpecification(
            width: page.width.points, height: page.height.points, top: page.top.points, bottom: page.bottom.points,
            inside: page.inside.points, outside: page.outside.points, lines: page.lines, characters: page.characters,
            sizes: Set(styles.map(\.size)).sorted(),
            folio: folio.map { folio in
                PageSpecification.Folio(
                    size: style(folio.style).size, distance: folio.distance,
                    inset: folio.place == .outside ? folio.inset.points(in: style(folio.style)) : nil)
            })
    }
}

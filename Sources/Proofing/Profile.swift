/// What a document is held against. Lengths in pt.
public struct ProofProfile: Hashable, Sendable {
    /// Paper and type area.
    public struct Geometry: Hashable, Sendable {
        public var width: Double
        public var height: Double
        public var top: Double
        public var bottom: Double
        /// At the binding edge: left on odd pages.
        public var inside: Double
        public var outside: Double
        /// Lines of a page and characters of a line; 0 where there is no grid.
        public var lines: Int
        public var characters: Int
        /// Whether pages may lie across, their margins turned with them.
        public var turns = false

        public init(
            width: Double, height: Double, top: Double, bottom: Double, inside: Double, outside: Double, lines: Int,
            characters: Int
        ) {
            (self.width, self.height, self.top, self.bottom) = (width, height, top, bottom)
            (self.inside, self.outside, self.lines, self.characters) = (inside, outside, lines, characters)
        }
    }

    /// How pages are numbered.
    public struct Folio: Hashable, Sendable {
        /// Of the digits.
        public var size: Double
        /// From the type area's bottom to the middle of the dashes.
        public var distance: Double
        /// From the type area's outer edge; `nil` where it stands in the middle.
        public var inset: Double?

        public init(size: Double, distance: Double, inset: Double?) {
            (self.size, self.distance, self.inset) = (size, distance, inset)
        }
    }

    /// `gb9704`, `general`, or a layout's.
    public var name: String
    public var geometry: Geometry?
    public var folio: Folio?
    /// Sizes that running text may have; `nil` where any of the named ones (字号) may be, none where nothing is said.
    public var sizes: [Double]?
    /// Whether the faces and sizes of official documents are asked for (GB/T 9704 7.3).
    public var isOfficial = false

    public init(name: String) { self.name = name }

    public static let general = ProofProfile(name: "general")

    /// GB/T 9704-2012: 5.2.1 paper and margins, 5.2.3 the grid, 7.5 page numbers.
    public static let gb9704: ProofProfile = {
        let mm = 72 / 25.4
        var profile = ProofProfile(name: "gb9704")
        profile.geometry = Geometry(
            width: 210 * mm, height: 297 * mm, top: 37 * mm, bottom: 35 * mm, inside: 28 * mm, outside: 26 * mm,
            lines: 22,
            characters: 28)
        profile.geometry?.turns = true
        profile.folio = Folio(size: 14, distance: 7 * mm, inset: 14)
        profile.sizes = namedSizes
        profile.isOfficial = true
        return profile
    }()

    /// 字号 from 初号 to 七号, 三号 in both of its values.
    static let namedSizes = [42, 36, 26, 24, 22, 18, 16, 15.75, 15, 14, 12, 10.5, 9, 7.5, 6.5, 5.5]
}

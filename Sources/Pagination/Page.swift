public import Fonts

/// A point on a page in pt, from its top left corner, y downwards.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle on a page in pt, from its top left corner.
public struct Box: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// sRGB, each 0 to 1.
public struct Colour: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double

    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    public static let black = Colour(red: 0, green: 0, blue: 0)
}

/// Glyphs of one face, size and colour on one baseline, settled to the last decimal.
public struct GlyphRun: Hashable, Sendable {
    public struct Glyph: Hashable, Sendable {
        public var id: UInt32
        /// Origin on the page in pt; y is the baseline.
        public var x: Double
        public var y: Double

        public init(id: UInt32, x: Double, y: Double) {
            self.id = id
            self.x = x
            self.y = y
        }
    }

    /// How many scalars of `text` how many glyphs show; clusters follow each other without a gap.
    public struct Cluster: Hashable, Sendable {
        public var scalars: Int
        public var glyphs: Int

        public init(scalars: Int, glyphs: Int) {
            self.scalars = scalars
            self.glyphs = glyphs
        }
    }

    public var face: FaceID
    /// pt
    public var size: Double
    public var colour: Colour
    public var text: [Unicode.Scalar]
    public var glyphs: [Glyph]
    /// Empty where every scalar has one glyph.
    public var clusters: [Cluster]

    public init(
        face: FaceID, size: Double, colour: Colour, text: [Unicode.Scalar], glyphs: [Glyph], clusters: [Cluster] = []
    ) {
        self.face = face
        self.size = size
        self.colour = colour
        self.text = text
        self.glyphs = glyphs
        self.clusters = clusters
    }
}

/// One page, everything on it at its place.
public struct Page: Hashable, Sendable {
    public indirect enum Item: Hashable, Sendable {
        case glyphs(GlyphRun)
        /// A filled rectangle: table shades and rules alike.
        case fill(Box, Colour)
        /// A line through points.
        case stroke(Stroke)
        /// A filled polygon.
        case polygon([Point], Colour)
        case picture(Picture, Box)
        /// The content of an element of the document's structure, by its number. What is in none is decoration:
        /// rules, shades, what every page repeats.
        case marked(Int, [Item])
        /// Drawn as one thing, and told in words to those who cannot see it.
        case figure(alt: String, box: Box, [Item])
        /// Items on paper turned anticlockwise by quarters about their origin, which lies at `origin` of the page.
        case turned(quarters: Int, origin: Point, [Item])
        /// Items on paper turned anticlockwise by degrees about their origin, which lies at `origin` of the page.
        case slanted(degrees: Double, origin: Point, [Item])
        /// A place that links lead to.
        case anchor(name: String, at: Point)
        /// A link to an anchor, of the structure's element that it leads from.
        case link(to: String, box: Box, element: Int?)
    }

    /// What is printed as its number, `nil` where none is.
    public var label: String?
    /// pt
    public var width: Double
    public var height: Double
    public var items: [Item]

    public init(label: String? = nil, width: Double, height: Double, items: [Item] = []) {
        self.label = label
        self.width = width
        self.height = height
        self.items = items
    }
}

/// The pages of a document with what a reader of the file navigates by.
public struct PagedDocument: Hashable, Sendable {
    public struct OutlineEntry: Hashable, Sendable {
        /// From 1.
        public var level: Int
        public var title: String
        public var anchor: String

        public init(level: Int, title: String, anchor: String) {
            self.level = level
            self.title = title
            self.anchor = anchor
        }
    }

    public struct Metadata: Hashable, Sendable {
        public var title: String?
        public var author: String?
        public var subject: String?
        public var keywords: [String]
        public var language: TextLanguage
        /// `2024-05-31`; the file's dates are this day, never the clock's.
        public var date: String?

        public init(
            title: String? = nil, author: String? = nil, subject: String? = nil, keywords: [String] = [],
            language: TextLanguage = .hans, date: String? = nil
        ) {
            self.title = title
            self.author = author
            self.subject = subject
            self.keywords = keywords
            self.language = language
            self.date = date
        }
    }

    public var pages: [Page]
    public var outline: [OutlineEntry]
    public var metadata: Metadata
    /// What the pages' items are marked with; each element stands behind the one it is in. Empty for a document that
    /// has no structure.
    public var structure: [StructureElement]

    public init(
        pages: [Page], outline: [OutlineEntry] = [], metadata: Metadata = Metadata(),
        structure: [StructureElement] = []
    ) {
        self.pages = pages
        self.outline = outline
        self.metadata = metadata
        self.structure = structure
    }
}

public import Fonts

/// How a briefing is set, as data: page, styles, furniture and the order of its sections. Read from layouts/*.yaml.
public struct Layout: Hashable, Sendable {
    /// What it is called by, `briefing`.
    public var name: String
    /// What a person reads in a list of layouts.
    public var title: String
    public var language: TextLanguage
    var page: PageShape
    var styles: [Style]
    var head: [Furniture]
    var foot: [Furniture]
    var metadata: [String: Template]
    var sections: [Section]

    /// The value that a briefing of more than one page has, whoever wrote it.
    static let long = "long"

    /// Whether sections depend on how many pages there are.
    var asksForLength: Bool { sections.contains(where: \.asksForLength) }

    /// Styles by number; `styleNumbers` finds them by name while reading.
    func style(_ id: StyleID) -> Style { styles[id.index] }
}

/// The paper and the type area on it.
struct PageShape: Hashable, Sendable {
    var width = Length.mm(210)
    var height = Length.mm(297)
    var top = Length.mm(37)
    var bottom = Length.mm(35)
    /// At the binding edge, left on odd pages.
    var inside = Length.mm(28)
    var outside = Length.mm(26)
    /// Whether even pages have the binding edge on their right.
    var mirrored = false
    /// Characters in a line of the grid; 0 without one.
    var characters = 0
    /// Lines of the grid on a page; 0 without one.
    var lines = 0

    var textWidth: Double { (width - inside - outside).points }
    var textHeight: Double { (height - top - bottom).points }
    /// From one line of the grid to the next; pt.
    var linePitch: Double { lines > 0 ? textHeight / Double(lines) : 0 }

    /// The left edge of the type area on page `number`, from 1; pt.
    func left(of number: Int) -> Double {
        mirrored && number % 2 == 0 ? outside.points : inside.points
    }
}

struct StyleID: Hashable, Sendable {
    var index: Int
}

/// A length that may depend on the style it is used in.
enum Extent: Hashable, Sendable {
    case points(Double)
    case em(Double)
    case lines(Double)

    func points(in style: Style) -> Double {
        switch self {
        case .points(let value): value
        case .em(let value): value * style.size
        case .lines(let value): value * style.pitch
        }
    }
}

/// Where the lines after a paragraph's first begin.
enum Hang: Hashable, Sendable {
    /// Where all lines do.
    case none
    /// Under the second piece of the paragraph.
    case piece
    /// So far from where the first begins.
    case by(Extent)
}

/// How a paragraph is set.
struct Style: Hashable, Sendable {
    var name: String
    var role = FaceRole.song
    /// pt
    var size = 15.75
    /// From baseline to baseline; pt.
    var pitch = 28.98
    /// Of the first line; of all lines at the left, and at the right.
    var indent = Extent.points(0)
    var left = Extent.points(0)
    var right = Extent.points(0)
    /// Least distance to what stands before and after; without a value, what the pitch leaves between two lines.
    var before: Extent?
    var after: Extent?
    var alignment = LineAlignment.justify
    var colour = Colour.black
    /// Keeps two lines of what follows on its page.
    var keepsNext = false
    /// Never parted between pages.
    var keepsTogether = false
    /// Least lines at the foot and at the head of a page.
    var orphans = 2
    var widows = 2
    var hang = Hang.none
    /// Made smaller where a line cannot hold it.
    var fits = false
    /// Begins on a line of the page's grid.
    var snaps = false
    /// Set on the page's character grid.
    var onGrid = false

    var leading: Double { max(0, pitch - size) }
    var spaceBefore: Double { before?.points(in: self) ?? leading }
    var spaceAfter: Double { after?.points(in: self) ?? leading }
}

/// A line at the head or foot of pages, outside the type area.
struct Furniture: Hashable, Sendable {
    enum Place: String, Hashable, Sendable, CaseIterable {
        case left, centre, right, inside, outside
    }

    enum Pages: String, Hashable, Sendable, CaseIterable {
        case all, odd, even
    }

    var text: Template?
    var style: StyleID
    var place = Place.centre
    /// From the edge it stands at.
    var inset = Extent.points(0)
    /// From the type area to the baseline at the head, to the middle of the characters at the foot; pt.
    var distance = 0.0
    /// The first page it stands on.
    var from = 1
    var pages = Pages.all
    var rule: Rule?
    /// From the type area to the rule; pt.
    var ruleDistance = 0.0
}

struct Rule: Hashable, Sendable {
    /// pt
    var thickness: Double
    var colour = Colour.black
}

/// What a layout sets, in order.
struct Section: Hashable, Sendable {
    indirect enum Kind: Hashable, Sendable {
        case text(TextSection)
        /// Two texts on one line, left and right.
        case pair(left: Template, right: Template, style: StyleID)
        case rule(Rule, before: Double, after: Double)
        case space(Double)
        /// White space down to this distance from the head of the type area.
        case spaceTo(Double)
        case pageBreak
        case contents(ContentsSection)
        case table(TableSection)
        case each(path: KeyPath, sections: [Section])
        /// Sections in a row; at the bottom of the last page where `atBottom`.
        case group(sections: [Section], atBottom: Bool)
    }

    /// Set only where one of these has a value; empty for always.
    var conditions: [KeyPath]
    /// Set only where none of these has one.
    var exceptions: [KeyPath]
    var kind: Kind

    var asksForLength: Bool {
        if (conditions + exceptions).contains(KeyPath(Layout.long)) { return true }
        switch kind {
        case .each(_, let sections), .group(let sections, _): return sections.contains(where: \.asksForLength)
        default: return false
        }
    }
}

/// Part of a paragraph in a style of its own.
struct Piece: Hashable, Sendable {
    var template: Template
    var style: StyleID?
}

struct TextSection: Hashable, Sendable {
    var pieces: [Piece]
    var style: StyleID
    /// From 1 for headings.
    var level: Int?
    var anchor: Template?
    var link: Template?
    /// Whether the contents list it.
    var inContents = false
}

struct ContentsSection: Hashable, Sendable {
    var style: StyleID
    /// Headings from this level, from 1, up to that.
    var from = 1
    var depth = 1
    var leader: String
}

struct TableSection: Hashable, Sendable {
    var rows: KeyPath
    var columns: [Column]
    var caption: Template?
    var captionStyle: StyleID?
    /// Where the headings come from, unless each column has its own.
    var head: KeyPath?
    var continued: Template?
    var continuedStyle: StyleID?
    var style: StyleID
    var headStyle: StyleID
    var shade: Colour?
    var rule: Rule
    /// Of the top and bottom edges, where they differ.
    var frame: Rule
    /// Rules between columns.
    var hasColumnRules = true
    /// Vertical rules at the left and right edge.
    var hasSideRules = true
    var insetX: Double
    var insetY: Double
    var before: Double?
    var after: Double?
}

struct Column: Hashable, Sendable {
    enum Width: Hashable, Sendable {
        case points(Double)
        /// A part of what the others leave.
        case share(Double)
        /// What its widest cell needs.
        case automatic
    }

    var text: Template
    var heading: String?
    var width: Width
    var alignment: LineAlignment
    var headAlignment: LineAlignment
    /// Two-character names are padded to three.
    var padsNames = false
    var link: Template?
}

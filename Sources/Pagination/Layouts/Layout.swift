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
    var footnotes: FootnoteLook?
    var sections: [Section]

    /// The value that a briefing of more than one page has, whoever wrote it.
    static let long = "long"

    /// Whether sections depend on how many pages there are.
    var asksForLength: Bool { sections.contains(where: \.asksForLength) }

    /// Styles by number; `styleNumbers` finds them by name while reading.
    func style(_ id: StyleID) -> Style { styles[id.index] }

    /// The roles of its styles, in the order of all.
    public var roles: [FaceRole] { FaceRole.allCases.filter { role in styles.contains { $0.role == role } } }
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
    /// Whether a page that ends a line or two early is spread to its foot.
    var fills = false
    /// Pages before the one that is numbered 1.
    var unnumbered = 0

    var textWidth: Double { (width - inside - outside).points }
    var textHeight: Double { (height - top - bottom).points }
    /// From one line of the grid to the next; pt.
    var linePitch: Double { lines > 0 ? textHeight / Double(lines) : 0 }

    /// The type area alone, with nothing around it.
    func bare(width: Double, height: Double) -> PageShape {
        PageShape(
            width: .pt(width), height: .pt(height), top: .zero, bottom: .zero, inside: .zero, outside: .zero)
    }

    /// The left edge of the type area on page `number`, from 1; pt.
    func left(of number: Int) -> Double {
        mirrored && number % 2 == 0 ? outside.points : inside.points
    }
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

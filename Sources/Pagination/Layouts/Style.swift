import Fonts

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
    /// Whether commas and full stops at a line's end stand outside the column.
    var hangsMarks = false
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

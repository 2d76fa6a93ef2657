import Fonts

/// A stretch of a paragraph in one face, size and colour.
struct TextSpan: Hashable, Sendable {
    /// How many scalars it covers; spans follow each other without a gap.
    var count: Int
    var role: FaceRole
    /// pt
    var size: Double
    var colour: Colour
    /// Above the baseline, below it where negative; pt.
    var rise: Double = 0
    /// Whether it is the mark of a note, which stays with what is before it.
    var isNote = false
    /// What of the document's structure it is, where that is not the paragraph's.
    var element: Int?
}

/// Where the lines of a paragraph stand between its edges.
enum LineAlignment: String, Hashable, Sendable, CaseIterable {
    /// All full lines reach both edges.
    case justify
    case left
    case centre
    case right
    /// Centred, and broken into lines of even length.
    case balance
}

/// The column a paragraph is set in; lengths in pt.
struct Measure: Hashable, Sendable {
    var width: Double
    /// Of the first line and of the others, from the column's left edge.
    var firstIndent: Double = 0
    var indent: Double = 0
    var alignment: LineAlignment = .justify
    /// Between neighbouring characters of one em: what a grid's pitch is wider than its glyphs.
    var tracking: Double = 0
    /// Whether commas and full stops at a line's end stand outside the column.
    var hangs = false
}

/// One line, settled: glyphs at x from the column's left edge, y 0 on the baseline.
struct SetLine: Hashable, Sendable {
    var runs: [GlyphRun]
    /// Visible edges, from the column's left edge; pt.
    var left: Double
    var right: Double
    /// The scalars of the paragraph it shows.
    var scalars: Range<Int>
    /// Lines and dots that belong to it, placed like its runs.
    var marks: [Page.Item] = []
    /// Elements of the runs that are others than the line's; empty where none is.
    var elements: [Int?] = []

    /// All of it on a page.
    func items(x: Double, baseline: Double) -> [Page.Item] {
        var items: [Page.Item] = []
        items.reserveCapacity(runs.count + marks.count)
        for var run in runs {
            for at in run.glyphs.indices {
                run.glyphs[at].x += x
                run.glyphs[at].y += baseline
            }
            items.append(.glyphs(run))
        }
        for mark in marks { items.append(mark.moved(x: x, y: baseline)) }
        return items
    }
}

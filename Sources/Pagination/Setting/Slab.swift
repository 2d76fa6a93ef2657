/// What stands on a page as one piece, across the type area.
struct Slab {
    enum Content {
        case none
        /// A line; its baseline lies `ascent` below the slab's top.
        case line(SetLine, ascent: Double)
        case rule(Rule)
        /// An entry of the contents, whose page number is still to come.
        case entry(SetLine, ascent: Double, heading: Int)
        case row(TableRow)
    }

    var content: Content
    /// pt
    var height: Double
    /// Least distances to the slabs before and after; the greater of two counts.
    var before = 0.0
    var after = 0.0
    /// Whether a page may end before it.
    var mayBreak = true
    /// Begins on a line of the grid.
    var snaps = false
    /// How far from the head of the type area it ends at least; for white space.
    var reach: Double?
    var anchor: String?
    var link: String?
}

/// A row of a table, or a part of one that is taller than a page.
struct TableRow {
    struct Line {
        /// x from the type area's left edge.
        var line: SetLine
        /// Baseline, from the row's top; pt.
        var baseline: Double
        var link: String?
        var x: Double
    }

    /// Which table of the document it belongs to.
    var table: Int
    var lines: [Line]
    var isHead = false
    /// Whether a rule stands above it; not above the later parts of a row.
    var hasRule = true
}

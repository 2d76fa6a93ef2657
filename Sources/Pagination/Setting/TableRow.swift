/// A row of a table, or a part of one that is taller than a page.
struct TableRow {
    struct Line {
        /// x from the type area's left edge.
        var line: SetLine
        /// Baseline, from the row's top; pt.
        var baseline: Double
        var link: String?
        var x: Double
        /// What of the structure it is; `nil` where a page says again what is said before.
        var element: Int?
    }

    /// A cell that takes several rows; on every page it stands in the middle of those that are there.
    struct Span {
        /// Baselines from the top of the cell's text.
        var lines: [Line]
        /// Of its text; pt.
        var height: Double
        var rows: Int
    }

    /// Which table of the document it belongs to.
    var table: Int
    var lines: [Line]
    var spans: [Span] = []
    var isHead = false
    /// Whether a rule stands above it; not above the later parts of a row.
    var hasRule = true
    /// Whether the row goes on after it: a part of a row taller than a page.
    var isPart = false
    /// Parts of the rule above it, from the table's left; `nil` for the whole width.
    var rules: [ClosedRange<Double>]?
    /// Vertical rules of the table that its cells cover, by their place among the frame's.
    var covered: Set<Int> = []
}

/// What the rows of a table share on every page.
struct TableFrame {
    /// From the type area's left edge; pt.
    var left: Double
    var width: Double
    /// Vertical rules, from `left`.
    var columnRules: [Double]
    var rule: Rule
    var frame: Rule
    var hasSideRules: Bool
    var shade: Colour?
    /// Set above its rows on every further page: 续表 and the headings.
    var repeated: [Slab] = []
    /// Cells over several rows that are not ended.
    var spans: [OpenTable.Span] = []
    /// Whether a row of it is drawn.
    var begun = false
    /// The page, from 0, that its last row was held for.
    var page: Int?
}

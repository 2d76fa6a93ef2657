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
    /// Below the table, on the page of its last row.
    var note: Template?
    var noteStyle: StyleID?
    /// How much of a page may be left blank to keep the table in one piece; pt.
    var blank: Double?
    /// What links call a row.
    var anchor: Template?
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
    /// Figures stand with their points below each other.
    var isPointed = false
    /// Equal cells below each other become one.
    var joins = false
    /// What stands above this heading and its neighbours of the same group.
    var group: String?
    /// Characters with a colour of their own.
    var lamps: [Unicode.Scalar: Colour] = [:]
    var link: Template?
}

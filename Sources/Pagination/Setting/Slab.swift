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
        /// Slabs beside and below each other: columns.
        indirect case block([Placed])
        /// Things that are drawn as they are, from the slab's top left corner.
        case items([Page.Item])
    }

    /// A slab in a block, from the block's top left corner; pt.
    struct Placed {
        var slab: Slab
        var x: Double
        var y: Double
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
    /// Of rules and links, where it is not the type area's; pt.
    var width: Double?
    /// Stands on a page only because a table goes on there.
    var isRepeated = false
    /// What goes to the foot of its page: footnotes, each its lines.
    var notes: [[Slab]] = []
}

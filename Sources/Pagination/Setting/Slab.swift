/// What stands on a page as one piece, across the type area.
struct Slab {
    enum Content {
        case none
        /// A line; its baseline lies `ascent` below the slab's top.
        case line(SetLine, ascent: Double)
        /// Lines beside each other on one baseline, each an element of its own.
        case lines([Part], ascent: Double)
        case rule(Rule)
        /// An entry of the contents, whose page number is still to come.
        case entry(SetLine, ascent: Double, heading: Int)
        case row(TableRow)
        /// Slabs beside and below each other: columns.
        indirect case block([Placed])
        /// Things that are drawn as they are, from the slab's top left corner.
        case items([Page.Item])
    }

    struct Part {
        var line: SetLine
        var element: Int
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
    var anchors: [String] = []
    var link: String?
    /// Where elements within its line lead to.
    var links: [Int: String] = [:]
    /// What of the document's structure it is; `nil` for decoration, and where its content knows.
    var element: Int?
    /// Of rules and links, where it is not the type area's; pt.
    var width: Double?
    /// Stands on a page only because a table goes on there.
    var isRepeated = false
    /// What goes to the foot of its page: footnotes, each its lines.
    var notes: [[Slab]] = []

    /// The same row on a further page, where it is decoration.
    var repeated: Slab {
        var slab = self
        slab.isRepeated = true
        guard case .row(var row) = content else { return slab }
        for place in row.lines.indices { row.lines[place].element = nil }
        for span in row.spans.indices {
            for place in row.spans[span].lines.indices { row.spans[span].lines[place].element = nil }
        }
        slab.content = .row(row)
        return slab
    }
}

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
        /// A new page; an odd one for 1, an even one for 0.
        case pageBreak(parity: Int?)
        case contents(ContentsSection)
        case table(TableSection)
        case each(path: KeyPath, sections: [Section])
        case group(sections: [Section])
        /// At the bottom of the last page; of an even one where `even`.
        case bottom(sections: [Section], even: Bool)
        /// On pages of their own, turned so that their head lies at the left of the sheet.
        case landscape(sections: [Section])
        case columns(count: Int, gap: Double, sections: [Section])
        case names(NamesSection)
        case seats(SeatsSection)
        case picture(PictureSection)
        case chart(ChartSection)
        /// On a sheet of its own, once for each side of its fold.
        case fold(sections: [Section], rule: Rule)
    }

    /// Set only where one of these has a value; empty for always.
    var conditions: [KeyPath]
    /// Set only where none of these has one.
    var exceptions: [KeyPath]
    var kind: Kind

    /// Whether it depends on how many pages there are.
    var asksForLength: Bool {
        if (conditions + exceptions).contains(KeyPath(Layout.long)) { return true }
        switch kind {
        case .each(_, let sections), .group(let sections), .columns(_, _, let sections), .landscape(let sections):
            return sections.contains(where: \.asksForLength)
        default: return false
        }
    }
}

/// Part of a paragraph in a style of its own.
struct Piece: Hashable, Sendable {
    var template: Template
    var style: StyleID?
    /// A list whose items are pieces each.
    var each: KeyPath?
    var anchor: Template?
    var link: Template?
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

/// Names in columns.
struct NamesSection: Hashable, Sendable {
    var path: KeyPath
    /// Of one name.
    var text: Template
    /// Behind the name, where there is one.
    var note: Template?
    /// How many stand beside each other.
    var across: Int
    var style: StyleID
}

/// A plan of seats: rows of names, the first before the others.
struct SeatsSection: Hashable, Sendable {
    var path: KeyPath
    var style: StyleID
    /// Of the words beside the rows.
    var labelStyle: StyleID
    /// Of a seat; pt.
    var width: Double
    var height: Double
    /// Between seats, and between rows; pt.
    var gap: Double
    var rule: Rule
    var shade: Colour?
}

struct PictureSection: Hashable, Sendable {
    /// The file's path, from the folder of the briefing.
    var path: Template
    /// pt; what is not given follows from the picture's shape.
    var width: Double?
    var height: Double?
    var alternative: Template?
    var frame: FigureFrame
}

/// What a picture and a chart have in common.
struct FigureFrame: Hashable, Sendable {
    var caption: Template?
    var captionStyle: StyleID?
    /// May stand at the head of the next page where this one has no room.
    var floats = true
    var before: Double
    var after: Double
}

struct ChartSection: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case bars, lines, heat, sdg
    }

    var kind: Kind
    var rows: KeyPath
    var label: Template
    /// One for bars and the strip of goals, one for each point for lines and the heat table.
    var values: [Template]
    /// The names of the points.
    var axis: KeyPath?
    var unit: String
    var style: StyleID
    var colour: Colour
    /// pt
    var height: Double
    var alternative: Template?
    var frame: FigureFrame
}

/// What footnotes look like.
struct FootnoteLook: Hashable, Sendable {
    var style: StyleID
    /// Of the mark in the text.
    var markStyle: StyleID
    var rule: NoteRule
}

import Fonts

/// A key that a layout may have, what its value is, and what it is for: the reader and the schema go by these tables.
struct LayoutKey {
    enum Form {
        case text
        /// Text with places for values.
        case template
        case path
        /// One path or a list of them.
        case paths
        /// A length above or at zero, with its unit.
        case length
        /// The same, also in em of the style or in lines.
        case extent
        /// A length or a named size (三号).
        case size
        /// A length, a share (`1fr`) or `auto`.
        case columnWidth
        case colour
        case flag
        case count(least: Int)
        case choice([String])
        case style
        case object(String)
        case list(String)
        case map(String)
        /// A template or a list of pieces.
        case pieces
        case pair
    }

    var name: String
    var form: Form
    var about: String

    init(_ name: String, _ form: Form, _ about: String) {
        self.name = name
        self.form = form
        self.about = about
    }
}

extension LayoutKey {
    /// The keys of an object, in the order people write them.
    static func keys(of object: String) -> [LayoutKey] { objects[object] ?? [] }

    static let objects: [String: [LayoutKey]] = [
        "layout": [
            .init("title", .text, "what a list of layouts shows"),
            .init("language", .choice(["zh-Hans", "zh-Hant"]), "forms of characters and marks"),
            .init("page", .object("page"), "paper and type area"),
            .init("colours", .map("colour"), "colours by name"),
            .init("styles", .map("style"), "styles by name"),
            .init("head", .list("furniture"), "what stands above the type area"),
            .init("foot", .list("furniture"), "what stands below the type area"),
            .init("metadata", .object("metadata"), "what the file says of itself"),
            .init("sections", .list("section"), "what is set, in order"),
        ],
        "page": [
            .init("paper", .choice(Array(papers.keys).sorted()), "a paper by name"),
            .init("landscape", .flag, "the paper on its side"),
            .init("width", .length, "of the paper"), .init("height", .length, "of the paper"),
            .init("top", .length, "margin"), .init("bottom", .length, "margin"),
            .init("inside", .length, "margin at the binding edge"), .init("outside", .length, "the other margin"),
            .init("mirrored", .flag, "whether even pages are bound at their right"),
            .init("characters", .count(least: 1), "of a line of the grid"),
            .init("lines", .count(least: 1), "of the grid on a page"),
        ],
        "style": [
            .init("basis", .style, "the style it takes its values from, defined above it"),
            .init("face", .choice(FaceRole.allCases.map(\.rawValue)), "the role of its face"),
            .init("size", .size, "of its characters"),
            .init("pitch", .size, "from baseline to baseline; `grid` is the page's"),
            .init("indent", .extent, "of the first line"), .init("left", .extent, "of all lines"),
            .init("right", .extent, "of all lines"), .init("before", .extent, "least space before"),
            .init("after", .extent, "least space after"),
            .init("align", .choice(LineAlignment.allCases.map(\.rawValue)), "where lines stand"),
            .init("colour", .colour, "of its characters"),
            .init("keep-next", .flag, "on the page of two lines of what follows"),
            .init("keep-together", .flag, "never parted between pages"),
            .init("orphans", .count(least: 1), "least lines at a page's foot"),
            .init("widows", .count(least: 1), "least lines at a page's head"),
            .init("hang", .extent, "of the lines after the first; `piece` sets them under the second piece"),
            .init("fit", .flag, "made smaller where a line cannot hold it"),
            .init("snap", .flag, "begins on a line of the grid"),
            .init("grid", .flag, "has the grid's distance between characters"),
        ],
        "furniture": [
            .init("text", .template, "with {page} for the page's number"), .init("style", .style, "of the text"),
            .init("place", .choice(Furniture.Place.allCases.map(\.rawValue)), "across the page"),
            .init("inset", .extent, "from the edge it stands at"),
            .init("distance", .length, "from the type area to the baseline (head) or the characters' middle (foot)"),
            .init("from", .count(least: 1), "the first page it stands on"),
            .init("pages", .choice(Furniture.Pages.allCases.map(\.rawValue)), "which pages"),
            .init("rule", .length, "thickness of a rule as wide as the type area"),
            .init("rule-colour", .colour, "of the rule"),
            .init("rule-distance", .length, "from the type area to the rule"),
        ],
        "metadata": [
            .init("title", .template, "of the document"), .init("author", .template, "office or person"),
            .init("subject", .template, "what it is about"), .init("keywords", .template, "divided by 、"),
            .init("date", .template, "2024-05-31 or 2024年5月31日"),
        ],
        "column": [
            .init("text", .template, "of its cells"), .init("heading", .text, "where the table has no head"),
            .init("width", .columnWidth, "of the column"),
            .init("align", .choice(["left", "centre", "right"]), "of its cells"),
            .init("head-align", .choice(["left", "centre", "right"]), "of its heading"),
            .init("names", .flag, "names of two characters are padded to three"),
            .init("link", .template, "the anchor its cells lead to"),
        ],
        "piece": [.init("text", .template, "of the piece"), .init("style", .style, "of the piece")],
    ]

    /// By kind of section. A section is of the first kind here whose name is among its keys.
    static let sections: [(kind: String, keys: [LayoutKey])] = [
        (
            "table",
            [
                .init("table", .path, "the list that gives the rows"),
                .init("columns", .list("column"), "from left to right"),
                .init("head", .path, "the list that gives the headings"),
                .init("caption", .template, "above the table"), .init("caption-style", .style, "of the caption"),
                .init("continued", .template, "above a continuation"),
                .init("continued-style", .style, "of that line"), .init("style", .style, "of cells"),
                .init("head-style", .style, "of headings"), .init("shade", .colour, "behind headings"),
                .init("rule", .length, "thickness between rows and columns"),
                .init("rule-colour", .colour, "of all rules"),
                .init("frame", .length, "thickness of the top and bottom edges"),
                .init("column-rules", .flag, "rules between columns"),
                .init("side-rules", .flag, "rules at both sides"),
                .init("inset-x", .length, "in cells, left and right"),
                .init("inset-y", .length, "in cells, above and below"),
                .init("before", .length, "space before"), .init("after", .length, "space after"),
            ]
        ),
        (
            "each",
            [.init("each", .path, "a list"), .init("sections", .list("section"), "set for each of its items")]
        ),
        ("group", [.init("group", .list("section"), "sections in a row")]),
        ("bottom", [.init("bottom", .list("section"), "sections at the bottom of the last page")]),
        (
            "heading",
            [
                .init("heading", .pieces, "a heading"), .init("style", .style, "of the heading"),
                .init("level", .count(least: 1), "in the outline, from 1"),
                .init("anchor", .template, "what links lead to"),
                .init("contents", .flag, "whether the contents list it"),
            ]
        ),
        (
            "text",
            [
                .init("text", .pieces, "a paragraph; of a list, one for each item"),
                .init("style", .style, "of the paragraph"), .init("anchor", .template, "what links lead to"),
                .init("link", .template, "the anchor it leads to"),
            ]
        ),
        ("pair", [.init("pair", .pair, "two texts on one line"), .init("style", .style, "of the line")]),
        (
            "contents",
            [
                .init("contents", .style, "the list of headings, in this style"),
                .init("from", .count(least: 1), "headings from this level"),
                .init("depth", .count(least: 1), "headings up to this level"),
                .init("leader", .text, "between heading and page number"),
            ]
        ),
        (
            "rule",
            [
                .init("rule", .length, "thickness"), .init("colour", .colour, "of the rule"),
                .init("before", .length, "space before"), .init("after", .length, "space after"),
            ]
        ),
        (
            "space",
            [
                .init("space", .length, "white space"),
                .init("from-top", .flag, "down to this distance from the head of the type area"),
            ]
        ),
        ("break", [.init("break", .choice(["page"]), "a new page")]),
    ]

    /// What every section may have.
    static let common: [LayoutKey] = [
        .init("when", .paths, "set only where this, or one of these, has a value; `long` has one on more than a page"),
        .init("unless", .paths, "set only where this, or none of these, has one"),
    ]

    static let papers: [String: (width: Length, height: Length)] = [
        "A3": (.mm(297), .mm(420)), "A4": (.mm(210), .mm(297)), "A5": (.mm(148), .mm(210)),
        "16K": (.mm(184), .mm(260)), "B5": (.mm(176), .mm(250)),
    ]
}

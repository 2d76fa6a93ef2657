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
        /// One template or a list of them.
        case templates
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
            .init("tables", .map("look"), "looks of tables by name"),
            .init("footnotes", .object("footnotes"), "how footnotes look"),
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
            .init("unnumbered", .count(least: 1), "pages before the one numbered 1"),
            .init("fill", .flag, "a page that ends a line or two early is spread to its foot"),
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
            .init("hanging-marks", .flag, "commas and full stops at a line's end stand outside the column"),
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
            .init("align", .choice(["left", "centre", "right", "point"]), "of its cells; `point` aligns figures"),
            .init("head-align", .choice(["left", "centre", "right"]), "of its heading"),
            .init("names", .flag, "names of two characters are padded to three"),
            .init("link", .template, "the anchor its cells lead to"),
            .init("join", .flag, "equal cells below each other become one"),
            .init("group", .text, "above this heading and those beside it of the same group"),
            .init("lamps", .map("colour"), "characters with a colour of their own, as ● in states"),
        ],
        "look": tableLook,
        "footnotes": [
            .init("style", .style, "of the notes"), .init("mark-style", .style, "of the marks in the text"),
            .init("rule", .length, "thickness of the rule above them"),
            .init("width", .length, "of that rule"),
        ],
        "piece": [
            .init("text", .template, "of the piece"), .init("style", .style, "of the piece"),
            .init("each", .path, "a list: a piece for each item"),
            .init("anchor", .template, "what links call it"), .init("link", .template, "the anchor it leads to"),
        ],
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

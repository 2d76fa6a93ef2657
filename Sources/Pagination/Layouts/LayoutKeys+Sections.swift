extension LayoutKey {
    /// By kind of section. A section is of the first kind here whose name is among its keys.
    static let sections: [(kind: String, keys: [LayoutKey])] = [
        (
            "table",
            [
                .init("table", .path, "the list that gives the rows"),
                .init("columns", .list("column"), "from left to right"),
                .init("head", .path, "the list that gives the headings"),
                .init("caption", .template, "above the table"),
                .init("continued", .template, "above a continuation"),
                .init("note", .template, "below the table"),
                .init("anchor", .template, "what links call a row"),
                .init("look", .text, "a look of `tables`, for what is not given here"),
            ] + tableLook
        ),
        (
            "each",
            [.init("each", .path, "a list"), .init("sections", .list("section"), "set for each of its items")]
        ),
        ("group", [.init("group", .list("section"), "sections in a row")]),
        (
            "bottom",
            [
                .init("bottom", .list("section"), "sections at the bottom of the last page"),
                .init("even", .flag, "of an even page, where a sheet printed on both sides ends"),
            ]
        ),
        ("landscape", [.init("landscape", .list("section"), "on turned pages of their own")]),
        (
            "columns",
            [
                .init("columns", .count(least: 2), "how many columns"), .init("gap", .length, "between them"),
                .init("sections", .list("section"), "what is set in them"),
            ]
        ),
        (
            "names",
            [
                .init("names", .path, "a list of names"), .init("text", .template, "of one name, else `{.}`"),
                .init("note", .template, "behind a name that has one"),
                .init("across", .count(least: 1), "how many beside each other"), .init("style", .style, "of the names"),
            ]
        ),
        (
            "seats",
            [
                .init("seats", .path, "a list of rows with `label` and `names`"), .init("style", .style, "of names"),
                .init("label-style", .style, "of labels"), .init("width", .length, "of a seat"),
                .init("height", .length, "of a seat"), .init("gap", .length, "between seats"),
                .init("rule", .length, "thickness around a seat"), .init("shade", .colour, "of the first row"),
            ]
        ),
        (
            "picture",
            [
                .init("picture", .template, "the path of a PNG or JPEG, from the briefing's folder"),
                .init("width", .length, "drawn"), .init("height", .length, "drawn"),
                .init("alt", .template, "what it shows, in words"),
            ] + figureLook
        ),
        (
            "chart",
            [
                .init("chart", .path, "the list that gives bars, lines or rows"),
                .init("kind", .choice(ChartSection.Kind.allCases.map(\.rawValue)), "what is drawn"),
                .init("label", .template, "of a bar, line or row"),
                .init("value", .templates, "what is drawn of it; a list for lines and heat"),
                .init("axis", .path, "the list of the values' names"), .init("unit", .text, "behind values"),
                .init("style", .style, "of the text"), .init("colour", .colour, "of bars, lines and full heat"),
                .init("height", .length, "of the drawing"), .init("alt", .template, "before the values, in words"),
            ] + figureLook
        ),
        (
            "fold",
            [
                .init("fold", .list("section"), "on a folded sheet, once for each side"),
                .init("rule", .length, "thickness of the fold's dashes"),
            ]
        ),
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
        ("break", [.init("break", .choice(["page", "odd", "even"]), "a new page")]),
    ]

    /// What tables may take from a look.
    static let tableLook: [LayoutKey] = [
        .init("caption-style", .style, "of the caption"), .init("continued-style", .style, "of that line"),
        .init("note-style", .style, "of the note"), .init("style", .style, "of cells"),
        .init("head-style", .style, "of headings"), .init("shade", .colour, "behind headings"),
        .init("rule", .length, "thickness between rows and columns"), .init("rule-colour", .colour, "of all rules"),
        .init("frame", .length, "thickness of the top and bottom edges"),
        .init("column-rules", .flag, "rules between columns"), .init("side-rules", .flag, "rules at both sides"),
        .init("inset-x", .length, "in cells, left and right"), .init("inset-y", .length, "in cells, above and below"),
        .init("before", .length, "space before"), .init("after", .length, "space after"),
        .init("blank", .length, "what may be left of a page to keep the table in one piece, else a quarter of it"),
    ]

    private static let figureLook: [LayoutKey] = [
        .init("caption", .template, "below it"), .init("caption-style", .style, "of the caption"),
        .init("float", .flag, "may stand at the head of the next page"),
        .init("before", .length, "space before"), .init("after", .length, "space after"),
    ]
}

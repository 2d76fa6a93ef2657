import Diagnostics
import Fonts
import Yams

/// Reads a layout from YAML and checks it wholly, so that setting cannot fail over it.
struct LayoutReader {
    let file: String
    var colours: [String: Colour] = ["black": .black]
    var styles: [Style] = []
    var page = PageShape()
    /// Looks of tables by name.
    var looks: [String: LayoutNode] = [:]
    /// The kinds of sections that what is read stands in.
    var enclosing: [String] = []

    private init(file: String) { self.file = file }

    /// - Parameter file: for messages.
    /// - Throws: the first fault, with its line and column.
    static func read(_ yaml: String, name: String, file: String) throws(Diagnostic) -> Layout {
        var reader = LayoutReader(file: file)
        let node: Node?
        do {
            // Every value is read as a text: the default resolver would compile its patterns for numbers and dates first.
            node = try Yams.compose(yaml: yaml, .basic)
        } catch let error as YamlError {
            throw reader.malformed(error)
        } catch {
            throw Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
        guard let node else { throw Diagnostic(.fileEmpty, at: Place(file: file)) }
        return try reader.layout(node, name: name)
    }

    func malformed(_ error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                .malformed(format: "YAML", reason: problem), at: Place(file: file, line: mark.line, column: mark.column)
            )
        case .duplicatedKeysInMapping(let keys, let context):
            Diagnostic(
                .malformed(format: "YAML", reason: "`\(keys.sorted().first ?? "")` stands twice"),
                at: Place(file: file, line: context.mark.line, column: context.mark.column))
        default: Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
    }

    mutating func layout(_ node: Node, name: String) throws(Diagnostic) -> Layout {
        let keys = try self.node(node, "layout")
        let language = try keys.choice("language", [("zh-Hans", TextLanguage.hans), ("zh-Hant", .hant)]) ?? .hans
        if let node = keys.node("page") { page = try readPage(node) }
        try readColours(keys)
        try readStyles(keys)
        try readLooks(keys)
        let head = try furniture(keys, "head")
        let foot = try furniture(keys, "foot")
        let metadata = try readMetadata(keys)
        let sections = try self.sections(try keys.require("sections"))
        return Layout(
            name: name, title: try keys.text("title") ?? name, language: language, page: page, styles: styles,
            head: head, foot: foot, metadata: metadata, footnotes: try readFootnotes(keys), sections: sections)
    }

    func node(_ node: Node, _ object: String) throws(Diagnostic) -> LayoutNode {
        try LayoutNode(node, name: object, keys: LayoutKey.keys(of: object), file: file)
    }

    func items(_ node: Node, _ key: String) throws(Diagnostic) -> [Node] {
        guard case .sequence(let sequence) = node else {
            throw Diagnostic(.wrongType(key: key, expected: "a list"), at: LayoutNode.place(node, file))
        }
        return Array(sequence)
    }

    // MARK: Page, colours, styles

    func readPage(_ node: Node) throws(Diagnostic) -> PageShape {
        let keys = try self.node(node, "page")
        var page = PageShape()
        if let paper = try keys.choice("paper", LayoutKey.papers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        {
            (page.width, page.height) = paper
        }
        page.width = try keys.length("width") ?? page.width
        page.height = try keys.length("height") ?? page.height
        if try keys.flag("landscape") ?? false { swap(&page.width, &page.height) }
        page.top = try keys.length("top") ?? page.top
        page.bottom = try keys.length("bottom") ?? page.bottom
        page.inside = try keys.length("inside") ?? page.inside
        page.outside = try keys.length("outside") ?? page.outside
        page.mirrored = try keys.flag("mirrored") ?? false
        page.characters = try keys.count("characters") ?? 0
        page.lines = try keys.count("lines") ?? 0
        page.unnumbered = try keys.count("unnumbered") ?? 0
        page.fills = try keys.flag("fill") ?? false
        guard page.textWidth >= 36, page.textHeight >= 36 else {
            throw Diagnostic(
                .badValue(key: "page", value: "no room for type", expected: "margins that leave 36pt at least"),
                at: keys.place)
        }
        return page
    }

    mutating func readColours(_ keys: LayoutNode) throws(Diagnostic) {
        guard let node = keys.node("colours") else { return }
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: "colours", expected: "a mapping"), at: LayoutNode.place(node, file))
        }
        for (key, value) in mapping {
            guard let colour = ColourText.colour(value.scalar?.string ?? "") else {
                throw keys.fail(key.string ?? "colours", value, expected: "a colour such as \"#c8102e\"")
            }
            colours[key.string ?? ""] = colour
        }
    }

    func colour(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> Colour? {
        guard let node = keys.node(key) else { return nil }
        let text = node.scalar?.string ?? ""
        if let colour = colours[text] ?? ColourText.colour(text) { return colour }
        throw keys.fail(
            key, node, expected: "\"#rrggbb\", or " + LayoutNode.oneOf(colours.keys.sorted(), near: text))
    }

    mutating func readStyles(_ keys: LayoutNode) throws(Diagnostic) {
        let node = try keys.require("styles")
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: "styles", expected: "a mapping"), at: LayoutNode.place(node, file))
        }
        for (key, value) in mapping { styles.append(try style(value, name: key.string ?? "")) }
    }

    func style(_ node: Node, name: String) throws(Diagnostic) -> Style {
        let keys = try self.node(node, "style")
        var style = Style(name: name)
        if keys.node("basis") != nil { style = styles[try self.style(keys, "basis").index] }
        style.name = name
        style.role = try keys.choice("face", FaceRole.allCases.map { ($0.rawValue, $0) }) ?? style.role
        let size = try keys.size("size")?.points
        style.size = size ?? style.size
        if keys.node("pitch")?.scalar?.string == "grid", page.lines > 0 {
            style.pitch = page.linePitch
        } else if let pitch = try keys.size("pitch")?.points {
            style.pitch = pitch
        } else if keys.node("basis") == nil || size != nil {
            style.pitch = style.size * 1.84
        }
        style.indent = try keys.extent("indent") ?? style.indent
        style.left = try keys.extent("left") ?? style.left
        style.right = try keys.extent("right") ?? style.right
        style.before = try keys.extent("before") ?? style.before
        style.after = try keys.extent("after") ?? style.after
        style.alignment = try keys.choice("align", LineAlignment.allCases.map { ($0.rawValue, $0) }) ?? style.alignment
        style.colour = try colour(keys, "colour") ?? style.colour
        style.keepsNext = try keys.flag("keep-next") ?? style.keepsNext
        style.keepsTogether = try keys.flag("keep-together") ?? style.keepsTogether
        style.orphans = try keys.count("orphans") ?? style.orphans
        style.widows = try keys.count("widows") ?? style.widows
        style.hangsMarks = try keys.flag("hanging-marks") ?? style.hangsMarks
        if keys.node("hang")?.scalar?.string == "piece" {
            style.hang = .piece
        } else if let extent = try keys.extent("hang") {
            style.hang = .by(extent)
        }
        style.fits = try keys.flag("fit") ?? style.fits
        style.snaps = try keys.flag("snap") ?? style.snaps
        style.onGrid = try keys.flag("grid") ?? style.onGrid
        let sides = style.left.points(in: style) + style.right.points(in: style) + style.indent.points(in: style)
        guard sides + style.size <= page.textWidth else {
            throw Diagnostic(
                .badValue(key: name, value: "wider than the page", expected: "indents that leave room for a character"),
                at: keys.place)
        }
        return style
    }

    func style(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> StyleID {
        guard let found = try optionalStyle(keys, key) else {
            throw Diagnostic(.missingKey(key), at: keys.place)
        }
        return found
    }

    func optionalStyle(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> StyleID? {
        guard let node = keys.node(key) else { return nil }
        let text = node.scalar?.string ?? ""
        guard let index = styles.firstIndex(where: { $0.name == text }) else {
            throw keys.fail(key, node, expected: LayoutNode.oneOf(styles.map(\.name), near: text))
        }
        return StyleID(index: index)
    }
}

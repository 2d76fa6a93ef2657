import Diagnostics
import Fonts
import Yams

/// Reads a layout from YAML and checks it wholly, so that setting cannot fail over it.
struct LayoutReader {
    private let file: String
    private var colours: [String: Colour] = ["black": .black]
    private var styles: [Style] = []
    private var page = PageShape()

    private init(file: String) { self.file = file }

    /// - Parameter file: for messages.
    /// - Throws: the first fault, with its line and column.
    static func read(_ yaml: String, name: String, file: String) throws(Diagnostic) -> Layout {
        var reader = LayoutReader(file: file)
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw reader.malformed(error)
        } catch {
            throw Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
        guard let node else { throw Diagnostic(.fileEmpty, at: Place(file: file)) }
        return try reader.layout(node, name: name)
    }

    private func malformed(_ error: YamlError) -> Diagnostic {
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

    private mutating func layout(_ node: Node, name: String) throws(Diagnostic) -> Layout {
        let keys = try self.node(node, "layout")
        let language = try keys.choice("language", [("zh-Hans", TextLanguage.hans), ("zh-Hant", .hant)]) ?? .hans
        if let node = keys.node("page") { page = try readPage(node) }
        try readColours(keys)
        try readStyles(keys)
        let head = try furniture(keys, "head")
        let foot = try furniture(keys, "foot")
        let metadata = try readMetadata(keys)
        let sections = try self.sections(try keys.require("sections"))
        return Layout(
            name: name, title: try keys.text("title") ?? name, language: language, page: page, styles: styles,
            head: head, foot: foot, metadata: metadata, sections: sections)
    }

    private func node(_ node: Node, _ object: String) throws(Diagnostic) -> LayoutNode {
        try LayoutNode(node, name: object, keys: LayoutKey.keys(of: object), file: file)
    }

    private func items(_ node: Node, _ key: String) throws(Diagnostic) -> [Node] {
        guard case .sequence(let sequence) = node else {
            throw Diagnostic(.wrongType(key: key, expected: "a list"), at: LayoutNode.place(node, file))
        }
        return Array(sequence)
    }

    // MARK: Page, colours, styles

    private func readPage(_ node: Node) throws(Diagnostic) -> PageShape {
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
        guard page.textWidth >= 36, page.textHeight >= 36 else {
            throw Diagnostic(
                .badValue(key: "page", value: "no room for type", expected: "margins that leave 36pt at least"),
                at: keys.place)
        }
        return page
    }

    private mutating func readColours(_ keys: LayoutNode) throws(Diagnostic) {
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

    private func colour(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> Colour? {
        guard let node = keys.node(key) else { return nil }
        let text = node.scalar?.string ?? ""
        if let colour = colours[text] ?? ColourText.colour(text) { return colour }
        throw keys.fail(
            key, node, expected: "\"#rrggbb\", or " + LayoutNode.oneOf(colours.keys.sorted(), near: text))
    }

    private mutating func readStyles(_ keys: LayoutNode) throws(Diagnostic) {
        let node = try keys.require("styles")
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: "styles", expected: "a mapping"), at: LayoutNode.place(node, file))
        }
        for (key, value) in mapping { styles.append(try style(value, name: key.string ?? "")) }
    }

    private func style(_ node: Node, name: String) throws(Diagnostic) -> Style {
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

    private func style(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> StyleID {
        guard let found = try optionalStyle(keys, key) else {
            throw Diagnostic(.missingKey(key), at: keys.place)
        }
        return found
    }

    private func optionalStyle(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> StyleID? {
        guard let node = keys.node(key) else { return nil }
        let text = node.scalar?.string ?? ""
        guard let index = styles.firstIndex(where: { $0.name == text }) else {
            throw keys.fail(key, node, expected: LayoutNode.oneOf(styles.map(\.name), near: text))
        }
        return StyleID(index: index)
    }

    // MARK: Furniture and metadata

    private func furniture(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> [Furniture] {
        guard let node = keys.node(key) else { return [] }
        var all: [Furniture] = []
        for item in try items(node, key) {
            let keys = try self.node(item, "furniture")
            var made = Furniture(style: try optionalStyle(keys, "style") ?? StyleID(index: 0))
            made.text = try keys.template("text")
            if made.text != nil, keys.node("style") == nil {
                throw Diagnostic(.missingKey("style"), at: keys.place)
            }
            made.place = try keys.choice("place", Furniture.Place.allCases.map { ($0.rawValue, $0) }) ?? .centre
            made.inset = try keys.extent("inset") ?? made.inset
            made.distance = try keys.length("distance")?.points ?? 0
            made.from = try keys.count("from") ?? 1
            made.pages = try keys.choice("pages", Furniture.Pages.allCases.map { ($0.rawValue, $0) }) ?? .all
            if let thickness = try keys.length("rule")?.points {
                made.rule = Rule(thickness: thickness, colour: try colour(keys, "rule-colour") ?? .black)
            }
            made.ruleDistance = try keys.length("rule-distance")?.points ?? made.distance
            all.append(made)
        }
        return all
    }

    private func readMetadata(_ keys: LayoutNode) throws(Diagnostic) -> [String: Template] {
        guard let node = keys.node("metadata") else { return [:] }
        let keys = try self.node(node, "metadata")
        var metadata: [String: Template] = [:]
        for key in LayoutKey.keys(of: "metadata") { metadata[key.name] = try keys.template(key.name) }
        return metadata
    }

    // MARK: Sections

    private func sections(_ node: Node) throws(Diagnostic) -> [Section] {
        var all: [Section] = []
        for item in try items(node, "sections") { all.append(try section(item)) }
        return all
    }

    private func section(_ node: Node) throws(Diagnostic) -> Section {
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(
                .wrongType(key: "sections", expected: "a list of mappings"), at: LayoutNode.place(node, file))
        }
        let present = mapping.keys.compactMap(\.string)
        let kinds = LayoutKey.sections.map(\.kind)
        guard let section = LayoutKey.sections.first(where: { present.contains($0.kind) }) else {
            let first = present.first ?? ""
            throw Diagnostic(
                .unknownKey(first, nearest: Spelling.nearest(to: first, in: kinds)),
                at: LayoutNode.place(mapping.keys.first ?? node, file))
        }
        let keys = try LayoutNode(node, name: section.kind, keys: section.keys + LayoutKey.common, file: file)
        return Section(
            conditions: try paths(keys, "when"), exceptions: try paths(keys, "unless"),
            kind: try kind(section.kind, keys))
    }

    private func paths(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> [KeyPath] {
        guard case .sequence(let nodes) = keys.node(key) else { return try keys.path(key).map { [$0] } ?? [] }
        var paths: [KeyPath] = []
        for node in nodes {
            guard let text = node.scalar?.string, !text.isEmpty else {
                throw keys.fail(key, node, expected: "the names of values of the briefing")
            }
            paths.append(KeyPath(text))
        }
        return paths
    }

    private func kind(_ kind: String, _ keys: LayoutNode) throws(Diagnostic) -> Section.Kind {
        let node = try keys.require(kind)
        switch kind {
        case "text", "heading":
            return .text(
                TextSection(
                    pieces: try pieces(node, kind, keys), style: try style(keys, "style"),
                    level: kind == "heading" ? try keys.count("level") ?? 1 : nil,
                    anchor: try keys.template("anchor"), link: kind == "text" ? try keys.template("link") : nil,
                    inContents: kind == "heading" ? try keys.flag("contents") ?? true : false))
        case "pair":
            let items = try items(node, kind)
            guard items.count == 2, let left = Template(items[0].scalar?.string ?? "{"),
                let right = Template(items[1].scalar?.string ?? "{")
            else { throw keys.fail(kind, node, expected: "a list of two texts") }
            return .pair(left: left, right: right, style: try style(keys, "style"))
        case "rule":
            return .rule(
                Rule(thickness: try keys.length("rule")!.points, colour: try colour(keys, "colour") ?? .black),
                before: try keys.length("before")?.points ?? 0, after: try keys.length("after")?.points ?? 0)
        case "space":
            let height = try keys.length("space")!.points
            return try keys.flag("from-top") ?? false ? .spaceTo(height) : .space(height)
        case "break":
            _ = try keys.choice("break", [("page", ())])
            return .pageBreak
        case "contents":
            return .contents(
                ContentsSection(
                    style: try style(keys, "contents"), from: try keys.count("from") ?? 1,
                    depth: try keys.count("depth") ?? 1,
                    leader: try keys.text("leader") ?? "…"))
        case "table": return .table(try table(keys))
        case "each":
            return .each(path: try keys.path("each")!, sections: try sections(try keys.require("sections")))
        default: return .group(sections: try sections(node), atBottom: kind == "bottom")
        }
    }

    private func pieces(_ node: Node, _ key: String, _ keys: LayoutNode) throws(Diagnostic) -> [Piece] {
        if let text = node.scalar?.string {
            guard let template = Template(text) else { throw keys.fail(key, node, expected: LayoutNode.templateForm) }
            return [Piece(template: template)]
        }
        var pieces: [Piece] = []
        for item in try items(node, key) {
            if let text = item.scalar?.string {
                guard let template = Template(text) else {
                    throw keys.fail(key, item, expected: LayoutNode.templateForm)
                }
                pieces.append(Piece(template: template))
            } else {
                let piece = try self.node(item, "piece")
                guard let template = try piece.template("text") else {
                    throw Diagnostic(.missingKey("text"), at: piece.place)
                }
                pieces.append(Piece(template: template, style: try optionalStyle(piece, "style")))
            }
        }
        return pieces
    }

    private func table(_ keys: LayoutNode) throws(Diagnostic) -> TableSection {
        let node = try keys.require("columns")
        var columns: [Column] = []
        for item in try items(node, "columns") { columns.append(try column(item)) }
        let fixed = columns.reduce(0.0) { if case .points(let width) = $1.width { $0 + width } else { $0 } }
        guard !columns.isEmpty, fixed <= page.textWidth + 0.5 else {
            throw Diagnostic(
                .badValue(
                    key: "columns", value: columns.isEmpty ? "empty" : "\(Hundredths.text(fixed))pt wide",
                    expected: "columns of at most \(Hundredths.text(page.textWidth))pt together"),
                at: LayoutNode.place(node, file))
        }
        let colour = try colour(keys, "rule-colour") ?? .black
        let thickness = try keys.length("rule")?.points ?? 0.5
        let style = try style(keys, "style")
        return TableSection(
            rows: try keys.path("table")!, columns: columns, caption: try keys.template("caption"),
            captionStyle: try optionalStyle(keys, "caption-style"), head: try keys.path("head"),
            continued: try keys.template("continued"), continuedStyle: try optionalStyle(keys, "continued-style"),
            style: style, headStyle: try optionalStyle(keys, "head-style") ?? style,
            shade: try self.colour(keys, "shade"), rule: Rule(thickness: thickness, colour: colour),
            frame: Rule(thickness: try keys.length("frame")?.points ?? thickness, colour: colour),
            hasColumnRules: try keys.flag("column-rules") ?? true, hasSideRules: try keys.flag("side-rules") ?? true,
            insetX: try keys.length("inset-x")?.points ?? 4, insetY: try keys.length("inset-y")?.points ?? 4,
            before: try keys.length("before")?.points, after: try keys.length("after")?.points)
    }

    private func column(_ node: Node) throws(Diagnostic) -> Column {
        let keys = try self.node(node, "column")
        guard let text = try keys.template("text") else { throw Diagnostic(.missingKey("text"), at: keys.place) }
        var width = Column.Width.automatic
        if let node = keys.node("width") {
            guard let read = LengthText.width(node.scalar?.string ?? "") else {
                throw keys.fail("width", node, expected: "a width above zero (20mm, 70pt), a share (1fr) or auto")
            }
            width = read
        }
        let aligns: [(String, LineAlignment)] = [("left", .left), ("centre", .centre), ("right", .right)]
        let alignment = try keys.choice("align", aligns) ?? .left
        return Column(
            text: text, heading: try keys.text("heading"), width: width, alignment: alignment,
            headAlignment: try keys.choice("head-align", aligns) ?? alignment,
            padsNames: try keys.flag("names") ?? false, link: try keys.template("link"))
    }
}

/// Numbers with two places, for messages and dumps; without the C library's formats.
enum Hundredths {
    static func text(_ value: Double) -> String {
        let scaled = Int((abs(value) * 100).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        let rest = scaled % 100
        return "\(sign)\(scaled / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

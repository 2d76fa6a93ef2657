import Diagnostics
import Yams

extension LayoutReader {
    func sections(_ node: Node) throws(Diagnostic) -> [Section] {
        var all: [Section] = []
        for item in try items(node, "sections") { all.append(try section(item)) }
        return all
    }

    func section(_ node: Node) throws(Diagnostic) -> Section {
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
        try checkPlace(section.kind, node)
        let keys = try LayoutNode(node, name: section.kind, keys: section.keys + LayoutKey.common, file: file)
        return Section(
            conditions: try paths(keys, "when"), exceptions: try paths(keys, "unless"),
            kind: try kind(section.kind, keys))
    }

    /// The sections in one of a kind that not everything can stand in.
    func inner(_ kind: String, _ node: Node) throws(Diagnostic) -> [Section] {
        var reader = self
        reader.enclosing.append(kind)
        return try reader.sections(node)
    }

    private static let excluded: [String: Set<String>] = [
        "columns": ["table", "columns", "contents", "break", "bottom", "landscape", "fold", "space"],
        "landscape": ["contents", "bottom", "landscape", "fold"],
        "fold": ["contents", "break", "bottom", "landscape", "fold"],
        "bottom": ["contents", "break", "bottom", "landscape", "fold", "columns"],
    ]

    private func checkPlace(_ kind: String, _ node: Node) throws(Diagnostic) {
        for outer in enclosing where Self.excluded[outer]?.contains(kind) ?? false {
            throw Diagnostic(
                .badValue(key: kind, value: "part of `\(outer)`", expected: "it a place outside of that"),
                at: LayoutNode.place(node, file))
        }
    }

    func paths(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> [KeyPath] {
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

    func kind(_ kind: String, _ keys: LayoutNode) throws(Diagnostic) -> Section.Kind {
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
            return .pageBreak(parity: try keys.choice("break", [("page", nil), ("odd", 1), ("even", 0)]) ?? nil)
        case "contents":
            return .contents(
                ContentsSection(
                    style: try style(keys, "contents"), from: try keys.count("from") ?? 1,
                    depth: try keys.count("depth") ?? 1,
                    leader: try keys.text("leader") ?? "…"))
        case "table": return .table(try table(keys))
        case "each":
            return .each(path: try keys.path("each")!, sections: try sections(try keys.require("sections")))
        case "bottom": return .bottom(sections: try inner(kind, node), even: try keys.flag("even") ?? false)
        case "landscape":
            return .landscape(sections: try inner(kind, node))
        case "columns":
            return .columns(
                count: try keys.count("columns", least: 2)!, gap: try keys.length("gap")?.points ?? 21,
                sections: try inner(kind, try keys.require("sections")))
        case "fold":
            return .fold(
                sections: try inner(kind, node), rule: Rule(thickness: try keys.length("rule")?.points ?? 0.5))
        case "names":
            return .names(
                NamesSection(
                    path: try keys.path("names")!, text: try keys.template("text") ?? Template("{.}")!,
                    note: try keys.template("note"),
                    across: try keys.count("across") ?? 4, style: try style(keys, "style")))
        case "seats": return .seats(try seats(keys))
        case "picture":
            return .picture(
                PictureSection(
                    path: try keys.template("picture")!, width: try keys.length("width")?.points,
                    height: try keys.length("height")?.points, alternative: try keys.template("alt"),
                    frame: try figureFrame(keys)))
        case "chart": return .chart(try chart(keys))
        default: return .group(sections: try sections(node))
        }
    }

    func pieces(_ node: Node, _ key: String, _ keys: LayoutNode) throws(Diagnostic) -> [Piece] {
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
                pieces.append(
                    Piece(
                        template: template, style: try optionalStyle(piece, "style"), each: try piece.path("each"),
                        anchor: try piece.template("anchor"), link: try piece.template("link")))
            }
        }
        return pieces
    }
}

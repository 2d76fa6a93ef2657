import Diagnostics
import Yams

extension LayoutReader {
    mutating func readLooks(_ keys: LayoutNode) throws(Diagnostic) {
        guard let node = keys.node("tables") else { return }
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: "tables", expected: "a mapping"), at: LayoutNode.place(node, file))
        }
        for (key, value) in mapping { looks[key.string ?? ""] = try self.node(value, "look") }
    }

    func table(_ own: LayoutNode) throws(Diagnostic) -> TableSection {
        var keys = own
        if let node = own.node("look") {
            let name = node.scalar?.string ?? ""
            guard let look = looks[name] else {
                throw own.fail("look", node, expected: LayoutNode.oneOf(looks.keys.sorted(), near: name))
            }
            keys = own.over(look)
        }
        let node = try keys.require("columns")
        var columns: [Column] = []
        for item in try items(node, "columns") { columns.append(try column(item)) }
        let fixed = columns.reduce(0.0) { if case .points(let width) = $1.width { $0 + width } else { $0 } }
        let widest = enclosing.contains("landscape") ? max(page.textWidth, page.textHeight) : page.textWidth
        guard !columns.isEmpty, fixed <= widest + 0.5 else {
            throw Diagnostic(
                .badValue(
                    key: "columns", value: columns.isEmpty ? "empty" : "\(Hundredths.text(fixed))pt wide",
                    expected: "columns of at most \(Hundredths.text(widest))pt together"),
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
            before: try keys.length("before")?.points, after: try keys.length("after")?.points,
            note: try keys.template("note"), noteStyle: try optionalStyle(keys, "note-style"),
            blank: try keys.length("blank")?.points, anchor: try keys.template("anchor"))
    }

    func column(_ node: Node) throws(Diagnostic) -> Column {
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
        let isPointed = keys.node("align")?.scalar?.string == "point"
        let alignment = isPointed ? .centre : try keys.choice("align", aligns + [("point", .centre)]) ?? .left
        return Column(
            text: text, heading: try keys.text("heading"), width: width, alignment: alignment,
            headAlignment: try keys.choice("head-align", aligns) ?? alignment,
            padsNames: try keys.flag("names") ?? false, isPointed: isPointed, joins: try keys.flag("join") ?? false,
            group: try keys.text("group"), lamps: try lamps(keys), link: try keys.template("link"))
    }

    private func lamps(_ keys: LayoutNode) throws(Diagnostic) -> [Unicode.Scalar: Colour] {
        guard let node = keys.node("lamps") else { return [:] }
        guard case .mapping(let mapping) = node else {
            throw keys.fail("lamps", node, expected: "a mapping of characters to colours")
        }
        var lamps: [Unicode.Scalar: Colour] = [:]
        for (key, value) in mapping {
            let text = value.scalar?.string ?? ""
            guard let scalars = key.string?.unicodeScalars, scalars.count == 1,
                let colour = colours[text] ?? ColourText.colour(text)
            else { throw keys.fail("lamps", value, expected: "one character and its colour") }
            lamps[scalars.first!] = colour
        }
        return lamps
    }
}

import Diagnostics
import Yams

extension LayoutReader {
    func figureFrame(_ keys: LayoutNode) throws(Diagnostic) -> FigureFrame {
        FigureFrame(
            caption: try keys.template("caption"), captionStyle: try optionalStyle(keys, "caption-style"),
            floats: try keys.flag("float") ?? true, before: try keys.length("before")?.points ?? 10,
            after: try keys.length("after")?.points ?? 10)
    }

    func seats(_ keys: LayoutNode) throws(Diagnostic) -> SeatsSection {
        let style = try style(keys, "style")
        return SeatsSection(
            path: try keys.path("seats")!, style: style, labelStyle: try optionalStyle(keys, "label-style") ?? style,
            width: try keys.length("width")?.points ?? Length.mm(20).points,
            height: try keys.length("height")?.points ?? Length.mm(9).points,
            gap: try keys.length("gap")?.points ?? 4, rule: Rule(thickness: try keys.length("rule")?.points ?? 0.5),
            shade: try colour(keys, "shade"))
    }

    func chart(_ keys: LayoutNode) throws(Diagnostic) -> ChartSection {
        guard let kind = try keys.choice("kind", ChartSection.Kind.allCases.map { ($0.rawValue, $0) }) else {
            throw Diagnostic(.missingKey("kind"), at: keys.place)
        }
        let node = try keys.require("value")
        var values: [Template] = []
        for item in node.scalar == nil ? try items(node, "value") : [node] {
            guard let value = item.scalar.flatMap({ Template($0.string) }) else {
                throw keys.fail("value", item, expected: LayoutNode.templateForm)
            }
            values.append(value)
        }
        guard let label = try keys.template("label") else { throw Diagnostic(.missingKey("label"), at: keys.place) }
        return ChartSection(
            kind: kind, rows: try keys.path("chart")!, label: label, values: values, axis: try keys.path("axis"),
            unit: try keys.text("unit") ?? "", style: try style(keys, "style"),
            colour: try colour(keys, "colour") ?? Colour(red: 0.25, green: 0.25, blue: 0.25),
            height: try keys.length("height")?.points ?? Length.mm(60).points,
            alternative: try keys.template("alt"), frame: try figureFrame(keys))
    }

    func readFootnotes(_ keys: LayoutNode) throws(Diagnostic) -> FootnoteLook? {
        guard let node = keys.node("footnotes") else { return nil }
        let keys = try self.node(node, "footnotes")
        let style = try style(keys, "style")
        var rule = NoteRule()
        rule.rule.thickness = try keys.length("rule")?.points ?? rule.rule.thickness
        rule.width = min(page.textWidth, try keys.length("width")?.points ?? rule.width)
        return FootnoteLook(style: style, markStyle: try optionalStyle(keys, "mark-style") ?? style, rule: rule)
    }
}

import Diagnostics
import Yams

extension LayoutReader {
    func furniture(_ keys: LayoutNode, _ key: String) throws(Diagnostic) -> [Furniture] {
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

    func readMetadata(_ keys: LayoutNode) throws(Diagnostic) -> [String: Template] {
        guard let node = keys.node("metadata") else { return [:] }
        let keys = try self.node(node, "metadata")
        var metadata: [String: Template] = [:]
        for key in LayoutKey.keys(of: "metadata") { metadata[key.name] = try keys.template(key.name) }
        return metadata
    }
}

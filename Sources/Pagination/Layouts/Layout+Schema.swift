import Fonts

extension Layout {
    /// A JSON Schema of layout files, for editors: made of the tables the reader goes by.
    public static var schema: String {
        var definitions: [(String, String)] = LayoutKey.objects.keys.sorted().filter { $0 != "layout" }.map {
            ($0, object(LayoutKey.keys(of: $0)))
        }
        definitions.append(("template", #"{"type": "string"}"#))
        definitions.append(("colour", #"{"type": "string", "pattern": "^(#[0-9a-fA-F]{6}|[A-Za-z][\\w-]*)$"}"#))
        definitions.append(("length", #"{"type": "string", "pattern": "^[0-9.]+(pt|mm|cm|in)$"}"#))
        definitions.append(
            ("extent", #"{"type": "string", "pattern": "^([0-9.]+(pt|mm|cm|in|em|字|lines|行)|piece)$"}"#))
        let sizes = NamedSize.allCases.map(\.rawValue).joined(separator: "|")
        definitions.append(
            ("size", "{\"type\": \"string\", \"pattern\": \"^([0-9.]+(pt|mm|cm|in)|grid|\(sizes))$\"}"))
        definitions.append(
            ("width", #"{"type": "string", "pattern": "^([0-9.]+(pt|mm|cm|in|fr)|auto)$"}"#))
        let kinds = LayoutKey.sections.map { section in
            object(section.keys + LayoutKey.common, required: section.kind)
        }
        definitions.append(("section", "{\"oneOf\": [\n\(kinds.joined(separator: ",\n"))\n]}"))
        let top = object(LayoutKey.keys(of: "layout")).dropFirst().dropLast()
        let body = definitions.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n")
        return """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Jianbao layout",
            "required": ["styles", "sections"],
            \(top),
            "$defs": {
            \(body)
            }}

            """
    }

    private static func object(_ keys: [LayoutKey], required: String? = nil) -> String {
        let properties = keys.map { key in
            "\"\(key.name)\": {\"description\": \"\(key.about)\", \(form(key.form))}"
        }
        let need = required.map { "\"required\": [\"\($0)\"], " } ?? ""
        return
            "{\"type\": \"object\", \(need)\"additionalProperties\": false, \"properties\": {\n"
            + properties.joined(separator: ",\n") + "}}"
    }

    private static func form(_ form: LayoutKey.Form) -> String {
        func reference(_ name: String) -> String { "\"$ref\": \"#/$defs/\(name)\"" }
        switch form {
        case .text, .path, .style: return #""type": "string""#
        case .template: return reference("template")
        case .paths:
            return #""oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]"#
        case .templates:
            return #""oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]"#
        case .length: return reference("length")
        case .extent: return reference("extent")
        case .size: return reference("size")
        case .columnWidth: return reference("width")
        case .colour: return reference("colour")
        case .flag: return #""type": "boolean""#
        case .count(let least): return "\"type\": \"integer\", \"minimum\": \(least)"
        case .choice(let names): return "\"enum\": [" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        case .object(let name): return reference(name)
        case .list(let name): return "\"type\": \"array\", \"items\": {\(reference(name))}"
        case .map(let name): return "\"type\": \"object\", \"additionalProperties\": {\(reference(name))}"
        case .pieces:
            return
                "\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"oneOf\": [{\"type\": \"string\"}, {\(reference("piece"))}]}}]"
        case .pair:
            return #""type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2"#
        }
    }
}

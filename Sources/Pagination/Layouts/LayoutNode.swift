import Diagnostics
import Yams

/// A mapping of a layout file, its keys checked against their table.
struct LayoutNode {
    let file: String
    let place: Place
    private var values: [(key: Node, value: Node)]

    /// - Throws: `wrongType` where `node` is no mapping, `unknownKey` with the nearest that there is.
    init(_ node: Node, name: String, keys: [LayoutKey], file: String) throws(Diagnostic) {
        self.file = file
        place = Self.place(node, file)
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: name, expected: "a mapping of keys to values"), at: place)
        }
        values = mapping.map { ($0.key, $0.value) }
        for (key, _) in values {
            let text = key.string ?? ""
            let known = keys.map(\.name)
            guard known.contains(text) else {
                throw Diagnostic(
                    .unknownKey(text, nearest: Spelling.nearest(to: text, in: known)), at: Self.place(key, file))
            }
        }
    }

    static func place(_ node: Node, _ file: String) -> Place {
        Place(file: file, line: node.mark?.line, column: node.mark?.column)
    }

    /// With the values of another where this has none.
    func over(_ other: LayoutNode) -> LayoutNode {
        var both = self
        both.values += other.values
        return both
    }

    func node(_ key: String) -> Node? { values.first { $0.key.string == key }?.value }

    func require(_ key: String) throws(Diagnostic) -> Node {
        guard let node = node(key) else { throw Diagnostic(.missingKey(key), at: place) }
        return node
    }

    func fail(_ key: String, _ node: Node, expected: String) -> Diagnostic {
        Diagnostic(
            .badValue(key: key, value: node.scalar?.string ?? "a list or mapping", expected: expected),
            at: Self.place(node, file))
    }

    private func scalar<T>(
        _ key: String, _ expected: String, _ read: (String) -> T?
    ) throws(Diagnostic) -> T? {
        guard let node = node(key) else { return nil }
        guard let text = node.scalar?.string, let value = read(text) else { throw fail(key, node, expected: expected) }
        return value
    }

    func text(_ key: String) throws(Diagnostic) -> String? { try scalar(key, "a text") { $0 } }

    func template(_ key: String) throws(Diagnostic) -> Template? {
        try scalar(key, Self.templateForm, Template.init)
    }

    static let templateForm = "a text with values in braces such as {title} or {no|chinese}"

    func path(_ key: String) throws(Diagnostic) -> KeyPath? {
        try scalar(key, "the name of a value of the briefing") { $0.isEmpty ? nil : KeyPath($0) }
    }

    func flag(_ key: String) throws(Diagnostic) -> Bool? {
        try scalar(key, "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
    }

    func count(_ key: String, least: Int = 1) throws(Diagnostic) -> Int? {
        try scalar(key, "a whole number from \(least)") { Int($0).flatMap { $0 >= least && $0 < 10_000 ? $0 : nil } }
    }

    func choice<T>(_ key: String, _ choices: [(String, T)]) throws(Diagnostic) -> T? {
        guard let node = node(key) else { return nil }
        let text = node.scalar?.string ?? ""
        if let found = choices.first(where: { $0.0 == text }) { return found.1 }
        throw fail(key, node, expected: Self.oneOf(choices.map(\.0), near: text))
    }

    static func oneOf(_ names: [String], near text: String) -> String {
        let nearest = Spelling.nearest(to: text, in: names)
        return (nearest.map { "`\($0)`, or another" } ?? "one") + " of " + names.joined(separator: ", ")
    }

    /// A length that is not negative.
    func length(_ key: String) throws(Diagnostic) -> Length? {
        try scalar(key, "a length that is not negative, with its unit (37mm, 15.75pt)") { text in
            LengthText.length(text).flatMap { $0.points >= 0 ? $0 : nil }
        }
    }

    func size(_ key: String) throws(Diagnostic) -> Length? {
        try scalar(key, "a size such as 三号 or 15.75pt") { text in
            (NamedSize(rawValue: text)?.length ?? LengthText.length(text)).flatMap {
                $0.points > 0 && $0.points <= 1000 ? $0 : nil
            }
        }
    }

    func extent(_ key: String) throws(Diagnostic) -> Extent? {
        try scalar(key, "a length that is not negative, with its unit (7mm, 2em, 1lines)") { LengthText.extent($0) }
    }
}

/// Lengths as people write them, with their unit.
enum LengthText {
    static func length(_ text: String) -> Length? {
        guard let (number, unit) = split(text) else { return nil }
        switch unit {
        case "pt": return .pt(number)
        case "mm": return .mm(number)
        case "cm": return .mm(number * 10)
        case "in": return .pt(number * 72)
        default: return nil
        }
    }

    static func extent(_ text: String) -> Extent? {
        if let length = length(text) { return length.points >= 0 ? .points(length.points) : nil }
        guard let (number, unit) = split(text), number >= 0 else { return nil }
        switch unit {
        case "em", "字": return .em(number)
        case "lines", "行": return .lines(number)
        default: return nil
        }
    }

    static func width(_ text: String) -> Column.Width? {
        if text == "auto" { return .automatic }
        if let length = length(text) { return length.points > 0 ? .points(length.points) : nil }
        guard let (number, unit) = split(text), unit == "fr", number > 0 else { return nil }
        return .share(number)
    }

    /// `1.5`, `mm`. Numbers stay within what paper knows.
    private static func split(_ text: String) -> (Double, String)? {
        let end = text.firstIndex { !("0"..."9").contains($0) && $0 != "." && $0 != "-" } ?? text.endIndex
        guard let number = Double(text[..<end]), abs(number) < 1e5 else { return nil }
        return (number, String(text[end...]))
    }
}

/// `#c8102e` and its parts.
enum ColourText {
    static func colour(_ text: String) -> Colour? {
        guard text.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
        return Colour(
            red: Double(value >> 16 & 255) / 255, green: Double(value >> 8 & 255) / 255,
            blue: Double(value & 255) / 255)
    }
}

public import Diagnostics
import Yams

extension MeetingPlan {
    /// Reads a plan.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - path: for messages.
    /// - Throws: `Diagnostic` with line and column: no YAML, an unknown key (with the nearest known one), a value of the
    ///   wrong type, a plan without a title.
    public init(yaml: String, path: String) throws(Diagnostic) {
        self.init()
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw YamlFault.malformed(error, path: path)
        }
        guard let root else { throw Diagnostic(.fileEmpty, at: Place(file: path)) }
        let plan = try PlanNode(root, of: "plan", keys: Self.keys, path: path)
        title = try plan.text("title")
        guard title != nil else { throw Diagnostic(.missingKey("title"), at: plan.place) }
        date = try plan.text("date")
        place = try plan.text("place")
        organizer = try plan.text("organizer")
        host = try plan.text("host")
        notes = try plan.texts("notes")
        platform = try plan.texts("platform")
        for node in try plan.list("agenda") {
            let item = try PlanNode(node, of: "agenda", keys: ["time", "item", "speaker"], path: path)
            agenda.append(
                AgendaItem(
                    time: try item.text("time"), item: try item.need("item"), speaker: try item.text("speaker")))
        }
        order = try plan.order()
        for node in try plan.list("groups") {
            let group = try PlanNode(node, of: "groups", keys: ["name", "order", "people"], path: path)
            var people: [Person] = []
            for node in try group.list("people") { people.append(try Self.person(node, path)) }
            groups.append(Group(name: try group.need("name"), people: people, order: try group.order()))
        }
        for node in try plan.list("rows") {
            let row = try PlanNode(node, of: "rows", keys: ["label", "names"], path: path)
            rows.append(Row(label: try row.need("label"), names: try row.texts("names", keepsEmpty: true)))
        }
        for node in try plan.list("contacts") {
            let contact = try PlanNode(node, of: "contacts", keys: ["name", "duty", "phone"], path: path)
            contacts.append(
                Contact(
                    name: try contact.need("name"), duty: try contact.text("duty"), phone: try contact.text("phone")))
        }
    }

    private static let keys = [
        "title", "date", "place", "organizer", "host", "agenda", "order", "groups", "platform", "rows", "notes",
        "contacts",
    ]

    /// A name alone, or with title and remark.
    private static func person(_ node: Node, _ path: String) throws(Diagnostic) -> Person {
        if let name = node.scalar?.string, !name.isEmpty { return Person(name: name) }
        let person = try PlanNode(node, of: "people", keys: ["name", "title", "remark"], path: path)
        return Person(name: try person.need("name"), title: try person.text("title"), remark: try person.text("remark"))
    }
}

/// A mapping of a plan, its keys checked.
private struct PlanNode {
    let place: Place
    private let path: String
    private let values: [String: Node]

    init(_ node: Node, of name: String, keys: [String], path: String) throws(Diagnostic) {
        self.path = path
        place = YamlFault.place(node, path)
        guard let mapping = node.mapping else {
            throw Diagnostic(
                .wrongType(key: name, expected: "a mapping with \(keys.map { "`\($0)`" }.joined(separator: ", "))"),
                at: place)
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard keys.contains(name) else {
                throw Diagnostic(
                    .unknownKey(name, nearest: Spelling.nearest(to: name, in: keys)), at: YamlFault.place(key, path))
            }
            values[name] = value
        }
        self.values = values
    }

    func text(_ key: String) throws(Diagnostic) -> String? {
        guard let node = values[key], node.null == nil else { return nil }
        guard let text = node.scalar?.string else {
            throw Diagnostic(.wrongType(key: key, expected: "a text"), at: YamlFault.place(node, path))
        }
        return text.isEmpty ? nil : text
    }

    /// `order`, one of the two by strokes.
    func order() throws(Diagnostic) -> StrokeOrder? {
        guard let text = try text("order") else { return nil }
        guard let order = StrokeOrder(rawValue: text) else {
            throw Diagnostic(
                .badValue(
                    key: "order", value: text, expected: StrokeOrder.allCases.map(\.rawValue).joined(separator: " or ")),
                at: values["order"].map { YamlFault.place($0, path) } ?? place)
        }
        return order
    }

    func need(_ key: String) throws(Diagnostic) -> String {
        guard let text = try text(key) else { throw Diagnostic(.missingKey(key), at: place) }
        return text
    }

    func list(_ key: String) throws(Diagnostic) -> [Node] {
        guard let node = values[key], node.null == nil else { return [] }
        guard let sequence = node.sequence else {
            throw Diagnostic(.wrongType(key: key, expected: "a list"), at: YamlFault.place(node, path))
        }
        return Array(sequence)
    }

    /// A list of texts; a text alone is a list of one.
    func texts(_ key: String, keepsEmpty: Bool = false) throws(Diagnostic) -> [String] {
        if values[key]?.scalar != nil, let text = try text(key) { return [text] }
        var texts: [String] = []
        for node in try list(key) {
            guard let text = node.scalar?.string else {
                throw Diagnostic(.wrongType(key: key, expected: "a list of texts"), at: YamlFault.place(node, path))
            }
            if keepsEmpty || !text.isEmpty { texts.append(text) }
        }
        return texts
    }
}

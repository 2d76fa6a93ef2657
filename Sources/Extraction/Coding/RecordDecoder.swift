import Diagnostics

/// Takes records out of a tree; what does not fit is an error at its place.
struct RecordDecoder {
    /// Turns a mark into a place in the file.
    let place: (RecordTree.Mark) -> Place

    /// The fields of one object, each asked for by its key.
    struct Object {
        let fields: [RecordTree.Field]
        let mark: RecordTree.Mark
        let name: String
        let decoder: RecordDecoder

        subscript(key: String) -> RecordTree? { fields.first { $0.key == key }?.value }

        /// What stood there before, as JSON.
        var was: String? { self["was"].flatMap { $0.isNull ? nil : $0.json } }
    }

    func fail(_ fault: Fault, _ mark: RecordTree.Mark) -> Diagnostic { Diagnostic(fault, at: place(mark)) }

    /// An object all of whose keys are known.
    func object(_ tree: RecordTree, _ name: String, keys: [String]) throws(Diagnostic) -> Object {
        guard case .fields(let fields, let mark) = tree else {
            throw fail(.wrongType(key: name, expected: "a mapping of keys to values"), tree.mark)
        }
        for field in fields where !keys.contains(field.key) {
            throw fail(.unknownKey(field.key, nearest: Spelling.nearest(to: field.key, in: keys)), field.mark)
        }
        return Object(fields: fields, mark: mark, name: name, decoder: self)
    }

    func string(_ tree: RecordTree, _ key: String) throws(Diagnostic) -> String {
        switch tree {
        case .string(let text, _), .plain(let text, _): return text
        default: throw fail(.wrongType(key: key, expected: "a text"), tree.mark)
        }
    }

    func integer(_ tree: RecordTree, _ key: String) throws(Diagnostic) -> Int {
        switch tree {
        case .number(let value, _):
            if let whole = Int(exactly: value) { return whole }
        case .plain(let text, _):
            if let whole = Int(text) { return whole }
        default: break
        }
        throw fail(.wrongType(key: key, expected: "a whole number"), tree.mark)
    }

    func number(_ tree: RecordTree, _ key: String) throws(Diagnostic) -> Double {
        switch tree {
        case .number(let value, _): return value
        case .plain(let text, _):
            if let value = Double(text), value.isFinite { return value }
        default: break
        }
        throw fail(.wrongType(key: key, expected: "a number"), tree.mark)
    }

    func bool(_ tree: RecordTree, _ key: String) throws(Diagnostic) -> Bool {
        switch tree {
        case .bool(let value, _): return value
        case .plain("true", _): return true
        case .plain("false", _): return false
        default: throw fail(.wrongType(key: key, expected: "true or false"), tree.mark)
        }
    }

    func range(_ tree: RecordTree, _ key: String) throws(Diagnostic) -> MeetingRecord.SourceRange {
        guard case .list(let items, _) = tree, items.count == 2 else {
            throw fail(.wrongType(key: key, expected: "two numbers, start and end"), tree.mark)
        }
        let start = try integer(items[0], key)
        let end = try integer(items[1], key)
        guard start >= 0, end >= start else {
            throw fail(
                .badValue(key: key, value: "[\(start), \(end)]", expected: "a start and an end not before it"),
                tree.mark)
        }
        return MeetingRecord.SourceRange(start..<end)
    }
}

extension RecordTree {
    /// Whether it stands for nothing: `null`, in YAML also `~` and nothing at all.
    var isNull: Bool {
        switch self {
        case .null, .plain("", _), .plain("~", _), .plain("null", _): true
        default: false
        }
    }
}

extension RecordDecoder.Object {
    private func need(_ key: String) throws(Diagnostic) -> RecordTree {
        guard let value = self[key], !value.isNull else { throw decoder.fail(.missingKey(key), mark) }
        return value
    }

    private func have(_ key: String) -> RecordTree? {
        guard let value = self[key], !value.isNull else { return nil }
        return value
    }

    func string(_ key: String) throws(Diagnostic) -> String { try decoder.string(need(key), key) }

    func optionalString(_ key: String) throws(Diagnostic) -> String? {
        guard let value = have(key) else { return nil }
        return try decoder.string(value, key)
    }

    func integer(_ key: String) throws(Diagnostic) -> Int { try decoder.integer(need(key), key) }

    func optionalInteger(_ key: String) throws(Diagnostic) -> Int? {
        guard let value = have(key) else { return nil }
        return try decoder.integer(value, key)
    }

    func number(_ key: String) throws(Diagnostic) -> Double { try decoder.number(need(key), key) }

    func optionalBool(_ key: String) throws(Diagnostic) -> Bool? {
        guard let value = have(key) else { return nil }
        return try decoder.bool(value, key)
    }

    func range(_ key: String) throws(Diagnostic) -> MeetingRecord.SourceRange { try decoder.range(need(key), key) }

    func optionalRange(_ key: String) throws(Diagnostic) -> MeetingRecord.SourceRange? {
        guard let value = have(key) else { return nil }
        return try decoder.range(value, key)
    }

    /// One of the words that the schema allows.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type
    ) throws(Diagnostic) -> Choice where Choice.RawValue == String {
        try decoder.choice(need(key), key, type)
    }

    /// A day as `2024-05-06`, or `XXXX-05-06`, `XXXX-XX-06` where year or month is not known.
    func day(_ key: String) throws(Diagnostic) -> String? {
        guard let value = have(key) else { return nil }
        let text = try decoder.string(value, key)
        guard RecordDay(text) != nil || RecordDay.dayAlone(text) != nil else {
            throw decoder.fail(.badValue(key: key, value: text, expected: "a day like 2024-05-06"), value.mark)
        }
        return text
    }

    /// The items of a list; none where the key is absent or null.
    func list<Item>(_ key: String, _ item: (RecordTree) throws(Diagnostic) -> Item) throws(Diagnostic) -> [Item] {
        guard let value = have(key) else { return [] }
        guard case .list(let items, _) = value else {
            throw decoder.fail(.wrongType(key: key, expected: "a list"), value.mark)
        }
        var result: [Item] = []
        for tree in items { result.append(try item(tree)) }
        return result
    }

    /// A list that must be there.
    func neededList<Item>(_ key: String, _ item: (RecordTree) throws(Diagnostic) -> Item) throws(Diagnostic) -> [Item] {
        guard self[key] != nil else { throw decoder.fail(.missingKey(key), mark) }
        return try list(key, item)
    }
}

extension RecordDecoder {
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ tree: RecordTree, _ key: String, _ type: Choice.Type
    ) throws(Diagnostic) -> Choice where Choice.RawValue == String {
        let text = try string(tree, key)
        guard let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw fail(.badValue(key: key, value: text, expected: "one of \(words)"), tree.mark)
        }
        return choice
    }
}

public import Diagnostics

extension Registry {
    /// Reads `registry.yaml`.
    ///
    /// - Parameter file: what errors call the text.
    /// - Throws: `Diagnostic` with line and column: no YAML, an unknown key (with the nearest known one), a value of the
    ///   wrong type, a day that no calendar has or an end before its beginning, a name that stands twice without anything
    ///   to tell the two apart.
    public init(yaml: String, file: String) throws(Diagnostic) {
        let (values, decoder) = try RecordTree.values(yaml: yaml, file: file)
        guard values.count <= 1 else {
            throw decoder.fail(.malformed(format: "YAML", reason: "a second document"), values[1].mark)
        }
        self =
            try values.first.map { tree throws(Diagnostic) in
                try RegistryReader(decoder: decoder).registry(tree)
            } ?? Registry(people: [])
    }
}

/// Takes a registry out of a tree and checks it.
private struct RegistryReader {
    let decoder: RecordDecoder

    /// A person and where the entry begins.
    private struct Entry {
        var person: Registry.Person
        var rank: Int?
        var mark: RecordTree.Mark
    }

    func registry(_ tree: RecordTree) throws(Diagnostic) -> Registry {
        let fields = try decoder.object(tree, "registry", keys: ["region", "people", "units", "terms"])
        let entries = try fields.list("people") { tree throws(Diagnostic) in try person(tree) }
        let units = try fields.list("units") { tree throws(Diagnostic) in (try unit(tree), tree.mark) }
        let terms = try fields.list("terms") { tree throws(Diagnostic) in (try term(tree), tree.mark) }
        try checkUnits(units)
        try checkTerms(terms)
        let registry = Registry(
            region: try fields.optionalString("region"), people: ranked(entries), units: units.map(\.0),
            terms: terms.map(\.0))
        try checkNames(entries, registry)
        return registry
    }

    /// Ranks as they are given, then the others in the order of the file.
    private func ranked(_ entries: [Entry]) -> [Registry.Person] {
        let last = entries.compactMap(\.rank).max() ?? 0
        return entries.enumerated().map { index, entry in
            var person = entry.person
            person.rank = entry.rank ?? last + index + 1
            return person
        }
    }

    private func person(_ tree: RecordTree) throws(Diagnostic) -> Entry {
        if case .string(let name, let mark) = tree { return Entry(person: .init(name: name, rank: 0), mark: mark) }
        if case .plain(let name, let mark) = tree, !tree.isNull {
            return Entry(person: .init(name: name, rank: 0), mark: mark)
        }
        let fields = try decoder.object(tree, "people", keys: ["name", "also", "unit", "rank", "titles"])
        let rank = try fields.optionalInteger("rank")
        if let rank, rank < 1 {
            throw decoder.fail(
                .badValue(key: "rank", value: "\(rank)", expected: "a number from 1"), fields["rank"]?.mark ?? tree.mark
            )
        }
        var titles: [Registry.Title] = []
        for group in try fields.list("titles", { tree throws(Diagnostic) in try title(tree) }) { titles += group }
        let person = Registry.Person(
            name: bare(try text(fields, "name")), also: try texts(fields, "also").map(bare),
            unit: try fields.optionalString("unit"), titles: titles, rank: 0)
        return Entry(person: person, rank: rank, mark: fields["name"]?.mark ?? tree.mark)
    }

    /// `市长`, `市委副书记、市长`, or the same with the days it was held.
    private func title(_ tree: RecordTree) throws(Diagnostic) -> [Registry.Title] {
        var (words, from, to): (String, String?, String?)
        switch tree {
        case .string(let text, _), .plain(let text, _): (words, from, to) = (text, nil, nil)
        default:
            let fields = try decoder.object(tree, "titles", keys: ["title", "from", "to"])
            words = try text(fields, "title")
            from = try day(fields, "from", isEnd: false)
            to = try day(fields, "to", isEnd: true)
            if let from, let to, to < from {
                throw decoder.fail(
                    .badValue(key: "to", value: to, expected: "a day not before \(from)"),
                    fields["to"]?.mark ?? tree.mark)
            }
        }
        let parts = words.split(whereSeparator: { $0 == "、" || $0 == "，" }).map { bare(String($0)) }
        guard !parts.isEmpty else {
            throw decoder.fail(.badValue(key: "title", value: words, expected: "a title"), tree.mark)
        }
        return parts.map { Registry.Title($0, from: from, to: to) }
    }

    /// `2024-05-06`; `2024-05` and `2024` are their first day, or their last.
    private func day(_ fields: RecordDecoder.Object, _ key: String, isEnd: Bool) throws(Diagnostic) -> String? {
        guard let tree = fields[key], !tree.isNull else { return nil }
        let words = try decoder.string(tree, key)
        let parts = words.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        var whole = words
        if parts.count == 1 { whole += isEnd ? "-12-31" : "-01-01" }
        if parts.count == 2 {
            let last = [31, 30, 29, 28].first { RecordDay("\(words)-\($0)") != nil }
            whole += isEnd ? "-\(last ?? 31)" : "-01"
        }
        guard let day = RecordDay(whole), day.year != nil else {
            throw decoder.fail(
                .badValue(key: key, value: words, expected: "a day like 2024-05-06, or a month, or a year"), tree.mark)
        }
        return day.text
    }

    private func unit(_ tree: RecordTree) throws(Diagnostic) -> Registry.Unit {
        let (name, also) = try named(tree, "units", "name")
        return Registry.Unit(name: name, also: also)
    }

    private func term(_ tree: RecordTree) throws(Diagnostic) -> Registry.Term {
        let (text, also) = try named(tree, "terms", "term")
        return Registry.Term(text, also: also)
    }

    /// A text alone, or a text with other forms of it.
    private func named(
        _ tree: RecordTree, _ what: String, _ key: String
    ) throws(Diagnostic) -> (String, [String]) {
        if case .fields = tree {
            let fields = try decoder.object(tree, what, keys: [key, "also"])
            return (try text(fields, key), try texts(fields, "also"))
        }
        let text = try decoder.string(tree, what)
        guard !text.trimmedBlanks.isEmpty else { throw decoder.fail(.missingKey(key), tree.mark) }
        return (text.trimmedBlanks, [])
    }

    private func text(_ fields: RecordDecoder.Object, _ key: String) throws(Diagnostic) -> String {
        let text = try fields.string(key).trimmedBlanks
        guard !text.isEmpty else { throw decoder.fail(.missingKey(key), fields[key]?.mark ?? fields.mark) }
        return text
    }

    /// A text or a list of texts.
    private func texts(_ fields: RecordDecoder.Object, _ key: String) throws(Diagnostic) -> [String] {
        switch fields[key] {
        case .string(let text, _), .plain(let text, _): return text.isEmpty ? [] : [text]
        default: return try fields.list(key) { tree throws(Diagnostic) in try decoder.string(tree, key) }
        }
    }

    /// Names are printed with a blank in them (王 伟) and without.
    private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    // MARK: What cannot be

    private func checkNames(_ entries: [Entry], _ registry: Registry) throws(Diagnostic) {
        for (index, entry) in entries.enumerated() {
            for name in [entry.person.name] + entry.person.also {
                for other in registry.byName[name] ?? [] where other < index {
                    if isTold(registry.people[other], registry.people[index], registry) { continue }
                    throw decoder.fail(.twoOfOneName(name, line: line(entries[other].mark)), entry.mark)
                }
            }
        }
    }

    /// Two of one name are told apart by their units, or by titles that each has alone.
    private func isTold(_ a: Registry.Person, _ b: Registry.Person, _ registry: Registry) -> Bool {
        let titles = registry.index.titles
        if let left = a.unit, let right = b.unit {
            if titles.isSame(left, right) || titles.isSame(right, left) { return false }
            return true
        }
        guard !a.titles.isEmpty, !b.titles.isEmpty else { return false }
        return !a.titles.contains { one in
            b.titles.contains { other in
                let isTogether =
                    (one.to.map { $0 >= other.from ?? "" } ?? true) && (other.to.map { $0 >= one.from ?? "" } ?? true)
                return isTogether && (titles.isSame(one.text, other.text) || titles.isSame(other.text, one.text))
            }
        }
    }

    private func checkUnits(_ units: [(Registry.Unit, RecordTree.Mark)]) throws(Diagnostic) {
        var known: Set<String> = []
        for (unit, mark) in units {
            for name in Set([unit.name] + unit.also).sorted() where !known.insert(name).inserted {
                throw decoder.fail(.duplicateKey(name), mark)
            }
        }
    }

    private func checkTerms(_ terms: [(Registry.Term, RecordTree.Mark)]) throws(Diagnostic) {
        var known: Set<String> = []
        for (term, mark) in terms where !known.insert(term.text).inserted {
            throw decoder.fail(.duplicateKey(term.text), mark)
        }
    }

    private func line(_ mark: RecordTree.Mark) -> Int? {
        guard case .place(let line, _) = mark else { return nil }
        return line
    }
}

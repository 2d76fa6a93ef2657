public import Diagnostics
import GRDB

extension Archive {
    /// What is looked for; every part that is given must be met.
    public struct Query: Hashable, Sendable {
        /// Words with blanks between, in any order.
        public var words: String
        /// A person's name.
        public var person: String?
        /// In a title, the organiser, or who owns a task.
        public var unit: String?
        /// In a goal.
        public var goal: String?
        public var from: String?
        public var to: String?
        public var limit: Int

        public init(
            words: String, person: String? = nil, unit: String? = nil, goal: String? = nil, from: String? = nil,
            to: String? = nil, limit: Int = 20
        ) {
            self.words = words
            self.person = person
            self.unit = unit
            self.goal = goal
            self.from = from
            self.to = to
            self.limit = limit
        }
    }

    public struct Hit: Hashable, Sendable, Codable {
        public var summary: ArchiveSummary
        /// The words around the first place where the first word stands; `nil` where no words were asked for.
        public var excerpt: String?
    }

    /// The newest records that meet a query, newest first.
    public func search(_ query: Query) throws(Diagnostic) -> [Hit] {
        try read { db in try ArchiveSearch(db: db, query: query).run() }
    }

    /// The newest records that meet any of several queries, newest first, each once: the same question in other words.
    public func search(anyOf queries: [Query]) throws(Diagnostic) -> [Hit] {
        guard queries.count > 1 else {
            return try queries.first.map { query throws(Diagnostic) in try search(query) } ?? []
        }
        var hits: [Hit] = []
        var seen: Set<String> = []
        for query in queries {
            for hit in try search(query) where seen.insert(hit.summary.id).inserted { hits.append(hit) }
        }
        let order = hits.enumerated().sorted { left, right in
            let (a, b) = (left.element.summary.date ?? "", right.element.summary.date ?? "")
            return a != b ? a > b : left.offset < right.offset
        }
        return order.prefix(queries.map(\.limit).max() ?? 0).map(\.element)
    }
}

/// One search: the index of words gives candidates, newest first; each is looked at until there are enough.
struct ArchiveSearch {
    private let db: Database
    private let query: Archive.Query
    private let words: [[Unicode.Scalar]]

    init(db: Database, query: Archive.Query) {
        self.db = db
        self.query = query
        words = query.words.split(whereSeparator: \.isWhitespace).map { Folding.heard(String($0)).scalars }
    }

    func run() throws -> [Archive.Hit] {
        var hits: [Archive.Hit] = []
        guard query.limit > 0, let keys = try candidates() else { return [] }
        while hits.count < query.limit, let key = try keys.next() {
            let (isHit, excerpt) = try look(at: key)
            guard isHit, try meetsFilters(key), let summary = try summary(key) else { continue }
            hits.append(Archive.Hit(summary: summary, excerpt: excerpt))
        }
        return hits
    }

    /// All that meet the query, by key, whatever its limit.
    func keys() throws -> [Int64] {
        var found: [Int64] = []
        guard let keys = try candidates() else { return [] }
        while let key = try keys.next() {
            if try look(at: key).0, try meetsFilters(key) { found.append(key) }
        }
        return found
    }

    private func candidates() throws -> FastDatabaseValueCursor<Int64>? {
        let range = RecordKey.range(from: query.from, to: query.to)
        let low = query.from == nil && query.to == nil ? 0 : range.lowerBound
        // A unit is looked up where units are named; the words are then looked for in what that gives.
        let table = query.unit == nil ? "words" : "units"
        let phrases = query.unit.map { [$0] } ?? [query.words, query.goal ?? ""]
        let asked = phrases.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        let questions = asked.compactMap { SearchTokens.question(String($0)) }
        // Marks alone are nowhere.
        if questions.isEmpty, !asked.isEmpty { return nil }
        if let person = query.person {
            // A person's meetings are few; the words are looked up in them one by one.
            return try Int64.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT record FROM officials JOIN persons ON persons.key = person
                    WHERE name = ? AND record BETWEEN ? AND ? ORDER BY record DESC
                    """, arguments: [person, low, range.upperBound])
        }
        if questions.isEmpty {
            return try Int64.fetchCursor(
                db,
                sql: """
                    SELECT key FROM records WHERE removed = 0 AND standsFor IS NULL AND key BETWEEN ? AND ?
                    ORDER BY key DESC
                    """, arguments: [low, range.upperBound])
        }
        return try Int64.fetchCursor(
            db,
            sql: "SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            arguments: [questions.joined(separator: " AND "), low, range.upperBound])
    }

    /// Whether the words stand in the text as they were asked for, and where the first does.
    private func look(at key: Int64) throws -> (Bool, String?) {
        if words.isEmpty { return (true, nil) }
        let statement = try db.cachedStatement(
            sql: "SELECT fields, clean FROM records JOIN sources ON sources.key = source WHERE records.key = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return (false, nil) }
        let clean: String? = row[1]
        let fields: String = row[0]
        let text = (clean ?? "") + "\n" + fields
        let heard = Folding.heard(text)
        var places: [Int] = []
        for word in words {
            guard let place = Self.place(of: word, in: heard.scalars) else { return (false, nil) }
            places.append(place)
        }
        return (
            true,
            Self.excerpt(of: Array(text.unicodeScalars), at: heard.origins[places[0]], length: words[0].count)
        )
    }

    private func meetsFilters(_ key: Int64) throws -> Bool {
        if let unit = query.unit, try !holds(key, unit, Self.unitQuestion, times: 3) { return false }
        if let goal = query.goal {
            let sql = "SELECT 1 FROM goals WHERE record = ? AND instr(sign, ?) LIMIT 1"
            let statement = try db.cachedStatement(sql: sql)
            if try Int.fetchOne(statement, arguments: [key, Sameness.bare(goal)]) == nil { return false }
        }
        return true
    }

    private static let unitQuestion = """
        SELECT 1 FROM records WHERE records.key = ? AND (
            instr(coalesce(organizer, ''), ?)
            OR EXISTS (SELECT 1 FROM officials WHERE record = records.key AND instr(titles, ?))
            OR EXISTS (SELECT 1 FROM json_each(records.json, '$.directives') WHERE instr(value ->> 'owner', ?)))
        """

    private func holds(_ key: Int64, _ word: String, _ sql: String, times: Int) throws -> Bool {
        var arguments: [any DatabaseValueConvertible] = [key]
        arguments += Array(repeating: word as any DatabaseValueConvertible, count: times)
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: StatementArguments(arguments)) != nil
    }

    private func summary(_ key: Int64) throws -> ArchiveSummary? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(ArchiveSummary.columns) FROM \(ArchiveSummary.tables) WHERE records.key = ?")
        return try Row.fetchOne(statement, arguments: [key]).map(ArchiveSummary.init)
    }

    private static func place(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard let first = word.first, text.count >= word.count else { return nil }
        var index = 0
        while index <= text.count - word.count {
            if text[index] == first, text[index..<index + word.count].elementsEqual(word) { return index }
            index += 1
        }
        return nil
    }

    /// Up to twelve characters before and thirty after, within the line.
    private static func excerpt(of text: [Unicode.Scalar], at place: Int, length: Int) -> String {
        let line = { (scalar: Unicode.Scalar) in scalar == "\n" }
        let start = text[max(0, place - 12)..<place].lastIndex(where: line).map { $0 + 1 } ?? max(0, place - 12)
        let limit = min(text.count, place + length + 30)
        let end = text[place..<limit].firstIndex(where: line) ?? limit
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        return String(view)
    }
}

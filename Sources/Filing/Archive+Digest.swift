public import Diagnostics
import Extraction
import GRDB

extension Archive {
    /// What is wanted of the days of a briefing.
    public struct Period: Hashable, Sendable {
        /// First and last day, both included: `2024-05-01`.
        public var from: String
        public var to: String
        /// Only meetings at which this unit was named.
        public var unit: String?
        /// Only meetings whose text holds these words.
        public var theme: String?

        public init(from: String, to: String, unit: String? = nil, theme: String? = nil) {
            self.from = from
            self.to = to
            self.unit = unit
            self.theme = theme
        }
    }

    /// The facts of some days. Notices and other texts that report no meeting are left out.
    public func digest(_ period: Period) throws(Diagnostic) -> PeriodDigest {
        try read { db in try DigestReader(db: db, period: period).read() }
    }
}

/// Reads a digest, all of it from one state of the archive.
private struct DigestReader {
    let db: Database
    let period: Archive.Period
    /// The records that a unit or theme narrows to, from the first day that the digest looks back to; `nil` for all.
    let wanted: Set<Int64>?

    init(db: Database, period: Archive.Period) throws {
        self.db = db
        self.period = period
        guard period.unit != nil || period.theme != nil else {
            wanted = nil
            return
        }
        let before = PeriodDays.before(from: period.from, to: period.to).from
        let query = Archive.Query(
            words: period.theme ?? "", unit: period.unit, from: min(before, Self.firstMonth(period) + "-01"),
            to: period.to, limit: Int.max)
        wanted = Set(try ArchiveSearch(db: db, query: query).keys())
    }

    private func isWanted(_ key: Int64) -> Bool { wanted?.contains(key) ?? true }

    /// The first of the six months that end with the period's.
    private static func firstMonth(_ period: Archive.Period) -> String { PeriodDays.month(period.to, plus: -5) }

    private var keys: ClosedRange<Int64> { RecordKey.range(from: period.from, to: period.to) }
    private var firstDated: Int64 { RecordKey.range(from: nil, to: nil).lowerBound }

    func read() throws -> PeriodDigest {
        let entries = try entries()
        let goals = entries.flatMap { $0.record.goals.map { PeriodDigest.sign(ofGoal: $0.text) } }
        let figures = entries.flatMap { $0.record.figures.compactMap(PeriodDigest.sign(of:)) }
        return PeriodDigest(
            from: period.from, to: period.to, entries: entries,
            persons: try persons(entries.flatMap { $0.record.officials.map(\.name) }),
            earlierGoals: try earlierGoals(goals), lapsedGoals: try lapsed(Set(goals)),
            goalMonths: try goalMonths(goals), meetingMonths: try meetingMonths(),
            earlierFigures: try earlierFigures(figures))
    }

    private func entries() throws -> [ArchiveEntry] {
        var copies: [Int64: [ArchiveEntry.Copy]] = [:]
        let linked = try Row.fetchCursor(
            db,
            sql: """
                SELECT records.standsFor, records.id, path FROM records JOIN sources ON sources.key = records.source
                WHERE records.standsFor BETWEEN ? AND ? AND records.removed = 0 ORDER BY records.key
                """, arguments: [keys.lowerBound, keys.upperBound])
        while let row = try linked.next() {
            copies[row[0], default: []].append(ArchiveEntry.Copy(id: row[1], path: row[2]))
        }
        var entries: [ArchiveEntry] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT key, id, json, machine IS NOT NULL FROM records
                WHERE key BETWEEN ? AND ? AND removed = 0 AND standsFor IS NULL AND kind <> 'other' ORDER BY key
                """, arguments: [keys.lowerBound, keys.upperBound])
        while let row = try rows.next() {
            guard isWanted(row[0]) else { continue }
            entries.append(
                ArchiveEntry(
                    record: try StoredRecord.decode(row[2]), isCorrected: row[3], isRemoved: false, standsFor: nil,
                    copies: copies[row[0]] ?? []))
        }
        return entries
    }

    private func persons(_ names: [String]) throws -> [String: PeriodDigest.Person] {
        var persons: [String: PeriodDigest.Person] = [:]
        let count = try db.cachedStatement(
            sql: """
                SELECT count(DISTINCT record) FROM officials
                WHERE person = (SELECT key FROM persons WHERE name = ?) AND present = 1 AND record BETWEEN ? AND ?
                """)
        let titles = try db.cachedStatement(
            sql: """
                SELECT titles, record FROM officials
                WHERE person = (SELECT key FROM persons WHERE name = ?) AND present = 1 AND record BETWEEN ? AND ?
                AND titles <> '' ORDER BY record DESC LIMIT 1
                """)
        for name in names where persons[name] == nil {
            let arguments: StatementArguments = [name, firstDated, keys.lowerBound - 1]
            let last = try Row.fetchOne(titles, arguments: arguments)
            let printed: String? = last?[0]
            let all: StatementArguments = [name, firstDated, keys.upperBound]
            persons[name] = PeriodDigest.Person(
                before: try Int.fetchOne(count, arguments: arguments) ?? 0,
                total: try Int.fetchOne(count, arguments: all) ?? 0,
                titles: printed?.split(separator: "、").map(String.init) ?? [],
                day: last.map { Self.iso(RecordKey.day(of: $0[1])) })
        }
        return persons
    }

    private func earlierGoals(_ signs: [String]) throws -> [String: String] {
        let statement = try db.cachedStatement(
            sql: "SELECT min(record) FROM goals WHERE sign = ? AND record BETWEEN ? AND ?")
        var days: [String: String] = [:]
        for sign in signs where days[sign] == nil {
            let first = try Int64.fetchOne(statement, arguments: [sign, firstDated, keys.lowerBound - 1])
            if let first { days[sign] = Self.iso(RecordKey.day(of: first)) }
        }
        return days
    }

    /// What was named in as many days before as the period has. A goal that the period names longer or shorter is not gone:
    /// that it is would be the worse mistake.
    private func lapsed(_ signs: Set<String>) throws -> [PeriodDigest.LapsedGoal] {
        let before = PeriodDays.before(from: period.from, to: period.to)
        let range = RecordKey.range(from: before.from, to: before.to)
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT sign, text, record FROM goals WHERE record BETWEEN ? AND ? ORDER BY record DESC, place",
            arguments: [range.lowerBound, range.upperBound])
        let named = signs.map { Array($0.utf8) }
        var seen = signs
        var lapsed: [PeriodDigest.LapsedGoal] = []
        while let row = try rows.next() {
            guard isWanted(row[2]), seen.insert(row[0]).inserted else { continue }
            let sign: String = row[0]
            let bytes = Array(sign.utf8)
            if named.contains(where: { ByteSearch.holds($0, bytes) || ByteSearch.holds(bytes, $0) }) { continue }
            lapsed.append(PeriodDigest.LapsedGoal(text: row[1], day: Self.iso(RecordKey.day(of: row[2]))))
        }
        return lapsed
    }

    private func goalMonths(_ signs: [String]) throws -> [PeriodDigest.GoalMonth] {
        let range = RecordKey.range(from: Self.firstMonth(period) + "-01", to: period.to)
        let statement = try db.cachedStatement(
            sql: "SELECT DISTINCT record FROM goals WHERE sign = ? AND record BETWEEN ? AND ?")
        var months: [PeriodDigest.GoalMonth] = []
        var seen: Set<String> = []
        for sign in signs where seen.insert(sign).inserted {
            var counts: [Int64: Int] = [:]
            let records = try Int64.fetchCursor(statement, arguments: [sign, range.lowerBound, range.upperBound])
            while let record = try records.next() {
                if isWanted(record) { counts[RecordKey.day(of: record) / 100, default: 0] += 1 }
            }
            for (month, count) in counts.sorted(by: { $0.key < $1.key }) {
                let name = String(Self.iso(month * 100).prefix(7))
                months.append(PeriodDigest.GoalMonth(sign: sign, month: name, count: count))
            }
        }
        return months
    }

    private func meetingMonths() throws -> [PeriodDigest.MeetingMonth] {
        guard let month = PeriodDays.ofMonth(String(period.to.prefix(7))), month == (period.from, period.to) else {
            return []
        }
        let range = RecordKey.range(from: Self.firstMonth(period) + "-01", to: period.to)
        let records = try Int64.fetchCursor(
            db,
            sql: """
                SELECT key FROM records
                WHERE key BETWEEN ? AND ? AND removed = 0 AND standsFor IS NULL AND kind <> 'other'
                """, arguments: [range.lowerBound, range.upperBound])
        var counts: [String: Int] = [:]
        while let key = try records.next() {
            if isWanted(key) { counts[String(Self.iso(RecordKey.day(of: key)).prefix(7)), default: 0] += 1 }
        }
        let months = (0...5).reversed().map { back in
            let name = PeriodDays.month(period.to, plus: -back)
            return PeriodDigest.MeetingMonth(month: name, count: counts[name] ?? 0)
        }
        return Array(months.drop { $0.count == 0 })
    }

    private func earlierFigures(_ signs: [String]) throws -> [String: PeriodDigest.Value] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT value, record FROM figures WHERE sign = ? AND record BETWEEN ? AND ?
                ORDER BY record DESC, place DESC LIMIT 1
                """)
        var values: [String: PeriodDigest.Value] = [:]
        for sign in signs where values[sign] == nil {
            let arguments: StatementArguments = [sign, firstDated, keys.lowerBound - 1]
            if let row = try Row.fetchOne(statement, arguments: arguments) {
                values[sign] = PeriodDigest.Value(value: row[0], day: Self.iso(RecordKey.day(of: row[1])))
            }
        }
        return values
    }

    /// 20240506 -> `2024-05-06`
    private static func iso(_ day: Int64) -> String {
        let (year, rest) = day.quotientAndRemainder(dividingBy: 10000)
        return PeriodDays.iso(Int(year), Int(rest / 100), Int(rest % 100))
    }
}

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
        var wanted: Set<String>?
        if period.unit != nil || period.theme != nil {
            let query = Query(
                words: period.theme ?? "", unit: period.unit, from: period.from, to: period.to, limit: Int.max)
            wanted = Set(try search(query).map(\.summary.id))
        }
        return try read { db in try DigestReader(db: db, period: period, wanted: wanted).read() }
    }
}

/// Reads a digest, all of it from one state of the archive.
private struct DigestReader {
    let db: Database
    let period: Archive.Period
    /// The records by id that a unit or theme narrows to; `nil` for all.
    let wanted: Set<String>?

    private var keys: ClosedRange<Int64> { RecordKey.range(from: period.from, to: period.to) }
    private var firstDated: Int64 { RecordKey.range(from: nil, to: nil).lowerBound }

    func read() throws -> PeriodDigest {
        let entries = try entries()
        let goals = entries.flatMap { $0.record.goals.map { PeriodDigest.sign(ofGoal: $0.text) } }
        let figures = entries.flatMap { $0.record.figures.compactMap(PeriodDigest.sign(of:)) }
        return PeriodDigest(
            from: period.from, to: period.to, entries: entries,
            persons: try persons(entries.flatMap { $0.record.officials.map(\.name) }),
            earlierGoals: try earlierGoals(goals), lapsedGoals: wanted == nil ? try lapsed(Set(goals)) : [],
            goalMonths: try goalMonths(goals), meetingMonths: wanted == nil ? try meetingMonths() : [],
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
            if let wanted, !wanted.contains(row[1]) { continue }
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
            persons[name] = PeriodDigest.Person(
                before: try Int.fetchOne(count, arguments: arguments) ?? 0,
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

    /// What was named in as many days before as the period has.
    private func lapsed(_ signs: Set<String>) throws -> [PeriodDigest.LapsedGoal] {
        let before = PeriodDays.before(from: period.from, to: period.to)
        let range = RecordKey.range(from: before.from, to: before.to)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT sign, text, max(record) FROM goals WHERE record BETWEEN ? AND ?
                GROUP BY sign ORDER BY max(record) DESC, sign
                """, arguments: [range.lowerBound, range.upperBound])
        return rows.compactMap { row in
            signs.contains(row[0])
                ? nil : PeriodDigest.LapsedGoal(text: row[1], day: Self.iso(RecordKey.day(of: row[2])))
        }
    }

    private func goalMonths(_ signs: [String]) throws -> [PeriodDigest.GoalMonth] {
        let from = PeriodDays.month(period.to, plus: -5) + "-01"
        let range = RecordKey.range(from: from, to: period.to)
        let statement = try db.cachedStatement(
            sql: "SELECT DISTINCT record FROM goals WHERE sign = ? AND record BETWEEN ? AND ?")
        var months: [PeriodDigest.GoalMonth] = []
        var seen: Set<String> = []
        for sign in signs where seen.insert(sign).inserted {
            var counts: [Int64: Int] = [:]
            let records = try Int64.fetchCursor(statement, arguments: [sign, range.lowerBound, range.upperBound])
            while let record = try records.next() { counts[RecordKey.day(of: record) / 100, default: 0] += 1 }
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
        let count = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM records
                WHERE key BETWEEN ? AND ? AND removed = 0 AND standsFor IS NULL AND kind <> 'other'
                """)
        let months = try (0...5).reversed().map { back in
            let name = PeriodDays.month(period.to, plus: -back)
            let days = PeriodDays.ofMonth(name)
            let range = RecordKey.range(from: days?.from, to: days?.to)
            let number = try Int.fetchOne(count, arguments: [range.lowerBound, range.upperBound]) ?? 0
            return PeriodDigest.MeetingMonth(month: name, count: number)
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

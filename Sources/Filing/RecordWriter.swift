import Diagnostics
import Extraction
import GRDB

/// Puts records into the tables, inside one transaction.
struct RecordWriter {
    let db: Database
    let rows: ArchiveRows

    init(db: Database) {
        self.db = db
        rows = ArchiveRows(db: db)
    }

    /// A record's row as it stands.
    struct Stored {
        var key: Int64
        var id: String
        var standsFor: Int64?
        var removed: Bool
        var day: String?
        var fields: String
        var json: String
        var machine: String?
        var clean: String?

        var counts: Bool { standsFor == nil && !removed }

        init(_ row: Row) {
            key = row[0]
            id = row[1]
            standsFor = row[2]
            removed = row[3]
            day = row[4]
            fields = row[5]
            json = row[6]
            machine = row[7]
            clean = row[8]
        }
    }

    private static let columns = """
        SELECT records.key, id, standsFor, removed, day, fields, json, machine, sources.clean
        FROM records JOIN sources ON sources.key = records.source
        """

    func stored(id: String) throws -> Stored? {
        let statement = try db.cachedStatement(sql: Self.columns + " WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(Stored.init)
    }

    func stored(key: Int64) throws -> Stored? {
        let statement = try db.cachedStatement(sql: Self.columns + " WHERE records.key = ?")
        return try Row.fetchOne(statement, arguments: [key]).map(Stored.init)
    }

    func add(_ addition: Archive.Addition) throws -> [Archive.Outcome] {
        guard let first = addition.records.first else { return [] }
        let source = try source(first.source, addition)
        var outcomes: [Archive.Outcome] = []
        for record in addition.records {
            if let old = try stored(id: record.id) {
                outcomes.append(try renew(old, record, isCorrection: addition.isCorrection))
            } else if let machine = addition.machines.first(where: { $0.id == record.id && $0 != record }) {
                // What was corrected before it came here: what the machine read is kept beneath.
                let outcome = try insert(machine, source: source)
                guard let old = try stored(id: record.id) else { throw Diagnostic(.noRecord(record.id)) }
                _ = try renew(old, record, isCorrection: true)
                outcomes.append(outcome)
            } else {
                outcomes.append(try insert(record, source: source))
            }
        }
        if addition.text != nil { try removeStale(source, keep: addition.records.map(\.id)) }
        return outcomes
    }

    private func source(_ source: MeetingRecord.Source, _ addition: Archive.Addition) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT key, text IS NULL FROM sources WHERE sha256 = ?")
        if let row = try Row.fetchOne(find, arguments: [source.sha256]) {
            let key: Int64 = row[0]
            let lacksText: Bool = row[1]
            if lacksText, addition.text != nil { try setText(key, addition) }
            return key
        }
        try rows.execute(
            "INSERT INTO sources(sha256, path, text, clean) VALUES (?, ?, ?, ?)",
            [source.sha256, source.path, addition.text, addition.clean])
        return db.lastInsertedRowID
    }

    /// A record came first, its text comes now: what can be searched of it grows.
    private func setText(_ source: Int64, _ addition: Archive.Addition) throws {
        let keys = try Int64.fetchAll(db, sql: "SELECT key FROM records WHERE source = ?", arguments: [source])
        let counting = try keys.compactMap { try stored(key: $0) }.filter(\.counts)
        for old in counting { try unindex(old) }
        try rows.execute(
            "UPDATE sources SET text = ?, clean = ? WHERE key = ?", [addition.text, addition.clean, source])
        for old in counting {
            try rows.index(try StoredRecord.decode(old.json), key: old.key, fields: old.fields, clean: addition.clean)
        }
    }

    private func insert(_ record: MeetingRecord, source: Int64) throws -> Archive.Outcome {
        let signs = Sameness.keys(of: record)
        let main = try sameMeeting(as: record, signs)
        let key = try RecordKey.next(on: record.meeting.date, db)
        let clean = try String.fetchOne(
            db.cachedStatement(sql: "SELECT clean FROM sources WHERE key = ?"), arguments: [source])
        let fields = ArchiveRows.fields(of: record, isInText: clean != nil)
        try rows.execute(
            """
            INSERT INTO records(key, id, source, kind, day, title, organizer, fields, json)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, record.id, source, record.kind.rawValue, record.meeting.date, Self.title(record),
                record.meeting.organizer, fields, record.json,
            ])
        try rows.setSigns(signs, key: key)
        guard let main else {
            try rows.index(record, key: key, fields: fields, clean: clean)
            return .added
        }
        // What a person has corrected stands, however full another report is.
        if main.machine == nil, Sameness.isFuller(record, try StoredRecord.decode(main.json)) {
            try unindex(main)
            try rows.execute(
                "UPDATE records SET standsFor = ? WHERE key = ? OR standsFor = ?", [key, main.key, main.key])
            try rows.index(record, key: key, fields: fields, clean: clean)
        } else {
            try rows.execute("UPDATE records SET standsFor = ? WHERE key = ?", [main.key, key])
        }
        return .linked(to: main.id)
    }

    /// The record that stands for the same meeting, where there is one that counts.
    private func sameMeeting(
        as record: MeetingRecord, _ signs: [String], besides key: Int64? = nil
    ) throws -> Stored? {
        for sign in signs {
            for candidate in try candidates(sign, on: record.meeting.date) where candidate != key {
                guard var old = try stored(key: candidate) else { continue }
                if Sameness.isSame(try StoredRecord.decode(old.json), record) {
                    if let main = old.standsFor, main != key, let standing = try stored(key: main) { old = standing }
                    if old.counts { return old }
                }
            }
        }
        return nil
    }

    /// Records that share a key. What a copy shares may stand in texts of many years: only what is near is looked at.
    private func candidates(_ sign: String, on day: String?) throws -> [Int64] {
        guard NearCopy.isKey(sign), let day, RecordKey.day(day) > 0 else {
            return try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT record FROM sameness WHERE sign = ? ORDER BY record LIMIT 100"),
                arguments: [sign])
        }
        let number = PeriodDays.number(day)
        let near = RecordKey.range(
            from: PeriodDays.day(number - NearCopy.reach), to: PeriodDays.day(number + NearCopy.reach))
        let undated = RecordKey.undated
        return try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT record FROM sameness
                    WHERE sign = ? AND (record BETWEEN ? AND ? OR record BETWEEN ? AND ?) ORDER BY record LIMIT 100
                    """),
            arguments: [sign, near.lowerBound, near.upperBound, undated.lowerBound, undated.upperBound])
    }

    private func renew(_ old: Stored, _ record: MeetingRecord, isCorrection: Bool) throws -> Archive.Outcome {
        if old.removed { return .staysRemoved }
        var record = record
        // The same bytes found elsewhere: the place where they were found first stays.
        record.source.path = try StoredRecord.decode(old.json).source.path
        if isCorrection { record = record.corrected(from: try StoredRecord.decode(old.machine ?? old.json)) }
        let json = record.json
        if isCorrection {
            if json == old.json { return .unchanged }
            try replace(old, with: record, machine: old.machine ?? old.json, .corrected)
            return .corrected
        }
        if let machine = old.machine {
            if machine == json { return .unchanged }
            try rows.execute("UPDATE records SET machine = ? WHERE key = ?", [json, old.key])
            return .correctionKept
        }
        if json == old.json { return .unchanged }
        try replace(old, with: record, machine: nil, .reread)
        return .updated
    }

    /// Another record takes the place of the stored one; its day, its links and its rows follow.
    func replace(_ old: Stored, with record: MeetingRecord, machine: String?, _ act: ArchiveEvent.Act) throws {
        try rows.remember(act, old.id, before: old.json)
        try TaskMover(db: db).move(old.id, from: old.json, to: record)
        if old.counts { try unindex(old) }
        var key = old.key
        if RecordKey.day(old.day) != RecordKey.day(record.meeting.date) {
            key = try RecordKey.next(on: record.meeting.date, db)
        }
        let fields = ArchiveRows.fields(of: record, isInText: old.clean != nil && machine == nil)
        try rows.execute(
            """
            UPDATE records SET key = ?, kind = ?, day = ?, title = ?, organizer = ?, fields = ?, json = ?, machine = ?
            WHERE key = ?
            """,
            [
                key, record.kind.rawValue, record.meeting.date, Self.title(record), record.meeting.organizer, fields,
                record.json, machine, old.key,
            ])
        try rows.removeSigns(of: key)
        try rows.setSigns(Sameness.keys(of: record), key: key)
        if !old.removed { try settle(key, record, fields: fields, clean: old.clean, wasLinked: old.standsFor != nil) }
    }

    /// Decides anew whether a record stands for itself, and makes its rows where it does.
    private func settle(_ key: Int64, _ record: MeetingRecord, fields: String, clean: String?, wasLinked: Bool) throws {
        if let main = try sameMeeting(as: record, Sameness.keys(of: record), besides: key) {
            try rows.execute(
                "UPDATE records SET standsFor = ? WHERE key = ? OR standsFor = ?", [main.key, key, key])
        } else {
            if wasLinked { try rows.execute("UPDATE records SET standsFor = NULL WHERE key = ?", [key]) }
            try rows.index(record, key: key, fields: fields, clean: clean)
            try release(from: key, record)
        }
    }

    /// Copies that no longer report the same meeting stand for themselves again.
    private func release(from key: Int64, _ record: MeetingRecord) throws {
        let keys = try Int64.fetchAll(
            db, sql: "SELECT key FROM records WHERE standsFor = ? ORDER BY key", arguments: [key])
        for copy in try keys.compactMap({ try stored(key: $0) }) {
            let other = try StoredRecord.decode(copy.json)
            if Sameness.isSame(record, other) { continue }
            try rows.execute("UPDATE records SET standsFor = NULL WHERE key = ?", [copy.key])
            if !copy.removed {
                try settle(copy.key, other, fields: copy.fields, clean: copy.clean, wasLinked: false)
            }
        }
    }

    private func unindex(_ old: Stored) throws {
        try rows.unindex(try StoredRecord.decode(old.json), key: old.key, fields: old.fields, clean: old.clean)
    }

    /// - Returns: whether anything changed.
    func setRemoved(_ old: Stored, _ removed: Bool) throws -> Bool {
        if old.removed == removed { return false }
        try rows.remember(removed ? .removed : .restored, old.id, before: nil)
        if removed {
            if old.counts { try unindex(old) }
            try rows.execute("UPDATE records SET removed = 1, standsFor = NULL WHERE key = ?", [old.key])
            try promote(copiesOf: old.key)
        } else {
            try rows.execute("UPDATE records SET removed = 0 WHERE key = ?", [old.key])
            let record = try StoredRecord.decode(old.json)
            try settle(old.key, record, fields: old.fields, clean: old.clean, wasLinked: false)
        }
        return true
    }

    /// The meeting's record has gone: its fullest copy stands for it now.
    private func promote(copiesOf key: Int64) throws {
        let keys = try Int64.fetchAll(
            db, sql: "SELECT key FROM records WHERE standsFor = ? AND removed = 0 ORDER BY key", arguments: [key])
        var best: (stored: Stored, record: MeetingRecord)?
        for copy in try keys.compactMap({ try stored(key: $0) }) {
            let record = try StoredRecord.decode(copy.json)
            if best.map({ Sameness.isFuller(record, $0.record) }) ?? true { best = (copy, record) }
        }
        guard let (copy, record) = best else { return }
        try rows.execute("UPDATE records SET standsFor = ? WHERE standsFor = ?", [copy.key, key])
        try rows.execute("UPDATE records SET standsFor = NULL WHERE key = ?", [copy.key])
        try rows.index(record, key: copy.key, fields: copy.fields, clean: copy.clean)
    }

    /// A source that is read again may hold fewer meetings than it was thought to: what no person touched is removed.
    private func removeStale(_ source: Int64, keep ids: [String]) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM records WHERE source = ? AND removed = 0 AND machine IS NULL ORDER BY key")
        for id in try String.fetchAll(statement, arguments: [source]) where !ids.contains(id) {
            if let old = try stored(id: id) { _ = try setRemoved(old, true) }
        }
    }

    private static func title(_ record: MeetingRecord) -> String {
        record.meeting.name ?? record.headline ?? ""
    }
}

public import Diagnostics
public import Extraction
import GRDB

extension Archive {
    /// A person's correction takes a record's place. What the machine read is kept, and reading the source again does not
    /// undo it.
    ///
    /// - Returns: false where nothing was changed.
    /// - Throws: `noRecord`; `recordChanged` where the correction is of another record or source; `badValue` where a
    ///   range lies outside the source or a day is none.
    @discardableResult
    public func correct(_ record: MeetingRecord) throws(Diagnostic) -> Bool {
        try write { db in
            let writer = RecordWriter(db: db)
            guard let old = try writer.stored(id: record.id) else { throw Diagnostic(.recordChanged(key: "id")) }
            let before = try StoredRecord.decode(old.json)
            guard before.source.sha256 == record.source.sha256 else {
                throw Diagnostic(.recordChanged(key: "source.sha256"))
            }
            let record = record.corrected(from: try StoredRecord.decode(old.machine ?? old.json))
            if old.json == record.json { return false }
            let length = try String.fetchOne(
                db, sql: "SELECT text FROM sources WHERE sha256 = ?", arguments: [record.source.sha256]
            )?.unicodeScalars.count
            try RecordCheck(record: record, length: length).run()
            try writer.replace(old, with: record, machine: old.machine ?? old.json, .corrected)
            return true
        }
    }

    /// Takes a record out of everything; it is kept and `restore` brings it back.
    ///
    /// - Returns: false where it was removed already.
    @discardableResult
    public func remove(_ name: String) throws(Diagnostic) -> Bool {
        try setRemoved(name, true)
    }

    /// - Returns: false where it was not removed.
    @discardableResult
    public func restore(_ name: String) throws(Diagnostic) -> Bool {
        try setRemoved(name, false)
    }

    /// Makes a record again what it was before a change, or what the machine read.
    ///
    /// - Parameter number: the change's, as `history` has it; `nil` for what the machine read.
    /// - Returns: false where it is that already.
    /// - Throws: `noRecord`, also where the record has no such change.
    @discardableResult
    public func restore(_ name: String, before number: Int64?) throws(Diagnostic) -> Bool {
        try write { db in
            let id = try Self.id(name, db)
            let writer = RecordWriter(db: db)
            guard let old = try writer.stored(id: id) else { throw Diagnostic(.noRecord(name)) }
            guard let number else {
                guard let machine = old.machine else { return false }
                try writer.replace(old, with: try StoredRecord.decode(machine), machine: nil, .corrected)
                return true
            }
            let json = try String.fetchOne(
                db, sql: "SELECT before FROM history WHERE record = ? AND number = ?", arguments: [id, number])
            guard let json else { throw Diagnostic(.noRecord("\(name) \(number)")) }
            if json == old.json { return false }
            let machine = old.machine ?? old.json
            try writer.replace(
                old, with: try StoredRecord.decode(json), machine: machine == json ? nil : machine, .corrected)
            return true
        }
    }

    private func setRemoved(_ name: String, _ removed: Bool) throws(Diagnostic) -> Bool {
        try write { db in
            let writer = RecordWriter(db: db)
            guard let old = try writer.stored(id: try Self.id(name, db)) else { throw Diagnostic(.noRecord(name)) }
            return try writer.setRemoved(old, removed)
        }
    }
}

/// What a record from a person's hand must keep to.
package struct RecordCheck {
    let record: MeetingRecord
    /// Of the source's text in scalars, where it is known.
    let length: Int?

    package init(record: MeetingRecord, length: Int?) {
        self.record = record
        self.length = length
    }

    /// - Throws: `badValue`, without a place.
    package func run() throws(Diagnostic) {
        for (key, day) in [("meeting.date", record.meeting.date), ("meeting.endDate", record.meeting.endDate)] {
            if let day, RecordDay(day) == nil, RecordDay.dayAlone(day) == nil {
                throw Diagnostic(.badValue(key: key, value: day, expected: "a day as 2024-05-31, or nothing"))
            }
        }
        for official in record.officials where official.name.isEmpty {
            throw Diagnostic(.badValue(key: "officials.name", value: "", expected: "a name"))
        }
        let ranges =
            record.meeting.ranges.sorted { $0.key < $1.key }.map { ("meeting.ranges.\($0.key)", $0.value) }
            + record.officials.flatMap { official in official.ranges.map { ("officials.ranges", $0) } }
            + record.goals.map { ("goals.range", $0.range) } + record.figures.map { ("figures.range", $0.range) }
            + record.directives.map { ("directives.range", $0.range) }
            + record.results.map { ("results.range", $0.range) }
        for (key, range) in ranges {
            guard range.start >= 0, range.start <= range.end, range.end <= length ?? Int.max else {
                throw Diagnostic(
                    .badValue(
                        key: key, value: "[\(range.start), \(range.end)]",
                        expected: "a range inside the source" + (length.map { " (0 to \($0))" } ?? "")))
            }
        }
    }
}

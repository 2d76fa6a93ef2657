public import Diagnostics
import Extraction
import GRDB

extension Archive {
    /// What a list is narrowed to.
    public struct Filter: Hashable, Sendable {
        /// Days, both included: `2024-05-01`.
        public var from: String?
        public var to: String?
        /// Linked and removed records too.
        public var all = false
        public var limit: Int?

        public init(from: String? = nil, to: String? = nil, all: Bool = false, limit: Int? = nil) {
            self.from = from
            self.to = to
            self.all = all
            self.limit = limit
        }
    }

    /// Calls `use` with each record's summary, the newest first, undated ones last.
    public func list(_ filter: Filter, use: (ArchiveSummary) throws -> Void) throws(Diagnostic) {
        try read { db in
            let isOpen = filter.from == nil && filter.to == nil
            let keys = isOpen ? 0...Int64.max : RecordKey.range(from: filter.from, to: filter.to)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(ArchiveSummary.columns) FROM \(ArchiveSummary.tables)
                    WHERE records.key BETWEEN ? AND ? \
                    \(filter.all ? "" : "AND records.removed = 0 AND records.standsFor IS NULL")
                    ORDER BY records.key DESC LIMIT ?
                    """,
                arguments: [keys.lowerBound, keys.upperBound, filter.limit ?? -1])
            while let row = try rows.next() { try use(ArchiveSummary(row)) }
        }
    }

    /// How many records there are, and how many of them count: not removed, and standing for their meeting.
    public func count() throws(Diagnostic) -> (all: Int, counting: Int) {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT count(*), coalesce(sum(removed = 0 AND standsFor IS NULL), 0) FROM records")!
            return (row[0], row[1])
        }
    }

    /// - Parameter name: a record's id, or enough of its beginning.
    /// - Throws: `noRecord`, `severalRecords`.
    public func entry(_ name: String) throws(Diagnostic) -> ArchiveEntry {
        try read { db in try Self.entry(try Self.id(name, db), db) }
    }

    /// The text of the source that a record came from: as it was, in which the ranges count. `nil` where only the record
    /// is known.
    public func sourceText(of name: String) throws(Diagnostic) -> String? {
        try read { db in
            try String.fetchOne(
                db, sql: "SELECT text FROM sources JOIN records ON source = sources.key WHERE id = ?",
                arguments: [try Self.id(name, db)])
        }
    }

    /// What happened to a record, oldest first.
    public func history(of name: String) throws(Diagnostic) -> [ArchiveEvent] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT number, record, at, act, before FROM history WHERE record = ? ORDER BY number",
                arguments: [try Self.id(name, db)]
            )
            .compactMap { row in
                ArchiveEvent.Act(rawValue: row[3]).map {
                    ArchiveEvent(number: row[0], record: row[1], at: row[2], act: $0, before: row[4])
                }
            }
        }
    }

    static func entry(_ id: String, _ db: Database) throws -> ArchiveEntry {
        guard let stored = try RecordWriter(db: db).stored(id: id) else { throw Diagnostic(.noRecord(id)) }
        let copies = try Row.fetchAll(
            db,
            sql: """
                SELECT id, path FROM records JOIN sources ON sources.key = records.source
                WHERE standsFor = ? AND removed = 0 ORDER BY records.key
                """, arguments: [stored.key])
        let main = try stored.standsFor.flatMap { try RecordWriter(db: db).stored(key: $0) }
        return ArchiveEntry(
            record: try StoredRecord.decode(stored.json), isCorrected: stored.machine != nil,
            isRemoved: stored.removed, standsFor: main?.id,
            copies: copies.map { ArchiveEntry.Copy(id: $0[0], path: $0[1]) })
    }

    /// The one record whose id begins so.
    static func id(_ name: String, _ db: Database) throws -> String {
        let end = name + "\u{10FFFF}"
        let ids = try String.fetchAll(
            db, sql: "SELECT id FROM records WHERE id >= ? AND id < ? ORDER BY id LIMIT 100", arguments: [name, end])
        if ids.first == name || ids.count == 1 { return ids[0] }
        if name.isEmpty || ids.isEmpty { throw Diagnostic(.noRecord(name)) }
        throw Diagnostic(.severalRecords(name, count: ids.count))
    }
}

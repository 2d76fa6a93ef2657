import Diagnostics
import GRDB

/// The tables, and how an archive of an older version becomes one of this.
///
/// `sources` holds each text as it came (ranges count in it) and cleaned; `records` each record whole, with `machine` what
/// was read where a person corrected it. `officials`, `goals`, `figures`, `words` and `units` are made from it and hold only
/// records that count: not removed, and standing for their meeting. So they can always be made again.
enum ArchiveSchema {
    /// Of the file's header, so that another program's database is not taken for an archive ("Jian").
    static let application = 0x4A69_616E

    private static let versions: [String] = [
        """
        CREATE TABLE sources (
            key INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            path TEXT NOT NULL,
            text TEXT,
            clean TEXT
        );
        -- A key is the day and a number within it, so that keys are in the order of days: see RecordKey.
        CREATE TABLE records (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source INTEGER NOT NULL REFERENCES sources(key) ON DELETE RESTRICT,
            standsFor INTEGER REFERENCES records(key) ON UPDATE CASCADE ON DELETE SET NULL
                DEFERRABLE INITIALLY DEFERRED,
            removed INTEGER NOT NULL DEFAULT 0,
            kind TEXT NOT NULL,
            day TEXT,
            title TEXT NOT NULL,
            organizer TEXT,
            fields TEXT NOT NULL,
            json TEXT NOT NULL,
            machine TEXT
        );
        CREATE INDEX recordsBySource ON records(source);
        CREATE INDEX recordsByMeeting ON records(standsFor) WHERE standsFor IS NOT NULL;
        CREATE TABLE sameness (
            sign TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES records(key) ON UPDATE CASCADE ON DELETE CASCADE,
            PRIMARY KEY (sign, record)
        ) WITHOUT ROWID;
        CREATE INDEX samenessByRecord ON sameness(record);
        CREATE TABLE persons (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE officials (
            record INTEGER NOT NULL REFERENCES records(key) ON UPDATE CASCADE ON DELETE CASCADE,
            place INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES persons(key),
            present INTEGER NOT NULL,
            titles TEXT NOT NULL,
            PRIMARY KEY (record, place)
        ) WITHOUT ROWID;
        CREATE INDEX officialsByPerson ON officials(person, present, record);
        CREATE TABLE goals (
            record INTEGER NOT NULL REFERENCES records(key) ON UPDATE CASCADE ON DELETE CASCADE,
            place INTEGER NOT NULL,
            sign TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (record, place)
        ) WITHOUT ROWID;
        CREATE INDEX goalsBySign ON goals(sign, record);
        CREATE TABLE figures (
            record INTEGER NOT NULL REFERENCES records(key) ON UPDATE CASCADE ON DELETE CASCADE,
            place INTEGER NOT NULL,
            sign TEXT NOT NULL,
            value REAL NOT NULL,
            PRIMARY KEY (record, place)
        ) WITHOUT ROWID;
        CREATE INDEX figuresBySign ON figures(sign, record);
        CREATE VIRTUAL TABLE words USING fts5(
            tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
        );
        CREATE VIRTUAL TABLE units USING fts5(
            tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
        );
        CREATE TABLE history (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            record TEXT NOT NULL,
            at TEXT NOT NULL,
            act TEXT NOT NULL,
            before TEXT
        );
        CREATE INDEX historyByRecord ON history(record, number);
        CREATE TABLE issues (
            total INTEGER PRIMARY KEY,
            series TEXT NOT NULL,
            number INTEGER NOT NULL,
            subject TEXT NOT NULL,
            day TEXT,
            corrections TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (series, number),
            UNIQUE (series, subject)
        );
        CREATE TABLE issuedRecords (
            issue INTEGER NOT NULL REFERENCES issues(total) ON DELETE RESTRICT,
            place INTEGER NOT NULL,
            record TEXT NOT NULL,
            json TEXT,
            PRIMARY KEY (issue, place)
        );
        CREATE INDEX issuedByRecord ON issuedRecords(record, issue);
        CREATE TABLE tasks (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            record TEXT NOT NULL,
            sign TEXT NOT NULL,
            at TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT
        );
        CREATE INDEX tasksByRecord ON tasks(record, sign, number);
        """,
        MailSchema.first,
    ]

    static var newest: Int { versions.count }

    /// - Throws: `archiveForeign`, `archiveNewer`.
    static func check(_ db: Database) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if tables > 0, application != Self.application { throw Diagnostic(.archiveForeign) }
        if version > newest { throw Diagnostic(.archiveNewer(found: version, known: newest)) }
    }

    static func bringUpToDate(_ queue: DatabaseQueue) throws {
        let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        if version == newest { return }
        try queue.write { db in
            // Asked again inside: another program may have come first.
            try check(db)
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            for step in versions[version...] { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(newest)")
        }
    }
}

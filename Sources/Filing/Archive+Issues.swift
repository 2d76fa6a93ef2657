import Acquisition
public import Diagnostics
import Extraction
import FoundationEssentials
import GRDB

extension Archive {
    /// What is issued.
    public struct Issuing: Sendable {
        public var series: String
        public var subject: String
        public var day: String?
        /// The records that it prints, by id.
        public var records: [String]
        /// What the first number of the series and of all is, where an office has issued before; 1 else.
        public var first: Int?
        public var firstTotal: Int?

        public init(
            series: String, subject: String, day: String?, records: [String], first: Int? = nil, firstTotal: Int? = nil
        ) {
            self.series = series
            self.subject = subject
            self.day = day
            self.records = records
            self.first = first
            self.firstTotal = firstTotal
        }
    }

    /// Gives the next number to what `make` makes, and keeps both; or, where the subject was issued before, makes it again
    /// under its number and compares.
    ///
    /// Number and file are kept in one step while other programs wait: no number is skipped where `make` fails or the
    /// program is killed, none is given twice.
    ///
    /// - Parameter make: the file's bytes; it must not use the archive.
    public func issue(_ issuing: Issuing, make: (IssueDraft) throws -> [UInt8]) throws(Diagnostic) -> IssueOutcome {
        try write { db in
            let desk = IssueDesk(db: db, issuing: issuing)
            if let (kept, draft) = try desk.issued() {
                let made = try make(draft)
                let sum = made.withUnsafeBytes { SourceReader.sha256($0) }
                return sum == kept.sha256 ? .same(kept) : .differs(kept, made: sum)
            }
            let (draft, reported) = try desk.next()
            let bytes = try make(draft)
            return .issued(try desk.keep(draft, bytes, reported))
        }
    }

    /// The next number and corrections, for a draft: nothing is given out.
    public func nextIssue(_ issuing: Issuing) throws(Diagnostic) -> IssueDraft {
        try read { db in
            let desk = IssueDesk(db: db, issuing: issuing)
            return try desk.issued()?.draft ?? desk.next().draft
        }
    }

    /// All issues, or those of a series, in the order they were given out.
    public func issues(series: String? = nil) throws(Diagnostic) -> [Issue] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(IssueDesk.columns) FROM issues WHERE ? IS NULL OR series = ? ORDER BY total
                    """, arguments: [series, series]
            )
            .map(IssueDesk.issue)
        }
    }

    /// An issue's file as it was issued.
    ///
    /// - Parameter total: the number over all series.
    /// - Throws: `noIssue`; `archiveDamaged` where the bytes are not those that were issued.
    public func file(ofIssue total: Int) throws(Diagnostic) -> [UInt8] {
        let row: (bytes: Data, sum: String)? = try read { db in
            try Row.fetchOne(db, sql: "SELECT bytes, sha256 FROM issues WHERE total = ?", arguments: [total])
                .map { ($0[0], $0[1]) }
        }
        guard let row else { throw Diagnostic(.noIssue("\(total)"), at: Place(file: path)) }
        let bytes = [UInt8](row.bytes)
        guard bytes.withUnsafeBytes({ SourceReader.sha256($0) }) == row.sum else {
            throw Diagnostic(.archiveDamaged(reason: "the file of issue \(total)"), at: Place(file: path))
        }
        return bytes
    }
}

/// Numbers and corrections, inside one transaction.
private struct IssueDesk {
    let db: Database
    let issuing: Archive.Issuing

    static let columns = "total, series, number, subject, day, sha256, length(bytes)"

    /// A record as the series printed it last, and as it is now; `nil` where it was removed since.
    typealias Reported = (record: String, json: String?)

    static func issue(_ row: Row) -> Issue {
        Issue(
            total: row[0], series: row[1], number: row[2], subject: row[3], day: row[4], sha256: row[5], size: row[6])
    }

    /// The issue of this subject, where there is one, and what its maker was told.
    func issued() throws -> (issue: Issue, draft: IssueDraft)? {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(Self.columns), corrections FROM issues WHERE series = ? AND subject = ?",
            arguments: [issuing.series, issuing.subject])
        guard let row else { return nil }
        let issue = Self.issue(row)
        let lines: String = row[7]
        let corrections = lines.split(separator: "\n").map(String.init)
        return (issue, IssueDraft(number: issue.number, total: issue.total, corrections: corrections))
    }

    func next() throws -> (draft: IssueDraft, reported: [Reported]) {
        let number = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM issues WHERE series = ?", arguments: [issuing.series])
        let total = try Int.fetchOne(db, sql: "SELECT max(total) FROM issues")
        let (corrections, reported) = try corrections()
        let draft = IssueDraft(
            number: number.map { $0 + 1 } ?? issuing.first ?? 1,
            total: total.map { $0 + 1 } ?? issuing.firstTotal ?? 1, corrections: corrections)
        return (draft, reported)
    }

    func keep(_ draft: IssueDraft, _ bytes: [UInt8], _ reported: [Reported]) throws -> Issue {
        let sum = bytes.withUnsafeBytes { SourceReader.sha256($0) }
        try db.execute(
            sql: """
                INSERT INTO issues(total, series, number, subject, day, corrections, sha256, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draft.total, issuing.series, draft.number, issuing.subject, issuing.day,
                draft.corrections.joined(separator: "\n"), sum, Data(bytes),
            ])
        let printed: [Reported] = try issuing.records.map { ($0, try current($0)) }
        let own = Set(issuing.records)
        for (place, entry) in (printed + reported.filter { !own.contains($0.record) }).enumerated() {
            try db.execute(
                sql: "INSERT INTO issuedRecords(issue, place, record, json) VALUES (?, ?, ?, ?)",
                arguments: [draft.total, place, entry.record, entry.json])
        }
        return Issue(
            total: draft.total, series: issuing.series, number: draft.number, subject: issuing.subject,
            day: issuing.day, sha256: sum, size: bytes.count)
    }

    private func current(_ record: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT json FROM records WHERE id = ? AND removed = 0", arguments: [record])
    }

    /// What the series printed of a record last, where it is something else now.
    private func corrections() throws -> ([String], [Reported]) {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT issues.number, issuedRecords.record, issuedRecords.json, now.json
                FROM (
                    SELECT record, max(issue) AS issue FROM issuedRecords
                    JOIN issues ON issues.total = issue WHERE series = ? GROUP BY record
                ) AS last
                JOIN issuedRecords ON issuedRecords.record = last.record AND issuedRecords.issue = last.issue
                JOIN issues ON issues.total = issuedRecords.issue
                LEFT JOIN records AS now ON now.id = issuedRecords.record AND now.removed = 0
                WHERE issuedRecords.json IS NOT now.json
                ORDER BY issuedRecords.issue, issuedRecords.place
                """, arguments: [issuing.series])
        var lines: [String] = []
        var reported: [Reported] = []
        while let row = try rows.next() {
            let printed: String? = row[2]
            let now: String? = row[3]
            let difference = RecordDifference(
                before: try printed.map(StoredRecord.decode), after: try now.map(StoredRecord.decode))
            // What is not printed (warnings, ranges) needs no correction.
            guard !difference.lines.isEmpty else { continue }
            let number: Int = row[0]
            lines += difference.lines.map { "第\(number)期" + $0 }
            reported.append((row[1], now))
        }
        return (lines, reported)
    }
}

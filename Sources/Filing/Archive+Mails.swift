public import Diagnostics
public import Extraction
import GRDB

extension Archive {
    /// Records a mail that is about to be sent, as `sending`.
    ///
    /// It is on the disk when this returns, so that a program that is ended while it sends leaves an `unknown` mail behind.
    ///
    /// - Parameters:
    ///   - mail: without number and time.
    ///   - again: whether recipients who have the file already, or may have it, get it again.
    /// - Returns: its number.
    /// - Throws: `alreadySent`, `fateUnknown`: nothing is recorded then.
    public func begin(_ mail: SentMail, again: Bool) throws(Diagnostic) -> Int {
        try write { db in
            let desk = MailDesk(db: db)
            if !again { try desk.checkNobodyHas(mail) }
            return try desk.keep(mail)
        }
    }

    /// Who of the recipients has the file already, or may have it: what `begin` would say.
    public func checkNobodyHas(_ mail: SentMail) throws(Diagnostic) {
        try read { db in try MailDesk(db: db).checkNobodyHas(mail) }
    }

    /// Notes what became of a mail.
    ///
    /// - Parameter recipients: with their fates, as many as it was recorded with.
    public func end(
        mail number: Int, _ state: SentMail.State, reason: String?, recipients: [SentMail.Recipient]
    ) throws(Diagnostic) {
        try write { db in
            try db.execute(
                sql: "UPDATE mails SET state = ?, reason = ? WHERE number = ?",
                arguments: [state.rawValue, reason, number])
            for (place, recipient) in recipients.enumerated() {
                try db.execute(
                    sql: "UPDATE mailRecipients SET fate = ?, reply = ? WHERE mail = ? AND place = ?",
                    arguments: [recipient.fate.rawValue, recipient.reply, number, place])
            }
        }
    }

    /// A person has found out what became of a mail whose fate was unknown.
    ///
    /// - Throws: `noMail`, `notUnknown`.
    public func settle(mail number: Int, arrived: Bool) throws(Diagnostic) {
        try write { db in
            guard let mail = try MailDesk(db: db).mails("WHERE number = ?", [number]).first else {
                throw Diagnostic(.mail(.noMail("\(number)")))
            }
            guard mail.state == .unknown else { throw Diagnostic(.mail(.notUnknown("\(number)"))) }
            try db.execute(
                sql: "UPDATE mails SET state = ?, reason = ? WHERE number = ?",
                arguments: [
                    (arrived ? SentMail.State.sent : .failed).rawValue, "settled by hand " + FileStatus.now(), number,
                ])
            try db.execute(
                sql: "UPDATE mailRecipients SET fate = ? WHERE mail = ? AND fate = ?",
                arguments: [
                    (arrived ? SentMail.Recipient.Fate.accepted : .unsent).rawValue, number,
                    SentMail.Recipient.Fate.unknown.rawValue,
                ])
        }
    }

    /// All mails, or those of a series, in the order they were recorded.
    public func mails(series: String? = nil) throws(Diagnostic) -> [SentMail] {
        try read { db in try MailDesk(db: db).mails("WHERE ? IS NULL OR series = ?", [series, series]) }
    }

    /// The last mail of unknown fate with this file and these recipients: sent again, it goes as the same mail.
    public func unknownMail(like mail: SentMail) throws(Diagnostic) -> SentMail? {
        let wanted = Set(mail.recipients.map { $0.address.lowercased() })
        return try read { db in
            try MailDesk(db: db).mails("WHERE sha256 = ?", [mail.sha256]).last {
                $0.state == .unknown && $0.sender == mail.sender
                    && Set($0.recipients.map { $0.address.lowercased() }) == wanted
            }
        }
    }

    /// The issue that a file is, and the records that it prints, as they were.
    public func issued(sha256: String) throws(Diagnostic) -> (issue: Issue, records: [MeetingRecord])? {
        guard let issue = try issues().first(where: { $0.sha256 == sha256 }) else { return nil }
        let records = try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT json FROM issuedRecords WHERE issue = ? AND json IS NOT NULL ORDER BY place
                    """, arguments: [issue.total]
            )
            .map(StoredRecord.decode)
        }
        // With them are kept those whose correction it prints: they are of other days.
        let days = issue.subject.split(separator: " ").map(String.init).filter { RecordDay($0) != nil }
        guard days.count == 2 else { return (issue, records) }
        return (
            issue, records.filter { ($0.meeting.date ?? days[0]) >= days[0] && ($0.meeting.date ?? days[0]) <= days[1] }
        )
    }
}

/// Mails, inside one transaction.
private struct MailDesk {
    let db: Database

    func keep(_ mail: SentMail) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO mails(at, date, messageID, sender, subject, series, issue, file, sha256, size, server, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                FileStatus.now(), mail.date, mail.messageID, mail.sender, mail.subject, mail.series, mail.issue,
                mail.file,
                mail.sha256, mail.size, mail.server, SentMail.State.sending.rawValue,
            ])
        let number = Int(db.lastInsertedRowID)
        for (place, recipient) in mail.recipients.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO mailRecipients(mail, place, kind, name, address, fate) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    number, place, recipient.kind.rawValue, recipient.name, recipient.address,
                    SentMail.Recipient.Fate.unknown.rawValue,
                ])
        }
        return number
    }

    /// - Throws: `alreadySent` before `fateUnknown`: the first is the surer reason.
    func checkNobodyHas(_ mail: SentMail) throws {
        let earlier = try mails("WHERE sha256 = ?", [mail.sha256])
        let wanted = Set(mail.recipients.map { $0.address.lowercased() })
        for fate in [SentMail.Recipient.Fate.accepted, .unknown] {
            for old in earlier.reversed() {
                let having = old.recipients.filter { $0.fate == fate && wanted.contains($0.address.lowercased()) }
                    .map(\.address)
                if having.isEmpty { continue }
                throw Diagnostic(
                    .mail(
                        fate == .accepted
                            ? .alreadySent(having, at: old.at, messageID: old.messageID)
                            : .fateUnknown(having, at: old.at, messageID: old.messageID)))
            }
        }
    }

    func mails(_ condition: String, _ arguments: StatementArguments) throws -> [SentMail] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, at, date, messageID, sender, subject, series, issue, file, sha256, size, server, state,
                reason FROM mails \(condition) ORDER BY number
                """, arguments: arguments)
        return try rows.map { row in
            var mail = SentMail(
                date: row[2], messageID: row[3], sender: row[4], subject: row[5], series: row[6], issue: row[7],
                file: row[8], sha256: row[9], size: row[10], server: row[11], recipients: try recipients(row[0]))
            mail.number = row[0]
            mail.at = row[1]
            let state = SentMail.State(rawValue: row[12]) ?? .unknown
            // Whoever else reads this cannot know whether its sender is still at work.
            mail.state = state == .sending ? .unknown : state
            mail.reason = state == .sending ? "it was begun, and nothing said since" : row[13]
            return mail
        }
    }

    private func recipients(_ mail: Int) throws -> [SentMail.Recipient] {
        try Row.fetchAll(
            db, sql: "SELECT kind, name, address, fate, reply FROM mailRecipients WHERE mail = ? ORDER BY place",
            arguments: [mail]
        )
        .map { row in
            SentMail.Recipient(
                kind: SentMail.Recipient.Kind(rawValue: row[0]) ?? .to, name: row[1], address: row[2],
                fate: SentMail.Recipient.Fate(rawValue: row[3]) ?? .unknown, reply: row[4])
        }
    }
}

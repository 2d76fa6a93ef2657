public import Diagnostics
import Extraction
import GRDB

extension Archive {
    /// A person followed across titles and time, from the meetings they were at.
    ///
    /// - Throws: `noPerson` where no record that counts has the name.
    public func course(of name: String) throws(Diagnostic) -> PersonCourse {
        try read { db in
            let person = try Int64.fetchOne(db, sql: "SELECT key FROM persons WHERE name = ?", arguments: [name])
            let meetings = try person.map { try Self.meetings(of: $0, db) } ?? []
            guard let person, !meetings.isEmpty else { throw Diagnostic(.noPerson(name)) }
            let withOthers = try Row.fetchAll(
                db,
                sql: """
                    SELECT persons.name, count(DISTINCT other.record) AS times FROM officials AS own
                    JOIN officials AS other ON other.record = own.record AND other.present = 1
                    JOIN persons ON persons.key = other.person
                    WHERE own.person = ? AND own.present = 1 AND other.person <> own.person
                    GROUP BY other.person ORDER BY times DESC, min(other.record), persons.name LIMIT ?
                    """, arguments: [person, PersonCourse.companionLimit])
            return PersonCourse(
                name: name, meetings: meetings,
                companions: withOthers.map { PersonCourse.Companion(name: $0[0], meetings: $0[1]) })
        }
    }

    private static func meetings(of person: Int64, _ db: Database) throws -> [PersonCourse.Meeting] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT records.id, records.day, records.title, officials.titles, officials.present
                FROM officials JOIN records ON records.key = officials.record
                WHERE person = ? ORDER BY officials.record, place
                """, arguments: [person]
        )
        .map { row in
            let titles: String = row[3]
            return PersonCourse.Meeting(
                id: row[0], date: row[1], title: row[2], titles: titles.split(separator: "、").map(String.init),
                present: row[4])
        }
    }
}

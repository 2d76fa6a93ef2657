import Extraction
import GRDB

/// Writes the rows that are made from a record, and takes them away again.
struct ArchiveRows {
    let db: Database

    /// Who is at the meeting itself: counted. Who delegated, is absent, was only mentioned or attended something else is
    /// not.
    static func isPresent(_ official: MeetingRecord.Official) -> Bool {
        guard official.event == nil else { return false }
        return official.roles.contains {
            switch $0 {
            case .presides, .speaks, .reports, .attends, .observes, .guides, .accompanies: true
            case .delegates, .absent, .mentioned: false
            }
        }
    }

    /// The figure's subject: what is measured and in which unit.
    static func sign(of figure: MeetingRecord.Figure) -> String? {
        figure.indicator.map { Sameness.bare($0) + " " + figure.unit }
    }

    /// What can be searched of a record besides its source's text: names and titles as they were worked out, and what is
    /// said, unless the text has it word for word.
    static func fields(of record: MeetingRecord, isInText: Bool) -> String {
        var lines = [record.headline, record.meeting.name, record.meeting.place, record.meeting.organizer]
            .compactMap { $0 }
        for official in record.officials { lines.append(official.titles.joined(separator: "、") + official.name) }
        let statements = record.goals + record.directives + record.results
        lines += statements.compactMap(\.owner)
        if !isInText { lines += statements.map(\.text) + record.figures.map(\.text) }
        return lines.joined(separator: "\n")
    }

    /// Where a unit may be named: titles, the organiser, owners of tasks.
    private static func units(of record: MeetingRecord) -> [String] {
        record.officials.flatMap(\.titles) + [record.meeting.organizer].compactMap { $0 }
            + record.directives.compactMap(\.owner)
    }

    /// Makes the rows of a record that counts.
    func index(_ record: MeetingRecord, key: Int64, fields: String, clean: String?) throws {
        try execute(
            "INSERT INTO words(rowid, tokens) VALUES (?, ?)",
            [key, SearchTokens.index(of: [fields, clean].compactMap { $0 })])
        try execute(
            "INSERT INTO units(rowid, tokens) VALUES (?, ?)", [key, SearchTokens.index(of: Self.units(of: record))])
        for (place, official) in record.officials.enumerated() {
            try execute(
                "INSERT INTO officials(record, place, person, present, titles) VALUES (?, ?, ?, ?, ?)",
                [
                    key, place, try person(official.name), Self.isPresent(official),
                    official.titles.joined(separator: "、"),
                ])
        }
        for (place, goal) in record.goals.enumerated() {
            try execute(
                "INSERT INTO goals(record, place, sign, text) VALUES (?, ?, ?, ?)",
                [key, place, Sameness.bare(goal.text), goal.text])
        }
        for (place, figure) in record.figures.enumerated() {
            guard let sign = Self.sign(of: figure) else { continue }
            try execute(
                "INSERT INTO figures(record, place, sign, value) VALUES (?, ?, ?, ?)",
                [key, place, sign, figure.value])
        }
    }

    /// Takes the rows away that `index` made of the record as it was.
    func unindex(_ record: MeetingRecord, key: Int64, fields: String, clean: String?) throws {
        try execute(
            "INSERT INTO units(units, rowid, tokens) VALUES ('delete', ?, ?)",
            [key, SearchTokens.index(of: Self.units(of: record))])
        try execute(
            "INSERT INTO words(words, rowid, tokens) VALUES ('delete', ?, ?)",
            [key, SearchTokens.index(of: [fields, clean].compactMap { $0 })])
        for table in ["officials", "goals", "figures"] {
            try execute("DELETE FROM \(table) WHERE record = ?", [key])
        }
    }

    func removeSigns(of key: Int64) throws {
        try execute("DELETE FROM sameness WHERE record = ?", [key])
    }

    /// Of a record that has none yet.
    func setSigns(_ signs: [String], key: Int64) throws {
        for sign in signs {
            try execute("INSERT OR IGNORE INTO sameness(sign, record) VALUES (?, ?)", [sign, key])
        }
    }

    func remember(_ act: ArchiveEvent.Act, _ id: String, before: String?) throws {
        try execute(
            "INSERT INTO history(record, at, act, before) VALUES (?, ?, ?, ?)",
            [id, FileStatus.now(), act.rawValue, before])
    }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func person(_ name: String) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT key FROM persons WHERE name = ?")
        if let key = try Int64.fetchOne(find, arguments: [name]) { return key }
        try execute("INSERT INTO persons(name) VALUES (?)", [name])
        return db.lastInsertedRowID
    }
}

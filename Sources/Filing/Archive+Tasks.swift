public import Diagnostics
public import Extraction
import GRDB

extension Archive {
    /// A task as the ledger has it: what the text says, and what people said since.
    public struct Task: Sendable {
        public var record: MeetingRecord
        /// Among the directives of its record, from 1.
        public var number: Int
        public var state: TaskState?

        public var statement: MeetingRecord.Statement { record.directives[number - 1] }
    }

    /// What people said of the tasks of some records.
    public func taskStates(of records: [String]) throws(Diagnostic) -> [TaskKey: TaskState] {
        try read { db in try Self.taskStates(of: records, db) }
    }

    /// The tasks of some days, in their order: directives that name an owner or a deadline, or of which people said
    /// something.
    public func tasks(from: String?, to: String?) throws(Diagnostic) -> [Task] {
        try read { db in
            let range = RecordKey.range(from: from, to: to)
            let records = try String.fetchAll(
                db,
                sql: """
                    SELECT json FROM records WHERE key BETWEEN ? AND ? AND removed = 0 AND standsFor IS NULL ORDER BY key
                    """, arguments: [range.lowerBound, range.upperBound]
            )
            .map(StoredRecord.decode)
            let states = try Self.taskStates(of: records.map(\.id), db)
            return records.flatMap { record in
                record.directives.enumerated().compactMap { index, statement in
                    let state = states[TaskKey(record: record.id, text: statement.text)]
                    let isTask = statement.owner != nil || statement.deadline != nil || state != nil
                    return isTask ? Task(record: record, number: index + 1, state: state) : nil
                }
            }
        }
    }

    /// Notes what a person says of a task; `nil` leaves a field as it is.
    ///
    /// - Parameters:
    ///   - name: the record's id, or the beginning of it.
    ///   - number: among the record's directives, from 1.
    ///   - withdrawn: what is taken back: nobody said anything of it then.
    /// - Throws: `noRecord`, `noTask`.
    public func update(
        task number: Int, of name: String, _ said: TaskState, withdrawing withdrawn: [TaskState.Field] = []
    ) throws(Diagnostic) {
        try write { db in
            let id = try Self.id(name, db)
            let record = try Self.entry(id, db).record
            guard record.directives.indices.contains(number - 1) else {
                throw Diagnostic(.noTask("\(name) \(number)"))
            }
            let key = TaskKey(record: id, text: record.directives[number - 1].text)
            for (field, value) in said.fields where value != nil || withdrawn.contains(field) {
                try db.execute(
                    sql: "INSERT INTO tasks(record, sign, at, field, value) VALUES (?, ?, ?, ?, ?)",
                    arguments: [id, key.sign, FileStatus.now(), field.rawValue, value])
            }
        }
    }

    private static func taskStates(of records: [String], _ db: Database) throws -> [TaskKey: TaskState] {
        var states: [TaskKey: TaskState] = [:]
        // What was said of a copy's task is said of the meeting's.
        let statement = try db.cachedStatement(
            sql: """
                SELECT sign, field, value FROM tasks WHERE record = ?1 OR record IN (
                    SELECT copy.id FROM records AS main JOIN records AS copy ON copy.standsFor = main.key
                    WHERE main.id = ?1
                ) ORDER BY number
                """)
        for record in records {
            let rows = try Row.fetchCursor(statement, arguments: [record])
            while let row = try rows.next() {
                states[TaskKey(record: record, sign: row[0]), default: TaskState()].set(row[1], row[2])
            }
        }
        return states
    }
}

extension TaskState {
    fileprivate var fields: [(Field, String?)] {
        [
            (.lead, lead), (.units, units), (.person, person), (.deadline, deadline), (.progress, progress),
            (.state, state?.rawValue),
        ]
    }

    fileprivate mutating func set(_ field: String, _ value: String?) {
        switch Field(rawValue: field) {
        case .lead: lead = value
        case .units: units = value
        case .person: person = value
        case .deadline: deadline = value
        case .progress: progress = value
        case .state: state = value.flatMap(State.init)
        case nil: break
        }
    }
}

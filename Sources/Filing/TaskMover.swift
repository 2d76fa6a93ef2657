import Extraction
import GRDB

/// Keeps what people said of a task with it when the words of its demand change.
struct TaskMover {
    let db: Database

    /// - Parameters:
    ///   - id: the record's.
    ///   - json: the record as it was.
    func move(_ id: String, from json: String, to record: MeetingRecord) throws {
        let find = try db.cachedStatement(sql: "SELECT DISTINCT sign FROM tasks WHERE record = ?")
        let signs = Set(try String.fetchAll(find, arguments: [id]))
        guard !signs.isEmpty else { return }
        let old = try StoredRecord.decode(json).directives
        let kept = Set(record.directives.map { Sameness.bare($0.text) })
        for (place, directive) in old.enumerated() {
            let sign = Sameness.bare(directive.text)
            guard signs.contains(sign), !kept.contains(sign) else { continue }
            guard let next = Self.successor(of: directive, at: place, old, record.directives) else { continue }
            try db.execute(
                sql: "UPDATE tasks SET sign = ? WHERE record = ? AND sign = ?",
                arguments: [Sameness.bare(next.text), id, sign])
        }
    }

    /// The demand that stands where the old one stood in the source; else at its place in the list, where that is as long.
    private static func successor(
        of directive: MeetingRecord.Statement, at place: Int, _ old: [MeetingRecord.Statement],
        _ new: [MeetingRecord.Statement]
    ) -> MeetingRecord.Statement? {
        let shared = { (other: MeetingRecord.Statement) in
            min(directive.range.end, other.range.end) - max(directive.range.start, other.range.start)
        }
        if let nearest = new.max(by: { shared($0) < shared($1) }), shared(nearest) > 0 { return nearest }
        return old.count == new.count ? new[place] : nil
    }
}

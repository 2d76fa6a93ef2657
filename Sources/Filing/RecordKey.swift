import Extraction
import GRDB

/// The number a record is kept under: its day, and its place among those of the day. So the order of keys is the order
/// of days, and a month is a range of keys. Records whose year is not known come before all others.
enum RecordKey {
    private static let width: Int64 = 1 << 24

    /// `2024-05-06` -> 20240506, 0 where the year is not known.
    static func day(_ iso: String?) -> Int64 {
        guard let day = iso.flatMap(RecordDay.init), let year = day.year else { return 0 }
        return Int64(year) * 10000 + Int64(day.month) * 100 + Int64(day.day)
    }

    static func first(of iso: String?) -> Int64 { day(iso) * width + 1 }

    /// The keys of records whose year is not known.
    static let undated = 0...width - 1

    static func day(of key: Int64) -> Int64 { key / width }

    /// From the first day to the last, both included; an open end takes all that have a day.
    static func range(from: String?, to: String?) -> ClosedRange<Int64> {
        let low = from.map { first(of: $0) } ?? width
        let high = to.map { day($0) * width + (width - 1) } ?? Int64.max
        return low...max(low, high)
    }

    static func next(on iso: String?, _ db: Database) throws -> Int64 {
        let first = first(of: iso)
        let statement = try db.cachedStatement(sql: "SELECT max(key) FROM records WHERE key BETWEEN ? AND ?")
        let last = try Int64.fetchOne(statement, arguments: [first, first + width - 2])
        return last.map { $0 + 1 } ?? first
    }
}

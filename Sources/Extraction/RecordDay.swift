/// A day as a record writes it: `2024-05-06`, or `XXXX-05-06` (ISO 8601-2, 8.2) where the text does not tell the year.
public struct RecordDay: Hashable, Sendable {
    public var year: Int?
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int

    public init(year: Int?, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2024-05-06` or `XXXX-05-06`; `nil` for anything else and for a day that no calendar has.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        if parts[0] == "XXXX" {
            year = nil
        } else {
            guard let number = Int(parts[0]), number >= 0 else { return nil }
            year = number
        }
        self.month = month
        self.day = day
        guard RecordDay.exists(year: year, month: month, day: day) else { return nil }
    }

    /// The day of `XXXX-XX-18`, where the text tells neither year nor month; `nil` for anything else.
    public static func dayAlone(_ text: String) -> Int? {
        guard text.utf8.count == 10, text.hasPrefix("XXXX-XX-"), let day = Int(text.suffix(2)), (1...31).contains(day)
        else { return nil }
        return day
    }

    /// `XXXX-XX-18`
    static func text(dayAlone day: Int) -> String { "XXXX-XX-" + padded(day, 2) }

    public var text: String {
        let head = year.map { RecordDay.padded($0, 4) } ?? "XXXX"
        return "\(head)-\(RecordDay.padded(month, 2))-\(RecordDay.padded(day, 2))"
    }

    static func exists(year: Int?, month: Int, day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let leap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    /// The day before (-1), the day before that (-2), or the same.
    func moved(by days: Int) -> RecordDay {
        var moved = self
        for _ in 0..<max(0, -days) {
            if moved.day > 1 {
                moved.day -= 1
            } else {
                if moved.month == 1 { moved.year = moved.year.map { $0 - 1 } }
                moved.month = moved.month == 1 ? 12 : moved.month - 1
                moved.day =
                    [31, 30, 29, 28].first { RecordDay.exists(year: moved.year, month: moved.month, day: $0) } ?? 28
            }
        }
        return moved
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

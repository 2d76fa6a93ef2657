import Extraction

/// Days and months counted without a clock or a calendar of the machine.
public enum PeriodDays {
    /// `2024-05` -> its first and last day; `nil` where it is no month.
    public static func ofMonth(_ month: String) -> (from: String, to: String)? {
        guard let first = RecordDay(month + "-01"), first.year != nil else { return nil }
        let last = [31, 30, 29, 28].lazy.map { "\(month)-\($0)" }.first { RecordDay($0) != nil }
        return last.map { (first.text, $0) }
    }

    /// The days just before a period: the month before where it is a month, else as many days as it has.
    public static func before(from: String, to: String) -> (from: String, to: String) {
        if let month = ofMonth(String(from.prefix(7))), month == (from, to),
            let before = ofMonth(self.month(from, plus: -1))
        {
            return before
        }
        let start = number(from)
        let length = number(to) - start + 1
        return (day(start - length), day(start - 1))
    }

    /// The month of a day, moved: `2024-01-15`, -1 -> `2023-12`.
    public static func month(_ iso: String, plus months: Int) -> String {
        guard let day = RecordDay(iso), let year = day.year else { return String(iso.prefix(7)) }
        let index = year * 12 + day.month - 1 + months
        return String(self.iso(index / 12, index % 12 + 1, 1).prefix(7))
    }

    /// Days since 1970-01-01 in the Gregorian calendar (Hinnant's counting of years from March).
    public static func number(_ iso: String) -> Int {
        guard let day = RecordDay(iso), let given = day.year else { return 0 }
        let year = day.month <= 2 ? given - 1 : given
        let inYear = (153 * ((day.month + 9) % 12) + 2) / 5 + day.day - 1
        let era = year / 400
        let inEra = year - era * 400
        return era * 146097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719468
    }

    /// The day of that number.
    public static func day(_ number: Int) -> String {
        let shifted = number + 719468
        let era = shifted / 146097
        let inEra = shifted - era * 146097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * inYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `2024-05-06`
    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        let pad = { (number: Int, width: Int) in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }
}

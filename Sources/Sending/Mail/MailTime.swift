import Glibc

/// When a mail says it was written: a day and a time with the distance of its zone from UTC.
public struct MailTime: Hashable, Sendable {
    public private(set) var year: Int
    public private(set) var month: Int
    public private(set) var day: Int
    public private(set) var hour: Int
    public private(set) var minute: Int
    public private(set) var second: Int
    /// In minutes, eastward.
    public private(set) var offset: Int

    /// China's, where a text names none.
    private static let beijing = 8 * 60

    /// Reads `2024-05-31`, `2024-05-31 09:00`, `2024-05-31T09:00:30+08:00`; `nil` for anything else and for days that no
    /// calendar has. Without a time it is nine o'clock, without a zone Beijing's.
    public init?(_ text: String) {
        let pattern = #/(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?/#
        guard let match = try? pattern.wholeMatch(in: text)?.output else { return nil }
        let number: (Substring?) -> Int? = { $0.flatMap { Int($0) } }
        year = number(match.1) ?? 0
        month = number(match.2) ?? 0
        day = number(match.3) ?? 0
        hour = number(match.4) ?? 9
        minute = number(match.5) ?? 0
        second = number(match.6) ?? 0
        offset = Self.beijing
        if let zone = match.7 {
            let parts = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
            offset = zone == "Z" ? 0 : (parts[0] * 60 + parts[1]) * (zone.hasPrefix("-") ? -1 : 1)
        }
        guard year >= 1970, (1...12).contains(month), (1...Self.days(month, of: year)).contains(day), hour < 24,
            minute < 60, second < 60, abs(offset) <= 14 * 60
        else { return nil }
    }

    /// The present, in the zone of this machine.
    public static func now() -> MailTime {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return MailTime(parts)
    }

    private init(_ parts: tm) {
        year = Int(parts.tm_year) + 1900
        month = Int(parts.tm_mon) + 1
        day = Int(parts.tm_mday)
        hour = Int(parts.tm_hour)
        minute = Int(parts.tm_min)
        second = min(Int(parts.tm_sec), 59)
        offset = parts.tm_gmtoff / 60
    }

    /// `2024-05-31T09:00:00+08:00`; what `init` reads.
    public var text: String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
        return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))\(zone)"
    }

    private static func days(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

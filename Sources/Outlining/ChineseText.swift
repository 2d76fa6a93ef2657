import Extraction

/// How dates, numbers and persons are written in generated text.
enum ChineseText {
    /// What stands where the text says nothing.
    static let notStated = "原文未载"

    /// `2024-05-06` -> `2024年5月6日` (GB/T 15835: no 05月), `XXXX-05-06` (the year is not known) -> `5月6日`,
    /// `XXXX-XX-06` -> `6日`; anything else as it is.
    static func date(_ iso: String) -> String {
        guard let day = RecordDay(iso) else { return RecordDay.dayAlone(iso).map { "\($0)日" } ?? iso }
        return (day.year.map { "\($0)年" } ?? "") + "\(day.month)月\(day.day)日"
    }

    /// A date, or the days from the first to the last: `2024年5月6日至7日`.
    static func dates(from first: String, to last: String?) -> String {
        guard let last, last != first else { return date(first) }
        guard let a = RecordDay(first), let b = RecordDay(last) else { return date(first) }
        if a.year != b.year { return date(first) + "至" + date(last) }
        return date(first) + "至" + (a.month == b.month ? "\(b.day)日" : "\(b.month)月\(b.day)日")
    }

    /// The same within a year that is known: `5月6日至12日`.
    static func daysOfYear(from first: String, to last: String) -> String {
        let text = dates(from: first, to: last)
        guard let year = RecordDay(first)?.year, year == RecordDay(last)?.year else { return text }
        return String(text.dropFirst("\(year)年".count))
    }

    /// 1 -> 一, 12 -> 十二, 20 -> 二十: the numbers of headings, from 1 to 99.
    static func numeral(_ number: Int) -> String {
        precondition((1...99).contains(number))
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[ones]
    }

    /// `市委副书记、市长王伟`
    static func person(_ official: MeetingRecord.Official) -> String {
        official.titles.joined(separator: "、") + official.name
    }

    /// Items with 、 between them, but none between neighbouring quotations or book titles (GB/T 15834).
    static func list(_ items: [String]) -> String {
        var text = ""
        for item in items {
            if let last = text.last, let first = item.first {
                let marks = (last == "”" && first == "“") || (last == "》" && first == "《")
                text += marks ? "" : "、"
            }
            text += item
        }
        return text
    }

    /// A sentence's text with exactly one stop at its end.
    static func sentence(_ text: String) -> String {
        var body = Substring(text)
        while let last = body.last, "。，；、：,;. ".contains(last) { body.removeLast() }
        if let last = body.last, "！？!?".contains(last) { return String(body) }
        return body + "。"
    }
}

extension MeetingRecord {
    /// The headline as it is set: its clauses with a full-width space between them, where the page has any other blank.
    var setHeadline: String? {
        headline.map { headline in
            var parts: [Substring] = []
            for part in headline.split(separator: " ") {
                if let last = parts.last?.last, let first = part.first, last.isASCII || first.isASCII {
                    parts[parts.count - 1] += " " + part
                } else {
                    parts.append(part)
                }
            }
            return parts.joined(separator: "　")
        }
    }
}

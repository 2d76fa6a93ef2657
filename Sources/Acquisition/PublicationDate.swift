/// A day written in full in a line about publication: `2024-05-06`, `2024年5月6日`, `2024/5/6`, `2024.5.6`.
package enum PublicationDate {
    /// The first day that may count, as `2024-05-06`; `nil` where the line has none with its year.
    ///
    /// - Parameter isAllowed: whether the day that begins at an index may count.
    package static func stated(
        in text: ArraySlice<Unicode.Scalar>, where isAllowed: (Int) -> Bool = { _ in true }
    ) -> String? {
        var at = text.startIndex
        while at < text.endIndex {
            if isDigit(text[at]), at == text.startIndex || !isDigit(text[at - 1]), let day = day(at: at, in: text),
                isAllowed(at)
            {
                return day.text
            }
            at += 1
        }
        return nil
    }

    /// The day that begins at an index, and where it ends.
    package static func day(at start: Int, in text: ArraySlice<Unicode.Scalar>) -> (text: String, end: Int)? {
        guard let (year, afterYear) = number(at: start, in: text, digits: 4...4), (1980...2100).contains(year),
            afterYear < text.endIndex, "-/.年".unicodeScalars.contains(text[afterYear]),
            let (month, afterMonth) = number(at: afterYear + 1, in: text, digits: 1...2), (1...12).contains(month),
            afterMonth < text.endIndex, "-/.月".unicodeScalars.contains(text[afterMonth]),
            let (day, afterDay) = number(at: afterMonth + 1, in: text, digits: 1...2), (1...31).contains(day)
        else { return nil }
        let end = afterDay < text.endIndex && text[afterDay] == "日" ? afterDay + 1 : afterDay
        return ("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)", end)
    }

    private static func number(
        at start: Int, in text: ArraySlice<Unicode.Scalar>, digits: ClosedRange<Int>
    ) -> (value: Int, end: Int)? {
        var end = start
        var value = 0
        while end < text.endIndex, isDigit(text[end]), end - start < digits.upperBound {
            value = value * 10 + Int(text[end].value - 0x30)
            end += 1
        }
        return digits.contains(end - start) ? (value, end) : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
}

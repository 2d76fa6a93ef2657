/// A day, a span of days or a word for one, as a text prints it.
struct DateMention: Sendable, Equatable {
    enum Relation: Sendable, Equatable {
        case printed
        /// Days from the publication: 今天 0, 昨天 -1, 前天 -2.
        case relative(Int)
        /// 近日, 日前: no day can be named.
        case recent
    }

    var range: Range<Int>
    var year: Int?
    var month: Int?
    var day: Int?
    var endYear: Int?
    var endMonth: Int?
    var endDay: Int?
    var relation: Relation = .printed
}

/// Dates in every printed form: 5月6日, 2024年5月6日, 5月6日至7日, 3月27至28日, 二〇二四年五月六日, 2024-05-06, 2024/5/6,
/// 2024.5.6, 12日下午, 昨天, 近日.
enum DateRule {
    /// All dates in a range, in order.
    static func mentions(in text: [Unicode.Scalar], _ range: Range<Int>) -> [DateMention] {
        var found: [DateMention] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if let mention = mention(in: text, at: place, range) {
                found.append(mention)
                place = mention.range.upperBound
            } else if Numeral.digit(text[place]) != nil {
                place += 1
                while place < range.upperBound, Numeral.digit(text[place]) != nil { place += 1 }
            } else {
                place += 1
            }
        }
        return found
    }

    static func mention(in text: [Unicode.Scalar], at place: Int, _ range: Range<Int>) -> DateMention? {
        let end = range.upperBound
        let value = text[place].value
        if value >= 0x30 && value <= 0x39 || Numeral.chineseDigit(text[place]) != nil || text[place] == "十" {
            guard place == range.lowerBound || !continuesNumber(text[place - 1]) else { return nil }
            return numbered(text, at: place, before: end)
        }
        if text[place] == "（" || text[place] == "(" { return inBrackets(text, at: place, range) }
        return relative(text, at: place, range)
    }

    /// `（29）日` behind a name.
    private static func inBrackets(_ text: [Unicode.Scalar], at place: Int, _ range: Range<Int>) -> DateMention? {
        guard let day = Numeral.whole(text, at: place + 1, before: range.upperBound), (1...31).contains(day.value),
            Numeral.digit(text[place + 1]) != nil
        else { return nil }
        let close = place + 1 + day.length
        guard close + 1 < range.upperBound, text[close] == "）" || text[close] == ")", text[close + 1] == "日",
            place == 0 || !"明后翌隔".unicodeScalars.contains(text[place - 1])
        else { return nil }
        return DateMention(range: place..<close + 2, day: day.value)
    }

    /// `2023-08-17 15:11`, `2023年8月17日15:11:09`, `8-17 15:11`: a time in figures behind a date tells when a page was put
    /// out.
    static func hasTime(_ text: [Unicode.Scalar], behind end: Int) -> Bool {
        var place = end
        while place < text.count, place - end < 3, Passage.isBlank(text[place]) || text[place] == "T" { place += 1 }
        guard place > end || end > 0 && text[end - 1] == "日",
            let hour = Numeral.whole(text, at: place, before: text.count), hour.length <= 2, hour.value < 24,
            Numeral.digit(text[place]) != nil
        else { return false }
        place += hour.length
        return place + 2 < text.count && (text[place] == ":" || text[place] == "：")
            && Numeral.digit(text[place + 1]) != nil && Numeral.digit(text[place + 2]) != nil
    }

    private static func continuesNumber(_ scalar: Unicode.Scalar) -> Bool {
        Numeral.digit(scalar) != nil || Numeral.chineseDigit(scalar) != nil || Numeral.chineseScale(scalar) != nil
            || scalar == "第" || scalar == "." || scalar == "-"
    }

    private static func relative(_ text: [Unicode.Scalar], at place: Int, _ range: Range<Int>) -> DateMention? {
        guard place + 1 < range.upperBound else { return nil }
        if text[place + 1] == "（" || text[place + 1] == "(" { return bracketed(text, at: place, range) }
        if isBareToday(text, at: place, range) { return DateMention(range: place..<place + 1, relation: .relative(0)) }
        let relation: DateMention.Relation
        switch (text[place], text[place + 1]) {
        case ("今", "天"), ("今", "日"), ("今", "晨"), ("今", "晚"): relation = .relative(0)
        case ("昨", "天"), ("昨", "日"), ("昨", "晚"): relation = .relative(-1)
        case ("前", "天"), ("前", "晚"): relation = .relative(-2)
        case ("近", "日"), ("日", "前"), ("近", "期"), ("连", "日"): relation = .recent
        default: return nil
        }
        // 今日头条, 昨日重现: a name; 节日前, 生日前: part of another word.
        if text[place] == "日", place > range.lowerBound, text[place - 1].value >= 0x4E00 {
            let before = text[place - 1]
            guard before == "于" || before == "，" else { return nil }
        }
        return DateMention(range: place..<place + 2, relation: relation)
    }

    /// `副市长李某今主持会报`, as papers in Taiwan write: 今 between a name and what was done; not 如今, 至今, 今年.
    private static func isBareToday(_ text: [Unicode.Scalar], at place: Int, _ range: Range<Int>) -> Bool {
        guard text[place] == "今", place > range.lowerBound, text[place - 1].value >= 0x4E00,
            !"如至当而迄古现".unicodeScalars.contains(text[place - 1])
        else { return false }
        let rest = text[(place + 1)..<min(place + 3, range.upperBound)]
        return ["主持", "出席", "前往", "视察", "宣布", "召开", "接见", "参加", "举行", "率队", "上午", "下午"].contains {
            rest.elementsEqual($0.unicodeScalars)
        }
    }

    /// `今（5）日`, `昨(4)日`: the day in figures inside the word.
    private static func bracketed(_ text: [Unicode.Scalar], at place: Int, _ range: Range<Int>) -> DateMention? {
        guard text[place] == "今" || text[place] == "昨",
            let day = Numeral.whole(text, at: place + 2, before: range.upperBound), (1...31).contains(day.value)
        else { return nil }
        var end = place + 2 + day.length
        if end < range.upperBound, text[end] == "日" { end += 1 }
        guard end < range.upperBound, text[end] == "）" || text[end] == ")" else { return nil }
        end += 1
        if end < range.upperBound, "日天早晚".unicodeScalars.contains(text[end]) { end += 1 }
        return DateMention(range: place..<end, day: day.value)
    }

    private static func numbered(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> DateMention? {
        guard let first = Numeral.whole(text, at: start, before: end) else { return nil }
        var place = start + first.length
        guard place < end else { return nil }
        switch text[place] {
        case "年" where (1900...2100).contains(first.value) && first.length == 4:
            return afterYear(text, start: start, year: first.value, at: place + 1, before: end)
        case "月" where (1...12).contains(first.value) && first.length <= 2:
            place += 1
            guard let days = days(text, at: place, before: end) else { return nil }
            return mention(from: days, start: start, year: nil, month: first.value)
        case "日" where (1...31).contains(first.value) && first.length <= 3:
            return bareDay(text, start: start, end: end)
        case "至", "-", "—", "~", "～", "到":
            if (1...31).contains(first.value), let mention = bareDay(text, start: start, end: end) { return mention }
            return text[place] == "-" ? separated(text, start, first, end) : nil
        case "/", ".":
            return separated(text, start, first, end)
        default:
            return nil
        }
    }

    private static func separated(
        _ text: [Unicode.Scalar], _ start: Int, _ first: (value: Int, length: Int), _ end: Int
    ) -> DateMention? {
        guard first.length == 4, (1900...2100).contains(first.value) else { return nil }
        var place = start + 4
        let mark = text[place]
        guard let month = Numeral.whole(text, at: place + 1, before: end), month.length <= 2 else { return nil }
        place += 1 + month.length
        guard place < end, text[place] == mark, let day = Numeral.whole(text, at: place + 1, before: end),
            day.length <= 2, RecordDay.exists(year: first.value, month: month.value, day: day.value)
        else { return nil }
        return DateMention(
            range: start..<place + 1 + day.length, year: first.value, month: month.value, day: day.value)
    }

    private static func afterYear(
        _ text: [Unicode.Scalar], start: Int, year: Int, at place: Int, before end: Int
    ) -> DateMention {
        if let month = Numeral.whole(text, at: place, before: end), (1...12).contains(month.value) {
            let next = place + month.length
            if next < end, text[next] == "月" {
                if let days = days(text, at: next + 1, before: end),
                    let mention = mention(from: days, start: start, year: year, month: month.value)
                {
                    return mention
                }
                return DateMention(range: start..<next + 1, year: year, month: month.value)
            }
        }
        return DateMention(range: start..<place, year: year)
    }

    private struct Days {
        var day: Int
        var endYear: Int?
        var endMonth: Int?
        var endDay: Int?
        var end: Int
    }

    private static func mention(from days: Days, start: Int, year: Int?, month: Int) -> DateMention? {
        guard RecordDay.exists(year: year, month: month, day: days.day) else { return nil }
        return DateMention(
            range: start..<days.end, year: year, month: month, day: days.day, endYear: days.endYear,
            endMonth: days.endDay == nil ? nil : days.endMonth ?? month, endDay: days.endDay)
    }

    private static func isRangeMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "至", "到", "-", "—", "~", "～", "－", "–": true
        default: false
        }
    }

    /// `6日`, `6号`, `6日至7日`, `27至28日`, `27—28日`, `30日至6月1日`, `18日、19日`.
    private static func days(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> Days? {
        guard let first = Numeral.whole(text, at: start, before: end), (1...31).contains(first.value) else {
            return nil
        }
        var place = start + first.length
        var hasMark = false
        if place < end, text[place] == "日" || text[place] == "号" {
            hasMark = true
            place += 1
        }
        let single = hasMark ? Days(day: first.value, end: place) : nil
        var next = place
        // 6日上午至7日下午
        if next + 2 < end, hasMark, isHalfDay(text, next) { next += 2 }
        guard next < end, isRangeMark(text[next]) || text[next] == "、" else { return single }
        while next < end, isRangeMark(text[next]) || text[next] == "、" { next += 1 }
        guard var second = Numeral.whole(text, at: next, before: end) else { return single }
        next += second.length
        var endYear: Int?
        var endMonth: Int?
        if next < end, text[next] == "年", second.length == 4, let month = Numeral.whole(text, at: next + 1, before: end)
        {
            endYear = second.value
            second = month
            next += 1 + month.length
        }
        if next < end, text[next] == "月", (1...12).contains(second.value),
            let day = Numeral.whole(text, at: next + 1, before: end)
        {
            endMonth = second.value
            second = day
            next += 1 + day.length
        }
        guard next < end, text[next] == "日" || text[next] == "号", (1...31).contains(second.value),
            endMonth != nil || second.value > first.value
        else { return single }
        return Days(day: first.value, endYear: endYear, endMonth: endMonth, endDay: second.value, end: next + 1)
    }

    private static func isHalfDay(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        switch (text[place], text[place + 1]) {
        case ("上", "午"), ("下", "午"), ("晚", "上"), ("凌", "晨"), ("中", "午"): true
        default: false
        }
    }

    /// A day whose month only the publication tells. What follows must not make it a span of time or a word (3日内, 1日游).
    private static func bareDay(_ text: [Unicode.Scalar], start: Int, end: Int) -> DateMention? {
        // 2月31日: no calendar has it, with or without its month.
        if start > 0, text[start - 1] == "月" { return nil }
        guard let days = days(text, at: start, before: end) else { return nil }
        guard text[days.end - 1] == "日", (1...31).contains(days.day) else { return nil }
        if days.end < end {
            switch text[days.end] {
            case "内", "游", "均", "元", "常", "报", "之", "起", "龄", "线", "后": return nil
            case "前" where days.endDay == nil: return nil
            default: break
            }
        }
        return DateMention(
            range: start..<days.end, day: days.day, endYear: days.endYear, endMonth: days.endMonth, endDay: days.endDay)
    }
}

import Cleaning

/// Numbers that measure or count: indicator, comparator, value, unit, base and year. Not dates, ordinals, names, telephone
/// numbers or the ages of things.
struct FigureRule {
    let passage: Passage
    let headline: Range<Int>?
    let eventYear: Int?
    private let words = Vocabulary.figures

    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?, eventYear: Int?) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
        self.eventYear = eventYear
    }

    /// A number with its unit as it stands.
    struct Amount: Sendable, Equatable {
        var range: Range<Int>
        var value: Double
        /// The upper bound of `63%~68%`.
        var upper: Double?
        var unit: Range<Int>
        var unitText: String?
        var isChinese = false
    }

    func figures() -> [MeetingRecord.Figure] {
        var found: [MeetingRecord.Figure] = []
        for clause in passage.clauses {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            var place = clause.range.lowerBound
            while place < clause.range.upperBound {
                if text[place] == "《", Int(passage.closing[place]) > place {
                    place = min(Int(passage.closing[place]) + 1, clause.range.upperBound)
                    continue
                }
                if let date = date(at: place, clause.range) {
                    place = date
                    continue
                }
                guard let amount = amount(at: place, clause.range), !isPeriod(amount) else {
                    place = afterNumber(place, clause.range.upperBound)
                    continue
                }
                add(amount, clause, to: &found)
                place = amount.range.upperBound
            }
        }
        return found
    }

    /// The end of a date that starts here. A bare day may be a span (30日), but is no figure either way.
    private func date(at place: Int, _ range: Range<Int>) -> Int? {
        guard isNumberStart(text[place]), let mention = DateRule.mention(in: text, at: place, range) else { return nil }
        return mention.range.upperBound
    }

    private func isNumberStart(_ scalar: Unicode.Scalar) -> Bool {
        Numeral.digit(scalar) != nil || Numeral.chineseDigit(scalar) != nil || Numeral.chineseScale(scalar) != nil
    }

    private func afterNumber(_ place: Int, _ end: Int) -> Int {
        guard Numeral.digit(text[place]) != nil else { return place + 1 }
        var place = place
        while place < end, Numeral.digit(text[place]) != nil || text[place] == "." || text[place] == "," { place += 1 }
        return place
    }

    /// 前5个月, 近3天: when, not how much.
    private func isPeriod(_ amount: Amount) -> Bool {
        guard amount.range.lowerBound > 0 else { return false }
        let before = text[amount.range.lowerBound - 1]
        guard before == "前" || before == "近" || before == "头" || before == "后" else { return false }
        let first = text[amount.unit.lowerBound]
        let last = text[amount.unit.upperBound - 1]
        return last == "月" || first == "天" || first == "周" || first == "年" || first == "小"
    }

    /// The amount that starts at `place`, if one does.
    func amount(at place: Int, _ range: Range<Int>) -> Amount? {
        let end = range.upperBound
        let before: Unicode.Scalar = place > 0 ? text[place - 1] : " "
        if Numeral.digit(text[place]) != nil {
            guard !isPartOfName(before, place) else { return nil }
            return arabic(at: place, end)
        }
        guard Numeral.chineseDigit(text[place]) != nil || Numeral.chineseScale(text[place]) != nil else { return nil }
        guard before != "“", before != "第", Numeral.chineseDigit(before) == nil, Numeral.chineseScale(before) == nil,
            Numeral.digit(before) == nil,
            before != "几", before != "数", before != "."
        else { return nil }
        return chinese(at: place, end, before)
    }

    private func isPartOfName(_ before: Unicode.Scalar, _ place: Int) -> Bool {
        switch before {
        case "第", "－", "/", "〔", "[", "号", "版", "卷": return true
        case "-": return !(place > 1 && (Numeral.digit(text[place - 2]) != nil || text[place - 2] == "%"))
        default:
            return before.value < 0x80
                && (before.properties.isAlphabetic || Numeral.digit(before) != nil || before == ".")
        }
    }

    private func arabic(at place: Int, _ end: Int) -> Amount? {
        guard let number = Numeral.arabic(text, at: place, before: end) else { return nil }
        var next = place + number.length
        var upper: Double?
        // 63%~68%, 5至8万元
        var rangeStart = next
        if rangeStart < end, text[rangeStart] == "%" || text[rangeStart] == "％" { rangeStart += 1 }
        if rangeStart < end, isRangeMark(text[rangeStart]),
            let second = Numeral.arabic(text, at: rangeStart + 1, before: end)
        {
            upper = second.value
            next = rangeStart + 1 + second.length
        }
        if next < end, text[next] == "多" || text[next] == "余" || text[next] == "来" { next += 1 }
        guard let unit = unit(at: next, end) else { return nil }
        return Amount(range: place..<unit.upperBound, value: number.value, upper: upper, unit: unit)
    }

    private func isRangeMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "~" || scalar == "～" || scalar == "-" || scalar == "—" || scalar == "至" || scalar == "到"
            || scalar == "–"
    }

    /// The unit at a place: the longest, magnitudes with it (`亿元`, `万平方米`, `余万元`).
    private func unit(at place: Int, _ end: Int) -> Range<Int>? {
        var length = words.longest(.unit, in: text, at: place, before: end)
        let other = words.longest(.noUnit, in: text, at: place, before: end)
        if other >= length, other > 0 { return spanUnit(at: place, end) }
        guard length > 0 else { return nil }
        if length == 1, text[place] == "万" || text[place] == "亿" {
            // 万多元, 亿余元, 万 + an unlisted unit.
            var next = place + 1
            if next < end, text[next] == "多" || text[next] == "余" { next += 1 }
            let more =
                next > place + 1
                ? words.longest(.unit, in: text, at: next, before: end)
                : words.longest(.unit, in: text, at: next, before: end)
            if more > 0 { length = next - place + more }
        }
        let next = place + length
        if length == 1, next < end, isWordStart(text[place], text[next]) { return nil }
        return place..<next
    }

    /// 点 in 点位, 门 in 门课: only what makes another word of the unit.
    private func isWordStart(_ unit: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        switch (unit, next) {
        case ("人", "民"), ("人", "制"), ("人", "工"), ("人", "才"), ("元", "旦"), ("元", "宵"), ("位", "于"), ("位", "居"), ("位", "列"),
            ("个", "人"),
            ("天", "然"),
            ("天", "下"), ("次", "要"), ("条", "例"), ("行", "动"), ("行", "政"), ("行", "业"), ("部", "门"), ("部", "分"), ("点", "半"),
            ("周", "年"),
            ("对", "于"), ("对", "口"), ("头", "条"), ("起", "来"), ("起", "步"), ("家", "庭"), ("家", "长"), ("本", "科"), ("双", "一"),
            ("节", "约"), ("里", "面"), ("项", "目"):
            true
        default: false
        }
    }

    /// Years are a figure only as a span that was taken: `用了50年`.
    private func spanUnit(at place: Int, _ end: Int) -> Range<Int>? {
        guard place < end, text[place] == "年" else { return nil }
        var start = place
        while start > 0, Numeral.digit(text[start - 1]) != nil || text[start - 1] == "余" || text[start - 1] == "多" {
            start -= 1
        }
        guard words.longestEnding(.span, in: text, at: start, after: max(0, start - 4)) > 0, place - start <= 3 else {
            return nil
        }
        return place..<place + 1
    }

    private func chinese(at place: Int, _ end: Int, _ before: Unicode.Scalar) -> Amount? {
        if passage.has("百分之", at: place, before: end), let number = Numeral.chinese(text, at: place + 3, before: end) {
            return Amount(
                range: place..<place + 3 + number.length, value: Double(number.value), unit: place..<place + 3,
                unitText: "%", isChinese: true)
        }
        if let scale = Numeral.chineseScale(text[place]), place + 1 < end, text[place + 1] == "亿",
            isAfterThreshold(before)
        {
            let unit = place + 2 < end && text[place + 2] == "元" ? place + 1..<place + 3 : place + 1..<place + 2
            return Amount(range: place..<unit.upperBound, value: Double(scale), unit: unit, isChinese: true)
        }
        guard Numeral.chineseDigit(text[place]) != nil || text[place] == "十",
            let number = Numeral.chinese(text, at: place, before: end)
        else { return nil }
        let next = place + number.length
        guard next < end, number.value > 1 else { return nil }
        if text[next] == "成", number.value < 10, next + 1 >= end || isShareEnd(text[next + 1]) {
            return Amount(range: place..<next + 1, value: Double(number.value), unit: next..<next + 1, isChinese: true)
        }
        if next < end, text[next] == "多" || text[next] == "余" { return nil }
        let length = words.longest(.countUnit, in: text, at: next, before: end)
        guard length > 0, text[place] != "零" else { return nil }
        if length == 1, next + 1 < end,
            isWordStart(text[next], text[next + 1]) || text[next + 1] == "一"
                || text[next] == "家" && text[next + 1] == "人"
        {
            return nil
        }
        // 三五人, 七八家 are no counts.
        if number.length == 2, Numeral.chineseDigit(text[place + 1]) != nil { return nil }
        var unit = next..<next + length
        if text[next] == "个", length > 1 { unit = next..<next + 1 }
        return Amount(range: place..<unit.upperBound, value: Double(number.value), unit: unit, isChinese: true)
    }

    private func isAfterThreshold(_ before: Unicode.Scalar) -> Bool {
        switch before {
        case "个", "破", "过", "超", "达", "到", "近", "逾": true
        default: false
        }
    }

    private func isShareEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "为", "功", "立", "员", "果", "都", "本", "效", "长", "就", "熟", "型", "分", "绩", "品", "人": false
        default: true
        }
    }

    private func add(_ amount: Amount, _ clause: Passage.Clause, to found: inout [MeetingRecord.Figure]) {
        let range = clause.range
        let comparator = comparator(amount, range)
        let indicator =
            indicator(before: comparator?.lowerBound ?? amount.range.lowerBound, range) ?? counted(after: amount, range)
        var start = comparator?.lowerBound ?? amount.range.lowerBound
        var end = amount.range.upperBound
        if let indicator {
            start = min(start, indicator.lowerBound)
            end = max(end, indicator.upperBound)
        }
        let after = words.longest(.after, in: text, at: amount.range.upperBound, before: range.upperBound)
        end = max(end, amount.range.upperBound + after)
        if range.count <= 24 {
            start = range.lowerBound
            end = range.upperBound
        }
        let isGoal = isWanted(range, amount.range.lowerBound)
        var figure = MeetingRecord.Figure(
            text: passage.text.string(start..<end), indicator: indicator.map { passage.text.string($0) },
            comparator: comparatorText(comparator, amount, after), value: amount.value,
            unit: amount.unitText ?? unitText(amount.unit),
            year: year(clause, amount.range.lowerBound), base: base(range, amount.range.lowerBound),
            range: passage.source(start..<end),
            rule: isGoal ? "figure.goal" : amount.isChinese ? "figure.chinese" : "figure.fact",
            sure: indicator != nil || !amount.isChinese)
        let isRepeated = found.contains {
            $0.value == figure.value && $0.unit == figure.unit && $0.range == figure.range
        }
        if isRepeated { return }
        found.append(figure)
        if let upper = amount.upper, upper != amount.value {
            figure.value = upper
            found.append(figure)
        }
    }

    private func unitText(_ range: Range<Int>) -> String {
        var unit = passage.text.string(range)
        unit.removeAll { $0 == "多" || $0 == "余" }
        return unit == "％" ? "%" : unit
    }

    private func comparator(_ amount: Amount, _ range: Range<Int>) -> Range<Int>? {
        let end = amount.range.lowerBound
        let length = words.longestEnding(.comparator, in: text, at: end, after: range.lowerBound)
        guard length > 0 else { return nil }
        let more = words.longestEnding(.comparator, in: text, at: end - length, after: range.lowerBound)
        return end - length - more..<end
    }

    private func comparatorText(_ range: Range<Int>?, _ amount: Amount, _ after: Int) -> String? {
        var words = range.map { passage.text.string($0) } ?? ""
        for place in amount.range where text[place] == "余" || text[place] == "多" { words += String(text[place]) }
        if after > 0 { words += passage.text.string(amount.range.upperBound..<amount.range.upperBound + after) }
        return words.isEmpty ? nil : words
    }

    /// The noun before the comparator, where it ends with the name of something that is measured.
    private func indicator(before end: Int, _ range: Range<Int>) -> Range<Int>? {
        let base = words.longestEnding(.base, in: text, at: end, after: range.lowerBound)
        let end = end - base
        guard end > range.lowerBound, words.longestEnding(.indicator, in: text, at: end, after: range.lowerBound) > 0
        else { return nil }
        var start = end
        while start > range.lowerBound, end - start < 16 {
            let scalar = text[start - 1]
            if !RegionRule.isHan(scalar), scalar.value > 0x7F || !scalar.properties.isAlphabetic { break }
            if words.longestEnding(.fence, in: text, at: start, after: range.lowerBound) > 0 { break }
            start -= 1
        }
        return end - start >= 2 ? start..<end : nil
    }

    /// What is counted: `6名` + `宣讲员代表`. Only where the words go on in Han characters to the end of the clause or to 参加, 作.
    private func counted(after amount: Amount, _ range: Range<Int>) -> Range<Int>? {
        let start = amount.range.upperBound
        var end = start
        while end < range.upperBound, end - start < 10, RegionRule.isHan(text[end]) {
            if words.longest(.fence, in: text, at: end, before: range.upperBound) > 0
                || isVerbStart(end, range.upperBound)
            {
                break
            }
            end += 1
        }
        // Words that run on to the limit are more than a noun.
        guard end - start >= 2, end - start < 10 || end == range.upperBound else { return nil }
        return start..<end
    }

    private func isVerbStart(_ place: Int, _ end: Int) -> Bool {
        for word: StaticString in [
            "参加", "进行", "表示", "提出", "助力", "组成", "参", "被", "录取", "作", "出席", "分别", "签", "赴", "列席", "围绕", "结合", "到", "受",
            "获", "整改", "共", "来自", "前往", "以上",
        ]
        where passage.has(word, at: place, before: end) {
            return true
        }
        return false
    }

    private func isWanted(_ range: Range<Int>, _ place: Int) -> Bool {
        words.first(.wanted, in: text, range.lowerBound..<place) != nil
    }

    private func base(_ range: Range<Int>, _ place: Int) -> String? {
        if let found = words.first(.base, in: text, range.lowerBound..<place) { return passage.text.string(found) }
        for start in range.lowerBound..<place where text[start] == "较" || text[start] == "比" {
            if let date = DateRule.mention(in: text, at: min(start + 1, range.upperBound - 1), range), date.year != nil
            {
                return passage.text.string(start..<date.range.upperBound)
            }
        }
        return nil
    }

    /// The year that the clause or, before it, the sentence says; 今年 is the event's.
    private func year(_ clause: Passage.Clause, _ place: Int) -> Int? {
        guard clause.sentence < passage.sentences.count else { return nil }
        let sentence = passage.sentences[clause.sentence]
        for range in [clause.range.lowerBound..<place, max(0, sentence.lowerBound)..<max(sentence.lowerBound, place)]
        where !range.isEmpty {
            let mention = DateRule.mentions(in: text, range).last { mention in
                mention.year != nil
                    && !(mention.range.lowerBound > 0
                        && (text[mention.range.lowerBound - 1] == "较" || text[mention.range.lowerBound - 1] == "比"))
            }
            if let year = mention?.year { return year }
            if let eventYear {
                for start in range where passage.has("今年", at: start, before: range.upperBound) { return eventYear }
            }
        }
        return nil
    }
}

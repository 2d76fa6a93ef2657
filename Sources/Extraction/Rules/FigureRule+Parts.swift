import Cleaning

/// What is measured, how it compares, with what, and in which year.
extension FigureRule {
    func comparator(_ amount: Amount, _ range: Range<Int>) -> Range<Int>? {
        let end = amount.range.lowerBound
        let length = words.longestEnding(.comparator, in: text, at: end, after: range.lowerBound)
        guard length > 0 else { return nil }
        let more = words.longestEnding(.comparator, in: text, at: end - length, after: range.lowerBound)
        // 固定资产投资 + 完成: the noun's last word.
        let front = end - length - more
        if more == 2, passage.has("投资", at: front, before: end), front > range.lowerBound,
            RegionRule.isHan(text[front - 1])
        {
            return end - length..<end
        }
        return front..<end
    }

    func comparatorText(_ range: Range<Int>?, _ amount: Amount, _ after: Int) -> String? {
        var words = range.map { passage.text.string($0) } ?? ""
        for place in amount.range where text[place] == "余" || text[place] == "多" { words += String(text[place]) }
        if after > 0 { words += passage.text.string(amount.range.upperBound..<amount.range.upperBound + after) }
        return words.isEmpty ? nil : words
    }

    /// The noun before the comparator, where it ends with the name of something that is measured.
    func indicator(before end: Int, _ range: Range<Int>) -> Range<Int>? {
        let base = words.longestEnding(.base, in: text, at: end, after: range.lowerBound)
        let end = end - base
        guard end > range.lowerBound, words.longestEnding(.indicator, in: text, at: end, after: range.lowerBound) > 0
        else { return nil }
        var start = end
        while start > range.lowerBound, end - start < 16 {
            let scalar = text[start - 1]
            if !RegionRule.isHan(scalar), scalar.value > 0x7F || !scalar.properties.isAlphabetic { break }
            if isFence(endingAt: start, before: end, range) { break }
            if endsSpan(at: start, after: range.lowerBound) { break }
            start -= 1
        }
        // 19个 + 资金: the measure of the figure before.
        if start > range.lowerBound, end - start >= 3, Numeral.digit(text[start - 1]) != nil,
            "个项件名家".unicodeScalars.contains(text[start])
        {
            start += 1
        }
        for word: StaticString in ["实现", "完成", "预计", "累计", "开工", "实施", "占"]
        where passage.has(word, at: start, before: end) && end - start >= 4 {
            start += word.utf8CodeUnitCount / 3
            break
        }
        start = nounStart(start, end)
        return end - start >= 2 ? start..<end : nil
    }

    /// `1至4月` + `湖区水质优良比例`, `入汛以来` + `平均降雨量`: when is no part of what is measured.
    func endsSpan(at place: Int, after low: Int) -> Bool {
        if place - 2 >= low, text[place - 1] == "来", text[place - 2] == "以" { return true }
        guard place - 2 >= low, text[place - 1] == "月" || text[place - 1] == "年" || text[place - 1] == "日" else {
            return false
        }
        return Numeral.digit(text[place - 2]) != nil || Numeral.chineseDigit(text[place - 2]) != nil
    }

    /// What is counted: `6名` + `宣讲员代表`. Only where the words go on in Han characters to the end of the clause or to 参加, 作.
    func counted(after amount: Amount, _ range: Range<Int>) -> Range<Int>? {
        let start = amount.range.upperBound
        var end = start
        var limit = start + 10
        while end < range.upperBound, end < limit, RegionRule.isHan(text[end]) || text[end] == "（" {
            // 12个县（市、区）主管部门
            if text[end] == "（" {
                let close = Int(passage.closing[end])
                guard end > start, close > end, close - end <= 5, close + 1 < range.upperBound else { break }
                limit += close + 1 - end
                end = close + 1
                continue
            }
            if words.longest(.fence, in: text, at: end, before: range.upperBound) > 0
                || isVerbStart(end, range.upperBound)
            {
                break
            }
            end += 1
        }
        // 20个各具特色的教育基地: the noun behind 的.
        if end < range.upperBound, text[end] == "的", end > start {
            var last = end + 1
            while last < range.upperBound, last - end <= 12, RegionRule.isHan(text[last]),
                words.longest(.fence, in: text, at: last, before: range.upperBound) == 0,
                !isVerbStart(last, range.upperBound)
            { last += 1 }
            if last - end >= 3, last - end <= 12 { return end + 1..<last }
        }
        // Words that run on to the limit are more than a noun.
        guard end - start >= 2, end < limit || end == range.upperBound else { return nil }
        return start..<end
    }

    func isVerbStart(_ place: Int, _ end: Int) -> Bool {
        words.longest(.opensVerb, in: text, at: place, before: end) > 0
    }

    /// 力争, 到2025年, 将: wanted, not told. A year to come counts from an earlier clause of the sentence too.
    func isWanted(_ clause: Passage.Clause, _ place: Int) -> Bool {
        let range = clause.range
        if clause.sentence < passage.sentences.count {
            let start = min(passage.sentences[clause.sentence].lowerBound, range.lowerBound)
            for at in start..<range.lowerBound where text[at] == "到" && isYearToCome(at + 1, range.lowerBound) {
                return true
            }
        }
        var at = range.lowerBound
        while at < place {
            let length = words.longest(.wanted, in: text, at: at, before: place)
            if length > 1 || length == 1 && isFuture(at, range) { return true }
            at += max(1, length)
        }
        return false
    }

    private func isYearToCome(_ place: Int, _ end: Int) -> Bool {
        guard let year = Numeral.whole(text, at: place, before: end), year.length == 4,
            passage.has("年", at: place + 4, before: end)
        else { return false }
        return eventYear.map { year.value >= $0 } ?? true
    }

    /// 到 before a year, 要 and 将 as words of their own.
    private func isFuture(_ place: Int, _ range: Range<Int>) -> Bool {
        let before: Unicode.Scalar = place > 0 ? text[place - 1] : " "
        let after: Unicode.Scalar = place + 1 < range.upperBound ? text[place + 1] : " "
        switch text[place] {
        case "到":
            return before != "达" && before != "提" && before != "得" && before != "收"
                && (isYearToCome(place + 1, range.upperBound)
                    || passage.has("年底", at: place + 1, before: range.upperBound))
        case "要": return !"主重需首摘纲概必只".unicodeScalars.contains(before) && after != "求" && after != "点"
        case "将": return after != "军" && after != "士" && before != "即"
        default: return true
        }
    }

    func base(_ range: Range<Int>, _ place: Int) -> String? {
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
    func year(_ clause: Passage.Clause, _ place: Int) -> Int? {
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

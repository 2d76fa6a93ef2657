/// What a number is of where its noun names no measure.
extension FigureRule {
    /// `新建` + `教师周转房` + 300套, `农村卫生厕所普及` + 达到: the noun between a deed and the number, or the subject
    /// of a comparison.
    ///
    /// - Parameter end: where the comparator begins, or the number.
    func plainNoun(before end: Int, isCompared: Bool, _ range: Range<Int>) -> Range<Int>? {
        let end = compared(before: end, range) ?? end
        var start = end
        while start > range.lowerBound, RegionRule.isHan(text[start - 1]),
            !isFence(endingAt: start, before: end, range),
            !endsSpan(at: start, after: range.lowerBound)
        {
            start -= 1
        }
        // 到2025年 + 底
        if start > range.lowerBound, start < end, text[start] == "底", "年月".unicodeScalars.contains(text[start - 1]) {
            start += 1
        }
        let low = start
        var isDone = false
        while start < end {
            let scope = around(at: start, before: end)
            let deed = words.longest(.deed, in: text, at: start, before: end)
            if scope == 0, deed == 0 { break }
            isDone = isDone || deed > 0
            start += max(scope, deed)
        }
        if !isDone, !isCompared, let behind = behindDeed(low, end) {
            isDone = true
            start = behind
        }
        guard isDone || isCompared, (2...16).contains(end - start) else { return nil }
        return hasVerb(start, end) ? nil : start..<end
    }

    /// `为乡村学校补充` + `教师`
    private func behindDeed(_ low: Int, _ end: Int) -> Int? {
        var found: Int?
        for place in low..<end {
            let deed = words.longest(.deed, in: text, at: place, before: end)
            if deed > 0, end - place - deed >= 2 { found = place + deed }
        }
        return found
    }

    /// `水体已完成治理`: more than a noun. `增加值` is one.
    private func hasVerb(_ start: Int, _ end: Int) -> Bool {
        (start..<end - 1).contains { place in
            if around(at: place, before: end) > 1 { return true }
            let verb = words.longest(.opensVerb, in: text, at: place, before: end)
            guard place > start, verb > 1, text[place] != "以" else { return false }
            return place + verb >= end || !"值率量额数".unicodeScalars.contains(text[place + verb])
        }
    }

    /// How long a word of place or time here is; 全市性 is none.
    private func around(at place: Int, before end: Int) -> Int {
        let length = words.longest(.around, in: text, at: place, before: end)
        return place + length < end && text[place + length] == "性" ? 0 : length
    }

    /// Whether a word ends here over which no noun reaches: not 以 in 百人以上, 在 in 在线, 及 in 普及, 有 in 有关.
    func isFence(endingAt place: Int, before end: Int, _ range: Range<Int>) -> Bool {
        guard words.longestEnding(.fence, in: text, at: place, after: range.lowerBound) > 0 else { return false }
        let next: Unicode.Scalar = place < end ? text[place] : " "
        let before: Unicode.Scalar = place - 2 >= range.lowerBound ? text[place - 2] : " "
        switch text[place - 1] {
        case "以": return !"上下内外".unicodeScalars.contains(next)
        case "在": return next != "线"
        case "及": return !"普惠涉波".unicodeScalars.contains(before)
        case "有": return next != "关" && !"国所公".unicodeScalars.contains(before)
        default: return true
        }
    }

    /// `县财政局统筹安排` + `专项资金`, `年底前` + `网办率`: where a measure's noun begins that has words before it.
    func nounStart(_ low: Int, _ end: Int) -> Int {
        var start = low
        for place in low..<end {
            let governs = words.longest(.governs, in: text, at: place, before: end)
            if governs > 0, end - place - governs >= 2 { start = max(start, place + governs) }
        }
        while end - start > 2 {
            let scope = around(at: start, before: end)
            if scope == 0 || end - start - scope < 2 { break }
            start += scope
        }
        return start
    }

    /// `能耗` + `较2023年`, `比上年`: where the noun ends.
    private func compared(before end: Int, _ range: Range<Int>) -> Int? {
        let base = words.longestEnding(.base, in: text, at: end, after: range.lowerBound)
        if base > 0 { return end - base }
        guard end - 1 > range.lowerBound, text[end - 1] == "年" else { return nil }
        var place = end - 1
        while place > range.lowerBound, Numeral.digit(text[place - 1]) != nil { place -= 1 }
        guard place > range.lowerBound, place < end - 1, text[place - 1] == "较" || text[place - 1] == "比" else {
            return nil
        }
        return place - 1
    }

    /// `考核事项` + `由47项压减至` + 29项: where what is changed ends; of either number.
    func changed(_ amount: Amount, _ range: Range<Int>) -> Int? {
        let start = amount.range.lowerBound
        if start > range.lowerBound, text[start - 1] == "由" || text[start - 1] == "从",
            change(at: amount.range.upperBound, range) != nil
        {
            return start - 1
        }
        for place in range.lowerBound..<start where text[place] == "由" || text[place] == "从" {
            if let first = self.amount(at: place + 1, range), change(at: first.range.upperBound, range) == start {
                return place
            }
        }
        return nil
    }

    /// The end of 压减至, 提高到.
    private func change(at place: Int, _ range: Range<Int>) -> Int? {
        let end = place + 3
        guard end <= range.upperBound, text[end - 1] == "至" || text[end - 1] == "到" || text[end - 1] == "为",
            RegionRule.isHan(text[place]), RegionRule.isHan(text[place + 1])
        else { return nil }
        return end
    }
}

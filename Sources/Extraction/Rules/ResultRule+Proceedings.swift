import Cleaning

/// What a meeting does: 审议, 通过, 听取, 决定.
extension ResultRule {
    /// A clause that opens with what meetings do, its subject taken off.
    func proceedings(_ clause: Passage.Clause, isHeld: Bool, into found: inout [Outcome]) {
        let range = clause.range
        var start = range.lowerBound
        for word: StaticString in ["会议还", "会议", "会上还", "会上", "全会", "大会", "与会人员", "与会同志", "会前", "会后"]
        where passage.has(word, at: start, before: range.upperBound) {
            start += count(word)
            break
        }
        for word: StaticString in ["深入", "全面", "认真", "专题", "系统", "现场"]
        where passage.has(word, at: start, before: range.upperBound)
            && words.longest(.proceeding, in: text, at: start + 2, before: range.upperBound) > 1
        {
            start += count(word)
            break
        }
        guard start < range.upperBound else { return }
        let length = words.longest([.proceeding, .brought], in: text, at: start, before: range.upperBound)
        guard length > 1 else { return }
        let verb = start..<start + length
        if isAdoption(verb) {
            let titles =
                reports(verb.upperBound..<range.upperBound)
                ?? documents(in: verb.upperBound..<range.upperBound, isOpen: false)
            if titles.count > 1 {
                for title in titles { found.append(Outcome(range: title, kind: "adopted", rule: "result.adopted")) }
                return
            }
            found.append(Outcome(range: start..<range.upperBound, kind: "adopted", rule: "result.adopted"))
            return
        }
        guard range.upperBound - start >= 6, !isBefore(range) else { return }
        // 通过购买等方式: by what way.
        if verb.count == 2, passage.has("通过", at: start, before: verb.upperBound) { return }
        if start == range.lowerBound, !isHeld, !hasAspect(verb.upperBound..<range.upperBound), !isIndependent(verb),
            !clause.opens, text[verb.upperBound] != "《"
        {
            return
        }
        if let whole = reviewed(verb.upperBound..<range.upperBound) {
            found.append(Outcome(range: whole, kind: "proceeding", rule: "result.proceeding"))
            return
        }
        if let titles = reports(verb.upperBound..<range.upperBound) {
            for title in titles {
                found.append(Outcome(range: title, kind: "proceeding", rule: "result.proceeding"))
            }
            return
        }
        if range.upperBound - start > 30 {
            let titles = documents(in: verb.upperBound..<range.upperBound, isOpen: true)
            if titles.count > 2 {
                for title in titles {
                    found.append(Outcome(range: title, kind: "proceeding", rule: "result.proceeding"))
                }
                return
            }
        }
        found.append(
            Outcome(
                range: short(start..<range.upperBound), kind: "proceeding", rule: "result.proceeding",
                sure: !isHeld || clause.opens == false))
    }

    /// Verbs that only a meeting's act has for its subject, wherever they stand.
    private func isIndependent(_ verb: Range<Int>) -> Bool {
        for word: StaticString in ["听取", "研究", "决定", "同意", "一致同意", "任命", "聘请", "观看", "畅谈", "通报"]
        where passage.has(word, at: verb.lowerBound, before: verb.upperBound) {
            return true
        }
        return false
    }

    private func isAdoption(_ verb: Range<Int>) -> Bool {
        verb.count >= 2 && (verb.count > 2 || isObject(verb.upperBound))
            && (passage.has("通过", at: verb.upperBound - 2, before: verb.upperBound)
                || passage.has("原则同意", at: verb.lowerBound, before: verb.upperBound))
    }

    /// 通过 alone is a verb before 了 and a document, else it is 经由.
    private func isObject(_ place: Int) -> Bool {
        guard place < text.count else { return false }
        switch text[place] {
        case "了", "《", "关", "其", "有": return true
        default:
            return passage.has("决议", at: place, before: text.count) || passage.has("任", at: place, before: text.count)
        }
    }

    /// Items of a list that are documents: `《A》`, `43种化学物质增补列入《B》`, and with `isOpen` also `X办法（草案）`.
    func documents(in range: Range<Int>, isOpen: Bool) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place {
                place = close
            }
            // 《A》（以下简称《B》）《C》: titles without a mark between them
            if text[place] == "》" || text[place] == "）", place + 1 < range.upperBound, text[place + 1] == "《",
                items.count < 12
            {
                items.append(start..<place + 1)
                start = place + 1
            }
            if text[place] == "、" && (!isOpen || isEnd(place))
                || text[place] == "和" && place > start && text[place - 1] == "》"
            {
                items.append(start..<place)
                start = place + 1
            }
            place += 1
        }
        items.append(start..<range.upperBound)
        return items.compactMap { item in
            var item = item
            if let first = item.first, text[first] == "了" { item = first + 1..<item.upperBound }
            // （以下简称《…》） says only how it is called further on.
            if let last = item.last, text[last] == "）",
                let open = item.first(where: { Int(passage.closing[$0]) == last }),
                passage.has("以下简称", at: open + 1, before: last) || passage.has("简称", at: open + 1, before: last)
            {
                item = item.lowerBound..<open
            }
            return item.contains { text[$0] == "《" } || isOpen && isEnd(item.upperBound) ? item : nil
        }
    }

    /// `关于甲的报告、关于乙的报告`: more than one, each by what it is about.
    private func reports(_ range: Range<Int>) -> [Range<Int>]? {
        var start = range.lowerBound
        if start < range.upperBound, text[start] == "了" { start += 1 }
        guard passage.has("关于", at: start, before: range.upperBound) else { return nil }
        var items: [Range<Int>] = []
        for place in range where text[place] == "、" && passage.has("关于", at: place + 1, before: range.upperBound) {
            guard words.longestEnding(.planTitle, in: text, at: place, after: start) > 0 || isReport(place) else {
                continue
            }
            items.append(start..<place)
            start = place + 1
        }
        guard !items.isEmpty else { return nil }
        return items + [start..<range.upperBound]
    }

    /// `关于《甲》《乙》等2件法规的报告`: one report, known by what its titles are.
    private func reviewed(_ range: Range<Int>) -> Range<Int>? {
        guard range.contains(where: { passage.has("关于《", at: $0, before: min($0 + 3, range.lowerBound + 5)) }),
            isReport(range.upperBound),
            let last = range.last(where: { text[$0] == "》" }), last + 3 < range.upperBound,
            text[last + 1] == "等", Numeral.digit(text[last + 2]) != nil || Numeral.chineseDigit(text[last + 2]) != nil
        else { return nil }
        return last + 2..<range.upperBound
    }

    /// A clause that is one such report, or a row of them.
    func listed(_ range: Range<Int>) -> [Range<Int>]? {
        guard range.count >= 10, passage.has("关于", at: range.lowerBound, before: range.upperBound),
            isReport(range.upperBound)
        else { return nil }
        return reports(range) ?? [range]
    }

    /// 报告, 决议, 决定, 议案, 说明 end here.
    private func isReport(_ end: Int) -> Bool {
        for word: StaticString in ["报告", "决议", "决定", "议案", "说明"] where passage.has(word, at: end - 2, before: end) {
            return true
        }
        return false
    }

    /// Whether the name of a document ends here: `…办法（草案）`, `…》`.
    private func isEnd(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        return text[place - 1] == "》" || passage.has("草案）", at: place - 3, before: place)
            || passage.has("草案)", at: place - 3, before: place) || passage.has("稿）", at: place - 2, before: place)
            || passage.has("试行）", at: place - 3, before: place)
    }

    /// `…作的关于X的报告` is known by X; of what is longer the end tells most: `…进行了分组讨论`.
    func short(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 30 else { return range }
        var place = range.lowerBound
        while place < range.upperBound {
            if passage.has("关于", at: place, before: range.upperBound), range.upperBound - place >= 6 {
                return place..<range.upperBound
            }
            let close = Int(passage.closing[place])
            place = close > place ? close + 1 : place + 1
        }
        return range
    }

    private func hasAspect(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        return text[first] == "了"
    }
}

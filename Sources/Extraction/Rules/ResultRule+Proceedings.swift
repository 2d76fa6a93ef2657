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
        guard start < range.upperBound else { return }
        let length = words.longest([.proceeding, .brought], in: text, at: start, before: range.upperBound)
        guard length > 1 else { return }
        let verb = start..<start + length
        if isAdoption(verb) {
            let titles = documents(in: verb.upperBound..<range.upperBound, isOpen: false)
            if titles.count > 1 {
                for title in titles { found.append(Outcome(range: title, kind: "adopted", rule: "result.adopted")) }
                return
            }
            found.append(Outcome(range: start..<range.upperBound, kind: "adopted", rule: "result.adopted"))
            return
        }
        guard range.upperBound - start >= 6, !isBefore(range) else { return }
        if start == range.lowerBound, !isHeld, !hasAspect(verb.upperBound..<range.upperBound), !isIndependent(verb),
            !clause.opens, text[verb.upperBound] != "《"
        {
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
        for word: StaticString in ["听取", "研究", "决定", "同意", "一致同意", "任命", "聘请", "观看"]
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

    // MARK: Told of someone

    /// Told as done, with who did it: `市财政局汇报了…`, `就X作了说明`, `与各单位签订了责任书`, `双方签署协议`, `充分肯定X`.
    func told(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 4, !isBefore(range) else { return nil }
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                place = close + 1
                continue
            }
            guard
                words.longest([.praise, .proceeding, .brought], in: text, at: place, before: range.upperBound) > 0
            else {
                place += 1
                continue
            }
            let praise = words.longest(.praise, in: text, at: place, before: range.upperBound)
            if praise > 0 {
                return Outcome(range: praised(range, place), kind: "proceeding", rule: "result.praised")
            }
            let length = words.longest([.proceeding, .brought], in: text, at: place, before: range.upperBound)
            if length > 1, place > range.lowerBound || isBrought(place, length), range.count >= 6,
                let outcome = told(place, length, range)
            {
                return outcome
            }
            place += max(1, length)
        }
        if range.count >= 6, let done = words.last(.done, in: text, range) {
            return Outcome(range: brief(range, from: done.lowerBound), kind: "proceeding", rule: "result.told")
        }
        let act = words.longestEnding(.act, in: text, at: range.upperBound, after: range.lowerBound)
        if act > 0, !isWay(range), act == range.count || text[range.upperBound - act - 1] != "工" {
            return Outcome(range: range, kind: "proceeding", rule: "result.act")
        }
        return nil
    }

    /// `听取汇报后`, `审议事项如下`: what follows is meant.
    private func isBefore(_ range: Range<Int>) -> Bool {
        text[range.upperBound - 1] == "后" || passage.has("如下", at: range.upperBound - 2, before: range.upperBound)
            || text[range.upperBound - 1] == "时"
    }

    /// `对X表示充分肯定`: what is praised belongs to it, however long.
    private func praised(_ range: Range<Int>, _ verb: Int) -> Range<Int> {
        guard range.count > 30 else { return range }
        for place in range where place < verb && text[place] == "对" && text[place - 1] != "针" {
            return place..<range.upperBound
        }
        return verb..<range.upperBound
    }

    /// `通过学习研讨`, `结合工作报告`: by what, not what.
    private func isWay(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["通过", "结合", "经过", "围绕", "根据", "按照", "经"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `甲公司与乙公司、丙公司与丁公司分别签署协议`: of a long subject 分别 is left.
    private func apart(_ range: Range<Int>, _ verb: Int) -> Range<Int> {
        verb - range.lowerBound > 14 && passage.has("分别", at: verb - 2, before: verb)
            ? verb - 2..<range.upperBound : range
    }

    private func isBrought(_ place: Int, _ length: Int) -> Bool {
        words.longest(.brought, in: text, at: place, before: place + length) == length
    }

    private func told(_ place: Int, _ length: Int, _ range: Range<Int>) -> Outcome? {
        let end = place + length
        if end < range.upperBound, text[end] == "了" {
            return Outcome(
                range: place - range.lowerBound <= 12 ? range : short(place..<range.upperBound), kind: "proceeding",
                rule: "result.told")
        }
        if passage.has("听取", at: place, before: end) || passage.has("观看", at: place, before: end),
            range.upperBound - end >= 4, text[end] != "的"
        {
            return Outcome(range: short(place..<range.upperBound), kind: "proceeding", rule: "result.told", sure: false)
        }
        if passage.has("签署", at: place, before: range.upperBound)
            || passage.has("签订", at: place, before: range.upperBound)
            || passage.has("揭牌", at: place, before: range.upperBound),
            end >= range.upperBound || text[end] != "的" && text[end] != "仪"
        {
            return Outcome(range: apart(range, place), kind: "proceeding", rule: "result.told")
        }
        return nil
    }

    /// Of a long clause what follows the last 、 before its verb, or the verb and what follows: `…、B进行了解读`.
    private func brief(_ range: Range<Int>, from verb: Int) -> Range<Int> {
        guard range.count > 30 else { return range }
        var place = verb
        while place > range.lowerBound {
            place -= 1
            if text[place] == "、", range.upperBound - place - 1 <= 30 { return place + 1..<range.upperBound }
        }
        return range.upperBound - verb <= 30 ? verb..<range.upperBound : range
    }
}

import Cleaning

/// Undertakings that are told by their last word alone, and rows of parts that begin alike.
extension GoalRule {
    /// `矛盾纠纷大排查专项行动`, `云溪省噪声污染防治行动`: back from the head to the verb or the link before the name.
    func campaign(_ place: Int, _ range: Range<Int>, after taken: Int) -> Goal? {
        // The first characters of what is looked for here.
        switch text[place] {
        case "全", "以", "专", "三", "攻", "提", "整", "治", "防", "保", "支", "激", "培", "扶": break
        default: return nil
        }
        if let goal = revival(place, range, after: taken) ?? alike(place, range) { return goal }
        let length = terms.longest(.campaign, in: text, at: place, before: range.upperBound)
        guard length > 0 else { return nil }
        let first = max(range.lowerBound, taken)
        var start = place
        while start > first, place - start <= 16, isNamePart(start - 1),
            terms.longestEnding(.front, in: text, at: start, after: first) == 0,
            words.longestEnding([.goalVerb, .governing], in: text, at: start, after: first) < 2
                || words.longestEnding(.nounVerb, in: text, at: start, after: first) > 1
        { start -= 1 }
        let end = place + length
        guard (4...16).contains(place - start), !holdsClause(start..<place), !isBodyEnd(end, range) else { return nil }
        // 关于专项整治, 本次专项行动: which one, it does not say.
        if "本该此各这有其".unicodeScalars.contains(text[start]) { return nil }
        // 甲江、乙湾治理攻坚战: the end of a list.
        if start > first, text[start - 1] == "、" { return nil }
        return Goal(range: start..<end, kind: "action", rule: "goal.campaign", sure: false)
    }

    /// Han characters and digits, but for what links or governs.
    private func isNamePart(_ place: Int) -> Bool {
        if Numeral.digit(text[place]) != nil || text[place] == "/" { return true }
        guard RegionRule.isHan(text[place]) else { return false }
        if passage.has("关于", at: place - 1, before: place + 1) { return false }
        switch text[place] {
        case "的", "和", "与", "在", "是", "等", "以", "及", "将", "把", "对", "为", "并", "了", "由": return false
        default: return true
        }
    }

    /// 领导小组, 办公室: the body that runs it.
    private func isBodyEnd(_ end: Int, _ range: Range<Int>) -> Bool {
        for word: StaticString in ["领导小组", "小组", "办公室", "专班", "工作组", "指挥部", "办", "组", "队"]
        where passage.has(word, at: end, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `推动云溪全面振兴取得新突破`, `云溪全面振兴新突破三年行动`: a region that is to rise again.
    private func revival(_ place: Int, _ range: Range<Int>, after taken: Int) -> Goal? {
        guard text[place] == "全", passage.has("全面振兴", at: place, before: range.upperBound) else { return nil }
        let first = max(range.lowerBound, taken)
        var start = place
        // 甲江省, 甲江: two characters, with the body's word behind them more.
        let count = start > first && text[start - 1] == "省" ? 4 : 2
        while start > first, place - start < count, isNamePart(start - 1),
            words.longestEnding([.goalVerb, .imperative, .drive], in: text, at: start, after: first) < 2
        { start -= 1 }
        guard place - start >= 2, !passage.has("乡村", at: place - 2, before: place) else { return nil }
        var end = place + 4
        for word: StaticString in ["全方位振兴", "率先实现新突破", "新突破", "三年行动"]
        where passage.has(word, at: end, before: range.upperBound) {
            end += word.utf8CodeUnitCount / 3
        }
        return Goal(range: start..<end, kind: "named", rule: "goal.revival", sure: false)
    }

    /// `以干促学、以干增效、以干正风`: three and more parts of four characters that begin with the same two.
    private func alike(_ place: Int, _ range: Range<Int>) -> Goal? {
        guard text[place] == "以", place + 14 <= range.upperBound else { return nil }
        var end = place
        var count = 0
        while end + 4 <= range.upperBound, text[end] == "以", text[end + 1] == text[place + 1],
            (end..<end + 4).allSatisfy({ RegionRule.isHan(text[$0]) })
        {
            end += 4
            count += 1
            guard end < range.upperBound, text[end] == "、" else { break }
            end += 1
        }
        guard count >= 3, text[end - 1] != "、", end == range.upperBound || !isHanName(end) else { return nil }
        return Goal(range: place..<end, kind: "slogan", rule: "goal.triples")
    }

    private func isHanName(_ place: Int) -> Bool {
        RegionRule.isHan(text[place]) && !isBreak(place) && text[place] != "方"
    }

    /// `签署战略合作协议`, `签订了战略合作框架协议`.
    func pact(_ start: Int, _ range: Range<Int>) -> Goal? {
        var place = start
        if place < range.upperBound, text[place] == "了" { place += 1 }
        for gap in 0...4 where passage.has("战略合作", at: place + gap, before: range.upperBound) {
            for word: StaticString in ["框架协议", "协议"]
            where passage.has(word, at: place + gap + 4, before: range.upperBound) {
                guard (place..<place + gap).allSatisfy({ RegionRule.isHan(text[$0]) }) else { return nil }
                return Goal(
                    range: place..<place + gap + 4 + word.utf8CodeUnitCount / 3, kind: "plan", rule: "goal.pact",
                    sure: false)
            }
        }
        return nil
    }

    /// `发挥甲乙两市防汛会商机制作用`: a mechanism that exists, by its name.
    func mechanism(_ start: Int, _ range: Range<Int>) -> Goal? {
        for end in start + 6..<max(start + 7, min(start + 20, range.upperBound)) {
            guard end < range.upperBound, RegionRule.isHan(text[end]), !isBreak(end) else { return nil }
            if passage.has("机制作用", at: end, before: range.upperBound) {
                return Goal(range: start..<end + 2, kind: "named", rule: "goal.system", sure: false)
            }
        }
        return nil
    }

    /// `坚持人民至上、生命至上`: parts of like length after 坚持.
    func principle(_ place: Int, _ start: Int, _ range: Range<Int>) -> Goal? {
        guard passage.has("坚持", at: place, before: range.upperBound), start - place == 2 else { return nil }
        var lengths: [Int] = []
        var count = 0
        var at = start
        while at < range.upperBound, RegionRule.isHan(text[at]) || text[at] == "、" {
            if text[at] == "、" {
                lengths.append(count)
                count = 0
            } else {
                count += 1
            }
            at += 1
        }
        lengths.append(count)
        guard lengths.count > 1, let first = lengths.first, (4...6).contains(first), lengths.allSatisfy({ $0 == first })
        else { return nil }
        guard isPrinciple(start..<at, each: first) else { return nil }
        return Goal(range: start..<at, kind: "slogan", rule: "goal.principle")
    }

    /// 人民至上、生命至上: one ending that says what comes first; 问题导向, 举一反三 are ways to work.
    private func isPrinciple(_ range: Range<Int>, each count: Int) -> Bool {
        let parts = stride(from: range.lowerBound, to: range.upperBound, by: count + 1)
        let last = text[range.upperBound - 2..<range.upperBound]
        guard parts.allSatisfy({ text[$0 + count - 2..<$0 + count].elementsEqual(last) }) else { return false }
        let word = range.upperBound - 2
        guard terms.longest(.principleEnd, in: text, at: word, before: range.upperBound) == 2 else { return false }
        return !parts.contains { words.longest(.imperative, in: text, at: $0, before: $0 + count) == count }
    }
}

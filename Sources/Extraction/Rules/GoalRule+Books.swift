import Cleaning

/// What stands in book marks: plans, laws, themes.
extension GoalRule {
    /// What stands in book marks: a plan, and the packages that its title names.
    func book(_ open: Int, _ close: Int, _ range: Range<Int>, into found: inout [Goal]) {
        if let goal = plan(open, close, range) ?? theme(open, close, range) ?? law(open, close, range) {
            // “十五五”规划《纲要草案》 is one plan.
            if let last = found.last, last.range.upperBound == open, last.rule == "goal.head" {
                found[found.count - 1].range = last.range.lowerBound..<goal.range.upperBound
                found[found.count - 1].kind = "plan"
            } else {
                found.append(goal)
            }
        }
        for inner in open + 1..<close where text[inner] == "“" {
            let end = Int(passage.closing[inner])
            if end > inner + 1, isCounted(inner + 1..<end) {
                found.append(Goal(range: inner..<end + 1, kind: "named", rule: "goal.quoted"))
            }
        }
    }

    /// A document in book marks that sets goals.
    func plan(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        guard close - open > 3, !isRepealed(open, range) else { return nil }
        var end = close
        var isDraft = false
        if text[end - 1] == "）", let bracket = (open..<end).last(where: { Int(passage.closing[$0]) == end - 1 }) {
            isDraft = (bracket..<end).contains { passage.has("草案", at: $0, before: end) }
            end = bracket
        }
        // A law in force is no plan, its draft is.
        guard
            words.longestEnding(.planTitle, in: text, at: end, after: open) > 0 || isDraft && text[end - 1] == "法"
                || isResolve(open + 1..<end)
        else {
            return nil
        }
        // 技术指南, 操作指南: how a thing is made.
        if passage.has("技术指南", at: end - 4, before: end) || passage.has("操作指南", at: end - 4, before: end) { return nil }
        // 以下简称《…》 names it a second time, and so does every later 《…》 of the same words.
        let title = text[open + 1..<close]
        if abbreviations.contains(where: { text[$0].elementsEqual(title) }) { return nil }
        return Goal(range: open..<close + 1, kind: "plan", rule: "goal.plan")
    }

    /// `废止了《甲条例》《乙办法》`: what is over sets no goal.
    func isRepealed(_ open: Int, _ range: Range<Int>) -> Bool {
        var place = open
        while place - 1 > range.lowerBound, text[place - 1] == "》" || text[place - 1] == "、" && text[place - 2] == "》" {
            let close = text[place - 1] == "》" ? place - 1 : place - 2
            guard let before = (range.lowerBound..<close).last(where: { Int(passage.closing[$0]) == close }) else {
                break
            }
            place = before
        }
        if place > range.lowerBound, text[place - 1] == "了" { place -= 1 }
        return passage.has("废止", at: place - 2, before: place)
    }

    /// 《关于加强X保护的决定》, 《关于做好X工作的通知》: it says what is to be done.
    func isResolve(_ title: Range<Int>) -> Bool {
        guard
            passage.has("决定", at: title.upperBound - 2, before: title.upperBound)
                || passage.has("通知", at: title.upperBound - 2, before: title.upperBound)
                || passage.has("议案", at: title.upperBound - 2, before: title.upperBound)
        else { return false }
        guard let about = title.first(where: { passage.has("关于", at: $0, before: title.upperBound) }) else {
            return false
        }
        return passage.has("议案", at: title.upperBound - 2, before: title.upperBound)
            || words.longest(.imperative, in: text, at: about + 2, before: title.upperBound) > 1
    }

    /// `以《古桥的保护》为题`: what a lecture is about.
    private func theme(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        guard (5...32).contains(close - open), open > range.lowerBound, text[open - 1] == "以",
            passage.has("为题", at: close + 1, before: range.upperBound)
                || passage.has("为主题", at: close + 1, before: range.upperBound)
        else { return nil }
        return Goal(range: open..<close + 1, kind: "slogan", rule: "goal.quoted", sure: false)
    }

    /// `认真贯彻落实《中华人民共和国湿地保护法》`: a law of the state that is to be put into practice; one that something rests on is none.
    private func law(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        guard close - open > 9, text[close - 1] == "法",
            passage.has("中华人民共和国", at: open + 1, before: close)
        else { return nil }
        for word: StaticString in ["落实", "贯彻", "贯彻实施", "落实好", "实施"]
        where passage.has(word, at: open - word.utf8CodeUnitCount / 3, before: open) {
            return Goal(range: open..<close + 1, kind: "plan", rule: "goal.plan", sure: false)
        }
        for word: StaticString in ["实施以来", "开始实施", "正式实施", "颁布实施", "施行以来"]
        where passage.has(word, at: close + 1, before: range.upperBound) {
            return Goal(range: open..<close + 1, kind: "plan", rule: "goal.plan", sure: false)
        }
        return nil
    }
}

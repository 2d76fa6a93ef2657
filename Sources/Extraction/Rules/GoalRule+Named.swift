import Cleaning

/// Names without quotation marks.
extension GoalRule {
    /// `实施新三年行动`, `弘扬沂蒙精神`, `打好污染防治攻坚战`: a goal's verb and a name with a goal's head, no verb between.
    func named(_ place: Int, _ range: Range<Int>) -> Goal? {
        guard words.longest([.goalVerb, .epithet], in: text, at: place, before: range.upperBound) > 1 else {
            return nil
        }
        let verb = words.longest(.goalVerb, in: text, at: place, before: range.upperBound)
        guard verb > 1 else {
            guard let goal = epithet(place, range),
                passage.has("建设", at: goal.range.upperBound - 2, before: range.upperBound)
            else { return nil }
            return goal
        }
        var start = place + verb
        if let vision = vision(place, start, range) ?? project(place, start, range) { return vision }
        if let list = strategies(start, range) ?? target(place, start, range) { return list }
        if words.longest(.systemVerb, in: text, at: place, before: start) == verb, let system = system(start, range) {
            return system
        }
        if let slogan = principle(place, start, range) { return slogan }
        if text[place] == "签", let pact = pact(start, range) { return pact }
        if passage.has("发挥", at: start - 2, before: start), let system = mechanism(start, range) { return system }
        while start < range.upperBound {
            let more = max(
                words.longest([.goalVerb, .imperative], in: text, at: start, before: range.upperBound),
                isParticle(start) ? 1 : 0)
            // 创新驱动发展战略: a verb that is the name's first noun.
            guard more > 0, words.longest(.nounVerb, in: text, at: start, before: start + more) != more else { break }
            start += more
        }
        if let goal = epithet(start, range) { return goal }
        // 一些指导思想, 重大工程: which one, it does not say.
        for word: StaticString in [
            "一些", "一批", "一个", "一系列", "第一批", "第二批", "纳入", "预期", "既定", "年初", "我国", "两国", "各项", "有关", "这一", "重大", "重点",
            "相关",
        ]
        where passage.has(word, at: start, before: range.upperBound) {
            return nil
        }
        guard var end = nameEnd(start, range) else { return nil }
        // 攻坚战、持久战、总体战
        while end + 2 < range.upperBound, text[end] == "、" {
            guard
                let more = (2...4).first(where: {
                    words.longestEnding(
                        .strongGoalHead, in: text, at: min(end + 1 + $0, range.upperBound), after: end + 1) > 1
                        && end + 1 + $0 <= range.upperBound
                })
            else { break }
            end += 1 + more
        }
        if end < range.upperBound,
            text[end] == "员" || text[end] == "会" || text[end] == "部" || text[end] == "组" || text[end] == "者"
                || text[end] == "力" || text[end] == "院" || text[end] == "局" || text[end] == "师" || text[end] == "系"
        {
            return nil
        }
        return Goal(range: start..<end, kind: "action", rule: "goal.named", sure: false)
    }

    /// 了, 好, 和, 以 between the verb and the name.
    private func isParticle(_ place: Int) -> Bool {
        switch text[place] {
        case "了", "好", "和", "以", "用", "及", "并", "成": true
        default: false
        }
    }

    /// Where a name that starts at a place ends: with the last of the heads that its unbroken Han characters hold.
    private func nameEnd(_ start: Int, _ range: Range<Int>) -> Int? {
        let limit = min(range.upperBound, start + 24)
        guard start + 2 < limit, RegionRule.isHan(text[start]), RegionRule.isHan(text[start + 1]), text[start] != "的",
            text[start] != "化", text[start] != "性", text[start] != "们"
        else { return nil }
        var at = start + 2
        var head = 0
        var end = 0
        while at < limit, RegionRule.isHan(text[at]) {
            let length = words.longest(.strongGoalHead, in: text, at: at, before: limit)
            if length > 0 {
                head = at
                end = at + length
                at = end
                continue
            }
            if isBreak(at) || end > 0 && at - end >= 4 { break }
            at += 1
        }
        guard end > 0, !holdsClause(start..<head) else { return nil }
        // 发展工程, 提升行动 behind a verb that is a noun: the front of the name is missing.
        if head - start <= 2,
            passage.has("工程", at: head, before: end) || passage.has("精神", at: head, before: end),
            words.longest(.nounVerb, in: text, at: start, before: head) == head - start
        {
            return nil
        }
        if words.first(.goalVerb, in: text, start..<head) != nil, end - start > 14 { return nil }
        if isMeetingSpirit(start..<end) || isDoctrine(start..<end) { return nil }
        // 解放战争战略转折, 全面战略伙伴: the first noun of something else.
        if passage.has("战略", at: end - 2, before: end),
            terms.longest(.strategic, in: text, at: end, before: range.upperBound) > 0
        {
            return nil
        }
        if end - start < 5, passage.has("理念", at: end - 2, before: end) || passage.has("目标", at: end - 2, before: end),
            text[start] != "新"
        {
            return nil
        }
        // 细致思想, 伟大思想: an adjective makes no name.
        if end - start < 5, passage.has("思想", at: end - 2, before: end) || passage.has("战略", at: end - 2, before: end) {
            return nil
        }
        return end
    }

    /// What a name does not hold, but for 党的.
    func isBreak(_ place: Int) -> Bool {
        switch text[place] {
        case "的": text[place - 1] != "党"
        case "和", "与", "在", "是", "等", "及", "以": true
        default: false
        }
    }

    /// `人才工作明确了总目标`, `国有企业更好服务战略`: a subject and its verb.
    func holdsClause(_ range: Range<Int>) -> Bool {
        for place in range.dropFirst() {
            switch text[place] {
            case "了", "为", "将", "并", "更", "被", "把", "紧": return true
            case "明" where passage.has("明确", at: place, before: range.upperBound): return true
            case "做" where passage.has("做好", at: place, before: range.upperBound): return true
            case "聚" where passage.has("聚焦", at: place, before: range.upperBound): return true
            case "关" where passage.has("关于", at: place, before: range.upperBound): return true
            default: break
            }
        }
        return false
    }

    /// `实施创新驱动、科教兴市、人才强市战略`: names with one head.
    private func strategies(_ start: Int, _ range: Range<Int>) -> Goal? {
        var end = start
        var count = 0
        var parts = 0
        while end < range.upperBound, end - start <= 32 {
            if text[end] == "、" {
                guard (4...8).contains(count) else { return nil }
                parts += 1
                count = 0
            } else if passage.has("战略", at: end, before: range.upperBound), parts > 0, (4...8).contains(count) {
                return Goal(range: start..<end + 2, kind: "named", rule: "goal.named")
            } else if RegionRule.isHan(text[end]), !isBreak(end) {
                count += 1
            } else {
                return nil
            }
            end += 1
        }
        return nil
    }

    /// `锚定每年新增就业5000人以上的目标`: a goal that is a measure.
    private func target(_ place: Int, _ start: Int, _ range: Range<Int>) -> Goal? {
        guard
            passage.has("锚定", at: place, before: start) || passage.has("围绕", at: place, before: start)
                || passage.has("实现", at: place, before: start) || passage.has("紧扣", at: place, before: start)
        else { return nil }
        var hasDigit = false
        for end in start..<min(range.upperBound, start + 28) {
            if "，。；：“《".unicodeScalars.contains(text[end]) { return nil }
            if Numeral.digit(text[end]) != nil { hasDigit = true }
            if hasDigit, end - start >= 6, passage.has("的目标", at: end, before: range.upperBound) {
                return Goal(range: start..<end + 3, kind: "quantified", rule: "goal.target")
            }
        }
        return nil
    }

    /// `完善矛盾纠纷多元化解机制`, `建立新闻发言人制度`: a system that is set up, by its name.
    private func system(_ start: Int, _ range: Range<Int>) -> Goal? {
        var end = start
        while end < range.upperBound, end - start <= 18, RegionRule.isHan(text[end]), !isBreak(end) { end += 1 }
        guard (7...18).contains(end - start), text[start] != "了", text[start] != "我" else { return nil }
        if end < range.upperBound, text[end] == "的" || text[end] == "、" || text[end] == "和" { return nil }
        guard
            passage.has("机制", at: end - 2, before: end) || passage.has("制度", at: end - 2, before: end)
                || passage.has("体系", at: end - 2, before: end)
        else { return nil }
        // 工作机制, 体制机制: of what, it does not say.
        if passage.has("工作", at: end - 4, before: end) || passage.has("体制", at: end - 4, before: end)
            || passage.has("推进", at: end - 4, before: end)
        {
            return nil
        }
        return Goal(range: start..<end, kind: "action", rule: "goal.system", sure: false)
    }

    /// `稳外贸、扩外资、促消费`: three and more parts of three characters, each with its verb.
    func triples(_ place: Int, _ range: Range<Int>) -> Goal? {
        var end = place
        var count = 0
        while end + 3 <= range.upperBound, words.longest(.tripleVerb, in: text, at: end, before: end + 1) == 1,
            RegionRule.isHan(text[end + 1]), RegionRule.isHan(text[end + 2])
        {
            end += 3
            count += 1
            guard end < range.upperBound, text[end] == "、" else { break }
            end += 1
        }
        guard count >= 3, text[end - 1] != "、", end == range.upperBound || !isBreak(end) || text[end] == "等",
            place == range.lowerBound || text[place - 1] != "、"
        else { return nil }
        return Goal(range: place..<end, kind: "slogan", rule: "goal.triples")
    }

    /// `建设美丽云溪`, `推进平安乡村建设`: an epithet and a place or a field of two characters.
    private func epithet(_ start: Int, _ range: Range<Int>) -> Goal? {
        let length = words.longest(.epithet, in: text, at: start, before: range.upperBound)
        var end = start + length + 2
        guard length > 0, end <= range.upperBound, text[end - 2] != "化", text[end - 2] != "型", text[end - 2] != "的",
            words.longest([.notPlace, .epithet], in: text, at: end - 2, before: range.upperBound) == 0,
            RegionRule.isHan(text[end - 2]), RegionRule.isHan(text[end - 1]),
            !isBreak(end - 2), !isBreak(end - 1)
        else { return nil }
        if passage.has("建设", at: end, before: range.upperBound) {
            end += 2
        } else if end < range.upperBound, RegionRule.isHan(text[end]), !isGiving(end),
            words.longest([.imperative, .goalVerb], in: text, at: end, before: range.upperBound) < 2, !isLink(text[end])
        {
            return nil
        }
        return Goal(range: start..<end, kind: "action", rule: "goal.named", sure: false)
    }

    /// 提供支撑, 作出贡献: what a name serves follows it.
    private func isGiving(_ place: Int) -> Bool {
        switch text[place] {
        case "提", "作", "奠", "注", "贡", "而", "增", "添": true
        default: false
        }
    }

    /// 新时代中国特色社会主义思想: what everything is done by, in nearly every text; no goal of this one.
    private func isDoctrine(_ range: Range<Int>) -> Bool {
        passage.has("中国特色社会主义思想", at: range.upperBound - 10, before: range.upperBound)
    }

    /// 会议精神, 讲话精神, 指示精神: what one was told, no goal; 党的二十届三中全会精神 is the line to follow.
    func isMeetingSpirit(_ range: Range<Int>) -> Bool {
        guard range.count >= 4, passage.has("精神", at: range.upperBound - 2, before: range.upperBound) else {
            return false
        }
        let before = range.upperBound - 4
        for place in range
        where passage.has("讲话", at: place, before: range.upperBound)
            || passage.has("文章", at: place, before: range.upperBound)
        {
            return true
        }
        // 省委十二届三次全体会议精神: as 全会.
        if passage.has("全体会议", at: range.upperBound - 6, before: range.upperBound), text[range].contains("届") {
            return false
        }
        for word: StaticString in ["会议", "讲话", "指示", "批示", "文件", "大会", "工作"]
        where passage.has(word, at: before, before: range.upperBound) {
            return true
        }
        if text[range.upperBound - 3] == "会", !passage.has("全会", at: before, before: range.upperBound) { return true }
        return passage.has("全会", at: before, before: range.upperBound) && range.count < 8
    }
}

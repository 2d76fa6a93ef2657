import Cleaning

/// Names in quotation marks.
extension GoalRule {
    /// A quotation that names something: counted or clipped words, or a head noun behind it, or a goal's verb before it.
    func quoted(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        if let group = group(open, range) { return group }
        let inner = open + 1..<close
        guard inner.count >= 2, inner.count <= 48, !holdsSpeech(inner) else { return nil }
        let isNumber = isCounted(inner)
        let head = headNoun(close + 1, range, isNumber: isNumber) ?? activity(close + 1, range)
        let start = frontWords(open, range) ?? open
        let isSlogan = isParallel(inner) && !isUttered(open, inner)
        let hasVerb =
            words.longestEnding(.goalVerb, in: text, at: start, after: range.lowerBound) > 0 || isDiscussed(open, range)
        if open > 1, text[open - 1] == "称" || text[open - 1] == "“" { return nil }
        // 第5号台风“海燕”
        if passage.has("台风", at: open - 2, before: open) { return nil }
        if isDay(inner, close + 1, range) || inner.count > 3 && isShunned(open, range) { return nil }
        // “加强”和“改进”: a verb names nothing.
        if head == nil, words.longest(.imperative, in: text, at: open + 1, before: close) == inner.count { return nil }
        // “985”: a number that nothing makes a name.
        if isNumber, head == nil, !hasVerb, inner.allSatisfy({ Numeral.digit(text[$0]) != nil }) { return nil }
        guard
            head != nil || isNumber || hasVerb || isSlogan || namesItself(inner) || isTheme(open, close, range)
                || isTermQuoted(inner) || namesEvent(inner, close + 1, range) || isFounded(inner, close + 1, range)
                || isAmongQuotes(open, close, range) && isSpoken(open)
        else {
            guard (3...8).contains(inner.count), isSpoken(open) || isGoverned(open, range),
                !isProduct(open, close, range)
            else { return nil }
            return Goal(range: start..<close + 1, kind: "slogan", rule: "goal.quoted", sure: false)
        }
        if isProduct(open, close, range), !isNumber, !isSlogan, head == nil, !isDiscussed(open, range) { return nil }
        return Goal(
            range: start..<(head ?? close + 1), kind: isSlogan || head == nil ? "slogan" : "named",
            rule: head == nil ? "goal.quoted" : "goal.head", sure: head != nil || isNumber || isSlogan)
    }

    /// `杜绝“一学了之”`, `防止“卷钱跑路”`: what is not wanted.
    private func isShunned(_ open: Int, _ range: Range<Int>) -> Bool {
        var place = open - 1
        while place >= range.lowerBound, open - place <= 18, !"，。；：！？”".unicodeScalars.contains(text[place]) {
            if words.longest(.shun, in: text, at: place, before: open) > 0 { return true }
            place -= 1
        }
        return false
    }

    /// “八一”建军节, “七一”前夕, “五一”假期: a day of the year, or who.
    private func isDay(_ inner: Range<Int>, _ next: Int, _ range: Range<Int>) -> Bool {
        // 一把手, 两委: persons.
        if isBody(inner) { return true }
        guard inner.count == 2, next < range.upperBound,
            inner.allSatisfy({ Numeral.chineseDigit(text[$0]) != nil || text[$0] == "十" })
        else { return false }
        return "节建假黄长劳国儿妇期前来到青勋之".unicodeScalars.contains(text[next])
    }

    /// `“服务”“创新”“发展”的理念`, `“甲化”“乙化”整改工作`: quotations side by side that have one head.
    private func group(_ open: Int, _ range: Range<Int>) -> Goal? {
        var close = Int(passage.closing[open])
        var count = 1
        while close + 1 < range.upperBound, text[close + 1] == "“", Int(passage.closing[close + 1]) > close + 3 {
            if close - open > 40 || isCounted(close + 2..<Int(passage.closing[close + 1])) { return nil }
            close = Int(passage.closing[close + 1])
            count += 1
        }
        guard count > 1, Int(passage.closing[open]) - open > 2, !isCounted(open + 1..<Int(passage.closing[open])) else {
            return nil
        }
        if count == 2, isTwin(open, close), isSpoken(open) || isGoverned(open, range) {
            return Goal(range: open..<close + 1, kind: "slogan", rule: "goal.quoted", sure: false)
        }
        guard let end = headNoun(close + 1, range, isNumber: false) else { return nil }
        return Goal(range: open..<end, kind: "named", rule: "goal.head")
    }

    /// `“智囊团”“思想库”`: two short quotations of one length with nothing between them are said in one breath.
    private func isTwin(_ open: Int, _ close: Int) -> Bool {
        let middle = Int(passage.closing[open])
        let count = middle - open - 1
        return (3...4).contains(count) && close - middle - 2 == count
            && !text[open..<close].contains { $0 == "的" || $0 == "，" }
    }

    /// `“雷霆”集中执行活动`: a name, what it does, and 活动 that ends the clause.
    private func activity(_ place: Int, _ range: Range<Int>) -> Int? {
        var end = place
        while end < range.upperBound, end - place <= 10, RegionRule.isHan(text[end]),
            !"的和了与等为是在将对".unicodeScalars.contains(text[end])
        { end += 1 }
        guard end - place >= 4, end - place <= 10,
            passage.has("活动", at: end - 2, before: end) || passage.has("行动", at: end - 2, before: end)
        else { return nil }
        return end
    }

    /// `“乙河巡回法庭”正式揭牌`, `“实践教学基地”合作共建签约`: what is founded there.
    private func isFounded(_ inner: Range<Int>, _ next: Int, _ range: Range<Int>) -> Bool {
        guard (5...14).contains(inner.count), inner.allSatisfy({ RegionRule.isHan(text[$0]) }) else { return false }
        for word: StaticString in ["揭牌", "挂牌", "正式揭牌", "正式挂牌", "正式成立", "合作共建", "共建签约", "授牌"]
        where passage.has(word, at: next, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `围绕“A”“B”“C”等方面`: each of a row of subjects.
    private func isDiscussed(_ open: Int, _ range: Range<Int>) -> Bool {
        var place = open
        while place - 1 > range.lowerBound, text[place - 1] == "”",
            let before = (range.lowerBound..<place - 1).last(where: { Int(passage.closing[$0]) == place - 1 })
        { place = before }
        return place < open
            && (passage.has("围绕", at: place - 2, before: place) || passage.has("聚焦", at: place - 2, before: place))
    }

    /// “国之大者”: known by name, whatever stands around it.
    private func isTermQuoted(_ inner: Range<Int>) -> Bool {
        terms.longest(.term, in: text, at: inner.lowerBound, before: inner.upperBound) == inner.count
    }

    /// `“清水润万家”公益书法笔会`, `“青桥护航”记者座谈交流会`: the name of what is held.
    private func namesEvent(_ inner: Range<Int>, _ next: Int, _ range: Range<Int>) -> Bool {
        guard (4...14).contains(inner.count), inner.allSatisfy({ RegionRule.isHan(text[$0]) }) else { return false }
        var place = next
        while place < range.upperBound, place - next <= 14, !isLink(text[place]) || text[place] == "、" {
            for word: StaticString in ["座谈会", "座谈交流", "笔会", "论坛", "大赛", "宣讲会", "宣讲活动", "公益", "节目", "援疆", "援藏", "交流合作"]
            where passage.has(word, at: place, before: range.upperBound) {
                return true
            }
            place += 1
        }
        return false
    }

    /// `以“X”为主题`, `以“X”为题`.
    private func isTheme(_ open: Int, _ close: Int, _ range: Range<Int>) -> Bool {
        (passage.has("为主题", at: close + 1, before: range.upperBound)
            || passage.has("为题", at: close + 1, before: range.upperBound)) && open > range.lowerBound
            && text[open - 1] == "以"
    }

    /// “红旗先锋工程”, “重点工作攻坚年”: the head stands inside the marks.
    private func namesItself(_ inner: Range<Int>) -> Bool {
        guard (5...14).contains(inner.count) else { return false }
        for word: StaticString in ["工程", "行动", "计划", "战略", "攻坚年", "提升年", "建设年", "落实年", "工作法", "专项行动", "活动", "精神"]
        where passage.has(word, at: inner.upperBound - word.utf8CodeUnitCount / 3, before: inner.upperBound) {
            return true
        }
        return false
    }

    /// Words that someone said: after a colon, or with a pronoun or a particle of speech in them.
    private func isUttered(_ open: Int, _ inner: Range<Int>) -> Bool {
        if open > 0, text[open - 1] == "：", inner.contains(where: { text[$0] == "，" }) { return true }
        return inner.contains { place in
            switch text[place] {
            case "我": !passage.has("自我", at: place - 1, before: inner.upperBound)
            case "你", "他", "她", "吗", "呢", "吧", "啊", "已": true
            case "也": text[place - 1] == "，"
            case "无": passage.has("无法", at: place, before: inner.upperBound)
            case "没": passage.has("没有", at: place, before: inner.upperBound)
            case "需": place == inner.lowerBound && passage.has("需要", at: place, before: inner.upperBound)
            case "可": passage.has("可能", at: place, before: inner.upperBound)
            case "及": passage.has("及其", at: place, before: inner.upperBound)
            default: false
            }
        }
    }

    /// What someone said: it has a stop, or commas between parts of unlike length.
    func holdsSpeech(_ range: Range<Int>) -> Bool {
        var commas = 0
        for place in range {
            switch text[place] {
            case "。", "！", "？", "；", "…": return true
            case "，": commas += 1
            default: break
            }
        }
        return commas > 0 && range.count > 40 && commas < 2
    }

    /// The end of the head noun right behind a quotation: `“三高四新”` + `美好蓝图`.
    private func headNoun(_ place: Int, _ range: Range<Int>, isNumber: Bool) -> Int? {
        let isLinked = place < range.upperBound && text[place] == "的"
        let start = isLinked ? place + 1 : place
        for skip in 0...(isLinked ? 6 : 8) where start + skip < range.upperBound {
            let at = start + skip
            // “以学促干”提出明确要求: a clause of its own.
            if terms.longest(.finite, in: text, at: at, before: range.upperBound) > 0 { return nil }
            if skip > 0, isLink(text[at - 1]), !passage.has("对接", at: at - 1, before: range.upperBound) { return nil }
            let length = words.longest(.goalHead, in: text, at: at, before: range.upperBound)
            if length > 1 {
                let end = headEnd(at + length, range)
                // 实践队, 行动小组: a body.
                if end < range.upperBound, "员会者组团馆室".unicodeScalars.contains(text[end]) { return nil }
                if passage.has("小组", at: end, before: range.upperBound) { return nil }
                if end < range.upperBound, text[end] == "队" { return end + 1 }
                guard isLinked else { return isName(place, at, at + length, end, isNumber: isNumber) ? end : nil }
                // “五个进一步”的主要目标任务: the noun is too far and too plain to be part of the name.
                if isHead(.plainHead, at..<end) || isHead(.plainHead, at..<at + length) { return nil }
                if skip > 0, !isNumber { return nil }
                // “X经验”的理念、方法: what it has, not what it is called.
                return end < range.upperBound && "、和与".unicodeScalars.contains(text[end]) ? nil : end
            }
            guard text[at] != "“", text[at] != "《", skip > 0 || !opensVerb(at, range) else { return nil }
        }
        return nil
    }

    /// “六保”工作, “四个体系”年度重点任务: what is done about it, not what it is called.
    private func isName(_ start: Int, _ head: Int, _ headEnd: Int, _ end: Int, isNumber: Bool) -> Bool {
        if head > start, isHead(.farHead, start..<end) { return false }
        switch text[headEnd - 1] {
        case "作" where text[headEnd - 2] == "工", "务" where text[headEnd - 2] == "任": break
        default: return true
        }
        return headEnd < end || head == start && !(isNumber && start > 3 && text[start - 4] == "“")
    }

    private func isHead(_ kind: Vocabulary.Class, _ range: Range<Int>) -> Bool {
        words.longestEnding(kind, in: text, at: range.upperBound, after: range.lowerBound) > 0
    }

    /// “八八战略”作出部署: a verb begins something else; 全链条, 多领域 are no verbs.
    private func opensVerb(_ place: Int, _ range: Range<Int>) -> Bool {
        guard text[place] != "全", text[place] != "多", !passage.has("高质量发展", at: place, before: range.upperBound)
        else { return false }
        switch text[place] {
        case "作", "做", "谈", "讲", "正", "搞", "抓": return true
        default: break
        }
        let verb = words.longest(.imperative, in: text, at: place, before: range.upperBound)
        guard verb > 1 else { return false }
        // “一对一”对接机制: the first noun of a compound.
        let head = words.longest(.goalHead, in: text, at: place + verb, before: range.upperBound)
        return head < 2 || isHead(.plainHead, place + verb..<place + verb + head)
    }

    /// `做创新发展的“领航者”`, `打通“最后一公里”`, `释放“人才红利”`: what one is to be, to open or to set free.
    private func isGoverned(_ open: Int, _ range: Range<Int>) -> Bool {
        var place = open - 1
        while place >= range.lowerBound, open - place <= 16, !"，。；：、！？".unicodeScalars.contains(text[place]) {
            if words.longest(.governing, in: text, at: place, before: open) > 0 { return true }
            place -= 1
        }
        return false
    }

    /// The end of a compound whose first head ends at `end`: 行动方案, 建设年行动, 全链条监管机制.
    private func headEnd(_ end: Int, _ range: Range<Int>) -> Int {
        // “雷霆”专项 + 执行行动
        if passage.has("专项", at: end - 2, before: end) {
            for gap in 1...4
            where passage.has("行动", at: end + gap, before: range.upperBound)
                || passage.has("活动", at: end + gap, before: range.upperBound)
                || passage.has("整治", at: end + gap, before: range.upperBound)
            {
                return (end..<end + gap).contains { isLink(text[$0]) } ? end : end + gap + 2
            }
        }
        for gap in 0...2 where end + gap < range.upperBound {
            let more = words.longest(.goalHead, in: text, at: end + gap, before: range.upperBound)
            guard more > 1 else { continue }
            switch gap {
            case 0: return end + more
            case 1 where text[end] == "年" || text[end] == "大": return end + 1 + more
            case 2
            where words.longest(.strongGoalHead, in: text, at: end + 2, before: range.upperBound) == more
                && RegionRule.isHan(text[end]) && !isLink(text[end]) && !isLink(text[end + 1]):
                return end + 2 + more
            case 2
            where !isLink(text[end]) && !isLink(text[end + 1]) && !isHead(.plainHead, end + 2..<end + 2 + more)
                && words.longest([.imperative, .goalVerb, .goalHead], in: text, at: end, before: range.upperBound) < 2:
                return end + 2 + more
            default: break
            }
        }
        return end
    }
}

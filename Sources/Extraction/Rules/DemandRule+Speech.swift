import Cleaning

/// Who says it, and where what is said begins.
extension DemandRule {
    /// `会议强调`, `张三还指出`, `李四要求X`, `希望大家X`: where the content starts.
    func speech(_ clause: Passage.Clause) -> (end: Int, demands: Bool, isAddressed: Bool)? {
        let range = clause.range
        guard
            modal(range, isHeard: true) == nil || words.first(.say, in: text, range) != nil
                || words.first(.demand, in: text, range) != nil
                || words.first(.requesting, in: text, range.lowerBound..<min(range.upperBound, range.lowerBound + 14))
                    != nil
        else { return nil }
        if clause.mark == "：", announces(range) { return (range.upperBound, true, false) }
        if let request = request(range) { return (request, true, true) }
        var place = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + 36)
        while passage.skipMarks(&place, before: limit) {
            let length = words.longest([.demand, .say], in: text, at: place, before: range.upperBound)
            guard length > 0 else {
                // What is demanded may hold such a word itself: 要对会议提出的问题…
                if modalLength(place, range) > 0 { return nil }
                place += 1
                continue
            }
            let end = place + length
            let isDemand = words.longest(.demand, in: text, at: place, before: range.upperBound) == length
            if place == range.lowerBound, end < range.upperBound {
                if let open = opening(clause, end) { return open }
            } else if isVerb(range, place, end), clause.mark == "：" || !isPlainAgenda(place, end) {
                let keeps =
                    words.longest(.addressed, in: text, at: place, before: end) == length && end < range.upperBound
                return (keeps ? place : end, isDemand, keeps)
            }
            place = end
        }
        return nil
    }

    /// `副市长林某就整改和核实等工作提出六点要求：`, however long.
    private func announces(_ range: Range<Int>) -> Bool {
        guard range.count > 8 else { return false }
        for word: StaticString in ["要求", "意见", "建议", "希望", "期望", "任务", "部署", "安排"]
        where passage.has(word, at: range.upperBound - 2, before: range.upperBound) {
            return range.suffix(12).contains {
                passage.has("提出", at: $0, before: range.upperBound)
                    || passage.has("作出", at: $0, before: range.upperBound)
            }
        }
        return false
    }

    /// `卓某请县政府落实撤离`, `并请各单位务必备妥物资`, `建请县府立即疏浚`, `指示各局处严防戒备`, `提醒民众避免外出`: where the
    /// verb stands that asks a body or the public to do something.
    private func request(_ range: Range<Int>) -> Int? {
        for place in range.prefix(12) {
            // What they begin with.
            switch text[place] {
            case "请", "建", "吁", "指", "提", "责": break
            default: continue
            }
            let verb = words.longest(.requesting, in: text, at: place, before: range.upperBound)
            guard verb > 0 else { continue }
            if verb == 1 {
                guard place < range.lowerBound + 8,
                    place == range.lowerBound || !"申邀聘提报宴敬恳约烦奏有呈建".unicodeScalars.contains(text[place - 1]),
                    place + 1 < range.upperBound, !"示求教辞假客柬帖愿您问勿战命功".unicodeScalars.contains(text[place + 1])
                else { return nil }
            }
            guard asks(place + verb..<range.upperBound) else { return nil }
            return place
        }
        return nil
    }

    /// `各单位备妥物资`, `水利署就工程进行检讨`: a body or the public, and behind it what it is to do.
    private func asks(_ rest: Range<Int>) -> Bool {
        guard rest.count >= 5 else { return false }
        for place in (rest.lowerBound + 2..<rest.upperBound - 1).prefix(20)
        where words.longestEnding([.ownerEnd, .public], in: text, at: place, after: rest.lowerBound) > 0 {
            if words.longest(.imperative, in: text, at: place, before: rest.upperBound) > 1 { return true }
            if "就对针把将于在".unicodeScalars.contains(text[place]) {
                return words.first(.imperative, in: text, place + 1..<rest.upperBound) != nil
            }
        }
        return false
    }

    /// A clause that opens with the verb, its subject said before: `…，要求摸清底数`, `…，希望企业加大投入`.
    private func opening(_ clause: Passage.Clause, _ end: Int) -> (end: Int, demands: Bool, isAddressed: Bool)? {
        let range = clause.range
        let length = end - range.lowerBound
        guard mayFollow(end, range.upperBound) else { return nil }
        if words.longest(.addressed, in: text, at: range.lowerBound, before: end) == length,
            words.first(.imperative, in: text, end..<range.upperBound) != nil
                || passage.has("勉励", at: range.lowerBound, before: end)
                || passage.has("叮嘱", at: range.lowerBound, before: end)
        {
            return (range.lowerBound, true, true)
        }
        // 希望双方以此为契机，加强合作
        if clause.mark == "，", passage.has("希望", at: range.lowerBound, before: end), hasBasis(end..<range.upperBound) {
            return (range.upperBound, true, false)
        }
        guard !clause.opens, passage.has("要求", at: range.lowerBound, before: end) else { return nil }
        return (end, true, false)
    }

    /// `勉励年轻一代`: to whom, not what.
    func isOnlyAddress(_ range: Range<Int>) -> Bool {
        let verb = words.longest(.addressed, in: text, at: range.lowerBound, before: range.upperBound)
        let rest = range.lowerBound + verb..<range.upperBound
        return verb > 0 && rest.count <= 10 && words.first([.imperative, .achieve], in: text, rest) == nil
            && !rest.contains { "能会给以为让继".unicodeScalars.contains(text[$0]) }
    }

    /// 双方以此次签约为契机
    private func hasBasis(_ range: Range<Int>) -> Bool {
        range.prefix(12).contains { text[$0] == "以" && isBasis($0..<range.upperBound) }
    }

    /// What makes a noun of the verb before it: 要求的, 希望工程.
    private func mayFollow(_ place: Int, _ end: Int) -> Bool {
        switch text[place] {
        case "的", "、", "和", "》", "”", "书", "会", "人", "明", "力", "工", "了", "下", "上", "过", "到", "之", "着", "较", "很", "更",
            "小":
            false
        default: true
        }
    }

    /// A verb of speech ends its clause or has its content behind it; before it stands a short subject.
    private func isVerb(_ range: Range<Int>, _ start: Int, _ end: Int) -> Bool {
        if end < range.upperBound {
            // 表达了希望合作的想法: a noun.
            if start > range.lowerBound, text[start - 1] == "了" { return false }
            return mayFollow(end, range.upperBound) && start - range.lowerBound <= 14 && start > range.lowerBound
                && words.longest([.addressed, .directly], in: text, at: start, before: end) == end - start
        }
        if words.longest(.imperative, in: text, at: range.lowerBound, before: start) > 1, !startsWithName(range, start)
        {
            return false
        }
        if end - start == 1 { return start - range.lowerBound <= 5 }
        // 为决策提供科学建议: a noun.
        if passage.has("建议", at: start, before: end),
            (range.lowerBound..<start).contains(where: {
                passage.has("提供", at: $0, before: start) || passage.has("给出", at: $0, before: start)
                    || passage.has("听取", at: $0, before: start) || passage.has("征求", at: $0, before: start)
            })
        {
            return false
        }
        // 按照中央的部署要求: a noun.
        if passage.has("要求", at: start, before: end) || passage.has("部署", at: start, before: end),
            (range.lowerBound..<start).contains(where: {
                passage.has("按照", at: $0, before: start) || passage.has("根据", at: $0, before: start)
                    || passage.has("对照", at: $0, before: start) || passage.has("遵照", at: $0, before: start)
            })
        {
            return false
        }
        if start > range.lowerBound {
            switch text[start - 1] {
            case "的", "体", "项", "新", "高", "作", "关", "照", "总", "确", "化", "些", "限", "合": return false
            default: break
            }
        }
        return start - range.lowerBound <= 30
    }

    /// `召开会议研究部署`: says that there was one, not what; 作出部署： goes on.
    private func isPlainAgenda(_ place: Int, _ end: Int) -> Bool {
        passage.has("部署", at: place, before: end) || passage.has("安排部署", at: place, before: end)
    }

    /// 会议进一步强调 opens with its subject, 学习会议要求 does not.
    private func startsWithName(_ range: Range<Int>, _ end: Int) -> Bool {
        passage.has("会", at: range.lowerBound, before: end) || end - range.lowerBound <= 4
    }
}

import Cleaning

/// 要, 必须 and what stands before them.
extension DemandRule {
    /// Enumerators and conjunctions at the front.
    func skipLead(_ range: Range<Int>) -> (start: Int, isNumbered: Bool) {
        var start = range.lowerBound
        var isNumbered = false
        while start < range.upperBound {
            if text[start] == "（" || text[start] == "(", passage.closing[start] > 0,
                Int(passage.closing[start]) - start <= 3
            {
                start = Int(passage.closing[start]) + 1
                if start < range.upperBound, text[start] == "、" { start += 1 }
                isNumbered = true
                continue
            }
            if let number = Numeral.whole(text, at: start, before: range.upperBound), number.length <= 2 {
                let next = start + number.length
                if next < range.upperBound,
                    text[next] == "是" || text[next] == "要" || text[next] == "、" || text[next] == "."
                {
                    isNumbered = true
                    // 一要加强: the 要 stays with the demand.
                    start = text[next] == "要" ? next : next + 1
                    guard start < range.upperBound else { return (start, true) }
                    if text[start] == "要" { return (start, true) }
                    continue
                }
                return (start, isNumbered)
            }
            let length = words.longest(.lead, in: text, at: start, before: range.upperBound)
            guard length > 1 || length == 1 && isLink(start, range.upperBound) else { break }
            // 各级党组织要…: the first half of who must.
            if text[start] == "各", start + length < range.upperBound, text[start + length] != "要",
                !passage.has("必须", at: start + length, before: range.upperBound),
                words.longest(.imperative, in: text, at: start + length, before: range.upperBound) < 2
            {
                break
            }
            start += length
        }
        return (min(start, range.upperBound), isNumbered)
    }

    /// 并加快推进, 还要积极参与: the one character before what is to be done.
    private func isLink(_ place: Int, _ end: Int) -> Bool {
        switch text[place] {
        case "并", "还", "也", "再", "又":
            place + 1 < end
                && (text[place + 1] == "要" || words.longest(.imperative, in: text, at: place + 1, before: end) > 1)
        default: false
        }
    }

    /// 要, 必须, 务必 and who must: the words before it. 需要 and 应当 count only where someone is heard to say so.
    func modal(_ range: Range<Int>, isHeard: Bool) -> (start: Int, body: Int, subject: Range<Int>?)? {
        var place = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + 28)
        while passage.skipMarks(&place, before: limit) {
            let length = modalLength(place, range)
            if length > 0 {
                var subject = range.lowerBound..<place
                // 关键是要, 重点是要: the demand is what follows.
                if let last = subject.last, text[last] == "是", subject.count <= 6 { subject = place..<place }
                guard mayBeSubject(subject), !isNominal(range), !isMeasure(place + length..<range.upperBound),
                    !isWish(place + length..<range.upperBound),
                    text[place] != "需" || isHeard && isFirm(subject)
                else { return nil }
                return (place, place + length, subject.isEmpty ? nil : subject)
            }
            place += 1
        }
        return nil
    }

    func modalLength(_ place: Int, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        switch text[place] {
        case "要":
            let before: Unicode.Scalar = place > 0 ? text[place - 1] : " "
            let after: Unicode.Scalar = place + 1 < end ? text[place + 1] : " "
            switch before {
            case "主", "重", "首", "摘", "纲", "概", "简", "扼", "必", "紧", "只", "险", "提", "枢", "将", "快", "想", "既", "若", "撮",
                "索", "择", "政", "切", "机", "冲", "会", "纪", "需", "胁", "称", "算", "备", "愿", "便", "就", "没", "未", "却":
                return 0
            default: break
            }
            switch after {
            case "约", "案", "求", "素", "点", "闻", "件", "害", "事", "务", "领", "义", "道", "地", "命", "职", "是", " ", "目", "人",
                "想", "知",
                "被", "么",
                "不", "价", "塞", "犯":
                return 0
            default: return place + 1 < end ? 1 : 0
            }
        case "必" where passage.has("必须", at: place, before: end): return 2
        case "务" where passage.has("务必", at: place, before: end): return 2
        case "应" where passage.has("应当", at: place, before: end): return 2
        case "应" where isOught(place, end): return 1
        case "须"
        where (place == 0 || !"必无亟莫".unicodeScalars.contains(text[place - 1]))
            && words.longest(.imperative, in: text, at: place + 1, before: end) > 1:
            return 1
        case "需" where place + 4 < end && passage.has("需要", at: place, before: end) && !isNoun(before: place): return 2
        default: return 0
        }
    }

    /// `所在地人民政府应建立制度`: 应 between a body and what it does; not 响应, 相应.
    private func isOught(_ place: Int, _ end: Int) -> Bool {
        guard place >= 2, words.longest(.imperative, in: text, at: place + 1, before: end) > 1,
            words.longestEnding(.ownerEnd, in: text, at: place, after: max(0, place - 8)) > 0
        else { return false }
        return !passage.has("应对", at: place, before: end)
    }

    /// 战略需要, 发展的需要: a noun.
    func isNoun(before place: Int) -> Bool {
        guard place > 0 else { return false }
        switch text[place - 1] {
        case "的", "化", "性", "略", "展", "活", "种": return true
        default: return false
        }
    }

    /// 要绿水青山, 要“两座山”: what one wants to have, nothing to do.
    private func isWish(_ body: Range<Int>) -> Bool {
        guard let first = body.first else { return false }
        if Int(passage.closing[first]) == body.upperBound - 1, text[first] == "“" {
            return !text[body].contains("，") && !text[body].contains("、")
        }
        return body.count == 4 && words.first([.imperative, .nounVerb], in: text, body) == nil
            && words.longestEnding(.noun, in: text, at: body.upperBound, after: first) > 0
    }

    /// 要大得多, 要高一些: how much more; 要降的: what is likely.
    private func isMeasure(_ body: Range<Int>) -> Bool {
        guard body.count >= 2 else { return false }
        if body.count <= 3, text[body.upperBound - 1] == "的" { return true }
        return body.count <= 5 && "大小高低多少快慢好早晚强弱".unicodeScalars.contains(text[body.lowerBound])
            && (passage.has("得多", at: body.lowerBound + 1, before: body.upperBound)
                || passage.has("一些", at: body.lowerBound + 1, before: body.upperBound)
                || passage.has("很多", at: body.lowerBound + 1, before: body.upperBound))
    }

    /// 看到, 认识到: to know a thing, not to do it.
    func isSeeing(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["看到", "认识到", "想到", "知道", "注意到", "指出"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// No verb of being stands between a subject and 要.
    func mayBeSubject(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, text[place] != "《" {
                place = close + 1
                continue
            }
            switch text[place] {
            case "是" where text[max(0, place - 1)] == "其": place += 1
            case "是", "了", "就", "而", "“", "《": return false
            // 若民众要搭车, 刚好人潮要入场: no one is told to.
            case "若" where place + 1 >= range.upperBound || text[place + 1] != "干": return false
            case "如" where passage.has("如果", at: place, before: range.upperBound): return false
            case "刚",
                "正" where passage.has("好", at: place + 1, before: range.upperBound):
                return false
            // 为什么要, 怎么要
            case "么" where place > range.lowerBound: return false
            default: place += 1
            }
        }
        return true
    }

    /// 可能需要, 因为他们需要: no one is told to.
    private func isFirm(_ subject: Range<Int>) -> Bool {
        guard subject.count <= 10 else { return false }
        return !subject.contains { place in
            switch text[place] {
            case "可", "因", "他", "她", "它", "我", "这", "那", "但", "即", "如", "将", "会": true
            default: false
            }
        }
    }

    /// Whether the words before 要 belong to what is demanded: `宣传要有高度`, not `都要`, `提出要`.
    func isKept(_ subject: Range<Int>) -> Bool {
        guard (2...8).contains(subject.count), !isBody(subject) else { return false }
        switch text[subject.lowerBound] {
        case "但", "即", "而", "因", "这", "那", "他", "我", "也", "还", "都": return false
        default:
            return words.longestEnding([.say, .demand], in: text, at: subject.upperBound, after: subject.lowerBound)
                == 0
        }
    }

    /// `需要思考的问题`: a noun with its attribute.
    private func isNominal(_ range: Range<Int>) -> Bool {
        guard range.count >= 6 else { return false }
        // 每个人需要保护的自然环境
        if let link = range.last(where: { text[$0] == "的" }), range.upperBound - link <= 8,
            words.longestEnding(.imperative, in: text, at: link, after: range.lowerBound) > 1,
            range.contains(where: { $0 < link && passage.has("需要", at: $0, before: link) })
        {
            return true
        }
        for place in range where passage.has("的是", at: place, before: range.upperBound) { return true }
        for word: StaticString in ["的问题", "的原因", "的地方", "的人", "的事"]
        where passage.has(word, at: range.upperBound - word.utf8CodeUnitCount / 3, before: range.upperBound) {
            return passage.has("需要", at: range.lowerBound, before: range.upperBound)
                || range.contains { passage.has("需要", at: $0, before: range.upperBound) }
        }
        return false
    }

    /// A body that can own a task: 市水利局, 各成员单位.
    func isBody(_ range: Range<Int>) -> Bool { OwnerRule.isBody(passage, range) }
}

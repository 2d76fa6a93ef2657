import Cleaning

/// What was decided, who was put in office, what was handed over, told without 了.
extension ResultRule {
    func deed(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 6 else { return nil }
        if isLawful(range) { return Outcome(range: range, kind: "adopted", rule: "result.lawful", sure: false) }
        if isItem(range) { return Outcome(range: range, kind: "adopted", rule: "result.item", sure: false) }
        guard words.first([.appoint, .decide, .hand], in: text, range) != nil, !isDue(range), !isBeside(range) else {
            return nil
        }
        let range = withoutLink(withoutMeeting(range))
        return appointment(range) ?? decision(range) ?? handing(range)
    }

    /// `1、关于增选理事的议案`: an item of what was put to the vote.
    private func isItem(_ range: Range<Int>) -> Bool {
        passage.has("的议案", at: range.upperBound - 3, before: range.upperBound)
            && range.prefix(8).contains { passage.has("关于", at: $0, before: range.upperBound) }
    }

    /// `本次股东大会的表决结果合法、有效`: what the witness finds.
    private func isLawful(_ range: Range<Int>) -> Bool {
        guard
            passage.has("合法有效", at: range.upperBound - 4, before: range.upperBound)
                || passage.has("合法、有效", at: range.upperBound - 5, before: range.upperBound)
        else { return false }
        return range.contains { passage.has("表决", at: $0, before: range.upperBound) }
            || range.contains { passage.has("大会", at: $0, before: range.upperBound) }
    }

    /// `1、关于A的议案2、关于B的议案`: items of what was put to the vote, run together in one line.
    func items(_ range: Range<Int>) -> [Range<Int>] {
        guard range.count >= 7, text[range].contains("案") else { return [] }
        var found: [Range<Int>] = []
        var start: Int?
        var place = range.lowerBound
        while place < range.upperBound {
            if start == nil, passage.has("关于", at: place, before: range.upperBound) { start = place }
            if let open = start, passage.has("的议案", at: place, before: range.upperBound) {
                found.append(open..<place + 3)
                start = nil
            }
            place += 1
        }
        if found.count == 1, let only = found.first, only.lowerBound == range.lowerBound {
            return passage.has("审议结果", at: only.upperBound, before: range.upperBound)
                || passage.has("表决", at: only.upperBound, before: range.upperBound) ? found : []
        }
        return found.count > 1 ? found : []
    }

    /// 将于, 拟, 计划: not yet done.
    private func isDue(_ range: Range<Int>) -> Bool {
        let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 16)
        for place in head {
            switch text[place] {
            case "将":
                if text[max(0, place - 1)] != "决", !passage.has("将军", at: place, before: range.upperBound) {
                    return true
                }
            case "拟": return true
            case "要":
                if !passage.has("要求", at: place, before: range.upperBound), place > 0,
                    !"主重需首摘纲概必只".unicodeScalars.contains(text[place - 1])
                {
                    return true
                }
            case "计" where passage.has("计划", at: place, before: range.upperBound) && place < range.lowerBound + 4:
                return true
            default: break
            }
        }
        return false
    }

    /// 据X报道, 记者获悉, X介绍: a clause that only leads to what is told.
    private func isBeside(_ range: Range<Int>) -> Bool {
        text[range.lowerBound] == "据" || text[range.upperBound - 1] == "后" || text[range.upperBound - 1] == "时"
            || passage.has("由于", at: range.lowerBound, before: range.upperBound)
            || passage.has("可", at: range.lowerBound, before: range.upperBound) || text[range].contains("？")
    }

    // MARK: Who was put in office

    /// `任命李四为副市长`, `李四同志任云溪市委书记`, `同意聘任李四为副总经理`, `选举李四为主任`, `李四当选为会长`.
    private func appointment(_ range: Range<Int>) -> Outcome? {
        for place in range {
            let length = words.longest(.appoint, in: text, at: place, before: range.upperBound)
            guard length > 0 else { continue }
            let rest = place + length..<range.upperBound
            guard rest.count >= 3 else { return nil }
            if range.contains(where: {
                passage.has("恭喜", at: $0, before: place) || passage.has("祝贺", at: $0, before: place)
            }) {
                return nil
            }
            if passage.has("同志任", at: place, before: range.upperBound)
                || passage.has("当选", at: place, before: range.upperBound)
            {
                return Outcome(range: range, kind: "decision", rule: "result.appointed")
            }
            if rest.contains(where: { text[$0] == "为" }) || passage.has("免去", at: place, before: range.upperBound) {
                return Outcome(range: front(range, place, most: 10), kind: "decision", rule: "result.appointed")
            }
            return nil
        }
        return nil
    }

    // MARK: Decisions

    /// `会议决定X`, `一致同意X`, `宣布X`: what was decided, with its verb.
    private func decision(_ range: Range<Int>) -> Outcome? {
        for place in range.prefix(14) {
            let length = words.longest(.decide, in: text, at: place, before: range.upperBound)
            guard length > 0, !isMarked(place, range) else { continue }
            let end = place + length
            // 宣布由于…: what was announced follows in the next clause.
            if passage.has("由于", at: end, before: range.upperBound)
                || passage.has("鉴于", at: end, before: range.upperBound)
            {
                return nil
            }
            guard range.upperBound - end >= 4, !"的性书权前后于其和、了则是".unicodeScalars.contains(text[end]),
                place == range.lowerBound || !"的有作自出未不一该此项条这".unicodeScalars.contains(text[place - 1])
            else { return nil }
            return Outcome(range: front(range, place, most: 8), kind: "decision", rule: "result.decided", sure: false)
        }
        return nil
    }

    /// Inside quotation or book marks, or where only their end is in the clause.
    private func isMarked(_ place: Int, _ range: Range<Int>) -> Bool {
        var depth = 0
        for at in range.lowerBound..<place {
            switch text[at] {
            case "《", "“": depth += 1
            case "》", "”": depth -= 1
            default: break
            }
        }
        if depth > 0 { return true }
        guard let close = (place..<range.upperBound).first(where: { text[$0] == "》" || text[$0] == "”" }) else {
            return false
        }
        return !(range.lowerBound..<close).contains { text[$0] == "《" || text[$0] == "“" }
    }

    // MARK: Handed over

    /// `为学生代表颁发证书`, `送去慰问品`, `授予其称号`, `赠送书籍`.
    private func handing(_ range: Range<Int>) -> Outcome? {
        for place in range {
            let length = words.longest(.hand, in: text, at: place, before: range.upperBound)
            guard length > 0, !isMarked(place, range) else { continue }
            // 此次交付, 第一批捐赠物资: a noun.
            if place > range.lowerBound, "次段批约户受保期被".unicodeScalars.contains(text[place - 1]) { continue }
            let end = place + length
            // 送去关爱, 送来凉意: nothing one can hold.
            if words.longestEnding(.warmth, in: text, at: range.upperBound, after: end) > 0 { continue }
            guard range.upperBound - end >= 2, !"的仪对点单活安至、".unicodeScalars.contains(text[end]) else { continue }
            return Outcome(range: front(range, place, most: 14), kind: "proceeding", rule: "result.handed", sure: false)
        }
        return nil
    }

    /// A clause without a subject that is long: what was done counts.
    private func front(_ range: Range<Int>, _ verb: Int, most: Int) -> Range<Int> {
        verb - range.lowerBound <= most && range.count <= 30 ? range : verb..<range.upperBound
    }
}

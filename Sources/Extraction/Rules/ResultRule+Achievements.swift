import Cleaning

/// What was brought about.
extension ResultRule {
    /// `协同攻坚取得新成效`, `转型升级探出新路径`, `已整改到位`, `责任持续强化`, `推动了战略的实施`.
    func achievement(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 5, range.count <= 60 else { return nil }
        let first = text[range.lowerBound]
        if first == "要", text[range.lowerBound + 1] != "求" { return nil }
        if first == "以" || first == "将" || isWanted(range) { return nil }
        // 为…奠定了基础 tells what came of it, 为…提供服务 what for.
        if first == "为", !hasEffect(range) { return nil }
        var place = range.lowerBound
        while passage.skipMarks(&place, closedBefore: range.upperBound) {
            if text[place] == "已", isDone(place + 1..<range.upperBound) {
                return Outcome(range: range, kind: "achievement", rule: "result.done", sure: false)
            }
            let length = words.longest([.achieve, .effect], in: text, at: place, before: range.upperBound)
            if length > 0, isAchieved(place, length, range) {
                return Outcome(range: range, kind: "achievement", rule: "result.achieved")
            }
            place += max(1, length)
        }
        return nil
    }

    /// 奠定了, 注入了: an effect that came about.
    private func hasEffect(_ range: Range<Int>) -> Bool {
        range.dropLast().contains { place in
            text[place] == "了"
                && (passage.has("奠定", at: place - 2, before: place) || passage.has("注入", at: place - 2, before: place))
        }
    }

    /// `得到系统性保护`: what was done for it.
    private func isReceived(_ rest: Range<Int>) -> Bool {
        for word: StaticString in ["保护", "解决", "缓解", "遏制", "控制", "修复", "落实"]
        where passage.has(word, at: rest.upperBound - 2, before: rest.upperBound) {
            return rest.count <= 10
        }
        return false
    }

    /// Whether the words behind 已 tell of something brought to its end.
    private func isDone(_ range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        if passage.has("纳入", at: range.lowerBound, before: range.upperBound)
            || passage.has("列入", at: range.lowerBound, before: range.upperBound)
        {
            return range.count >= 6
        }
        for place in range.prefix(12)
        where words.longest(
            [.achieve, .brought, .effect, .completed, .proceeding], in: text, at: place, before: range.upperBound)
            > 1
        {
            return true
        }
        return false
    }

    private func isAchieved(_ place: Int, _ length: Int, _ range: Range<Int>) -> Bool {
        let end = place + length
        if words.longest(.effect, in: text, at: place, before: end) == length {
            return end + 2 < range.upperBound && text[end] == "了"
        }
        // 持续, 更加 tell of a change only behind what changes.
        if words.longest(.manner, in: text, at: place, before: end) == length, place < range.lowerBound + 2 {
            return false
        }
        let rest = end..<range.upperBound
        // 取得的成就: an attribute.
        if let first = rest.first, text[first] == "的" { return false }
        if words.longest(.ranking, in: text, at: place, before: end) == length, rest.count >= 4 { return true }
        if passage.has("得到", at: place, before: end) { return isReceived(rest) }
        return words.longestEnding(.achieved, in: text, at: rest.upperBound, after: rest.lowerBound) > 0
            || rest.first.map { text[$0] == "了" } ?? false
    }

    /// 应落实, not 响应 and 供应.
    func isOught(_ place: Int, _ range: Range<Int>) -> Bool {
        words.longest(.imperative, in: text, at: place + 1, before: range.upperBound) > 1
            && (place == range.lowerBound || !"响相适供反对回效".unicodeScalars.contains(text[place - 1]))
    }

    /// 推动…取得, 确保…实现, 力争: not yet.
    private func isWanted(_ range: Range<Int>) -> Bool {
        for place in range {
            switch text[place] {
            case "推" where passage.has("推动", at: place, before: range.upperBound) && place == range.lowerBound:
                return place + 2 >= range.upperBound || text[place + 2] != "了"
            case "确" where passage.has("确保", at: place, before: range.upperBound):
                return place + 2 >= range.upperBound || text[place + 2] != "了"
            case "力" where passage.has("力争", at: place, before: range.upperBound): return true
            case "应" where isOught(place, range): return true
            case "务" where passage.has("务求", at: place, before: range.upperBound): return true
            case "努" where passage.has("努力", at: place, before: range.upperBound): return true
            case "奋" where passage.has("奋力", at: place, before: range.upperBound): return true
            case "助" where passage.has("助力", at: place, before: range.upperBound): return true
            case "有" where passage.has("有望", at: place, before: range.upperBound): return true
            case "有" where passage.has("有待", at: place, before: range.upperBound): return true
            case "预" where passage.has("预计", at: place, before: range.upperBound): return true
            case "可" where passage.has("可能", at: place, before: range.upperBound): return true
            case "随" where passage.has("随着", at: place, before: range.upperBound): return true
            case "因" where passage.has("因为", at: place, before: range.upperBound): return true
            case "将" where passage.has("将不断", at: place, before: range.upperBound): return true
            case "将" where passage.has("将进一步", at: place, before: range.upperBound): return true
            case "将" where passage.has("将更", at: place, before: range.upperBound): return true
            case "将" where passage.has("将会", at: place, before: range.upperBound): return true
            case "将" where passage.has("将要", at: place, before: range.upperBound): return true
            case "将" where passage.has("将于", at: place, before: range.upperBound): return true
            default: break
            }
        }
        return false
    }

    /// `完成清淤2000米`, `累计派出54人次`, `惠及群众3000余人`: what was done, measured.
    func measure(_ range: Range<Int>, _ index: Int) -> Outcome? {
        guard measured.contains(index), range.count <= 40, !isWanted(range), text[range.lowerBound] != "将" else {
            return nil
        }
        // 围绕治理率达到30%的目标: what is aimed at.
        if passage.has("目标", at: range.upperBound - 2, before: range.upperBound) { return nil }
        // 共计194公里: of what, another clause says.
        if passage.has("共计", at: range.lowerBound, before: range.upperBound)
            || passage.has("总计", at: range.lowerBound, before: range.upperBound)
        {
            return nil
        }
        // 每年新增X: what is to be; 最高达到X: of a moment.
        if range.contains(where: {
            passage.has("每年", at: $0, before: range.upperBound) || passage.has("最高", at: $0, before: range.upperBound)
        }) {
            return nil
        }
        guard let verb = words.first(.completed, in: text, range), !isStillDue(range), !isJoined(verb, range) else {
            return nil
        }
        // 累计 begins what was counted; a long subject before it says only of whom.
        let isTotal = passage.has("累计", at: verb.lowerBound, before: verb.upperBound)
        let range = isTotal && verb.lowerBound - range.lowerBound > 10 ? verb.lowerBound..<range.upperBound : range
        return Outcome(range: range, kind: "achievement", rule: "result.measured", sure: false)
    }

    /// `40余人参与清运等工作`, `8人将参与服务`: who took part, not what was done.
    private func isJoined(_ verb: Range<Int>, _ range: Range<Int>) -> Bool {
        guard passage.has("参与", at: verb.lowerBound, before: verb.upperBound), verb.upperBound < range.upperBound
        else { return false }
        return Numeral.digit(text[range.lowerBound]) != nil
    }

    /// `6月底前完成改造12处`: what is to be done by a day is no result, unless it says 已.
    private func isStillDue(_ range: Range<Int>) -> Bool {
        guard let deadline = DeadlineRule.deadline(in: passage, range) else { return false }
        let last = text[deadline.upperBound - 1]
        return (last == "前" || last == "内") && !text[range].contains("已")
    }
}

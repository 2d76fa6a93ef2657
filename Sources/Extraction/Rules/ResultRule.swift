import Cleaning

/// What was done and decided: proceedings of the meeting (审议通过《…》, 听取了…的报告, 通报了…) and what was brought about
/// (取得新成效, 已…).
struct ResultRule {
    struct Outcome: Sendable {
        var range: Range<Int>
        var kind: String
        var rule: String
        var sure = true
    }

    let passage: Passage
    let headline: Range<Int>?
    /// Clauses that demand something: what is wanted is no result.
    let demanded: Set<Int>
    private let words = Vocabulary.statements

    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?, demanded: Set<Int>) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
        self.demanded = demanded
    }

    /// `heldSentence`: the sentence that tells of the meeting; what follows its verb is what the meeting did.
    func outcomes(heldSentence: Int?) -> [Outcome] {
        var found: [Outcome] = []
        var sentence = -1
        var isMeeting = false
        for (index, clause) in passage.clauses.enumerated() {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            if clause.sentence != sentence {
                sentence = clause.sentence
                isMeeting = sentence == heldSentence
            }
            if speaksOfMeeting(clause.range) { isMeeting = true }
            if demanded.contains(index) { continue }
            let before = found.count
            if isMeeting { proceedings(clause, isHeld: sentence == heldSentence, into: &found) }
            if found.count == before, let told = told(clause.range) { found.append(told) }
            if found.count == before, let outcome = achievement(clause.range) { found.append(outcome) }
        }
        return found
    }

    /// 会议, 会上, 与会人员 at the front.
    private func speaksOfMeeting(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["会议", "会上", "与会", "大会", "全会", "会前", "会后", "座谈会", "当天", "期间", "活动", "仪式", "论坛", "听取"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// A clause that opens with what meetings do, its subject taken off.
    private func proceedings(_ clause: Passage.Clause, isHeld: Bool, into found: inout [Outcome]) {
        let range = clause.range
        var start = range.lowerBound
        for word: StaticString in ["会议还", "会议", "会上还", "会上", "全会", "大会", "与会人员", "与会同志", "会前", "会后"]
        where passage.has(word, at: start, before: range.upperBound) {
            start += count(word)
            break
        }
        guard start < range.upperBound else { return }
        let length = words.longest(.proceeding, in: text, at: start, before: range.upperBound)
        guard length > 1 else { return }
        let verb = start..<start + length
        if isAdoption(verb) {
            let titles = titles(in: verb.upperBound..<range.upperBound)
            if titles.count > 1 {
                for title in titles { found.append(Outcome(range: title, kind: "adopted", rule: "result.adopted")) }
                return
            }
            found.append(Outcome(range: start..<range.upperBound, kind: "adopted", rule: "result.adopted"))
            return
        }
        guard range.upperBound - start >= 6 else { return }
        if start == range.lowerBound, !isHeld, !hasAspect(verb.upperBound..<range.upperBound),
            passage.has("研究", at: start, before: range.upperBound) == false,
            !clause.opens, text[verb.upperBound] != "《", !isListened(verb)
        {
            return
        }
        found.append(
            Outcome(
                range: short(start..<range.upperBound), kind: "proceeding", rule: "result.proceeding",
                sure: !isHeld || clause.opens == false))
    }

    private func count(_ word: StaticString) -> Int { word.utf8CodeUnitCount / 3 }

    private func isListened(_ verb: Range<Int>) -> Bool {
        passage.has("听取", at: verb.lowerBound, before: verb.upperBound)
    }

    private func isAdoption(_ verb: Range<Int>) -> Bool {
        verb.count >= 2
            && (passage.has("通过", at: verb.upperBound - 2, before: verb.upperBound)
                || passage.has("原则同意", at: verb.lowerBound, before: verb.upperBound))
    }

    /// Items of a list that are titles or hold one: `《A》`, `43种化学物质增补列入《B》`.
    private func titles(in range: Range<Int>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            if text[place] == "、" || text[place] == "和" && place > start && text[place - 1] == "》" {
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
            return item.contains { text[$0] == "《" } ? item : nil
        }
    }

    /// `…作的关于X的报告` is known by X.
    private func short(_ range: Range<Int>) -> Range<Int> {
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

    /// Told as done, with who did it: `市财政局汇报了…`, `就X作了说明`, `与各单位签订了责任书`, `双方签署协议`.
    private func told(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 6 else { return nil }
        var place = range.lowerBound + 1
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                place = close + 1
                continue
            }
            let length = words.longest(.proceeding, in: text, at: place, before: range.upperBound)
            if length > 1, place + length < range.upperBound, text[place + length] == "了" {
                return Outcome(
                    range: place - range.lowerBound <= 12 ? range : short(place..<range.upperBound), kind: "proceeding",
                    rule: "result.told")
            }
            if length > 1,
                passage.has("签署", at: place, before: range.upperBound)
                    || passage.has("签订", at: place, before: range.upperBound)
                    || passage.has("揭牌", at: place, before: range.upperBound),
                place + length >= range.upperBound || text[place + length] != "的" && text[place + length] != "仪"
            {
                return Outcome(range: range, kind: "proceeding", rule: "result.told", sure: false)
            }
            place += max(1, length)
        }
        if words.first(.done, in: text, range) != nil {
            return Outcome(range: range, kind: "proceeding", rule: "result.told", sure: false)
        }
        return nil
    }

    /// `协同攻坚取得新成效`, `转型升级探出新路径`, `已整改到位`.
    private func achievement(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 5, range.count <= 60 else { return nil }
        let first = text[range.lowerBound]
        if first == "要" || first == "以" || first == "为" || first == "将" { return nil }
        if isWanted(range) { return nil }
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                place = close + 1
                continue
            }
            if text[place] == "已", place + 3 < range.upperBound, text[place + 1] != "有", text[place + 1] != "知" {
                return Outcome(range: range, kind: "achievement", rule: "result.done", sure: false)
            }
            let length = words.longest(.achieve, in: text, at: place, before: range.upperBound)
            if length > 0, hasAchieved(place + length..<range.upperBound) {
                return Outcome(range: range, kind: "achievement", rule: "result.achieved")
            }
            place += max(1, length)
        }
        return nil
    }

    private func hasAchieved(_ range: Range<Int>) -> Bool {
        words.longestEnding(.achieved, in: text, at: range.upperBound, after: range.lowerBound) > 0
            || range.first.map { text[$0] == "了" } ?? false
    }

    /// 推动…取得, 确保…实现, 力争: not yet.
    private func isWanted(_ range: Range<Int>) -> Bool {
        for place in range {
            switch text[place] {
            case "推" where passage.has("推动", at: place, before: range.upperBound) && place == range.lowerBound:
                return true
            case "确" where passage.has("确保", at: place, before: range.upperBound): return true
            case "力" where passage.has("力争", at: place, before: range.upperBound): return true
            case "努" where passage.has("努力", at: place, before: range.upperBound): return true
            case "奋" where passage.has("奋力", at: place, before: range.upperBound): return true
            case "助" where passage.has("助力", at: place, before: range.upperBound): return true
            case "将" where passage.has("将于", at: place, before: range.upperBound): return true
            default: break
            }
        }
        return false
    }
}

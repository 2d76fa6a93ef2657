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
    /// Clauses with a figure of what is, not of what is wanted.
    let measured: Set<Int>
    let words = Vocabulary.statements
    let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?, demanded: Set<Int>, measured: Set<Int> = []) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
        self.demanded = demanded
        self.measured = measured
    }

    /// `heldSentence`: the sentence that tells of the meeting; what follows its verb is what the meeting did.
    func outcomes(heldSentence: Int?) -> [Outcome] {
        var found: [Outcome] = []
        var sentence = -1
        var isMeeting = false
        var isActing = false
        /// A clause before it in the sentence demands something.
        var isDemanding = false
        for (index, clause) in passage.clauses.enumerated() {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            if clause.sentence != sentence {
                sentence = clause.sentence
                isMeeting = sentence == heldSentence
                isDemanding = false
                isActing = passage.has("会议", at: clause.range.lowerBound, before: clause.range.upperBound)
            }
            if speaksOfMeeting(clause.range) { isMeeting = true }
            if demanded.contains(index) { isDemanding = true }
            if demanded.contains(index) { continue }
            let items = items(clause.range)
            if !items.isEmpty {
                for item in items {
                    found.append(Outcome(range: item, kind: "adopted", rule: "result.item", sure: false))
                }
                continue
            }
            if isAgenda(clause.range) {
                found.append(
                    Outcome(range: withoutMeeting(clause.range), kind: "proceeding", rule: "result.agenda", sure: false)
                )
                continue
            }
            // 听取了关于甲的报告；关于乙的报告、关于丙的报告: the list goes on.
            if let last = found.last, passage.sentences[sentence].contains(last.range.lowerBound),
                last.kind != "achievement",
                let more = listed(clause.range)
            {
                found += more.map { Outcome(range: $0, kind: last.kind, rule: last.rule) }
                continue
            }
            let before = found.count
            if isMeeting { proceedings(clause, isHeld: sentence == heldSentence || isActing, into: &found) }
            if found.count > before { continue }
            let range = withoutNumber(clause.range)
            // `…院士范某指出`: what was said follows.
            if leadsToSpeech(range) { continue }
            guard !range.isEmpty, !isDemanding || isPast(range) || !goesOn(range) else { continue }
            if let outcome = told(range) ?? achievement(range) ?? measure(range, index) ?? deed(range) {
                let titles = outcome.range.count > 40 ? documents(in: outcome.range, isOpen: true) : []
                if titles.count > 2 {
                    for title in titles { found.append(Outcome(range: title, kind: outcome.kind, rule: outcome.rule)) }
                } else {
                    found.append(outcome)
                }
            }
        }
        return found.filter { !isTorn($0.range) && !isDenied($0.range) }
    }

    /// A clause of what someone is quoted with: its quotation opens or closes elsewhere.
    private func isTorn(_ range: Range<Int>) -> Bool {
        text[range].count { $0 == "“" } != text[range].count { $0 == "”" }
    }

    /// Ends with 指出, 表示, 坚定地说; 并指出 only adds it, 作了介绍 is done.
    private func leadsToSpeech(_ range: Range<Int>) -> Bool {
        guard range.count > 3 else { return false }
        if passage.has("地说", at: range.upperBound - 2, before: range.upperBound) { return true }
        return words.longestEnding(.say, in: text, at: range.upperBound, after: range.lowerBound) > 1
            && text[range.upperBound - 3] != "并" && text[range.upperBound - 1] != "绍"
    }

    /// （二）, 一是 before what was done.
    private func withoutNumber(_ range: Range<Int>) -> Range<Int> {
        let start = ItemNumber.end(text, range)
        if start == range.lowerBound, range.count > 6, text[start + 1] == "是",
            Numeral.chineseDigit(text[start]) != nil || text[start] == "十"
        {
            return start + 2..<range.upperBound
        }
        return start..<range.upperBound
    }

    /// `对报告作进一步完善`, `不断提升能力`: without a subject it goes on with the demand before it.
    private func goesOn(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["对", "使", "让", "把", "将", "进一步", "不断", "持续", "更好", "更加", "全面", "全力", "着力"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// 了, 已: told as done, even behind a demand.
    private func isPast(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] == "了" || text[$0] == "已" }
            || passage.has("累计", at: range.lowerBound, before: range.upperBound)
    }

    /// 尚未, 未能, 并未: it did not come about.
    private func isDenied(_ range: Range<Int>) -> Bool {
        range.contains { place in
            switch text[place] {
            case "尚", "未", "没":
                passage.has("尚未", at: place, before: range.upperBound)
                    || passage.has("未能", at: place, before: range.upperBound)
                    || passage.has("未获", at: place, before: range.upperBound)
                    || passage.has("未取得", at: place, before: range.upperBound)
                    || passage.has("未达成", at: place, before: range.upperBound)
                    || passage.has("未形成", at: place, before: range.upperBound)
                    || passage.has("没有", at: place, before: range.upperBound)
            default: false
            }
        }
    }

    /// 会议, 会上, 与会人员 at the front.
    private func speaksOfMeeting(_ range: Range<Int>) -> Bool {
        for word: StaticString in [
            "会议", "会上", "与会", "大会", "全会", "会前", "会后", "座谈会", "当天", "期间", "活动", "仪式", "论坛", "听取", "调研",
        ]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `会议总结上半年工作`: without 会议.
    func withoutMeeting(_ range: Range<Int>) -> Range<Int> {
        for word: StaticString in ["会议还", "会议", "会上", "大会", "全会"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) && range.count > count(word) + 3 {
            return range.lowerBound + count(word)..<range.upperBound
        }
        return range
    }

    func count(_ word: StaticString) -> Int { word.utf8CodeUnitCount / 3 }

    /// `回顾总结前段工作`, `部署下一步任务`: says that there was an agenda, not what was done.
    private func isAgenda(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        for word: StaticString in ["会议还", "会议", "大会"] where passage.has(word, at: place, before: range.upperBound) {
            place += count(word)
            break
        }
        let start = place
        while place < range.upperBound {
            let length = words.longest(.agendaVerb, in: text, at: place, before: range.upperBound)
            guard length > 0 else { break }
            place += length
        }
        guard place > start else { return false }
        var hasObject = false
        while place < range.upperBound {
            if Numeral.digit(text[place]) != nil || text[place] == "、" || text[place] == "和" || text[place] == "的" {
                place += 1
                continue
            }
            let length = words.longest(.agendaTime, in: text, at: place, before: range.upperBound)
            guard length > 0 else { return false }
            hasObject = true
            place += length
        }
        return hasObject
    }
}

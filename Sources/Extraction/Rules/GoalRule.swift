import Cleaning

/// Named packages, policies and slogans: `“三高四新”美好蓝图`, `“两个维护”`, `《…行动方案》`, `新三年行动`, `新时代“枫桥经验”`.
/// Nothing is spelled out that the text does not spell out.
struct GoalRule {
    struct Goal: Sendable {
        var range: Range<Int>
        var kind: String
        var rule: String
        var sure = true
    }

    let passage: Passage
    let headline: Range<Int>?
    /// Sentences that demand something, in order: what is quoted there is likely meant as a goal.
    let spoken: [Range<Int>]
    let words = Vocabulary.statements
    let terms = GoalRule.terms
    let text: [Unicode.Scalar]

    /// Titles that 以下简称 brings in.
    let abbreviations: [Range<Int>]

    init(passage: Passage, headline: Range<Int>?, spoken: [Range<Int>]) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
        self.spoken = spoken
        var found: [Range<Int>] = []
        for open in text.indices where text[open] == "《" && open > 2 && Int(passage.closing[open]) > open {
            if text[open - 1] == "称", text[open - 2] == "简" { found.append(open + 1..<Int(passage.closing[open])) }
        }
        abbreviations = found
    }

    /// In the order of the text, each wording once.
    func goals() -> [Goal] {
        var found: [Goal] = []
        for sentence in passage.sentences {
            if let headline, sentence.lowerBound < headline.upperBound { continue }
            scan(sentence, into: &found)
        }
        if found.isEmpty, let headline { scan(headline, into: &found) }
        if let topic = topic(), !found.contains(where: { $0.range.overlaps(topic.range) }) {
            found.insert(topic, at: found.firstIndex { $0.range.lowerBound > topic.range.lowerBound } ?? found.count)
        }
        settleForms(&found)
        var seen: [[Unicode.Scalar]] = []
        var quoted: [[Unicode.Scalar]] = []
        return found.filter { goal in
            let bare = text[goal.range].filter { !isMark($0) }
            let inner = quotation(goal)
            if quoted.contains(inner) || seen.contains(where: { isSame(bare, as: $0, goal) }) { return false }
            seen.append(bare)
            if !inner.isEmpty { quoted.append(inner) }
            return true
        }
    }

    /// Of a quotation that stands alone and with a noun behind it: the form that the text has more often.
    private func settleForms(_ found: inout [Goal]) {
        let quotations = found.map(quotation)
        guard quotations.contains(where: { !$0.isEmpty }) else { return }
        var kept: [Goal] = []
        for (index, goal) in found.enumerated() {
            let inner = quotations[index]
            let forms = inner.isEmpty ? [] : found.indices.filter { quotations[$0] == inner }
            let bare = forms.count { text[found[$0].range.upperBound - 1] == "”" }
            let isBare = text[goal.range.upperBound - 1] == "”"
            if bare > 0, bare < forms.count, isBare != (bare * 2 > forms.count) { continue }
            kept.append(goal)
        }
        found = kept
    }

    /// The quotation that a goal opens with: “双碳”目标 and “双碳”工作 are the same goal.
    private func quotation(_ goal: Goal) -> [Unicode.Scalar] {
        let close = Int(passage.closing[goal.range.lowerBound])
        guard text[goal.range.lowerBound] == "“", close > goal.range.lowerBound else { return [] }
        return Array(text[goal.range.lowerBound + 1..<close])
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "《", "》", "「", "」": true
        default: false
        }
    }

    /// A goal named again, whole or by its quotation alone, is the same goal; a plan also by the end of its title.
    private func isSame(_ bare: [Unicode.Scalar], as other: [Unicode.Scalar], _ goal: Goal) -> Bool {
        if other == bare { return true }
        if bare.count >= 3, other.starts(with: bare) { return true }
        return goal.kind == "plan" && bare.count >= 4 && other.suffix(bare.count).elementsEqual(bare)
    }

    private func scan(_ range: Range<Int>, into found: inout [Goal]) {
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                switch text[place] {
                case "“", "「", "‘":
                    if text[place] == "‘", place > range.lowerBound, "“’、".unicodeScalars.contains(text[place - 1]) {
                        break
                    }
                    if let goal = quoted(place, close, range) {
                        found.append(goal)
                        place = goal.range.upperBound
                        continue
                    }
                    if close - place > 24 {
                        place += 1
                        continue
                    }
                case "《": book(place, close, range, into: &found)
                default:
                    place += 1
                    continue
                }
                place = close + 1
                continue
            }
            if let goal = term(place, range) ?? triples(place, range) ?? named(place, range)
                ?? campaign(place, range, after: found.last?.range.upperBound ?? 0)
            {
                found.append(goal)
                place = goal.range.upperBound
            } else {
                place += 1
            }
        }
    }

    func isSpoken(_ place: Int) -> Bool { spoken.contains { $0.contains(place) } }
}

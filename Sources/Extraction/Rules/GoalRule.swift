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
    private let words = Vocabulary.statements

    /// Titles that 以下简称 brings in.
    private let abbreviations: [Range<Int>]

    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
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
        var seen: [[Unicode.Scalar]] = []
        return found.filter { goal in
            let bare = text[goal.range].filter { $0 != "“" && $0 != "”" && $0 != "《" && $0 != "》" }
            // A goal named again, whole or by its quotation alone, is the same goal.
            if seen.contains(where: { $0 == bare || (bare.count >= 3 && $0.starts(with: bare)) }) { return false }
            seen.append(bare)
            return true
        }
    }

    private func scan(_ range: Range<Int>, into found: inout [Goal]) {
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                switch text[place] {
                case "“", "「":
                    if let goal = quoted(place, close, range) {
                        found.append(goal)
                        place = goal.range.upperBound
                        continue
                    }
                    if close - place > 24 {
                        place += 1
                        continue
                    }
                case "《":
                    if let goal = plan(place, close, range) { found.append(goal) }
                    for inner in place + 1..<close where text[inner] == "“" {
                        let end = Int(passage.closing[inner])
                        if end > inner + 1, isCounted(inner + 1..<end) {
                            found.append(Goal(range: inner..<end + 1, kind: "named", rule: "goal.quoted"))
                        }
                    }
                default:
                    place += 1
                    continue
                }
                place = close + 1
                continue
            }
            if let goal = named(place, range) {
                found.append(goal)
                place = goal.range.upperBound
            } else {
                place += 1
            }
        }
    }

    /// A quotation that names something: counted or clipped words, or a head noun behind it, or a goal's verb before it.
    private func quoted(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        let inner = open + 1..<close
        guard inner.count >= 2, inner.count <= 48, !holdsSpeech(inner) else { return nil }
        var end = close + 1
        let head = headNoun(end, range)
        if let head { end = head }
        var start = open
        let front = frontWords(open, range)
        if let front { start = front }
        let isCounted = isCounted(inner)
        let verb = words.longestEnding(.goalVerb, in: text, at: start, after: range.lowerBound) > 0
        let isParallel = isParallel(inner)
        let neighbours = isAmongQuotes(open, close, range)
        guard head != nil || isCounted || verb || isParallel || neighbours else {
            guard inner.count >= 3, inner.count <= 8 else { return nil }
            return isProduct(open, close, range)
                ? nil : Goal(range: start..<end, kind: "slogan", rule: "goal.quoted", sure: false)
        }
        if isProduct(open, close, range), !isCounted, !isParallel, head == nil { return nil }
        return Goal(
            range: start..<end, kind: isParallel ? "slogan" : head == nil ? "slogan" : "named",
            rule: head == nil ? "goal.quoted" : "goal.head")
    }

    /// What someone said: it has a stop, or commas between parts of unlike length.
    private func holdsSpeech(_ range: Range<Int>) -> Bool {
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
    private func headNoun(_ place: Int, _ range: Range<Int>) -> Int? {
        var start = place
        let isLinked = start < range.upperBound && text[start] == "的"
        if isLinked { start += 1 }
        for skip in 0...(isLinked ? 0 : 6) where start + skip < range.upperBound {
            let at = start + skip
            if skip > 0, isLink(text[at - 1]) { return nil }
            let length = words.longest(.goalHead, in: text, at: at, before: range.upperBound)
            guard length > 1 else {
                // A verb begins something else: “八八战略”作出部署.
                if words.longest(.imperative, in: text, at: at, before: range.upperBound) > 1 || text[at] == "作" {
                    return nil
                }
                continue
            }
            var end = at + length
            // 行动方案, 建设年行动
            for gap in 0...1 where end + gap < range.upperBound {
                let more = words.longest(.goalHead, in: text, at: end + gap, before: range.upperBound)
                if more > 1, gap == 0 || text[end] == "年" || text[end] == "大" {
                    end += gap + more
                    break
                }
            }
            return end
        }
        return nil
    }

    /// What joins or ends: a head noun behind it belongs to something else.
    private func isLink(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "的", "和", "在", "了", "暨", "与", "及", "等", "为", "是", "并", "以", "上", "中", "这", "将", "对": true
        default: !RegionRule.isHan(scalar)
        }
    }

    /// 新, 新时代, 门前 … right before a quotation belong to it.
    private func frontWords(_ open: Int, _ range: Range<Int>) -> Int? {
        for word: StaticString in ["新时代", "门前", "全国", "新", "省", "市", "县"] {
            let count = word.utf8CodeUnitCount / 3
            if open - count >= range.lowerBound, passage.has(word, at: open - count, before: open) {
                if count == 1, text[open - 1] != "新" { return nil }
                return open - count
            }
        }
        return nil
    }

    /// `三区`, `两个维护`, `135`, `七大难`, `十四五`: a number and what it counts, clipped.
    private func isCounted(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        if text[place] == "新", range.count > 1 { place += 1 }
        guard let last = range.last else { return false }
        let digits = range.allSatisfy {
            Numeral.digit(text[$0]) != nil || text[$0] == "+" || text[$0] == "N" || text[$0] == "X" || text[$0] == "-"
                || text[$0] == "·" || text[$0] == "1"
        }
        if digits { return range.count >= 2 }
        if range.count <= 8,
            Numeral.chineseDigit(text[place]) != nil || text[place] == "十" || text[place] == "百" || text[place] == "千"
                || text[place] == "双"
        {
            return range.count >= 2
        }
        if range.count <= 8, Numeral.digit(text[place]) != nil,
            RegionRule.isHan(text[last]) || text[last] == "N" || Numeral.digit(text[last]) != nil
        {
            return true
        }
        return false
    }

    /// `节水优先、空间均衡、系统治理`: parts of like length.
    private func isParallel(_ range: Range<Int>) -> Bool {
        var lengths: [Int] = []
        var count = 0
        for place in range {
            if text[place] == "、" || text[place] == "，" || text[place] == " " {
                lengths.append(count)
                count = 0
            } else {
                count += 1
            }
        }
        lengths.append(count)
        guard lengths.count > 1, let most = lengths.max(), let least = lengths.min() else { return false }
        return most - least <= 2 && least >= 2
    }

    /// `“A”“B”` or `“A”、“B”` or `“A”和“B”`.
    private func isAmongQuotes(_ open: Int, _ close: Int, _ range: Range<Int>) -> Bool {
        if close + 2 < range.upperBound,
            text[close + 1] == "“" || text[close + 2] == "“" && (text[close + 1] == "和" || text[close + 1] == "与")
        {
            return true
        }
        return open - 2 >= range.lowerBound
            && (text[open - 1] == "”" || text[open - 2] == "”" && (text[open - 1] == "和" || text[open - 1] == "与"))
    }

    /// One of a list of wares or names: `“A”、“B”等品牌`, `名为“X”`.
    private func isProduct(_ open: Int, _ close: Int, _ range: Range<Int>) -> Bool {
        if close + 1 < range.upperBound {
            switch text[close + 1] {
            case "、" where close + 2 < range.upperBound && text[close + 2] == "“": return true
            case "品", "公", "号", "牌", "店", "一", "字", "二",
                "的" where text[close + 1] != "的":
                return true
            case "等": return true
            default: break
            }
        }
        guard open > range.lowerBound else { return false }
        switch text[open - 1] {
        case "、" where open - 2 >= range.lowerBound && text[open - 2] == "”": return true
        case "为" where open - 2 >= range.lowerBound:
            return text[open - 2] == "名" || text[open - 2] == "称" || text[open - 2] == "誉"
        case "叫", "称", "像", "喊": return true
        default: return false
        }
    }

    /// A document in book marks that sets goals.
    private func plan(_ open: Int, _ close: Int, _ range: Range<Int>) -> Goal? {
        guard close - open > 3 else { return nil }
        var end = close
        var isDraft = false
        if text[end - 1] == "）", let bracket = (open..<end).last(where: { Int(passage.closing[$0]) == end - 1 }) {
            isDraft = (bracket..<end).contains { passage.has("草案", at: $0, before: end) }
            end = bracket
        }
        // A law in force is no plan, its draft is.
        guard words.longestEnding(.planTitle, in: text, at: end, after: open) > 0 || isDraft && text[end - 1] == "法"
        else {
            return nil
        }
        // 以下简称《…》 names it a second time, and so does every later 《…》 of the same words.
        let title = text[open + 1..<close]
        if abbreviations.contains(where: { text[$0].elementsEqual(title) }) { return nil }
        return Goal(range: open..<close + 1, kind: "plan", rule: "goal.plan")
    }

    /// `实施新三年行动`, `弘扬沂蒙精神`, `打好污染防治攻坚战`: a goal's verb and a name with a goal's head, no verb between.
    private func named(_ place: Int, _ range: Range<Int>) -> Goal? {
        let verb = words.longest(.goalVerb, in: text, at: place, before: range.upperBound)
        guard verb > 1 else { return nil }
        var start = place + verb
        if let slogan = principle(place, start, range) { return slogan }
        while start < range.upperBound {
            let more = max(
                words.longest([.goalVerb, .imperative], in: text, at: start, before: range.upperBound),
                text[start] == "了" || text[start] == "好" ? 1 : 0)
            guard more > 0 else { break }
            start += more
        }
        let limit = min(range.upperBound, start + 22)
        var at = start + 2
        var end = 0
        while at < limit {
            let scalar = text[at]
            if !RegionRule.isHan(scalar) { break }
            if words.longest(.strongGoalHead, in: text, at: at, before: limit) > 0 {
                end = at + words.longest(.strongGoalHead, in: text, at: at, before: limit)
                break
            }
            if scalar == "的" || scalar == "和" || scalar == "与" || scalar == "在" || scalar == "是" { break }
            at += 1
        }
        guard end > 0, at > start, RegionRule.isHan(text[start]), text[start] != "的" else { return nil }
        if words.first(.goalVerb, in: text, start..<at) != nil, end - start > 14 { return nil }
        if isMeetingSpirit(start..<end) { return nil }
        // 细致思想, 伟大思想: an adjective makes no name.
        if end - start < 5, passage.has("思想", at: end - 2, before: end) || passage.has("战略", at: end - 2, before: end) {
            return nil
        }
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
                || text[end] == "力"
        {
            return nil
        }
        return Goal(range: start..<end, kind: "action", rule: "goal.named", sure: false)
    }

    /// 会议精神, 讲话精神, 指示精神: what one was told, no goal; 党的二十届三中全会精神 is the line to follow.
    private func isMeetingSpirit(_ range: Range<Int>) -> Bool {
        guard range.count >= 4, passage.has("精神", at: range.upperBound - 2, before: range.upperBound) else {
            return false
        }
        let before = range.upperBound - 4
        for word: StaticString in ["会议", "讲话", "指示", "批示", "文件", "大会", "工作"]
        where passage.has(word, at: before, before: range.upperBound) {
            return true
        }
        return passage.has("全会", at: before, before: range.upperBound) && range.count < 8
    }

    /// `坚持人民至上、生命至上`: parts of like length after 坚持.
    private func principle(_ place: Int, _ start: Int, _ range: Range<Int>) -> Goal? {
        guard passage.has("坚持", at: place, before: range.upperBound), start - place == 2 else { return nil }
        var lengths: [Int] = []
        var count = 0
        var at = start
        while at < range.upperBound, RegionRule.isHan(text[at]) || text[at] == "、" {
            if text[at] == "、" {
                lengths.append(count)
                count = 0
            } else {
                count += 1
            }
            at += 1
        }
        lengths.append(count)
        guard lengths.count > 1, let first = lengths.first, (4...6).contains(first), lengths.allSatisfy({ $0 == first })
        else { return nil }
        return Goal(range: start..<at, kind: "slogan", rule: "goal.principle")
    }
}

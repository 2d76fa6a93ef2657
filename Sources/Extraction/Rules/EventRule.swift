import Cleaning

/// One place where a text says that a meeting was held, and what it says of it.
struct EventMention: Sendable {
    /// The words of the name as they stand, in one or two ranges (`…第三十八次会议` + `第二次全体会议`).
    var name: [Range<Int>]
    /// Who held it, where the clause names a body.
    var holder: Range<Int>?
    /// `由X主办的Y`: X held it, and is no part of its name.
    var isHostedBy = false
    /// A person who called it (`省长…主持召开`): the words before the verb.
    var person: Range<Int>?
    var place: Range<Int>?
    var verb: Range<Int>
    /// Index of the clause in the passage; -1 in the headline.
    var clause: Int
    var sentence: Int
    /// Not yet held (将召开).
    var isFuture = false
    /// Only an activity (a race, a show), or only attended.
    var isWeak = false
    /// Only named beside another matter: the words say 召开以来, or the place is far down.
    var isAside = false
    /// 开X会, 开展X: said of many things that are no meetings.
    var isLoose = false
}

/// Finds `X召开Y会议`, `Y会议在Z举行`, `主持召开Y会议`, `出席Y会议`.
enum EventRule {
    static let words = Vocabulary.events

    /// All mentions in a clause, left to right.
    static func mentions(in passage: Passage, _ clause: Range<Int>, index: Int, sentence: Int) -> [EventMention] {
        let text = passage.text.scalars
        let verbs = Vocabulary.eventVerbs
        var found: [EventMention] = []
        var place = clause.lowerBound
        var opening = clause.lowerBound
        while passage.skipMarks(&place, closedBefore: clause.upperBound) {
            let length = verbs.longest([.convene, .attend], in: text, at: place, before: clause.upperBound)
            guard length > 0 else {
                place += 1
                continue
            }
            let verb = place..<place + length
            // 由甲主办、乙承办的会议
            if passage.has("主办、", at: verb.upperBound - 2, before: clause.upperBound) {
                place = verb.upperBound
                continue
            }
            if words.longest(.convene, in: text, at: place, before: clause.upperBound) == length {
                if var mention = held(passage, opening..<clause.upperBound, verb, index, sentence) {
                    // 举行揭牌仪式并召开座谈会: who held the one held the other.
                    if let first = found.first, first.name.last.map({ $0.upperBound <= verb.lowerBound }) ?? false {
                        mention.holder = first.holder
                        mention.person = first.person
                    }
                    found.append(mention)
                    place = max(verb.upperBound, mention.name.last?.upperBound ?? 0)
                    opening = place
                    continue
                }
            } else if let name = object(passage, verb.upperBound..<clause.upperBound), name.count > 3 {
                var mention = EventMention(name: [name], verb: verb, clause: index, sentence: sentence)
                mention.isWeak = true
                mention.isFuture = isFuture(passage, verb.lowerBound, clause, index)
                mention.isAside = words.longest(.indefinite, in: text, at: name.lowerBound, before: name.upperBound) > 0
                found.append(mention)
            }
            place = verb.upperBound
        }
        if found.isEmpty, let source = heard(passage, clause, index, sentence) { found.append(source) }
        return found
    }

    /// `将率团前往东海，参加云溪论坛`: 将 before the verb or in the clause before it.
    private static func isFuture(_ passage: Passage, _ verb: Int, _ clause: Range<Int>, _ index: Int) -> Bool {
        let text = passage.text.scalars
        if words.last(.future, in: text, max(clause.lowerBound, verb - 8)..<verb) != nil { return true }
        guard index > 0, index < passage.clauses.count, passage.clauses[index].range == clause,
            clause.lowerBound == verb, passage.clauses[index - 1].sentence == passage.clauses[index].sentence
        else { return false }
        let before = passage.clauses[index - 1].range
        return words.first(.future, in: text, before) != nil
    }

    private static func held(
        _ passage: Passage, _ clause: Range<Int>, _ verb: Range<Int>, _ index: Int, _ sentence: Int
    ) -> EventMention? {
        let text = passage.text.scalars
        let isShort = verb.count == 1
        let isLoose = isShort || passage.has("开展", at: verb.lowerBound, before: verb.upperBound)
        if isShort, verb.lowerBound > clause.lowerBound,
            words.longestEnding(.city, in: text, at: verb.upperBound, after: clause.lowerBound) > 0
        {
            return nil
        }
        // 开班仪式, 开学典礼: the name's own
        let names: [StaticString] = ["班", "幕", "业", "园", "营", "机", "馆", "学典", "工仪", "工活"]
        if isShort, names.contains(where: { passage.has($0, at: verb.upperBound, before: clause.upperBound) }) {
            return nil
        }
        var mention = EventMention(name: [], verb: verb, clause: index, sentence: sentence)
        if isLoose, isHeldLater(passage, verb.upperBound..<clause.upperBound) { return nil }
        var subject = Subject(passage, clause.lowerBound..<verb.lowerBound)
        subject.trim()
        mention.isFuture = subject.isFuture
        if let place = subject.place, !place.isEmpty { mention.place = place }
        var object = object(passage, verb.upperBound..<clause.upperBound)
        var isIndefinite = false
        if let name = object {
            let count = words.longest(.indefinite, in: text, at: name.lowerBound, before: name.upperBound)
            isIndefinite = count > 0
            if count > 0, name.count > count + 3 { object = name.lowerBound + count..<name.upperBound }
        }
        if isLoose, object.map({ $0.count < 4 || !endsInNoun(text, $0) && text[$0.lowerBound] == "“" }) ?? true {
            guard object.map({ $0.count >= 4 }) ?? true,
                let named = namedActivity(passage, verb, clause, index, sentence)
            else { return nil }
            return named
        }
        if let own = subject.meeting { mention.name.append(own) }
        if let object, !repeats(object, subject.meeting, text) { mention.name.append(object) }
        // 第四次工作会议，21日上午在会议室举行
        if mention.name.isEmpty, !isLoose, subject.rest.isEmpty, let own = clauseBefore(passage, index, sentence) {
            mention.name.append(own)
        }
        if mention.name.isEmpty {
            guard !isLoose, let activity = activity(passage, verb.upperBound..<clause.upperBound, subject) else {
                return nil
            }
            mention.name = [activity]
            mention.isWeak = true
        }
        let isAttribute = verb.upperBound < clause.upperBound && text[verb.upperBound] == "的"
        // 由甲主办的: not its name's; 从乙局召开的会议上获悉: its
        let isCalled = passage.has("召开", at: verb.upperBound - 2, before: verb.upperBound)
        mention.isHostedBy = isAttribute && !isCalled
        if subject.meeting == nil {
            if subject.isPerson || passage.has("主持", at: verb.lowerBound, before: verb.upperBound) {
                mention.person = subject.rest.isEmpty ? nil : subject.rest
            } else {
                mention.holder = body(subject.rest, in: text)
                // 捐赠资金并召开座谈会: what was done before, not who held it
                if verb.lowerBound > 0, text[verb.lowerBound - 1] == "并", let own = mention.holder,
                    words.longestEnding(
                        [.bodyEnd, .city, .province], in: text, at: own.upperBound, after: own.lowerBound)
                        == 0 || words.first(.visit, in: text, own) != nil
                {
                    mention.holder = nil
                }
            }
        } else {
            mention.holder = subject.holder
            mention.isHostedBy = mention.isHostedBy || subject.holder != nil
        }
        mention.isAside =
            isAside(passage, verb.upperBound, clause.upperBound, hasObject: object != nil) || subject.isHabit
            || isIndefinite
            || isAttribute
                && (endsInMonth(passage, clause.lowerBound..<verb.lowerBound)
                    || isSubject(passage, clause, verb, mention))
        mention.isLoose = isLoose
        return mention
    }

    /// The body that a subject names: what stands before 组织, 围绕, 就 …, if it ends as bodies do or is short.
    private static func body(_ subject: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int>? {
        guard subject.count >= 2 else { return nil }
        var end = subject.upperBound
        var place = subject.lowerBound
        while place < subject.upperBound {
            // 展示会（以下简称展会）组委会
            if text[place] == "（", let close = text[place..<subject.upperBound].firstIndex(of: "）") {
                place = close + 1
                continue
            }
            let length = words.longest(.holderEnd, in: text, at: place, before: subject.upperBound)
            if length > 0, words.longest(.bodyEnd, in: text, at: place, before: subject.upperBound) < length,
                length > 1 || place > subject.lowerBound
            {
                end = place
                break
            }
            place += 1
        }
        while end > subject.lowerBound, Passage.isBlank(text[end - 1]) || text[end - 1] == "、" { end -= 1 }
        let body = subject.lowerBound..<end
        guard body.count >= 2, body.count <= 40 else { return nil }
        if words.longestEnding(.bodyEnd, in: text, at: body.upperBound, after: body.lowerBound) > 0 { return body }
        if words.longestEnding([.city, .province], in: text, at: body.upperBound, after: body.lowerBound) > 0 {
            return body
        }
        return (4...8).contains(body.count) && end == subject.upperBound
            && body.allSatisfy({ RegionRule.isHan(text[$0]) }) ? body : nil
    }

    /// The name after a verb: up to the last meeting noun that may end it.
    static func object(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        let text = passage.text.scalars
        var start = range.lowerBound
        while start < range.upperBound, "了着的".unicodeScalars.contains(text[start]) || Passage.isBlank(text[start]) {
            start += 1
        }
        // 开好本次会议, 开成团结的大会: how, not what
        if start < range.upperBound, text[start] == "好" || text[start] == "成" { return nil }
        // 召开和出席情况, 召开及表决: more of what is said of it, not its name
        for word: StaticString in ["和出席", "和召集", "和主持", "和审议", "及", "与", "或"]
        where passage.has(word, at: start, before: range.upperBound) {
            return nil
        }
        var best: Range<Int>?
        var place = start
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place, close < range.upperBound {
                // 举行“云溪发展论坛”: the whole name in marks
                if place == start, endsInNoun(text, place + 1..<close), mayEnd(passage, close + 1, range.upperBound) {
                    best = start..<close + 1
                }
                place = close + 1
                continue
            }
            if text[place] == " " || text[place] == "　" { break }
            if text[place] == "列", passage.has("列席", at: place, before: range.upperBound) { break }
            let noun = words.longest(.meetingNoun, in: text, at: place, before: range.upperBound)
            var end = noun > 0 ? place + noun : 0
            if end == 0, text[place] == "会", place > start + 1, endsGeneralMeeting(text, start, place) {
                end = place + 1
            }
            if end > 0, mayEnd(passage, end, range.upperBound) { best = start..<end }
            place += 1
        }
        guard let best, best.count <= 80, !hasBreak(passage, best) else { return nil }
        return best
    }

    /// Whether a range ends in what a meeting's name ends with.
    static func endsInNoun(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        words.longestEnding(.meetingNoun, in: text, at: range.upperBound, after: range.lowerBound) > 0
            && words.longestEnding(.bodyNoun, in: text, at: range.upperBound, after: range.lowerBound) <= 2
    }

    private static func endsGeneralMeeting(_ text: [Unicode.Scalar], _ start: Int, _ place: Int) -> Bool {
        if text[place - 1] == "）" || text[place - 1] == ")" {
            // 县委常委（扩大）会
            return text[max(start, place - 5)..<place].contains { $0 == "大" || $0 == "视" }
        }
        return words.longestEnding(.bodyNoun, in: text, at: place + 1, after: start) == 0
            && RegionRule.isHan(text[place - 1])
    }

    /// What may follow a name: nothing, 并讲话, 上, 暨 …; never 精神, 的, 决定.
    private static func mayEnd(_ passage: Passage, _ end: Int, _ limit: Int) -> Bool {
        let text = passage.text.scalars
        guard end < limit else { return true }
        switch text[end] {
        case "并", "上", "期", "和", "及", "与", "（", "(", "、", "，", "时", "在", "于", " ", "　", "就", "后", "[": return true
        case "—": return true
        case "的":
            // 参加全县经济工作会议的代表
            return ["的委员", "的代表", "的全体代表", "的嘉宾"].contains { passage.has($0, at: end, before: limit) }
        case "获": return passage.has("获悉", at: end, before: limit)
        case "了": return passage.has("了解到", at: end, before: limit)
        case "宣", "传", "听", "部", "审", "研":
            // 召开全市干部会议宣布省委决定
            return ["宣布", "传达", "听取", "部署", "审议通过", "研究部署"].contains { passage.has($0, at: end, before: limit) }
        case "以": return passage.has("以", at: end, before: limit)
        default: return DateRule.mention(in: text, at: end, end..<limit) != nil
        }
    }

    /// A name holds no verb of holding and no mark that ends a thought.
    static func hasBreak(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let text = passage.text.scalars
        var place = range.lowerBound
        while passage.skipMarks(&place, before: range.upperBound) {
            switch text[place] {
            case "。", "，", "；", "！", "？": return true
            case "决" where passage.has("决定", at: place, before: range.upperBound): return true
            case "召" where passage.has("召开", at: place, before: range.upperBound): return true
            case "举" where passage.has("举行", at: place, before: range.upperBound): return true
            default: place += 1
            }
        }
        return false
    }
}

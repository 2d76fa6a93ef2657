import Cleaning

/// Meetings whose name stands apart from the verb, and verbs that stand inside a name.
extension EventRule {
    /// `记者24日从全市防汛工作会议获悉`: where the news was heard.
    static func heard(_ passage: Passage, _ clause: Range<Int>, _ index: Int, _ sentence: Int) -> EventMention? {
        let text = passage.text.scalars
        let end = clause.upperBound
        guard
            let verb = clause.last(where: {
                passage.has("获悉", at: $0, before: end) || passage.has("了解到", at: $0, before: end)
            }),
            let from = (clause.lowerBound..<verb).last(where: { text[$0] == "从" })
        else { return nil }
        var close = verb
        while close > from, text[close - 1] == "上" || text[close - 1] == "中" { close -= 1 }
        let name = from + 1..<max(from + 1, close)
        guard name.count > 6, name.count <= 50, endsInNoun(text, name), !hasBreak(passage, name) else { return nil }
        return EventMention(name: [name], verb: verb..<verb + 2, clause: index, sentence: sentence)
    }

    /// The clause before, where it is a meeting's name and no more.
    static func clauseBefore(_ passage: Passage, _ index: Int, _ sentence: Int) -> Range<Int>? {
        guard index > 0, index < passage.clauses.count, passage.clauses[index - 1].sentence == sentence else {
            return nil
        }
        let own = passage.clauses[index - 1].range
        let text = passage.text.scalars
        guard own.count > 5, own.count <= 50, endsInNoun(text, own), !hasBreak(passage, own),
            words.first([.convene, .attend], in: text, own) == nil
        else { return nil }
        return own
    }

    /// `配合开展专项整治动员会在云溪市召开`: the verb stands inside the name, the one that holds comes later.
    static func isHeldLater(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let text = passage.text.scalars
        var place = range.lowerBound
        while let verb = words.first(.convene, in: text, place..<range.upperBound) {
            if verb.count > 1, !passage.has("开展", at: verb.lowerBound, before: verb.upperBound) {
                let before = range.lowerBound..<verb.lowerBound
                return words.first(.meetingNoun, in: text, before) != nil && before.contains { text[$0] == "在" }
            }
            place = verb.upperBound
        }
        return false
    }

    /// 召开以来, 召开后, 召开之际: the meeting is a mark in time, not the news.
    static func isAside(_ passage: Passage, _ place: Int, _ end: Int, hasObject: Bool) -> Bool {
        for word: StaticString in ["以来", "之前", "之后", "之际", "期间", "在即"]
        where passage.has(word, at: place, before: end) {
            return true
        }
        // 大会召开一个月之际
        if (place..<min(end, place + 6)).contains(where: { passage.has("之际", at: $0, before: end) }) { return true }
        // 召开前方指挥部会议, 召开情况通报会: the beginning of a name
        if hasObject { return false }
        for word: StaticString in ["后", "前", "时", "和", "情况", "方式", "地点", "通知", "的时间", "的情况", "的地点", "的通知", "的合法"]
        where passage.has(word, at: place, before: end) {
            return true
        }
        return false
    }

    /// A headline that runs into its own repetition: `颁奖仪式举行颁奖仪式举行`.
    static func repeats(_ object: Range<Int>, _ own: Range<Int>?, _ text: [Unicode.Scalar]) -> Bool {
        guard let own, own.count >= 6 else { return false }
        return text[own.prefix(6)].elementsEqual(text[object.prefix(6)])
    }

    /// `开展“墨香进社区”公益笔会`: an activity that has a name of its own.
    static func namedActivity(
        _ passage: Passage, _ verb: Range<Int>, _ clause: Range<Int>, _ index: Int, _ sentence: Int
    ) -> EventMention? {
        let text = passage.text.scalars
        let object = verb.upperBound..<clause.upperBound
        guard verb.count > 1, let open = object.first, text[open] == "“", Int(passage.closing[open]) > open,
            Int(passage.closing[open]) + 2 < object.upperBound, object.count <= 60, !hasBreak(passage, object),
            words.longestEnding(.activityNoun, in: text, at: object.upperBound, after: open) > 0
        else { return nil }
        var mention = EventMention(name: [object], verb: verb, clause: index, sentence: sentence)
        mention.isWeak = true
        mention.isLoose = true
        return mention
    }

    /// `24日召开的市委会议在谈及水利时提出`: a meeting that somebody else's text starts from; not 在…召开的会议上, nor where
    /// news was heard.
    static func isSubject(_ passage: Passage, _ clause: Range<Int>, _ verb: Range<Int>, _ mention: EventMention) -> Bool
    {
        guard mention.holder == nil, mention.person == nil, mention.place == nil, let last = mention.name.last,
            last.upperBound < clause.upperBound, passage.text.scalars[last.upperBound] != "上"
        else { return false }
        let before = clause.lowerBound..<verb.lowerBound
        return !before.contains { "从在由".unicodeScalars.contains(passage.text.scalars[$0]) }
    }

    /// `在今年5月举行的安全会议上`: a month without a day is another time.
    static func endsInMonth(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let text = passage.text.scalars
        guard range.count > 3, text[range.upperBound - 1] == "月" else { return false }
        return Numeral.digit(text[range.upperBound - 2]) != nil
            || Numeral.chineseDigit(text[range.upperBound - 2]) != nil
            || text[range.upperBound - 2] == "十"
    }

    /// An activity that is no meeting, as object or as subject.
    static func activity(_ passage: Passage, _ range: Range<Int>, _ subject: Subject) -> Range<Int>? {
        let text = passage.text.scalars
        var start = range.lowerBound
        while start < range.upperBound, text[start] == "了" || text[start] == "的" { start += 1 }
        if range.upperBound - start > 3,
            words.longestEnding(.activityNoun, in: text, at: range.upperBound, after: start) > 0,
            range.upperBound - start <= 60
        {
            return start..<range.upperBound
        }
        let rest = subject.rest
        if rest.count > 4, words.longestEnding(.activityNoun, in: text, at: rest.upperBound, after: rest.lowerBound) > 0
        {
            return rest
        }
        return nil
    }
}

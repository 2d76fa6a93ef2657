import Cleaning

/// The meeting that went with a visit: `在随后召开的专题座谈会上，`, `座谈会上，`, `出席座谈会`.
enum VisitMeetingRule {
    /// The words that name it: the first that says what was said there, else the first 座谈会 that somebody attended.
    static func name(in passage: Passage) -> Range<Int>? {
        var attended: Range<Int>?
        for clause in passage.clauses {
            let range = clause.range
            if let name = told(passage, range) { return name }
            if attended == nil { attended = self.attended(passage, range) }
        }
        return attended
    }

    /// `在…座谈会上` with nothing behind it.
    private static func told(_ passage: Passage, _ clause: Range<Int>) -> Range<Int>? {
        let text = passage.text.scalars
        guard clause.count >= 4, text[clause.upperBound - 1] == "上" else { return nil }
        let end = clause.upperBound - 1
        let noun = words.longestEnding(.meeting, in: text, at: end, after: clause.lowerBound)
        guard noun > 0 else { return nil }
        var start = end - noun
        while start > clause.lowerBound, !"在的于，、 。".unicodeScalars.contains(text[start - 1]) { start -= 1 }
        // 总书记在座谈会上: somebody else's
        guard !clause.contains(where: { passage.has("总书记", at: $0, before: clause.upperBound) }) else { return nil }
        let name = start..<end
        return name.count <= 40 ? name : nil
    }

    /// `书记李某出席座谈会`
    private static func attended(_ passage: Passage, _ clause: Range<Int>) -> Range<Int>? {
        let text = passage.text.scalars
        let noun = words.longestEnding(.meeting, in: text, at: clause.upperBound, after: clause.lowerBound)
        guard noun > 0, noun + 2 < clause.count else { return nil }
        let start = clause.upperBound - noun
        guard passage.has("出席", at: start - 2, before: start) || passage.has("参加", at: start - 2, before: start) else {
            return nil
        }
        return start..<clause.upperBound
    }

    private static let words = Vocabulary([(.meeting, "座谈会 交流座谈会 联席会议 汇报会 交流会 对接会 反馈会 协商会 恳谈会")])
}

extension Vocabulary.Class {
    fileprivate static let meeting = Self(bit: 0)
}

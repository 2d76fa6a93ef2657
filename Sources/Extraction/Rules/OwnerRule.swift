import Cleaning

/// Who has to do it and by when, only where the clause itself says so.
enum OwnerRule {
    private static let words = Vocabulary.statements

    /// `由市水利局牵头`, `市水利局负责`, or the body that stands before 要.
    static func owner(in passage: Passage, _ clause: Range<Int>, subject: Range<Int>?) -> Range<Int>? {
        let text = passage.text.scalars
        for place in clause where text[place] == "由" {
            for next in place + 2..<max(place + 2, min(place + 24, clause.upperBound)) {
                if passage.has("牵头", at: next, before: clause.upperBound)
                    || passage.has("负责", at: next, before: clause.upperBound)
                    || passage.has("承办", at: next, before: clause.upperBound)
                    || passage.has("会同", at: next, before: clause.upperBound)
                    || passage.has("组织实施", at: next, before: clause.upperBound)
                {
                    return place + 1..<next
                }
            }
        }
        for word: StaticString in ["牵头", "负责"] {
            for place in clause where passage.has(word, at: place, before: clause.upperBound) {
                let range = clause.lowerBound..<place
                if isBody(passage, range) { return range }
            }
        }
        if let subject, isBody(passage, subject) { return subject }
        return nil
    }

    static func isBody(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 24 else { return false }
        let text = passage.text.scalars
        return words.longestEnding(.ownerEnd, in: text, at: range.upperBound, after: range.lowerBound) > 0
    }
}

/// `年底前`, `6月底前`, `于5月31日前`, `到2025年`, `年内`.
enum DeadlineRule {
    private static let fixed: [StaticString] = [
        "年底前", "年底之前", "月底前", "本月底前", "年内", "今年底", "今年年底", "春节前", "汛期前", "汛前", "上半年", "下半年", "本周内", "一周内", "一个月内", "年底",
    ]

    static func deadline(in passage: Passage, _ clause: Range<Int>) -> Range<Int>? {
        let text = passage.text.scalars
        for place in clause {
            if Numeral.digit(text[place]) != nil || Numeral.chineseDigit(text[place]) != nil || text[place] == "十" {
                if place > clause.lowerBound, Numeral.digit(text[place - 1]) != nil { continue }
                if let found = dated(passage, at: place, clause) { return found }
            }
            for word in fixed where passage.has(word, at: place, before: clause.upperBound) {
                return place..<place + word.utf8CodeUnitCount / 3
            }
        }
        return nil
    }

    private static func dated(_ passage: Passage, at place: Int, _ clause: Range<Int>) -> Range<Int>? {
        let text = passage.text.scalars
        var end = 0
        if let mention = DateRule.mention(in: text, at: place, clause) {
            end = mention.range.upperBound
        } else if let month = Numeral.whole(text, at: place, before: clause.upperBound), (1...12).contains(month.value),
            place + month.length < clause.upperBound, text[place + month.length] == "月"
        {
            end = place + month.length + 1
        }
        guard end > 0 else { return nil }
        for word: StaticString in ["底前", "底之前", "前", "之前", "以前", "底"]
        where passage.has(word, at: end, before: clause.upperBound) {
            return place..<end + word.utf8CodeUnitCount / 3
        }
        if place > clause.lowerBound, text[place - 1] == "到", text[end - 1] == "年" { return place - 1..<end }
        return nil
    }
}

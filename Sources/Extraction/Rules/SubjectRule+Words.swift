import Cleaning

/// Words of a subject that are looked at alone.
extension Subject {
    /// `云溪台记者：我想问…` behind the subject.
    var hasQuestions: Bool {
        (rest.upperBound..<text.count).contains { place in
            text[place] == "：" && passage.has("记者：", at: place - 2, before: text.count)
        }
    }

    /// Where `9时`, `9点30分` at the end begins.
    func trailingTime() -> Int? {
        let from = max(rest.lowerBound, rest.upperBound - 7)
        return (from..<rest.upperBound).first { place in
            (place == rest.lowerBound || Numeral.digit(text[place - 1]) == nil) && timeEnd(place) == rest.upperBound
        }
    }

    /// `9时30分`, `九点许`
    func timeEnd(_ start: Int) -> Int? {
        guard let hour = Numeral.whole(text, at: start, before: rest.upperBound), hour.value <= 24 else { return nil }
        var end = start + hour.length
        guard end < rest.upperBound, text[end] == "时" || text[end] == "点" else { return nil }
        end += 1
        if let minute = Numeral.whole(text, at: end, before: rest.upperBound), end + minute.length < rest.upperBound,
            text[end + minute.length] == "分"
        {
            end += minute.length + 1
        }
        while end < rest.upperBound, "许整半".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }

    /// `从市慈善会组委会召开的会议上了解到`: where the news was heard; 从化 and 从江 are places.
    func opensSource(_ start: Int) -> Bool {
        guard text[start] == "从", start + 1 < rest.upperBound else { return false }
        return text[start + 1] != "化" && text[start + 1] != "江"
    }

    /// `在云溪与水利局局长林岳`: the place alone, without who else was there.
    func withoutPartner(_ range: Range<Int>) -> Range<Int> {
        guard let mark = range.first(where: { text[$0] == "与" || text[$0] == "同" }), mark > range.lowerBound + 1,
            words.first(.post, in: text, mark..<range.upperBound) != nil
        else { return range }
        return range.lowerBound..<mark
    }

    static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "■", "·", "×", "▲", "●", "◆", "★", "►", "▌", "◎", "○", "□", "※": true
        default: false
        }
    }

    /// Whether a post stands in it: then the words name a person, not a body. A post at the very end is a body's
    /// abbreviation only in 代表, 领导.
    func holdsPost() -> Bool {
        var place = rest.lowerBound
        while place < rest.upperBound {
            let length = words.longest(.post, in: text, at: place, before: rest.upperBound)
            if length > 0 {
                let next = place + length
                // 领导小组, 代表大会, 委员会, 院长办公室 are bodies.
                if next >= rest.upperBound || !continuesBody(next) { return true }
                place = next
            } else {
                place += 1
            }
        }
        return false
    }

    func continuesBody(_ place: Int) -> Bool {
        for word: StaticString in ["小组", "大会", "会", "办", "团", "联", "学院", "班子"]
        where passage.has(word, at: place, before: rest.upperBound) {
            return true
        }
        return false
    }
}

import Cleaning

/// What stands before a verb of holding, taken apart: opener, date, place, adverbs, and then a meeting's name, a body or
/// a person.
struct Subject {
    let passage: Passage
    let words = Vocabulary.events
    /// What is left when date, place and adverbs are off.
    private(set) var rest: Range<Int>
    private(set) var place: Range<Int>?
    private(set) var isFuture = false
    private(set) var isPerson = false
    /// 定期, 每月: what is held again and again is no news.
    private(set) var isHabit = false
    /// The rest, where it is a meeting's name.
    private(set) var meeting: Range<Int>?
    /// `由X主办的`.
    private(set) var holder: Range<Int>?

    init(_ passage: Passage, _ range: Range<Int>) {
        self.passage = passage
        text = passage.text.scalars
        rest = range
    }

    let text: [Unicode.Scalar]

    mutating func trim() {
        let whole = rest
        skipDateline()
        trimFront()
        if let habit = words.first(.habit, in: text, max(whole.lowerBound, whole.upperBound - 16)..<whole.upperBound) {
            // 通过视频方式召开: how, not how often
            isHabit =
                !(text[habit.lowerBound] == "通" && (habit.upperBound..<rest.upperBound).contains { text[$0] == "式" })
        }
        trimBack()
        if isStillToCome() { isFuture = true }
        takeHolder()
        guard !rest.isEmpty else { return }
        if endsInMeeting() {
            let count = words.longest(.indefinite, in: text, at: rest.lowerBound, before: rest.upperBound)
            // 此次会议: which one, it does not say
            if count > 0, rest.count < count + 5 { isHabit = true }
            meeting = rest
            return
        }
        isPerson = holdsPost()
    }

    /// `中新网广州7月27日电（记者 …）` without a stop behind it.
    private mutating func skipDateline() {
        let limit = min(rest.upperBound, rest.lowerBound + 40)
        for date in DateRule.mentions(in: text, rest.lowerBound..<limit) {
            var next = date.range.upperBound
            guard next < rest.upperBound, text[next] == "电" || text[next] == "讯" else { continue }
            next += 1
            while next < rest.upperBound, Passage.isBlank(text[next]) { next += 1 }
            if next < rest.upperBound, passage.closing[next] > 0, Int(passage.closing[next]) < rest.upperBound {
                next = Int(passage.closing[next]) + 1
            }
            rest = next..<rest.upperBound
            return
        }
    }

    /// Date, 上午, 据悉 and blanks at the front.
    private mutating func trimFront() {
        var moved = true
        while moved, !rest.isEmpty {
            moved = false
            let start = rest.lowerBound
            let first = text[start]
            if Passage.isBlank(first) || Self.isOrnament(first) {
                rest = start + 1..<rest.upperBound
                moved = true
            } else if let date = DateRule.mention(in: text, at: start, rest),
                date.month != nil || date.day != nil || date.relation != .printed
            {
                rest = date.range.upperBound..<rest.upperBound
                moved = true
            } else if let end = timeEnd(start) {
                rest = end..<rest.upperBound
                moved = true
            } else if start + 1 < rest.upperBound, text[start + 1] == "、",
                Numeral.chineseDigit(first) != nil || Numeral.digit(first) != nil
            {
                rest = start + 2..<rest.upperBound
                moved = true
            } else if first == "（" || first == "(", passage.closing[start] > 0,
                Int(passage.closing[start]) < rest.upperBound
            {
                rest = Int(passage.closing[start]) + 1..<rest.upperBound
                moved = true
            } else {
                let length = words.longest([.opener, .adverb], in: text, at: start, before: rest.upperBound)
                if length > 1, !isScope(start), !passage.has("联合国", at: start, before: rest.upperBound) {
                    rest = start + length..<rest.upperBound
                    moved = true
                } else if length == 1 && (first == "由" || first == "在" || first == "晚") || first == "与" || first == "并"
                    || opensSource(start)
                {
                    rest = start + 1..<rest.upperBound
                    moved = true
                }
            }
        }
        // 记者9日从市水利局…
        if !rest.isEmpty, passage.has("记者", at: rest.lowerBound, before: rest.upperBound),
            let from = rest.prefix(12).last(where: { text[$0] == "从" })
        {
            rest = from + 1..<rest.upperBound
        }
        // 甲报记者李某报道  从市慈善会组委会…
        if let from = rest.last(where: { text[$0] == "从" && $0 > rest.lowerBound && Passage.isBlank(text[$0 - 1]) }) {
            rest = from + 1..<rest.upperBound
        }
        // 区市动态|云溪市…, 云溪丨市委…: a column's name before it
        if let bar = rest.last(where: { text[$0] == "|" || text[$0] == "｜" || text[$0] == "丨" }) {
            rest = bar + 1..<rest.upperBound
        }
        takeLeadingPlace()
    }

    /// 我市, 我县 open a name as well as they fill a gap.
    private func isScope(_ place: Int) -> Bool {
        words.longest(.scope, in: text, at: place, before: rest.upperBound) > 0
    }

    /// `在西安，` at the front of what is left.
    private mutating func takeLeadingPlace() {
        guard !rest.isEmpty, text[rest.lowerBound] == "在" else { return }
        for place in rest where text[place] == "，" {
            self.place = rest.lowerBound + 1..<place
            rest = place + 1..<rest.upperBound
            return
        }
    }

    /// Adverbs, a date and `在X` at the end.
    private mutating func trimBack() {
        var moved = true
        while moved, !rest.isEmpty {
            moved = false
            if Passage.isBlank(text[rest.upperBound - 1]) {
                rest = rest.lowerBound..<rest.upperBound - 1
                moved = true
                continue
            }
            let future = words.longestEnding(.future, in: text, at: rest.upperBound, after: rest.lowerBound)
            if future > 0 {
                // 定于今日举行发布会, and under it the questions that were asked there
                if text[rest.upperBound - future] != "定" || !hasQuestions { isFuture = true }
                rest = rest.lowerBound..<rest.upperBound - future
                moved = true
                continue
            }
            let length = words.longestEnding(.adverb, in: text, at: rest.upperBound, after: rest.lowerBound)
            if length > 0, length < rest.count || length > 1 {
                rest = rest.lowerBound..<rest.upperBound - length
                moved = true
                continue
            }
            if let time = trailingTime() {
                rest = rest.lowerBound..<time
                moved = true
                continue
            }
            if let date = trailingDate() {
                rest = rest.lowerBound..<date
                moved = true
                continue
            }
            if place == nil, let at = trailingPlace() {
                let own = withoutPartner(at + 1..<rest.upperBound)
                if isPlace(own) { place = own }
                rest = rest.lowerBound..<at
                moved = true
            }
        }
    }

    /// 与俄罗斯政府成员, 7月份, 会后: no place.
    private func isPlace(_ range: Range<Int>) -> Bool {
        if range.count == 1 { return Self.shortPlaces.contains(text[range.lowerBound]) }
        if range.contains(where: { Numeral.digit(text[$0]) != nil && $0 == range.lowerBound }) { return false }
        switch text[range.lowerBound] {
        case "与", "和", "对", "此", "这", "会", "线", "同", "其", "该", "日", "今", "昨", "近": return false
        default: break
        }
        return !range.contains {
            text[$0] == "月" || text[$0] == "间" && text[$0 - 1] == "期" || text[$0] == "时" || text[$0] == "后"
        }
    }

    /// What cities and provinces are called for short behind 在.
    private static let shortPlaces = Set("京津沪渝汉穗深宁杭蓉昆筑邕榕郑济青沈长哈并石兰银呼琼港澳台苏锡甬温厦赣昌湘鄂粤桂黔滇川陕甘晋冀鲁豫皖浙闽辽吉黑蒙新藏".unicodeScalars)

    private func trailingDate() -> Int? {
        let last = text[rest.upperBound - 1]
        if last == "）" || last == ")" {
            for start in rest.reversed() where Int(passage.closing[start]) == rest.upperBound - 1 { return start }
        }
        guard last == "日" || last == "天" || last == "号" || last == "月" else { return nil }
        if last == "月" {
            var start = rest.upperBound - 1
            while start > rest.lowerBound,
                Numeral.digit(text[start - 1]) != nil || Numeral.chineseDigit(text[start - 1]) != nil
            {
                start -= 1
            }
            return start < rest.upperBound - 1 ? start : nil
        }
        let from = max(rest.lowerBound, rest.upperBound - 24)
        for start in from..<rest.upperBound {
            if let date = DateRule.mention(in: text, at: start, start..<rest.upperBound),
                date.range.upperBound == rest.upperBound
            {
                return start
            }
        }
        return nil
    }

    /// `在北京人民大会堂`: from a 在 that no quotation holds to the end.
    private func trailingPlace() -> Int? {
        var start = rest.upperBound - 1
        let limit = max(rest.lowerBound, rest.upperBound - 32)
        while start >= limit {
            let scalar = text[start]
            if scalar == "，" || scalar == "”" { return nil }
            if scalar == "在"
                || (scalar == "于" && start + 2 < rest.upperBound
                    && "日时午".unicodeScalars.contains(text[start - 1 < 0 ? 0 : start - 1]))
            {
                guard rest.upperBound - start > 2 || scalar == "在" && RegionRule.isHan(text[rest.upperBound - 1]) else {
                    return nil
                }
                if start > rest.lowerBound, text[start - 1] == "旨" || text[start - 1] == "正" || text[start - 1] == "现" {
                    return nil
                }
                return start
            }
            start -= 1
        }
        return nil
    }

    /// 今年也将恢复, 将陆续: 将 as a verb, not in 将军.
    private func isStillToCome() -> Bool {
        rest.contains { place in
            // 拟就兑付事项
            if text[place] == "拟" {
                return ["就", "对", "于", "在", "近期"].contains { passage.has($0, at: place + 1, before: rest.upperBound) }
            }
            guard text[place] == "将" else { return false }
            let next = place + 1 < rest.upperBound ? text[place + 1] : " "
            let before = place > rest.lowerBound ? text[place - 1] : " "
            return !"军士领官来相才".unicodeScalars.contains(next) && !"健干大名猛虎女上中少老".unicodeScalars.contains(before)
        }
    }

    /// `由X主办的Y会议`, `X主办的Y会议`.
    private mutating func takeHolder() {
        let verbs: [StaticString] = ["主办的", "举办的", "承办的", "组织的", "召开的", "发起的", "协办的"]
        var place = rest.upperBound - 3
        while place > rest.lowerBound {
            if text[place + 2] == "的", verbs.contains(where: { passage.has($0, at: place, before: rest.upperBound) }) {
                var end = place
                if end > rest.lowerBound + 2, text[end - 1] == "同" || text[end - 1] == "合" { end -= 2 }
                holder = rest.lowerBound..<end
                rest = place + 3..<rest.upperBound
                return
            }
            place -= 1
        }
    }

    private func endsInMeeting() -> Bool {
        if rest.count < 3 || EventRule.hasBreak(passage, rest) { return false }
        if words.longestEnding(.meetingNoun, in: text, at: rest.upperBound, after: rest.lowerBound) > 0 {
            return words.longestEnding(.bodyNoun, in: text, at: rest.upperBound, after: rest.lowerBound) <= 2
                || text[rest.upperBound - 1] != "会"
        }
        let last = text[rest.upperBound - 1]
        if last == "”", let start = rest.last(where: { Int(passage.closing[$0]) == rest.upperBound - 1 }) {
            return EventRule.endsInNoun(text, start + 1..<rest.upperBound - 1)
        }
        if last == "）" || last == ")" {
            for start in rest.reversed() where Int(passage.closing[start]) == rest.upperBound - 1 {
                return words.longestEnding(.meetingNoun, in: text, at: start, after: rest.lowerBound) > 0
            }
        }
        return last == "会" && RegionRule.isHan(text[rest.upperBound - 2])
            && words.longestEnding(.bodyNoun, in: text, at: rest.upperBound, after: rest.lowerBound) == 0
    }

}

import Cleaning

/// What is told as done: `介绍了情况`, `就议程作了汇报`, `双方签署协议`, `充分肯定X`.
extension ResultRule {
    /// Told as done, with who did it: `市财政局汇报了…`, `就X作了说明`, `与各单位签订了责任书`, `双方签署协议`, `充分肯定X`.
    func told(_ range: Range<Int>) -> Outcome? {
        guard let outcome = acted(range), !isSupposed(range) else { return nil }
        return outcome
    }

    private func acted(_ range: Range<Int>) -> Outcome? {
        guard range.count >= 4, !isBefore(range) else { return nil }
        let range = withoutLink(range)
        var place = range.lowerBound
        while passage.skipMarks(&place, closedBefore: range.upperBound) {
            guard
                words.longest([.praise, .proceeding, .brought, .acted], in: text, at: place, before: range.upperBound)
                    > 0
            else {
                place += 1
                continue
            }
            let praise = words.longest(.praise, in: text, at: place, before: range.upperBound)
            if praise > 0 {
                return Outcome(range: praised(range, place), kind: "proceeding", rule: "result.praised")
            }
            let length = words.longest([.proceeding, .brought, .acted], in: text, at: place, before: range.upperBound)
            if length > 1, place > range.lowerBound || isBrought(place, length) || isPast(place + length, range),
                range.count >= 6,
                let outcome = told(place, length, range)
            {
                return outcome
            }
            place += max(1, length)
        }
        // 秘书长作关于议程草案的说明
        if let about = report(range) { return about }
        if range.count >= 6, let done = words.last(.done, in: text, range) {
            // 作了重要讲话: who said something; what, other sentences tell.
            if (done.upperBound..<range.upperBound).contains(where: {
                passage.has("讲话", at: $0, before: range.upperBound)
            }) {
                return nil
            }
            return Outcome(range: brief(range, from: done.lowerBound), kind: "proceeding", rule: "result.told")
        }
        if let advice = advice(range) ?? finished(range) { return advice }
        let act = words.longestEnding(.act, in: text, at: range.upperBound, after: range.lowerBound)
        if act > 0, !isWay(range), !isPurpose(range), act == range.count || text[range.upperBound - act - 1] != "工" {
            let brief = brief(range, from: carried(range) ?? range.upperBound - act)
            // 授牌 alone tells too little.
            return Outcome(range: brief.count < 5 ? range : brief, kind: "proceeding", rule: "result.act")
        }
        if let verb = carried(range), !isWay(range), !isPurpose(range), range.upperBound - verb >= 4 {
            return Outcome(range: brief(range, from: verb), kind: "proceeding", rule: "result.act", sure: false)
        }
        return nil
    }

    /// `不仅介绍了经验`, `并作了说明`, `介绍了情况并指出`: without what joins it to other words.
    func withoutLink(_ range: Range<Int>) -> Range<Int> {
        var range = range
        for word: StaticString in ["不仅", "并", "还", "也", "随后", "其间"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) && range.count > count(word) + 5 {
            range = range.lowerBound + count(word)..<range.upperBound
            break
        }
        for word: StaticString in ["声明说", "声明称", "公告称", "讲话时说"]
        where passage.has(word, at: range.upperBound - count(word), before: range.upperBound) {
            range = range.lowerBound..<range.upperBound - 1
        }
        for word: StaticString in ["并指出", "并强调", "并表示", "并要求", "并说", "并提出要求"]
        where range.count > count(word) + 5
            && passage.has(word, at: range.upperBound - count(word), before: range.upperBound)
        {
            range = range.lowerBound..<range.upperBound - count(word)
            break
        }
        return range
    }

    /// `对整改情况进行专题汇报`: where 进行 stands that ends the clause with what was carried out.
    private func carried(_ range: Range<Int>) -> Int? {
        guard range.count >= 8 else { return nil }
        for place in range.suffix(10).dropLast(3) where passage.has("进行", at: place, before: range.upperBound) {
            guard place > range.lowerBound + 2, !"正在仍续能法式".unicodeScalars.contains(text[place - 1]),
                !range.contains(where: { "将要拟应需可".unicodeScalars.contains(text[$0]) })
            else { return nil }
            return (range.lowerBound..<place).contains { isAbout($0, range) } ? place : nil
        }
        return nil
    }

    /// `引导学生建言献策`, `为推动发展建言献策` behind 为了: what it is for.
    private func isPurpose(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["引导", "鼓励", "让", "使", "动员", "号召", "吸引", "支持", "促进"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// 如果, 可能, 有待, 出席了…仪式: nothing done, or only who was there.
    private func isSupposed(_ range: Range<Int>) -> Bool {
        for place in range {
            switch text[place] {
            case "如" where passage.has("如果", at: place, before: range.upperBound): return true
            case "可" where passage.has("可能", at: place, before: range.upperBound): return true
            case "有" where passage.has("有待", at: place, before: range.upperBound): return true
            case "方" where passage.has("方式进行", at: place, before: range.upperBound): return true
            case "形" where passage.has("形式进行", at: place, before: range.upperBound): return true
            case "出" where passage.has("出席", at: place, before: range.upperBound): return true
            case "应" where isOught(place, range): return true
            case "讲" where passage.has("发表了", at: place - 3, before: place) && place + 2 == range.upperBound:
                return true
            case "随" where place == range.lowerBound && passage.has("随着", at: place, before: range.upperBound):
                return true
            case "契" where passage.has("为契机", at: place - 1, before: range.upperBound): return true
            default: break
            }
        }
        return false
    }

    /// `听取汇报后`, `审议事项如下`: what follows is meant.
    func isBefore(_ range: Range<Int>) -> Bool {
        text[range.upperBound - 1] == "后" || passage.has("如下", at: range.upperBound - 2, before: range.upperBound)
            || text[range.upperBound - 1] == "时"
            || passage.has("之前", at: range.upperBound - 2, before: range.upperBound)
            || passage.has("之际", at: range.upperBound - 2, before: range.upperBound)
    }

    /// `对X表示充分肯定`: what is praised belongs to it, however long.
    private func praised(_ range: Range<Int>, _ verb: Int) -> Range<Int> {
        guard range.count > 30 else { return range }
        for place in range where place < verb && text[place] == "对" && text[place - 1] != "针" {
            return place..<range.upperBound
        }
        return verb..<range.upperBound
    }

    /// `通过学习研讨`, `结合工作报告`: by what, not what.
    func isWay(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["通过", "结合", "经过", "围绕", "根据", "按照", "经"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `甲公司与乙公司、丙公司与丁公司分别签署协议`: of a long subject 分别 is left.
    private func apart(_ range: Range<Int>, _ verb: Int) -> Range<Int> {
        verb - range.lowerBound > 14 && passage.has("分别", at: verb - 2, before: verb)
            ? verb - 2..<range.upperBound : range
    }

    private func isBrought(_ place: Int, _ length: Int) -> Bool {
        words.longest([.brought, .acted], in: text, at: place, before: place + length) == length
    }

    /// `介绍了经营和发展等情况`: 了 tells it as done, whoever did it.
    private func isPast(_ end: Int, _ range: Range<Int>) -> Bool {
        end < range.upperBound && text[end] == "了"
            && passage.has("情况", at: range.upperBound - 2, before: range.upperBound)
    }

    /// Where `向全体老兵` begins that stands before a verb: to whom it was told.
    private func toWhom(_ verb: Int, _ range: Range<Int>) -> Int? {
        (max(range.lowerBound, verb - 14)..<verb).last {
            text[$0] == "向" && ($0 == range.lowerBound || !"方导面走去倾意".unicodeScalars.contains(text[$0 - 1]))
        }
    }

    /// `市发改委通报相关情况`, `何清介绍供水等情况`: without 了, but with who told it.
    private func isReported(_ place: Int, _ end: Int, _ range: Range<Int>) -> Bool {
        (2...12).contains(place - range.lowerBound)
            && (passage.has("介绍", at: place, before: end) || passage.has("通报", at: place, before: end))
            && passage.has("情况", at: range.upperBound - 2, before: range.upperBound) && range.upperBound - end >= 4
            && !text[range.lowerBound..<place].contains {
                "将要拟会取员为应需可就请及和的".unicodeScalars.contains($0)
            }
    }

    private func told(_ place: Int, _ length: Int, _ range: Range<Int>) -> Outcome? {
        var end = place + length
        // 制定并发表了
        if end + 3 < range.upperBound, text[end] == "并", text[end + 3] == "了" { end += 3 }
        // 观看仪式后感慨良多: when, not what.
        if !(end < range.upperBound && text[end] == "了"),
            (end..<range.upperBound).prefix(8).contains(where: { text[$0] == "后" && $0 + 1 < range.upperBound })
        {
            return nil
        }
        // 通过签订合同…: by what way.
        if passage.has("通过", at: range.lowerBound, before: place), !(end < range.upperBound && text[end] == "了") {
            return nil
        }
        // 市里召开了推进会: the event itself, but for 还召开了, 会议期间召开了.
        if passage.has("召开", at: place, before: end),
            place == 0 || !"还并间后又暨".unicodeScalars.contains(text[place - 1])
        {
            return nil
        }
        // 要求三方签订承诺书: what is wanted of them.
        if passage.has("要求", at: range.lowerBound, before: place), !(end < range.upperBound && text[end] == "了") {
            return nil
        }
        // 协议的签订: a noun.
        if place > range.lowerBound, text[place - 1] == "的" { return nil }
        if end < range.upperBound, text[end] == "了" {
            return Outcome(
                range: place - range.lowerBound <= 12
                    ? range : short((toWhom(place, range) ?? place)..<range.upperBound),
                kind: "proceeding",
                rule: "result.told")
        }
        if isReported(place, end, range) {
            return Outcome(range: brief(range, from: place), kind: "proceeding", rule: "result.told")
        }
        if passage.has("听取", at: place, before: end) || passage.has("观看", at: place, before: end),
            range.upperBound - end >= 4, text[end] != "的"
        {
            return Outcome(range: short(place..<range.upperBound), kind: "proceeding", rule: "result.told", sure: false)
        }
        if range.dropFirst(place - range.lowerBound).contains(where: { text[$0] == "是" }) { return nil }
        if passage.has("签署", at: place, before: range.upperBound)
            || passage.has("签订", at: place, before: range.upperBound)
            || passage.has("揭牌", at: place, before: range.upperBound),
            end >= range.upperBound || text[end] != "的" && text[end] != "仪"
        {
            return Outcome(range: apart(range, place), kind: "proceeding", rule: "result.told")
        }
        return nil
    }

    /// Of a long clause what it is about and what was done (`就议程草案、日程安排等作了汇报`); of a list of speakers the last
    /// (`…、B进行了解读`); else the verb and what follows. A list is never cut in its midst.
    func brief(_ range: Range<Int>, from verb: Int) -> Range<Int> {
        guard range.count > 30 else { return range }
        let about = (range.lowerBound..<verb).first { isAbout($0, range) }
        if let about {
            return range.upperBound - about <= (text[about] == "围" ? 40 : 30)
                ? about..<range.upperBound : verb..<range.upperBound
        }
        var place = verb
        while place > range.lowerBound {
            place -= 1
            if text[place] == "、", range.upperBound - place - 1 <= 30 { return place + 1..<range.upperBound }
        }
        return range.upperBound - verb <= 30 ? verb..<range.upperBound : range
    }

    /// 就, 对, 围绕, 从 … that a list may follow.
    private func isAbout(_ place: Int, _ range: Range<Int>) -> Bool {
        switch text[place] {
        case "就": place == range.lowerBound || text[place - 1] != "成" && text[place - 1] != "造"
        case "对":
            (place == range.lowerBound || !"针面应核相反绝校".unicodeScalars.contains(text[place - 1]))
                && place + 1 < range.upperBound && !"接口象比照策".unicodeScalars.contains(text[place + 1])
        case "从": place + 1 < range.upperBound && text[place + 1] != "事"
        case "为": place == range.lowerBound
        case "围": passage.has("围绕", at: place, before: range.upperBound)
        default: false
        }
    }
}

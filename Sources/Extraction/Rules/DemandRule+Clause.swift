import Cleaning

/// Whether a clause without 要 tells to do something.
extension DemandRule {
    /// `在深化主题上再加力`, `在学深悟透上狠下功夫`.
    func isUpon(_ range: Range<Int>) -> Bool {
        guard let first = range.first, text[first] == "在", range.count >= 6, range.count <= 24 else { return false }
        return range.dropFirst(2).contains { text[$0] == "上" && $0 + 1 < range.upperBound }
    }

    /// `在强国建设中迈出更坚实步伐`, `在助力发展上有更大作为`.
    private func isWithin(_ range: Range<Int>) -> Bool {
        for place in range.dropFirst(3) where text[place] == "中" || text[place] == "上" || text[place] == "面" {
            let next = place + 1
            if words.longest([.imperative, .achieve], in: text, at: next, before: range.upperBound) > 1
                || passage.has("有更", at: next, before: range.upperBound)
                || passage.has("见", at: next, before: range.upperBound)
            {
                return true
            }
        }
        return false
    }

    /// `毫不松懈抓落实`, `求真务实，真抓实干`: a doing behind its adverb, or words of four.
    private func isDoing(_ range: Range<Int>) -> Bool {
        if range.count == 4 || range.count == 9 && text[range.lowerBound + 4] == "、" { return true }
        for place in range.dropFirst(2).prefix(10) {
            if text[place] == "抓" || words.longest(.imperative, in: text, at: place, before: range.upperBound) > 1 {
                return true
            }
        }
        return false
    }

    /// `在节水方面`: the field that the next clauses are about.
    func field(_ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, text[first] == "在" || text[first] == "针", range.count <= 24, range.count > 3,
            passage.has("方面", at: range.upperBound - 2, before: range.upperBound)
        else { return nil }
        return first + 1..<range.upperBound
    }

    /// Whether a sentence that opens like this can go on demanding.
    func mayOpen(_ range: Range<Int>, _ isNumbered: Bool, _ mark: Unicode.Scalar) -> Bool {
        guard let first = range.first else { return false }
        if isNumbered { return true }
        switch text[first] {
        case "在": return isUpon(range) || isWithin(range) || field(range) != nil
        case "以": return hasDrive(range) || mark == "，" && isBasis(range)
        default: return words.longest(.imperative, in: text, at: first, before: range.upperBound) > 0
        }
    }

    /// `以此次签约为契机`, `以案件为反面教材`: on what ground the next clause is done.
    func isBasis(_ range: Range<Int>) -> Bool {
        guard let first = range.first, text[first] == "以", range.count >= 4 else { return false }
        guard let link = range.dropFirst(2).last(where: { text[$0] == "为" }) else { return false }
        let rest = range.upperBound - link - 1
        return (1...8).contains(rest)
            && words.longest(.imperative, in: text, at: link + 1, before: range.upperBound) == 0
    }

    func hasDrive(_ range: Range<Int>) -> Bool {
        guard range.count > 4 else { return false }
        // 以务实的作风、有力的保障措施: a noun, no verb.
        return (range.lowerBound + 2..<range.upperBound).contains { place in
            text[place - 1] != "的" && text[place - 1] != "、"
                && words.longest(.drive, in: text, at: place, before: range.upperBound) > 0
        }
    }

    /// Opens with what one does, is not told as done, and is not the subject of the next clause.
    func isDemand(_ range: Range<Int>, next: Passage.Clause?) -> Bool {
        guard let first = range.first, range.count >= 4, !isTold(range), !isOnlyWay(range), !isWhen(range) else {
            return false
        }
        if let next, isPredicate(next.range) { return false }
        if isBeing(range) { return false }
        switch text[first] {
        case "在": return isUpon(range) || isWithin(range)
        case "以", "用": if hasDrive(range) { return true }
        case "为": return isGiving(range)
        default: break
        }
        if isField(first, range) || isAttribute(first, range) { return false }
        if words.longest(.imperative, in: text, at: first, before: range.upperBound) > 0 { return true }
        return subjectThenVerb(range)
    }

    /// `重点项目建设进一步加强`: a noun that opens like a verb, and what became of it.
    private func isField(_ place: Int, _ range: Range<Int>) -> Bool {
        guard words.longestEnding(.achieved, in: text, at: range.upperBound, after: place) > 0 else { return false }
        for word: StaticString in ["重点项目", "重点工作", "重点领域", "服务水平", "发展质量", "保障能力", "治理能力", "创新能力", "规范化"]
        where passage.has(word, at: place, before: range.upperBound) {
            return true
        }
        return false
    }

    /// `建设性意见`, `规范性文件`: 性 makes an attribute of the verb.
    private func isAttribute(_ place: Int, _ range: Range<Int>) -> Bool {
        place + 2 < range.upperBound && text[place + 2] == "性"
    }

    /// `为全市发展贡献力量`: for what, and what is to be given to it.
    private func isGiving(_ range: Range<Int>) -> Bool {
        guard range.count >= 8 else { return false }
        for place in range.dropFirst(3)
        where words.longest(.giving, in: text, at: place, before: range.upperBound) > 0 { return true }
        return false
    }

    /// 按照“提升能力、提升效率”: what is quoted is no doing.
    private func hasVerbOutsideMarks(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while passage.skipMarks(&place, before: range.upperBound) {
            if words.longest(.imperative, in: text, at: place, before: range.upperBound) > 0 { return true }
            place += 1
        }
        return false
    }

    /// `按照X要求`, `围绕X重点`: the way, not the doing.
    func isOnlyWay(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["按照", "根据", "结合", "针对", "围绕", "依托"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return !hasVerbOutsideMarks(range.lowerBound + 2..<range.upperBound)
                || words.longestEnding(.goalHead, in: text, at: range.upperBound, after: range.lowerBound) > 0
        }
        return false
    }

    /// `建设五年来`, `在各方支持下`, `会议期间`: when or under what, not what.
    private func isWhen(_ range: Range<Int>) -> Bool {
        switch text[range.upperBound - 1] {
        case "来":
            return text[range.upperBound - 2] == "年" || text[range.upperBound - 2] == "以"
                || text[range.upperBound - 2] == "月"
        // 空间, 时间 are things.
        case "间" where !"期其之".unicodeScalars.contains(text[range.upperBound - 2]): return false
        case "时", "后", "际", "间": return range.count <= 14 && text[range.lowerBound] != "把"
        // 推进会上, 仪式上
        case "上": return "会式场动坛".unicodeScalars.contains(text[range.upperBound - 2])
        case "下", "中": return text[range.lowerBound] == "在"
        default: return false
        }
    }

    /// 今年以来, 近年来, 五年来: a clause of its own.
    func isSince(_ range: Range<Int>) -> Bool {
        guard (3...12).contains(range.count), text[range.upperBound - 1] == "来" else { return false }
        return text[range.upperBound - 2] == "以" || text[range.upperBound - 2] == "年"
    }

    /// `市县切实履行主体责任`, `责任分解到人`: a short body and then what it does.
    func subjectThenVerb(_ range: Range<Int>) -> Bool {
        switch text[range.lowerBound] {
        case "也", "是", "为", "其", "这", "那", "已": return false
        default: break
        }
        guard range.count >= 6 else { return false }
        for length in 2...min(12, max(2, range.count - 4)) where range.lowerBound + length + 3 < range.upperBound {
            let place = range.lowerBound + length
            if words.longestEnding(.ownerEnd, in: text, at: place, after: range.lowerBound) > 0,
                words.longest(.imperative, in: text, at: place, before: range.upperBound) > 1
            {
                return true
            }
        }
        return false
    }

    /// `编制X是…的要求`, `推进X具有重要意义`: a statement about a doing.
    func isBeing(_ range: Range<Int>) -> Bool {
        switch text[range.lowerBound] {
        case "讲", "弄", "看", "认", "说", "想", "坚": return false
        default: break
        }
        var place = range.lowerBound + 1
        while passage.skipMarks(&place, before: range.upperBound) {
            if text[place] == "是", !"别其".unicodeScalars.contains(text[place - 1]), text[place - 1] != "于",
                text[place - 1] != "实", text[place - 1] != "但"
            {
                return true
            }
            if text[place] == "包", passage.has("包括", at: place, before: range.upperBound) { return true }
            if text[place] == "具", passage.has("具有", at: place, before: range.upperBound),
                passage.has("意义", at: range.upperBound - 2, before: range.upperBound)
            {
                return true
            }
            place += 1
        }
        return false
    }

    /// 已, 了 after a verb, 以来: what is done is no demand.
    func isTold(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while passage.skipMarks(&place, before: range.upperBound) {
            if isReported(place, range) { return true }
            switch text[place] {
            case "已": return !passage.has("而已", at: place - 1, before: range.upperBound)
            case "了"
            where place > range.lowerBound && text[place - 1] != "为" && text[place - 1] != "除"
                && (text[place - 1] != "到" || text[range.lowerBound] == "让")
                && (place + 1 >= range.upperBound || text[place + 1] != "解"):
                return true
            default: break
            }
            place += 1
        }
        return false
    }

    /// `详细了解X`, `对X予以肯定`: told of someone.
    private func isReported(_ place: Int, _ range: Range<Int>) -> Bool {
        switch text[place] {
        case "详": passage.has("详细", at: place, before: range.upperBound)
        case "予": passage.has("予以肯定", at: place, before: range.upperBound)
        case "表": passage.has("表示", at: place, before: range.upperBound)
        case "给":
            passage.has("给予肯定", at: place, before: range.upperBound)
                || passage.has("给予充分", at: place, before: range.upperBound)
                || passage.has("给予高度", at: place, before: range.upperBound)
        default: false
        }
    }

    /// `是…`, `事关…`, `具有…`: what stands before it is its subject.
    func isPredicate(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["是", "事关", "关乎", "具有", "关系", "有助于", "有利于", "意义", "成为", "对于", "至关重要", "责任重大"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }

    /// In a sentence that has said 要: a clause that goes on with it, though its first word is in no list.
    func follows(_ range: Range<Int>, next: Passage.Clause?) -> Bool {
        guard range.count >= 4, range.count <= 30, !isTold(range), !isBeing(range), !isWhen(range) else { return false }
        if let next, isPredicate(next.range) { return false }
        switch text[range.lowerBound] {
        case "对":
            return range.count <= 24
                && range.contains { place in
                    passage.has("作进一步", at: place, before: range.upperBound)
                        || passage.has("进行", at: place, before: range.upperBound)
                        || passage.has("加以", at: place, before: range.upperBound)
                        || passage.has("予以", at: place, before: range.upperBound)
                }
        case "这", "那", "其", "因", "如", "只", "才", "虽", "但", "而", "是", "为", "既", "不", "当", "若", "我", "他", "也", "近", "今",
            "去", "年", "“", "《", "在", "有",
            "从", "随", "通", "由", "于", "自", "据", "及", "和", "与", "将", "会", "并", "按", "根", "部", "能", "各", "以",
            "可":
            return false
        default: return isDoing(range)
        }
    }
}

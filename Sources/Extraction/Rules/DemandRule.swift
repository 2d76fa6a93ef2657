import Cleaning

/// What is demanded, clause by clause: after 强调, 要求 and 要, and the clauses that go on from there.
struct DemandRule {
    struct Demand: Sendable {
        var range: Range<Int>
        var heading: Range<Int>?
        var subject: Range<Int>?
        var clause: Int
        var rule: String
        var sure = true
    }

    let passage: Passage
    let headline: Range<Int>?

    private let words = Vocabulary.statements
    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
    }

    /// How far a demand reaches.
    private enum Zone: Int {
        case none
        /// After 指出: only what has 要.
        case said
        /// The paragraph before demanded something.
        case carried
        /// After 强调 or 要.
        case demanded
    }

    func demands() -> [Demand] {
        var found: [Demand] = []
        var zone = Zone.none
        var paragraph = -1
        var sentence = -1
        var isActive = false
        var heading: Range<Int>?
        var isNumbered = false
        var hasModal = false
        let clauses = passage.clauses
        for (index, clause) in clauses.enumerated() {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            if clause.paragraph != paragraph {
                paragraph = clause.paragraph
                zone = zone.rawValue >= Zone.carried.rawValue ? .carried : .none
                heading = nil
                isNumbered = false
            }
            if clause.sentence != sentence {
                sentence = clause.sentence
                isActive = false
                hasModal = false
                if !isNumbered { heading = nil }
            }
            var start = clause.range.lowerBound
            let end = clause.range.upperBound
            if let speech = speech(clause.range) {
                zone = speech.demands ? .demanded : (zone == .demanded ? .demanded : .said)
                isActive = speech.demands
                heading = nil
                start = speech.end
                if start >= end { continue }
                if speech.isAddressed {
                    found.append(
                        Demand(
                            range: start..<end, heading: nil, subject: nil, clause: index, rule: "directive.addressed"))
                    continue
                }
            }
            let front = skipLead(start..<end)
            if front.isNumbered {
                heading = nil
                isNumbered = true
            }
            start = front.start
            guard start < end else { continue }
            let opens = clause.opens || start > clause.range.lowerBound
            if let modal = modal(start..<end) {
                zone = .demanded
                isActive = true
                let isHeading = (front.isNumbered || isUpon(modal.body..<end)) && goesOn(index)
                let range = (isHeading ? modal.body : modal.start)..<end
                if isHeading { heading = modal.body..<end }
                hasModal = true
                append(
                    Demand(
                        range: range, heading: heading, subject: modal.subject, clause: index, rule: "directive.modal"),
                    to: &found)
                if clause.mark == "；", !isNumbered { heading = nil }
                continue
            }
            if opens, zone == .demanded || zone == .carried {
                isActive = isActive || mayOpen(start..<end, front.isNumbered)
            }
            if isActive, let field = field(start..<end), goesOn(index) {
                heading = field
                continue
            }
            if isActive, zone != .said,
                isDemand(start..<end, next: index + 1 < clauses.count ? clauses[index + 1] : nil, sentence)
            {
                if zone == .carried { zone = .demanded }
                let isHeading = (front.isNumbered || isUpon(start..<end)) && goesOn(index)
                if isHeading { heading = start..<end }
                append(
                    Demand(
                        range: start..<end, heading: heading, subject: nil, clause: index, rule: "directive.clause",
                        sure: zone == .demanded), to: &found)
            } else if hasModal, follows(start..<end, clause, next: index + 1 < clauses.count ? clauses[index + 1] : nil)
            {
                append(
                    Demand(
                        range: start..<end, heading: heading, subject: nil, clause: index, rule: "directive.follow",
                        sure: false),
                    to: &found)
            }
            if clause.mark == "；", !isNumbered { heading = nil }
            if clause.mark == "；", isNumbered { heading = nil }
        }
        return found
    }

    /// A demand; a list of demands in one clause (`抓紧推行X、尽快完成Y、加强Z`) one by one; a long way there (`从…四个方面`) cut off.
    private func append(_ demand: Demand, to found: inout [Demand]) {
        guard demand.range.count > 30 else {
            found.append(demand)
            return
        }
        var demand = demand
        if let way = endOfWay(demand.range) { demand.range = way..<demand.range.upperBound }
        let parts = parts(demand.range)
        guard parts.count > 1, demand.heading != demand.range else {
            found.append(demand)
            return
        }
        for part in parts {
            var one = demand
            one.range = part
            found.append(one)
        }
    }

    /// Where `从…方面` ends, when what is to be done follows.
    private func endOfWay(_ range: Range<Int>) -> Int? {
        for place in range.reversed() where text[place] == "面" || text[place] == "度" {
            let next = place + 1
            if next + 6 < range.upperBound,
                passage.has("方面", at: place - 1, before: next) || passage.has("角度", at: place - 1, before: next),
                words.longest(.imperative, in: text, at: next, before: range.upperBound) > 1
            {
                return next
            }
        }
        return nil
    }

    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            if text[place] == "、", words.longest(.imperative, in: text, at: place + 1, before: range.upperBound) > 1,
                place - start >= 6
            {
                parts.append(start..<place)
                start = place + 1
            }
            place += 1
        }
        parts.append(start..<range.upperBound)
        return parts.allSatisfy { $0.count >= 6 } ? parts : [range]
    }

    /// In a sentence that has said 要: a clause that goes on with it, though its first word is in no list.
    private func follows(_ range: Range<Int>, _ clause: Passage.Clause, next: Passage.Clause?) -> Bool {
        guard range.count >= 5, range.count <= 30, !isTold(range), !isBeing(range) else { return false }
        if let next, next.sentence == clause.sentence, isPredicate(next.range) { return false }
        switch text[range.lowerBound] {
        case "这", "那", "其", "因", "如", "只", "才", "虽", "但", "而", "是", "为", "既", "不", "当", "若", "我", "他", "也", "近", "今",
            "去", "年", "“", "《", "在", "有",
            "从", "对", "随", "由", "于", "自", "据":
            return false
        default: return true
        }
    }

    /// Whether the thought goes on after this clause: then its first clause can head the rest.
    private func goesOn(_ index: Int) -> Bool {
        let clause = passage.clauses[index]
        guard index + 1 < passage.clauses.count, passage.clauses[index + 1].paragraph == clause.paragraph else {
            return false
        }
        return clause.mark == "，" || clause.mark == "：" || (clause.mark == "。" && clause.range.count <= 24)
    }

    /// `会议强调`, `张三还指出`, `李四要求X`: where the content starts.
    private func speech(_ range: Range<Int>) -> (end: Int, demands: Bool, isAddressed: Bool)? {
        guard
            modal(range) == nil || words.first(.say, in: text, range) != nil
                || words.first(.demand, in: text, range) != nil
        else { return nil }
        var place = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + 36)
        while place < limit {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            let length = words.longest([.demand, .say], in: text, at: place, before: range.upperBound)
            guard length > 0 else {
                // What is demanded may hold such a word itself: 要对会议提出的问题…
                if modalLength(place, range) > 0 { return nil }
                place += 1
                continue
            }
            let end = place + length
            let isDemand = words.longest(.demand, in: text, at: place, before: range.upperBound) == length
            if isVerb(range, place, end) {
                let keeps =
                    words.longest(.addressed, in: text, at: place, before: end) == length && end < range.upperBound
                return (keeps ? place : end, isDemand, keeps)
            }
            place = end
        }
        return nil
    }

    /// A verb of speech ends its clause or has its content behind it; before it stands a short subject.
    private func isVerb(_ range: Range<Int>, _ start: Int, _ end: Int) -> Bool {
        if end < range.upperBound {
            switch text[end] {
            case "的", "、", "和", "》", "”", "书", "会", "人", "明", "力", "工", "了", "下", "上", "过", "到": return false
            default: break
            }
            return start - range.lowerBound <= 14 && start > range.lowerBound
                && words.longest([.addressed, .directly], in: text, at: start, before: end) == end - start
        }
        if words.longest(.imperative, in: text, at: range.lowerBound, before: start) > 1, !startsWithName(range, start)
        {
            return false
        }
        if length(start, end) == 1 { return start - range.lowerBound <= 5 }
        if start > range.lowerBound {
            switch text[start - 1] {
            case "的", "体", "项", "新", "高", "作", "关", "照", "总", "确", "化", "些", "限", "合": return false
            default: break
            }
        }
        return start - range.lowerBound <= 30
    }

    private func length(_ start: Int, _ end: Int) -> Int { end - start }

    /// 会议进一步强调 opens with its subject, 学习会议要求 does not.
    private func startsWithName(_ range: Range<Int>, _ end: Int) -> Bool {
        passage.has("会", at: range.lowerBound, before: end) || end - range.lowerBound <= 4
    }

    /// Enumerators and conjunctions at the front.
    private func skipLead(_ range: Range<Int>) -> (start: Int, isNumbered: Bool) {
        var start = range.lowerBound
        var isNumbered = false
        while start < range.upperBound {
            if text[start] == "（" || text[start] == "(", passage.closing[start] > 0,
                Int(passage.closing[start]) - start <= 3
            {
                start = Int(passage.closing[start]) + 1
                isNumbered = true
                continue
            }
            if let number = Numeral.whole(text, at: start, before: range.upperBound), number.length <= 2 {
                let next = start + number.length
                if next < range.upperBound,
                    text[next] == "是" || text[next] == "要" || text[next] == "、" || text[next] == "."
                {
                    isNumbered = true
                    // 一要加强: the 要 stays with the demand.
                    start = text[next] == "要" ? next : next + 1
                    if text[start] == "要" { return (start, true) }
                    continue
                }
                return (start, isNumbered)
            }
            let length = words.longest(.lead, in: text, at: start, before: range.upperBound)
            guard length > 1 else { break }
            start += length
        }
        return (min(start, range.upperBound), isNumbered)
    }

    /// 要, 必须, 务必 and who must: the words before it.
    private func modal(_ range: Range<Int>) -> (start: Int, body: Int, subject: Range<Int>?)? {
        var place = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + 28)
        while place < limit {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            let length = modalLength(place, range)
            if length > 0 {
                var subject = range.lowerBound..<place
                // 关键是要, 重点是要: the demand is what follows.
                if let last = subject.last, text[last] == "是", subject.count <= 6 { subject = place..<place }
                guard mayBeSubject(subject) else { return nil }
                return (place, place + length, subject.isEmpty ? nil : subject)
            }
            place += 1
        }
        return nil
    }

    private func modalLength(_ place: Int, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        switch text[place] {
        case "要":
            let before: Unicode.Scalar = place > 0 ? text[place - 1] : " "
            let after: Unicode.Scalar = place + 1 < end ? text[place + 1] : " "
            switch before {
            case "主", "重", "首", "摘", "纲", "概", "简", "扼", "必", "紧", "只", "险", "提", "枢", "将", "快", "想", "既", "若", "撮",
                "索", "择", "政", "切", "机", "冲", "会":
                return 0
            default: break
            }
            switch after {
            case "求", "素", "点", "闻", "件", "害", "事", "务", "领", "么", "义", "道", "地", "塞", "命", "职", "是", " ", "目", "人":
                return 0
            default: return place + 1 < end ? 1 : 0
            }
        case "必" where passage.has("必须", at: place, before: end): return 2
        case "务" where passage.has("务必", at: place, before: end): return 2
        case "应" where passage.has("应当", at: place, before: end): return 2
        case "需" where place + 4 < end && passage.has("需要", at: place, before: end) && !isNoun(before: place): return 2
        default: return 0
        }
    }

    /// 战略需要, 发展的需要: a noun.
    private func isNoun(before place: Int) -> Bool {
        guard place > 0 else { return false }
        switch text[place - 1] {
        case "的", "化", "性", "略", "展", "活", "种": return true
        default: return false
        }
    }

    /// No verb of being and no 的 stands between a subject and 要.
    private func mayBeSubject(_ range: Range<Int>) -> Bool {
        for place in range {
            switch text[place] {
            case "是", "了", "就", "而", "“", "《": return false
            default: break
            }
        }
        return true
    }

    /// `在深化主题上再加力`, `在学深悟透上狠下功夫`.
    private func isUpon(_ range: Range<Int>) -> Bool {
        guard let first = range.first, text[first] == "在", range.count >= 6, range.count <= 24 else { return false }
        return range.dropFirst(2).contains { text[$0] == "上" && $0 + 1 < range.upperBound }
    }

    /// `在节水方面`: the field that the next clauses are about.
    private func field(_ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, text[first] == "在" || text[first] == "针", range.count <= 24, range.count > 3,
            passage.has("方面", at: range.upperBound - 2, before: range.upperBound)
        else { return nil }
        return first + 1..<range.upperBound
    }

    /// Whether a sentence that opens like this can go on demanding.
    private func mayOpen(_ range: Range<Int>, _ isNumbered: Bool) -> Bool {
        guard let first = range.first else { return false }
        return isNumbered || text[first] == "在" || text[first] == "以" && hasDrive(range)
            || words.longest(.imperative, in: text, at: first, before: range.upperBound) > 0
    }

    private func hasDrive(_ range: Range<Int>) -> Bool {
        guard range.count > 4 else { return false }
        return words.first(.drive, in: text, range.lowerBound + 2..<range.upperBound) != nil
    }

    /// Opens with what one does, is not told as done, and is not the subject of the next clause.
    private func isDemand(_ range: Range<Int>, next: Passage.Clause?, _ sentence: Int) -> Bool {
        guard let first = range.first, range.count >= 4, !isTold(range), !isOnlyWay(range) else { return false }
        if let next, next.sentence == sentence, isPredicate(next.range) { return false }
        if isBeing(range) { return false }
        switch text[first] {
        case "在": return isUpon(range)
        case "以": return hasDrive(range)
        default: break
        }
        if words.longest(.imperative, in: text, at: first, before: range.upperBound) > 0 { return true }
        return subjectThenVerb(range)
    }

    /// `按照X要求`, `围绕X重点`: the way, not the doing.
    private func isOnlyWay(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["按照", "根据", "结合", "针对", "围绕", "依托"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return words.first(.imperative, in: text, range.lowerBound + 2..<range.upperBound) == nil
                || words.longestEnding(.goalHead, in: text, at: range.upperBound, after: range.lowerBound) > 0
        }
        return false
    }

    /// `市县切实履行主体责任`, `责任分解到人`: a short body and then what it does.
    private func subjectThenVerb(_ range: Range<Int>) -> Bool {
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
    private func isBeing(_ range: Range<Int>) -> Bool {
        switch text[range.lowerBound] {
        case "讲", "弄", "看", "认", "说", "想", "坚": return false
        default: break
        }
        var place = range.lowerBound + 1
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            if text[place] == "是", text[place - 1] != "于", text[place - 1] != "实", text[place - 1] != "但" {
                return true
            }
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
    private func isTold(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            let close = Int(passage.closing[place])
            if close > place {
                place = close + 1
                continue
            }
            switch text[place] {
            case "已": return !passage.has("而已", at: place - 1, before: range.upperBound)
            case "了"
            where place > range.lowerBound && text[place - 1] != "为" && text[place - 1] != "除" && text[place - 1] != "到"
                && (place + 1 >= range.upperBound || text[place + 1] != "解"):
                return true
            default: break
            }
            place += 1
        }
        return false
    }

    /// `是…`, `事关…`, `具有…`: what stands before it is its subject.
    private func isPredicate(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["是", "事关", "关乎", "具有", "关系", "有助于", "有利于", "意义", "成为", "对于", "至关重要", "责任重大"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        return false
    }
}

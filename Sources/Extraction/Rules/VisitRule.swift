import Cleaning

/// `赴和县调研考察`, `在山东调研`, `深入园区，调研指导我市工作`: leaders who go to see.
enum VisitRule {
    struct Finding: Sendable {
        var range: Range<Int>
        var isHeadline: Bool
    }

    private static let words = Vocabulary.events

    static func visit(in passage: Passage, headline: Range<Int>?) -> Finding? {
        if let headline, let range = visit(in: passage, headline, isHeadline: true) {
            return Finding(range: range, isHeadline: true)
        }
        guard let lead = LeadRule.sentence(in: passage, headline: headline) else { return nil }
        let start = passage.sentences[lead].lowerBound
        var seen = 0
        var isParty = false
        for sentence in passage.sentences where sentence.lowerBound >= start {
            seen += 1
            if seen > 3 { break }
            if isLongAgo(passage, sentence) { continue }
            for clause in passage.clauses
            where sentence.contains(clause.range.lowerBound) && clause.range.lowerBound >= start {
                // What was done at a meeting is no visit.
                if let verb = meetingVerb(passage, clause.range) {
                    // 交流活动在云溪举行。会长李四率团参观: the party is told of behind it
                    if endsInActivity(passage, clause.range.lowerBound..<verb) {
                        isParty = true
                        continue
                    }
                    // 赴青石镇调研并召开座谈会: the one before the other
                    let before = clause.range.lowerBound..<verb
                    return visit(in: passage, before, isHeadline: false).map { Finding(range: $0, isHeadline: false) }
                }
                // 最近，总书记在东海考察时强调: what somebody else's text starts from
                if seen > 1,
                    clause.range.contains(where: { passage.has("总书记", at: $0, before: clause.range.upperBound) })
                {
                    continue
                }
                if let range = visit(in: passage, clause.range, isHeadline: false),
                    !isParty || leadsParty(passage, clause.range)
                {
                    return Finding(range: range, isHeadline: false)
                }
            }
        }
        return nil
    }

    /// `交流”活动在云溪`, where what follows is 举行.
    private static func endsInActivity(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard let at = range.last(where: { passage.text.scalars[$0] == "在" }) else { return false }
        return passage.has("活动", at: at - 2, before: at) && at - 2 > range.lowerBound
    }

    private static func leadsParty(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains { place in
            ["率团", "率队", "带队", "一行"].contains { passage.has($0, at: place, before: range.upperBound) }
        }
    }

    /// 召开, 举行; 开展调研 is none.
    private static func meetingVerb(_ passage: Passage, _ range: Range<Int>) -> Int? {
        var place = range.lowerBound
        while let found = words.first(.convene, in: passage.text.scalars, place..<range.upperBound) {
            if found.count > 1, !passage.has("开展", at: found.lowerBound, before: found.upperBound) {
                return found.lowerBound
            }
            place = found.upperBound
        }
        return nil
    }

    private static func visit(in passage: Passage, _ range: Range<Int>, isHeadline: Bool) -> Range<Int>? {
        let text = passage.text.scalars
        if isPutOff(passage, range) { return nil }
        if !isHeadline, let party = party(passage, range) { return party }
        if let errand = errand(passage, range, isHeadline) { return errand }
        var place = range.lowerBound
        while passage.skipMarks(&place, before: range.upperBound) {
            let length = words.longest(.visit, in: text, at: place, before: range.upperBound)
            guard length > 0 else {
                place += 1
                continue
            }
            let end = place + length
            // 民警上门走访, 工作人员对辖区开展走访: their daily work
            if !isHeadline, let doer = words.first(.doer, in: text, range.lowerBound..<place),
                !passage.has("代表", at: doer.upperBound, before: place)
            {
                return nil
            }
            if isMain(passage, place, end, range, isHeadline) || !isHeadline && endsJourney(passage, place, end, range)
            {
                return place..<end
            }
            place = end
        }
        return nil
    }

    /// `宣传部部长林望舒走访民主党派机关`: a name between the last post and the verb, and nothing else.
    private static func followsPerson(_ passage: Passage, _ verb: Int, _ range: Range<Int>) -> Bool {
        let text = passage.text.scalars
        guard let post = words.last(.post, in: text, max(range.lowerBound, verb - 12)..<verb) else { return false }
        let name = post.upperBound..<verb
        return (2...3).contains(name.count) && name.allSatisfy { RegionRule.isHan(text[$0]) }
            && Surnames.single[text[name.lowerBound].value] > 0
    }

    /// Where a clause begins that says first how something was done: `冒雨先后察看了河堤`.
    private static func withoutManner(_ passage: Passage, _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        let manners: [StaticString] = ["冒雨", "冒雪", "先后", "实地", "现场", "专程", "亲自", "一同", "详细", "逐一"]
        while let word = manners.first(where: { passage.has($0, at: start, before: range.upperBound) }) {
            start += word.utf8CodeUnitCount / 3
        }
        return start
    }

    /// `处长李四一行到云溪市开展座谈交流`: who leads a party somewhere goes to see; 一行出席仪式 does not.
    private static func party(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        for place in range where passage.has("一行", at: place, before: range.upperBound) {
            var way = place + 2
            // 一行3人
            while way < range.upperBound, way < place + 6,
                Numeral.digit(passage.text.scalars[way]) != nil || passage.text.scalars[way] == "人"
            {
                way += 1
            }
            guard
                ["到", "赴", "来到", "来", "莅临", "前往", "走进", "深入"].contains(where: {
                    passage.has($0, at: way, before: range.upperBound)
                }),
                !range.contains(where: { at in
                    ["出席", "参加", "仪式", "召开", "论坛", "大会"].contains { passage.has($0, at: at, before: range.upperBound) }
                })
            else { continue }
            return place..<place + 2
        }
        return nil
    }

    /// `前往青石县法院开展对口援助`: what somebody went for.
    private static func errand(_ passage: Passage, _ range: Range<Int>, _ isHeadline: Bool) -> Range<Int>? {
        let end = range.upperBound
        func stands(_ words: [StaticString], _ place: Int) -> Bool {
            words.contains { passage.has($0, at: place, before: end) }
        }
        guard let way = range.first(where: { stands(["前往", "赴"], $0) }), way + 4 < end,
            !range.contains(where: { stands(["仪式", "召开", "会议", "论坛", "大会", "培训", "活动"], $0) })
        else { return nil }
        // 率代表团赴青石县对接协作工作
        if isHeadline || (range.lowerBound..<way).contains(where: { stands(["率", "带队", "一行"], $0) }),
            let work = (way + 3..<end).first(where: {
                stands(isHeadline ? ["对接", "洽谈", "招商", "交流"] : ["对接", "洽谈", "招商", "协商", "学习", "开展"], $0)
            })
        {
            return work..<work + 2
        }
        guard let work = (way + 4..<min(end, way + 24)).first(where: { stands(["开展"], $0) }),
            (work..<end).contains(where: { stands(["援助", "帮扶", "交流", "对接", "支援", "指导"], $0) })
        else { return nil }
        return way..<work + 2
    }

    /// 多次考察, 将前往检查: no visit that is told here.
    private static func isPutOff(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains { place in
            switch passage.text.scalars[place] {
            case "多": return passage.has("多次", at: place, before: range.upperBound)
            case "以": return passage.has("以来", at: place, before: range.upperBound)
            case "计":
                return ["计划在", "计划于", "计划到", "计划赴", "计划近期"].contains {
                    passage.has($0, at: place, before: range.upperBound)
                }
            case "时": return passage.has("时任", at: place, before: range.upperBound)
            case "将":
                return ["前往", "赴", "到", "于", "在", "对", "组织", "开展", "率", "深入", "陆续", "适时"].contains {
                    passage.has($0, at: place + 1, before: range.upperBound)
                }
            default: return false
            }
        }
    }

    /// `两年前，书记李某来到青石村考察`
    private static func isLongAgo(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
        sentence.prefix(8).contains { place in
            ["年前，", "去年", "早在", "前年"].contains { passage.has($0, at: place, before: sentence.upperBound) }
        }
    }

    /// `来到大连，围绕…深入开展调查研究`: the way there in an earlier clause, the verb at the end of its own.
    private static func endsJourney(_ passage: Passage, _ start: Int, _ end: Int, _ range: Range<Int>) -> Bool {
        let tails: [StaticString] = ["活动", "工作", "交流", "学习", "指导"]
        let isLast =
            end == range.upperBound
            || end + 2 == range.upperBound && tails.contains { passage.has($0, at: end, before: range.upperBound) }
        guard isLast, let sentence = passage.sentences.first(where: { $0.contains(start) }) else {
            return false
        }
        let before = max(sentence.lowerBound, range.lowerBound - 160)..<range.lowerBound
        return before.contains {
            passage.has("来到", at: $0, before: range.lowerBound) || passage.has("赴", at: $0, before: range.lowerBound)
                || passage.has("前往", at: $0, before: range.lowerBound)
                || passage.has("率队", at: $0, before: range.lowerBound)
                || passage.has("带领", at: $0, before: range.lowerBound)
                || passage.has("先后深入", at: $0, before: range.lowerBound)
        }
    }

    /// The verb is the clause's: at its end or with an object (工作, 情况), after a way there (赴, 到, 来到, 深入, 在) or a
    /// person; never a noun before another noun (调研座谈会, 检查组).
    private static func isMain(
        _ passage: Passage, _ start: Int, _ end: Int, _ range: Range<Int>, _ isHeadline: Bool
    ) -> Bool {
        let text = passage.text.scalars
        if end < range.upperBound {
            switch text[end] {
            case "与", "相", "方", "组", "座", "会", "员", "报", "团", "的", "站", "院", "力", "制", "机", "部", "局", "期", "课", "成",
                "中", "过":
                return false
            default: break
            }
        }
        if isHeadline { return start > range.lowerBound + 1 }
        let before = max(range.lowerBound, start - 30)
        for place in before..<start {
            switch text[place] {
            case "赴", "到", "在", "莅": return true
            // 来我校参观访问, 来校检查
            case "来" where place + 1 < start && "我校院本公到访县市区厂".unicodeScalars.contains(text[place + 1]): return true
            case "深"
            where passage.has("深入", at: place, before: start) && !passage.has("深入开展", at: place, before: start):
                return true
            case "前" where passage.has("前往", at: place, before: start): return true
            case "一" where passage.has("一行", at: place, before: start): return true
            case "率": return true
            // 组织人大代表开展集中视察
            case "组" where passage.has("组织", at: place, before: start):
                if (place..<start).contains(where: {
                    passage.has("代表", at: $0, before: start) || passage.has("委员", at: $0, before: start)
                }) {
                    return true
                }
            default: break
            }
        }
        // 市长李某18日视察新城建设
        if start > range.lowerBound + 4, text[start - 1] == "日", Numeral.digit(text[start - 2]) != nil,
            end < range.upperBound
        {
            return true
        }
        if end < range.upperBound, followsPerson(passage, start, range) { return true }
        return withoutManner(passage, range) == start && end < range.upperBound
    }
}

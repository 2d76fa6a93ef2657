/// What the words before a group of persons make of it: an object, somebody cited, somebody heard.
extension RoleReader {
    func context(_ groups: inout [Group], _ index: Int, _ clause: Int, _ from: Int) {
        let group = groups[index]
        let start = group.span.lowerBound
        // 会见王某一行: both sides are at it
        if words.endsWord(values, before: start, from: clause, of: [.receiving]).map({
            words.exact(values, $0..<start)?.contains(.attending) == true
        }) == true || endsWith("会见了来访的", before: start) || endsWith("会见来访的", before: start) {
            groups[index].roles = .attending
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        if words.endsWord(values, before: start, from: clause, of: [.receiving]) != nil
            || endsWith("陪同", before: start) || endsWith("来访的", before: start)
        {
            // who is called on is at home
            let isHost = ["拜访", "拜访了", "拜会", "拜会了", "看望", "看望了"].contains { endsWith($0, before: start) }
            groups[index].roles = isHost ? .acting : .visiting
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        for word in Self.objectOf where endsWith(word, before: start) && start - word.count >= clause {
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        // 甲代表商会和乙主席对丙一行表示欢迎: for whom he speaks
        if index > 0, clause == from, after(groups[index - 1].span.upperBound, ["代表"]) != nil,
            endsWith("和", before: start) || endsWith("及", before: start) || endsWith("、", before: start)
        {
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        if ["不邀请", "未邀请", "将邀请", "拟邀请", "将不邀请"].contains(where: { endsWith($0, before: start) }) {
            groups[index].isObject = true
            return
        }
        // 肯定了以王某院长为班长的班子
        if endsWith("以", before: start), after(group.end, ["为"]) != nil {
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        // 向即将退休的甲处长及乙局长表示感谢
        if endsWith("的", before: start), (max(clause, start - 10)..<start).contains(where: { values[$0] == 0x5411 }) {
            groups[index].isObject = true
            groups[index].isEmbedded = true
            groups[index].isThanked = true
            return
        }
        if index > 0, groups[index - 1].isThanked, !hasClauseEnd(groups[index - 1].span.upperBound..<start) {
            groups[index].isObject = true
            groups[index].isEmbedded = true
            return
        }
        // 听取了甲作的报告和乙作的报告
        if index > 0, groups[index - 1].isHeard, !hasClauseEnd(groups[index - 1].span.upperBound..<start),
            endsWith("和", before: start) || endsWith("、", before: start) || endsWith("及", before: start)
                || endsWith("与", before: start), let role = given(behind: group.end)
        {
            groups[index].roles = role
            groups[index].isObject = true
            groups[index].isHeard = true
            return
        }
        // 随同李某视察的还有王某
        if index > 0, endsWith("的还有", before: start) || endsWith("的有", before: start),
            ["随同", "陪同"].contains(where: { endsWith($0, before: groups[index - 1].span.lowerBound) }),
            start - groups[index - 1].span.upperBound < 12
        {
            groups[index].roles = .accompanying
            groups[index].isObject = true
            return
        }
        if let role = heardRole(group, clause) {
            groups[index].isHeard = true
            groups[index].roles = role
            groups[index].isObject = true
            return
        }
        if let role = listedRole(clause, start) {
            groups[index].roles = role
            groups[index].isObject = true
            return
        }
        if cites(clause, start) || mentions[group.members.lowerBound].isDoctrine && !isInPerson(group) {
            groups[index].isCited = true
            return
        }
        // `A的讲话及B的讲话`: what is cited goes on
        if index > 0, groups[index - 1].isCited, clause == from, !hasClauseEnd(from..<start),
            from < start, endsWith("及", before: start) || endsWith("、", before: start) || endsWith("和", before: start)
        {
            groups[index].isCited = true
        }
    }

    static let objectOf = [
        "向", "对", "给", "感谢", "祝贺", "任命", "选举", "推选", "聘任", "聘请", "授予", "免去", "关于", "像", "任命了", "选举了", "接替", "纪念",
        "缅怀",
        "为", "告诉", "免去了", "代表", "会请", "要请", "已请", "并请", "责成",
    ]

    /// `听取了A关于计划的报告`, `听取A的发言`: what A gave.
    func heardRole(_ group: Group, _ clause: Int) -> Lexicon.Kind? {
        guard
            words.endsWord(values, before: group.span.lowerBound, from: clause, of: .listening).map({
                values[$0] == 0x542C  // 听
            }) == true
        else { return nil }
        return given(behind: group.end)
    }

    /// 的报告, 的发言 behind somebody.
    private func given(behind end: Int) -> Lexicon.Kind? {
        var place = end
        var found: Lexicon.Kind?
        while place < values.count, place - end < 80, !Script.endsClause(values[place]) {
            // 和 another one's
            if found != nil, place > end, values[place] == 0x548C || values[place] == Script.listComma { break }
            if let word = words.longest(values, at: place, to: values.count, of: [.report, .speech]) {
                found = word.kind.contains(.report) ? .reporting : .speaking
                place = word.end
            } else {
                place += 1
            }
        }
        return found
    }

    /// `参加会议的还有A`, `出席：A`: the verb stands before the names.
    func listedRole(_ clause: Int, _ start: Int) -> Lexicon.Kind? {
        if names(listBefore: start) || isTeam(before: start) { return .attending }
        guard
            endsWith("有", before: start) || endsWith("有：", before: start) || endsWith("为：", before: start)
                || endsWith("是", before: start) || endsWith("是：", before: start) || endsWith("领导：", before: start)
                || endsWith("有，", before: start)
        else { return nil }
        var from = clause
        if clause == start { from = max(0, start - 16) }
        var found: Lexicon.Kind?
        var place = max(from, start - 16)
        while place < start {
            if let word = words.longest(values, at: place, to: start, of: Self.presence) {
                found = word.kind.intersection(Self.presence)
                place = word.end
            } else {
                place += 1
            }
        }
        return found
    }

    /// `13位新闻发言人分别是：A`, `与会嘉宾分别为：A`: those of the event, one by one.
    private func names(listBefore start: Int) -> Bool {
        guard ["分别是：", "分别为：", "分别是", "分别为"].contains(where: { endsWith($0, before: start) }) else { return false }
        return (max(0, start - 14)..<start).contains { place in
            ["发言人分别", "发布人分别", "嘉宾分别", "代表分别", "领导分别", "人员分别", "专家分别"].contains { after(place, [$0]) != nil }
        }
    }

    /// `专家组由副院长李某带队，成员包括A、B`: who came along, not who sits on a committee.
    private func isTeam(before start: Int) -> Bool {
        guard ["成员包括", "成员有", "成员为", "成员还有", "成员："].contains(where: { endsWith($0, before: start) }) else {
            return false
        }
        var place = start
        while place > 0, start - place < 50, values[place - 1] != 0x3002, values[place - 1] != 0x0A {
            place -= 1
            if after(place, ["带队", "率队", "一行"]) != nil { return true }
        }
        return false
    }

    /// `习近平总书记主持会议`, `习近平总书记出席会议`: the leader himself, not what he said elsewhere.
    func isInPerson(_ group: Group) -> Bool {
        let rule = mentions[group.members.lowerBound].rule
        guard rule == .namedPost || rule == .laterMention else { return false }
        var place = group.span.upperBound
        while place < values.count, place - group.span.upperBound < 10, !Script.endsClause(values[place]) {
            if let word = words.longest(values, at: place, to: values.count, of: [.presiding, .attending, .citing]),
                word.end - place >= 2
            {
                return word.kind.isDisjoint(with: .citing)
            }
            place += 1
        }
        return false
    }

    static let presence: Lexicon.Kind = [.attending, .observing, .accompanying, .speaking, .reporting, .absent]

    func cites(_ clause: Int, _ start: Int) -> Bool {
        var place = clause
        while place < start {
            if values[place] == 0x300A, let close = values[place..<start].firstIndex(of: 0x300B) {
                place = close + 1
                continue
            }
            if let word = words.longest(values, at: place, to: start, of: [.citing, .solid]) {
                if word.kind.contains(.citing), !Script.namesStudy(values, place..<word.end) { return true }
                place = word.end
            } else {
                place += 1
            }
        }
        return false
    }

    // MARK: - Looking around

    func has(_ text: Unicode.Scalar, at place: Int) -> Bool {
        place < values.count && values[place] == text.value
    }

    func endsWith(_ text: String, before place: Int) -> Bool {
        let scalars = text.unicodeScalars
        var index = place - scalars.count
        guard index >= 0, place <= values.count else { return false }
        for scalar in scalars {
            if values[index] != scalar.value { return false }
            index += 1
        }
        return true
    }

    /// The end of the first of the texts that stands at `place`.
    func after(_ place: Int, _ texts: [String]) -> Int? {
        for text in texts
        where endsWith(text, before: place + text.unicodeScalars.count) {
            return place + text.unicodeScalars.count
        }
        return nil
    }

    func contains(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> Bool {
        range.contains { values[$0] == scalar.value }
    }

    func hasClauseEnd(_ range: Range<Int>) -> Bool { range.contains { Script.endsClause(values[$0]) } }

    func clauseStart(before place: Int, from: Int) -> Int {
        var start = place
        while start > from, !Script.endsClause(values[start - 1]) { start -= 1 }
        return start
    }
}

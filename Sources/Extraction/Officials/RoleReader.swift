/// What the persons of a text do: groups of persons in each sentence, and the verbs that belong to each group.
struct RoleReader {
    /// Persons named one after the other, who share a predicate.
    struct Group {
        var members: Range<Int>
        var span: Range<Int>
        /// Behind the group: 等.
        var isOpen = false
        var roles: Lexicon.Kind = []
        var isCited = false
        var isObject = false
        var delegates = false
        /// The clause stands inside another group's predicate: 在A陪同下, 受A委托.
        var isEmbedded = false
        /// Where the group's own words end: after 委托, 陪同下.
        var end: Int
        /// The object of 参加 or 出席.
        var event: Range<Int>?
        /// What he reported was heard.
        var isHeard = false
        /// Somebody spoke to them: 向…表示感谢.
        var isThanked = false
        /// Behind the group: 带队.
        var leads = false
        /// Goes with somebody who leads.
        var isLed = false
        /// Behind the group: 一行, so its last member leads a party.
        var leadsParty = false
    }

    let values: [UInt32]
    let words: Lexicon
    let mentions: [Mention]

    init(values: [UInt32], words: Lexicon = Words.all, mentions: [Mention]) {
        self.values = values
        self.words = words
        self.mentions = mentions
    }

    /// The groups of a sentence with their roles; `members` are indices into `mentions`.
    func groups(in sentence: Range<Int>, members: Range<Int>) -> [Group] {
        var groups = grouped(members, sentence)
        for index in groups.indices { surroundings(&groups, index, sentence) }
        for index in groups.indices where !groups[index].isCited && !groups[index].isObject && !groups[index].isLed {
            predicate(&groups, index, sentence)
        }
        inherit(&groups)
        return groups
    }

    // MARK: - Grouping

    private func grouped(_ members: Range<Int>, _ sentence: Range<Int>) -> [Group] {
        var groups: [Group] = []
        for index in members {
            let span = mentions[index].span
            if let last = groups.last, joins(last.span.upperBound..<span.lowerBound) {
                groups[groups.count - 1].members = last.members.lowerBound..<index + 1
                groups[groups.count - 1].span = last.span.lowerBound..<span.upperBound
                groups[groups.count - 1].end = span.upperBound
            } else {
                groups.append(Group(members: index..<index + 1, span: span, end: span.upperBound))
            }
        }
        return groups
    }

    /// Only marks of lists, 和, 与, 以及 … between two persons.
    private func joins(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 4 else { return false }
        for place in gap {
            switch values[place] {
            case Script.listComma, Script.comma, 0x548C, 0x4E0E, 0x53CA, 0x4EE5, 0x540C, 0xFF1B, 0x2C: continue
            default: if Script.isBlank(values[place]) { continue }
            }
            return false
        }
        return true
    }

    // MARK: - What stands around a group

    private func surroundings(_ groups: inout [Group], _ index: Int, _ sentence: Range<Int>) {
        let group = groups[index]
        let from = index > 0 ? groups[index - 1].span.upperBound : sentence.lowerBound
        let clause = clauseStart(before: group.span.lowerBound, from: from)
        var behind = group.span.upperBound
        if has("等", at: behind) {
            groups[index].isOpen = true
            behind += 1
            while let word = words.longest(values, at: behind, to: sentence.upperBound, of: .post),
                word.kind.contains(.shared)
            {
                behind = word.end
            }
            behind = pastOthers(behind, sentence.upperBound)
        }
        if let end = after(behind, ["一行"]) {
            groups[index].leadsParty = true
            behind = end
        } else if let end = party(behind, sentence.upperBound) {
            // 由张三带队，李四、王五一行: those who go with the one that leads
            let isLed = groups[..<index].contains { $0.leads }
            groups[index].roles.insert(isLed ? .attending : .visiting)
            groups[index].isLed = isLed
            behind = end
        } else if let end = after(behind, ["率队", "带队", "率团"]) {
            groups[index].leads = true
            groups[index].roles.insert(.visiting)
            behind = end
        }
        groups[index].end = behind
        // 李某书记的讲话站位高: what is praised, by somebody who need not be here
        if after(behind, ["的讲话站", "的讲话高", "的讲话精", "的讲话内", "的讲话是", "的讲话为", "的讲话深", "的重要讲话", "的重要批示", "的批示", "的重要指示"])
            != nil
        {
            groups[index].isCited = true
            return
        }
        if let end = after(behind, ["的委托", "委托"]),
            index == 0 || endsWith("受", before: group.span.lowerBound)
                || contains("受", clause..<group.span.lowerBound)
        {
            groups[index].delegates = true
            groups[index].isEmbedded = true
            groups[index].end = end
            return
        }
        if let end = after(behind, ["全程陪同", "陪同"]), endsWith("由", before: group.span.lowerBound) {
            groups[index].roles = .accompanying
            groups[index].isEmbedded = true
            groups[index].isObject = true
            groups[index].end = end
            return
        }
        // 在副秘书长甲，办公室等部门负责人的陪同下
        if endsWith("在", before: group.span.lowerBound),
            index + 1 >= groups.count || groups[index + 1].span.lowerBound > behind + 40
        {
            let limit = min(sentence.upperBound, behind + 40)
            if let end = (behind..<limit).lazy.compactMap({ after($0, ["的陪同下"]) }).first(where: { $0 <= limit }) {
                groups[index].roles = .accompanying
                groups[index].isEmbedded = true
                groups[index].isObject = true
                groups[index].end = end
                return
            }
        }
        if let end = after(behind, ["的陪同下", "陪同下", "的陪同", "等陪同下"]),
            endsWith("在", before: group.span.lowerBound)
                || contains("在", clause..<group.span.lowerBound)
        {
            groups[index].roles = .accompanying
            groups[index].isEmbedded = true
            groups[index].isObject = true
            groups[index].end = end
            return
        }
        if let end = after(behind, ["的详细介绍下", "的介绍下", "的讲解下", "的引导下", "的带领介绍下"]) {
            groups[index].isEmbedded = true
            groups[index].isObject = true
            groups[index].end = end
            return
        }
        if let end = after(behind, ["的主持下", "主持下", "的召集下", "召集下"]) {
            groups[index].roles = .presiding
            groups[index].isEmbedded = true
            groups[index].isObject = true
            groups[index].end = end
            return
        }
        if let end = after(behind, ["的带领下", "带领下", "的率领下", "率领下"]) {
            groups[index].roles = .visiting
            groups[index].isEmbedded = true
            groups[index].isObject = true
            groups[index].end = end
            return
        }
        context(&groups, index, clause, from)
    }

    /// `及相关领导一行7人`: the party of all who are named.
    private func party(_ start: Int, _ end: Int) -> Int? {
        guard start + 4 < end, values[start] == 0x53CA || values[start] == 0x548C || values[start - 1] == 0x7B49 else {
            return nil  // 及 和 等
        }
        for place in start + 2..<min(end - 1, start + 12) {
            guard Script.isHan(values[place]) else { return nil }
            if values[place] == 0x4E00, values[place + 1] == 0x884C { return place + 2 }
        }
        return nil
    }

    /// `等企业代表，`: the others of an open list, up to the mark behind them.
    private func pastOthers(_ start: Int, _ end: Int) -> Int {
        var place = start
        while place < end, place - start < 16, Script.isHan(values[place]) {
            let wanted = Lexicon.Kind.anyRole.union([.breaker, .post, .solid])
            guard let word = words.longest(values, at: place, to: end, of: wanted) else {
                place += 1
                continue
            }
            // 负责人 is no 负责.
            let isNoun = !word.kind.isDisjoint(with: [.post, .solid])
            if !isNoun, word.end - place > 1 || !word.kind.isDisjoint(with: .anyRole) { return start }
            place = isNoun ? word.end : place + 1
        }
        guard place < end, place > start, values[place] == Script.comma || values[place] == Script.listComma else {
            return start
        }
        return place
    }

    // MARK: - Predicates

    private func predicate(_ groups: inout [Group], _ index: Int, _ sentence: Range<Int>) {
        if groups[index].delegates { return }
        var stretches: [Range<Int>] = []
        var start = groups[index].end
        var next = index + 1
        while next < groups.count {
            stretches.append(start..<max(start, groups[next].span.lowerBound))
            start = groups[next].isCited ? pastWords(of: groups[next], sentence.upperBound) : groups[next].end
            // 围绕学习王某讲话精神发言; 深入落实王某要求，到园区调研: who is cited ends no predicate
            guard groups[next].isEmbedded || groups[next].isCited else { break }
            next += 1
        }
        if next >= groups.count { stretches.append(start..<max(start, sentence.upperBound)) }
        var reader = PredicateReader(values: values, words: words, known: groups[index].roles)
        for stretch in stretches where !reader.isDone { reader.read(stretch) }
        groups[index].roles.formUnion(reader.roles)
        groups[index].event = reader.event
    }

    /// Behind `…重要讲话、批示精神`, else where the clause ends.
    private func pastWords(of group: Group, _ end: Int) -> Int {
        var place = group.end
        var close = place
        while place < end, !Script.endsClause(values[place]) {
            if let behind = after(place, ["精神"]) { close = behind }
            place += 1
        }
        return close > group.end ? close : place
    }

    /// `A，市直有关部门负责人，B参加会议`: a group without a predicate shares that of the next one.
    private func inherit(_ groups: inout [Group]) {
        guard let last = groups.last, groups.count > 1 else { return }
        // 甲，乙公司发起人，丙先后发言: all who were named before
        let takesTurns = after(last.end, ["先后", "分别", "依次", "相继"]) != nil
        for index in stride(from: groups.count - 2, through: 0, by: -1) {
            let next = groups[index + 1]
            if groups[index].roles.isEmpty, !groups[index].isCited, !groups[index].isObject, !groups[index].delegates,
                !next.isCited, !next.isObject, !next.delegates, takesTurns || isNear(groups[index], next),
                joinsNext(groups[index].end) || actsWith(groups[index], next)
            {
                groups[index].roles = next.roles
                groups[index].event = next.event
            }
        }
    }

    /// `部长甲在云溪与局长乙共同主持会议`: what two do together.
    private func actsWith(_ group: Group, _ next: Group) -> Bool {
        let start = next.span.lowerBound
        let gap = group.end..<max(group.end, start)
        let isJoined = gap.count < 40 && gap.contains { has("与", at: $0) || has("同", at: $0) || has("和", at: $0) }
        guard isJoined, !hasClauseEnd(gap) else { return false }
        return after(next.end, ["共同", "一同", "一起", "一道", "联合", "举行", "进行座谈", "座谈", "会谈", "会晤"]) != nil
    }

    /// Names that could not be read may stand between two of one list.
    private func isNear(_ group: Group, _ next: Group) -> Bool {
        let gap = group.end..<max(group.end, next.span.lowerBound)
        return gap.count < 40 || gap.count < 90 && !hasClauseEnd(gap.dropFirst())
    }

    /// A mark, 和 or 及 directly behind a group: more subjects follow.
    private func joinsNext(_ place: Int) -> Bool {
        guard place < values.count else { return false }
        switch values[place] {
        case Script.comma, Script.listComma, 0xFF1B, 0x2C, 0x548C, 0x53CA, 0x4E0E, 0x4EE5: return true
        default: return false
        }
    }
}

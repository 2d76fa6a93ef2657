/// What the words around a verb make of it: whose it is, and whether it is one.
extension PredicateReader {
    /// `介绍了全市水利工作情况`: a report; `介绍了本市情况`: words of the speaker.
    func tellsOfWork(_ range: Range<Int>, _ end: Int) -> Bool {
        guard range.contains(where: { values[$0] == 0x4ECB }) else { return false }  // 介绍
        var place = range.upperBound
        while place + 3 < end, !Script.endsClause(values[place]) {
            if values[place] == 0x5DE5, values[place + 1] == 0x4F5C, values[place + 2] == 0x60C5 { return true }  // 工作情
            place += 1
        }
        return false
    }

    /// `接受本报记者采访时说`
    func isInterview(_ place: Int, _ end: Int) -> Bool {
        guard place + 2 < end else { return false }
        // 告诉《云溪日报》记者
        if values[place] == 0x544A, values[place + 1] == 0x8BC9 { return values[place + 2] == 0x300A }
        guard values[place] == 0x63A5, values[place + 1] == 0x53D7 else { return false }  // 接受
        var next = place + 2
        while next + 1 < end, next - place < 26, !Script.endsClause(values[next]) {
            if values[next] == 0x91C7, values[next + 1] == 0x8BBF { return true }  // 采访
            next += 1
        }
        return false
    }

    /// `主持，参加会议的还有…`: others follow.
    func opensList(_ start: Int, _ end: Int) -> Bool {
        var place = start
        while place + 1 < end, place - start < 8, !Script.endsClause(values[place]) {
            // 的还有, 的有
            if values[place] == 0x7684, values[place + 1] == 0x8FD8 || values[place + 1] == 0x6709 { return true }
            place += 1
        }
        return false
    }

    /// `多次到园区考察`: what he did at other times.
    func isFrequent(before verb: Int) -> Bool {
        var place = verb
        while place > 1, verb - place < 24, !Script.endsClause(values[place - 1]) {
            place -= 1
            if values[place] == 0x6B21, values[place - 1] == 0x591A { return true }  // 多次
        }
        return false
    }

    /// `在县领导陪同下`, `由镇长陪同`: what others do.
    func others(accompany place: Int, _ end: Int) -> Bool {
        guard place < end else { return false }
        return values[place] == 0x4E0B || values[place] == 0x7684 && place + 1 < end && values[place + 1] == 0x4E0B
    }

    /// `到会致辞`: the speech is what he did.
    func isArrival(_ range: Range<Int>, _ end: Int) -> Bool {
        guard range.count == 2, values[range.lowerBound] == 0x5230 || values[range.lowerBound] == 0x8385,
            values[range.lowerBound + 1] == 0x4F1A
        else { return false }
        return words.longest(values, at: range.upperBound, to: end, of: .speaking) != nil
    }

    /// `主持，在家领导和代表300余人参加`: the clause has subjects of its own.
    func hasOthers(before verb: Int) -> Bool {
        var place = verb
        while place > 0, verb - place < 40, !Script.endsClause(values[place - 1]) {
            place -= 1
            switch values[place] {
            case 0x4EBA, 0x5458, 0x8868, 0x5BFC, 0x5FD7, 0x4F4D: return true  // 人 员 表 导 志 位
            default: continue
            }
        }
        return false
    }

    /// A verb of saying that somebody's words follow: `指出，`, `强调要`.
    func quotes(_ place: Int, _ end: Int) -> Bool {
        place >= end || !Script.isHan(values[place]) || values[place] == 0x8981
    }

    /// 调研组, 讲话精神, 汇报材料: nouns, no predicates.
    func isNoun(_ range: Range<Int>, _ end: Int) -> Bool {
        let next = range.upperBound
        guard next < end else { return false }
        switch values[next] {
        case 0x9886, 0x4EBA, 0x5609, 0x4E13, 0x5168, 0x5404:  // 领导 人员 嘉宾 专家 全体 各
            // 向与会领导介绍: those who are there
            return range.count == 2 && (values[next - 1] == 0x4F1A || values[next - 1] == 0x5EA7)  // 与会, 在座
        case 0x7EC4, 0x56E2, 0x5458, 0x7A3F, 0x7CBE, 0x7A0B, 0x6750, 0x6210: return range.count >= 2  // 组 团 员 稿 精 程 材 成
        case 0x62A5 where range.upperBound + 1 < end && values[next + 1] == 0x544A:  // 报告
            return words.exact(values, range).map { $0.contains(.visiting) } ?? false
        default: return false
        }
    }

    /// `按照省委部署要求，`: what the clause goes by, said by somebody else before.
    func isMeasure(_ range: Range<Int>, _ end: Int) -> Bool {
        let next = range.upperBound
        guard next >= end || Script.endsClause(values[next]) || values[next] == Script.listComma else { return false }
        var place = range.lowerBound
        while place > 0, range.lowerBound - place < 40, !Script.endsClause(values[place - 1]) { place -= 1 }
        guard place + 1 < range.lowerBound else { return false }
        switch (values[place], values[place + 1]) {
        // 按照 遵照 对照 根据 依据
        case (0x6309, 0x7167), (0x9075, 0x7167), (0x5BF9, 0x7167), (0x6839, 0x636E), (0x4F9D, 0x636E): return true
        default: return false
        }
    }
}

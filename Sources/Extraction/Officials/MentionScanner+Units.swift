/// What belongs to a unit though it looks like its end: 和 between fields of work, a verb in a body's name.
extension MentionScanner {
    /// 和, 与, 及 between two fields of work belong to the unit: 工业和信息化部. So do verbs that a unit's end follows: 督查室.
    func joinsUnit(_ range: Range<Int>) -> Bool {
        guard range.upperBound < end else { return false }
        switch values[range.lowerBound] {
        case 0x548C, 0x4E0E, 0x53CA:
            guard range.count == 1, range.lowerBound > unitStart else { return false }
            return words.endsWord(values, before: range.lowerBound, from: unitStart, of: .field) != nil
                && (words.longest(values, at: range.upperBound, to: end, of: .field) != nil
                    || joinsDepartment(range.upperBound))
                || joinsSociety(range)
        default: break
        }
        // 书记王某以及院长李某
        if values[range.lowerBound] == 0x4EE5, range.count == 2, values[range.lowerBound + 1] == 0x53CA { return false }
        guard range.count >= 2, words.exact(values, range)?.contains(.credit) != true else { return false }
        if leads(range) { return true }
        // 邀请局长, but 督查室主任
        if words.longest(values, at: range.upperBound, to: end, of: .post) != nil { return false }
        let next = values[range.upperBound]
        switch next {
        case 0x5BA4, 0x5904, 0x79D1, 0x529E, 0x5C40, 0x7EC4, 0x90E8, 0x9662, 0x59D4, 0x961F, 0x6240, 0x7AD9, 0x53F8:
            // 室 处 科 办 局 组 部 院 委 队 所 站 司
            return true
        case 0x4E2D:  // 中心
            return range.upperBound + 1 < end && values[range.upperBound + 1] == 0x5FC3
        default: return false
        }
    }

    /// 职业教育和成人教育司: what follows 和 ends soon in a department.
    func joinsDepartment(_ start: Int) -> Bool {
        guard start < end, !isLevel(values[start]), words.longest(values, at: start, to: end, of: .place) == nil else {
            return false
        }
        for place in start + 2..<max(start + 2, min(end, start + 8)) {
            guard Script.isHan(values[place]) else { return false }
            switch values[place] {
            case 0x53F8, 0x5C40, 0x90E8, 0x5385, 0x59D4, 0x5904: return true  // 司 局 部 厅 委 处
            default: continue
            }
        }
        return false
    }

    /// 省推进城镇化工作领导小组, 全国关注湿地活动执委会, 网络社会组织联合会: the verb belongs to the body's name.
    func leads(_ range: Range<Int>) -> Bool {
        guard let word = words.exact(values, range), word.isDisjoint(with: Self.personal) || word.contains(.citing)
        else { return false }
        if let body = words.longest(values, at: range.upperBound, to: end, of: [.learned, .steering]),
            body.end - range.upperBound >= 2, values[range.upperBound] != 0x59D4, range.lowerBound > unitStart
        {
            return true
        }
        guard range.lowerBound > unitStart, range.lowerBound - unitStart <= 8,
            isLevel(values[range.lowerBound - 1])
                || words.endsWord(values, before: range.lowerBound, from: unitStart, of: .place) == unitStart
                || words.endsWord(values, before: range.lowerBound, from: unitStart, of: .scope) == unitStart
        else { return false }
        var place = range.upperBound
        while place < end, place - range.upperBound < 24 {
            let value = values[place]
            if Script.opens(value), let close = shortQuote(at: place) {
                place = close + 1
                continue
            }
            guard Script.isHan(value) else { return false }
            if let body = words.longest(values, at: place, to: end, of: .steering) {
                // somebody has to hold an office in it
                return (body.end..<min(end, body.end + 8)).contains {
                    words.longest(values, at: $0, to: end, of: .post) != nil
                }
            }
            place += 1
        }
        return false
    }

    /// What persons do, as opposed to bodies.
    static let personal: Lexicon.Kind = [
        .presiding, .speaking, .saying, .reporting, .attending, .observing, .visiting, .guiding, .accompanying, .absent,
        .listening, .delivering, .receiving, .convening, .holding,
    ]

    /// 中国老年学和老年医学学会: learned bodies with fields of their own.
    func joinsSociety(_ range: Range<Int>) -> Bool {
        guard words.endsWord(values, before: range.lowerBound, from: unitStart, of: [.unit, .post]) == nil,
            !isLevel(values[range.upperBound]),
            words.longest(values, at: range.upperBound, to: end, of: .place) == nil
        else { return false }
        var place = range.upperBound
        while place + 1 < end, place - range.upperBound < 14, Script.isHan(values[place]) {
            if let body = words.longest(values, at: place, to: end, of: .learned), body.end - place >= 2 { return true }
            place += 1
        }
        return false
    }

    func isLevel(_ value: UInt32) -> Bool {
        switch value {
        case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x9547, 0x4E61, 0x5DDE: true
        default: false
        }
    }
}

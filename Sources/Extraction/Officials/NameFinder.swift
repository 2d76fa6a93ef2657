/// Finds where a person's name ends, given where it could begin.
///
/// A candidate is scored by its surname, by the characters of the given name and by what stands behind it.
struct NameFinder: Sendable {
    /// What is known of the place before the name.
    enum Setting {
        /// Directly behind a title.
        case titled
        /// Directly behind a title that is often said of nobody: 代表, 专家, 成员.
        case general
        /// Behind a name and 、.
        case list
        /// Nothing: only the verb behind it speaks for a name.
        case bare
    }

    struct Found: Sendable {
        var range: Range<Int>
        var score: Int
        var sure: Bool
    }

    let values: [UInt32]
    let words: Lexicon

    init(values: [UInt32], words: Lexicon = Words.all) {
        self.values = values
        self.words = words
    }

    func find(at start: Int, in setting: Setting, to limit: Int) -> Found? {
        guard start < limit, Script.isHan(values[start]) else { return nil }
        if let dotted = dotted(at: start, setting, to: limit) { return dotted }
        if let spaced = spaced(at: start, setting, to: limit) { return spaced }
        var best: Found?
        if let chinese = chinese(at: start, setting, to: limit) { best = chinese }
        if setting != .bare, let composed = composed(at: start, setting, to: limit),
            composed.range.count > (best?.range.count ?? 0) || composed.score > best!.score
        {
            return composed
        }
        if setting != .bare, best == nil || best!.score < 40, let foreign = foreign(at: start, setting, to: limit),
            setting != .general || follow(foreign.range.upperBound, limit) >= 30, foreign.score > (best?.score ?? 0)
        {
            best = foreign
        }
        return best
    }

    // MARK: - Chinese names

    private func chinese(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
        var best: Found?
        func offer(_ length: Int, surname: Int, weight: Int) {
            let end = start + length
            guard end <= limit else { return }
            guard let score = score(start..<end, surname: surname, weight: weight, setting, limit) else { return }
            if best == nil || score > best!.score {
                best = Found(
                    range: start..<end, score: score, sure: score >= sureScore(weight, setting, follow(end, limit)))
            }
        }
        if Surnames.double.longest(values, at: start, to: limit) != nil {
            offer(4, surname: 2, weight: 5)
            offer(3, surname: 2, weight: 5)
        }
        let weight = Int(Surnames.single[values[start]])
        guard weight > 0 else { return best }
        offer(3, surname: 1, weight: weight)
        offer(2, surname: 1, weight: weight)
        if start + 1 < limit, weight >= 3, Surnames.single[values[start + 1]] >= 3, setting != .bare {
            offer(4, surname: 2, weight: 1)
        }
        return best
    }

    /// What a name has to score to need nobody's look: less behind a title and before a mark or a verb of meetings.
    private func sureScore(_ weight: Int, _ setting: Setting, _ after: Int) -> Int {
        switch setting {
        case .titled where weight >= 2 && after >= 30: 32
        case .titled where weight >= 4: 38
        case .general where weight >= 4 && after >= 30: 40
        default: 45
        }
    }

    private func score(_ range: Range<Int>, surname: Int, weight: Int, _ setting: Setting, _ limit: Int) -> Int? {
        for index in range where !Script.isHan(values[index]) { return nil }
        // 月月有推进、季季有检查
        if range.count == 3, values[range.lowerBound] == values[range.lowerBound + 1],
            values[range.upperBound - 1] == 0x6709
        {
            return nil
        }
        let after = follow(range.upperBound, limit)
        var score = weight * 5 + after
        if range.count == surname + 2 { score += 4 }
        for index in range.dropFirst(surname) {
            let given = Int(GivenNames.weights[values[index]])
            if given <= -20 || given < 0 && setting == .bare { return nil }
            score += given
        }
        guard let penalty = wordPenalty(range, setting, after, limit) else { return nil }
        score -= penalty
        let second = range.lowerBound + surname
        score -= swallowed(range, after: second, limit)
        if range.count > surname + 1 {
            let last = values[range.upperBound - 1]
            if last == 0x5411 { score -= 12 }  // 向: 李向东, not 王伟向
            // 李明为“云溪学堂”揭牌
            if last == 0x4E3A, range.upperBound < limit, Script.opens(values[range.upperBound]) { score -= 24 }
            // 王伟、李强均出席
            if last == 0x5747, setting == .list, after >= 32 { score -= 16 }
        }
        // 林岳关于…的汇报: nor the word that opens what it is about
        for place in second + 1..<max(second + 1, range.upperBound) {
            if let word = words.longest(values, at: place, to: limit, of: .breaker), word.end > range.upperBound,
                values[place] != 0x548C  // 和 ends names: 范志和先生
            {
                return nil
            }
        }
        if let word = words.longest(values, at: second, to: limit, of: .follower), word.end - second >= 2 {
            // 王强调研: the given name must not swallow the verb behind it, nor be one
            if word.end > range.upperBound { score -= 14 } else { score -= 30 }
        }
        if let post = words.longest(values, at: second, to: limit, of: .post), post.end >= range.upperBound {
            return nil
        }
        let floor =
            switch setting {
            case .titled, .general: weight == 1 ? 34 : 26
            case .list: 30
            case .bare: 46
            }
        return score >= floor ? score : nil
    }

    /// 巴威所在, 李明因病: the last character begins a word that goes on behind the name.
    private func swallowed(_ range: Range<Int>, after second: Int, _ limit: Int) -> Int {
        let last = range.upperBound - 1
        guard last > second,
            let word = words.longest(values, at: last, to: limit, of: .follower), word.end > range.upperBound
        else { return 0 }
        return 14
    }

    /// What a word that the name would begin with takes away; nil where the word rules the name out.
    private func wordPenalty(_ range: Range<Int>, _ setting: Setting, _ after: Int, _ limit: Int) -> Int? {
        var penalty = 0
        if let word = words.longest(values, at: range.lowerBound, to: limit, of: [.common, .place]) {
            if word.end > range.upperBound || setting == .bare || after < 25 { return nil }
            penalty = word.end < range.upperBound ? 18 : setting == .list ? 14 : 24
        }
        if let verb = words.longest(values, at: range.lowerBound, to: limit, of: .follower),
            verb.end - range.lowerBound >= 2
        {
            if verb.end > range.upperBound || after < 28 { return nil }
            penalty = max(penalty, verb.end == range.upperBound ? 24 : 12)
        }
        return penalty
    }

    /// How well what stands at `place` goes with a name before it: 30 for a mark, 0 for an unknown character.
    func follow(_ place: Int, _ limit: Int) -> Int {
        guard place < limit else { return 30 }
        let value = values[place]
        if !Script.isHan(value) {
            if Script.isDigit(value) { return 18 }
            return (0x41...0x7A).contains(value) ? 0 : 30
        }
        if let word = words.longest(values, at: place, to: limit, of: [.follower, .post, .honorific]) {
            let length = word.end - place
            if word.kind.contains(.post), !word.kind.contains(.follower) { return 16 }
            if !word.kind.isDisjoint(with: .anyRole) && length >= 2 { return 32 }
            if word.kind.contains(.honorific) { return 36 }
            if word.kind.contains(.delivering), length == 1, place + 1 < limit, delivers(values[place + 1]) {
                return 36
            }
            if length >= 2 { return 28 }
            switch value {
            case 0x548C where endsName(place, limit): return 4  // 和
            case 0x548C, 0x4E0E, 0x53CA: return leadsToPost(place + 1, limit) ? 30 : 24  // 和 与 及
            case 0x7B49, 0x5728: return 24  // 等 在
            case 0x5C06, 0x5DF2, 0x66FE, 0x53D7, 0x56E0, 0x7531, 0x4EE5, 0x4ECE, 0x8BF7, 0x672A, 0x4E5F, 0x5230, 0x8D74,
                0x6765, 0x4E8E, 0x5E76, 0x5747, 0x7387:
                // 将 已 曾 受 因 由 以 从 请 未 也 到 赴 来 于 并 均 率: verbs that something follows
                return place + 1 < limit && !Script.endsClause(values[place + 1])
                    && values[place + 1] != Script.listComma ? 24 : 4
            case 0x4F5C: return 22  // 作
            case 0x7684, 0x5C31, 0x5BF9, 0x8BF4, 0x79F0, 0x5411, 0x4E3A: return 20  // 的 就 对 说 称 向 为
            default: return 14
            }
        }
        if value == 0x526F { return 16 }  // 副
        if let word = words.longest(values, at: place, to: limit, of: .breaker), word.end - place >= 2 { return 28 }
        return 0
    }

    /// `陶景和强调`, `陶景和到芦溪镇`: a 和 that a verb or a mark follows joins nothing; it belongs to the name.
    private func endsName(_ place: Int, _ limit: Int) -> Bool {
        let next = place + 1
        guard next < limit, Script.isHan(values[next]) else { return true }
        if let verb = words.longest(values, at: next, to: limit, of: .follower) {
            if verb.end - next >= 2 { return !verb.kind.isDisjoint(with: .anyRole) }
            // 到芦溪镇, 赴省城; but 和到场群众
            guard values[next] == 0x5230 || values[next] == 0x8D74, verb.end < limit else { return false }
            return values[verb.end] != 0x573A
        }
        return false
    }

    /// `方诚及秘书长牧野清`: what stands before 及 is a name as surely as before a mark.
    private func leadsToPost(_ place: Int, _ limit: Int) -> Bool {
        guard place < limit else { return false }
        return values[place] == 0x526F || words.longest(values, at: place, to: limit, of: .post) != nil  // 副
    }

    /// `作《…》`, `作了`, `作专题…`: 作 is a verb there, not the end of a name.
    private func delivers(_ value: UInt32) -> Bool {
        switch value {
        case 0x300A, 0x4E86, 0x7684, 0x9898, 0x4E3B, 0x4E13, 0x52A8, 0x62A5, 0x4EA4, 0x8868, 0x603B, 0x5DE5, 0x8BF4,
            0x91CD, 0x60C5, 0x5173, 0x8BB2, 0x53D1, 0x5178, 0x5BF9, 0x6C47:
            // 《 了 的 题 主 专 动 报 交 表 总 工 说 重 情 关 讲 发 典 对 汇
            return true
        default: return false
        }
    }

    // MARK: - Names with dots, with spaces, of other languages

    /// 才让多杰, 斯琴高娃, and 巴特尔, but not 乌兰 alone: that is a place as well.
    private func composed(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
        guard var name = ComposedNames.name(values, at: start, to: limit) else { return nil }
        if name.parts == 1, name.end - start == 2, setting == .titled, let end = otherPart(name.end, limit) {
            name = (end, 2)
        }
        let range = start..<name.end
        let after = follow(name.end, limit)
        guard after >= (name.parts > 1 ? 14 : 24), name.parts > 1 || range.count > 2 || after >= 28 else { return nil }
        return Found(range: range, score: 30 + after / 2 + 4 * name.parts, sure: name.parts > 1 || range.count > 2)
    }

    /// The rest of a name that begins as such names do, up to a mark or a verb of meetings.
    private func otherPart(_ start: Int, _ limit: Int) -> Int? {
        guard follow(start, limit) < 14 else { return nil }
        for end in start + 1...start + 3 where end <= limit {
            guard GivenNames.foreign[values[end - 1]] > 0 || GivenNames.weights[values[end - 1]] > 0 else { return nil }
            if follow(end, limit) >= 30 { return end - start >= 2 ? end : nil }
        }
        return nil
    }

    private func dotted(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
        var place = start
        while place < limit, place - start <= 7, Script.isHan(values[place]) {
            if GivenNames.foreign[values[place]] == 0, setting == .bare || place == start { return nil }
            if words.longest(values, at: place, to: limit, of: .post) != nil { return nil }
            place += 1
        }
        guard place < limit, place > start, Script.isDot(values[place]),
            words.longest(values, at: start, to: place, of: [.common, .place, .unit, .field]) == nil
        else { return nil }
        var end = place
        while end < limit, Script.isDot(values[end]) {
            let part = end + 1
            var run = part
            while run < limit, run - part < 9, Script.isHan(values[run]) { run += 1 }
            guard run > part else { return end > place ? Found(range: start..<end, score: 60, sure: true) : nil }
            if run < limit, Script.isDot(values[run]) {
                end = run
                continue
            }
            end = lastPart(from: part, to: run, limit)
        }
        return Found(range: start..<end, score: 60, sure: end - start >= 4)
    }

    /// The end of the last part of a name with dots: before a mark, else before the verb or post that follows.
    private func lastPart(from start: Int, to end: Int, _ limit: Int) -> Int {
        var place = start + 1
        while place < end {
            if follow(place, limit) >= 16, GivenNames.foreign[values[place]] <= 0 || follow(place, limit) >= 28 {
                return place
            }
            // 辛格坐着轮椅: two characters that names of other languages do not use
            if place - start >= 2, place + 1 < end, isStrange(place), isStrange(place + 1) { return place }
            place += 1
        }
        return end
    }

    private func isStrange(_ place: Int) -> Bool {
        GivenNames.foreign[values[place]] <= 0 && GivenNames.weights[values[place]] <= 0
    }

    /// `王 伟`, `欧阳 锋`: names set wide.
    private func spaced(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
        let isDouble = Surnames.double.exact(values, start..<min(start + 2, limit)) != nil
        guard setting != .bare, isDouble || Surnames.single[values[start]] >= 2 else { return nil }
        let surname = isDouble ? 2 : 1
        var place = start + surname
        while place < limit, place - start <= surname + 2, Script.isBlank(values[place]) { place += 1 }
        guard place > start + surname, place < limit, Script.isHan(values[place]),
            GivenNames.weights[values[place]] > -9,
            follow(place + 1, limit) >= 20
        else { return nil }
        return Found(range: start..<place + 1, score: 50, sure: true)
    }

    private func foreign(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
        var end = start
        while end < limit, end - start < 9, GivenNames.foreign[values[end]] > 0 {
            if end - start >= 2 {
                if follow(end, limit) >= 28 { break }
                if words.longest(values, at: end, to: limit, of: .post).map({ $0.end - end >= 2 }) == true { break }
            }
            end += 1
        }
        // the run may hold the first character of the verb behind it
        var place = end
        while place - start >= 2 {
            let after = follow(place, limit)
            if after >= 24 || place == end && after >= 14 {
                if words.longest(values, at: start, to: limit, of: [.common, .place]) != nil { return nil }
                if words.longest(values, at: start, to: limit, of: .follower).map({ $0.end - start >= 2 }) == true {
                    return nil
                }
                let score = (place - start >= 3 ? 30 : 26) + after / 4
                return Found(range: start..<place, score: score, sure: after >= 28 && place - start >= 3)
            }
            place -= 1
        }
        return setting == .general ? nil : unusual(at: start, to: limit)
    }

    /// A name without a known surname, before a mark or a verb of meetings: `巴特尔、`.
    private func unusual(at start: Int, to limit: Int) -> Found? {
        if words.longest(
            values, at: start, to: limit,
            of: [.common, .place, .solid, .unit, .field, .post, .follower, .breaker, .trap]) != nil
        {
            return nil
        }
        var end = start
        while end < limit, end - start < 5, Script.isHan(values[end]) {
            if end - start == 3, follow(end, limit) >= 32 { break }
            let weight = GivenNames.weights[values[end]]
            if weight <= -9 || weight <= 0 && GivenNames.foreign[values[end]] == 0, end > start { return nil }
            end += 1
        }
        guard end - start >= 3, end - start <= 4, end == limit || follow(end, limit) >= 30 else { return nil }
        return Found(range: start..<end, score: 27, sure: false)
    }
}

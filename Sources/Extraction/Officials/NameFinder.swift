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
        // 云报·财经社: a name with a dot that is none
        if let end = best?.range.upperBound, end < limit, Script.isDot(values[end]) { return nil }
        return best ?? (setting == .titled ? addressed(at: start, to: limit) : nil)
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
        // 总会计师高清，: a word it could be, but right between a title and a mark
        score -= setting == .titled && weight == 3 && after >= 30 ? min(penalty, 20) : penalty
        let second = range.lowerBound + surname
        score -= swallowed(range, after: second, limit)
        if range.count > surname + 1 {
            let last = values[range.upperBound - 1]
            if last == 0x5411 { score -= 12 }  // 向: 李向东, not 王伟向
            if last == 0x5316, weight < 3 { score -= 16 }  // 集约化, 专业化
            // 李明为“云溪学堂”揭牌
            if last == 0x4E3A, range.upperBound < limit,
                Script.opens(values[range.upperBound]) || appoints(range.upperBound, limit)
            {
                score -= 24
            }
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
            // 护士长黄海虹和医师…: right behind a title 和 is as good as a mark; 黄海林、李明: a list begins with a place
            let isShorter = word.end < range.upperBound
            let opensList =
                isShorter && range.upperBound < limit && values[range.upperBound] == Script.listComma
            if word.end > range.upperBound || setting == .bare && !opensList || after < (isShorter ? 24 : 25) {
                return nil
            }
            if setting == .bare { return 8 }
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

    /// `宋健为委员会主任`: a post in the words behind 为.
    private func appoints(_ place: Int, _ limit: Int) -> Bool {
        for next in place..<min(limit, place + 8) {
            guard Script.isHan(values[next]) else { return false }
            if let post = words.longest(values, at: next, to: limit, of: .post),
                post.end >= limit || !Script.isHan(values[post.end])
            {
                return true
            }
        }
        return false
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

}

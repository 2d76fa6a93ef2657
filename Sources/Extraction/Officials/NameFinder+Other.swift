/// Names with dots, with spaces, of other languages, and those that nothing but what stands around them tells.
extension NameFinder {
    /// `局长袭燕同志`: whatever stands between a title and 同志, 先生, 女士 is a name.
    func addressed(at start: Int, to limit: Int) -> Found? {
        for length in [2, 3] where start + length + 1 < limit {
            let end = start + length
            guard words.longest(values, at: end, to: limit, of: .honorific) != nil,
                values[start..<end].allSatisfy({ Script.isHan($0) && GivenNames.weights[$0] > -9 }),
                words.longest(
                    values, at: start, to: end,
                    of: [.common, .place, .unit, .field, .post, .follower, .breaker, .solid])
                    == nil
            else { continue }
            return Found(range: start..<end, score: 40, sure: false)
        }
        return nil
    }

    /// 才让多杰, 斯琴高娃, and 巴特尔, but not 乌兰 alone: that is a place as well.
    func composed(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
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
    func otherPart(_ start: Int, _ limit: Int) -> Int? {
        guard follow(start, limit) < 14 else { return nil }
        for end in start + 1...start + 3 where end <= limit {
            guard GivenNames.foreign[values[end - 1]] > 0 || GivenNames.weights[values[end - 1]] > 0 else { return nil }
            if follow(end, limit) >= 30 { return end - start >= 2 ? end : nil }
        }
        return nil
    }

    func dotted(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
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
        // 云报·财经社讯: who prints it
        if values[end - 1] == 0x8BAF || values[end - 1] == 0x62A5 || values[end - 1] == 0x7F51 { return nil }
        return Found(range: start..<end, score: 60, sure: end - start >= 4)
    }

    /// The end of the last part of a name with dots: before a mark, else before the verb or post that follows.
    func lastPart(from start: Int, to end: Int, _ limit: Int) -> Int {
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

    func isStrange(_ place: Int) -> Bool {
        GivenNames.foreign[values[place]] <= 0 && GivenNames.weights[values[place]] <= 0
    }

    /// `王 伟`, `欧阳 锋`: names set wide.
    func spaced(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
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

    func foreign(at start: Int, _ setting: Setting, to limit: Int) -> Found? {
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
    func unusual(at start: Int, to limit: Int) -> Found? {
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
        // 集约化, 专业性: what ends words
        guard ![0x5316, 0x6027, 0x578B, 0x5F0F, 0x7EA7].contains(values[end - 1]) else { return nil }  // 化 性 型 式 级
        guard end - start >= 3, end - start <= 4, end == limit || follow(end, limit) >= 30 else { return nil }
        return Found(range: start..<end, score: 27, sure: false)
    }
}

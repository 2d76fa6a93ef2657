/// Names that the grammar of an appointment marks, whatever their characters: `决定任命顾某某为…`, `免去…的…职务`,
/// `…当选为…`. A name of rare characters is found here where no list would know it.
struct AppointedName {
    let finder: NameFinder
    let skipped: [Bool]
    /// Places that another rule has read already.
    let taken: [Bool]

    private var values: [UInt32] { finder.values }

    static let verbs = Lexicon([
        (.post, "任命 聘任 选举 补选 增选 推选 推举 免去 提名 罢免 续聘 任命了 免去了 选举了"),
        // The name stands before these.
        (.follower, "当选为 当选 同志任 同志为"),
    ])

    func mentions() -> [Mention] {
        var found: [Mention] = []
        var place = 0
        while place < values.count {
            if skipped[place] {
                place += 1
                continue
            }
            guard let verb = Self.verbs.longest(values, at: place, to: values.count, of: [.post, .follower]) else {
                place += 1
                continue
            }
            if verb.kind.contains(.follower) {
                if let name = name(before: place) { found.append(mention(name)) }
                place = verb.end
            } else {
                place = max(verb.end, list(at: verb.end, into: &found))
            }
        }
        return found
    }

    /// `张三、李四为副市长`, `张三的局长职务`: the names right behind the verb; returns where they end.
    private func list(at start: Int, into found: inout [Mention]) -> Int {
        var names: [Range<Int>] = []
        var place = start
        while let name = name(at: place) {
            names.append(name)
            place = name.upperBound
            guard place < values.count, values[place] == Script.listComma else { break }
            place += 1
        }
        guard let last = names.last, closes(last.upperBound) else { return start }
        for name in names where !taken[name.lowerBound] { found.append(mention(name)) }
        return last.upperBound
    }

    /// Two or three characters, the first a surname, up to 为, 的, 同志 or 、.
    private func name(at start: Int) -> Range<Int>? {
        for length in [3, 2, 4] where start + length < values.count {
            let end = start + length
            guard values[start..<end].allSatisfy(Script.isHan) else { return nil }
            let isDouble = Surnames.double.longest(values, at: start, to: end) != nil
            guard length < 4 || isDouble, isDouble || Surnames.single[values[start]] > 0,
                closes(end) || values[end] == Script.listComma,
                finder.words.longest(values, at: start, to: end, of: [.place, .field, .post, .unit]) == nil,
                finder.words.endsWord(values, before: end, from: start, of: [.unit, .field, .post]) == nil
            else { continue }
            return start..<end
        }
        return nil
    }

    /// `，顾某某当选为会长`: all that stands between a mark and the verb.
    private func name(before end: Int) -> Range<Int>? {
        var end = end
        // 就, 被, 已, 再, 均, 全票 before the verb
        while end > 0,
            [0x5C31, 0x88AB, 0x5DF2, 0x518D, 0x5747, 0x7968, 0x5168, 0x5F0F, 0x6B63].contains(values[end - 1])
        { end -= 1 }
        var start = end
        while start > 0, end - start < 5, Script.isHan(values[start - 1]) { start -= 1 }
        guard (2...4).contains(end - start), !taken[start], !skipped[start],
            start == 0 || !Script.isHan(values[start - 1]),
            Surnames.single[values[start]] > 0 && end - start < 4
                || Surnames.double.longest(values, at: start, to: end) != nil,
            finder.words.longest(values, at: start, to: end, of: [.place, .field, .post, .breaker, .common]) == nil
        else { return nil }
        return start..<end
    }

    /// 为, 的, 同志, 担任 behind a name.
    private func closes(_ place: Int) -> Bool {
        guard place < values.count else { return false }
        switch values[place] {
        case 0x4E3A, 0x7684: return true  // 为 的
        case 0x540C, 0x5148, 0x5973:
            return place + 1 < values.count && [0x5FD7, 0x751F, 0x58EB].contains(values[place + 1])
        // 同志 先生 女士
        case 0x62C5: return place + 1 < values.count && values[place + 1] == 0x4EFB  // 担任
        default: return false
        }
    }

    private func mention(_ name: Range<Int>) -> Mention {
        Mention(rule: .appointed, span: name, name: name, titles: [], sure: name.count == 3)
    }
}

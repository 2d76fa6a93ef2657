/// `听取了张三、李四、王五三位副院长的汇报`: names before a count and the post that they share.
struct CountedNames {
    let finder: NameFinder
    let skipped: [Bool]
    let taken: [Bool]

    private var values: [UInt32] { finder.values }

    func mentions() -> [Mention] {
        var found: [Mention] = []
        for place in values.indices where values[place] == 0x4F4D && place > 6 && !skipped[place] {  // 位
            guard isCount(values[place - 1]),
                let post = finder.words.longest(values, at: place + 1, to: values.count, of: .post) ?? deputy(place + 1)
            else { continue }
            let names = names(before: place - 1)
            guard names.count == count(values[place - 1]) else { continue }
            let title = Title(range: place + 1..<post.end, post: place + 1, isShared: true)
            for (index, name) in names.enumerated() {
                let end = index + 1 == names.count ? post.end : name.upperBound
                found.append(
                    Mention(rule: .nameList, span: name.lowerBound..<end, name: name, titles: [title], sure: false))
            }
        }
        return found
    }

    private func deputy(_ place: Int) -> Lexicon.Match? {
        guard place < values.count, values[place] == 0x526F else { return nil }  // 副
        return finder.words.longest(values, at: place + 1, to: values.count, of: .post)
    }

    private func isCount(_ value: UInt32) -> Bool { count(value) > 0 }

    /// 两 or 二 to 六.
    private func count(_ value: UInt32) -> Int {
        switch value {
        case 0x4E24, 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        default: 0
        }
    }

    /// Names with 、 or 和 between them that end at `end`; the first stands behind a mark or a verb's 了, 取 or 由.
    private func names(before end: Int) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var end = end
        while let name = name(before: end) {
            names.insert(name, at: 0)
            guard name.lowerBound > 0 else { break }
            let before = values[name.lowerBound - 1]
            guard before == Script.listComma || before == 0x548C else { break }
            end = name.lowerBound - 1
        }
        return names
    }

    private func name(before end: Int) -> Range<Int>? {
        for length in [3, 2] where end - length > 0 {
            let start = end - length
            let before = values[start - 1]
            // 了, 取, 由, 和, 与
            let isFirst = !Script.isHan(before) || [0x4E86, 0x53D6, 0x7531, 0x548C, 0x4E0E].contains(before)
            guard isFirst, !taken[start], Surnames.single[values[start]] > 0,
                values[start..<end].allSatisfy(Script.isHan),
                finder.words.longest(values, at: start, to: end, of: [.place, .field, .post, .breaker, .common]) == nil,
                finder.words.endsWord(values, before: end, from: start, of: [.unit, .field, .post]) == nil
            else { continue }
            return start..<end
        }
        return nil
    }
}

/// A name that one place settles, found wherever else it stands: `吴巨培指出`.
struct LaterMention {
    let finder: NameFinder
    let skipped: [Bool]
    let taken: [Bool]

    private var values: [UInt32] { finder.values }

    func mentions(of names: [ArraySlice<UInt32>]) -> [Mention] {
        guard !names.isEmpty else { return [] }
        var firsts = [Bool](repeating: false, count: 4096)
        var byFirst: [UInt32: [ArraySlice<UInt32>]] = [:]
        for name in names.sorted(by: { $0.count > $1.count }) {
            guard let first = name.first else { continue }
            firsts[Int(first & 4095)] = true
            byFirst[first, default: []].append(name)
        }
        var found: [Mention] = []
        let end = values.count
        var place = 0
        while place < end {
            guard firsts[Int(values[place] & 4095)], !taken[place], !skipped[place],
                let name = byFirst[values[place]]?.first(where: { stands($0, at: place) })
            else {
                place += 1
                continue
            }
            let range = place..<place + name.count
            place = range.upperBound
            guard fits(range) else { continue }
            var close = range.upperBound
            if close + 1 < end, values[close] == 0x540C, values[close + 1] == 0x5FD7 { close += 2 }
            var mention = Mention(
                rule: .laterMention, span: range.lowerBound..<close, name: range, titles: [], sure: true)
            // 总书记 behind a name: cited for what he said, unless the text says that he was there
            mention.isDoctrine = values[range.upperBound...].starts(with: [0x603B, 0x4E66, 0x8BB0])
            found.append(mention)
        }
        return found
    }

    /// `小兰同志强调`, `小兰、衍志同志`: the given name of somebody whom the text has named.
    func given(of names: [ArraySlice<UInt32>]) -> [Mention] {
        let known = Set(names.filter { $0.count == 3 }.map { Array($0.suffix(2)) })
        guard !known.isEmpty else { return [] }
        var found: [Mention] = []
        for place in values.indices
        where values[place] == 0x540C && place + 1 < values.count && values[place + 1] == 0x5FD7 {
            var end = place  // 同志
            while end >= 2, known.contains(Array(values[end - 2..<end])), !taken[end - 2], !skipped[end - 2],
                end == 2 || !Script.isHan(values[end - 3])
            {
                let close = end == place ? place + 2 : end
                found.append(
                    Mention(
                        rule: .laterMention, span: end - 2..<close, name: end - 2..<end, titles: [], sure: true,
                        isGiven: true))
                guard end >= 3, values[end - 3] == Script.listComma else { break }
                end -= 3
            }
        }
        return found
    }

    private func stands(_ name: ArraySlice<UInt32>, at place: Int) -> Bool {
        guard place + name.count <= values.count else { return false }
        var index = place
        for value in name {
            if values[index] != value { return false }
            index += 1
        }
        return true
    }

    /// Two characters may be a word or part of another name: then both sides have to speak for it.
    private func fits(_ range: Range<Int>) -> Bool {
        let end = values.count
        if range.upperBound < end, Script.isDot(values[range.upperBound]) { return false }
        if range.lowerBound > 0, Script.isDot(values[range.lowerBound - 1]) { return false }
        guard range.count == 2 else { return true }
        let follow = finder.follow(range.upperBound, end)
        if follow < 14 { return false }
        if finder.words.longest(values, at: range.lowerBound, to: end, of: .common) != nil {
            return follow >= 24 && (range.lowerBound == 0 || !Script.isHan(values[range.lowerBound - 1]))
        }
        return true
    }
}

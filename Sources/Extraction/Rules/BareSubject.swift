/// Names without any title that open a clause and are followed by a verb of meetings: `张国清主持会议，王小洪、吴政隆出席会议`.
struct BareSubject {
    let finder: NameFinder
    let skipped: [Bool]
    /// Scalars that other mentions hold.
    let taken: [Bool]

    private var values: [UInt32] { finder.values }

    func mentions() -> [Mention] {
        var found: [Mention] = []
        let end = values.count
        var place = 0
        var opens = true
        // a list without a verb is not looked at again from its second name on
        var tried = 0
        while place < end {
            let value = values[place]
            if !Script.isHan(value) {
                opens = !(Script.isDigit(value) || (0x41...0x7A).contains(value))
                place += 1
                continue
            }
            if opens, place >= tried, !skipped[place], !taken[place] {
                let names = list(at: place, &tried)
                if let last = names.last {
                    found += names
                    place = last.span.upperBound
                    opens = false
                    continue
                }
            }
            // `11月14日李强主持`, `由张三主持`
            opens = value == 0x65E5 && place > 0 && Script.isDigit(values[place - 1]) || value == 0x7531
            place += 1
        }
        return found
    }

    private static let evidence: Lexicon.Kind = [
        .presiding, .speaking, .saying, .reporting, .attending, .observing, .visiting, .guiding, .accompanying,
    ]

    private func list(at start: Int, _ tried: inout Int) -> [Mention] {
        var names: [NameFinder.Found] = []
        var place = start
        let end = values.count
        while place < end, !skipped[place], !taken[place] {
            guard let name = finder.find(at: place, in: names.isEmpty ? .bare : .list, to: end) else { break }
            names.append(name)
            place = name.range.upperBound
            guard place < end, values[place] == Script.listComma || values[place] == 0x548C, place + 1 < end else {
                break
            }
            place += 1
        }
        guard let last = names.last else { return [] }
        tried = last.range.upperBound
        var next = last.range.upperBound
        let title = BracketTitle(values: values, words: finder.words).inBrackets(at: next)
        if let title { next = title.end }
        if next < end, values[next] == 0x7B49 { next += 1 }  // 等
        if let word = finder.words.longest(values, at: next, to: end, of: .follower),
            word.kind.isDisjoint(with: Self.evidence),
            word.end - next >= 2 || values[next] == 0x4E5F || values[next] == 0x8FD8
        {
            next = word.end  // 分别, 一行, 同志
        }
        guard let verb = finder.words.longest(values, at: next, to: end, of: Self.evidence), verb.end - next >= 2 else {
            return []
        }
        let strong = !verb.kind.isDisjoint(with: [.presiding, .attending, .accompanying, .observing])
        var mentions = names.map {
            Mention(
                rule: names.count > 1 ? .bareList : .bareSubject, span: $0.range, name: $0.range, titles: [],
                sure: names.count > 1 || strong && $0.range.count >= 3)
        }
        if let title {
            mentions[mentions.count - 1].titles = [title.title]
            mentions[mentions.count - 1].span = last.range.lowerBound..<title.end
        }
        return mentions
    }
}

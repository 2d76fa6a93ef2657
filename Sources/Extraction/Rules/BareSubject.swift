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
                opens = !(Script.isDigit(value) || (0x41...0x7A).contains(value) || Script.isDot(value))
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
            if value == 0x6709, let given = presence(before: place) {
                let names = list(at: place + 1, &tried, given: given)
                if let last = names.last {
                    found += names
                    place = last.span.upperBound
                    continue
                }
            }
            place += 1
        }
        return found
    }

    private static let evidence: Lexicon.Kind = [
        .presiding, .speaking, .saying, .reporting, .attending, .observing, .visiting, .guiding, .accompanying, .absent,
    ]

    /// `参加会议的还有`: what those do who are named behind 有.
    private func presence(before end: Int) -> Lexicon.Kind? {
        let wanted: Lexicon.Kind = [.attending, .observing, .absent, .accompanying]
        var place = end
        while place > 0, end - place < 14, !Script.endsClause(values[place - 1]) {
            place -= 1
            if let word = finder.words.longest(values, at: place, to: end, of: wanted), word.end - place >= 2 {
                // 出席会议的(还)有, not 出席会议有利于
                let tail = values[max(word.end, end - 2)..<end]
                return tail.contains(0x7684) || tail.contains(0x8FD8) ? word.kind.intersection(wanted) : nil
            }
        }
        return nil
    }

    private func list(at start: Int, _ tried: inout Int, given: Lexicon.Kind = []) -> [Mention] {
        var names: [NameFinder.Found] = []
        var place = start
        let end = values.count
        while place < end, !skipped[place], !taken[place] {
            let setting: NameFinder.Setting = names.isEmpty && given.isEmpty ? .bare : .list
            guard let name = finder.find(at: place, in: setting, to: end) else { break }
            names.append(name)
            place = pastBracket(name.range.upperBound)
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
        if !given.isEmpty { return made(names, title, given) }
        if names.count > 1 { next = pastBracket(next) }
        var leaders: Range<Int>?
        if next < end, values[next] == 0x7B49 {  // 等
            next += 1
            leaders = self.leaders(at: next)
            if let leaders { next = leaders.upperBound }
        }
        let behind = next
        if let word = finder.words.longest(values, at: next, to: end, of: .follower),
            word.kind.isDisjoint(with: Self.evidence),
            word.end - next >= 2 || values[next] == 0x4E5F || values[next] == 0x8FD8
        {
            next = word.end  // 分别, 一行, 同志
        }
        guard let verb = finder.words.longest(values, at: next, to: end, of: Self.evidence), verb.end - next >= 2 else {
            return names.count >= 3 && (speaks(at: behind) || speaks(at: next)) ? made(names, title, .speaking) : []
        }
        let strong = !verb.kind.isDisjoint(with: [.presiding, .attending, .accompanying, .observing, .absent])
        var mentions = made(names, title, [])
        for index in mentions.indices {
            if names.count == 1 {
                mentions[index].sure = strong && (last.range.count >= 3 || last.score >= 54)
            }
            if let leaders {
                mentions[index].titles.append(Title(range: leaders, post: leaders.upperBound - 2, isShared: true))
            }
        }
        return mentions
    }

    private func made(_ names: [NameFinder.Found], _ title: (title: Title, end: Int)?, _ given: Lexicon.Kind)
        -> [Mention]
    {
        var mentions = names.map {
            Mention(
                rule: names.count > 1 ? .bareList : .bareSubject,
                span: $0.range.lowerBound..<(names.count > 1 ? pastBracket($0.range.upperBound) : $0.range.upperBound),
                name: $0.range, titles: [], sure: names.count > 1, given: given)
        }
        if let title, let last = names.last {
            mentions[mentions.count - 1].titles = [title.title]
            mentions[mentions.count - 1].span = last.range.lowerBound..<title.end
        }
        return mentions
    }

    /// `围绕科技供给、企业作用等协商建言`: a subject, and in the same sentence the verb of those who spoke of it.
    private func speaks(at start: Int) -> Bool {
        let openings: [[UInt32]] = [[0x56F4, 0x7ED5], [0x805A, 0x7126], [0x7ED3, 0x5408], [0x5C31]]  // 围绕, 聚焦, 结合, 就
        guard openings.contains(where: { values[start...].starts(with: $0) }) else { return false }
        let wanted: Lexicon.Kind = [.speaking, .reporting]
        var place = start
        while place < values.count, values[place] != 0x3002, values[place] != 0x0A, place - start < 120 {
            if let word = finder.words.longest(values, at: place, to: values.count, of: wanted), word.end - place >= 2 {
                return true
            }
            place += 1
        }
        return false
    }

    /// `王伟、李强等市领导出席`: the title that stands behind the list.
    private func leaders(at start: Int) -> Range<Int>? {
        var place = start
        while place + 1 < values.count, place - start < 8, Script.isHan(values[place]) {
            if values[place] == 0x9886, values[place + 1] == 0x5BFC { return start..<place + 2 }  // 领导
            place += 1
        }
        return nil
    }

    /// `王伟（市水利局）、`: where the bracket ends that says where someone is from.
    private func pastBracket(_ place: Int) -> Int {
        guard place < values.count, values[place] == Script.openParen || values[place] == 0x28 else { return place }
        let closing = Script.closing(values[place])
        var next = place + 1
        while next < values.count, next - place <= 16, Script.isHan(values[next]) { next += 1 }
        guard next < values.count, values[next] == closing, next > place + 1,
            next + 1 < values.count, values[next + 1] == Script.listComma || Script.isHan(values[next + 1])
        else { return place }
        return next + 1
    }
}

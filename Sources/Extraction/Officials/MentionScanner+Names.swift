/// Names behind titles and before posts.
extension MentionScanner {
    mutating func named(_ found: NameFinder.Found, _ title: Title, isApart: Bool = false) -> Int {
        let name = found.range
        var place = afterName(name.upperBound)
        let rank = rank(behind: name.upperBound)
        if let rank { place = afterName(rank.range.upperBound) }
        let titles =
            (waiting + [title]).map { trimmed($0) } + bracketed(behind: name.upperBound) + (rank.map { [$0] } ?? [])
            + (elected(name, title) ?? [])
        mentions.append(
            Mention(
                rule: .titledName,
                span: (isApart ? name.lowerBound : titles.first?.range.lowerBound ?? name.lowerBound)..<place,
                name: name,
                titles: titles, sure: found.sure))
        let shared = titles.filter(\.isShared)
        var names = 1
        // 与 joins two parties, not two holders of a title
        let isParty = place < end && values[place] == 0x4E0E
        while !isParty, let next = nextInList(place, names: names) {
            place = afterName(next.range.upperBound)
            names += 1
            mentions.append(
                Mention(
                    rule: .nameList, span: next.range.lowerBound..<place, name: next.range,
                    titles: shared + bracketed(behind: next.range.upperBound), sure: next.sure || names >= 4))
        }
        reset(place)
        return place
    }

    /// 同志, 先生 and brackets behind a name.
    func afterName(_ place: Int) -> Int {
        var next = place
        if let word = words.longest(values, at: next, to: end, of: .honorific) { next = word.end }
        if next < end, values[next] == Script.openParen {
            let behind = skipBracket(next)
            if behind > next { next = behind }
        }
        return next
    }

    /// `校长李明院士`, `院长李明教授`: what somebody is besides his post.
    func rank(behind name: Int) -> Title? {
        guard let post = words.longest(values, at: name, to: end, of: .post), post.kind.contains(.shared) else {
            return nil
        }
        let range = name..<post.end
        guard Self.ranks.exact(values, range) != nil,
            finder.find(at: post.end, in: .titled, to: end).map({ $0.score < 45 }) ?? true
        else { return nil }
        return Title(range: range, post: name, isShared: false, isRank: true)
    }

    private static let ranks = Lexicon([(.post, "院士 教授 副教授 研究员 副研究员 博士")])

    func bracketed(behind name: Int) -> [Title] {
        BracketTitle(values: values, words: words).inBrackets(at: name).map { [$0.title] } ?? []
    }

    /// A title without the words before its unit: 我市副市长, 原任 …
    func trimmed(_ title: Title) -> Title {
        var title = title
        var start = withoutScene(title)
        while start < title.post {
            if skipsBefore(values[start]) { start += 1 } else { break }
        }
        // 我市市委书记
        if start > 0, start + 1 < title.post, [0x6211, 0x672C, 0x8BE5].contains(values[start - 1]),  // 我 本 该
            isLevel(values[start]), values[start] == values[start + 1]
        {
            start += 1
        }
        start = withoutTerm(start, title.post)
        title.range = start..<title.range.upperBound
        return title
    }

    /// `新任市长`, `新科市长`, `卸任会长`: since when or how long, not of what.
    func withoutTerm(_ start: Int, _ post: Int) -> Int {
        guard start + 2 <= post else { return start }
        switch (values[start], values[start + 1]) {
        case (0x65B0, 0x4EFB), (0x65B0, 0x79D1), (0x5378, 0x4EFB), (0x73B0, 0x4EFB):  // 新任 新科 卸任 现任
            return start + 2
        default: return start
        }
    }

    /// `揭牌仪式云溪市法院院长`: a caption that runs into the title ends where a place begins.
    func withoutScene(_ title: Title) -> Int {
        let from = title.range.lowerBound
        // 出席情况公司董事会秘书: the heading that runs into it
        if title.post - from > 4, values[from] == 0x60C5, values[from + 1] == 0x51B5 { return from + 2 }  // 情况
        guard title.post - from > 6 else { return from }
        for place in from + 2..<title.post
        where words.longest(values, at: place, to: title.post, of: [.place, .scope]) != nil {
            return words.endsWord(values, before: place, from: from, of: .scene) != nil ? place : from
        }
        return from
    }

    func skipsBefore(_ value: UInt32) -> Bool {
        switch value {
        case 0x6211, 0x8BE5, 0x5176, 0x672C, 0x6B64, 0x800C: true  // 我 该 其 本 此 而
        default: Script.isBlank(value) || value == 0x201D || value == 0x2019
        }
    }

    /// `台“行政院长”陈立新`: an office that the text keeps in marks, right before its holder.
    mutating func quotedOffice(_ open: Int, _ close: Int) -> Int? {
        guard values[open] == 0x201C,
            var post = words.endsWord(values, before: close, from: open + 1, of: .post),
            let found = finder.find(at: close + 1, in: .titled, to: end), found.sure,
            !(open + 1..<post).contains(where: { words.longest(values, at: $0, to: post, of: .honour) != nil })
        else { return nil }
        while post > open + 1, values[post - 1] == 0x526F { post -= 1 }  // 副
        let start = open - unitStart <= 4 ? min(open, unitStart) : open
        return named(found, Title(range: start..<close, post: post, isShared: false))
    }

    // MARK: - Names before posts

    /// `何汉翔院长`, `马书记`: all that stands before the post is a name or a surname.
    func namedPost(_ title: Title) -> Mention? {
        let from = title.range.lowerBound
        let length = title.post - from
        guard waiting.isEmpty, length >= 1, title.isNamable else { return nil }
        let bare = Title(
            range: title.post..<title.range.upperBound, post: title.post, isShared: title.isShared)
        let place = title.range.upperBound
        if length == 1 || length == 2 && Surnames.double.exact(values, from..<title.post) != nil {
            guard length == 2 || Surnames.single[values[from]] >= 2, !followsUnitWord(from) else { return nil }
            return Mention(
                rule: .surnamePost, span: from..<place, name: from..<title.post, titles: [bare], sure: true,
                isSurname: true)
        }
        guard let found = nameEnding(at: title.post, from: from), found.lowerBound == from,
            !isPlace(found, title)
        else {
            return nameBehindUnit(title)
        }
        let doctrine =
            title.post == title.range.upperBound - 3 && values[title.post] == 0x603B
            && values[title.post + 1] == 0x4E66  // 总书记
        return Mention(
            rule: .namedPost, span: found.lowerBound..<place, name: found, titles: [bare],
            sure: length >= 3 || Surnames.single[values[from]] >= 4 && opensClause(from), isDoctrine: doctrine)
    }

    /// `沙溪区长`: two characters before the head of a place are the place, unless they are much more of a name.
    func isPlace(_ name: Range<Int>, _ title: Title) -> Bool {
        guard name.count == 2, title.range.upperBound - title.post == 2, isLevel(values[title.post]) else {
            return false
        }
        return Surnames.single[values[name.lowerBound]] < 5
            || finder.find(at: title.range.upperBound, in: .bare, to: end) != nil
            || Surnames.single[values[title.range.upperBound]] >= 3
                && finder.find(at: title.range.upperBound, in: .titled, to: end) != nil
    }

    /// `梁天明副书记兼副院长`: two posts behind a name.
    func doubled(_ title: Title, at place: Int) -> Mention? {
        guard var mention = namedPost(title), !mention.isSurname else { return nil }
        var start = place + 1
        while start < end, values[start] == 0x526F { start += 1 }  // 副
        guard let post = words.longest(values, at: start, to: end, of: .post),
            finder.find(at: post.end, in: .titled, to: end).map({ $0.score < 45 }) ?? true
        else { return nil }
        mention.titles.append(Title(range: place + 1..<post.end, post: place + 1, isShared: false))
        mention.span = mention.span.lowerBound..<post.end
        return mention
    }

    /// `我院王某院长`: the house that writes, in one character.
    func isHouse(_ place: Int) -> Bool {
        place > 0 && (values[place - 1] == 0x6211 || values[place - 1] == 0x672C)
            && "院校所局厅委公".unicodeScalars.contains { $0.value == values[place] }
    }

    /// `曾建明主任`: a surname that is a function word as well, where a whole name and a post follow.
    func opensName(_ word: Range<Int>) -> Bool {
        guard word.count == 1, Surnames.single[values[word.lowerBound]] >= 4 else { return false }
        return [3, 2].contains { length in
            let close = word.lowerBound + length
            guard close < end,
                words.longest(values, at: close, to: end, of: .post) != nil
                    || values[close] == 0x526F && words.longest(values, at: close + 1, to: end, of: .post) != nil  // 副
            else { return false }
            return nameEnding(at: close, from: word.lowerBound) != nil
        }
    }

    /// `推举华星公司董事长王某为商会会长`: what somebody becomes there.
    func elected(_ name: Range<Int>, _ title: Title) -> [Title]? {
        let start = name.upperBound + 1
        guard start < end, values[name.upperBound] == 0x4E3A,  // 为
            let first = (waiting.first ?? title).range.lowerBound as Int?,
            AppointedName.verbs.endsWord(values, before: first, from: max(0, first - 4), of: .post) != nil
        else { return nil }
        for place in start..<min(end, start + 24) {
            guard Script.isHan(values[place]) else { return nil }
            guard let post = words.longest(values, at: place, to: end, of: .post), !post.kind.contains(.general),
                post.end >= end || !Script.isHan(values[post.end])
            else { continue }
            var from = place
            while from > start, values[from - 1] == 0x526F { from -= 1 }  // 副
            return [Title(range: start..<post.end, post: from, isShared: false)]
        }
        return nil
    }

    /// `李明副市长` at the beginning of a clause; elsewhere two characters may end a word.
    func opensClause(_ place: Int) -> Bool { place == 0 || !Script.isHan(values[place - 1]) }

    /// `协和医院张明昌教授`: a unit, a name and the post.
    func nameBehindUnit(_ title: Title) -> Mention? {
        // 部门相关负责人: nobody is called so
        let last = values[title.range.upperBound - 1]
        guard last != 0x4EBA, last != 0x5FD7 else { return nil }  // 人 志
        for length in [3, 2]
        where title.post - length - (isHouse(title.range.lowerBound) ? 1 : 2) >= title.range.lowerBound {
            let start = title.post - length
            guard let unit = words.endsWord(values, before: start, from: title.range.lowerBound, of: .unit),
                // a rare surname only behind a unit's whole word
                Surnames.single[values[start]] >= 4
                    || length == 3
                        && (start - unit >= 2 || Surnames.single[values[start]] == 3 && values[start] != 0x95E8),  // 门
                length == 3 || Surnames.single[values[start + 1]] < 4,
                let name = nameEnding(at: title.post, from: start), name.lowerBound == start
            else { continue }
            var post = Title(range: title.post..<title.range.upperBound, post: title.post, isShared: false)
            post.body = title.range.lowerBound..<start
            return Mention(
                rule: .namedPost, span: title.range.lowerBound..<title.range.upperBound, name: name, titles: [post],
                sure: length == 3)
        }
        return nil
    }

    /// `统战部纪检组田宁同志`, `王伟、李强同志`: names behind a unit or a mark, before 同志, that no title led to.
    func comrades(before end: Int, after close: Int) -> [Range<Int>]? {
        guard end > 1, values[end] == 0x540C, close >= self.end || values[close] != 0x4EEC else { return nil }  // 同志, 们
        guard let last = comrade(before: end) else { return nil }
        var names = [last]
        while let first = names.first, first.lowerBound > 1, values[first.lowerBound - 1] == Script.listComma,
            let name = comrade(before: first.lowerBound - 1)
        {
            names.insert(name, at: 0)
        }
        return names
    }

    private func comrade(before end: Int) -> Range<Int>? {
        let from = max(mentions.last?.span.upperBound ?? 0, end - 24)
        for length in [3, 2] where end - length >= from {
            let start = end - length
            guard Surnames.single[values[start]] >= 3,
                start == 0 || !Script.isHan(values[start - 1])
                    || words.endsWord(values, before: start, from: from, of: .unit) != nil,
                let name = nameEnding(at: end, from: start), name.lowerBound == start
            else { continue }
            return name
        }
        return nil
    }

    /// The name directly before `end`, as 生态文明思想 or 同志为核心 have it.
    func citedName(before end: Int) -> Range<Int>? {
        for length in [3, 2] where end - length >= 0 {
            if let name = nameEnding(at: end, from: end - length) { return name }
        }
        return nil
    }

    /// The name that fills `from..<end` wholly.
    func nameEnding(at end: Int, from: Int) -> Range<Int>? {
        guard !skipped[from], let found = finder.find(at: from, in: .titled, to: end), found.range.upperBound == end,
            found.score >= 40
        else { return nil }
        if words.longest(values, at: from, to: end, of: [.common, .place, .field, .post]) != nil { return nil }
        if words.endsWord(values, before: end, from: from, of: [.unit, .field]) != nil { return nil }
        return found.range
    }

    /// `省长`, `副校长` stand behind a level's character, which is no surname.
    func followsUnitWord(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        return Script.isHan(values[place - 1]) && words.longest(values, at: place - 1, to: place + 1, of: .solid) != nil
    }
}

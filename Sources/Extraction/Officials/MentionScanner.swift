/// Steps through a text once and notes every person that a title, a post or a list names.
///
/// A unit is read from the last mark, verb or function word to the post; `titles` waiting for their name are kept
/// while they are joined by 、 or 兼.
struct MentionScanner {
    let finder: NameFinder
    /// Scalars that belong to a credit line: nothing is read there.
    let skipped: [Bool]
    private(set) var mentions: [Mention] = []

    private var values: [UInt32] { finder.values }
    private var words: Lexicon { finder.words }
    private var unitStart = 0
    private var waiting: [Title] = []
    private var end = 0

    init(finder: NameFinder, skipped: [Bool]) {
        self.finder = finder
        self.skipped = skipped
    }

    /// Longest unit that is taken for one title.
    private static let longestUnit = 32

    mutating func scan() {
        end = values.count
        var place = 0
        while place < end {
            if skipped[place] {
                reset(place + 1)
                place += 1
                continue
            }
            let value = values[place]
            if !Script.isHan(value) {
                place = mark(at: place)
                continue
            }
            guard let word = words.longest(values, at: place, to: end, of: Self.stepped) else {
                place += 1
                continue
            }
            if word.kind.contains(.post) {
                place = post(place..<word.end)
            } else if word.kind.contains(.doctrine), let name = citedName(before: place) {
                mentions.append(
                    Mention(
                        rule: .cited, span: name.lowerBound..<word.end, name: name, titles: [], sure: true,
                        isDoctrine: true))
                reset(word.end)
                place = word.end
            } else if !word.kind.isDisjoint(with: [.breaker, .citing]), !joinsUnit(place..<word.end) {
                reset(word.end)
                place = word.end
            } else {
                place = word.end
            }
        }
    }

    private static let stepped: Lexicon.Kind = [.post, .breaker, .solid, .doctrine, .citing, .field, .place]

    private mutating func reset(_ place: Int) {
        unitStart = place
        waiting.removeAll(keepingCapacity: true)
    }

    // MARK: - Marks and function words

    /// Marks end the unit, except short brackets and quotation marks inside one, and digits and letters.
    private mutating func mark(at place: Int) -> Int {
        let value = values[place]
        if Script.isDigit(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
            || Script.isDot(value)
        {
            return afterDate(place)
        }
        if Script.isBlank(value) {
            // after a title the name may be set off by a blank; elsewhere a blank ends the unit
            unitStart = place + 1
            return place + 1
        }
        if value == Script.listComma {
            if unitStart != place { reset(place + 1) } else { unitStart = place + 1 }
            return place + 1
        }
        if Script.opens(value), let close = shortQuote(at: place) { return close + 1 }
        reset(place + 1)
        return place + 1
    }

    /// `5月6日市长…`: a date ends where the unit begins.
    private mutating func afterDate(_ place: Int) -> Int {
        var next = place
        while next < end, Script.isDigit(values[next]) { next += 1 }
        guard next > place, next < end else { return place + 1 }
        switch values[next] {
        case 0x65E5, 0x6708, 0x5E74, 0x65F6:  // 日 月 年 时
            reset(next + 1)
            return next + 1
        default: return next
        }
    }

    /// Quotation marks or brackets of a few scalars, followed by more of the unit.
    private func shortQuote(at place: Int) -> Int? {
        let closing = Script.closing(values[place])
        var next = place + 1
        while next < end, next - place <= 14 {
            let value = values[next]
            if value == closing {
                return next + 1 < end && Script.isHan(values[next + 1]) && next > place + 1 ? next : nil
            }
            if Script.endsClause(value) || Script.opens(value) || value == Script.listComma || Script.isBlank(value)
                || skipped[next]
            {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// 和, 与, 及 between two fields of work belong to the unit: 工业和信息化部. So do verbs that a unit's end follows: 督查室.
    private func joinsUnit(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > unitStart, range.upperBound < end else {
            return range.upperBound < end && range.count >= 2
                && words.longest(values, at: range.upperBound, to: end, of: .unit) != nil
                && values[range.upperBound] != 0x4F1A && !isLevel(values[range.upperBound])
        }
        switch values[range.lowerBound] {
        case 0x548C, 0x4E0E, 0x53CA:
            guard range.count == 1 else { return false }
            return words.longest(values, at: range.upperBound, to: end, of: .field) != nil
                && words.endsWord(values, before: range.lowerBound, from: unitStart, of: .field) != nil
                || joinsSociety(range)
        default: break
        }
        guard range.count >= 2 else { return false }
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

    /// 中国老年学和老年医学学会: learned bodies with fields of their own.
    private func joinsSociety(_ range: Range<Int>) -> Bool {
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

    private func isLevel(_ value: UInt32) -> Bool {
        switch value {
        case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x9547, 0x4E61, 0x5DDE: true
        default: false
        }
    }

    // MARK: - Posts

    private mutating func post(_ range: Range<Int>) -> Int {
        let behind = range.upperBound
        if let trap = words.longest(values, at: behind, to: end, of: .trap),
            !(trap.end - behind == 1 && finder.find(at: behind, in: .titled, to: end) != nil)
        {
            return behind
        }
        let modifier = modifierStart(range.lowerBound)
        let kind = words.exact(values, range) ?? .post
        let shared =
            kind.contains(.shared)
            || modifier < range.lowerBound && values[range.lowerBound - 1] == 0x526F  // 副
        let start = max(unitStart, behind - Self.longestUnit)
        let title = Title(
            range: start..<behind, post: max(start, modifier), isShared: shared, isNamable: !kind.contains(.general))
        var place = skipBracket(behind)
        place = skipBlanks(place)
        guard place < end else { return behind }
        let value = values[place]
        if value == Script.listComma {
            // `何汉翔院长、…` names someone already
            if let mention = namedPost(title) {
                mentions.append(mention)
                reset(place + 1)
                return place + 1
            }
            waiting.append(title)
            unitStart = place + 1
            return place + 1
        }
        if value == Script.comma, opensTitles(title, kind) {
            waiting.append(title)
            unitStart = place + 1
            return place + 1
        }
        if value == 0x517C {  // 兼
            waiting.append(title)
            let next = place + 1 < end && values[place + 1] == 0x4EFB ? place + 2 : place + 1  // 兼任
            unitStart = next
            return next
        }
        if let found = finder.find(at: place, in: kind.contains(.shared) ? .general : .titled, to: end),
            !skipped[place],
            found.score >= 34 || namedPost(title) == nil
        {
            return named(found, title)
        }
        if let mention = namedPost(title) {
            mentions.append(mention)
            reset(mention.span.upperBound)
            return mention.span.upperBound
        }
        return behind
    }

    /// `省委常委，市委书记王伟`: titles that open a clause, of somebody who has more of them behind the comma.
    private func opensTitles(_ title: Title, _ kind: Lexicon.Kind) -> Bool {
        guard !waiting.isEmpty || values[title.range.upperBound - 1] == 0x59D4 else { return false }  // 常委, 委员
        let start = (waiting.first ?? title).range.lowerBound
        guard start > 0 else { return true }
        let before = values[start - 1]
        return !Script.isHan(before) || before == 0x65E5
    }

    /// 原, 代, 副, 常务副 … before a post.
    private func modifierStart(_ post: Int) -> Int {
        var start = post
        while start > unitStart {
            let before = values[start - 1]
            switch before {
            case 0x526F, 0x4EE3, 0x539F, 0x603B, 0x524D:  // 副 代 原 总 前
                start -= 1
            case 0x52A1 where start - 2 >= unitStart && values[start - 2] == 0x5E38:  // 常务
                start -= 2
            case 0x884C where start - 2 >= unitStart && values[start - 2] == 0x6267:  // 执行
                start -= 2
            case 0x4E00 where start - 2 >= unitStart && values[start - 2] == 0x7B2C:  // 第一
                start -= 2
            case 0x8A89 where start - 2 >= unitStart && values[start - 2] == 0x540D:  // 名誉
                start -= 2
            default: return start
            }
        }
        return start
    }

    private func skipBlanks(_ place: Int) -> Int {
        var next = place
        while next < end, next - place < 3, Script.isBlank(values[next]) { next += 1 }
        return next
    }

    /// （正厅级）, （主持工作） behind a post; （记者…） is none of this.
    private func skipBracket(_ place: Int) -> Int {
        guard place < end, values[place] == Script.openParen || values[place] == 0x28 else { return place }
        let closing = Script.closing(values[place])
        var next = place + 1
        while next < end, next - place <= 14 {
            if values[next] == closing { return next + 1 }
            if Script.endsClause(values[next]) { return place }
            next += 1
        }
        return place
    }

    // MARK: - Names behind titles

    private mutating func named(_ found: NameFinder.Found, _ title: Title) -> Int {
        let name = found.range
        var place = afterName(name.upperBound)
        let titles = (waiting + [title]).map { trimmed($0) } + bracketed(behind: name.upperBound)
        mentions.append(
            Mention(
                rule: .titledName, span: (titles.first?.range.lowerBound ?? name.lowerBound)..<place, name: name,
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

    /// 同志 and brackets behind a name.
    private func afterName(_ place: Int) -> Int {
        var next = place
        if next + 1 < end, values[next] == 0x540C, values[next + 1] == 0x5FD7 { next += 2 }  // 同志
        if next < end, values[next] == Script.openParen {
            let behind = skipBracket(next)
            if behind > next { next = behind }
        }
        return next
    }

    private func bracketed(behind name: Int) -> [Title] {
        BracketTitle(values: values, words: words).inBrackets(at: name).map { [$0.title] } ?? []
    }

    /// The name after 、 or 和, unless a title begins there.
    private func nextInList(_ place: Int, names: Int) -> NameFinder.Found? {
        guard place < end else { return nil }
        var start = place
        switch values[place] {
        case Script.listComma, 0x548C, 0x4E0E, 0x53CA, 0x2C: start += 1
        case 0x4EE5 where place + 1 < end && values[place + 1] == 0x53CA: start += 2  // 以及
        default:
            guard Script.isBlank(values[place]), values[place] != 0xA0 else { return nil }
            start = skipBlanks(place)
        }
        start = skipBlanks(start)
        guard start < end, !skipped[start], let found = finder.find(at: start, in: .list, to: end) else { return nil }
        if Script.isBlank(values[place]), found.score < 40 { return nil }
        // `、副书记李亮`, `、高校工委书记王伟`: a title, not a name
        if let post = words.longest(values, at: start, to: end, of: .post), post.end >= found.range.upperBound {
            return nil
        }
        return found
    }

    /// A title without the words before its unit: 我市副市长, 原任 …
    private func trimmed(_ title: Title) -> Title {
        var title = title
        var start = title.range.lowerBound
        while start < title.post {
            if skipsBefore(values[start]) { start += 1 } else { break }
        }
        title.range = start..<title.range.upperBound
        return title
    }

    private func skipsBefore(_ value: UInt32) -> Bool {
        switch value {
        case 0x6211, 0x8BE5, 0x5176, 0x672C, 0x6B64: true  // 我 该 其 本 此
        default: Script.isBlank(value) || value == 0x201D || value == 0x2019
        }
    }
}

// MARK: - Names before posts
extension MentionScanner {
    /// `何汉翔院长`, `马书记`: all that stands before the post is a name or a surname.
    private func namedPost(_ title: Title) -> Mention? {
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
        guard let found = nameEnding(at: title.post, from: from), found.lowerBound == from else {
            return nameBehindUnit(title)
        }
        let doctrine = title.post == title.range.upperBound - 3 && values[title.post] == 0x603B  // 总书记
        return Mention(
            rule: .namedPost, span: found.lowerBound..<place, name: found, titles: [bare], sure: length >= 3,
            isDoctrine: doctrine)
    }

    /// `协和医院张明昌教授`: a unit, a name and the post.
    private func nameBehindUnit(_ title: Title) -> Mention? {
        for length in [3, 2] where title.post - length - 2 >= title.range.lowerBound {
            let start = title.post - length
            guard Surnames.single[values[start]] >= 4, length == 3 || Surnames.single[values[start + 1]] < 4,
                words.endsWord(values, before: start, from: title.range.lowerBound, of: .unit) != nil,
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

    /// The name directly before `end`, as 生态文明思想 or 同志为核心 have it.
    private func citedName(before end: Int) -> Range<Int>? {
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
    private func followsUnitWord(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        return Script.isHan(values[place - 1]) && words.longest(values, at: place - 1, to: place + 1, of: .solid) != nil
    }
}

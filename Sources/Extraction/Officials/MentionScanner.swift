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
        guard range.upperBound < end else { return false }
        switch values[range.lowerBound] {
        case 0x548C, 0x4E0E, 0x53CA:
            guard range.count == 1, range.lowerBound > unitStart else { return false }
            return words.endsWord(values, before: range.lowerBound, from: unitStart, of: .field) != nil
                && (words.longest(values, at: range.upperBound, to: end, of: .field) != nil
                    || joinsDepartment(range.upperBound))
                || joinsSociety(range)
        default: break
        }
        guard range.count >= 2 else { return false }
        if leads(range) { return true }
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

    /// 职业教育和成人教育司: what follows 和 ends soon in a department.
    private func joinsDepartment(_ start: Int) -> Bool {
        guard start < end, !isLevel(values[start]), words.longest(values, at: start, to: end, of: .place) == nil else {
            return false
        }
        for place in start + 2..<max(start + 2, min(end, start + 8)) {
            guard Script.isHan(values[place]) else { return false }
            switch values[place] {
            case 0x53F8, 0x5C40, 0x90E8, 0x5385, 0x59D4, 0x5904: return true  // 司 局 部 厅 委 处
            default: continue
            }
        }
        return false
    }

    /// 省推进城镇化工作领导小组, 全国关注湿地活动执委会, 网络社会组织联合会: the verb belongs to the body's name.
    private func leads(_ range: Range<Int>) -> Bool {
        guard let word = words.exact(values, range), word.isDisjoint(with: Self.personal) || word.contains(.citing)
        else { return false }
        if let body = words.longest(values, at: range.upperBound, to: end, of: .learned),
            body.end - range.upperBound >= 2, values[range.upperBound] != 0x59D4, range.lowerBound > unitStart
        {
            return true
        }
        guard range.lowerBound > unitStart, range.lowerBound - unitStart <= 8,
            isLevel(values[range.lowerBound - 1])
                || words.endsWord(values, before: range.lowerBound, from: unitStart, of: .place) == unitStart
                || words.endsWord(values, before: range.lowerBound, from: unitStart, of: .scope) == unitStart
        else { return false }
        var place = range.upperBound
        while place < end, place - range.upperBound < 24 {
            let value = values[place]
            if Script.opens(value), let close = shortQuote(at: place) {
                place = close + 1
                continue
            }
            guard Script.isHan(value) else { return false }
            if let body = words.longest(values, at: place, to: end, of: .steering) {
                // somebody has to hold an office in it
                return (body.end..<min(end, body.end + 8)).contains {
                    words.longest(values, at: $0, to: end, of: .post) != nil
                }
            }
            place += 1
        }
        return false
    }

    /// What persons do, as opposed to bodies.
    private static let personal: Lexicon.Kind = [
        .presiding, .speaking, .saying, .reporting, .attending, .observing, .visiting, .guiding, .accompanying, .absent,
        .listening, .delivering, .receiving, .convening, .holding,
    ]

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
            || modifier < range.lowerBound
                && (values[range.lowerBound - 1] == 0x526F || values[range.lowerBound - 1] == 0x884C)  // 副, 执行
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
        if value == 0x6709 || value == Script.colon, waiting.isEmpty, kind.contains(.general),
            let found = listed(behind: place)
        {
            return named(found, title, isApart: true)
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

    /// `市领导有：王伟、李强`
    private func listed(behind post: Int) -> NameFinder.Found? {
        var place = post
        if values[place] == 0x6709 { place += 1 }
        if place < end, values[place] == Script.colon { place += 1 }
        place = skipBlanks(place)
        guard place < end, !skipped[place], let found = finder.find(at: place, in: .list, to: end) else { return nil }
        return found.score >= 40 ? found : nil
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

    private mutating func named(_ found: NameFinder.Found, _ title: Title, isApart: Bool = false) -> Int {
        let name = found.range
        var place = afterName(name.upperBound)
        let titles = (waiting + [title]).map { trimmed($0) } + bracketed(behind: name.upperBound)
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
    private func afterName(_ place: Int) -> Int {
        var next = place
        if let word = words.longest(values, at: next, to: end, of: .honorific) { next = word.end }
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
        guard start < end, !skipped[start] else { return nil }
        guard let found = finder.find(at: start, in: .list, to: end) else { return wordName(at: start) }
        if Script.isBlank(values[place]), found.score < 40 { return nil }
        if found.score < 45, opensTitle(found.range.upperBound) { return nil }
        // `、副书记李亮`, `、高校工委书记王伟`: a title, not a name
        if let post = words.longest(values, at: start, to: end, of: .post), post.end >= found.range.upperBound {
            return nil
        }
        return found
    }

    /// `文化交流部部长刘奇` behind 、: a unit and its post, though its beginning could be a name.
    private func opensTitle(_ place: Int) -> Bool {
        var next = place
        while next < end, next - place < 12, Script.isHan(values[next]) {
            if let post = words.longest(values, at: next, to: end, of: .post) {
                return post.end < end && next > place && finder.find(at: post.end, in: .titled, to: end) != nil
            }
            next += 1
        }
        return false
    }

    /// `明亮、杨柳、成功出席`: words that are names, where the list goes on to a verb of presence.
    private func wordName(at start: Int) -> NameFinder.Found? {
        var place = start
        var first: Range<Int>?
        for _ in 0..<24 {
            let from = place
            while place < end, place - from < 4, Script.isHan(values[place]), verb(at: place) == nil,
                values[place] != 0x7B49
            {
                place += 1
            }
            let item = from..<place
            guard item.count == 2 || item.count == 3, Surnames.single[values[from]] > 0,
                words.longest(values, at: from, to: end, of: [.field, .unit, .place, .post, .breaker]) == nil,
                words.endsWord(values, before: place, from: from, of: [.unit, .field, .post]) == nil
            else { return nil }
            if first == nil { first = item }
            guard place < end else { return nil }
            if values[place] == Script.listComma || values[place] == 0x548C {
                place += 1
                continue
            }
            if values[place] == 0x7B49 { place += 1 }
            guard let first, verb(at: place) != nil else { return nil }
            return NameFinder.Found(range: first, score: 30, sure: false)
        }
        return nil
    }

    private func verb(at place: Int) -> Lexicon.Match? {
        words.longest(values, at: place, to: end, of: [.attending, .observing, .presiding, .accompanying]).flatMap {
            $0.end - place >= 2 ? $0 : nil
        }
    }

    /// A title without the words before its unit: 我市副市长, 原任 …
    private func trimmed(_ title: Title) -> Title {
        var title = title
        var start = withoutScene(title)
        while start < title.post {
            if skipsBefore(values[start]) { start += 1 } else { break }
        }
        title.range = start..<title.range.upperBound
        return title
    }

    /// `揭牌仪式云溪市法院院长`: a caption that runs into the title ends where a place begins.
    private func withoutScene(_ title: Title) -> Int {
        let from = title.range.lowerBound
        guard title.post - from > 6 else { return from }
        for place in from + 2..<title.post
        where words.longest(values, at: place, to: title.post, of: [.place, .scope]) != nil {
            return words.endsWord(values, before: place, from: from, of: .scene) != nil ? place : from
        }
        return from
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
            rule: .namedPost, span: found.lowerBound..<place, name: found, titles: [bare],
            sure: length >= 3 || Surnames.single[values[from]] >= 4 && opensClause(from), isDoctrine: doctrine)
    }

    /// `李明副市长` at the beginning of a clause; elsewhere two characters may end a word.
    private func opensClause(_ place: Int) -> Bool { place == 0 || !Script.isHan(values[place - 1]) }

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

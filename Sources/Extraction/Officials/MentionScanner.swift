/// Steps through a text once and notes every person that a title, a post or a list names.
///
/// A unit is read from the last mark, verb or function word to the post; `titles` waiting for their name are kept
/// while they are joined by 、 or 兼.
struct MentionScanner {
    let finder: NameFinder
    /// Scalars that belong to a credit line: nothing is read there.
    let skipped: [Bool]
    var mentions: [Mention] = []

    var values: [UInt32] { finder.values }
    var words: Lexicon { finder.words }
    var unitStart = 0
    var waiting: [Title] = []
    var end = 0

    init(finder: NameFinder, skipped: [Bool]) {
        self.finder = finder
        self.skipped = skipped
    }

    /// Longest unit that is taken for one title.
    private static let longestUnit = 44

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
                // 华星公司董事长兼CEO
                if (0x41...0x5A).contains(value), let word = words.longest(values, at: place, to: end, of: .post) {
                    place = post(place..<word.end)
                } else {
                    place = mark(at: place)
                }
                continue
            }
            // 书记王某和县长李某: right behind a person 和 joins, though 和县 is a place.
            if value == 0x548C, mentions.last?.span.upperBound == place {
                reset(place + 1)
                place += 1
                continue
            }
            guard let word = words.longest(values, at: place, to: end, of: Self.stepped) else {
                place += 1
                continue
            }
            // 局长王某代表市长李某到场: what he does for whom
            if values[place] == 0x4EE3, word.end == place + 2, values[place + 1] == 0x8868,
                let last = mentions.last, last.span.upperBound == place
            {
                reset(word.end)
                place = word.end
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
            } else if word.kind.contains(.honorific), let names = comrades(before: place, after: word.end) {
                for name in names {
                    let close = name == names.last ? word.end : name.upperBound
                    mentions.append(
                        Mention(rule: .bareSubject, span: name.lowerBound..<close, name: name, titles: [], sure: true))
                }
                reset(word.end)
                place = word.end
            } else if !word.kind.isDisjoint(with: [.breaker, .citing]), !joinsUnit(place..<word.end),
                !opensName(place..<word.end)
            {
                reset(word.end)
                place = word.end
            } else {
                place = word.end
            }
        }
    }

    private static let stepped: Lexicon.Kind = [
        .honorific, .post, .breaker, .solid, .doctrine, .citing, .field, .place,
    ]

    mutating func reset(_ place: Int) {
        unitStart = place
        waiting.removeAll(keepingCapacity: true)
    }

    // MARK: - Marks and function words

    /// Marks end the unit, except short brackets and quotation marks inside one, and digits and letters.
    mutating func mark(at place: Int) -> Int {
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
        if Script.opens(value), let close = shortQuote(at: place) {
            return quotedOffice(place, close) ?? close + 1
        }
        reset(place + 1)
        return place + 1
    }

    /// `5月6日市长…`: a date ends where the unit begins.
    mutating func afterDate(_ place: Int) -> Int {
        var next = place
        while next < end, Script.isDigit(values[next]) { next += 1 }
        guard next > place, next < end else { return place + 1 }
        switch values[next] {
        case 0x65E5, 0x6708, 0x5E74, 0x65F6, 0x5206:  // 日 月 年 时 分
            reset(next + 1)
            return next + 1
        default: return next
        }
    }

    /// Quotation marks or brackets of a few scalars, followed by more of the unit.
    func shortQuote(at place: Int) -> Int? {
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

    // MARK: - Posts

    mutating func post(_ range: Range<Int>) -> Int {
        let behind = range.upperBound
        if let trap = words.longest(values, at: behind, to: end, of: .trap),
            !(trap.end - behind == 1 && finder.find(at: behind, in: .titled, to: end) != nil),
            // 王某处长及李某副局长
            !(values[behind] == 0x53CA && nameEnding(at: modifierStart(range.lowerBound), from: unitStart) != nil)
        {
            return behind
        }
        // 央行长达一年, 市长期坚持
        if values[behind - 1] == 0x957F, behind < end, [0x8FBE, 0x671F, 0x6548, 0x8FDC].contains(values[behind]) {
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
        if value == 0x6709 || value == Script.colon, waiting.isEmpty,
            !kind.isDisjoint(with: [.general, .shared]),
            let found = listed(behind: place)
        {
            return named(found, title, isApart: true)
        }
        if value == 0x517C {  // 兼
            if let mention = doubled(title, at: place) {
                mentions.append(mention)
                reset(mention.span.upperBound)
                return mention.span.upperBound
            }
            waiting.append(title)
            let next = place + 1 < end && values[place + 1] == 0x4EFB ? place + 2 : place + 1  // 兼任
            unitStart = next
            return next
        }
        if let found = finder.find(at: place, in: kind.contains(.shared) ? .general : .titled, to: end),
            !skipped[place],
            found.score >= 34 || namedPost(title) == nil
        {
            // 首先代表王某书记问好: what he does for whom
            if values[range.lowerBound] == 0x4EE3, range.count == 2, range.lowerBound == unitStart, waiting.isEmpty,
                words.longest(values, at: found.range.upperBound, to: end, of: .post) != nil
            {
                reset(behind)
                return behind
            }
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
    func listed(behind post: Int) -> NameFinder.Found? {
        var place = post
        if values[place] == 0x6709 { place += 1 }
        if place < end, values[place] == Script.colon { place += 1 }
        place = skipBlanks(place)
        guard place < end, !skipped[place], let found = finder.find(at: place, in: .list, to: end) else { return nil }
        return found.score >= 40 ? found : nil
    }

    /// `省委常委，市委书记王伟`: titles that open a clause, of somebody who has more of them behind the comma.
    func opensTitles(_ title: Title, _ kind: Lexicon.Kind) -> Bool {
        guard !waiting.isEmpty || values[title.range.upperBound - 1] == 0x59D4 else { return false }  // 常委, 委员
        let start = (waiting.first ?? title).range.lowerBound
        guard start > 0 else { return true }
        let before = values[start - 1]
        return !Script.isHan(before) || before == 0x65E5
    }

    /// 原, 代, 副, 常务副 … before a post.
    func modifierStart(_ post: Int) -> Int {
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

    func skipBlanks(_ place: Int) -> Int {
        var next = place
        while next < end, next - place < 3, Script.isBlank(values[next]) { next += 1 }
        return next
    }

    /// （正厅级）, （主持工作） behind a post; （记者…） is none of this.
    func skipBracket(_ place: Int) -> Int {
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
}

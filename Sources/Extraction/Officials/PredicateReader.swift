/// Reads the verbs behind a group of persons, clause by clause, and the roles they give.
struct PredicateReader {
    let values: [UInt32]
    let words: Lexicon

    private(set) var roles: Lexicon.Kind = []
    /// The object of 参加 or 出席.
    private(set) var event: Range<Int>?
    /// What follows is somebody's words or another subject.
    private(set) var isDone = false
    private var isFirst = true
    private var isFirstClause = true
    /// 围绕, 就: the clause says what about before its verb.
    private var hasTopic = false
    /// Where a verb of visiting ended.
    private var wasVisit = -1
    /// Inside the object of a verb: nouns like 调研 and 汇报 are no predicates there.
    private var inObject = false

    /// Roles that the place of the names has given already.
    private let known: Lexicon.Kind

    init(values: [UInt32], words: Lexicon, known: Lexicon.Kind = []) {
        self.values = values
        self.words = words
        self.known = known
    }

    private static let presence: Lexicon.Kind = [
        .presiding, .attending, .observing, .accompanying, .listening, .receiving, .guiding, .absent,
    ]

    mutating func read(_ stretch: Range<Int>) {
        var place = stretch.lowerBound
        let end = stretch.upperBound
        while place < end, !isDone {
            let value = values[place]
            if Script.endsClause(value) {
                if value == Script.colon || value == 0x3A {
                    // `市长：“…”`
                    if isFirst { roles.formUnion(.saying) }
                    isDone = true
                    return
                }
                inObject = false
                hasTopic = false
                isFirstClause = false
                place += 1
                if !continues(place, end) { isDone = true }
                continue
            }
            if Script.opens(value), let close = close(of: place, end) {
                place = close + 1
                isFirst = false
                continue
            }
            // 接受…采访, 告诉《…》记者: said to the press, wherever that was
            if value == 0x63A5 || value == 0x544A, isInterview(place, end) {
                isDone = true
                return
            }
            if isFirst, value == 0x88AB || isAppointed(place, end) {  // 被追记…, 任市委书记: nothing he did there
                isDone = true
                return
            }
            if value == 0x56F4 || value == 0x5C31 { hasTopic = true }  // 围绕, 就
            if value == 0x5E76 || value == 0x65F6 || value == 0x540E {  // 并 时 后
                inObject = false
                isFirst = false
                place += 1
                continue
            }
            guard Script.isHan(value), let word = words.longest(values, at: place, to: end, of: Self.wanted) else {
                if !Script.isBlank(value) { isFirst = false }
                place += 1
                continue
            }
            isFirst = false
            place = verb(place..<word.end, word.kind, end)
        }
    }

    /// 任, 当选, 担任, 不再担任: what becomes of somebody.
    private func isAppointed(_ place: Int, _ end: Int) -> Bool {
        guard place + 1 < end else { return false }
        switch (values[place], values[place + 1]) {
        case (0x5F53, 0x9009), (0x62C5, 0x4EFB), (0x51FA, 0x4EFB), (0x63A5, 0x4EFB), (0x8C03, 0x4EFB), (0x517C, 0x4EFB),
            (0x4E0D, 0x518D):
            // 当选 担任 出任 接任 调任 兼任 不再
            return true
        case (0x4EFB, let next): return next != 0x547D && next != 0x52A1  // 任, not 任命, 任务
        default: return false
        }
    }

    private static let wanted: Lexicon.Kind = Lexicon.Kind.anyRole.union(.solid)

    /// One verb; returns where to read on.
    private mutating func verb(_ range: Range<Int>, _ kind: Lexicon.Kind, _ end: Int) -> Int {
        let next = range.upperBound
        guard !kind.isDisjoint(with: .anyRole) else { return next }
        if inObject, kind.isDisjoint(with: .saying) || kind.contains(.acting) {
            // 围绕学习…精神发言: what the clause ends with
            guard hasTopic, kind.contains(.speaking), roles.isDisjoint(with: [.reporting, .speaking]),
                next >= end || Script.endsClause(values[next])
            else {
                return next
            }
        }
        if isNoun(range, end) || isMeasure(range, end) || Script.namesStudy(values, range) { return next }
        // 看望慰问出席大会的代表: what they do, not what he does
        if kind.contains(.attending), roles.contains(.visiting), wasVisit == range.lowerBound {
            inObject = true
            return next
        }
        // `主持会议，传达学习…，总结…`: what the meeting did
        if roles.contains(.presiding), !isFirstClause, kind.contains(.reporting) || kind.contains([.saying, .acting]) {
            inObject = true
            return next
        }
        if kind.contains(.delivering) {
            delivered(next, end, carriesOut: values[range.lowerBound] == 0x8FDB)  // 进行
            return next
        }
        if kind.contains(.saying) {
            if kind.contains(.acting) {
                roles.formUnion(tellsOfWork(range, end) && roles.isDisjoint(with: .speaking) ? .reporting : .saying)
                inObject = true
                return next
            }
            if inObject, !quotes(next, end) { return next }
            roles.formUnion(.saying)
            isDone = true
            return next
        }
        if kind.contains(.speaking) || kind.contains(.reporting) {
            roles.formUnion(kind.intersection([.speaking, .reporting]))
            if values[next - 1] == 0x544A { roles.formUnion(.report) }  // 报告
            inObject = true
            return next
        }
        if !kind.isDisjoint(with: Self.presence) {
            if kind.contains(.accompanying), others(accompany: next, end) { return next }
            if isArrival(range, end) { return next }
            if kind.contains(.attending), !roles.isEmpty, opensList(next, end) {
                isDone = true
                return next
            }
            if !isFirstClause, !roles.isEmpty || !known.isEmpty, hasOthers(before: range.lowerBound) {
                inObject = true
                return next
            }
            roles.formUnion(kind.intersection(Self.presence))
            if kind.contains(.attending) { event = object(next, end) }
            // 到会致辞: another verb, no object
            let speech = words.longest(values, at: next, to: end, of: .speaking)
            inObject = speech.map { $0.end < end && !Script.endsClause(values[$0.end]) } ?? true
            return next
        }
        if kind.contains(.convening) {
            // 社长介绍，出版社组织专家召开研讨会: what he tells of
            if !isFirstClause, roles.contains(.saying) { return next }
            return convened(range, end)
        }
        if kind.contains(.visiting) {
            if isFrequent(before: range.lowerBound) { return next }
            roles.formUnion(.visiting)
            wasVisit = next
            return next
        }
        roles.formUnion(kind.intersection(.acting))
        return next
    }

    /// 召开…会议, 开…会议.
    private mutating func convened(_ verb: Range<Int>, _ end: Int) -> Int {
        var close = verb.upperBound
        while close < end, !Script.endsClause(values[close]), values[close] != 0x5E76 { close += 1 }
        let object = verb.upperBound..<close
        guard object.count >= 2 else { return verb.upperBound }
        let isMeeting =
            values[close - 1] == 0x4F1A && verb.count > 1 || values[close - 1] == 0x8BAE && values[close - 2] == 0x4F1A
        guard isMeeting else {
            if verb.count > 1 { roles.formUnion(.acting) }
            return verb.upperBound
        }
        roles.formUnion(.convening)
        return close
    }

    /// 作, 做, 进行: the noun at the clause's end says what was delivered.
    private mutating func delivered(_ start: Int, _ end: Int, carriesOut: Bool) {
        var place = start
        var last: Lexicon.Kind = []
        while place < end, place - start < 90 {
            let value = values[place]
            // 给予了肯定, 作出高度评价: words of the speaker
            if let word = words.longest(values, at: place, to: end, of: .saying), word.kind.contains(.acting),
                word.kind.isDisjoint(with: .report), word.end - place == 2,
                word.end >= end || !Script.isHan(values[word.end])
            {
                roles.formUnion(.saying)
                inObject = true
                return
            }
            // 对会议作出批示: who writes was not there, whatever he asks for behind it
            if value == 0x6279 || value == 0x6307, place + 1 < end, values[place + 1] == 0x793A {
                inObject = true
                if roles.isEmpty { isDone = true }
                return
            }
            if Script.opens(value), let close = close(of: place, end) {
                // 作《院长工作报告》
                if value == 0x300A, close - place > 3, values[close - 2] == 0x62A5, values[close - 1] == 0x544A {
                    last = .report
                }
                place = close + 1
                continue
            }
            if Script.endsClause(value) || value == 0x5E76 { break }
            if let word = words.longest(values, at: place, to: end, of: [.report, .speech, .attending, .visiting]),
                word.end >= end || ![0x56E2, 0x7EC4, 0x5458].contains(values[word.end])  // 宣讲团, 调研组, 讲解员
            {
                // 进行了解读，进行了说明: a speech goes on
                let goesOn = carriesOut && !roles.isEmpty && values[place] == 0x8BF4 && word.end - place == 2
                last = goesOn ? .speech : word.kind
                place = word.end
            } else {
                place += 1
            }
        }
        if last.contains(.report), !last.contains(.speech) {
            roles.formUnion([.reporting, .report])
        } else if last.contains(.speech) {
            roles.formUnion(.speaking)
        } else if last.contains(.attending) {
            roles.formUnion(.attending)
        } else if last.contains(.visiting) {
            roles.formUnion(.visiting)
        } else {
            roles.formUnion(.acting)
        }
        inObject = true
    }

    /// Whether the clause at `place` still belongs to the same subject: it begins with a verb or an adverb before one.
    private func continues(_ start: Int, _ end: Int) -> Bool {
        var place = start
        while place < end, Script.isBlank(values[place]) { place += 1 }
        guard place < end else { return true }
        if roles.isEmpty { return true }
        if roles.contains(.saying) && roles.isDisjoint(with: .acting) && isDone { return false }
        guard let word = words.longest(values, at: place, to: end, of: [.follower]) else { return false }
        if !word.kind.isDisjoint(with: .anyRole) { return true }
        switch values[place] {
        case 0x5E76, 0x8FD8, 0x4E5F, 0x968F, 0x5148, 0x5B9E, 0x73B0, 0x8BE6, 0x8BA4, 0x4ED4, 0x5C31, 0x5BF9, 0x9010,
            0x4E00, 0x4EB2, 0x540C, 0x5728, 0x4E0E:
            // 并 还 也 随 先 实 现 详 认 仔 就 对 逐 一 亲 同 在 与
            return true
        default: return word.end - place >= 2
        }
    }

    private func object(_ start: Int, _ end: Int) -> Range<Int>? {
        var place = start
        while place < end, !Script.endsClause(values[place]), values[place] != 0x5E76 {
            if Script.opens(values[place]), let close = close(of: place, end) { place = close }
            place += 1
        }
        return place > start ? start..<place : nil
    }

    private func close(of open: Int, _ end: Int) -> Int? {
        let closing = Script.closing(values[open])
        var place = open + 1
        while place < end, place - open < 400 {
            if values[place] == closing { return place }
            place += 1
        }
        return nil
    }
}

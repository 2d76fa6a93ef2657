import Cleaning

/// Who is in a text: officials with titles and roles, and the leaders it only cites.
public struct OfficialsReader: Sendable {
    public struct Findings: Sendable {
        public var officials: [MeetingRecord.Official] = []
        public var doctrineNames: [String] = []
        public var warnings: [MeetingRecord.Warning] = []

        public init() {}
    }

    public init() {}

    /// All persons of a passage, in order of first mention. Ranges in what is returned are source ranges.
    public func read(_ passage: Passage) -> Findings {
        let values = passage.text.scalars.map(\.value)
        let finder = NameFinder(values: values)
        var credits = Credit(finder: finder).marked()
        // a part of a text stands by itself: nobody outside it is seen
        let start = passage.paragraphs.first?.lowerBound ?? values.count
        let end = passage.paragraphs.last?.upperBound ?? values.count
        for place in 0..<start { credits[place] = true }
        for place in end..<values.count { credits[place] = true }
        let rollCall = RollCall(finder: finder, skipped: credits)
        let stretches = rollCall.stretches().filter { $0.range.overlaps(start..<end) }
        var skipped = credits
        for stretch in stretches where stretch.role.isEmpty {
            for place in stretch.range { skipped[place] = true }
        }
        var mentions = Self.mentions(finder, skipped, stretches)
        var people = People(values: values)
        people.gather(&mentions)
        let officials = OfficialsWriter(passage: passage, values: values, mentions: mentions, people: people)
        return officials.findings()
    }

    /// Every rule's mentions, in order, none inside another.
    private static func mentions(_ finder: NameFinder, _ skipped: [Bool], _ stretches: [RollCall.Stretch]) -> [Mention]
    {
        var scanner = MentionScanner(finder: finder, skipped: skipped)
        scanner.scan()
        var mentions = scanner.mentions
        var taken = [Bool](repeating: false, count: finder.values.count)
        func take(_ new: [Mention]) {
            for mention in new {
                for place in mention.span { taken[place] = true }
            }
        }
        take(mentions)
        for person in NameTable(finder: finder, skipped: skipped).mentions() {
            if let index = mentions.firstIndex(where: { $0.name == person.name }) {
                mentions[index].given = person.given
            } else if !taken[person.name.lowerBound] {
                take([person])
                mentions.append(person)
            }
        }
        let rollCall = RollCall(finder: finder, skipped: skipped)
        for stretch in stretches where !stretch.role.isEmpty {
            let named = rollCall.names(in: stretch.range, taken: taken)
            take(named)
            mentions += named
            for index in mentions.indices where stretch.range.contains(mentions[index].name.lowerBound) {
                mentions[index].given = stretch.role
            }
        }
        let appointed = AppointedName(finder: finder, skipped: skipped, taken: taken).mentions()
        take(appointed)
        mentions += appointed
        let counted = CountedNames(finder: finder, skipped: skipped, taken: taken).mentions()
        take(counted)
        mentions += counted
        let subjects = BareSubject(finder: finder, skipped: skipped, taken: taken).mentions()
        take(subjects)
        mentions += subjects
        shorten(&mentions, finder.values)
        var seen: Set<ArraySlice<UInt32>> = []
        var known: [ArraySlice<UInt32>] = []
        for mention in mentions where !mention.isSurname {
            let name = finder.values[mention.name]
            if seen.insert(name).inserted { known.append(name) }
        }
        let later = LaterMention(finder: finder, skipped: skipped, taken: taken)
        mentions += later.mentions(of: known) + later.given(of: known)
        var end = 0
        return mentions.sorted { $0.span.lowerBound < $1.span.lowerBound }.filter { mention in
            guard mention.span.lowerBound >= end else { return false }
            end = mention.span.upperBound
            return true
        }
    }

    /// 李明为…揭牌, 李明向…授牌, 李明均出席, 李明和, 李明于
    private static func endsInVerb(_ value: UInt32) -> Bool {
        [0x4E3A, 0x5411, 0x5747, 0x548C, 0x4E8E].contains(value)
    }

    /// A weak name of three characters whose first two are a sure name elsewhere has swallowed a word.
    private static func shorten(_ mentions: inout [Mention], _ values: [UInt32]) {
        let sure = Set(mentions.filter { $0.sure && !$0.isSurname && $0.name.count == 2 }.map { values[$0.name] })
        for index in mentions.indices where mentions[index].name.count == 3 {
            let name = mentions[index].name
            guard !mentions[index].sure || endsInVerb(values[name.upperBound - 1]) else { continue }
            let short = name.lowerBound..<name.upperBound - 1
            guard mentions[index].span.upperBound == name.upperBound, sure.contains(values[short]) else { continue }
            mentions[index].name = short
            mentions[index].span = mentions[index].span.lowerBound..<short.upperBound
            mentions[index].sure = true
        }
    }
}

import Extraction

/// When two records come from copies of one text: reprinted under another headline, shortened, without its date.
///
/// Most of what the shorter says (four fifths of its demands and results, three of them at least) the other says in the
/// same words; the people of the shorter are in the other, half of them at least; and the days do not speak against it.
/// So a meeting that passes on another's demands is not taken for it: other people sat there, on another day.
enum NearCopy {
    /// A shorter statement may be in any text: 要加强组织领导.
    private static let shortest = 8
    private static let fewest = 3
    /// How many of a record's statements, the longest, are keys.
    private static let keyCount = 3
    /// How far apart two days may be where one was inferred.
    static let reach = 7

    /// A number for each of the longest statements: two copies share at least one of them.
    static func keys(of record: MeetingRecord) -> [String] {
        let statements = long(record)
        guard statements.count >= fewest else { return [] }
        let longest = statements.enumerated().sorted { left, right in
            let (a, b) = (left.element.utf8.count, right.element.utf8.count)
            return a != b ? a > b : left.offset < right.offset
        }
        return longest.prefix(keyCount).map { "s " + String(sum(of: $0.element), radix: 36) }
    }

    static func isKey(_ key: String) -> Bool { key.hasPrefix("s ") }

    static func isNearCopy(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        guard daysAgree(a, b) else { return false }
        let (left, right) = (bare(long(a)), bare(long(b)))
        let smaller = min(left.count, right.count)
        guard smaller >= fewest, left.intersection(right).count * 5 >= smaller * 4 else { return false }
        let (here, there) = (Set(a.officials.map(\.name)), Set(b.officials.map(\.name)))
        return here.intersection(there).count * 2 >= min(here.count, there.count)
    }

    private static func long(_ record: MeetingRecord) -> [String] {
        (record.directives + record.results).map(\.text).filter { $0.unicodeScalars.count >= shortest }
    }

    private static func bare(_ texts: [String]) -> Set<String> { Set(texts.map(Sameness.bare)) }

    /// What is lacking does not speak against it.
    private static func daysAgree(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        guard let left = a.meeting.date, let right = b.meeting.date, left != right else { return true }
        guard let one = RecordDay(left), let other = RecordDay(right) else { return false }
        if one.year == nil || other.year == nil { return one.month == other.month && one.day == other.day }
        guard a.meeting.dateInferred == true || b.meeting.dateInferred == true else { return false }
        return abs(PeriodDays.number(left) - PeriodDays.number(right)) <= reach
    }

    /// FNV-1a over the bare words, the same on every machine.
    private static func sum(of text: String) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in text.unicodeScalars where Folding.isWord(scalar) {
            sum = (sum ^ UInt64(Folding.folded(scalar).value)) &* 0x100_0000_01B3
        }
        return sum
    }
}

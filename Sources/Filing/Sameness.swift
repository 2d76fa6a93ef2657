public import Extraction

/// The one rule by which two records are reports of the same meeting, for a call's shelf and for the archive.
///
/// The same record; or the same day with the same meeting name; or the same day with the same headline where at least
/// one of them has no name; or a near copy of the text, see `NearCopy`. Marks and spaces do not count. What is lacking
/// proves nothing, and two that name different organisers are never the same (霁川市 and 霁川市人民政府 do not differ: one
/// holds the other).
public enum Sameness {
    /// The keys of a record: two records may be the same meeting only where they share one.
    public static func keys(of record: MeetingRecord) -> [String] {
        namedKeys(of: record) + NearCopy.keys(of: record)
    }

    /// The keys that hold the record's day.
    private static func namedKeys(of record: MeetingRecord) -> [String] {
        guard let day = record.meeting.date else { return [] }
        var keys: [String] = []
        if let name = record.meeting.name.map(bare), !name.isEmpty { keys.append("\(day) n \(name)") }
        if let headline = record.headline.map(bare), headline.unicodeScalars.count >= shortestHeadline {
            keys.append("\(day) h \(headline)")
        }
        return keys
    }

    /// A shorter headline (通知, 要闻) may stand above anything.
    private static let shortestHeadline = 6

    public static func isSame(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        if a.id == b.id { return true }
        if let left = a.meeting.organizer.map(bare), let right = b.meeting.organizer.map(bare),
            !left.contains(right), !right.contains(left)
        {
            return false
        }
        return isNamedSame(a, b) || NearCopy.isNearCopy(a, b)
    }

    private static func isNamedSame(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        guard let day = a.meeting.date, day == b.meeting.date else { return false }
        if let left = a.meeting.name.map(bare), let right = b.meeting.name.map(bare) { return left == right }
        guard let left = a.headline.map(bare), left.unicodeScalars.count >= shortestHeadline else { return false }
        return left == b.headline.map(bare)
    }

    /// Whether `a` says more than `b`: the fuller report stands for the meeting.
    public static func isFuller(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        if a.officials.count != b.officials.count { return a.officials.count > b.officials.count }
        return statements(a) > statements(b)
    }

    private static func statements(_ record: MeetingRecord) -> Int {
        record.goals.count + record.figures.count + record.directives.count + record.results.count
    }

    /// Letters and digits alone: “三高四新”美好蓝图 and 三高四新美好蓝图 are one.
    public static func bare(_ text: String) -> String {
        var bare = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where Folding.isWord(scalar) { bare.append(Folding.folded(scalar)) }
        return String(bare)
    }
}

public import Extraction

/// Records of one call put in order, each meeting once: the same source read twice, or two reports of one meeting,
/// are recognised and linked, not doubled.
public struct Shelf: Sendable {
    /// A meeting's record, and the other records that report the same meeting.
    public struct Entry: Hashable, Sendable {
        public var record: MeetingRecord
        /// In the order they came; their sources are named in notes.
        public var copies: [MeetingRecord]
    }

    /// By date, undated ones last; as they came within a day.
    public private(set) var entries: [Entry] = []

    public init(_ records: [MeetingRecord] = []) {
        for record in records { put(record) }
        // Stable by the place in `entries`: sort alone promises nothing for equal dates.
        entries = entries.enumerated().sorted { ($0.element.sortKey, $0.offset) < ($1.element.sortKey, $1.offset) }
            .map(\.element)
    }

    private mutating func put(_ record: MeetingRecord) {
        if let index = entries.firstIndex(where: { Self.isSame($0.record, record) }) {
            // The fuller report stands for the meeting.
            if record.officials.count > entries[index].record.officials.count {
                entries[index].copies.append(entries[index].record)
                entries[index].record = record
            } else {
                entries[index].copies.append(record)
            }
        } else {
            entries.append(Entry(record: record, copies: []))
        }
    }

    /// The same source, or the same day with the same meeting name. Names that are lacking prove nothing.
    static func isSame(_ a: MeetingRecord, _ b: MeetingRecord) -> Bool {
        if a.id == b.id { return true }
        guard let name = a.meeting.name, name == b.meeting.name, let date = a.meeting.date else { return false }
        return date == b.meeting.date
    }
}

extension Shelf.Entry {
    fileprivate var sortKey: String { record.meeting.date ?? "9999" }
}

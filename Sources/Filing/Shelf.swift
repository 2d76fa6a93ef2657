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
        var places = Places()
        for record in records { put(record, &places) }
        // Stable by the place in `entries`: sort alone promises nothing for equal dates.
        entries = entries.enumerated().sorted { ($0.element.sortKey, $0.offset) < ($1.element.sortKey, $1.offset) }
            .map(\.element)
    }

    /// Where in `entries` a record's like may stand: by id and by the keys of sameness.
    private typealias Places = [String: [Int]]

    private mutating func put(_ record: MeetingRecord, _ places: inout Places) {
        let keys = [record.id] + Sameness.keys(of: record)
        let candidates = keys.flatMap { places[$0] ?? [] }.sorted()
        let index: Int
        if let found = candidates.first(where: { Sameness.isSame(entries[$0].record, record) }) {
            index = found
            if stands(record, before: entries[index].record) {
                entries[index].copies.append(entries[index].record)
                entries[index].record = record
            } else {
                entries[index].copies.append(record)
            }
        } else {
            index = entries.count
            entries.append(Entry(record: record, copies: []))
        }
        for key in keys { places[key, default: []].append(index) }
    }

    /// The fuller report stands for the meeting; but what a person has corrected does, however full another is.
    private func stands(_ record: MeetingRecord, before other: MeetingRecord) -> Bool {
        if record.isCorrectedByHand != other.isCorrectedByHand { return record.isCorrectedByHand }
        return Sameness.isFuller(record, other)
    }
}

extension Shelf.Entry {
    fileprivate var sortKey: String { record.meeting.date ?? "9999" }
}

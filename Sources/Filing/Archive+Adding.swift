public import Diagnostics
public import Extraction
import GRDB

extension Archive {
    /// What is put into the archive at once: one source and the records read from it.
    public struct Addition: Sendable {
        public var records: [MeetingRecord]
        /// The source's text, in which the records' ranges count; `nil` where only the records are known.
        public var text: String?
        /// The same repaired and in Simplified characters: what search looks in.
        public var clean: String?
        /// Whether the records come from a person's hand: then they win over what is kept.
        public var isCorrection: Bool
        /// What the machine had read of a correction's records, where that is known.
        public var machines: [MeetingRecord]

        public init(
            records: [MeetingRecord], text: String? = nil, clean: String? = nil, isCorrection: Bool = false,
            machines: [MeetingRecord] = []
        ) {
            self.records = records
            self.text = text
            self.clean = clean
            self.isCorrection = isCorrection
            self.machines = machines
        }
    }

    /// What became of a record that was added.
    public enum Outcome: Hashable, Sendable {
        case added
        /// The same source was read before, with the same result.
        case unchanged
        /// The same source was read before; the new reading takes the old one's place.
        case updated
        /// A person had corrected it: the correction stays, the new reading is kept beside it.
        case correctionKept
        case corrected
        /// It reports a meeting that another record stands for.
        case linked(to: String)
        /// It was removed by a person and stays so.
        case staysRemoved
    }

    /// Adds records, all or none.
    ///
    /// - Returns: for every addition, the outcome of each of its records.
    /// - Throws: `writeFailed`, `archiveUnwritable`, `archiveBusy`.
    public func add(_ additions: [Addition]) throws(Diagnostic) -> [[Outcome]] {
        // By day: the index of words takes rising keys at once and stops at every one that falls.
        let order = additions.indices.sorted {
            let (left, right) = (Self.day(additions[$0]), Self.day(additions[$1]))
            return left != right ? left < right : $0 < $1
        }
        return try write { db in
            var outcomes: [[Outcome]] = Array(repeating: [], count: additions.count)
            let writer = RecordWriter(db: db)
            for index in order { outcomes[index] = try writer.add(additions[index]) }
            return outcomes
        }
    }

    private static func day(_ addition: Addition) -> Int64 {
        RecordKey.day(addition.records.first?.meeting.date)
    }
}

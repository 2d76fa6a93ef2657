import Diagnostics
public import Extraction
import GRDB

/// One record as the archive keeps it.
public struct ArchiveEntry: Hashable, Sendable {
    public var record: MeetingRecord
    /// Whether a person corrected it.
    public var isCorrected: Bool
    public var isRemoved: Bool
    /// The id of the record that stands for the same meeting, where this one does not itself.
    public var standsFor: String?
    /// Other sources that report the same meeting: their records' ids and paths.
    public var copies: [Copy]

    public struct Copy: Hashable, Sendable, Codable {
        public var id: String
        public var path: String
    }
}

/// A change of a record, and what it was before.
public struct ArchiveEvent: Hashable, Sendable, Codable {
    public enum Act: String, Hashable, Sendable, Codable {
        /// Read again from its source, with another result.
        case reread
        case corrected
        case removed
        case restored
    }

    /// Counted through the whole archive, never given twice.
    public var number: Int64
    public var record: String
    /// `2024-05-31T08:30:00Z`
    public var at: String
    public var act: Act
    /// The record as it was, as JSON.
    public var before: String?
}

/// What a list shows of a record: no more than what is needed to choose one.
public struct ArchiveSummary: Hashable, Sendable, Codable {
    public var id: String
    public var date: String?
    public var kind: String
    /// The meeting's name, else the headline.
    public var title: String
    public var organizer: String?
    public var path: String
    public var corrected: Bool
    public var removed: Bool
    public var standsFor: String?

    static let columns = """
        records.id, records.day, records.kind, records.title, records.organizer, sources.path, \
        records.machine IS NOT NULL, records.removed, main.id
        """
    static let tables = """
        records JOIN sources ON sources.key = records.source LEFT JOIN records AS main ON main.key = records.standsFor
        """

    init(_ row: Row) {
        id = row[0]
        date = row[1]
        kind = row[2]
        title = row[3]
        organizer = row[4]
        path = row[5]
        corrected = row[6]
        removed = row[7]
        standsFor = row[8]
    }
}

/// Records as they are stored: JSON text.
enum StoredRecord {
    static func decode(_ json: String) throws -> MeetingRecord {
        do throws(Diagnostic) {
            if let record = try MeetingRecord.records(json: Array(json.utf8), file: "").first { return record }
        } catch {
            throw Diagnostic(.archiveDamaged(reason: "\(error.fault)"))
        }
        throw Diagnostic(.archiveDamaged(reason: "a record is empty"))
    }
}

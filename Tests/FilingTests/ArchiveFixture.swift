import Diagnostics
import Extraction
import Filing
import Foundation

/// A folder of its own for each test, removed with it.
final class ArchiveFixture {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "jianbao-archive-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String = "archive.sqlite") -> String { folder + "/" + name }

    func archive() throws -> Archive { try Archive(path(), create: true) }

    /// The fault of work that must fail.
    static func fault(_ work: () throws -> Void) -> Fault? {
        do {
            try work()
            return nil
        } catch {
            return (error as? Diagnostic)?.fault
        }
    }
}

extension MeetingRecord {
    /// `id` is `source-place`; the source's hash is what stands before the dash.
    static func sample(
        _ id: String, name: String? = nil, date: String? = "2024-05-06", headline: String? = nil,
        officials: [(String, String, Role)] = [], goals: [String] = []
    ) -> MeetingRecord {
        let source = String(id.prefix { $0 != "-" })
        var record = MeetingRecord(
            id: id, source: .init(path: "news/\(source).txt", sha256: source, encoding: "UTF-8", script: .hans),
            headline: headline, kind: .meeting, meeting: .init(name: name, date: date, dateInferred: false))
        record.officials = officials.map {
            .init(name: $0, printed: $0, titles: $1.isEmpty ? [] : [$1], roles: [$2], ranges: [])
        }
        record.goals = goals.map { .init(text: $0, range: .init(0..<1)) }
        return record
    }

    var addition: Archive.Addition { .init(records: [self]) }
}

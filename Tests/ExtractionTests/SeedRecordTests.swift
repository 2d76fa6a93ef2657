import Acquisition
import Cleaning
import Foundation
import Testing
import Yams

@testable import Extraction

/// The seed article against the facts that a careful reader took from it.
@Suite(.enabled(if: SeedRecord.isThere)) struct SeedRecordTests {
    @Test func theMeeting() throws {
        let (record, _) = try SeedRecord.read()
        let facts = try SeedRecord.facts()
        let meeting = try #require(facts["meeting"] as? [String: Any])
        #expect(record.kind.rawValue == facts["kind"] as? String)
        #expect(record.headline == nil)
        #expect(record.meeting.name == meeting["name"] as? String)
        #expect(record.meeting.ordinal == meeting["ordinal"] as? Int)
        #expect(record.meeting.date == "2024-05-06")
        #expect(record.meeting.dateInferred == true)
        #expect(record.meeting.place == nil)
        #expect(record.meeting.organizer == meeting["organizer"] as? String)
    }

    @Test func theStatements() throws {
        let (record, source) = try SeedRecord.read()
        let facts = try SeedRecord.facts()
        let goals = record.goals.map { SeedRecord.bare($0.text) }
        for goal in try #require(facts["goals"] as? [String]) {
            #expect(goals.contains { $0.hasPrefix(SeedRecord.bare(goal)) }, "\(goal)")
        }
        #expect(record.figures.isEmpty)
        for heading in try #require(facts["directives"] as? [String]) {
            #expect(record.directives.count { $0.heading == heading } > 1, "\(heading)")
        }
        let results = record.results.map(\.text)
        for result in try #require(facts["results"] as? [String]) { #expect(results.contains(result)) }
        #expect(record.doctrineNames == facts["doctrineNames"] as? [String])
        for item in record.goals + record.directives + record.results {
            #expect(item.range.start >= 0 && item.range.end <= source.count && item.range.start < item.range.end)
            #expect(item.rule != nil)
        }
    }

    @Test func theRepairs() throws {
        let (record, _) = try SeedRecord.read()
        let restored = record.repairs.compactMap(\.restored)
        for character in ["强", "担", "当", "报"] { #expect(restored.contains { $0.contains(character) }, "\(character)") }
        #expect(record.boilerplate.count == 5)
    }
}

enum SeedRecord {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/seed")
    private static let article = folder.appending(path: "000_cedbc053e61aa1a8.txt")

    static var isThere: Bool { FileManager.default.fileExists(atPath: article.path) }

    static func read() throws -> (record: MeetingRecord, source: [Unicode.Scalar]) {
        let text = Array(try String(contentsOf: article, encoding: .utf8).unicodeScalars)
        let source = SourceText(path: "seed", sha256: "00", encoding: "UTF-8", format: .text, text: text)
        let records = MeetingReader().read(try Cleaner().clean(source))
        #expect(records.count == 1)
        return (records[0], text)
    }

    static func facts() throws -> [String: Any] {
        let text = try String(contentsOf: folder.appending(path: "facts.yaml"), encoding: .utf8)
        return try #require(try Yams.load(yaml: text) as? [String: Any])
    }

    static func bare(_ text: String) -> String { text.filter { !"“”".contains($0) } }
}

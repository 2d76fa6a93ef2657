import Acquisition
import Cleaning
import FoundationEssentials
import Testing

@testable import Extraction

/// The seed article, scraped with damage: every official of its facts, with ranges that point at the printed name.
@Suite(.enabled(if: OfficialsSeed.isThere)) struct OfficialsSeedTests {
    @Test func everyOfficialOfTheFacts() throws {
        let facts = try OfficialsSeed.facts()
        #expect(facts.count == 10)
        let findings = try OfficialsSeed.findings().findings
        #expect(findings.officials.map(\.name) == facts.map(\.name))
        for (official, fact) in zip(findings.officials, facts) {
            #expect(official.titles == fact.titles)
            #expect(official.roles.map(\.rawValue) == fact.roles)
            if let printed = fact.printed { #expect(official.printed == printed) }
            if let event = fact.event { #expect(official.event == event) }
            #expect(official.sure == true)
        }
        #expect(findings.doctrineNames == ["习近平"])
        #expect(findings.warnings.isEmpty)
    }

    @Test func rangesHoldThePrintedNames() throws {
        let (findings, source) = try OfficialsSeed.findings()
        for official in findings.officials {
            let texts = official.ranges.map { String(String.UnicodeScalarView(source[$0.range])) }
            let first = try #require(official.printed.unicodeScalars.first)
            #expect(texts.contains { $0.unicodeScalars.first == first })
        }
    }
}

enum OfficialsSeed {
    struct Fact {
        var name: String
        var printed: String?
        var titles: [String]
        var roles: [String]
        var event: String?
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/seed")
    private static let article = folder.appending(path: "000_cedbc053e61aa1a8.txt")

    static var isThere: Bool { FileManager.default.fileExists(atPath: article.path) }

    static func findings() throws -> (findings: OfficialsReader.Findings, source: [Unicode.Scalar]) {
        let text = Array(try String(contentsOf: article, encoding: .utf8).unicodeScalars)
        let source = SourceText(path: "seed", sha256: "", encoding: "UTF-8", format: .text, text: text)
        return (OfficialsReader().read(Passage(try Cleaner().clean(source))), text)
    }

    /// The lines `- {name: …, titles: […], roles: […]}` of facts.yaml.
    static func facts() throws -> [Fact] {
        let text = try String(contentsOf: folder.appending(path: "facts.yaml"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  - {name: ") else { return nil }
            let line = String(line.dropFirst(5).dropLast())
            return Fact(
                name: value("name", line) ?? "", printed: value("printed", line), titles: list("titles", line),
                roles: list("roles", line), event: value("event", line))
        }
    }

    private static func value(_ key: String, _ line: String) -> String? {
        guard let start = line.firstRange(of: key + ": ") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "," && $0 != "}" })
    }

    private static func list(_ key: String, _ line: String) -> [String] {
        guard let start = line.firstRange(of: key + ": [") else { return [] }
        return line[start.upperBound...].prefix { $0 != "]" }.split(separator: ", ").map(String.init)
    }
}

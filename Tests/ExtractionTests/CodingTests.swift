import Diagnostics
import Testing

@testable import Extraction

/// Records written and read back, and what a person is told where a record is malformed.
@Suite struct CodingTests {
    private static let text = """
        云溪市召开“三水”治理会议
        5月9日，云溪市召开“三水”治理会议。市长林望舒主持会议并讲话。会议强调，市水利局要于6月底前完成清查，总投资5.2亿元。
        """

    @Test func jsonComesBack() throws {
        let record = Phrases.record(Self.text, published: "2024-05-10")
        #expect(!record.directives.isEmpty && !record.figures.isEmpty && !record.goals.isEmpty)
        let again = try MeetingRecord.records(json: record.jsonBytes, file: "a.json")
        #expect(again.map(\.json) == [record.json])
        #expect(try MeetingRecord.records(json: MeetingRecord.ndjson([record, record]), file: "a.ndjson").count == 2)
    }

    @Test func yamlComesBack() throws {
        let record = Phrases.record(Self.text, published: "2024-05-10")
        let again = try MeetingRecord.records(yaml: record.yaml, file: "a.yaml")
        #expect(again.map(\.json) == [record.json])
        #expect(try MeetingRecord.records(yaml: MeetingRecord.yaml([record, record]), file: "a.yaml").count == 2)
        #expect(record.yaml.contains("\n  date: 2024-05-09\n"))
    }

    @Test func keysStandInTheOrderOfTheSchema() {
        let json = Phrases.record(Self.text).json
        let keys = [
            "schema", "id", "source", "headline", "kind", "meeting", "officials", "doctrineNames", "goals", "figures",
            "directives",
            "results", "boilerplate", "repairs", "warnings",
        ]
        let places = keys.compactMap { json.firstRange(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == keys.count)
        #expect(places == places.sorted())
        #expect(json.contains("\"endDate\":null"))
        #expect(!json.contains("\n"))
    }

    @Test func awkwardTextsSurvive() throws {
        var record = Phrases.record(Self.text)
        record.headline = "a\"b\\c\n\t\u{1} 〓 𠮷 null: - # x"
        record.meeting.place = "null"
        record.meeting.organizer = "1e3"
        #expect(
            try MeetingRecord.records(json: record.jsonBytes, file: "-")[0]
                == (try MeetingRecord.records(yaml: record.yaml, file: "-")[0]))
        #expect(try MeetingRecord.records(yaml: record.yaml, file: "-")[0].json == record.json)
    }

    @Test func whatTheMachineReadIsKept() throws {
        var record = Phrases.record(Self.text)
        record.goals[0].was = "{\"text\":\"x\"}"
        #expect(try MeetingRecord.records(yaml: record.yaml, file: "-")[0].goals[0].was == "{\"text\":\"x\"}")
    }

    @Test(arguments: [
        (
            "{\"schema\":1,\n \"id\":}",
            "a.json:2:7: JSON cannot be read: a value was expected; correct it at this place"
        ),
        ("{\"schema\":1", "a.json:1:12: JSON cannot be read: it ends too early; correct it at this place"),
        (
            "{\"schema\":1,\"schema\":1}",
            "a.json:1:13: JSON cannot be read: the key `schema` stands twice; correct it at this place"
        ),
        ("[1]", "a.json:1:2: `record` is not a mapping of keys to values; give a mapping of keys to values"),
        ("{\"schema\":2}", "a.json:1:11: `schema` cannot be `2`; give 1"),
        ("{\n\"shema\":1}", "a.json:2:1: unknown key `shema`; did you mean `schema`?"),
        ("{\"schema\":1}", "a.json:1:1: `source` is missing; add it"),
    ])
    func faultsInJSON(text: String, expected: String) {
        #expect(
            performing { () throws(Diagnostic) in try MeetingRecord.records(json: Array(text.utf8), file: "a.json") }
                == expected)
    }

    @Test func faultsInYAML() {
        let yaml = Phrases.record(Self.text).yaml
        func message(_ old: String, _ new: String) -> String? {
            performing { () throws(Diagnostic) in
                try MeetingRecord.records(yaml: yaml.replacing(old, with: new, maxReplacements: 1), file: "a.yaml")
            }
        }
        #expect(message("kind: meeting", "kind: feast")?.hasPrefix("a.yaml:") == true)
        #expect(
            message("kind: meeting", "kind: feast")?.contains("`kind` cannot be `feast`; give one of meeting, visit")
                == true)
        #expect(message("headline:", "headlin:")?.hasSuffix("unknown key `headlin`; did you mean `headline`?") == true)
        #expect(
            message("date: XXXX-05-09", "date: 9. Mai")?.contains(
                "`date` cannot be `9. Mai`; give a day like 2024-05-06") == true)
        #expect(message("schema: 1", "schema: [1")?.contains("YAML cannot be read") == true)
        #expect(message("officials:", "officials: 3\nwas:") != nil)
    }

    private func performing(_ work: () throws(Diagnostic) -> [MeetingRecord]) -> String? {
        do throws(Diagnostic) {
            _ = try work()
            return nil
        } catch {
            return error.description
        }
    }
}

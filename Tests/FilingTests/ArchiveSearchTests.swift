import Extraction
import Filing
import Testing

@testable import struct Filing.SearchTokens

@Suite("Search: Chinese words of any length, persons, units, goals, days")
struct ArchiveSearchTests {
    let fixture: ArchiveFixture
    let archive: Archive

    init() throws {
        fixture = try ArchiveFixture()
        archive = try fixture.archive()
        var flood = MeetingRecord.sample(
            "a-1", name: "防汛会议", date: "2024-05-09", officials: [("王伟", "市水利局局长", .presides)],
            goals: ["“三湖两岸”行动"])
        flood.directives = [.init(text: "逐库排查隐患", range: .init(0..<1), owner: "市应急管理局")]
        let text = "王伟说，水库蓄水率达到85%，GDP增长６.1%，建设5G基站。\n水利部门的局长们到会。推进“三湖两岸”行动。"
        _ = try archive.add([
            .init(records: [flood], text: text, clean: text),
            MeetingRecord.sample("b-1", name: "教育会议", date: "2024-06-01", officials: [("李静", "教育局长", .presides)])
                .addition,
        ])
    }

    @Test(
        "found, or not",
        arguments: [
            ("水", 1), ("王伟", 1), ("水库蓄水率", 1), ("蓄水率达到85%", 1), ("gdp", 1), ("GD", 1), ("5G基站", 1),
            ("6.1", 1), ("王伟 隐患", 0), ("王伟 局长", 1), ("会议", 2), ("局长", 2), ("，", 0), ("", 2),
            // Its pairs are all there, but not in this order.
            ("水利局长们", 0), ("达到到会", 0), ("王", 1), ("静王", 0),
        ])
    func words(_ words: String, _ count: Int) throws {
        #expect(try archive.search(.init(words: words)).count == count)
    }

    @Test("by person, unit, goal and day, each narrowing the others")
    func filters() throws {
        func ids(_ query: Archive.Query) throws -> [String] { try archive.search(query).map(\.summary.id) }
        #expect(try ids(.init(words: "", person: "王伟")) == ["a-1"])
        #expect(try ids(.init(words: "", unit: "水利局")) == ["a-1"])
        #expect(try ids(.init(words: "", unit: "应急管理局")) == ["a-1"])
        #expect(try ids(.init(words: "", unit: "水利部门")) == [])
        #expect(try ids(.init(words: "", goal: "三湖两岸行动")) == ["a-1"])
        #expect(try ids(.init(words: "会议", from: "2024-05-10")) == ["b-1"])
        #expect(try ids(.init(words: "会议", to: "2024-05-31")) == ["a-1"])
        #expect(try ids(.init(words: "教育", person: "王伟")) == [])
        #expect(try ids(.init(words: "会议", limit: 1)) == ["b-1"])
    }

    @Test("the excerpt shows the words where they stand, within their line")
    func excerpt() throws {
        #expect(
            try archive.search(.init(words: "蓄水率")).first?.excerpt == "王伟说，水库蓄水率达到85%，GDP增长６.1%，建设5G基站。")
    }

    @Test("the index holds each character and each pair once, letters and digits as runs")
    func tokens() {
        #expect(SearchTokens.index(of: ["水水利，GDP 6.1"]) == "利 水 水利 水水 1 6 gdp ")
        #expect(SearchTokens.question("水") == "\"水\"")
        #expect(SearchTokens.question("水利局") == "\"水利\" AND \"利局\"")
        #expect(SearchTokens.question("5G基站") == "\"5g\" AND \"基站\"")
        #expect(SearchTokens.question("“”") == nil)
    }
}

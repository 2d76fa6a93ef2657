import Cleaning
import Extraction
import Filing
import Testing

@testable import Outlining

@Suite("Briefings with a registry and with corrections")
struct RegistryOutlineTests {
    private var record: MeetingRecord {
        var record = MeetingRecord(
            id: "a-1", source: .init(path: "a.txt", sha256: "a", encoding: "UTF-8", script: .hans), headline: "会议召开",
            kind: .meeting, meeting: .init(name: "防汛会议", date: "2024-05-06"))
        record.officials = ["尹川", "外来者", "覃怀远", "闻立峰"].map {
            .init(name: $0, printed: $0, titles: [], roles: [.attends], ranges: [])
        }
        return record
    }

    private let registry = Registry(
        people: ["闻立峰", "覃怀远", "尹川"].enumerated().map { .init(name: $1, rank: $0 + 1) })

    private func names(_ briefing: Briefing) -> [String] {
        briefing["meetings"].list[0]["officials"].list.compactMap { $0["name"].text }
    }

    @Test("the table of people is ranked by the registry, and as printed without one")
    func ranked() {
        let shelf = Shelf([record])
        let plain = MeetingOutline().briefing(of: shelf, texts: [:])
        let ranked = MeetingOutline(options: .init(registry: registry)).briefing(of: shelf, texts: [:])
        #expect(names(plain) == ["尹川", "外来者", "覃怀远", "闻立峰"])
        #expect(names(ranked) == ["闻立峰", "外来者", "覃怀远", "尹川"])
    }

    @Test("notes say what was corrected, by the registry and by hand, and ask one question once")
    func notes() {
        var right = record
        right.officials[2].was = #"{"name":"覃怀","printed":"覃怀","by":"registry"}"#
        let machine = right
        right.officials[0].titles = ["副市长"]
        right.officials.remove(at: 1)
        right.meeting.date = "2024-05-07"
        right.warnings = ["甲", "乙"].map { .init(text: "“\($0)”不在名册中", question: "姓名是否无误？") }
        let lines = Notes(record: right.corrected(from: machine), copies: []).lines
        #expect(lines.contains("依据名册更正：姓名“覃怀”改为“覃怀远”。"))
        #expect(
            lines.contains("人工更正：删去参会人员“外来者”；时间“2024年5月6日”改为“2024年5月7日”；“尹川”的职务补为“副市长”。"), "\(lines)")
        #expect(lines.last == "待核：“甲”“乙”不在名册中。姓名是否无误？")
    }
}

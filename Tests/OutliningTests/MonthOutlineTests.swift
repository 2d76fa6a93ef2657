import Extraction
import Outlining
import Testing

@testable import Filing

@Suite("The briefing of a month prints what the digest counts")
struct MonthOutlineTests {
    private func briefing(months: [PeriodDigest.MeetingMonth]) -> Briefing {
        MonthOutline().briefing(
            of: PeriodDigest(
                from: "2024-02-01", to: "2024-02-29", entries: [], persons: [:], earlierGoals: [:], lapsedGoals: [],
                goalMonths: [], meetingMonths: months, earlierFigures: [:]))
    }

    @Test("three months show a course, months of the year before too")
    func course() {
        let briefing = briefing(months: [
            .init(month: "2023-12", count: 4), .init(month: "2024-01", count: 0), .init(month: "2024-02", count: 11),
        ])
        #expect(briefing["months"].list == [["label": "会议活动", "m1": 4, "m2": 0, "m3": 11]])
        #expect(briefing["month_names"].list == ["12月", "1月", "2月"])
    }

    @Test("a promotion is a change of title, a title said shorter is none")
    func changes() {
        func entry(_ id: String, _ day: String, _ titles: [String]) -> ArchiveEntry {
            var record = MeetingRecord(
                id: id, source: .init(path: id, sha256: id, encoding: "UTF-8", script: .hans), kind: .meeting,
                meeting: .init(name: "例会" + id, date: day))
            record.officials = [.init(name: "卓然", printed: "卓然", titles: titles, roles: [.attends], ranges: [])]
            return ArchiveEntry(record: record, isCorrected: false, isRemoved: false, standsFor: nil, copies: [])
        }
        let digest = PeriodDigest(
            from: "2024-05-01", to: "2024-05-31",
            entries: [entry("a", "2024-05-06", ["石渡县副县长"]), entry("b", "2024-05-20", ["县长"])],
            persons: ["卓然": .init(before: 1, total: 3, titles: ["副县长"], day: "2024-04-03")], earlierGoals: [:],
            lapsedGoals: [], goalMonths: [], meetingMonths: [], earlierFigures: [:])
        let rows = MonthOutline().briefing(of: digest)["changes"].list
        #expect(rows.map { $0["before"].text } == ["石渡县副县长（2024年5月6日）"])
        #expect(rows.map { $0["after"].text } == ["县长（2024年5月20日）"])
    }

    @Test("two months show none, and so the page has no chart of them")
    func tooFew() {
        let briefing = briefing(months: [.init(month: "2024-01", count: 2), .init(month: "2024-02", count: 1)])
        #expect(briefing["months"].isEmpty)
    }
}

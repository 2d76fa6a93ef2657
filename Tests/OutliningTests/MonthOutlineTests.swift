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

    @Test("two months show none, and so the page has no chart of them")
    func tooFew() {
        let briefing = briefing(months: [.init(month: "2024-01", count: 2), .init(month: "2024-02", count: 1)])
        #expect(briefing["months"].isEmpty)
    }
}

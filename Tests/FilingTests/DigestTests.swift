import Extraction
import Testing

@testable import Filing

@Suite("The facts of a month: what came before is counted, what came after is not")
struct DigestTests {
    let fixture: ArchiveFixture
    let archive: Archive

    init() throws {
        fixture = try ArchiveFixture()
        archive = try fixture.archive()
        let chief = { (title: String) in [("乔守正", title, MeetingRecord.Role.presides)] }
        var notice = MeetingRecord.sample("n-1", name: "施工通告", date: "2024-05-03")
        notice.kind = .other
        _ = try archive.add([
            MeetingRecord.sample("a-1", name: "治水会议", date: "2024-02-29", officials: chief("副县长"), goals: ["清湖行动"])
                .addition,
            MeetingRecord.sample("b-1", name: "教育会议", date: "2024-04-30", officials: chief("副县长"), goals: ["一镇一园"])
                .addition,
            MeetingRecord.sample("c-1", name: "防汛会议", date: "2024-05-01", officials: chief("县长"), goals: ["“清湖”行动"])
                .addition,
            MeetingRecord.sample("d-1", name: "医疗会议", date: "2024-05-31", goals: ["清湖行动"]).addition,
            MeetingRecord.sample("e-1", name: "科技会议", date: "2024-06-01", officials: chief("县长"), goals: ["一镇一园"])
                .addition,
            notice.addition,
        ])
    }

    @Test("first and last day belong to it, notices do not")
    func entries() throws {
        let digest = try archive.digest(.init(from: "2024-05-01", to: "2024-05-31"))
        #expect(digest.entries.map(\.record.id) == ["c-1", "d-1"])
        #expect(digest.persons["乔守正"] == .init(before: 2, total: 3, titles: ["副县长"], day: "2024-04-30"))
        #expect(digest.earlierGoals.values.sorted() == ["2024-02-29"])
        #expect(digest.lapsedGoals == [.init(text: "一镇一园", day: "2024-04-30")])
        #expect(digest.goalMonths.map(\.month) == ["2024-02", "2024-05"])
        #expect(digest.goalMonths.map(\.count) == [1, 2])
    }

    @Test("a goal that is named longer or shorter is not gone")
    func reworded() throws {
        _ = try archive.add([
            MeetingRecord.sample("f-1", name: "产业会议", date: "2024-04-02", goals: ["“清湖”行动方案", "清湖", "百园提质"]).addition
        ])
        let digest = try archive.digest(.init(from: "2024-05-01", to: "2024-05-31"))
        #expect(digest.lapsedGoals.map(\.text) == ["一镇一园", "百园提质"])
    }

    @Test("months are counted from the first that has a meeting, also those with none")
    func months() throws {
        let digest = try archive.digest(.init(from: "2024-05-01", to: "2024-05-31"))
        #expect(digest.meetingMonths.map(\.month) == ["2024-02", "2024-03", "2024-04", "2024-05"])
        #expect(digest.meetingMonths.map(\.count) == [1, 0, 1, 2])
        let later = try archive.digest(.init(from: "2024-11-01", to: "2024-11-30"))
        #expect(later.meetingMonths.map(\.count) == [1, 0, 0, 0, 0, 0], "six months in all")
    }

    @Test("days that are no month have no course over months")
    func noMonths() throws {
        #expect(try archive.digest(.init(from: "2024-05-01", to: "2024-05-30")).meetingMonths == [])
    }

    @Test("a unit or theme narrows everything but what a person attended in all")
    func narrowed() throws {
        let digest = try archive.digest(.init(from: "2024-05-01", to: "2024-05-31", theme: "防汛"))
        #expect(digest.entries.map(\.record.id) == ["c-1"])
        #expect(digest.persons["乔守正"] == .init(before: 2, total: 3, titles: ["副县长"], day: "2024-04-30"))
        #expect(digest.lapsedGoals.isEmpty, "一镇一园 was named at another meeting")
        #expect(digest.meetingMonths == [.init(month: "2024-05", count: 1)])
        #expect(digest.goalMonths.map(\.count) == [1])
        let unit = try archive.digest(.init(from: "2024-05-01", to: "2024-05-31", unit: "县长"))
        #expect(unit.entries.map(\.record.id) == ["c-1"])
        #expect(unit.lapsedGoals.map(\.text) == ["一镇一园"])
        #expect(unit.meetingMonths.map(\.count) == [1, 0, 1, 1])
    }
}

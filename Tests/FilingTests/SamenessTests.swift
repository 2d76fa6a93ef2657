import Extraction
import Filing
import Testing

@Suite("Which records report the same meeting")
struct SamenessTests {
    @Test("marks and spaces do not count, days and names do")
    func names() {
        let a = MeetingRecord.sample("a-1", name: "“一水两岸”行动 领导小组会议")
        #expect(Sameness.isSame(a, .sample("b-1", name: "一水两岸行动领导小组会议")))
        #expect(!Sameness.isSame(a, .sample("b-1", name: "一水两岸行动领导小组会议", date: "2024-05-07")))
        #expect(!Sameness.isSame(a, .sample("b-1", name: "一水两岸行动推进会")))
    }

    @Test("where a name is lacking the headline tells, if it is long enough")
    func headlines() {
        let a = MeetingRecord.sample("a-1", headline: "覃怀远调研石渡县")
        #expect(Sameness.isSame(a, .sample("b-1", headline: "覃怀远调研石渡县")))
        #expect(Sameness.isSame(a, .sample("b-1", name: "座谈会", headline: "覃怀远调研石渡县")))
        #expect(!Sameness.isSame(.sample("a-1", headline: "通知"), .sample("b-1", headline: "通知")))
        #expect(
            !Sameness.isSame(
                .sample("a-1", name: "甲会", headline: "市领导出席会议"), .sample("b-1", name: "乙会", headline: "市领导出席会议")))
    }

    @Test("meetings of one name that different units held are two")
    func organizers() {
        var a = MeetingRecord.sample("a-1", name: "常务会议")
        var b = MeetingRecord.sample("b-1", name: "常务会议")
        a.meeting.organizer = "石渡县"
        b.meeting.organizer = "青筠县"
        #expect(!Sameness.isSame(a, b))
        b.meeting.organizer = "石渡县人民政府"
        #expect(Sameness.isSame(a, b))
    }

    @Test("records that are the same share a key")
    func keys() {
        let a = MeetingRecord.sample("a-1", name: "“甲”会议", headline: "市里召开甲会议")
        let b = MeetingRecord.sample("b-1", headline: "市里召开“甲”会议")
        #expect(Sameness.isSame(a, b))
        #expect(!Set(Sameness.keys(of: a)).isDisjoint(with: Sameness.keys(of: b)))
    }
}

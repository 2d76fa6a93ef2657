import Extraction
import Filing
import Testing

@Suite("Copies of one text, reprinted otherwise, are one meeting")
struct NearCopyTests {
    private static let demands = ["加快管网改造和泵站更新", "逐村排查饮水安全隐患", "每月公布各乡镇水质情况", "年底前完成水价改革试点", "统筹安排供水工程资金"]

    private func report(
        _ id: String, name: String?, date: String?, demands: [String] = demands, officials: [String] = ["卓然", "白朗"]
    ) -> MeetingRecord {
        var record = MeetingRecord.sample(
            id, name: name, date: date, officials: officials.map { ($0, "副县长", .attends) })
        record.directives = demands.map { .init(text: $0, range: .init(0..<1)) }
        return record
    }

    private var original: MeetingRecord { report("a-1", name: "供水工作会议", date: "2024-05-06") }

    @Test("another headline, no date, a shortened text, a day inferred otherwise")
    func copies() {
        let undated = report("b-1", name: nil, date: nil)
        let shortened = report("c-1", name: "县供水会议", date: "2024-05-06", demands: Array(Self.demands.prefix(4)))
        var guessed = report("d-1", name: nil, date: "2024-05-08")
        guessed.meeting.dateInferred = true
        let yearless = report("e-1", name: nil, date: "XXXX-05-06")
        for copy in [undated, shortened, guessed, yearless] {
            #expect(Sameness.isSame(original, copy) && Sameness.isSame(copy, original), "\(copy.id)")
            #expect(!Set(Sameness.keys(of: original)).isDisjoint(with: Sameness.keys(of: copy)), "\(copy.id)")
        }
    }

    @Test("the same demands are passed on: other people, another day, another unit; or only some are the same")
    func others() {
        let people = report("b-1", name: "供水会议", date: "2024-05-06", officials: ["岑枫", "邵文"])
        let later = report("c-1", name: "供水会议", date: "2024-05-08")
        var unit = report("d-1", name: "供水会议", date: "2024-05-06")
        unit.meeting.organizer = "青筠县"
        var here = original
        here.meeting.organizer = "石渡县"
        let half = report(
            "e-1", name: "供水会议", date: "2024-05-06",
            demands: Array(Self.demands.prefix(2)) + ["组织党员干部学习讨论", "开展安全生产大检查", "做好高考服务保障工作"])
        for other in [people, later, half] { #expect(!Sameness.isSame(original, other), "\(other.id)") }
        #expect(!Sameness.isSame(here, unit))
    }

    @Test("two short demands prove nothing")
    func few() {
        let few = Array(Self.demands.prefix(2))
        #expect(
            !Sameness.isSame(
                report("a-1", name: "甲", date: "2024-05-06", demands: few),
                report("b-1", name: "乙", date: "2024-05-06", demands: few)))
    }

    @Test("the archive links the copy, whichever came first, and counts the meeting once")
    func archive() throws {
        let fixture = try ArchiveFixture()
        let archive = try fixture.archive()
        let copy = report("b-1", name: nil, date: nil, demands: Array(Self.demands.prefix(4)))
        _ = try archive.add([copy.addition])
        #expect(try archive.add([original.addition]) == [[.linked(to: "b-1")]])
        #expect(try archive.count() == (2, 1))
        #expect(try archive.entry("a-1").copies.map(\.id) == ["b-1"])
        #expect(try archive.digest(.init(from: "2024-05-01", to: "2024-05-31")).entries.count == 1)
    }
}

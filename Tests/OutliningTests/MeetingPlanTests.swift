import Diagnostics
import Extraction
import Testing

@testable import Outlining

@Suite("Plans of meetings")
struct MeetingPlanTests {
    private static let yaml = """
        title: 河湾会议
        date: 2024-06-12
        agenda:
          - {item: 报到, time: "8:30"}
        groups:
          - name: 领导
            people: [林岳, {name: 方晴, title: 副市长, remark: 女}]
          - {name: 代表, people: [白朗, {name: 卓然, remark: 满族}]}
        platform: [林岳, 方晴, 白朗]
        rows:
          - {label: 第一排, names: [卓然, "", 秦川]}
        notes: [准时到会]
        """

    @Test("a handbook has the parts that the plan has, numbered through")
    func handbook() throws {
        let plan = try MeetingPlan(yaml: Self.yaml, path: "plan.yaml")
        let briefing = HandbookOutline().briefing(of: plan)
        let titles = ["facts", "agenda", "groups", "seats", "notes", "contacts"].map { briefing[$0 + "_title"].text }
        #expect(titles == ["一、会议概况", "二、会议议程", "三、参会人员名单", "四、座次安排", "五、会议须知", nil])
        #expect(briefing["facts"].list.map { $0["value"].text } == ["河湾会议", "2024年6月12日"])
        #expect(briefing["groups"].list[0]["people"].list.map { $0["title"].text } == ["—", "副市长（女）"])
        #expect(briefing["groups"].list[1]["list"].list.map { $0["note"].text } == ["", "（满族）"])
        #expect(briefing["seats"].list[0]["names"].list.map(\.text) == ["白朗", "林岳", "方晴"])
        #expect(briefing["seats"].list[1]["names"].list.map(\.text) == ["卓然", "", "秦川"])
        #expect(briefing["signs"].list.map { $0["name"].text } == ["林岳", "方晴", "白朗", "卓然"])
    }

    @Test("the first sits in the middle, the second at the first one's left hand, as the hall sees them")
    func order() {
        #expect(SeatingOrder.seats(["1", "2", "3", "4", "5"]) == ["5", "3", "1", "2", "4"])
        #expect(SeatingOrder.seats(["1", "2", "3", "4"]) == ["3", "1", "2", "4"])
        #expect(SeatingOrder.seats([]) == [])
    }

    @Test("a record gives a plan of who was there")
    func record() {
        let plan = MeetingPlan(Sample().record)
        #expect(plan.title == "清河市节水工作领导小组第二次会议")
        #expect(plan.host == "副市长方晴")
        // 林岳 delegated and was not there.
        #expect(plan.names == ["方晴"])
    }

    static let faults: [(yaml: String, message: String)] = [
        ("title: a\nagneda: []\n", "plan.yaml:2:1: unknown key `agneda`; did you mean `agenda`?"),
        ("agenda: []\n", "plan.yaml:1:1: `title` is missing; add it"),
        ("title: a\nagenda: 3\n", "plan.yaml:2:9: `agenda` is not a list; give a list"),
        ("title: a\nagenda:\n  - {time: 8}\n", "plan.yaml:3:5: `item` is missing; add it"),
        (
            "title: a\ngroups:\n  - {name: b, people: [{naem: c}]}\n",
            "plan.yaml:3:25: unknown key `naem`; did you mean `name`?"
        ),
        ("- a\n", "plan.yaml:1:1: `plan` is not a mapping with"), ("", "plan.yaml: the file holds no text"),
        ("title: [", "plan.yaml:2:1: YAML cannot be read"),
    ]

    @Test("what is wrong is told with its place", arguments: faults)
    func fault(fault: (yaml: String, message: String)) {
        do {
            _ = try MeetingPlan(yaml: fault.yaml, path: "plan.yaml")
            Issue.record("read without a fault")
        } catch {
            #expect("\(error)".hasPrefix(fault.message), "\(error)")
        }
    }
}

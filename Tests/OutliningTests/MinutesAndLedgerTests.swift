import Cleaning
import Extraction
import Filing
import Testing

@testable import Outlining

@Suite("Minutes and ledger say what the record says")
struct MinutesAndLedgerTests {
    private func minutes(_ change: (inout MeetingRecord) -> Void = { _ in }) -> Briefing {
        var sample = Sample()
        change(&sample.record)
        return MinutesOutline().briefing(of: sample.record, text: sample.text)
    }

    @Test("the lead is built from the facts, what was inferred has a footnote")
    func lead() {
        let briefing = minutes()
        #expect(
            briefing["lead"].text
                == "2024年5月6日[^date]，受市长林岳委托，副市长方晴主持召开清河市节水工作领导小组第二次会议。现纪要如下：")
        #expect(briefing["footnotes"]["date"].text == "会议日期系推定，依据：发布日期2024年5月7日。")
        #expect(briefing["masthead"].text == "清河市会议纪要")
    }

    @Test("a record without date, place and people invents none")
    func bare() {
        let briefing = minutes {
            $0.meeting.date = nil
            $0.officials = []
        }
        #expect(briefing["lead"].text == "清河市节水工作领导小组第二次会议召开。现纪要如下：")
        for key in ["present", "absent", "observers"] { #expect(briefing[key] == .null) }
    }

    @Test("who was there, who was not, who observed")
    func people() {
        let briefing = minutes {
            $0.officials.append(
                .init(name: "白朗", printed: "白朗", titles: ["副秘书长"], roles: [.observes], ranges: []))
            var other = MeetingRecord.Official(name: "卓然", printed: "卓然", titles: [], roles: [.attends], ranges: [])
            other.event = "启动仪式"
            $0.officials.append(other)
        }
        #expect(briefing["present"].text == "副市长方晴")
        #expect(briefing["absent"].text == "市长林岳")
        #expect(briefing["observers"].text == "副秘书长白朗")
    }

    @Test("decisions come first, demands under their headings, numbered through")
    func parts() {
        let sample = Sample()
        let briefing = minutes { $0.results = [.init(text: "审议通过《节水办法》", range: sample.range("管好水库"))] }
        #expect(briefing["parts"].list.map { $0["heading"].text } == ["一、会议成果", "二、在源头上再发力", "三、在末端上再用劲"])
        #expect(briefing["parts"].list[0]["paragraphs"].list.map(\.text) == ["审议通过《节水办法》。"])
    }

    @Test("the ledger holds demands with an owner or a deadline, and what was noted of them")
    func ledger() {
        let record = Sample().record
        var items = LedgerOutline.items(of: [record])
        #expect(items.map(\.statement.text) == ["建成3座污水处理厂"])
        var state = TaskState()
        state.state = .late
        state.person = "方晴"
        items.append(.init(record: record, statement: record.directives[0], state: state))
        let briefing = LedgerOutline().briefing(of: items, period: "2024年5月")
        #expect(briefing["title"].text == "2024年5月督办台账")
        #expect(briefing["summary"].text == "共2项：■ 滞后1项，未填报1项。")
        let rows = briefing["tasks"].list
        #expect(rows.map { $0["lead"].text } == ["原文未载", "原文未载"], "no text says who leads")
        #expect(rows.map { $0["units"].text } == ["市水务局", "原文未载"])
        #expect(rows.map { $0["person"].text } == ["原文未载", "方晴"])
        #expect(rows.map { $0["deadline"].text } == ["年底前", "原文未载"])
        #expect(rows.map { $0["state"].text } == ["原文未载", "■ 滞后"])
        #expect(rows[0]["meeting"].text == rows[1]["meeting"].text)
    }

    @Test(
        "who leads stands in the text or a person says it",
        arguments: [
            ("由市水务局牵头建设3座污水处理厂", "市水务局", nil), ("要会同有关单位做好宣传", "市水务局", nil),
            ("由市水务局负责，市财政局配合", "市水务局", nil), ("要建成3座污水处理厂", nil, "市水务局"),
        ] as [(String, String?, String?)])
    func units(text: String, lead: String?, units: String?) {
        let statement = MeetingRecord.Statement(text: text, range: .init(0..<1), owner: "市水务局")
        #expect(TaskUnits(statement, nil).lead == lead)
        #expect(TaskUnits(statement, nil).units == units)
        var state = TaskState()
        state.lead = "市财政局"
        state.units = "各县区"
        #expect(TaskUnits(statement, state).together == "市财政局（牵头）、各县区")
    }

    @Test("a ledger without tasks says so")
    func empty() {
        #expect(LedgerOutline().briefing(of: [])["tasks_empty"].text == "无载明责任单位或完成时限的任务。")
    }

    @Test("Traditional pages keep names that have more than one way to be written")
    func traditional() throws {
        var record = Sample().record
        record.officials.append(
            .init(name: "范后里", printed: "范后里", titles: ["局长"], roles: [.attends], ranges: []))
        let briefing = MinutesOutline().briefing(of: record, text: nil)
        let made = try briefing.inTraditional(.init())
        #expect(made["lang"].text == "zh-Hant")
        #expect(made["lead"].text?.contains("副市長方晴主持召開清河市節水工作領導小組第二次會議") == true)
        #expect(made["present"].text == "副市長方晴，局長范后里")
        #expect(made["script_note"].text?.hasSuffix("范后里。") == true)
        #expect(made["iso_date"].text == "2024-05-06")
        // A Traditional source says itself how it writes a name.
        let printed = try briefing.inTraditional(.init(), printed: ["范后里": "范後里", "林岳": "林岳"])
        #expect(printed["present"].text == "副市長方晴，局長范後里")
        #expect(printed["script_note"].text == nil)
    }
}

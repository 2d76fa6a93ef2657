import Acquisition
import Cleaning
import Extraction
import Filing
import Testing

@testable import Outlining

/// A small article in our own words, and the record a careful reader makes of it.
struct Sample {
    static let article = """
        　　5月6日，清河市召开节水工作领导小组第二次会议。受市长林岳委托，副市长方晴主持会议并讲话。
        　　会议强调，要在源头上再发力，管好水库，护好河岸；要在末端上再用劲，由市水务局牵头，年底前建成3座污水处理厂。
        """

    let text: CleanText
    var record: MeetingRecord

    init() {
        let source = SourceText(
            path: "news/a.txt", sha256: "00ff", encoding: "UTF-8", format: .text,
            text: Array(Self.article.unicodeScalars))
        text = CleanText(unrepaired: source)
        record = MeetingRecord(
            id: "00ff-1", source: .init(path: "news/a.txt", sha256: "00ff", encoding: "UTF-8", script: .hans),
            kind: .meeting,
            meeting: .init(
                name: "清河市节水工作领导小组第二次会议", ordinal: 2, date: "2024-05-06", dateInferred: true,
                dateEvidence: "发布日期2024年5月7日", organizer: "清河市"))
        record.officials = [
            .init(name: "林岳", printed: "林岳", titles: ["市长"], roles: [.delegates], ranges: [range("林岳")]),
            .init(name: "方晴", printed: "方晴", titles: ["副市长"], roles: [.presides, .speaks], ranges: [range("方晴")]),
        ]
        record.directives = [
            .init(text: "管好水库", heading: "在源头上再发力", range: range("管好水库")),
            .init(text: "护好河岸", heading: "在源头上再发力", range: range("护好河岸")),
            .init(
                text: "建成3座污水处理厂", heading: "在末端上再用劲", range: range("建成3座污水处理厂"), owner: "市水务局",
                deadline: "年底前"),
        ]
        record.figures = [
            .init(text: "3座污水处理厂", indicator: "污水处理厂", value: 3, unit: "座", range: range("3座污水处理厂"))
        ]
    }

    func range(_ words: String) -> MeetingRecord.SourceRange {
        let whole = Array(Self.article.unicodeScalars)
        let part = Array(words.unicodeScalars)
        let start = whole.indices.first { whole[$0...].starts(with: part) } ?? 0
        return .init(start..<start + part.count)
    }

    func briefing(_ options: MeetingOutline.Options = .init()) -> Briefing {
        MeetingOutline(options: options).briefing(of: Shelf([record]), texts: [record.id: text])
    }
}

@Suite("The meeting briefing says what the record says")
struct MeetingOutlineTests {
    @Test("the gist is built from the facts")
    func gist() {
        let meeting = Sample().briefing()["meetings"].list[0]
        #expect(
            meeting["gist"].text
                == "2024年5月6日，清河市节水工作领导小组第二次会议召开，受市长林岳委托，副市长方晴主持并讲话。"
                + "会议要求在源头上再发力、在末端上再用劲。")
    }

    @Test("directives stand under their headings, neighbours keep the mark between them")
    func themes() {
        let themes = Sample().briefing()["meetings"].list[0]["themes"].list
        #expect(themes.map { $0["heading"].text } == ["一、在源头上再发力", "二、在末端上再用劲"])
        #expect(themes[0]["paragraphs"].list.map(\.text) == ["管好水库，护好河岸。"])
    }

    @Test("a heading with nothing under it is a sentence, not a heading")
    func bareHeading() {
        var sample = Sample()
        sample.record.directives[2].text = "在末端上再用劲"
        let themes = sample.briefing()["meetings"].list[0]["themes"].list
        #expect(themes.map { $0["heading"].text } == ["一、在源头上再发力", nil])
        #expect(themes[1]["paragraphs"].list.map(\.text) == ["二、在末端上再用劲。"])
    }

    @Test("who delegated is shown as absent, each row leads to its sentence, and that back to the first row")
    func officials() {
        let meeting = Sample().briefing()["meetings"].list[0]
        let rows = meeting["officials"].list
        #expect(rows.map { $0["name"].text } == ["林岳", "方晴"])
        #expect(rows.map { $0["role"].text } == ["委托主持（未到会）", "主持并讲话"])
        #expect(rows.map { $0["source"].text } == ["m1-s2", "m1-s2"])
        #expect(rows.map { $0["id"].text } == ["m1-o1", "m1-o2"])
        #expect(rows.map { $0["place"].text } == ["第1段", "第1段"])
        let sentences = meeting["source"].list.flatMap { $0["sentences"].list }
        #expect(sentences.map { $0["id"].text } == sentences.indices.map { "m1-s\($0 + 1)" })
        #expect(sentences[1]["back"].text == "m1-o1")
        let facts = Set(
            ["officials", "goals", "figures", "tasks", "results", "facts"].flatMap { key in
                meeting[key].list.compactMap { $0["id"].text }
            })
        for sentence in sentences {
            if let back = sentence["back"].text { #expect(facts.contains(back), "\(back)") }
        }
        for paragraph in meeting["source"].list {
            let text = paragraph["sentences"].list.compactMap { $0["text"].text }.joined()
            #expect(text == paragraph["text"].text)
        }
    }

    @Test("demands of one paragraph of the source are one paragraph, also from several of its sentences")
    func paragraphs() {
        let article = "会议要求，要管好水库。要护好河岸。\n会议强调，要建成三座厂。"
        let scalars = Array(article.unicodeScalars)
        let text = CleanText(
            unrepaired: SourceText(path: "a.txt", sha256: "00", encoding: "UTF-8", format: .text, text: scalars))
        let directives = ["要管好水库", "要护好河岸", "要建成三座厂"].map { words in
            let part = Array(words.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: part) } ?? 0
            return MeetingRecord.Statement(text: words, range: .init(start..<start + part.count))
        }
        let themes = Themes(directives: directives, appendix: SourceAppendix(text, prefix: "m1")).value
        #expect(themes.flatMap { $0["paragraphs"].list }.count == 2)
    }

    @Test("what rests on little is marked in its row, and the table says what the mark is")
    func doubts() {
        var sample = Sample()
        let range = sample.record.officials[0].ranges[0]
        sample.record.warnings.append(.init(text: "依据较弱", range: range, question: "是姓名吗？"))
        let meeting = sample.briefing()["meetings"].list[0]
        #expect(meeting["officials"].list[0]["place"].text == "第1段*")
        #expect(meeting["officials_note"].text?.contains("*经修复或推定，见整理说明") == true)
        #expect(meeting["tasks_note"].text == nil)
    }

    @Test("tasks name an owner and a deadline only where the text does")
    func tasks() {
        var sample = Sample()
        sample.record.directives[0].deadline = "6月底前"
        let rows = sample.briefing()["meetings"].list[0]["tasks"].list
        #expect(rows.map { $0["owner"].text } == ["原文未载", "市水务局"])
        #expect(rows.map { $0["deadline"].text } == ["6月底前", "年底前"])
    }

    @Test("an empty kind says so; a missing place is 原文未载")
    func empty() {
        var sample = Sample()
        sample.record.figures = []
        let meeting = sample.briefing()["meetings"].list[0]
        #expect(meeting["figures_empty"].text == "本次会议未提出量化指标。")
        #expect(meeting["goals_empty"].text == "原文未载目标提法。")
        let place = meeting["facts"].list.first { $0["label"].text == "地点" }
        #expect(place?["value"].text == "原文未载")
    }

    @Test("what was inferred is listed with its evidence")
    func notes() {
        let notes = Sample().briefing()["meetings"].list[0]["notes"].list.compactMap(\.text)
        #expect(notes.contains("会议日期2024年5月6日系推定，依据：发布日期2024年5月7日。"))
    }

    @Test("the appendix holds every paragraph of the source")
    func appendix() {
        let source = Sample().briefing()["meetings"].list[0]["source"].list
        #expect(source.map { $0["id"].text } == ["m1-p1", "m1-p2"])
        #expect(source[0]["text"].text?.hasPrefix("5月6日，清河市") == true)
    }

    @Test("a name that stands as the title is not said again among the facts")
    func title() {
        var sample = Sample()
        func labels() -> [String?] { sample.briefing()["meetings"].list[0]["facts"].list.map { $0["label"].text } }
        #expect(labels() == ["时间", "地点", "组织单位"])
        sample.record.headline = "清河市部署节水工作"
        #expect(labels() == ["会议名称", "时间", "地点", "组织单位"])
    }

    @Test("several meetings have one appendix behind them all")
    func several() {
        #expect(Sample().briefing()["several"] == .null)
        var other = Sample().record
        other.id = "00ff-2"
        other.meeting.name = "清河市节水工作领导小组第三次会议"
        other.meeting.date = "2024-06-06"
        let both = MeetingOutline().briefing(of: Shelf([Sample().record, other]), texts: [:])
        #expect(both["meetings"].list.count == 2)
        #expect(both["several"] == .flag(true))
        #expect(both["appendix_title"].text == "附录　整理说明与原文")
    }

    @Test("what the office does not say leaves no line")
    func furniture() {
        let bare = Sample().briefing()
        #expect(bare.fields["masthead"] == nil && bare.fields["issue"] == nil && bare.fields["superiors"] == nil)
        #expect(bare["date"].text == "2024年5月6日")
        var office = OfficeProfile()
        office.masthead = "清河简报"
        office.peers = "市直各单位"
        let full = Sample().briefing(.init(office: office, issue: "5", date: "2024-05-31"))
        #expect(full["issue"].text == "第5期")
        #expect(full["peers"].text == "送：市直各单位")
        #expect(full["running"].text == "清河简报　第5期")
        #expect(full["date"].text == "2024年5月31日")
    }

    @Test("a briefing comes back from its JSON as it was")
    func roundTrip() throws {
        let briefing = Sample().briefing()
        #expect(try Briefing(json: briefing.json(), path: "-") == briefing)
    }
}

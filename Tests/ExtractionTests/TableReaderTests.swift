import Acquisition
import Diagnostics
import Testing

@testable import Extraction

@Suite("Tables of people and of articles")
struct TableReaderTests {
    private func table(_ text: String) throws -> SourceTable {
        switch try SourceReader().content(bytes: Array(text.utf8), path: "a.csv") {
        case .table(let table): return table
        case .json(let bytes):
            guard case .table(let table) = try RecordInput(json: bytes, file: "a.json") else { break }
            return table
        default: break
        }
        throw Diagnostic(.unsupported("no table"))
    }

    private func records(_ text: String, _ columns: String? = nil) throws -> [MeetingRecord] {
        let map = try columns.map { list throws(Diagnostic) in try ColumnMap(list: list) }
        return try TableReader(table(text), columns: map).records().records
    }

    @Test("rows become people of their meetings, each with its cells' places")
    func people() throws {
        let text = """
            姓名,职务,角色,会议,日期,地点
            覃怀远,"市委副书记、市长",主持并讲话,市政府第40次常务会议,2024年6月3日,市政务中心
            王 伟,市水利局局长,列席,,,
            佟堃,市财政局局长,因事请假,,,
            闻立峰,市委书记,主持,市委专题会议,2024-06-05,
            尹川,副市长,出席,市政府第40次常务会议,2024年6月3日,
            """
        let records = try records(text)
        #expect(records.map(\.meeting.name) == ["市政府第40次常务会议", "市委专题会议"])
        #expect(records.map(\.meeting.date) == ["2024-06-03", "2024-06-05"])
        #expect(records[0].meeting.ordinal == 40)
        #expect(records[0].meeting.place == "市政务中心")
        #expect(records[0].officials.map(\.name) == ["覃怀远", "王伟", "佟堃", "尹川"])
        #expect(records[0].officials.map(\.roles) == [[.presides, .speaks], [.observes], [.absent], [.attends]])
        #expect(records[0].officials[0].titles == ["市委副书记", "市长"])
        let source = try table(text).source.text
        for official in records[0].officials {
            let words = official.ranges.map { String(scalars: source[$0.range]) }
            #expect(words[0].filter { $0 != " " } == official.name)
            #expect(words[1] == official.titles.joined(separator: "、"))
        }
        #expect(records.map(\.id) == (1...2).map { "\(records[0].source.sha256.prefix(16))-\($0)" })
    }

    @Test("columns called anything, by a map")
    func mapped() throws {
        let text = "与会者;现任;身份\n尹川、佟堃;副市长;列席\n覃怀远;市长;主席台就座\n"
        let records = try records(text, "name=与会者, title=现任,role=身份")
        #expect(records.count == 1)
        #expect(records[0].meeting.name == nil)
        #expect(records[0].officials.map(\.name) == ["尹川", "佟堃", "覃怀远"])
        #expect(records[0].officials.map(\.roles) == [[.observes], [.observes], []])
        #expect(records[0].warnings.map(\.text) == ["会议角色“主席台就座”不能识别"])
    }

    @Test("JSON of flat objects is a table, of records it is records")
    func json() throws {
        let text = """
            [{"name": "尹川", "title": ["副市长", "市公安局局长"], "unit": null},
             {"name": "佟堃", "title": "局长", "unit": "市水利局"}]
            """
        let people = try records(text)[0].officials
        #expect(people.map(\.titles) == [["副市长", "市公安局局长"], ["市水利局局长"]])
        #expect(people.allSatisfy { $0.sure == false && $0.roles == [.attends] })
        let record = try records("姓名\n尹川\n甲乙\n")[0]
        guard case .records(let read) = try RecordInput(json: record.jsonBytes, file: "a.json") else {
            Issue.record("a record was taken for a row")
            return
        }
        #expect(read.map(\.json) == [record.json])
        #expect(throws: Diagnostic.self) { try RecordInput(json: Array("[{\"姓名\": {\"x\": 1}}]".utf8), file: "a.json") }
    }

    @Test("rows that are articles are read as articles")
    func articles() throws {
        let text =
            "标题,正文,发布日期,链接\n市政府召开会议,\"5月6日，会议召开。\n要压实责任。\",2024-05-07 08:30,http://example.invalid/1\n,无题。,,\n空,,,\n"
        let articles = try #require(try TableReader(table(text), columns: nil).articles)
        #expect(articles.map(\.path) == ["a.csv:2", "a.csv:4"])
        #expect(articles.map { String(scalars: $0.text) } == ["市政府召开会议\n5月6日，会议召开。\n要压实责任。", "无题。"])
        #expect(articles.map(\.published) == ["2024-05-07", nil])
        #expect(articles[0].url == "http://example.invalid/1")
        #expect(articles[0].sha256 != articles[1].sha256)
    }

    @Test(
        "what a map or a table lacks",
        arguments: [
            (
                "名称,数量\n甲,1\n", nil,
                "a.csv:1: no column is known as a name or a text (名称, 数量); say which is which: "
                    + "--columns name=…,title=…,meeting=…,date=… or text=…"
            ),
            ("姓名,职务\n甲,乙\n", "name=姓名,title=职务名称", "a.csv:1: no column `职务名称`; the columns are 姓名, 职务"),
            ("姓名,职务\n甲,乙\n", "name=姓明", "a.csv:1: no column `姓明`; did you mean `姓名`?"),
            ("姓名,职务\n甲,乙\n", "naem=姓名", "unknown key `naem`; did you mean `name`?"),
            ("姓名,职务\n甲,乙\n", "name=姓名,name=职务", "`name` stands twice; keep one of the two"),
            ("姓名,职务\n甲,乙\n", "姓名", "the column map cannot be read: `姓名` has no `=`; correct it at this place"),
        ] as [(String, String?, String)])
    func faults(text: String, columns: String?, says: String) {
        do {
            _ = try records(text, columns)
            Issue.record("was read")
        } catch {
            #expect("\(error)" == says)
        }
    }

    @Test("a map as a file")
    func mapFile() throws {
        let map = try ColumnMap(yaml: "name: 姓名\ntitle: 职务\n", file: "m.yaml")
        #expect(map.columns == [.name: "姓名", .title: "职务"])
        #expect(
            throws: Diagnostic(.unknownKey("tile", nearest: "title"), at: Place(file: "m.yaml", line: 2, column: 1))
        ) {
            try ColumnMap(yaml: "name: 姓名\ntile: 职务\n", file: "m.yaml")
        }
    }

    @Test("days without a year, and what is no day")
    func days() throws {
        let text = "姓名,会议,日期\n尹川,会一,5月6日\n佟堃,会二,上周五\n"
        let records = try records(text)
        #expect(records.map(\.meeting.date) == ["XXXX-05-06", nil])
        #expect(records[1].warnings.map(\.text) == ["日期“上周五”不能识别"])
    }
}

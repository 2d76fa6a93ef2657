import Testing

@testable import Extraction

/// Names that the grammar shows to be names, whatever their characters.
@Suite struct AppointmentTests {
    @Test(arguments: [
        ("会议决定任命顾鸿喆为云溪市副市长。", ["顾鸿喆"]), ("会议免去裴蓁淼的云溪市财政局局长职务。", ["裴蓁淼"]), ("会议选举鄢思澍为副主任。", ["鄢思澍"]),
        ("阚泓翊当选为会长。", ["阚泓翊"]), ("会议任命顾鸿喆、裴蓁淼为副市长。", ["顾鸿喆", "裴蓁淼"]), ("顾鸿喆同志任云溪市委书记。", ["顾鸿喆"]),
    ])
    func appointed(text: String, expected: [String]) {
        let officials = OfficialsPhrases.read(text).officials
        #expect(officials.map(\.name) == expected)
        #expect(officials.allSatisfy { $0.roles == [.mentioned] })
    }

    @Test(arguments: [
        "会议任命一批干部为驻村书记。", "任命为主任的决定已下发。", "选举产生了新一届领导班子。", "代表就当选后如何履职作了发言。", "提名工作的进展顺利。",
    ])
    func nobody(text: String) {
        #expect(OfficialsPhrases.names(text).isEmpty)
    }

    @Test("names before a count and the post that they share")
    func counted() {
        #expect(
            OfficialsPhrases.lines("校长陈立新主持会议，听取了吉益民、刘望舒、赵士银三位副院长的汇报。") == [
                "陈立新 校长 presides", "吉益民 副院长 reports", "刘望舒 副院长 reports", "赵士银 副院长 reports",
            ])
        // The count has to fit.
        #expect(OfficialsPhrases.names("会议听取了吉益民、刘望舒三位副院长的汇报。").isEmpty)
    }

    @Test("right behind a person 和 joins, though 和县 is a place")
    func countyThatBeginsWithAnd() {
        #expect(
            OfficialsPhrases.lines("县委书记李文轩和县长周立新出席会议。") == ["李文轩 县委书记 attends", "周立新 县长 attends"])
        #expect(OfficialsPhrases.lines("和县县长周立新出席会议。") == ["周立新 和县县长 attends"])
    }

    @Test("a department of a school stands in no other")
    func schools() {
        #expect(
            OfficialsPhrases.lines("党委宣传部部长谢文，教务处处长张立出席会议。") == ["谢文 党委宣传部部长 attends", "张立 教务处处长 attends"])
    }

    @Test("the form of a press conference, its speakers one a line")
    func pressConference() {
        let text = """
            云溪市教育发展新闻发布会
            时间：2024年5月9日上午
            发布人：陈明轩 市教育局党组书记、局长
            李晓梅 市教育局副局长
            主持人：周立新 市委宣传部副部长
            各位记者朋友，大家上午好。
            """
        let record = Phrases.record(text)
        #expect(record.kind == .pressConference)
        #expect(record.officials.map(\.name) == ["陈明轩", "李晓梅", "周立新"])
        #expect(record.officials.map(\.titles) == [["市教育局党组书记", "市教育局局长"], ["市教育局副局长"], ["市委宣传部副部长"]])
        #expect(record.officials.map(\.roles) == [[.speaks], [.speaks], [.presides]])
    }

    @Test("who welcomes the guests of a visit is their host")
    func hosts() {
        let text = "省厅厅长何清一行到云溪市调研。副市长陈立新考察后，对何清一行的到来表示欢迎。"
        let officials = OfficialsPhrases.read(text).officials
        #expect(officials.first { $0.name == "何清" }?.roles.contains(.guides) == true)
        #expect(officials.first { $0.name == "陈立新" }?.roles.contains(.guides) == false)
    }
}

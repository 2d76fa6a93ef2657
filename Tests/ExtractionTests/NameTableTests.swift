import Testing

@testable import Extraction

/// Tables of people that a document's cells became: a person a line.
@Suite struct NameTableTests {
    private static func people(_ text: String) -> [String] {
        Phrases.record(text).officials.map {
            "\($0.name) \($0.titles.joined(separator: "/")) \($0.roles.map(\.rawValue).joined())"
        }
    }

    @Test func unitAndPostInColumnsOfTheirOwn() {
        let text = "云溪市教育工作会议纪要\n时间：2024年5月9日\n主持：周立新\n姓名 单位 职务\n陈明轩 市教育局 党组书记、局长\n王 伟 云溪一中 校长\n会议讨论了有关事项。"
        #expect(
            Self.people(text) == [
                "周立新  presides", "陈明轩 市教育局党组书记/市教育局局长 attends", "王伟 云溪一中校长 attends",
            ])
        #expect(Phrases.record(text).meeting.name == "云溪市教育工作会议")
    }

    @Test func behindASentenceAndInAnyOrder() {
        let text = "5月9日，云溪市召开教育工作会议，市长周立新主持会议。参会名单如下：\n序号\t职务\t姓名\n1\t市教育局局长\t陈明轩\n2\t市财政局副局长\t李晓梅"
        #expect(
            Self.people(text) == ["周立新 市长 presides", "陈明轩 市教育局局长 attends", "李晓梅 市财政局副局长 attends"])
    }

    @Test("the line over the table says who only observed or was away")
    func roles() {
        let text = "云溪市教育工作会议纪要\n时间：2024年5月9日\n主持：周立新\n列席人员名单\n姓名 职务\n陈明轩 市教育局局长\n请假人员\n姓名 职务\n李晓梅 市财政局副局长"
        #expect(Self.people(text) == ["周立新  presides", "陈明轩 市教育局局长 observes", "李晓梅 市财政局副局长 absent"])
    }

    @Test(
        "other tables name nobody",
        arguments: [
            "5月9日，云溪市召开教育工作会议。\n项目 单位 数量\n高山 市教育局 12\n白云 市财政局 8",
            "5月9日，云溪市召开教育工作会议。\n姓名 电话\n总机 2892485",
        ])
    func others(text: String) {
        #expect(Phrases.record(text).officials.isEmpty)
    }
}

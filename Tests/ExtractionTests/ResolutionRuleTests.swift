import Testing

@testable import Extraction

/// Companies' notices of what their meetings resolved.
@Suite struct ResolutionRuleTests {
    private static let notice = """
        原标题：云溪环保股份有限公司 2024年第二次临时股东大会决议公告本公司董事会保证本公告内容真实。一、会议召开和出席情况
        （一）股东大会召开的时间：2024年5月9日（二）股东大会召开的地点：公司二楼会议室
        本次股东大会由公司董事会召集，公司董事长、总经理林望舒先生主持。
        1、公司在任董事9人，出席8人，董事何清因公务原因未能出席会议；2、董事会秘书周岚女士出席会议；副总经理罗敏先生列席会议。
        本次股东大会见证的律师事务所：云溪律师事务所律师：王伟、李强
        """

    @Test func theMeetingOfANotice() {
        let record = Phrases.record(Self.notice)
        #expect(record.kind == .meeting)
        #expect(record.meeting.name == "云溪环保股份有限公司2024年第二次临时股东大会")
        #expect(record.meeting.organizer == "云溪环保股份有限公司")
        #expect(record.meeting.date == "2024-05-09")
        #expect(record.meeting.place == "公司二楼会议室")
    }

    @Test func thosePresentAndAway() {
        let lines = Phrases.record(Self.notice).officials.map {
            "\($0.name) \($0.roles.map(\.rawValue).joined(separator: "/"))"
        }
        #expect(lines == ["林望舒 presides", "何清 absent", "周岚 attends", "罗敏 observes"])
    }

    @Test(arguments: [
        ("云溪科技：第三届董事会第五次会议决议公告\n公司董事会于2024年5月9日召开会议。", "云溪科技第三届董事会第五次会议"),
        ("云溪公司监事会第二次会议决议\n会议于5月9日召开。", "云溪公司监事会第二次会议"),
    ])
    func names(_ text: String, _ expected: String) {
        #expect(Phrases.record(text).meeting.name == expected)
    }

    @Test(
        "a notice of something else, news about a resolution",
        arguments: [
            "关于召开2024年第二次临时股东大会的通知\n公司定于5月9日召开股东大会。",
            "会议刚刚开始，对方发布了一份名为“云溪第十届董事会第十四次会议决议”的文件。", "云溪环保股份有限公司关于减持股份的公告\n股东拟减持。",
        ])
    func noMeeting(_ text: String) {
        #expect(ResolutionRule.resolution(in: Phrases.passage(text)) == nil)
    }
}

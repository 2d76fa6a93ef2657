import Testing

@testable import Extraction

/// The day on which a text was published, and that the meeting's own day is not taken for it.
@Suite struct PublicationRuleTests {
    private static let rest = "\n会议研究了防汛工作。会议强调，要压实责任。"

    @Test(arguments: [
        "时间：2024年5月6日\n地点：三楼会议室\n主持：覃怀远\n出席：尹川、佟堃", "会议时间：2024年5月6日\n主持人：覃怀远\n出席：尹川",
        "会议时间：2024年5月6日", "时间：2024年5月6日　地点：三楼会议室　主持：覃怀远", "时 间：2024-05-06 14:30\n地 点：三楼会议室",
        "一、会议时间：2024年5月6日\n二、会议地点：三楼会议室", "会议时间\n2024年5月6日\n地点\n三楼会议室", "日期：2024.5.6\n出席人员：尹川\n记录：佟堃",
    ])
    func theMeetingsOwnDay(form: String) {
        #expect(PublicationRule.publication(of: Phrases.passage("防汛工作会议纪要\n" + form + Self.rest))?.iso == nil)
    }

    @Test(arguments: [
        "发布时间：2024-05-08", "发布日期：2024年5月8日", "时间：2024-05-08 10:22 来源：霖川日报", "时间：2024-05-08 10:22", "日期：2024年5月8日",
        "2024-05-08 10:22", "（2024年5月8日）", "会议时间：2024年5月6日\n地点：三楼会议室\n发布时间：2024-05-08",
        "会议时间：2024年5月6日　发布时间：2024-05-08",
    ])
    func thePublications(line: String) {
        #expect(
            PublicationRule.publication(of: Phrases.passage("防汛工作会议纪要\n" + line + Self.rest))?.iso == "2024-05-08")
    }

    @Test func minutesKeepTheDayOfTheMeeting() {
        let record = Phrases.record(
            "防汛工作会议纪要\n时间：2024年5月6日\n地点：三楼会议室\n主持：覃怀远\n出席：尹川、佟堃" + Self.rest + "\n2024年5月9日印发")
        #expect(record.meeting.date == "2024-05-06")
        #expect(record.source.published == "2024-05-09")
    }
}

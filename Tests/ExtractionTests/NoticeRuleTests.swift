import Testing

@testable import Extraction

/// What tells of no event, though it names days, bodies and persons.
@Suite struct NoticeRuleTests {
    @Test(arguments: [
        "关于召开全市防汛工作会议的通知\n各县区：定于5月9日上午9时在市会议中心召开全市防汛工作会议。参加人员：市长李明、副市长王冬。",
        "云溪市人民政府办公室关于印发《云溪市防汛应急预案》的通知\n各县区：现将预案印发给你们。指挥长由市长李明担任。",
        "讣告\n云溪市政协原主席李明同志因病医治无效，于2024年5月9日逝世，享年85岁。",
        "云溪市2024年公开招聘工作人员公告\n云溪市水利局决定公开招聘工作人员100名，局长李明为组长。报名时间5月9日至15日。",
        "夜间施工通告\n5月9日起，市住建局局长李明主持的道路工程夜间施工。",
        "云溪市支持民营企业发展若干措施（征求意见稿）\n一、市长李明召开座谈会听取意见。",
        "云溪市水利局关于防汛工作的意见\n各单位：市长李明主持召开会议，要求抓好落实。",
        "会议通知\n5月9日召开局长办公会议，由局长李明主持。",
    ])
    func namesNobody(text: String) {
        let record = Phrases.record(text)
        #expect(record.kind == .other)
        #expect(record.officials.isEmpty)
        #expect(record.meeting.name == nil)
    }

    @Test(arguments: [
        "云溪市召开情况通报会\n5月9日，云溪市召开情况通报会，市长李明出席会议。",
        "云溪市部署防汛工作\n5月9日，云溪市召开会议，部署防汛工作。市长李明主持会议。",
        "云溪市通报十起典型案例\n5月9日，云溪市召开新闻发布会，市纪委副书记李明出席。",
    ])
    func newsStaysNews(text: String) {
        let record = Phrases.record(text)
        #expect(record.kind != .other)
        #expect(record.officials.map(\.name) == ["李明"])
    }
}

import Testing

@testable import Extraction

/// What a text tells of.
@Suite struct KindRuleTests {
    @Test(arguments: [
        ("5月9日，云溪市召开水利工作会议。", MeetingRecord.Kind.meeting),
        ("5月9日，市委理论学习中心组举行集体学习。", .studySession),
        ("5月9日，云溪市政府新闻办举行新闻发布会。", .pressConference),
        ("5月9日，第三届云溪数字经济论坛在会展中心举行。", .conference),
        ("5月9日，云溪市召开“五一”国际劳动节暨劳模表彰大会。", .meeting),
        ("5月9日，市长林望舒到东山县调研防汛工作。", .visit),
        ("5月9日，周岚院长一行赴和县调研考察检测中心建设。", .visit),
        ("市领导会见远方集团董事长\n5月9日，市长林望舒会见远方集团董事长何清一行。", .meeting),
        ("三国首脑8月18日会晤的消息传出。报道称，这是不与国际会议同期举行的三国首脑会谈。", .other),
        ("5月9日，市长林望舒与来访的远方集团董事长何清举行会谈。", .meeting),
        ("5月9日，市委书记林望舒来到东山县，就民生工作深入开展调查研究。", .visit),
        ("5月9日，市委理论学习中心组举行集体学习研讨。", .studySession),
        ("5月9日，云溪市水利局召开代表座谈会暨开放日活动。", .meeting), ("5月9日，云溪市水利局举办开放日活动。", .other),
        ("此次检查采取检查组赴地方实地检查与委托检查相结合的方式。法律于2002年施行。还作了修改。要求明确。检查组5月9日召开第一次全体会议。", .meeting),
        ("近日，市教育局政策法规处处长何清一行到东山县开展结对共建交流。", .visit), ("5月9日，处长何清一行到云溪宾馆出席签约仪式。", .meeting),
        ("市长林望舒18日视察新城一期工程施工进度。", .visit),
        ("关于五一放假的通知\n各科室：五一期间放假三天，请做好值班。", .other),
        ("本店新到龙井茶，口感清香，欢迎选购。", .other),
        ("昨天，村里的果园丰收了，大家忙着采摘。", .other),
    ])
    func kinds(text: String, expected: MeetingRecord.Kind) {
        #expect(Phrases.record(text).kind == expected)
    }

    @Test(arguments: [
        ("东山县召开春耕会议\n5月9日，东山县召开春耕会议。", "东山县召开春耕会议"),
        ("云溪要闻\n林望舒在东山调研\n5月9日，林望舒在东山调研。他走进车间，了解情况。", "林望舒在东山调研"),
        ("5月9日，东山县召开春耕会议。会议指出，要抓紧春耕。", nil), ("来源：云溪日报\n5月9日，东山县召开春耕会议。", nil),
    ])
    func headlines(text: String, expected: String?) {
        #expect(Phrases.record(text).headline == expected)
    }
}

import Testing

@testable import Extraction

/// People in office at something without a meeting's name.
@Suite struct PresenceRuleTests {
    @Test(arguments: [
        ("5月9日，一场文艺盛宴在云溪剧院上演。副市长林望舒、局长何清出席活动。", ["林望舒", "何清"]),
        ("5月9日，主题活动在规划馆启幕。市人大常委会副主任林望舒出席活动。", ["林望舒"]),
        ("新北市长林望舒上午出席同乡会70周年庆，致辞时说，大家好。", ["林望舒"]),
        ("5月9日，云溪医药产业园隆重开园。副市长林望舒，县委书记、县人大常委会主任何清等领导出席云溪医药产业园开园仪。", ["林望舒", "何清"]),
        ("5月9日，公益宣讲走进东山。副处长林望舒，县委常委何清出席活动。", ["林望舒", "何清"]),
    ])
    func names(_ text: String, _ expected: [String]) {
        #expect(Phrases.record(text).officials.map(\.name) == expected)
    }

    @Test(
        "a funeral, a fall, news from abroad, what is still to come",
        arguments: [
            "副市长林望舒因病逝世。市领导出席遗体告别仪式。", "秘书长林望舒涉嫌严重违纪，昨日还在出席活动。", "据报道，总统林望舒拒绝参加会议。",
            "副市长林望舒将出席开幕活动。", "本店新到茶叶，欢迎参加试饮活动。",
        ])
    func nobody(_ text: String) {
        #expect(Phrases.record(text).officials.allSatisfy { $0.roles == [.mentioned] })
    }
}

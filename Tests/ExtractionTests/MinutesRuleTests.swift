import Testing

@testable import Extraction

/// Minutes: a form with labels.
@Suite struct MinutesRuleTests {
    private let text = """
        云溪市水利局防汛工作会议纪要
        时间：2024年5月9日下午3点
        地点：市水利局三楼会议室
        主 持 人：罗远山
        出席：陈立新（市水利局副局长）、江 波、丁一凡
        列席：周岚
        请假：沈一鸣（因公出差）
        记录：方圆圆
        会议议题：研究防汛工作。
        """

    @Test func theForm() throws {
        let record = Phrases.record(text)
        #expect(record.kind == .meeting)
        #expect(record.meeting.name == "云溪市水利局防汛工作会议")
        #expect(record.meeting.date == "2024-05-09")
        #expect(record.meeting.place == "市水利局三楼会议室")
        #expect(Phrases.words(text, try #require(record.meeting.ranges["date"])) == "2024年5月9日")
    }

    @Test func whoWasThere() {
        let officials = Phrases.record(text).officials.map { "\($0.name) \($0.roles.map(\.rawValue).joined())" }
        #expect(
            officials == [
                "罗远山 presides", "陈立新 attends", "江波 attends", "丁一凡 attends", "周岚 observes", "沈一鸣 absent",
            ])
    }

    @Test func labelsBehindTheNumbersOfAList() {
        let record = Phrases.record(
            """
            云溪市水利局防汛工作会议纪要
            一、会议时间：2024年5月9日下午3点
            （二）地点：市水利局三楼会议室
            3.主持人：罗远山
            ④出席：陈立新、江波
            """)
        #expect(record.kind == .meeting)
        #expect(record.meeting.date == "2024-05-09")
        #expect(record.meeting.place == "市水利局三楼会议室")
        #expect(record.officials.map(\.name) == ["罗远山", "陈立新", "江波"])
    }

    /// Who has no title in the text is asked for, in one question.
    @Test func titlesThatAreMissing() {
        let warnings = Phrases.record(text).warnings.filter { $0.question?.contains("职务") == true }
        #expect(warnings.map(\.question) == ["罗远山、江波、丁一凡、周岚、沈一鸣的职务是什么？"])
    }

    @Test func oneLabelMakesNoMinutes() {
        #expect(MinutesRule.minutes(in: Phrases.passage("主持：罗远山\n今天天气很好。")) == nil)
        #expect(MinutesRule.minutes(in: Phrases.passage("时间：5月9日\n地点：云溪宾馆\n欢迎参加。")) == nil)
    }
}

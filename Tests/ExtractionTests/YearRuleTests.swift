import Testing

@testable import Extraction

/// The year of a day printed without one, and what it is taken from.
@Suite struct YearRuleTests {
    @Test(arguments: [
        ("5月9日，云溪市召开推进大会。今年是新中国成立75周年。", "2024-05-09", true),
        ("7月1日，云溪市召开庆祝建党100周年大会。", "2021-07-01", true),
        ("3月5日，云溪市召开动员大会。今年是“十五五”规划开局之年。", "2026-03-05", true),
        ("3月5日，云溪市召开动员大会。今年是“十四五”规划承上启下的关键一年。", "2023-03-05", true),
        ("3月27日，云溪市召开2012年工作会议。", "2012-03-27", true), ("5月9日，2024云溪人才峰会在云溪举行。", "2024-05-09", true),
        ("5月9日，云溪市召开调度会议。据统计，2023年完成投资5亿元，今年一季度增长6%。", "2024-05-09", false),
        ("5月9日，云溪市召开调度会议。据统计，2023年完成投资5亿元。", "2023-05-09", false),
        ("5月9日，云溪市召开调度会议，部署防汛工作。", "XXXX-05-09", false),
        ("5月9日，云溪市召开调度会议，要完成2024年度投资5亿元。", "2024-05-09", true),
        ("5月9日，云溪市召开调度会议。要完成2024年度投资5亿元。", "2024-05-09", false),
        ("5月9日，云溪市召开调度会议。会上宣读了《关于公布2022年度先进名单的通知》。", "XXXX-05-09", false),
        // Targets, amendments and lives tell nothing of today.
        ("5月9日，云溪市召开调度会议。要向2030年的目标迈进。", "XXXX-05-09", false),
        ("5月9日，云溪市召开调度会议。该法于2014年和2021年进行了修正。", "XXXX-05-09", false),
        ("5月9日，云溪市召开调度会议。何清生于1969年，2017年任副市长。", "XXXX-05-09", false),
    ])
    func fromTheText(text: String, expected: String, isSure: Bool) {
        let record = Phrases.record(text)
        #expect(record.meeting.date == expected)
        #expect(record.meeting.dateEvidence?.isEmpty == false)
        #expect(record.warnings.contains { $0.question?.hasPrefix("是") == true } == !isSure)
    }

    @Test(arguments: [
        ("来源：云溪日报 | 2024年05月10日 14:37:32，正文：9日上午，云溪市召开防汛工作会议，市长李明出席。", "2024-05-09"),
        ("2024-05-10 14:37，正文：9日上午，云溪市召开防汛工作会议，市长李明出席。", "2024-05-09"),
        ("[2024年05月10日]，正文：5月9日，云溪市召开防汛工作会议，市长李明出席。", "2024-05-09"),
        ("5-10 14:37，正文：9日上午，云溪市召开防汛工作会议，市长李明出席。", "XXXX-05-09"),
        ("2024-01-02 08:00，正文：12月30日，云溪市召开防汛工作会议，市长李明出席。", "2023-12-30"),
    ])
    func fromTheStampOfThePage(text: String, expected: String) {
        #expect(Phrases.record("云溪市召开会议\n" + text).meeting.date == expected)
    }

    @Test("a headline does not begin with the portal's label")
    func labels() {
        let record = Phrases.record("原标题：云溪市召开防汛工作会议\n5月9日，云溪市召开防汛工作会议，市长李明出席。")
        #expect(record.headline == "云溪市召开防汛工作会议")
        #expect(Phrases.record("转自：云溪新闻网\n5月9日，云溪市召开防汛工作会议，市长李明出席。").headline == nil)
    }

    /// `今（5）日`: the day stands in the word for it.
    @Test func bracketedDay() {
        let record = Phrases.record("云溪市今（5）日举行第2届议会成立大会，市长李明出席。", published: "2024-01-05")
        #expect(record.meeting.date == "2024-01-05")
        #expect(record.meeting.name == "云溪市第2届议会成立大会")
    }

    /// A day with its year beside the event's sentence is another matter's.
    @Test func aLawOfLongAgo() {
        let text = "云溪市召开无障碍建设推进会。该法自1990年12月28日起草。"
        #expect(Phrases.record(text, published: "2024-05-10").meeting.date == nil)
    }
}

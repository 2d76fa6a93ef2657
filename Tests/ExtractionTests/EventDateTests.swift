import Testing

@testable import Extraction

/// The day of a meeting and what its year rests on.
@Suite struct EventDateTests {
    private static let rest = "云溪市召开河湖治理领导小组第三次会议。会议强调，要压实责任。"

    @Test(arguments: [
        ("5月6日，", "2023-05-08", "2023-05-06"), ("12月30日，", "2024-01-02", "2023-12-30"),
        ("昨天上午，", "2024-03-01", "2024-02-29"),
        ("28日下午，", "2024-05-02", "2024-04-28"), ("近日，", "2024-05-02", nil), ("日前，", "2024-05-02", nil),
        ("2022年3月1日，", "2024-05-02", "2022-03-01"),
    ])
    func withPublication(opening: String, published: String, expected: String?) {
        #expect(Phrases.record(opening + Self.rest, published: published).meeting.date == expected)
    }

    @Test(arguments: [
        ("5月6日，是郴州市获批建设国家可持续发展议程创新示范区五周年，", "2024-05-06"),
        ("6月1日，云溪市召开2021年防汛工作会议。", "2021-06-01"),
        ("6月1日，云溪市召开防汛会议。会议指出，今年是“十四五”规划开局之年。", "2021-06-01"),
        ("6月1日，云溪市召开庆祝建党100周年座谈会。", "2021-06-01"),
    ])
    func yearFromTheText(text: String, expected: String) {
        let record = Phrases.record(text + Self.rest)
        #expect(record.meeting.date == expected)
        #expect(record.meeting.dateInferred == true)
        #expect(record.meeting.dateEvidence?.isEmpty == false)
    }

    @Test func noYearIsNotGuessed() {
        let record = Phrases.record("5月6日，" + Self.rest)
        #expect(record.meeting.date == "XXXX-05-06")
        #expect(record.warnings.contains { $0.question == "是哪一年？" })
    }

    @Test func aDayWithoutItsMonthIsKept() {
        let record = Phrases.record("18日，" + Self.rest)
        #expect(record.meeting.date == "XXXX-XX-18")
        #expect(RecordDay.dayAlone("XXXX-XX-18") == 18)
        #expect(RecordDay.dayAlone("XXXX-05-18") == nil)
        #expect(record.warnings.contains { $0.question == "是哪一年哪一月？" })
    }

    @Test func shortLinesOfThePageStandBeforeTheDay() {
        let text = "区政府主要负责同志察看防汛工作\n来者可追\n阅读 412\n收藏\n7月12日上午，区长李明察看防汛抗旱工作并巡河。"
        #expect(Phrases.record(text, published: "2024-07-13").meeting.date == "2024-07-12")
    }

    @Test func theDayOfThePageIsNotTheEvents() {
        let text = "林望舒带队赴东山考察调研\n2022-04-12 文章标签：党委宣传部\n4月11日，校长林望舒一行赴东山考察调研园区。"
        #expect(Phrases.record(text).meeting.date == "2022-04-11")
    }

    @Test func todayIsTheDaysOfTheDateline() {
        #expect(Phrases.record("本报云溪12月8日讯（记者李瑜）今天，" + Self.rest).meeting.date == "XXXX-12-08")
    }

    @Test func yearFromTheAddress() {
        let url = "https://news.example.cn/2022/12/28/a.shtml"
        #expect(Phrases.record("28日下午，" + Self.rest, url: url).meeting.date == "2022-12-28")
    }

    @Test func theDayOfWhatIsStillToComeIsAnothers() {
        let text = "从组委会召开的视频会议上了解到，云溪展示会将于9月15日至17日举办，副市长林望舒参加了会议。"
        #expect(Phrases.record(text, published: "2024-07-26").meeting.date == nil)
    }

    @Test func theDayOfAMeetingThatNewsWasHeardAt() {
        let text = "记者从今天上午召开的“云溪论坛”新闻发布会上获悉，论坛将于7月29日举行。"
        #expect(Phrases.record(text, published: "2024-07-26").meeting.date == "2024-07-26")
    }

    @Test func spansTakeTheFirstDay() {
        let meeting = Phrases.record("3月27至28日，" + Self.rest, published: "2024-04-01").meeting
        #expect(meeting.date == "2024-03-27")
        #expect(meeting.endDate == "2024-03-28")
    }

    @Test func theDateBetweenNameAndVerb() {
        let text = "市长林望舒11月14日主持召开市政府常务会议。"
        let record = Phrases.record(text, published: "2025-11-15")
        #expect(record.meeting.date == "2025-11-14")
        #expect(record.meeting.ranges["date"].map { Phrases.words(text, $0) } == "11月14日")
    }
}

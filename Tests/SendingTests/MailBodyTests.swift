import Outlining
import Testing

@testable import Sending

@Suite("What a mail says of a briefing")
struct MailBodyTests {
    private func body(_ briefing: Briefing?) -> MailBody {
        MailBody(summary: MailSummary(briefing), fileName: "简报.pdf", pageCount: 3, size: 106_000)
    }

    @Test("one meeting: with its gist, who was there and the goals")
    func one() {
        let body = body(MailFixture.briefing)
        #expect(body.summary.subject == "柘坪简报（水务专刊）第7期：市节水工作推进会召开")
        #expect(
            body.text == """
                柘坪简报
                水务专刊　第7期　2024年6月3日　柘坪市人民政府办公室

                市节水工作推进会召开（2024年6月2日）
                会议部署节水改造。
                参会人员：邹启明、卢静
                目标：管网漏损率降至8%以下

                附件：简报.pdf（3页，104 KB）

                """)
    }

    @Test("many meetings: the first thirty, who presided, who was there, and how many more there are")
    func many() {
        let meetings = (1...33).map { number -> Briefing.Value in
            [
                "title": .text("第\(number)次调度会"),
                "facts": [["label": "时间", "value": "2024年6月2日（推定，见整理说明）"]],
                "officials": .list(
                    [
                        ["name": "邹启明", "role": "主持并讲话"], ["name": "柯尔丹", "role": "委托主持（未到会）"],
                        ["name": "宋遥", "role": "请假"],
                    ]
                        + (1...9).map { ["name": .text("员\($0)"), "role": "出席"] }),
            ]
        }
        let body = body(Briefing(fields: ["masthead": "柘坪简报", "date": "2024年6月3日", "meetings": .list(meetings)]))
        #expect(body.summary.subject == "柘坪简报（2024年6月3日）")
        #expect(
            body.text.contains(
                """

                30. 第30次调度会（2024年6月2日，推定）
                    主持：邹启明
                    参会人员：邹启明、员1、员2、员3、员4、员5、员6、员7等10人
                另有会议活动3次，见附件。

                """))
        #expect(!body.text.contains("第31次"))
    }

    @Test("a month: its overview, its chronicle, its goals; in Traditional characters too")
    func month() {
        let briefing = Briefing(fields: [
            "title": "2024年6月會議活動月報", "lang": "zh-Hant", "overview": ["共收錄會議活動2次。"],
            "chronicle": [["title": "甲會", "date": "2024年6月2日"], ["title": "乙會", "date": "2024年6月9日"]],
            "officials": [["name": "鄒啟明"]], "goals": [["goal": "一"], ["goal": "二"], ["goal": "三"], ["goal": "四"]],
        ])
        #expect(
            body(briefing).text == """
                2024年6月會議活動月報

                共收錄會議活動2次。

                1. 甲會（2024年6月2日）
                2. 乙會（2024年6月9日）

                參會人員：鄒啟明
                目標：一；二；三等4項

                附件：简报.pdf（3頁，104 KB）

                """)
        #expect(body(briefing).html.contains("<html lang=\"zh-Hant\">"))
    }

    @Test("no briefing: the file alone; minutes and ledgers by their lead or summary")
    func others() {
        #expect(body(nil).text == "附件：简报.pdf（3页，104 KB）\n")
        #expect(body(nil).summary.isEmpty && body(nil).summary.subject == nil)
        let ledger = body(Briefing(fields: ["title": "督办台账", "summary": "共3项。"]))
        #expect(ledger.text.hasPrefix("督办台账\n\n共3项。\n"))
        #expect(body(MailFixture.briefing).text != ledger.text)
    }

    @Test("what looks like HTML stays text, whatever it is combined with; both bodies say the same")
    func escaped() {
        var briefing = MailFixture.briefing
        let bad = "<script>alert(\"1\")</script> & <\u{338}img>"
        briefing.fields["masthead"] = .text(bad)
        briefing.fields["meetings"] = [
            [
                "title": .text(bad), "gist": .text(bad), "officials": [["name": .text(bad)]],
                "goals": [["goal": .text(bad)]],
            ]
        ]
        let body = body(briefing)
        #expect(body.html.components(of: "<script") == 0)
        #expect(
            body.html.components(of: "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;\u{338}img&gt;") == 6)
        #expect(body.text.components(of: "<script>") == 5)
    }

    @Test("marks of setting are taken off where the briefing has them, else brackets are text")
    func marked() {
        var briefing = Briefing(fields: ["title": "守住[[底线|dots]]、马[[㛃|ruby jié]]增长6.5%[[1|note]]"])
        #expect(MailSummary(briefing).name == "守住[[底线|dots]]、马[[㛃|ruby jié]]增长6.5%[[1|note]]")
        briefing.fields["markup"] = .flag(true)
        #expect(MailSummary(briefing).name == "守住底线、马㛃增长6.5%")
    }

    @Test("a line end in a text of the briefing becomes a blank: a subject made of it is one line")
    func lineEnds() throws {
        let briefing = Briefing(fields: ["title": "简报\r\nBcc: x@y.example"])
        #expect(MailSummary(briefing).subject == "简报  Bcc: x@y.example")
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of text: String) -> Int {
        let (whole, part) = (Array(utf8), Array(text.utf8))
        return whole.indices.count { whole[$0...].starts(with: part) }
    }
}

import Testing

@testable import Acquisition

@Suite("A label tells when people met from when a text was put out")
struct DayLabelTests {
    private func isAppointment(_ text: String, isForm: Bool) throws -> Bool {
        let scalars = Array(text.unicodeScalars)
        let day = try #require(scalars.firstIndex { $0 == "2" })
        return DayLabel.isAppointment(dayAt: day, in: scalars[...], isForm: isForm)
    }

    @Test(
        "a meeting's day, in a form or not",
        arguments: [
            "会议时间：2024年5月6日上午9:00", "会议日期: 2024-05-06", "一、召开时间：2024年5月6日", "【活动时间】2024年5月6日", "会 议 时 间：2024年5月6日",
            "会议时间\n2024年5月6日", "开会时间为2024年5月6日", "会期：2024年5月6日至7日", "報名時間：2024年5月6日", "霖川市党组会议时间：2024年5月6日",
        ])
    func appointments(text: String) throws {
        #expect(try isAppointment(text, isForm: false))
        #expect(try isAppointment(text, isForm: true))
    }

    @Test(
        "a publication's day, in a form or not",
        arguments: [
            "发布时间：2024-05-06", "发布日期：2024年5月6日", "时间：2024-05-06 10:22 来源：霖川日报", "會議新聞發佈時間：2024-05-06",
            "霖川日报 2024-05-06 10:22",
            "会议召开\n2024-05-06", "会议时间：5月6日上午\n2024年5月8日", "成文日期：2024年5月6日", "2024年5月6日印发", "来源：霖川日报 2024-05-06",
            "地点：三楼会议室 发布于2024-05-06", "（2024年5月6日）",
        ])
    func publications(text: String) throws {
        #expect(try !isAppointment(text, isForm: false))
        #expect(try !isAppointment(text, isForm: true))
    }

    @Test(
        "a bare label goes by the text it stands in",
        arguments: [
            "时间：2024年5月6日", "时　间：2024-05-06 14:30", "日期\n2024年5月6日", "时间：2024年5月6日 地点：三楼会议室",
            "一、时间：2024年5月6日至2024年5月7日",
        ])
    func bare(text: String) throws {
        #expect(try isAppointment(text, isForm: true))
        #expect(try !isAppointment(text, isForm: false))
    }

    @Test("the second day of a span belongs to the label too")
    func span() {
        let line = Array("会议时间：2024年5月6日至2024年5月7日".unicodeScalars)
        #expect(DayLabel.isAppointment(dayAt: 15, in: line[...], isForm: false))
    }

    @Test(
        "what makes a form",
        arguments: [
            ("地点：三楼会议室", true), ("主 持：覃怀远", true), ("（二）会议地点：三楼", true), ("时间：2024年5月6日　地点：三楼", true), ("出席人员", true),
            ("列席單位：水務局", true), ("会议由市长主持：", false), ("记者：尹川", false), ("会议强调：要压实责任", false), ("时间：2024年5月6日", false),
            ("事故地点：江北区", false),
        ])
    func forms(line: String, expected: Bool) {
        #expect(DayLabel.isForm([Array(line.unicodeScalars)[...]]) == expected)
    }

    @Test("a page of minutes states no publication by its form; a page of news does")
    func pages() throws {
        func published(_ body: String) throws -> String? {
            try SourceReader().read(bytes: Array("<html><body>\(body)</body></html>".utf8), path: "a.html").published
        }
        let form =
            "<h1>防汛工作会议纪要</h1><p>时间：2024年5月6日 9:00</p><p>地点：三楼会议室</p><p>主持：覃怀远</p><p>会议研究了防汛工作，要求压实各级责任。</p>"
        #expect(try published(form) == nil)
        #expect(try published("<p>会议时间：2024年5月6日</p><p>会议研究了防汛工作，要求压实各级责任。</p>") == nil)
        #expect(try published("<table><tr><td>会议时间</td><td>2024-05-06 9:00</td></tr></table>") == nil)
        #expect(try published(form + "<p>发布时间：2024-05-08 10:22</p>") == "2024-05-08")
        #expect(try published("<p>时间：2024-05-08 10:22</p><p>霖川市召开防汛工作会议，要求压实责任。</p>") == "2024-05-08")
    }
}

import Diagnostics
import Outlining

@testable import Sending

/// A mail about an invented meeting.
enum MailFixture {
    static let briefing = Briefing(fields: [
        "masthead": "柘坪简报", "series": "水务专刊", "issue": "第7期", "date": "2024年6月3日", "office": "柘坪市人民政府办公室",
        "meetings": [
            [
                "title": "市节水工作推进会召开", "date": "2024年6月2日", "host": "邹启明", "gist": "会议部署节水改造。",
                "officials": [["name": "邹启明", "role": "主持"], ["name": "卢静", "role": "汇报"]],
                "goals": [["goal": "管网漏损率降至8%以下"]],
            ]
        ],
    ])

    static func address(_ text: String) -> MailAddress {
        do { return try MailAddress(text) } catch { preconditionFailure("\(error)") }
    }

    static func draft(
        to: [String] = ["柘坪市水利局 <slj@zheping.example>"], cc: [String] = [], bcc: [String] = [],
        subject: String? = nil, fileName: String = "简报-第7期.pdf", size: Int = 5000, briefing: Briefing = briefing
    ) -> MailDraft {
        let summary = MailSummary(briefing)
        let piece = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) }
        var file = Array("%PDF-1.7\n".utf8)
        while file.count < size { file += piece }
        return MailDraft(
            from: address("柘坪市人民政府办公室 <office@zheping.example>"),
            recipients: .init(to: to.map(address), cc: cc.map(address), bcc: bcc.map(address)),
            subject: subject ?? summary.subject ?? "",
            body: MailBody(
                summary: summary, fileName: fileName, pageCount: 3, size: file.count), file: file,
            date: MailTime("2024-06-03T10:15:20+08:00")!)
    }
}

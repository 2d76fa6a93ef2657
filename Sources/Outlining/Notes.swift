import Cleaning
import Extraction

/// What a reader has to know of how the briefing was made: what was inferred, repaired, set aside, left open.
struct Notes {
    let record: MeetingRecord
    /// Other records of the same meeting.
    let copies: [MeetingRecord]

    var lines: [String] {
        [source, date, script, repairs, boilerplate, doctrine].compactMap { $0 } + CorrectionNotes(record: record).lines
            + sameMeeting + OpenQuestions(warnings: record.warnings).lines
    }

    private var source: String? {
        var parts = ["来源：\(record.source.path == "-" ? "标准输入" : fileName(record.source.path))"]
        if let published = record.source.published { parts.append("发布日期\(ChineseText.date(published))") }
        if let url = record.source.url { parts.append(url) }
        parts.append("编码\(record.source.encoding)")
        return ChineseText.sentence(parts.joined(separator: "，"))
    }

    private var date: String? {
        guard record.meeting.dateInferred == true, let date = record.meeting.date else { return nil }
        let evidence = record.meeting.dateEvidence.map { "依据：\($0)" } ?? "依据未载"
        return ChineseText.sentence("会议日期\(ChineseText.date(date))系推定，\(evidence)")
    }

    private var script: String? {
        guard record.source.script == .hant else { return nil }
        let changed = record.officials.filter { $0.printed != $0.name }.map { "\($0.name)（\($0.printed)）" }
        let names = changed.isEmpty ? "" : "；人名原文写法：\(changed.joined(separator: "、"))"
        return ChineseText.sentence("原文为繁体，已转为简体\(names)")
    }

    /// Repairs that put back a character one by one, with their proof; the others by number.
    private var repairs: String? {
        var proved: [String] = []
        var counts: [(kind: String, count: Int)] = []
        for repair in record.repairs {
            if repair.kind == CleanText.Repair.Kind.lostBytes.rawValue {
                let proof = repair.proof.map { "（\($0)）" } ?? ""
                proved.append("“\(repair.printed)”作“\(repair.restored ?? "〓")”\(proof)")
            } else if let index = counts.firstIndex(where: { $0.kind == repair.kind }) {
                counts[index].count += 1
            } else {
                counts.append((repair.kind, 1))
            }
        }
        let counted = counts.compactMap { entry in Self.names[entry.kind].map { "\($0)\(entry.count)处" } }
        guard !proved.isEmpty || !counted.isEmpty else { return nil }
        return ChineseText.sentence("原文修复：" + (proved + counted).joined(separator: "；"))
    }

    private static let names = [
        "reading": "去除注音", "script": "转换字形", "space": "去除多余空格", "width": "改正全角半角", "entity": "还原字符实体",
        "doubled": "去除重复字符", "encoding": "改正编码",
    ]

    private var boilerplate: String? {
        guard !record.boilerplate.isEmpty else { return nil }
        return "与正文无关的文字\(record.boilerplate.count)处（导航、热线、版权、署名等）未列入。"
    }

    private var doctrine: String? {
        guard !record.doctrineNames.isEmpty else { return nil }
        return ChineseText.sentence("仅在学习贯彻讲话、指示、批示时提及，不列为参会人员：\(ChineseText.list(record.doctrineNames))")
    }

    private var sameMeeting: [String] {
        copies.map { "另有同一会议的报道：\(fileName($0.source.path))。" }
    }

    private func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

import Extraction
import Filing

/// The meetings of a period in order, and where they are from.
struct MonthChronicle {
    let entries: [ArchiveEntry]

    /// What a row's place is called: `第3条`, `第1、3条`.
    static func place(_ numbers: [Int]) -> String { MonthReference(numbers).text }

    /// The anchor of a meeting in the chronicle, counted from 1.
    static func anchor(_ number: Int) -> String { "m\(number)" }

    var rows: [Briefing.Value] {
        entries.enumerated().map { index, entry in
            let record = entry.record
            let meeting = record.meeting
            let presiding = record.officials.filter { $0.roles.contains(.presides) }.map(\.name)
            return .fields([
                "no": .number(Double(index + 1)), "id": .text(Self.anchor(index + 1)),
                "date": .text(meeting.date.map { ChineseText.dates(from: $0, to: meeting.endDate) } ?? ""),
                "title": .text(meeting.name ?? record.setHeadline ?? "（无标题）"),
                "venue": .text(meeting.place ?? ChineseText.notStated),
                "host": .text(presiding.isEmpty ? ChineseText.notStated : ChineseText.list(presiding)),
                "text": .text(Gist(record: record).text), "source": .text("s\(index + 1)"),
                "corrected": .flag(entry.isCorrected),
            ])
        }
    }

    /// `会议11次、调研活动1次`
    var kinds: String {
        let words: [(MeetingRecord.Kind, String)] = [
            (.meeting, "会议"), (.conference, "大会"), (.studySession, "集体学习"), (.visit, "调研活动"),
            (.pressConference, "新闻发布会"), (.other, "其他"),
        ]
        return words.compactMap { kind, word in
            let count = entries.count { $0.record.kind == kind }
            return count > 0 ? "\(word)\(count)次" : nil
        }
        .joined(separator: "、")
    }

    /// Weeks from Monday to Sunday, cut to the period: `label`, `count`.
    ///
    /// The year stands only where the period is of two.
    func weeks(from: String, to: String) -> [Briefing.Value] {
        var rows: [Briefing.Value] = []
        let held = entries.compactMap { $0.record.meeting.date.map(PeriodDays.number) }
        let last = PeriodDays.number(to)
        var start = PeriodDays.number(from)
        while start <= last {
            // The first day counted (1970-01-01) was a Thursday.
            let end = min(last, start + 6 - (start + 3) % 7)
            let days = (PeriodDays.day(start), PeriodDays.day(end))
            let label =
                from.prefix(4) == to.prefix(4)
                ? ChineseText.daysOfYear(from: days.0, to: days.1) : ChineseText.dates(from: days.0, to: days.1)
            rows.append([
                "label": .text(label), "count": .number(Double(held.count { $0 >= start && $0 <= end })),
            ])
            start = end + 1
        }
        return rows
    }

    var sources: [Briefing.Value] {
        entries.enumerated().map { index, entry in
            let record = entry.record
            var parts = [record.setHeadline ?? record.meeting.name ?? "（无标题）", Self.fileName(record.source.path)]
            if let published = record.source.published { parts.append("\(ChineseText.date(published))发布") }
            if let url = record.source.url { parts.append(url) }
            if !entry.copies.isEmpty {
                parts.append("同一会议另见" + entry.copies.map { Self.fileName($0.path) }.joined(separator: "、"))
            }
            if entry.isCorrected { parts.append("经人工更正") }
            return [
                "no": .number(Double(index + 1)), "id": .text("s\(index + 1)"), "item": .text(Self.anchor(index + 1)),
                "text": .text(ChineseText.sentence(parts.joined(separator: "，"))),
            ]
        }
    }

    private static func fileName(_ path: String) -> String {
        path == "-" ? "标准输入" : path.split(separator: "/").last.map(String.init) ?? path
    }
}

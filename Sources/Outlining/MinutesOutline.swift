public import Cleaning
public import Extraction

/// Outlines the minutes (纪要) of one meeting: what was held, decided and demanded, and who was there.
///
/// Fixed phrases lead in what the record says; a fact it has not is left out or 原文未载.
public struct MinutesOutline: Sendable {
    public var options: MeetingOutline.Options

    public init(options: MeetingOutline.Options = MeetingOutline.Options()) {
        self.options = options
    }

    /// - Parameter text: the source; without it paragraphs cannot be told apart.
    public func briefing(of read: MeetingRecord, text: CleanText?) -> Briefing {
        var record = read
        if let registry = options.registry { record.officials = registry.ranked(read) }
        let date = options.date ?? record.meeting.date ?? record.source.published
        let name = record.meeting.name ?? record.setHeadline ?? "（无标题）"
        let organizer = record.meeting.organizer ?? options.office.office ?? ""
        var fields: [String: Briefing.Value] = [
            "lang": "zh-Hans", "title": .text(name + "纪要"),
            "lead": .text(lead(record, name)), "parts": .list(parts(record, SourceAppendix(text, prefix: "m1"))),
            "names": .list(options.names([record]).map { .text($0) }), "footnotes": .fields(footnotes(record)),
            "open": .list(record.warnings.map { .text(ChineseText.sentence("待核：" + $0.text)) }),
            "open_caption": "整理说明",
        ]
        MeetingOutline(options: options).furnish(&fields)
        fields["masthead"] = .text(organizer + "会议纪要")
        fields["date"] = date.map { .text(ChineseText.date($0)) }
        fields["iso_date"] = date.map { .text($0) }
        for (key, roles) in Self.lists {
            let people = record.officials.filter { Self.isHere($0, roles) }
            if !people.isEmpty { fields[key] = .text(Self.list(people)) }
        }
        return Briefing(fields: fields)
    }

    private static let lists: [(key: String, roles: [MeetingRecord.Role])] = [
        ("present", [.presides, .guides, .speaks, .reports, .attends, .accompanies]),
        ("absent", [.delegates, .absent]), ("observers", [.observes]),
    ]

    /// Of those in several lists the first is the one: who reports and observes is there.
    private static func isHere(_ official: MeetingRecord.Official, _ roles: [MeetingRecord.Role]) -> Bool {
        guard official.event == nil else { return false }
        let first = ["absent", "observers", "present"].first { key in
            lists.contains { $0.key == key && $0.roles.contains { official.roles.contains($0) } }
        }
        return lists.contains { $0.key == first && $0.roles == roles }
    }

    /// `市委副书记、市长王伟，副市长李敏`
    private static func list(_ people: [MeetingRecord.Official]) -> String {
        people.map(ChineseText.person).joined(separator: "，")
    }

    private func lead(_ record: MeetingRecord, _ name: String) -> String {
        let meeting = record.meeting
        let mark = meeting.dateInferred == true ? "[^date]" : ""
        let day = meeting.date.map { ChineseText.dates(from: $0, to: meeting.endDate) + mark + "，" } ?? ""
        let here = record.officials.filter { $0.event == nil }
        let presiding = here.filter { $0.roles.contains(.presides) }
        let delegating = here.filter { $0.roles.contains(.delegates) }
        let place = meeting.place.map { "在\($0)" } ?? ""
        var text = day
        if presiding.isEmpty {
            text += place.isEmpty ? name + "召开。" : "\(name)\(place)召开。"
        } else {
            if !delegating.isEmpty { text += "受\(ChineseText.list(delegating.map(ChineseText.person)))委托，" }
            text += ChineseText.list(presiding.map(ChineseText.person)) + place + "主持召开\(name)。"
        }
        return text + "现纪要如下："
    }

    private func footnotes(_ record: MeetingRecord) -> [String: Briefing.Value] {
        let evidence = record.meeting.dateEvidence.map { "，依据：\($0)" } ?? ""
        return ["date": .text(ChineseText.sentence("会议日期系推定" + evidence))]
    }

    /// Decisions first, then demands under their headings.
    private func parts(_ record: MeetingRecord, _ appendix: SourceAppendix) -> [Briefing.Value] {
        var parts: [(heading: String, paragraphs: [Briefing.Value])] = []
        let texts = GoalsTables.results(record, appendix)
        let results = record.results.map { Briefing.Value.text(texts[$0.range] ?? ChineseText.sentence($0.text)) }
        if !results.isEmpty { parts.append(("会议成果", results)) }
        for theme in Themes(directives: record.directives, appendix: appendix).value {
            let heading = theme["heading"].text ?? ""
            // Themes are numbered by themselves: 一、总体要求.
            parts.append(
                (heading.split(separator: "、", maxSplits: 1).last.map(String.init) ?? heading, theme["paragraphs"].list)
            )
        }
        return parts.enumerated().map { index, part in
            let number = index < 99 ? ChineseText.numeral(index + 1) + "、" : ""
            return ["heading": .text(number + part.heading), "paragraphs": .list(part.paragraphs)]
        }
    }
}

import Extraction

/// The table of officials: grouped by role, each row with the way back to its sentence.
struct OfficialsTable {
    let officials: [MeetingRecord.Official]
    let appendix: SourceAppendix

    /// Groups in the order they are printed; the first that one of a person's roles is in takes the person.
    private static let groups: [(roles: [MeetingRecord.Role], name: String)] = [
        ([.delegates], "委托"), ([.presides], "主持"), ([.guides], "指导"), ([.speaks], "讲话"), ([.reports], "汇报"),
        ([.attends], "出席"), ([.accompanies], "陪同"), ([.observes], "列席"), ([.absent], "请假"),
    ]

    /// Those of the meeting itself and of its side events; persons who are only mentioned are not in it.
    var rows: [Briefing.Value] {
        var rows: [Briefing.Value] = []
        for (index, group) in Self.groups.enumerated() {
            for official in officials where Self.group(of: official) == index {
                var row: [String: Briefing.Value] = [
                    "no": .number(Double(rows.count + 1)),
                    "name": .text(official.name),
                    "title": .text(
                        official.titles.isEmpty ? ChineseText.notStated : official.titles.joined(separator: "、")),
                    "role": .text(Self.role(of: official)),
                    "group": .text(group.name),
                ]
                row.merge(appendix.fields(for: official.ranges.first, fact: "o\(rows.count + 1)")) { $1 }
                rows.append(.fields(row))
            }
        }
        return rows
    }

    /// What the table's foot says: events attended that are not the meeting, remarks of the text (等), and what is
    /// doubtful.
    func note(_ rows: [Briefing.Value]) -> String? {
        var parts: [String] = []
        var events: [String] = []
        for official in officials {
            if let event = official.event, !events.contains(event) { events.append(event) }
        }
        for event in events {
            let names = officials.filter { $0.event == event }.map(\.name)
            parts.append("\(Self.names(names))参加的是“\(Self.unquoted(event))”，不是会议本身")
        }
        var remarks: [String] = []
        for official in officials {
            if let note = official.note, !remarks.contains(note) { remarks.append(note) }
        }
        parts += remarks
        if let doubt = appendix.note(rows) { parts.append(doubt) }
        return parts.isEmpty ? nil : "注：" + ChineseText.sentence(parts.joined(separator: "；"))
    }

    private static func group(of official: MeetingRecord.Official) -> Int? {
        groups.firstIndex { group in group.roles.contains { official.roles.contains($0) } }
    }

    private static func names(_ names: [String]) -> String {
        names.count <= 3 ? names.joined(separator: "、") : "\(names[0])等\(names.count)人"
    }

    /// Quotation marks inside a quotation become single (GB/T 15834).
    private static func unquoted(_ text: String) -> String {
        String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
    }

    /// 主持并讲话, 委托主持（未到会）, 参加活动 …
    static func role(of official: MeetingRecord.Official) -> String {
        let roles = official.roles
        if roles.contains(.delegates) { return "委托主持（未到会）" }
        if roles.contains(.absent) { return "请假" }
        if official.event != nil, roles == [.attends] { return "参加活动" }
        var words: [String] = []
        for (role, word) in roleWords where roles.contains(role) { words.append(word) }
        // Who presides, speaks or reports is there: 出席 says nothing more.
        if words.count > 1 { words.removeAll { $0 == "出席" } }
        return words.joined(separator: "并")
    }

    private static let roleWords: [(MeetingRecord.Role, String)] = [
        (.attends, "出席"), (.presides, "主持"), (.guides, "到会指导"), (.reports, "汇报"), (.speaks, "讲话"),
        (.accompanies, "陪同"), (.observes, "列席"),
    ]
}

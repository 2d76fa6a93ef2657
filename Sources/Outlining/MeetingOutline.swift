public import Cleaning
public import Extraction
public import Filing

/// Outlines the briefing of one or several meetings.
///
/// It words only what records say: a fact that is missing is 原文未载, a line without a value is left out.
public struct MeetingOutline: Sendable {
    /// What the office and the caller add.
    public struct Options: Hashable, Sendable {
        public var office: OfficeProfile
        /// `第5期（总第137期）`, or a number alone: 第N期 is then made of it.
        public var issue: String?
        /// `2024-05-31`; else the publication's, else the meeting's.
        public var date: String?
        /// Ranks tables of people; where there is none, they stand as printed.
        public var registry: Registry?

        public init(
            office: OfficeProfile = OfficeProfile(), issue: String? = nil, date: String? = nil,
            registry: Registry? = nil
        ) {
            self.office = office
            self.issue = issue
            self.date = date
            self.registry = registry
        }

        /// Who signs, and the people of records as read and as printed: what may not break across lines.
        func names(_ records: [MeetingRecord]) -> [String] {
            var seen: Set<String> = []
            let signers = [office.issuedBy, office.reviewedBy, office.editedBy].compactMap { $0 }
            let people = records.flatMap { $0.officials.flatMap { [$0.name, $0.printed] } + $0.doctrineNames }
            return (signers + people).filter { seen.insert($0).inserted }
        }
    }

    public var options: Options

    public init(options: Options = Options()) {
        self.options = options
    }

    /// - Parameters:
    ///   - shelf: the meetings, in the order they are printed.
    ///   - texts: the clean texts by record id; a record without one has no appendix.
    public func briefing(of shelf: Shelf, texts: [String: CleanText]) -> Briefing {
        let entries = shelf.entries
        let meetings = entries.enumerated().map { index, entry in
            meeting(entry, number: index + 1, text: texts[entry.record.id])
        }
        let date = options.date ?? entries.compactMap { $0.record.source.published ?? $0.record.meeting.date }.max()
        var fields: [String: Briefing.Value] = [
            "lang": "zh-Hans",
            "contents_title": "本期要目",
            "meetings": .list(meetings.map { .fields($0) }),
            "names": .list(options.names(entries.map(\.record)).map { .text($0) }),
        ]
        if entries.count > 1 {
            fields["several"] = .flag(true)
            fields["appendix_title"] = "附录　整理说明与原文"
        }
        fields["title"] = entries.count == 1 ? meetings[0]["title"] : .text("会议简报")
        fields["date"] = date.map { .text(ChineseText.date($0)) }
        fields["iso_date"] = date.map { .text($0) }
        furnish(&fields)
        return Briefing(fields: fields)
    }

    /// Head and foot: what comes from the office.
    func furnish(_ fields: inout [String: Briefing.Value]) {
        let office = options.office
        let issue = options.issue.map { Int($0) == nil ? $0 : "第\($0)期" }
        let lines: [(String, String?)] = [
            ("masthead", office.masthead), ("office", office.office), ("series", office.series),
            ("secrecy", office.secrecy), ("issue", issue), ("superiors", office.superiors.map { "报：" + $0 }),
            ("peers", office.peers.map { "送：" + $0 }),
            ("subordinates", office.subordinates.map { "发：" + $0 }), ("signers", signers),
            ("copies", office.copies.map { "共印\($0)份" }),
        ]
        for (key, value) in lines {
            if let value { fields[key] = .text(value) }
        }
        let running = [office.masthead, issue].compactMap { $0 }.joined(separator: "　")
        fields["running"] = running.isEmpty ? fields["title"] : .text(running)
    }

    private var signers: String? {
        let office = options.office
        let parts = [("签发", office.issuedBy), ("审核", office.reviewedBy), ("编辑", office.editedBy)]
            .compactMap { label, name in name.map { "\(label)：\($0)" } }
        return parts.isEmpty ? nil : parts.joined(separator: "　")
    }

    private func meeting(_ entry: Shelf.Entry, number: Int, text: CleanText?) -> [String: Briefing.Value] {
        let record = entry.record
        let id = "m\(number)"
        let appendix = SourceAppendix(text, prefix: id, doubts: record.doubts)
        let goals = GoalsTables(record: record, appendix: appendix)
        let officials = OfficialsTable(
            officials: options.registry?.ranked(record) ?? record.officials, appendix: appendix)
        let people = officials.rows
        var fields: [String: Briefing.Value] = [
            "no": .number(Double(number)), "id": .text(id),
            "title": .text(record.setHeadline ?? record.meeting.name ?? "（无标题）"),
            "facts": .list(facts(record, appendix)),
            "gist_title": "摘要", "gist": .text(Gist(record: record, appendix: appendix).text),
            "themes": .list(Themes(directives: record.directives, appendix: appendix).value),
            "notes_caption": "整理说明",
            "notes": .list(Notes(record: record, copies: entry.copies).lines.map { .text($0) }),
            "source_caption": "附录　原文",
        ]
        if let name = record.meeting.name { fields["name"] = .text(name) }
        table(&fields, "officials", people, "参会人员", ["序号", "姓名", "职务", "会议角色", "出处"])
        if let note = officials.note(people) { fields["officials_note"] = .text(note) }
        let tables = [
            ("goals", goals.goals, "目标提法", ["序号", "目标", "类别", "出处"]),
            ("figures", goals.figures, "量化指标", ["序号", "指标", "数值", "比较基准", "年份", "出处"]),
            ("tasks", goals.tasks, "任务分工", ["序号", "任务", "责任单位", "完成时限", "出处"]),
        ]
        for (key, rows, caption, head) in tables {
            table(&fields, key, rows, caption, head)
            if let note = appendix.note(rows) { fields[key + "_note"] = .text("注：" + note) }
        }
        fields["results_caption"] = "会议成果"
        fields["results"] = .list(goals.results)
        if record.officials.isEmpty { fields["officials_empty"] = "原文未载参会人员姓名。" }
        if goals.goals.isEmpty { fields["goals_empty"] = "原文未载目标提法。" }
        if goals.figures.isEmpty { fields["figures_empty"] = "本次会议未提出量化指标。" }
        if goals.results.isEmpty { fields["results_empty"] = "原文未载会议成果。" }
        fields["source"] = appendix.value
        return fields
    }

    private func table(
        _ fields: inout [String: Briefing.Value], _ key: String, _ rows: [Briefing.Value], _ caption: String,
        _ head: [String]
    ) {
        fields[key] = .list(rows)
        fields[key + "_caption"] = .text(caption)
        fields[key + "_head"] = .list(head.map { .text($0) })
    }

    /// Name, time, place and who held it, with 原文未载 where the text says nothing.
    private func facts(_ record: MeetingRecord, _ appendix: SourceAppendix) -> [Briefing.Value] {
        let meeting = record.meeting
        let isGathering = record.kind != .visit && record.kind != .other
        let inferred = meeting.dateInferred == true ? "（推定，见整理说明）" : ""
        let date = meeting.date.map { ChineseText.dates(from: $0, to: meeting.endDate) + inferred }
        let rows: [(label: String, value: String?, key: String)] = [
            (isGathering ? "会议名称" : "活动名称", meeting.name, "name"),
            ("时间", date, "date"), ("地点", meeting.place, "place"), ("组织单位", meeting.organizer, "organizer"),
        ]
        // What stands as the title is not said again.
        return rows.filter { $0.key != "name" || record.headline != nil || $0.value == nil }.map { row in
            var fields: [String: Briefing.Value] = [
                "label": .text(row.label), "value": .text(row.value ?? ChineseText.notStated),
            ]
            fields.merge(appendix.fields(for: meeting.ranges[row.key], fact: row.key)) { $1 }
            return .fields(fields)
        }
    }
}

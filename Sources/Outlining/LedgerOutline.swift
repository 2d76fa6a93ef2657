public import Extraction
public import Filing

/// Outlines the ledger of tasks (督办台账): what was demanded with an owner or a deadline, and what became of it.
public struct LedgerOutline: Sendable {
    /// A demand of a meeting, and what people said of it since.
    public struct Item: Sendable {
        public var record: MeetingRecord
        public var statement: MeetingRecord.Statement
        public var state: TaskState?

        public init(record: MeetingRecord, statement: MeetingRecord.Statement, state: TaskState? = nil) {
            self.record = record
            self.statement = statement
            self.state = state
        }
    }

    public var options: MeetingOutline.Options

    public init(options: MeetingOutline.Options = MeetingOutline.Options()) {
        self.options = options
    }

    /// The demands of records that name an owner or a deadline.
    public static func items(of records: [MeetingRecord]) -> [Item] {
        records.flatMap { record in
            record.directives.filter { $0.owner != nil || $0.deadline != nil }
                .map { Item(record: record, statement: $0) }
        }
    }

    /// - Parameters:
    ///   - items: in the order they are printed; those of one meeting stand together.
    ///   - period: what the title says of the days, `2024年5月`.
    public func briefing(of items: [Item], period: String? = nil) -> Briefing {
        let date = options.date ?? items.compactMap(\.record.meeting.date).max()
        var fields: [String: Briefing.Value] = [
            "lang": "zh-Hans", "title": .text((period ?? "") + "督办台账"), "tasks": .list(rows(items)),
            "tasks_head": .list(
                ["序号", "来源会议", "任务", "牵头单位", "责任单位", "责任人", "完成时限", "进展", "状态"].map { .text($0) }),
            "summary": .text(summary(items)),
            "tasks_note": "注：原文未载，且无人填报的，写“原文未载”；进展和状态由承办单位填报。",
        ]
        if items.isEmpty { fields["tasks_empty"] = "无载明责任单位或完成时限的任务。" }
        MeetingOutline(options: options).furnish(&fields)
        fields["date"] = date.map { .text(ChineseText.date($0)) }
        fields["iso_date"] = date.map { .text($0) }
        let people = items.flatMap { $0.record.officials.map(\.name) } + items.compactMap(\.state?.person)
        var names: [String] = []
        for name in people where !names.contains(name) { names.append(name) }
        fields["names"] = .list(names.map { .text($0) })
        return Briefing(fields: fields)
    }

    private func rows(_ items: [Item]) -> [Briefing.Value] {
        items.enumerated().map { index, item in
            let meeting = item.record.meeting
            let day = meeting.date.map { "（\(ChineseText.date($0))）" } ?? ""
            let state = item.state
            let units = TaskUnits(item.statement, state)
            let said = { (words: String?) in Briefing.Value.text(words ?? ChineseText.notStated) }
            return [
                "no": .number(Double(index + 1)),
                "meeting": .text((meeting.name ?? item.record.setHeadline ?? "（无标题）") + day),
                "task": .text(item.statement.text), "lead": said(units.lead), "units": said(units.units),
                "person": said(state?.person), "deadline": said(state?.deadline ?? item.statement.deadline),
                "progress": said(state?.progress), "state": said(state?.state?.label),
            ]
        }
    }

    /// `共12项：● 已完成3项，▲ 推进中6项，■ 滞后1项，未填报2项。`
    private func summary(_ items: [Item]) -> String {
        guard !items.isEmpty else { return "" }
        var parts: [String] = []
        for state in TaskState.State.allCases {
            let count = items.count { $0.state?.state == state }
            if count > 0 { parts.append("\(state.label)\(count)项") }
        }
        let open = items.count { $0.state?.state == nil }
        if open > 0 { parts.append("未填报\(open)项") }
        return ChineseText.sentence("共\(items.count)项：" + parts.joined(separator: "，"))
    }
}

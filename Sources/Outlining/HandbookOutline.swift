/// Outlines the handbook (会议手册) of a meeting to be held, and the signs on its desks.
public struct HandbookOutline: Sendable {
    public var options: MeetingOutline.Options

    public init(options: MeetingOutline.Options = MeetingOutline.Options()) {
        self.options = options
    }

    /// What the plan has; a part without content is left out.
    public func briefing(of plan: MeetingPlan) -> Briefing {
        var fields: [String: Briefing.Value] = [
            "lang": "zh-Hans", "title": .text(plan.title ?? "（无标题）"), "kind": "会议手册", "contents_title": "目　录",
            "facts": .list(facts(plan)), "agenda": .list(agenda(plan)), "groups": .list(groups(plan)),
            "agenda_head": .list(["序号", "时间", "议程", "发言人"].map { .text($0) }),
            "seats": .list(seats(plan)), "notes": .list(notes(plan)), "contacts": .list(contacts(plan)),
            "contacts_head": .list(["姓名", "职责", "电话"].map { .text($0) }),
            "signs": .list(signs(plan)), "names": .list(plan.names.map { .text($0) }),
        ]
        number(&fields)
        MeetingOutline(options: options).furnish(&fields)
        fields["organizer"] = (plan.organizer ?? options.office.office).map { .text($0) }
        let date = options.date.map(ChineseText.date) ?? plan.date.map(ChineseText.date)
        fields["date"] = date.map { .text($0) }
        fields["running"] = fields["title"]
        return Briefing(fields: fields)
    }

    private func facts(_ plan: MeetingPlan) -> [Briefing.Value] {
        let facts: [(String, String?)] = [
            ("会议名称", plan.title), ("时间", plan.date.map(ChineseText.date)), ("地点", plan.place), ("主持人", plan.host),
            ("主办单位", plan.organizer),
        ]
        return facts.compactMap { label, value in value.map { ["label": .text(label), "value": .text($0)] } }
    }

    private func agenda(_ plan: MeetingPlan) -> [Briefing.Value] {
        plan.agenda.enumerated().map { index, item in
            [
                "no": .number(Double(index + 1)), "time": .text(item.time ?? "—"), "item": .text(item.item),
                "speaker": .text(item.speaker ?? "—"),
            ]
        }
    }

    /// People with titles are rows of a table, names alone stand in columns.
    private func groups(_ plan: MeetingPlan) -> [Briefing.Value] {
        plan.groups.filter { !$0.people.isEmpty }.map { group in
            var fields: [String: Briefing.Value] = [
                "name": .text(group.name),
                "count": .text("\(group.people.count)人" + (group.order.map { "，按\($0.rawValue)排序" } ?? "")),
                "head": .list(["序号", "姓名", "职务"].map { .text($0) }),
            ]
            if group.people.contains(where: { $0.title != nil }) {
                fields["people"] = .list(
                    group.people.enumerated().map { index, person in
                        [
                            "no": .number(Double(index + 1)), "name": .text(person.name),
                            "title": .text((person.title ?? "—") + person.note),
                        ]
                    })
            } else {
                fields["list"] = .list(group.people.map { ["name": .text($0.name), "note": .text($0.note)] })
            }
            return .fields(fields)
        }
    }

    private func seats(_ plan: MeetingPlan) -> [Briefing.Value] {
        var rows: [MeetingPlan.Row] = []
        if !plan.platform.isEmpty { rows.append(.init(label: "主席台", names: SeatingOrder.seats(plan.platform))) }
        rows += plan.rows
        return rows.map { ["label": .text($0.label), "names": .list($0.names.map { .text($0) })] }
    }

    private func notes(_ plan: MeetingPlan) -> [Briefing.Value] {
        plan.notes.enumerated().map { index, note in .text("\(index + 1)." + ChineseText.sentence(note)) }
    }

    private func contacts(_ plan: MeetingPlan) -> [Briefing.Value] {
        plan.contacts.map { contact in
            [
                "name": .text(contact.name), "duty": .text(contact.duty ?? "—"), "phone": .text(contact.phone ?? "—"),
            ]
        }
    }

    private func signs(_ plan: MeetingPlan) -> [Briefing.Value] {
        plan.names.map { ["name": .text($0)] }
    }

    /// Headings count only the parts that are there.
    private func number(_ fields: inout [String: Briefing.Value]) {
        let parts = [
            ("facts", "会议概况"), ("agenda", "会议议程"), ("groups", "参会人员名单"), ("seats", "座次安排"), ("notes", "会议须知"),
            ("contacts", "会务联系"),
        ]
        var count = 0
        for (key, title) in parts where !(fields[key]?.isEmpty ?? true) {
            count += 1
            fields[key + "_title"] = .text("\(ChineseText.numeral(count))、\(title)")
        }
    }
}

import Extraction

/// The tables of what is wanted: named goals, figures, and tasks that have an owner or a deadline.
struct GoalsTables {
    let record: MeetingRecord
    let appendix: SourceAppendix

    var goals: [Briefing.Value] {
        rows("g", record.goals, range: \.range) { goal in
            ["goal": .text(goal.text), "kind": .text(goal.kind.flatMap { Self.kinds[$0] } ?? "目标提法")]
        }
    }

    static let kinds = [
        "named": "目标提法", "slogan": "目标提法", "policy": "政策部署", "plan": "规划方案", "action": "行动工程",
        "doctrine": "精神要求", "position": "发展定位", "quantified": "量化目标", "deadline": "时限要求",
    ]

    var figures: [Briefing.Value] {
        rows("f", record.figures, range: \.range) { figure in
            [
                "indicator": .text(figure.indicator ?? figure.text),
                "value": .text((figure.comparator ?? "") + Self.number(figure.value) + figure.unit),
                "base": .text(figure.base ?? "—"),
                "year": .text(figure.year.map { "\($0)年" } ?? "—"),
            ]
        }
    }

    var tasks: [Briefing.Value] {
        rows("t", record.directives.filter { $0.owner != nil || $0.deadline != nil }, range: \.range) { task in
            [
                "task": .text(task.text), "owner": .text(task.owner ?? ChineseText.notStated),
                "deadline": .text(task.deadline ?? ChineseText.notStated),
            ]
        }
    }

    var results: [Briefing.Value] {
        rows("r", record.results, range: \.range) { ["text": .text(ChineseText.sentence($0.text))] }
    }

    private func rows<Item>(
        _ letter: String, _ items: [Item], range: KeyPath<Item, MeetingRecord.SourceRange>,
        fields: (Item) -> [String: Briefing.Value]
    ) -> [Briefing.Value] {
        items.enumerated().map { index, item in
            var row = fields(item)
            row["no"] = .number(Double(index + 1))
            row.merge(appendix.fields(for: item[keyPath: range], fact: "\(letter)\(index + 1)")) { $1 }
            return .fields(row)
        }
    }

    /// 95.2, 6, 0.5: no digits that the text has not.
    static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

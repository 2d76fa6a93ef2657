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
        let texts = Self.results(record, appendix)
        return rows("r", record.results, range: \.range) { ["text": .text(texts[$0.range] ?? $0.text)] }
    }

    /// Results as sentences, by their ranges: what a list names is said with what was decided of it, which stands before
    /// the first (审议通过《甲》《乙》).
    ///
    /// - Parameter appendix: where only the record is known, nothing is added that it does not say itself: what was adopted
    ///   in principle is not adopted.
    static func results(
        _ record: MeetingRecord, _ appendix: SourceAppendix = SourceAppendix(nil, prefix: "")
    ) -> [MeetingRecord.SourceRange: String] {
        var texts: [MeetingRecord.SourceRange: String] = [:]
        var decision: String?
        var end: Int?
        for result in record.results {
            let start = result.range.start
            // Marks alone, or no more than they take, stand between.
            let goesOn = end.map { appendix.marks(from: $0, to: start) != nil || (0...2).contains(start - $0) } ?? false
            if !goesOn { decision = nil }
            if let found = appendix.decision(before: start) { decision = found }
            let isNamed = result.text.hasPrefix("《") || result.text.hasPrefix("关于")
            if !isNamed, let name = result.text.firstIndex(of: "《") {
                let words = String(result.text[..<name])
                decision = SourceAppendix.isDecision(words) ? words : nil
            }
            texts[result.range] = ChineseText.sentence((isNamed ? decision ?? "" : "") + result.text)
            end = result.range.end
        }
        return texts
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

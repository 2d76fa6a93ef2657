/// The overview of a period: every number is the number of rows that the briefing prints.
struct MonthOverview {
    let period: String
    let facts: MonthFacts

    /// A sentence for what happened, who was there, what was wanted, what came of it; none of what there is none of.
    var lines: [String] {
        guard !facts.chronicle.isEmpty else { return [] }
        return ["\(period)共收录会议活动\(facts.chronicle.count)次，其中\(facts.kinds)。", people]
            + [goals, work].compactMap { $0 }
    }

    private var people: String {
        if facts.officials.isEmpty { return "原文未载参会人员姓名。" }
        let fresh = MonthFacts.count(facts.officials, "first", "首次")
        let again = MonthFacts.count(facts.officials, "first", "再次")
        return "参会人员\(facts.officials.count)人、\(facts.attendances)人次，其中首次出现\(fresh)人、再次出现\(again)人。"
    }

    private var goals: String? {
        guard !facts.goals.isEmpty else { return nil }
        let fresh = MonthFacts.count(facts.goals, "first", "首次")
        let again = MonthFacts.count(facts.goals, "first", "再次")
        let lapsed = facts.lapsed.isEmpty ? "" : "；上期提出、本期未再提出\(facts.lapsed.count)项"
        return "提出目标\(facts.goals.count)项，其中首次提出\(fresh)项、再次提出\(again)项\(lapsed)。"
    }

    private var work: String? {
        var parts: [String] = []
        if !facts.figures.isEmpty { parts.append("量化指标\(facts.figures.count)项") }
        if facts.directiveCount > 0 {
            parts.append("工作要求\(facts.directiveCount)项，其中列入任务分工\(facts.tasks.count)项")
        }
        if !facts.results.isEmpty { parts.append("会议成果\(facts.results.count)项") }
        return parts.isEmpty ? nil : ChineseText.sentence(parts.joined(separator: "；"))
    }
}

import Extraction
public import Filing

/// Outlines the briefing of a month, or of other days: overview, chronicle, officials, goals, figures, tasks, sources.
///
/// Every number is the count of rows that the briefing prints or of records that it lists; a table with nothing in it says
/// so or is left out.
public struct MonthOutline: Sendable {
    public var options: MeetingOutline.Options
    /// What a person did about tasks: progress and state by task.
    public var tasks: [TaskKey: TaskState]
    /// 更正 of earlier issues, each a sentence.
    public var corrections: [String]

    public init(
        options: MeetingOutline.Options = MeetingOutline.Options(), tasks: [TaskKey: TaskState] = [:],
        corrections: [String] = []
    ) {
        self.options = options
        self.tasks = tasks
        self.corrections = corrections
    }

    /// The title of a period's briefing.
    ///
    /// - Parameter narrowing: the unit or theme that it is narrowed to.
    public static func title(from: String, to: String, narrowing: String?) -> String {
        name(from: from, to: to) + (narrowing.map { "（\($0)）" } ?? "") + "会议活动月报"
    }

    /// - Parameter narrowing: the unit or theme that the digest was narrowed to.
    public func briefing(of digest: PeriodDigest, narrowing: String? = nil) -> Briefing {
        let facts = MonthFacts(digest: digest, tasks: tasks, registry: options.registry)
        let period = Self.name(from: digest.from, to: digest.to)
        let date = options.date ?? digest.to
        var fields: [String: Briefing.Value] = [
            "lang": "zh-Hans", "contents_title": "本期要目",
            "title": .text(Self.title(from: digest.from, to: digest.to, narrowing: narrowing)),
            "period": .text(period), "date": .text(ChineseText.date(date)), "iso_date": .text(date),
            "overview": .list(MonthOverview(period: period, facts: facts).lines.map { .text($0) }),
            "chronicle": .list(facts.chronicle), "sources": .list(facts.sources),
            "sdg": .list(facts.sdgStrip.filter { $0["count"] != .number(0) }), "sdg_strip": .list(facts.sdgStrip),
            "weeks": .list(facts.weeks), "months": .list(Self.months(digest)),
            "month_names": .list(digest.meetingMonths.map { Self.short($0.month) }),
            "goal_months": .list(facts.goalMonths.map { .text($0) }),
            "names": .list((facts.names + facts.unbroken).map { .text($0) }),
            "notes": .list(notes(facts, isNarrowed: narrowing != nil).map { .text($0) }), "notes_caption": "整理说明",
        ]
        table(&fields, "weeks", "每周会议活动次数", ["时段", "次数"])
        fields["months_caption"] = "会议活动逐月次数"
        putTables(&fields, facts)
        if let note = facts.absentNote { fields["officials_note"] = .text(note) }
        if digest.entries.isEmpty { fields["chronicle_empty"] = .text("\(period)未收录会议活动。") }
        if facts.goals.isEmpty { fields["goals_empty"] = "本期会议未见目标提法。" }
        if facts.figures.isEmpty { fields["figures_empty"] = "本期会议未提出量化指标。" }
        if !corrections.isEmpty {
            fields["corrections"] = .list(corrections.map { .text($0) })
        }
        number(&fields)
        MeetingOutline(options: options).furnish(&fields)
        return Briefing(fields: fields)
    }

    private func putTables(_ fields: inout [String: Briefing.Value], _ facts: MonthFacts) {
        put(&fields, "officials", facts.officials, "参会人员", ["序号", "姓名", "职务", "会议角色", "首/再", "本期", "累计", "出处"])
        put(&fields, "changes", facts.changes, "职务表述变化", ["姓名", "原职务", "现职务", "出处"])
        put(&fields, "pairs", facts.pairs, "共同参会情况", ["人员", "次数", "出处"])
        put(&fields, "goals", facts.goals, "目标提法", ["序号", "目标", "类别", "首次/再次", "次数", "出处"])
        put(&fields, "lapsed", facts.lapsed, "上期提出、本期未再提出的目标", ["序号", "目标", "上次提出"])
        put(&fields, "heat", facts.heat, "目标逐月提出次数", ["目标"] + facts.goalMonths)
        put(&fields, "figures", facts.figures, "量化指标", ["序号", "指标", "本期数值", "上次数值", "年份", "出处"])
        put(&fields, "tasks", facts.tasks, "任务分工", ["序号", "任务", "责任单位", "完成时限", "进展", "状态", "出处"])
        put(&fields, "results", facts.results, "会议成果", ["序号", "成果", "出处"])
        table(&fields, "sdg", "可持续发展目标涉及情况", ["目标", "名称", "次数"])
    }

    /// Fewer months show no course.
    private static let fewestMonths = 3

    /// One line over the months, `m1` the first; none where the archive knows too few.
    private static func months(_ digest: PeriodDigest) -> [Briefing.Value] {
        guard digest.meetingMonths.count >= fewestMonths else { return [] }
        var row: [String: Briefing.Value] = ["label": "会议活动"]
        for (index, month) in digest.meetingMonths.enumerated() {
            row["m\(index + 1)"] = .number(Double(month.count))
        }
        return [.fields(row)]
    }

    /// `2024-05` -> `5月`
    private static func short(_ month: String) -> Briefing.Value {
        .text(RecordDay(month + "-01").map { "\($0.month)月" } ?? month)
    }

    /// `2024年5月`, or the days where they are no whole month.
    public static func name(from: String, to: String) -> String {
        if let month = PeriodDays.ofMonth(String(from.prefix(7))), month == (from, to), let day = RecordDay(from),
            let year = day.year
        {
            return "\(year)年\(day.month)月"
        }
        return ChineseText.dates(from: from, to: to)
    }

    private func put(
        _ fields: inout [String: Briefing.Value], _ key: String, _ rows: [Briefing.Value], _ caption: String,
        _ head: [String]
    ) {
        fields[key] = .list(rows)
        table(&fields, key, caption, head)
    }

    private func table(
        _ fields: inout [String: Briefing.Value], _ key: String, _ caption: String, _ head: [String]
    ) {
        fields[key + "_caption"] = .text(caption)
        fields[key + "_head"] = .list(head.map { .text($0) })
    }

    /// Headings count only the parts that are there.
    private func number(_ fields: inout [String: Briefing.Value]) {
        let parts: [(key: String, title: String, needs: [String])] = [
            ("corrections", "更正", ["corrections"]), ("overview", "概况", ["overview"]),
            ("chronicle", "会议纪事", ["chronicle", "chronicle_empty"]), ("officials", "参会人员", ["officials"]),
            ("goals", "目标与指标", ["goals", "figures", "goals_empty"]), ("tasks", "任务与成果", ["tasks", "results"]),
            ("sources", "来源", ["sources"]),
        ]
        var count = 0
        for part in parts where part.needs.contains(where: { fields[$0].map { !$0.isEmpty } ?? false }) {
            count += 1
            fields[part.key + "_title"] = .text("\(ChineseText.numeral(count))、\(part.title)")
        }
    }

    private func notes(_ facts: MonthFacts, isNarrowed: Bool) -> [String] {
        var lines = ["“首次”“再次”和累计次数以资料库截至本期末日所载为准，同名者按一人计。"]
        if !facts.goals.isEmpty { lines.append("目标以提法文字相同者为同一项，引号等标点不计。") }
        if isNarrowed { lines.append("本期次数只计所选范围内的会议活动，累计次数计全部会议活动。") }
        if !facts.changes.isEmpty { lines.append("职务表述变化据各篇原文前后对照，是否任免或同名，待核。") }
        if !facts.pairs.isEmpty { lines.append("共同参会情况列共同参会两次以上者，至多\(MonthPeople.pairLimit)对。") }
        return lines
    }
}

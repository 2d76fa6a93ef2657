import Extraction
import Filing

/// What is wanted in a period: goals new, repeated and gone, figures with their last value, tasks, results.
struct MonthGoals {
    /// Months in the heat table.
    private static let months = 6
    /// The goals named most often; others are in the table of goals.
    private static let heatLimit = 15

    private struct Goal {
        var sign: String
        var text: String
        var kind: String?
        var numbers: [Int]
    }

    let digest: PeriodDigest
    let tasks: [TaskKey: TaskState]
    private let named: [Goal]

    init(digest: PeriodDigest, tasks: [TaskKey: TaskState]) {
        self.digest = digest
        self.tasks = tasks
        var goals: [Goal] = []
        var places: [String: Int] = [:]
        for (index, entry) in digest.entries.enumerated() {
            for goal in entry.record.goals {
                let sign = PeriodDigest.sign(ofGoal: goal.text)
                if let place = places[sign] {
                    if goals[place].numbers.last != index + 1 { goals[place].numbers.append(index + 1) }
                } else {
                    places[sign] = goals.count
                    goals.append(Goal(sign: sign, text: goal.text, kind: goal.kind, numbers: [index + 1]))
                }
            }
        }
        named = goals
    }

    var goals: [Briefing.Value] {
        named.enumerated().map { index, goal in
            let earlier = digest.earlierGoals[goal.sign]
            return [
                "no": .number(Double(index + 1)), "goal": .text(goal.text),
                "kind": .text(goal.kind.flatMap { GoalsTables.kinds[$0] } ?? "目标提法"),
                "first": .text(earlier.map { "再次（首见\(ChineseText.date($0))）" } ?? "首次"),
                "count": .number(Double(goal.numbers.count)), "place": .text(MonthChronicle.place(goal.numbers)),
                "source": .text(MonthChronicle.anchor(goal.numbers[0])),
            ]
        }
    }

    /// Of the goals, where each was named.
    var references: [MonthReference] { named.map { MonthReference($0.numbers) } }

    var lapsed: [Briefing.Value] {
        digest.lapsedGoals.enumerated().map { index, goal in
            ["no": .number(Double(index + 1)), "goal": .text(goal.text), "last": .text(ChineseText.date(goal.day))]
        }
    }

    private var monthKeys: [String] {
        (0..<Self.months).reversed().map { PeriodDays.month(digest.to, plus: -$0) }
    }

    /// `12月`, `1月` …: the columns of the heat table.
    var monthNames: [String] {
        monthKeys.map { month in RecordDay(month + "-01").map { "\($0.month)月" } ?? month }
    }

    /// How often each goal was named in the months up to this one; where an earlier month has none at all there is no
    /// table, for it would only repeat the counts of the goals.
    var heat: [Briefing.Value] {
        var counts: [String: [String: Int]] = [:]
        for month in digest.goalMonths { counts[month.sign, default: [:]][month.month] = month.count }
        guard digest.goalMonths.contains(where: { $0.month != monthKeys.last }) else { return [] }
        let total = { (goal: Goal) in counts[goal.sign]?.values.reduce(0, +) ?? 0 }
        let often = named.enumerated().sorted { (-total($0.element), $0.offset) < (-total($1.element), $1.offset) }
        return often.prefix(Self.heatLimit).map { _, goal in
            var row: [String: Briefing.Value] = ["goal": .text(goal.text)]
            for (index, month) in monthKeys.enumerated() {
                row["m\(index + 1)"] = .number(Double(counts[goal.sign]?[month] ?? 0))
            }
            return .fields(row)
        }
    }

    var figures: [Briefing.Value] {
        rows(\.figures) { _, figure in
            let unit = figure.unit
            let earlier = PeriodDigest.sign(of: figure).flatMap { digest.earlierFigures[$0] }
            return [
                "indicator": .text(figure.indicator ?? figure.text),
                "value": .text((figure.comparator ?? "") + GoalsTables.number(figure.value) + unit),
                "last": .text(
                    earlier.map { "\(GoalsTables.number($0.value))\(unit)（\(ChineseText.date($0.day))）" } ?? "—"),
                "base": .text(figure.base ?? "—"), "year": .text(figure.year.map { "\($0)年" } ?? "—"),
            ]
        }
    }

    var directiveCount: Int { digest.entries.reduce(0) { $0 + $1.record.directives.count } }

    /// Directives that name an owner or a deadline, or of which a person has said something.
    var taskRows: [Briefing.Value] {
        rows(\.directives) { record, task in
            let state = tasks[TaskKey(record: record.id, text: task.text)]
            guard task.owner != nil || task.deadline != nil || state != nil else { return nil }
            return [
                "task": .text(task.text),
                "owner": .text(TaskUnits(task, state).together ?? ChineseText.notStated),
                "deadline": .text(state?.deadline ?? task.deadline ?? ChineseText.notStated),
                "progress": .text(state?.progress ?? ChineseText.notStated),
                "state": .text(state?.state?.label ?? ChineseText.notStated),
            ]
        }
    }

    var results: [Briefing.Value] {
        rows(\.results) { record, result in
            ["text": .text(GoalsTables.results(record)[result.range] ?? ChineseText.sentence(result.text))]
        }
    }

    /// How many goals, demands and results bear on each of the seventeen SDG: `no`, `name`, `colour`, `count`.
    var sdgStrip: [Briefing.Value] {
        var counts = [Int](repeating: 0, count: SustainableGoal.all.count)
        for entry in digest.entries {
            let record = entry.record
            for statement in record.goals + record.directives + record.results {
                for number in Set(statement.sdg ?? []) where counts.indices.contains(number - 1) {
                    counts[number - 1] += 1
                }
            }
        }
        return SustainableGoal.all.enumerated().map { index, goal in
            [
                "no": .number(Double(index + 1)), "name": .text(goal.name), "colour": .text(goal.colour),
                "count": .number(Double(counts[index])),
            ]
        }
    }

    private func rows<Item>(
        _ items: KeyPath<MeetingRecord, [Item]>, _ fields: (MeetingRecord, Item) -> [String: Briefing.Value]?
    ) -> [Briefing.Value] {
        var rows: [Briefing.Value] = []
        for (index, entry) in digest.entries.enumerated() {
            for item in entry.record[keyPath: items] {
                guard var row = fields(entry.record, item) else { continue }
                row["no"] = .number(Double(rows.count + 1))
                row["place"] = .text(MonthChronicle.place([index + 1]))
                row["source"] = .text(MonthChronicle.anchor(index + 1))
                rows.append(.fields(row))
            }
        }
        return rows
    }
}

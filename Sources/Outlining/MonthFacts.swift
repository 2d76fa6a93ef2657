import Extraction
import Filing

/// Everything that the briefing of a period prints, each table made once: what is counted is what is printed.
struct MonthFacts {
    let chronicle: [Briefing.Value]
    /// `会议11次、调研活动1次`
    let kinds: String
    let weeks: [Briefing.Value]
    let sources: [Briefing.Value]

    let officials: [Briefing.Value]
    /// 人次: persons counted once a meeting.
    let attendances: Int
    let changes: [Briefing.Value]
    let pairs: [Briefing.Value]
    let absentNote: String?
    /// Of persons, as the text has them.
    let names: [String]

    let goals: [Briefing.Value]
    let lapsed: [Briefing.Value]
    let heat: [Briefing.Value]
    let goalMonths: [String]
    let figures: [Briefing.Value]
    let tasks: [Briefing.Value]
    let results: [Briefing.Value]
    let directiveCount: Int
    /// All seventeen.
    let sdgStrip: [Briefing.Value]

    /// References that may not break across lines.
    let unbroken: [String]

    init(digest: PeriodDigest, tasks states: [TaskKey: TaskState], registry: Registry?) {
        let meetings = MonthChronicle(entries: digest.entries)
        chronicle = meetings.rows
        kinds = meetings.kinds
        weeks = meetings.weeks(from: digest.from, to: digest.to)
        sources = meetings.sources

        let people = MonthPeople(digest: digest, registry: registry)
        officials = people.rows
        attendances = people.attendances
        changes = people.changes
        let pairs = people.pairs
        self.pairs = pairs.map(\.row)
        absentNote = people.absentNote
        names = people.names

        let wanted = MonthGoals(digest: digest, tasks: states)
        goals = wanted.goals
        lapsed = wanted.lapsed
        heat = wanted.heat
        goalMonths = wanted.monthNames
        figures = wanted.figures
        tasks = wanted.taskRows
        results = wanted.results
        directiveCount = wanted.directiveCount
        sdgStrip = wanted.sdgStrip

        let single = digest.entries.indices.map { MonthReference([$0 + 1]) }
        var seen: Set<String> = []
        unbroken = (single + people.references + pairs.map(\.reference) + wanted.references)
            .flatMap(\.unbroken).filter { seen.insert($0).inserted }
    }

    /// How many rows have a word in a field.
    static func count(_ rows: [Briefing.Value], _ key: String, _ word: String) -> Int {
        rows.count { $0[key].text?.hasPrefix(word) ?? false }
    }
}

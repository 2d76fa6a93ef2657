public import Extraction

/// What the archive knows of the meetings of some days, and of what came before them: the facts of a monthly briefing.
///
/// Later records never change it: what is counted in all is counted up to the last day. So the same month comes out the
/// same whenever it is made, as long as its own and earlier records stay.
public struct PeriodDigest: Sendable {
    /// A person of the period, by name.
    public struct Person: Hashable, Sendable {
        /// Meetings attended before the first day.
        public var before: Int
        /// And up to the last, also those that a unit or theme leaves out.
        public var total: Int
        /// The titles last printed before the first day, and that day.
        public var titles: [String]
        public var day: String?
    }

    public struct LapsedGoal: Hashable, Sendable {
        public var text: String
        /// When it was last named.
        public var day: String
    }

    public struct Value: Hashable, Sendable {
        public var value: Double
        public var day: String
    }

    /// How often a goal was named in a month: `2024-05`.
    public struct GoalMonth: Hashable, Sendable {
        public var sign: String
        public var month: String
        public var count: Int
    }

    /// How many meetings a month had: `2024-05`.
    public struct MeetingMonth: Hashable, Sendable {
        public var month: String
        public var count: Int
    }

    /// First and last day: `2024-05-01`.
    public var from: String
    public var to: String
    /// Oldest first.
    public var entries: [ArchiveEntry]
    public var persons: [String: Person]
    /// When a goal of the period was named first before it, by `sign(ofGoal:)`.
    public var earlierGoals: [String: String]
    /// Named in the days just before the period, as many as it has, and not in it; in the order they were last named.
    public var lapsedGoals: [LapsedGoal]
    /// The goals of the period in its month and the five months before.
    public var goalMonths: [GoalMonth]
    /// The meetings of the period's month and the five before, from the first that has any; none where the period is no
    /// whole month. Of the unit or theme alone, where the period is narrowed to one.
    public var meetingMonths: [MeetingMonth]
    /// The last value before the period, by `sign(of:)`.
    public var earlierFigures: [String: Value]

    /// Goals are one where they differ only in marks and spaces.
    public static func sign(ofGoal text: String) -> String { Sameness.bare(text) }

    /// What a figure measures and in which unit; `nil` where the text does not say what it measures.
    public static func sign(of figure: MeetingRecord.Figure) -> String? { ArchiveRows.sign(of: figure) }

    /// Who is counted as having been at the meeting itself.
    public static func isPresent(_ official: MeetingRecord.Official) -> Bool { ArchiveRows.isPresent(official) }
}

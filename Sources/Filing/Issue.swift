/// A numbered issue: its number is given out together with its file, and both are kept for good.
public struct Issue: Hashable, Sendable, Codable {
    /// 总第N期: counted over all series.
    public var total: Int
    public var series: String
    /// 第N期: counted within the series.
    public var number: Int
    /// What it is of: `month 2024-05`. A series has one issue of each subject.
    public var subject: String
    public var day: String?
    public var sha256: String
    public var size: Int
}

/// What a maker of an issue is told.
public struct IssueDraft: Hashable, Sendable {
    public var number: Int
    public var total: Int
    /// 更正: what has changed of what earlier issues of the series printed, each a sentence.
    public var corrections: [String]
}

public enum IssueOutcome: Hashable, Sendable {
    case issued(Issue)
    /// It was issued before, and comes out the same.
    case same(Issue)
    /// It was issued before, and would now come out otherwise; the kept one stays.
    case differs(Issue, made: String)
}

/// Who is in a text: officials with titles and roles, and the leaders it only cites.
public struct OfficialsReader: Sendable {
    public struct Findings: Sendable {
        public var officials: [MeetingRecord.Official] = []
        public var doctrineNames: [String] = []
        public var warnings: [MeetingRecord.Warning] = []

        public init() {}
    }

    public init() {}

    /// All persons of a passage, in order of first mention. Ranges in what is returned are source ranges.
    public func read(_ passage: Passage) -> Findings {
        Findings()
    }
}

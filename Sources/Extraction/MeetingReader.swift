public import Cleaning

/// Reads clean text into records.
public struct MeetingReader: Sendable {
    public init() {}

    /// The meetings of one source in order; at least one record, of kind `other` where the text is no meeting.
    public func read(_ text: CleanText) -> [MeetingRecord] {
        []
    }
}

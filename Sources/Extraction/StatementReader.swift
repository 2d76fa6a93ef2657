import Cleaning

/// Goals, figures, directives and results of a passage.
struct StatementReader {
    let passage: Passage
    let headline: Range<Int>?
    let isEvent: Bool
    let eventYear: Int?

    func read(into record: inout MeetingRecord) {
    }
}

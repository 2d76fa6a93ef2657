/// What the archive knows of a person: at which meetings, under which titles, with whom.
public struct PersonCourse: Hashable, Sendable, Codable {
    public struct Meeting: Hashable, Sendable, Codable {
        /// The record's.
        public var id: String
        public var date: String?
        public var title: String
        public var titles: [String]
        /// False for who delegated, was absent, was only mentioned or attended something else.
        public var present: Bool
    }

    /// Meetings one after the other whose texts give the same titles.
    public struct Span: Hashable, Sendable, Codable {
        public var titles: [String]
        /// The first day and the last on which the titles are printed; `nil` where no day is known.
        public var from: String?
        public var to: String?
        public var meetings: Int
    }

    public struct Companion: Hashable, Sendable, Codable {
        public var name: String
        /// How many meetings both were at.
        public var meetings: Int
    }

    static let companionLimit = 20

    public var name: String
    /// The oldest first.
    public var meetings: [Meeting]
    /// The most frequent first.
    public var companions: [Companion]

    /// At how many meetings the person was.
    public var attended: Int { Set(meetings.filter(\.present).map(\.id)).count }

    /// The titles in their order. A text that gives none, or a part of them, changes nothing.
    public var spans: [Span] {
        var spans: [Span] = []
        for meeting in meetings where !meeting.titles.isEmpty {
            if let last = spans.indices.last, Self.isPart(meeting.titles, of: spans[last].titles) {
                spans[last].to = meeting.date ?? spans[last].to
                spans[last].meetings += 1
            } else {
                spans.append(Span(titles: meeting.titles, from: meeting.date, to: meeting.date, meetings: 1))
            }
        }
        return spans
    }

    private static func isPart(_ titles: [String], of known: [String]) -> Bool {
        titles.allSatisfy { title in known.contains { TitleForm.isSame(title, $0) } }
    }
}

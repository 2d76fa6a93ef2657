/// One meeting as read from one source: the public contract, as JSON `record.schema.json` describes it.
///
/// Ranges are `[start, end)` in Unicode scalars of the source text.
public struct MeetingRecord: Hashable, Sendable {
    public struct SourceRange: Hashable, Sendable {
        public var start: Int
        public var end: Int

        public init(_ range: Range<Int>) {
            start = range.lowerBound
            end = range.upperBound
        }

        public var range: Range<Int> { start..<end }
    }

    public struct Source: Hashable, Sendable {
        public enum Script: String, Hashable, Sendable, CaseIterable {
            case hans
            case hant
        }

        public var path: String
        public var sha256: String
        public var encoding: String
        public var script: Script
        /// `2024-05-07`
        public var published: String?
        public var url: String?

        public init(
            path: String, sha256: String, encoding: String, script: Script, published: String? = nil,
            url: String? = nil
        ) {
            self.path = path
            self.sha256 = sha256
            self.encoding = encoding
            self.script = script
            self.published = published
            self.url = url
        }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case meeting
        case visit
        case conference
        case studySession = "study-session"
        case pressConference = "press-conference"
        case other
    }

    public struct Meeting: Hashable, Sendable {
        public var name: String?
        public var ordinal: Int?
        /// `2024-05-06`
        public var date: String?
        public var endDate: String?
        public var dateInferred: Bool?
        public var dateEvidence: String?
        public var place: String?
        public var organizer: String?
        /// By field: `name`, `date`, `place`, `organizer` …
        public var ranges: [String: SourceRange]
        /// What the machine read, as JSON, where a person corrected it.
        public var was: String?

        public init(
            name: String? = nil, ordinal: Int? = nil, date: String? = nil, endDate: String? = nil,
            dateInferred: Bool? = nil, dateEvidence: String? = nil, place: String? = nil, organizer: String? = nil,
            ranges: [String: SourceRange] = [:]
        ) {
            self.name = name
            self.ordinal = ordinal
            self.date = date
            self.endDate = endDate
            self.dateInferred = dateInferred
            self.dateEvidence = dateEvidence
            self.place = place
            self.organizer = organizer
            self.ranges = ranges
        }
    }

    public enum Role: String, Hashable, Sendable, CaseIterable {
        case presides, speaks, reports, attends, observes, guides, accompanies, delegates, absent, mentioned
    }

    public struct Official: Hashable, Sendable {
        /// Simplified.
        public var name: String
        /// As the source has it, readings and spaces taken out.
        public var printed: String
        public var titles: [String]
        public var roles: [Role]
        /// The event attended where it is not the meeting itself, in the text's words.
        public var event: String?
        public var note: String?
        /// Where the name and its titles stand.
        public var ranges: [SourceRange]
        /// The rule that made it.
        public var rule: String?
        /// False where a person should look.
        public var sure: Bool?
        /// What the machine read, as JSON, where a person corrected it.
        public var was: String?

        public init(
            name: String, printed: String, titles: [String], roles: [Role], event: String? = nil,
            note: String? = nil, ranges: [SourceRange], rule: String? = nil, sure: Bool? = nil
        ) {
            self.name = name
            self.printed = printed
            self.titles = titles
            self.roles = roles
            self.event = event
            self.note = note
            self.ranges = ranges
            self.rule = rule
            self.sure = sure
        }
    }

    /// A goal, a directive, a result or a boilerplate line.
    public struct Statement: Hashable, Sendable {
        public var text: String
        public var heading: String?
        public var range: SourceRange
        public var kind: String?
        public var sdg: [Int]?
        public var sdgWords: [String]?
        public var owner: String?
        public var deadline: String?
        public var rule: String?
        public var sure: Bool?
        /// What the machine read, as JSON, where a person corrected it.
        public var was: String?

        public init(
            text: String, heading: String? = nil, range: SourceRange, kind: String? = nil, sdg: [Int]? = nil,
            sdgWords: [String]? = nil, owner: String? = nil, deadline: String? = nil, rule: String? = nil,
            sure: Bool? = nil
        ) {
            self.text = text
            self.heading = heading
            self.range = range
            self.kind = kind
            self.sdg = sdg
            self.sdgWords = sdgWords
            self.owner = owner
            self.deadline = deadline
            self.rule = rule
            self.sure = sure
        }
    }

    public struct Figure: Hashable, Sendable {
        public var text: String
        public var indicator: String?
        public var comparator: String?
        public var value: Double
        public var unit: String
        public var year: Int?
        /// What it is compared with (同比, 较2020年).
        public var base: String?
        public var range: SourceRange
        public var rule: String?
        public var sure: Bool?
        /// What the machine read, as JSON, where a person corrected it.
        public var was: String?

        public init(
            text: String, indicator: String? = nil, comparator: String? = nil, value: Double, unit: String,
            year: Int? = nil, base: String? = nil, range: SourceRange, rule: String? = nil, sure: Bool? = nil
        ) {
            self.text = text
            self.indicator = indicator
            self.comparator = comparator
            self.value = value
            self.unit = unit
            self.year = year
            self.base = base
            self.range = range
            self.rule = rule
            self.sure = sure
        }
    }

    public struct Repair: Hashable, Sendable {
        public var printed: String
        public var restored: String?
        public var kind: String
        public var proof: String?
        public var range: SourceRange

        public init(printed: String, restored: String?, kind: String, proof: String?, range: SourceRange) {
            self.printed = printed
            self.restored = restored
            self.kind = kind
            self.proof = proof
            self.range = range
        }
    }

    public struct Warning: Hashable, Sendable {
        public var text: String
        public var range: SourceRange?
        public var question: String?

        public init(text: String, range: SourceRange? = nil, question: String? = nil) {
            self.text = text
            self.range = range
            self.question = question
        }
    }

    public var schema = 1
    /// Stable: from the source's sha256 and the meeting's place in it.
    public var id: String
    public var source: Source
    public var headline: String?
    public var kind: Kind
    public var meeting: Meeting
    public var officials: [Official] = []
    public var doctrineNames: [String] = []
    public var goals: [Statement] = []
    public var figures: [Figure] = []
    public var directives: [Statement] = []
    public var results: [Statement] = []
    public var boilerplate: [Statement] = []
    public var repairs: [Repair] = []
    public var warnings: [Warning] = []
    /// What the machine read of headline and kind, and what a person took out, as JSON.
    public var was: String?

    public init(id: String, source: Source, headline: String? = nil, kind: Kind, meeting: Meeting) {
        self.id = id
        self.source = source
        self.headline = headline
        self.kind = kind
        self.meeting = meeting
    }
}

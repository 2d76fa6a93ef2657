public import Extraction

/// What an office knows of a meeting to be held, from which its handbook and the signs on its desks are made.
public struct MeetingPlan: Hashable, Sendable {
    public struct AgendaItem: Hashable, Sendable {
        public var time: String?
        public var item: String
        public var speaker: String?
    }

    public struct Person: Hashable, Sendable {
        public var name: String
        public var title: String?
        /// `女，满族`: stands behind the name in brackets.
        public var remark: String?

        var note: String { remark.map { "（\($0)）" } ?? "" }
    }

    public struct Group: Hashable, Sendable {
        public var name: String
        public var people: [Person]
        /// What the people are ordered by; as given where it is `nil`.
        public var order: StrokeOrder?
    }

    public struct Row: Hashable, Sendable {
        public var label: String
        public var names: [String]
    }

    public struct Contact: Hashable, Sendable {
        public var name: String
        public var duty: String?
        public var phone: String?
    }

    public var title: String?
    public var date: String?
    public var place: String?
    public var organizer: String?
    public var host: String?
    public var agenda: [AgendaItem] = []
    public var groups: [Group] = []
    /// Of the groups that say none themselves.
    public var order: StrokeOrder?
    /// By rank; they sit before the hall.
    public var platform: [String] = []
    /// An empty name is an aisle.
    public var rows: [Row] = []
    public var notes: [String] = []
    public var contacts: [Contact] = []

    public init() {}

    /// A plan of what a record says: who was there, in groups by role.
    public init(_ record: MeetingRecord) {
        title = record.meeting.name ?? record.setHeadline
        date = record.meeting.date.map { ChineseText.dates(from: $0, to: record.meeting.endDate) }
        place = record.meeting.place
        organizer = record.meeting.organizer
        let here = record.officials.filter {
            $0.event == nil && !$0.roles.contains(.absent) && !$0.roles.contains(.delegates)
        }
        host = Self.text(here.filter { $0.roles.contains(.presides) })
        for name in ["主持人", "到会指导", "出席人员", "列席人员"] {
            let people = here.filter { Self.group(of: $0) == name }
            if people.isEmpty { continue }
            let persons = people.map {
                Person(name: $0.name, title: $0.titles.isEmpty ? nil : $0.titles.joined(separator: "、"))
            }
            groups.append(Group(name: name, people: persons))
        }
    }

    private static func group(of official: MeetingRecord.Official) -> String? {
        if official.roles.contains(.presides) { return "主持人" }
        if official.roles.contains(.guides) { return "到会指导" }
        if official.roles.contains(.observes) { return "列席人员" }
        return official.roles == [.mentioned] ? nil : "出席人员"
    }

    private static func text(_ people: [MeetingRecord.Official]) -> String? {
        people.isEmpty ? nil : ChineseText.list(people.map(ChineseText.person))
    }

    /// Whether any list is to be put in order.
    public var isOrdered: Bool { groups.contains { ($0.order ?? order) != nil } }

    /// Puts the lists in the order they ask for; the platform is by rank and stays.
    public func ordered(by table: StrokeTable) -> MeetingPlan {
        var plan = self
        for (index, group) in groups.enumerated() {
            guard let order = group.order ?? order else { continue }
            plan.groups[index].order = order
            plan.groups[index].people = table.sorted(group.people, by: order, name: \.name)
        }
        return plan
    }

    /// Everybody, each once, in the order of the platform and then of the groups.
    public var names: [String] {
        var names: [String] = []
        for name in platform + groups.flatMap({ $0.people.map(\.name) }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}

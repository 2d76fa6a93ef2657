/// What an office knows of its people, units and standing terms, as its `registry.yaml` says it.
///
/// It proves and questions what was read; it never adds what a text does not say.
public struct Registry: Sendable {
    /// A title and the days it was held, both included.
    public struct Title: Hashable, Sendable {
        public var text: String
        /// `2024-05-01`; `nil` where the beginning, or the end, is open.
        public var from: String?
        public var to: String?

        public init(_ text: String, from: String? = nil, to: String? = nil) {
            self.text = text
            self.from = from
            self.to = to
        }

        /// Whether it was held on a day; on every day where the day is not known.
        func holds(on day: String?) -> Bool {
            guard let day, !day.hasPrefix("X") else { return true }
            return from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
        }
    }

    public struct Person: Hashable, Sendable {
        public var name: String
        /// Other forms in which the name is printed.
        public var also: [String]
        /// Where the person belongs, to tell two of one name apart.
        public var unit: String?
        public var titles: [Title]
        /// From 1, the highest first: `rank` where the registry gives one, else behind all that have one, in its order.
        public var rank: Int

        public init(name: String, also: [String] = [], unit: String? = nil, titles: [Title] = [], rank: Int) {
            self.name = name
            self.also = also
            self.unit = unit
            self.titles = titles
            self.rank = rank
        }
    }

    /// A unit's name in full, and what it is called besides.
    public struct Unit: Hashable, Sendable {
        public var name: String
        public var also: [String]

        public init(name: String, also: [String] = []) {
            self.name = name
            self.also = also
        }
    }

    /// A slogan or programme as it has to be quoted, and other forms that are right.
    public struct Term: Hashable, Sendable {
        public var text: String
        public var also: [String]

        public init(_ text: String, also: [String] = []) {
            self.text = text
            self.also = also
        }
    }

    /// What a title may begin with without being another: 霁川市委书记 is 市委书记.
    public let region: String?
    /// In the registry's order.
    public let people: [Person]
    public let units: [Unit]
    public let terms: [Term]
    /// What is looked up for every record, made once.
    let index: Index

    /// People by each form of their name.
    var byName: [String: [Int]] { index.byName }

    public init(region: String? = nil, people: [Person], units: [Unit] = [], terms: [Term] = []) {
        self.region = region
        self.people = people
        self.units = units
        self.terms = terms
        index = Index(region: region, people: people, units: units, terms: terms)
    }

    final class Index: Sendable {
        let byName: [String: [Int]]
        /// Forms of names of two characters or more, by their first one.
        let starts: [Unicode.Scalar: [[Unicode.Scalar]]]
        let titles: TitleComparison
        let terms: TermCheck

        init(region: String?, people: [Person], units: [Unit], terms: [Term]) {
            var byName: [String: [Int]] = [:]
            for (index, person) in people.enumerated() {
                for name in [person.name] + person.also where byName[name]?.last != index {
                    byName[name, default: []].append(index)
                }
            }
            self.byName = byName
            let names = byName.keys.sorted().map { Array($0.unicodeScalars) }
            starts = Dictionary(grouping: names.filter { $0.count > 1 }, by: { $0[0] })
            titles = TitleComparison(region: region, units: units)
            self.terms = TermCheck(terms)
        }
    }

    /// The people of a name whom titles do not rule out: one where the registry can tell.
    func people(of official: MeetingRecord.Official, on day: String?) -> [Person] {
        let named = (byName[official.name] ?? byName[official.printed] ?? []).map { people[$0] }
        guard named.count > 1 else { return named }
        let titles = index.titles
        let fitting = named.filter { person in
            official.titles.contains { titles.fits($0, person, on: day) }
        }
        return fitting.isEmpty ? named : fitting
    }
}

extension Registry: Hashable {
    public static func == (left: Registry, right: Registry) -> Bool {
        left.region == right.region && left.people == right.people && left.units == right.units
            && left.terms == right.terms
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(region)
        hasher.combine(people)
        hasher.combine(units)
        hasher.combine(terms)
    }
}

extension Registry {
    /// Officials by rank: those whom the registry knows change places among themselves, all others stay where the text has
    /// them.
    public func ranked(_ record: MeetingRecord) -> [MeetingRecord.Official] {
        ranked(record.officials) { ($0, record.day) }
    }

    /// The same for whatever stands for an official on a day.
    public func ranked<Item>(
        _ items: [Item], by official: (Item) -> (official: MeetingRecord.Official, day: String?)
    ) -> [Item] {
        let ranks = items.map { item -> Int? in
            let (official, day) = official(item)
            let found = people(of: official, on: day)
            return found.count == 1 ? found[0].rank : nil
        }
        let places = ranks.indices.filter { ranks[$0] != nil }
        let order = places.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
        var ranked = items
        for (place, from) in zip(places, order) { ranked[place] = items[from] }
        return ranked
    }

    /// The other names of the unit that a word names: what a search looks for besides.
    public func namesOfUnit(_ word: String) -> [String] {
        units.filter { $0.name == word || $0.also.contains(word) }
            .flatMap { [$0.name] + $0.also }.filter { $0 != word }
    }
}

extension MeetingRecord {
    /// The day on which titles are looked up: the meeting's, else the publication's.
    var day: String? { meeting.date.flatMap { $0.hasPrefix("X") ? nil : $0 } ?? source.published }
}

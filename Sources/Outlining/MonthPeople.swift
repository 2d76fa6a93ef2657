import Extraction
import Filing

/// The people of a period: who was there, how often, in which role, under which titles, with whom.
struct MonthPeople {
    /// Pairs beyond these are not printed.
    static let pairLimit = 20
    /// A meeting of more people is a hall, not a talk: being in it together says nothing.
    private static let talkLimit = 30

    private struct Appearance {
        /// The meeting's, from 1.
        var number: Int
        var day: String?
        var official: MeetingRecord.Official
    }

    let digest: PeriodDigest
    /// By the registry's rank where there is one, else in the order in which they are named first.
    let names: [String]
    private let appearances: [String: [Appearance]]
    /// Those at meetings themselves, each meeting once.
    private let presences: [String: [Appearance]]
    /// Who was at any.
    private let attending: [String]

    init(digest: PeriodDigest, registry: Registry? = nil) {
        self.digest = digest
        var names: [String] = []
        var appearances: [String: [Appearance]] = [:]
        for (index, entry) in digest.entries.enumerated() {
            for official in entry.record.officials {
                if appearances[official.name] == nil { names.append(official.name) }
                appearances[official.name, default: []]
                    .append(Appearance(number: index + 1, day: entry.record.meeting.date, official: official))
            }
        }
        if let registry {
            let last = names.compactMap { name in appearances[name]?.last }
            names = registry.ranked(last) { ($0.official, $0.day) }.map(\.official.name)
        }
        self.names = names
        self.appearances = appearances
        let presences = appearances.mapValues { list in
            var seen: Set<Int> = []
            return list.filter { PeriodDigest.isPresent($0.official) && seen.insert($0.number).inserted }
        }
        self.presences = presences
        attending = names.filter { !(presences[$0]?.isEmpty ?? true) }
    }

    private func present(_ name: String) -> [Appearance] { presences[name] ?? [] }

    var rows: [Briefing.Value] {
        attending.enumerated().map { index, name in
            let here = present(name)
            let known = digest.persons[name]
            let before = known?.before ?? 0
            let titles = here.last { !$0.official.titles.isEmpty }?.official.titles ?? []
            return [
                "no": .number(Double(index + 1)), "name": .text(name),
                "title": .text(titles.isEmpty ? ChineseText.notStated : titles.joined(separator: "、")),
                "role": .text(Self.roles(here)), "first": .text(before == 0 ? "首次" : "再次"),
                "count": .number(Double(here.count)), "total": .number(Double(known?.total ?? here.count)),
                "place": .text(MonthChronicle.place(here.map(\.number))),
                "source": .text(MonthChronicle.anchor(here[0].number)),
            ]
        }
    }

    var attendances: Int { attending.reduce(0) { $0 + present($1).count } }

    /// Of the rows, where each person was.
    var references: [MonthReference] { attending.map { MonthReference(present($0).map(\.number)) } }

    /// Who was named with a role but was not there, or somewhere else.
    var absentNote: String? {
        var parts: [String] = []
        for name in names where present(name).isEmpty {
            let others = (appearances[name] ?? []).filter { $0.official.roles != [.mentioned] }
            guard let first = others.first else { continue }
            let role = OfficialsTable.role(of: first.official)
            parts.append("\(name)（\(role.isEmpty ? "未到会" : role)，\(MonthChronicle.place(others.map(\.number)))）")
        }
        return parts.isEmpty ? nil : "注：未计入参会人员的有" + ChineseText.sentence(ChineseText.list(parts))
    }

    /// `主持并讲话2次、出席1次`; a number only where there is more than one meeting.
    private static func roles(_ here: [Appearance]) -> String {
        var counts: [(word: String, count: Int)] = []
        for appearance in here {
            let word = OfficialsTable.role(of: appearance.official)
            if let index = counts.firstIndex(where: { $0.word == word }) {
                counts[index].count += 1
            } else {
                counts.append((word, 1))
            }
        }
        if here.count == 1 { return counts[0].word }
        return counts.map { "\($0.word)\($0.count)次" }.joined(separator: "、")
    }

    /// Where one text's titles have none in common with the text before it: of the period, and of the last text before.
    var changes: [Briefing.Value] {
        var rows: [Briefing.Value] = []
        for name in attending {
            var last = digest.persons[name]?.titles ?? []
            var lastDay = digest.persons[name]?.day
            for appearance in present(name) {
                // 市领导 says of which office somebody is, not which post they hold.
                let titles = appearance.official.titles.filter { !$0.hasSuffix("领导") }
                if titles.isEmpty { continue }
                if !last.isEmpty, !Self.share(last, titles) {
                    let days = [lastDay, appearance.day].map { day in day.map { "（\(ChineseText.date($0))）" } ?? "" }
                    rows.append([
                        "name": .text(name), "before": .text(last.joined(separator: "、") + days[0]),
                        "after": .text(titles.joined(separator: "、") + days[1]),
                        "place": .text(MonthChronicle.place([appearance.number])),
                        "source": .text(MonthChronicle.anchor(appearance.number)),
                    ])
                }
                last = titles
                lastDay = appearance.day
            }
        }
        return rows
    }

    private static func share(_ left: [String], _ right: [String]) -> Bool {
        left.contains { a in right.contains { b in TitleForm.isSame(a, b) } }
    }

    /// Two who met at two or more meetings, the most frequent first, else in the order of the table.
    var pairs: [(row: Briefing.Value, reference: MonthReference)] {
        let order = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        // A pair is one number: the first one's place times the number of names, plus the other's.
        var meetings: [Int: [Int]] = [:]
        for (index, entry) in digest.entries.enumerated() {
            let here = entry.record.officials.filter(PeriodDigest.isPresent).compactMap { order[$0.name] }
            let people = Set(here).sorted()
            guard people.count <= Self.talkLimit else { continue }
            for (place, one) in people.enumerated() {
                for other in people[(place + 1)...] {
                    meetings[one * names.count + other, default: []].append(index + 1)
                }
            }
        }
        let often = meetings.filter { $0.value.count >= 2 }
            .sorted { left, right in
                left.value.count != right.value.count
                    ? left.value.count > right.value.count : left.key < right.key
            }
        return often.prefix(Self.pairLimit).map { pair, numbers in
            let reference = MonthReference(numbers)
            let both = [names[pair / names.count], names[pair % names.count]]
            let row: Briefing.Value = [
                "pair": .text(both.joined(separator: "、")), "count": .number(Double(numbers.count)),
                "place": .text(reference.text), "source": .text(MonthChronicle.anchor(numbers[0])),
            ]
            return (row, reference)
        }
    }
}

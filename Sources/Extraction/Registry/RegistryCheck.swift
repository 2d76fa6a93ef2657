public import Cleaning

extension Registry {
    /// Holds a record against the registry: names cut wrongly are mended (`was` keeps what was read), and what differs
    /// becomes a warning with a question. Nothing else is changed.
    ///
    /// - Parameters:
    ///   - text: in which the record's ranges count; `nil` where only the record is known: nothing is mended then.
    ///   - known: warnings that a person has seen already; they are not given again.
    public func checked(
        _ record: MeetingRecord, text: CleanText?, known: [MeetingRecord.Warning] = []
    ) -> MeetingRecord {
        var record = record
        if let text { NameMending(registry: self, text: text).mend(&record) }
        settle(&record)
        var warnings = RegistryCheck(registry: self, record: record).warnings
        if let text { warnings += index.terms.warnings(in: text, of: record) }
        for warning in warnings where !known.contains(warning) && !record.warnings.contains(warning) {
            record.warnings.append(warning)
        }
        return record
    }

    /// A name that the office knows is a name: what asks whether it is one is answered.
    private func settle(_ record: inout MeetingRecord) {
        for index in record.officials.indices where byName[record.officials[index].name] != nil {
            guard record.officials[index].sure == false, record.officials[index].rule != TableReader.rule else {
                continue
            }
            record.officials[index].sure = true
            let name = record.officials[index].name
            record.warnings.removeAll { $0.question == "“\(name)”是参会人员的姓名吗？" }
        }
    }
}

/// Questions that a record's people raise.
struct RegistryCheck {
    let registry: Registry
    let record: MeetingRecord

    var warnings: [MeetingRecord.Warning] {
        guard !registry.people.isEmpty else { return [] }
        let titles = registry.index.titles
        return record.officials.compactMap { official in
            let found = registry.people(of: official, on: record.day)
            switch found.count {
            case 0: return unknown(official, titles)
            case 1: return difference(official, found[0], titles)
            default: return ambiguity(official, found)
            }
        }
    }

    private func unknown(_ official: MeetingRecord.Official, _ titles: TitleComparison) -> MeetingRecord.Warning {
        let near = registry.people.filter { isNear(official, $0, titles) }
        guard let first = near.first, near.count == 1 else {
            return warning("“\(official.name)”不在名册中", "姓名是否无误？", official)
        }
        let title = first.titles.first { $0.holds(on: record.day) }.map { "（\($0.text)）" } ?? ""
        return warning("“\(official.name)”不在名册中，名册有“\(first.name)”\(title)", "是否应为“\(first.name)”？", official)
    }

    /// One character apart, in the same office. Where the text gives no office, names of three characters or more may do: of
    /// two, half is another.
    private func isNear(
        _ official: MeetingRecord.Official, _ person: Registry.Person, _ titles: TitleComparison
    ) -> Bool {
        guard NameForms.isOneApart(official.name, person.name) else { return false }
        guard official.titles.isEmpty else {
            return official.titles.contains { titles.fits($0, person, on: record.day) }
        }
        return official.name.unicodeScalars.count >= 3 && person.name.unicodeScalars.count >= 3
    }

    private func difference(
        _ official: MeetingRecord.Official, _ person: Registry.Person, _ titles: TitleComparison
    ) -> MeetingRecord.Warning? {
        let printed = official.titles.filter(TitleComparison.isTitle)
        guard !printed.isEmpty, !person.titles.isEmpty || person.unit != nil else { return nil }
        let wrong = printed.filter { !titles.fits($0, person, on: record.day) }
        if wrong.isEmpty { return nil }
        // Beside an office that is right, others may stand that the registry does not keep (领导小组组长); not those that are
        // over, and not one of the registry's with another grade.
        let isRight = wrong.count < printed.count
        let odd = wrong.filter { title in
            !isRight
                || person.titles.contains { titles.isSame(title, $0.text) || titles.isOtherGrade(title, $0.text) }
        }
        guard !odd.isEmpty else { return nil }
        let held = person.titles.filter { $0.holds(on: record.day) }.map(\.text)
        let now = held.isEmpty ? person.unit.map { "“\($0)”" } ?? "无职务" : "“\(held.joined(separator: "、"))”"
        let day = record.day.map { "（\($0)）" } ?? ""
        var text = "\(official.name)的职务原文作“\(odd.joined(separator: "、"))”，名册\(day)作\(now)"
        if let over = person.titles.first(where: { title in odd.contains { titles.isSame($0, title.text) } }) {
            if let to = over.to, let today = record.day, to < today { text += "，原职任至\(to)" }
            if let from = over.from, let today = record.day, today < from { text += "，该职\(from)起任" }
        }
        return warning(text, "以哪一个为准？", official)
    }

    private func ambiguity(
        _ official: MeetingRecord.Official, _ people: [Registry.Person]
    ) -> MeetingRecord.Warning {
        let places = people.compactMap { $0.unit ?? $0.titles.first?.text }.joined(separator: "、")
        return warning("名册有\(people.count)位“\(official.name)”（\(places)），原文不能区分", "是哪一位？", official)
    }

    private func warning(
        _ text: String, _ question: String, _ official: MeetingRecord.Official
    ) -> MeetingRecord.Warning {
        // The name's own place, where it has one.
        let length = official.printed.unicodeScalars.count
        let place = official.ranges.last { $0.end - $0.start == length } ?? official.ranges.first
        return .init(text: text, range: place, question: question)
    }
}

/// How near two names are to each other.
enum NameForms {
    /// Whether one character is other, too many or too few.
    static func isOneApart(_ a: String, _ b: String) -> Bool {
        let (left, right) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        if left.count == right.count { return zip(left, right).count { $0 != $1 } == 1 }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard long.count == short.count + 1 else { return false }
        let same = zip(short, long).prefix { $0 == $1 }.count
        return short[same...].elementsEqual(long[(same + 1)...])
    }
}

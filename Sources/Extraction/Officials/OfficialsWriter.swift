import Cleaning
import Diagnostics

/// Puts mentions, titles and roles together to the officials of a record.
struct OfficialsWriter {
    let passage: Passage
    let values: [UInt32]
    let mentions: [Mention]
    let people: People

    private struct Draft {
        var titles: [String] = []
        var roles: Lexicon.Kind = []
        /// Has titles of his own somewhere, so that a list's title is none of his.
        var isTitled = false
        var isCited = false
        var delegates = false
        /// Says that guests are welcome.
        var welcomes = false
        var isOpen = false
        var event: Range<Int>?
        var sure = false
    }

    func findings() -> OfficialsReader.Findings {
        var drafts = [Draft](repeating: Draft(), count: people.all.count)
        for mention in mentions where mention.person >= 0 && mention.rule == .titledName {
            drafts[mention.person].isTitled = true
        }
        let quoted = Quotation.inside(values)
        var first = 0
        // whom 他 stands for
        var subject: Int?
        for (index, sentence) in passage.sentences.enumerated() {
            if let subject, Self.pronounSpeaks(values, sentence) { drafts[subject].roles.formUnion(.saying) }
            while first < mentions.count, mentions[first].span.lowerBound < sentence.lowerBound { first += 1 }
            var last = first
            while last < mentions.count, mentions[last].span.lowerBound < sentence.upperBound { last += 1 }
            guard last > first else { continue }
            let members = (first..<last).filter { !quoted[mentions[$0].name.lowerBound] }
            write(titlesOf: first..<last, &drafts)
            if !members.isEmpty, let main = write(rolesOf: members, index, &drafts) { subject = main }
            first = last
        }
        return written(drafts)
    }

    // MARK: - Titles

    private func write(titlesOf members: Range<Int>, _ drafts: inout [Draft]) {
        var writer = TitleWriter(values: values)
        var end = -1
        for index in members {
            let mention = mentions[index]
            if end < 0 || mention.span.lowerBound - end > 4 { writer.begin() }
            end = mention.span.upperBound
            if mention.person < 0 { continue }
            if mention.sure { drafts[mention.person].sure = true }
            if mention.rule == .nameList, drafts[mention.person].isTitled { continue }
            for title in mention.titles {
                let text = writer.write(title)
                add(text, of: mention, to: &drafts[mention.person].titles)
            }
        }
    }

    /// A title that says no more than one already there is not written twice.
    private func add(_ text: String, of mention: Mention, to titles: inout [String]) {
        if mention.rule == .surnamePost || mention.rule == .namedPost {
            if mention.isDoctrine || titles.contains(where: { $0.hasSuffix(text) }) { return }
            if mention.rule == .surnamePost && !titles.isEmpty { return }
        }
        for (index, other) in titles.enumerated() {
            if Self.says(other, text) { return }
            if Self.says(text, other) {
                titles[index] = text
                return
            }
        }
        titles.append(text)
    }

    // MARK: - Roles

    /// `他强调，`, `她还指出`: what the person of the sentence before says.
    private static func pronounSpeaks(_ values: [UInt32], _ sentence: Range<Int>) -> Bool {
        guard let first = sentence.first, values[first] == 0x4ED6 || values[first] == 0x5979 else { return false }
        var place = first + 1
        for _ in 0..<2 {
            if let verb = Words.all.longest(values, at: place, to: sentence.upperBound, of: .saying),
                verb.end - place > 1
            {
                return true
            }
            // 还, 同时, 最后
            guard let word = Words.all.longest(values, at: place, to: sentence.upperBound, of: .breaker) else {
                return false
            }
            place = word.end
        }
        return false
    }

    /// The person that the sentence is about: who presides, speaks or leads.
    private func write(rolesOf members: [Int], _ number: Int, _ drafts: inout [Draft]) -> Int? {
        var main: Int?
        let leading: Lexicon.Kind = [.presiding, .speaking, .saying, .visiting, .convening]
        let sentence = passage.sentences[number]
        let events = OtherEvent(values: values, words: Words.all, sentences: passage.sentences)
        let here = members.map { mentions[$0] }
        let reader = RoleReader(values: values, mentions: here)
        let isPast = number > 1 && tellsOfBefore(sentence)
        let question = question(in: sentence)
        for group in reader.groups(in: sentence, members: 0..<here.count) {
            let event = group.event.flatMap { events.event(of: $0, in: number) }
            for index in group.members {
                let mention = here[index]
                guard mention.person >= 0 else { continue }
                var roles = mention.given.isEmpty ? group.roles : mention.given
                let person = mention.person
                if mention.isDoctrine || group.isCited {
                    drafts[person].isCited = true
                    let opens = sentence.lowerBound <= (passage.sentences.prefix(3).last?.lowerBound ?? 0)
                    if group.isCited || !opens { roles = [] }
                }
                if isRetold(group, number), drafts[person].roles.isEmpty {
                    roles = []
                    drafts[person].isCited = true
                }
                if !group.leadsParty, !group.isObject, !group.isEmbedded, welcomes(group.end..<sentence.upperBound) {
                    drafts[person].welcomes = true
                }
                if isPast || mention.span.lowerBound > question { roles = [] }
                let isLast = index == group.members.upperBound - 1
                if group.leadsParty, isLast, !isPast { addParty(group, drafts[person].roles, &roles) }
                if group.delegates { drafts[person].delegates = true }
                if main == nil, !roles.isDisjoint(with: leading), !group.isObject, !group.isCited { main = person }
                drafts[person].roles.formUnion(roles)
                if roles.contains(.attending), drafts[person].event == nil { drafts[person].event = event }
                if group.isOpen, isLast { drafts[person].isOpen = true }
            }
        }
        return main
    }

    private static let roles: [(Lexicon.Kind, MeetingRecord.Role)] = [
        (.presiding, .presides), (.saying, .speaks), (.speaking, .speaks), (.reporting, .reports),
        (.attending, .attends), (.observing, .observes), (.visiting, .guides), (.guiding, .guides),
        (.accompanying, .accompanies), (.absent, .absent),
    ]

    private func roles(of draft: Draft) -> [MeetingRecord.Role] {
        // who was in the chair delegated something else
        if draft.delegates, !draft.roles.contains(.presiding) { return [.delegates] }
        var kinds = draft.roles
        // what a reporter says in his report is the report
        if kinds.contains(.report), kinds.contains(.reporting), !kinds.contains(.speaking) { kinds.remove(.saying) }
        if draft.welcomes, kinds.contains(.visiting) { kinds.insert(.accompanying) }
        if kinds.contains(.accompanying) { kinds.remove(.visiting) }
        // the guest of a visit who calls a meeting does not preside over his hosts
        if kinds.contains(.convening) {
            kinds.insert(kinds.isDisjoint(with: [.visiting, .accompanying]) ? .presiding : .acting)
        }
        var roles: [MeetingRecord.Role] = []
        for (kind, role) in Self.roles where kinds.contains(kind) && !roles.contains(role) { roles.append(role) }
        if roles.isEmpty, !kinds.isDisjoint(with: [.acting, .receiving, .listening]) { roles = [.attends] }
        return roles.isEmpty ? [.mentioned] : roles
    }

    // MARK: - Findings

    private func written(_ drafts: [Draft]) -> OfficialsReader.Findings {
        var findings = OfficialsReader.Findings()
        var untitled: [Int] = []
        for (index, person) in people.all.enumerated() {
            var draft = drafts[index]
            guard let first = person.mentions.first else { continue }
            let isNamed = person.mentions.contains { !mentions[$0].isDoctrine }
            let name = Self.string(person.name)
            // 书记召开会议，县长主持会议: who called it did not preside
            if draft.roles.contains(.convening), !draft.roles.contains(.presiding),
                drafts.indices.contains(where: { $0 != index && drafts[$0].roles.contains(.presiding) })
            {
                draft.roles.remove(.convening)
                draft.roles.insert(.acting)
            }
            var roles = roles(of: draft)
            // who is cited with his office, while somebody else presides, was not there
            if !isNamed, drafts.indices.contains(where: { $0 != index && drafts[$0].roles.contains(.presiding) }) {
                roles = [.mentioned]
            }
            if draft.isCited, roles == [.mentioned], !isNamed || draft.isCited {
                findings.doctrineNames.append(name)
                continue
            }
            var official = official(name, draft, roles, person, mentions[first])
            if !draft.sure {
                findings.warnings.append(warning(name, mentions[first]))
            } else if draft.titles.isEmpty, roles != [.mentioned] {
                official.sure = false
                untitled.append(first)
            } else if isRare(person.name) {
                official.sure = false
                findings.warnings.append(ask("“\(name)”的姓氏少见", mentions[first], "“\(name)”是完整的姓名吗？"))
            }
            findings.officials.append(official)
        }
        if !untitled.isEmpty { findings.warnings.append(warning(untitled: untitled)) }
        return findings
    }

    /// A surname of one character that seldom is one.
    private func isRare(_ name: [UInt32]) -> Bool {
        guard let first = name.first, name.count <= 3, !name.contains(where: Script.isDot),
            Surnames.double.longest(name, at: 0, to: name.count) == nil
        else { return false }
        return Surnames.single[first] <= 1 && ComposedNames.name(name, at: 0, to: name.count) == nil
    }

    /// One question for all whose title the text does not say.
    private func warning(untitled: [Int]) -> MeetingRecord.Warning {
        let names = untitled.map { Self.string(values[mentions[$0].name].filter { !Script.isBlank($0) }) }
        let list = names.joined(separator: "、")
        return ask("原文未载\(list)的职务", mentions[untitled[0]], "\(list)的职务是什么？")
    }

    private func ask(_ text: String, _ mention: Mention, _ question: String) -> MeetingRecord.Warning {
        MeetingRecord.Warning(
            text: text, range: MeetingRecord.SourceRange(passage.text.sourceRange(of: mention.name)), question: question
        )
    }

    private func official(
        _ name: String, _ draft: Draft, _ roles: [MeetingRecord.Role], _ person: People.Person, _ first: Mention
    ) -> MeetingRecord.Official {
        let printed = passage.text.printedString(first.name).unicodeScalars.filter { !Script.isBlank($0.value) }
        let name = Self.kept(name, Array(printed))
        var ranges: [MeetingRecord.SourceRange] = []
        var seen: Set<MeetingRecord.SourceRange> = []
        for index in person.mentions {
            let mention = mentions[index]
            for title in mention.titles {
                let range = MeetingRecord.SourceRange(passage.text.sourceRange(of: title.range))
                if seen.insert(range).inserted { ranges.append(range) }
            }
            ranges.append(MeetingRecord.SourceRange(passage.text.sourceRange(of: mention.name)))
        }
        var official = MeetingRecord.Official(
            name: name, printed: String(scalars: Array(printed)), titles: draft.titles, roles: roles,
            ranges: ranges, rule: first.rule.rawValue, sure: draft.sure)
        official.event = roles == [.attends] ? draft.event.map { passage.text.string($0) } : nil
        if draft.isOpen { official.note = "名单未列全（原文有“等”）" }
        return official
    }

    /// 乾 in a name is no 干: there Traditional and Simplified write alike.
    private static func kept(_ name: String, _ printed: [Unicode.Scalar]) -> String {
        let scalars = Array(name.unicodeScalars)
        guard scalars.count == printed.count, printed.contains("乾") else { return name }
        return String(scalars: zip(scalars, printed).map { $1 == "乾" ? $1 : $0 })
    }

    private func warning(_ name: String, _ mention: Mention) -> MeetingRecord.Warning {
        ask("认“\(name)”为人名的依据较弱", mention, "“\(name)”是参会人员的姓名吗？")
    }

    private static func string(_ values: [UInt32]) -> String {
        String(scalars: values.compactMap { Unicode.Scalar($0) })
    }
}

/// Long quotations: who is named in somebody else's words does nothing there.
enum Quotation {
    static func inside(_ values: [UInt32]) -> [Bool] {
        var marks = [Bool](repeating: false, count: values.count)
        var open: Int?
        for (place, value) in values.enumerated() {
            if value == 0x201C || value == 0x300C {
                open = place
            } else if value == 0x201D || value == 0x300D, let start = open {
                if place - start > 24 {
                    for index in start...place { marks[index] = true }
                }
                open = nil
            } else if value == Script.newline {
                open = nil
            }
        }
        return marks
    }
}

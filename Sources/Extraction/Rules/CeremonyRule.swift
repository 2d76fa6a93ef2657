import Cleaning

/// What a bare 揭牌仪式 or 启动仪式 was for: `云溪气象中心在京揭牌成立。局长李某出席揭牌仪式`.
enum CeremonyRule {
    private static let words = Vocabulary([
        (.plain, "揭牌仪式 启动仪式 开工仪式 奠基仪式 挂牌仪式 首发仪式 交付仪式"), (.signing, "签约仪式 签字仪式"),
    ])

    /// The whole name, from the sentences up to the one that names the ceremony; `nil` where they do not say.
    static func name(for name: String, of mention: EventMention, in passage: Passage, lead: Int) -> String? {
        let scalars = Array(name.unicodeScalars)
        guard mention.sentence >= lead, mention.sentence < lead + 4 else { return nil }
        if words.longest(.plain, in: scalars, at: 0, before: scalars.count) == scalars.count {
            return subject(of: scalars[0..<2], mention, passage, lead).map { $0 + name }
        }
        if words.longest(.signing, in: scalars, at: 0, before: scalars.count) == scalars.count {
            return agreement(mention, passage, lead).map { $0 + name }
        }
        return nil
    }

    /// What stands before 揭牌, 启动 … where that is no person.
    private static func subject(
        of verb: ArraySlice<Unicode.Scalar>, _ mention: EventMention, _ passage: Passage, _ lead: Int
    ) -> String? {
        let text = passage.text.scalars
        for clause in passage.clauses where clause.sentence >= lead && clause.sentence <= mention.sentence {
            let range = clause.range
            guard range.count > 6,
                let at = range.dropLast().last(where: { text[$0] == verb.first && text[$0 + 1] == verb.last }),
                at + 2 >= range.upperBound || passage.has("成立", at: at + 2, before: range.upperBound)
            else { continue }
            var subject = Subject(passage, range.lowerBound..<at)
            subject.trim()
            let rest = subject.rest
            guard (4...36).contains(rest.count), !subject.isFuture, !subject.isPerson, !subject.holdsPost(),
                !EventRule.hasBreak(passage, rest),
                !rest.contains(where: { place in
                    ["参加", "出席", "共同", "为", "的", "将"].contains { passage.has($0, at: place, before: rest.upperBound) }
                })
            else { continue }
            return passage.text.string(rest)
        }
        return nil
    }

    /// `甲局与乙大学签署战略合作协议`: who signed what.
    private static func agreement(_ mention: EventMention, _ passage: Passage, _ lead: Int) -> String? {
        let text = passage.text.scalars
        for clause in passage.clauses where clause.sentence >= lead && clause.sentence <= mention.sentence {
            let range = clause.range
            guard passage.has("协议", at: range.upperBound - 2, before: range.upperBound),
                let at = range.first(where: {
                    passage.has("签署", at: $0, before: range.upperBound)
                        || passage.has("签订", at: $0, before: range.upperBound)
                })
            else { continue }
            var subject = Subject(passage, range.lowerBound..<at)
            subject.trim()
            var start = at + 2
            if text[start] == "了" { start += 1 }
            let object = start..<range.upperBound
            let parties = subject.rest
            guard (6...40).contains(parties.count), (4...20).contains(object.count), !subject.holdsPost(),
                parties.contains(where: { text[$0] == "与" || text[$0] == "和" }),
                !EventRule.hasBreak(passage, object)
            else { continue }
            return passage.text.string(parties) + passage.text.string(object)
        }
        return nil
    }
}

extension Vocabulary.Class {
    fileprivate static let plain = Self(bit: 0)
    fileprivate static let signing = Self(bit: 1)
}

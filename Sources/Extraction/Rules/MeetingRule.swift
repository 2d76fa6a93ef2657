import Cleaning

/// The meeting that a text tells of: which mention is the news, and its name put together.
struct MeetingRule {
    struct Finding: Sendable {
        var mention: EventMention?
        var name: String?
        /// The words of the name in the text.
        var nameRange: Range<Int>?
        var organizer: String?
        var organizerRange: Range<Int>?
        var place: Range<Int>?
        /// The day, where a label says it.
        var day: DateMention?
        /// The sentence that tells of it, in the passage's list.
        var sentence: Int?
        var sure = true
        /// What the text tells of is still to come.
        var isAnnounced = false
        /// The title of a company's notice of what its meeting resolved.
        var resolution: Range<Int>?
        /// The minutes' labels, where the text is minutes.
        var minutes: MinutesRule.Finding?
    }

    let passage: Passage
    let headline: Range<Int>?
    private let words = Vocabulary.events

    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?) {
        self.passage = passage
        self.headline = headline
        text = passage.text.scalars
    }

    func find() -> Finding {
        let all = bodyMentions()
        let isAnnounced = isAnnounced(all)
        let body = isAnnounced ? [] : all
        let head = headlineMentions()
        let main = choose(body, limit: 3)
        var finding = Finding()
        if let main {
            finding = compose(main, helper: head.first { !$0.isWeak })
        } else if let mention = head.first(where: { !$0.isAside }) ?? head.first {
            finding = compose(mention, helper: nil)
            finding.sure = !mention.isWeak
            if let lead = body.first(where: { !$0.isAside }) { finding.place = lead.place }
            finding.sentence = leadSentence
        } else if let mention = choose(body, limit: 12), hasTalk || mention.person != nil || isDated(mention) {
            finding = compose(mention, helper: nil)
            finding.sure = false
        } else if let mention = looseMention(body) {
            finding = compose(mention, helper: nil)
            finding.sure = false
        } else if let mention = body.first(where: isContinued) ?? body.first(where: isNamedActivity) {
            finding = compose(mention, helper: nil)
            finding.sure = false
        }
        if let main, main.isWeak, let mention = head.first(where: { !$0.isWeak && !$0.isAside }) {
            let other = compose(mention, helper: nil)
            if let name = other.name, name.count > 4 {
                finding.name = name
                finding.nameRange = other.nameRange
                finding.mention = mention
                finding.sentence = main.sentence
            }
        }
        finding.isAnnounced = isAnnounced && finding.mention == nil
        preferHeadline(head, &finding)
        take(MinutesRule.minutes(in: passage), into: &finding)
        take(ResolutionRule.resolution(in: passage), into: &finding)
        return finding
    }

    /// `一场简朴、隆重的升学联谊会` in the text and `云溪医院2024年升学联谊会` over it: the headline has the name.
    private func preferHeadline(_ head: [EventMention], _ finding: inout Finding) {
        guard let name = finding.name, let mark = name.lastIndex(of: "的"), finding.mention?.clause ?? -1 >= 0 else {
            return
        }
        let core = name[name.index(after: mark)...]
        guard core.count >= 4, let mention = head.first(where: { !$0.isWeak && !$0.isAside }) else { return }
        let other = compose(mention, helper: nil)
        guard let full = other.name, full.hasSuffix(core), full.count > core.count, !full.contains("的") else { return }
        finding.name = full
        finding.nameRange = other.nameRange
        if finding.organizer == nil || finding.organizerRange == nil {
            finding.organizer = other.organizer
            finding.organizerRange = other.organizerRange
        }
    }

    private func take(_ resolution: ResolutionRule.Finding?, into finding: inout Finding) {
        guard let resolution else { return }
        finding.resolution = resolution.name
        finding.name = resolution.text
        finding.nameRange = resolution.name
        finding.organizer = resolution.company.map { passage.text.string($0) }
        finding.organizerRange = resolution.company
        finding.sure = true
        finding.day = resolution.day
        finding.place = resolution.place
        finding.mention?.isWeak = false
    }

    private func take(_ minutes: MinutesRule.Finding?, into finding: inout Finding) {
        guard let minutes else { return }
        finding.minutes = minutes
        if finding.name == nil, let name = minutes.name {
            finding.name = NameRule.trimmed(passage.text.string(name))
            finding.nameRange = name
            finding.organizer = finding.name.flatMap(NameRule.organizer(inName:))
            finding.organizerRange = finding.organizer == nil ? nil : name
        }
        if let place = minutes.place { finding.place = place }
    }

    /// 会议指出, 会上: the text goes on about the meeting.
    private var hasTalk: Bool {
        passage.paragraphs.contains { words.first(.talk, in: text, $0) != nil }
    }

    /// 开行动市政会议: a loose verb, near the head, with a whole name.
    private func looseMention(_ mentions: [EventMention]) -> EventMention? {
        guard let lead = leadSentence else { return nil }
        return mentions.first {
            $0.isLoose && !$0.isFuture && $0.sentence < lead + 5 && nameCount($0) >= 5 && endsWell($0)
        }
    }

    /// A body held it, and the sentence says when.
    private func isDated(_ mention: EventMention) -> Bool {
        guard mention.holder != nil, !mention.isWeak, mention.sentence >= 0, mention.sentence < (leadSentence ?? 0) + 6
        else { return false }
        return DateRule.mentions(in: text, passage.sentences[mention.sentence]).contains { $0.day != nil }
    }

    /// `全省大会召开后，我市立即召开续会`: the meeting goes on here under its name.
    private func isContinued(_ mention: EventMention) -> Bool {
        guard mention.isAside, !mention.isWeak, !mention.isFuture, mention.sentence >= 0, nameCount(mention) > 5 else {
            return false
        }
        let rest = mention.verb.upperBound..<passage.sentences[mention.sentence].upperBound
        return rest.contains {
            passage.has("续会", at: $0, before: rest.upperBound) || passage.has("套开", at: $0, before: rest.upperBound)
                || passage.has("接着召开", at: $0, before: rest.upperBound)
                || passage.has("立即召开", at: $0, before: rest.upperBound)
                || passage.has("随即召开", at: $0, before: rest.upperBound)
        }
    }

    /// 开展“…”公益笔会, near the head.
    private func isNamedActivity(_ mention: EventMention) -> Bool {
        mention.isLoose && mention.isWeak && mention.sentence < (leadSentence ?? 0) + 3
    }

    /// `市长将率团赴东海，参加城市论坛`, and nothing in the lead that was held.
    private func isAnnounced(_ mentions: [EventMention]) -> Bool {
        guard let lead = leadSentence, mentions.contains(where: { $0.isFuture && $0.sentence <= lead + 1 }) else {
            return false
        }
        return !mentions.contains { !$0.isFuture && !$0.isWeak && !$0.isAside && $0.sentence <= lead + 3 }
    }

    private func endsWell(_ mention: EventMention) -> Bool {
        guard let name = mention.name.last else { return false }
        return words.longestEnding(.meetingNoun, in: text, at: name.upperBound, after: name.lowerBound) > 1
            && text[name.upperBound - 1] != "训"
    }

    private var leadSentence: Int? { LeadRule.sentence(in: passage, headline: headline) }

    private func headlineMentions() -> [EventMention] {
        guard let headline else { return [] }
        var parts: [Range<Int>] = []
        var start = headline.lowerBound
        for place in headline where Passage.isBlank(text[place]) || "｜|！？".unicodeScalars.contains(text[place]) {
            if place > start { parts.append(start..<place) }
            start = place + 1
        }
        if start < headline.upperBound { parts.append(start..<headline.upperBound) }
        return parts.flatMap { EventRule.mentions(in: passage, $0, index: -1, sentence: -1) }
    }

    private func bodyMentions() -> [EventMention] {
        var found: [EventMention] = []
        var bodySentences = 0
        var last = -1
        let start = leadSentence ?? 0
        for (index, clause) in passage.clauses.enumerated() {
            if clause.sentence < start { continue }
            if clause.sentence != last {
                last = clause.sentence
                bodySentences += 1
                if bodySentences > 12 { break }
            }
            found += EventRule.mentions(in: passage, clause.range, index: index, sentence: clause.sentence)
        }
        return found
    }

    /// The first mention that is the news: held, not only attended, not a mark in time.
    private func choose(_ mentions: [EventMention], limit: Int) -> EventMention? {
        guard let lead = leadSentence else { return nil }
        let near = mentions.filter {
            $0.sentence < lead + limit && !$0.isAside && !$0.isFuture && !$0.isLoose
                && ($0.holder != nil || $0.person != nil || nameCount($0) > 3 || $0.sentence <= lead + 1)
        }
        guard var best = near.first(where: { !$0.isWeak }) ?? near.first else { return nil }
        // 座谈会上、会议 alone say less than a full name a little further on.
        if nameCount(best) <= 3,
            let fuller = near.first(where: { !$0.isWeak && nameCount($0) > 5 && $0.sentence <= best.sentence + 1 })
        {
            best = fuller
        }
        if best.holder == nil, best.person == nil,
            let same = near.first(where: { $0.sentence == best.sentence && $0.clause < best.clause })
        {
            best.holder = same.holder
        }
        return best
    }

    private func nameCount(_ mention: EventMention) -> Int { mention.name.reduce(0) { $0 + $1.count } }

    private func compose(_ mention: EventMention, helper: EventMention?) -> Finding {
        var finding = Finding(mention: mention)
        finding.sentence = mention.sentence >= 0 ? mention.sentence : nil
        finding.place = mention.place
        guard let first = mention.name.first, let last = mention.name.last else { return finding }
        finding.nameRange = first.lowerBound..<last.upperBound
        var name = mention.name.map { passage.text.string($0) }.joined()
        var holder = mention.holder.map { passage.text.string($0) }
        finding.organizerRange = mention.holder
        if let own = helper?.holder, mention.clause >= 0, holder.map(NameRule.isGeneric) ?? true {
            let other = passage.text.string(own)
            if other.count < 20, holder == nil || !NameRule.isGeneric(other) {
                holder = other
                finding.organizerRange = own
            }
        }
        let isNamed = mention.clause >= 0 || mention.holder != nil || mention.person != nil
        if isNamed {
            name = NameRule.complete(name, holder: holder, mention: mention, passage: passage, headline: headline)
        }
        name = NameRule.withTopic(name, mention: mention, passage: passage)
        if mention.holder == nil, let lead = leadSentence {
            name = CeremonyRule.name(for: name, of: mention, in: passage, lead: lead) ?? name
        }
        finding.name = NameRule.trimmed(name)
        finding.organizer = holder ?? NameRule.organizer(inName: finding.name ?? name)
        if holder == nil { finding.organizerRange = finding.organizer == nil ? nil : finding.nameRange }
        finding.sure = !mention.isWeak
        return finding
    }
}

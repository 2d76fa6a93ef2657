import Acquisition
public import Cleaning

/// Reads clean text into records.
public struct MeetingReader: Sendable {
    public init() {}

    /// The meetings of one source in order; at least one record, of kind `other` where the text is no meeting.
    ///
    /// Several meetings are told apart only where the text itself sets them apart: each with its own headline line and its
    /// own sentence that says when and what was held.
    public func read(_ text: CleanText) -> [MeetingRecord] {
        let whole = Passage(text)
        let parts = ArticleRule.parts(of: whole)
        guard parts.count > 1 else { return [record(whole, place: 1)] }
        return parts.enumerated().map { record(Passage(text, within: $1), place: $0 + 1) }
    }

    private func record(_ passage: Passage, place: Int) -> MeetingRecord {
        let text = passage.text
        let headline = HeadlineRule.headline(in: passage)
        let publication = PublicationRule.publication(of: passage)
        let meeting = MeetingRule(passage: passage, headline: headline).find()
        let kind = KindRule.kind(of: passage, headline: headline, meeting: meeting)

        let source = MeetingRecord.Source(
            path: text.source.path, sha256: text.source.sha256, encoding: text.source.encoding,
            script: text.script == .hant ? .hant : .hans, published: text.source.published ?? publication?.iso,
            url: text.source.url)
        var record = MeetingRecord(
            id: "\(text.source.sha256.prefix(16))-\(place)", source: source,
            headline: headline.map { text.string($0) } ?? text.source.title,
            kind: kind.kind, meeting: MeetingRecord.Meeting())
        if kind.isEvent { fill(&record, passage, meeting, kind, headline, publication) }
        StatementReader(
            passage: passage, headline: headline, isEvent: kind.isEvent, heldSentence: meeting.sentence,
            eventYear: record.meeting.date.flatMap { RecordDay($0)?.year }
        ).read(into: &record)
        if kind.isEvent {
            let people = OfficialsReader().read(passage)
            record.officials = people.officials
            if kind.kind != .visit { Self.dropGuests(&record.officials) }
            record.doctrineNames = people.doctrineNames
            record.warnings += people.warnings
        }
        carry(text, into: &record)
        return record
    }

    /// `书记出席活动。书记一行参观了展厅`: who attends an event is no guest of a visit.
    private static func dropGuests(_ officials: inout [MeetingRecord.Official]) {
        for index in officials.indices where officials[index].roles.contains(.attends) {
            officials[index].roles.removeAll { $0 == .guides }
        }
    }

    private func fill(
        _ record: inout MeetingRecord, _ passage: Passage, _ meeting: MeetingRule.Finding, _ kind: KindRule.Finding,
        _ headline: Range<Int>?, _ publication: Publication?
    ) {
        let isVisit = kind.kind == .visit
        let meeting = isVisit ? withVisitMeeting(meeting, passage) : meeting
        if let name = meeting.name,
            !isVisit || meeting.mention?.isWeak == false || name.hasSuffix("座谈会") || name.hasSuffix("”活动")
        {
            record.meeting.name = name
            record.meeting.ordinal = NameRule.ordinal(of: name)
            if let range = meeting.nameRange { record.meeting.ranges["name"] = passage.source(range) }
            if !meeting.sure {
                record.warnings.append(
                    MeetingRecord.Warning(
                        text: "会议名称“\(name)”依据较弱", range: meeting.nameRange.map { passage.source($0) },
                        question: "会议的正式名称是什么？"))
            }
        }
        if let organizer = meeting.organizer {
            record.meeting.organizer = organizer
            if let range = meeting.organizerRange { record.meeting.ranges["organizer"] = passage.source(range) }
        }
        if let place = meeting.place, !isVisit {
            let words = passage.text.string(place)
            record.meeting.place = words == "京" ? "北京" : words
            record.meeting.ranges["place"] = passage.source(place)
        }
        let date = EventDateRule(passage: passage, headline: headline, publication: publication).date(of: meeting, kind)
        record.meeting.date = date.day?.text ?? date.dayAlone.map(RecordDay.text(dayAlone:))
        record.meeting.endDate = date.endDay?.text
        record.meeting.dateInferred = date.isInferred
        record.meeting.dateEvidence = date.evidence
        if let range = date.range { record.meeting.ranges["date"] = passage.source(range) }
        record.warnings += date.warnings
        if !kind.sure {
            record.warnings.append(
                MeetingRecord.Warning(
                    text: "事项类别依据较弱", range: kind.range.map { passage.source($0) }, question: "这是会议、调研还是其他活动？"))
        }
    }

    /// A visit's meeting where the text says what was said at it: rather than a ceremony, and with its whole name.
    private func withVisitMeeting(_ meeting: MeetingRule.Finding, _ passage: Passage) -> MeetingRule.Finding {
        guard let range = VisitMeetingRule.name(in: passage) else { return meeting }
        let own = passage.text.string(range)
        let isKept = meeting.mention?.isWeak == false || meeting.name?.hasSuffix("座谈会") == true
        if isKept, let name = meeting.name, !name.hasSuffix("仪式"), !(own.hasSuffix(name) && own.count > name.count) {
            return meeting
        }
        if meeting.name?.hasSuffix("活动") == true { return meeting }
        var found = meeting
        found.name = own
        found.nameRange = range
        found.mention?.isWeak = false
        found.organizer = nil
        found.organizerRange = nil
        found.sure = true
        return found
    }

    /// What cleaning found goes along with every record of the article: each stands by itself.
    private func carry(_ text: CleanText, into record: inout MeetingRecord) {
        record.boilerplate = text.boilerplate.map {
            MeetingRecord.Statement(text: $0.text, range: MeetingRecord.SourceRange($0.range), kind: $0.kind)
        }
        record.repairs = text.repairs.map {
            MeetingRecord.Repair(
                printed: $0.printed, restored: $0.restored, kind: $0.kind.rawValue, proof: $0.proof,
                range: MeetingRecord.SourceRange($0.range))
        }
        let warnings = text.warnings.map {
            MeetingRecord.Warning(text: $0.text, range: MeetingRecord.SourceRange($0.range), question: $0.question)
        }
        record.warnings = warnings + record.warnings
    }
}

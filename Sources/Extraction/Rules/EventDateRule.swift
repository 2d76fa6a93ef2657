import Cleaning

/// The day of an event: from its own sentence first, then the headline's, then the lead's; the year with its evidence.
struct EventDateRule {
    struct Finding: Sendable {
        var day: RecordDay?
        /// The day of a month that nothing tells.
        var dayAlone: Int?
        var endDay: RecordDay?
        var isInferred = false
        var evidence: String?
        var range: Range<Int>?
        var warnings: [MeetingRecord.Warning] = []
    }

    let passage: Passage
    let headline: Range<Int>?
    let publication: Publication?

    private let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?, publication: Publication?) {
        self.passage = passage
        self.headline = headline
        self.publication = publication
        text = passage.text.scalars
    }

    func date(of meeting: MeetingRule.Finding, _ kind: KindRule.Finding) -> Finding {
        guard let mention = meeting.day ?? meeting.minutes?.day ?? mention(meeting, kind) else { return Finding() }
        return resolve(mention, meeting)
    }

    /// The nearest date before the verb in the event's sentence; else the first of that sentence, of the sentences before
    /// it in the same paragraph, of the lead.
    private func mention(_ meeting: MeetingRule.Finding, _ kind: KindRule.Finding) -> DateMention? {
        guard let lead = LeadRule.sentence(in: passage, headline: headline) else { return nil }
        let start = passage.sentences[lead].lowerBound
        var ranges: [Range<Int>] = []
        let verb = kind.kind == .visit ? kind.range?.lowerBound : meeting.mention?.verb.lowerBound
        if let verb, let own = passage.sentences.first(where: { $0.contains(verb) }) {
            if own.lowerBound >= start { ranges.append(own) }
        }
        let body = passage.sentences.filter { $0.lowerBound >= start }
        ranges += body.prefix(3)
        // past what a page prints in short lines over its text
        ranges += body.filter { $0.count >= 16 }.prefix(2)
        for range in ranges {
            let found = DateRule.mentions(in: text, range).filter { isEventDay($0) && !isOfAnother($0, verb, range) }
            if let verb, range.contains(verb) {
                let before = found.filter { $0.range.upperBound <= verb }
                if let day = before.last(where: { $0.relation == .printed && $0.day != nil }) ?? before.last {
                    return parenthesised(day, found)
                }
            }
            if let day = found.first(where: { !isLongGone($0) }) { return parenthesised(day, found) }
        }
        return nil
    }

    /// `从组委会召开的会议上了解到，展会将于9月15日举办`: the day of what is still to come, in a clause of its own.
    private func isOfAnother(_ mention: DateMention, _ verb: Int?, _ sentence: Range<Int>) -> Bool {
        guard let verb, sentence.contains(verb), verb < mention.range.lowerBound,
            (verb..<mention.range.lowerBound).contains(where: { text[$0] == "，" })
        else { return false }
        return ["将于", "将在", "拟于", "定于"].contains {
            passage.has($0, at: mention.range.lowerBound - 2, before: mention.range.lowerBound)
        }
    }

    /// 今天（8月5日）: the printed day says more.
    private func parenthesised(_ mention: DateMention, _ all: [DateMention]) -> DateMention {
        guard mention.relation != .printed,
            let next = all.first(where: { $0.range.lowerBound == mention.range.upperBound + 1 }),
            text[mention.range.upperBound] == "（" || text[mention.range.upperBound] == "("
        else { return mention }
        return next
    }

    /// `1990年12月28日颁布`: a day with its year, long before the publication, beside the event's own sentence.
    private func isLongGone(_ mention: DateMention) -> Bool {
        guard let year = mention.year, let published = publication?.year else { return false }
        return published - year > 1
    }

    /// Days that may be an event's: no deadline, no span with a beginning only, no dateline, no date in a title.
    private func isEventDay(_ mention: DateMention) -> Bool {
        guard mention.day != nil || mention.relation != .printed else { return false }
        let next = mention.range.upperBound < text.count ? text[mention.range.upperBound] : " "
        if DateRule.hasTime(text, behind: mention.range.upperBound) || isLabel(mention) { return false }
        if next == "讯" || next == "电" || next == "前" || next == "起" || next == "刊" { return false }
        if mention.range.lowerBound > 0 {
            let before = text[mention.range.lowerBound - 1]
            if before == "截" || before == "自" || before == "从" && !isHeldBehind(mention) || before == "《" {
                return false
            }
            if (before == "止" || before == "至") && mention.range.lowerBound > 1
                && text[mention.range.lowerBound - 2] == "截"
            {
                return false
            }
        }
        return true
    }

    /// `从今天上午召开的发布会上获悉`
    private func isHeldBehind(_ mention: DateMention) -> Bool {
        let end = min(mention.range.upperBound + 6, text.count)
        return (mention.range.upperBound..<end).contains {
            passage.has("召开的", at: $0, before: text.count) || passage.has("举行的", at: $0, before: text.count)
        }
    }

    /// `2024-05-06 文章标签：…`: a line of the page, not of the text.
    private func isLabel(_ mention: DateMention) -> Bool {
        guard mention.year != nil,
            text[mention.range.lowerBound..<mention.range.upperBound].contains(where: {
                "-/.".unicodeScalars.contains($0)
            }),
            let line = passage.paragraphs.first(where: { $0.lowerBound == mention.range.lowerBound })
        else { return false }
        return line.count < 60 && text[line.upperBound - 1] != "。"
    }

    private func resolve(_ mention: DateMention, _ meeting: MeetingRule.Finding) -> Finding {
        var finding = Finding(range: mention.range)
        switch mention.relation {
        case .recent: return Finding()
        case .relative(let days):
            // 12月8日电 … 今天: the dateline has the day, something else may have the year
            if let line = publication?.dateline, publication?.year == nil {
                let day = RecordDay(year: nil, month: line.month, day: line.day).moved(by: days)
                var named = mention
                named.relation = .printed
                named.month = day.month
                named.day = day.day
                return inferred(named, day: day.day, meeting, finding)
            }
            guard let publication, let year = publication.year, let month = publication.month, let day = publication.day
            else {
                finding.range = mention.range
                finding.warnings.append(
                    ask("原文写“\(passage.text.string(mention.range))”，发布日期不详", mention.range, "文章是哪一天发布的？"))
                return finding
            }
            var base = RecordDay(year: year, month: month, day: day)
            var evidence = publication.evidence
            // The dateline is the day of writing; the page may be younger.
            if let line = publication.dateline, (line.month, line.day) <= (month, day), line.month + 1 >= month {
                base = RecordDay(year: year, month: line.month, day: line.day)
                evidence = line.evidence + "，" + evidence
            }
            finding.day = base.moved(by: days)
            finding.isInferred = true
            finding.evidence = "“\(passage.text.string(mention.range))”，\(evidence)"
            return finding
        case .printed: break
        }
        guard let day = mention.day else { return Finding() }
        if let month = mention.month, let year = mention.year {
            finding.day = RecordDay(year: year, month: month, day: day)
            finding.endDay = end(mention, from: finding.day)
            return finding
        }
        return inferred(mention, day: day, meeting, finding)
    }

    private func inferred(
        _ mention: DateMention, day: Int, _ meeting: MeetingRule.Finding, _ start: Finding
    ) -> Finding {
        var finding = start
        let month: Int
        if let own = mention.month {
            month = own
        } else if let pubMonth = publication?.month, let pubDay = publication?.day {
            month = day > pubDay ? (pubMonth == 1 ? 12 : pubMonth - 1) : pubMonth
        } else {
            finding.dayAlone = day
            finding.isInferred = true
            finding.evidence = "原文只写“\(passage.text.string(mention.range))”"
            finding.warnings.append(ask("原文只写“\(passage.text.string(mention.range))”，月份不详", mention.range, "是哪一年哪一月？"))
            return finding
        }
        let sentence = passage.sentences.first { $0.contains(mention.range.lowerBound) }
        let year = YearRule.year(
            month: month, day: day, passage: passage, headline: headline, sentence: sentence, name: meeting.name,
            publication: publication)
        let printed = passage.text.string(mention.range)
        guard RecordDay.exists(year: year?.year, month: month, day: day) else { return Finding() }
        finding.day = RecordDay(year: year?.year, month: month, day: day)
        finding.endDay = end(mention, from: finding.day)
        finding.isInferred = true
        guard let year else {
            finding.evidence = "原文写“\(printed)”，年份原文未载"
            finding.warnings.append(ask("“\(printed)”的年份原文未载", mention.range, "是哪一年？"))
            return finding
        }
        finding.evidence = "“\(printed)”，年份据\(year.evidence)"
        if !year.sure {
            finding.warnings.append(
                ask("\(printed)的年份\(year.year)由\(year.evidence)推得，依据较弱", mention.range, "是\(year.year)年吗？"))
        }
        return finding
    }

    private func end(_ mention: DateMention, from start: RecordDay?) -> RecordDay? {
        guard let start, let day = mention.endDay else { return nil }
        let month = mention.endMonth ?? start.month
        let year = mention.endYear ?? start.year.map { month < start.month ? $0 + 1 : $0 }
        guard RecordDay.exists(year: year, month: month, day: day) else { return nil }
        return RecordDay(year: year, month: month, day: day)
    }

    private func ask(_ text: String, _ range: Range<Int>, _ question: String) -> MeetingRecord.Warning {
        MeetingRecord.Warning(text: text, range: passage.source(range), question: question)
    }
}

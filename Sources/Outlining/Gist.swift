import Extraction

/// The gist: one or two sentences built from the facts of a record, nothing besides.
struct Gist {
    let record: MeetingRecord
    /// The source, where it is known.
    var appendix = SourceAppendix(nil, prefix: "")

    var text: String {
        [opening, substance].compactMap { $0 }.map(ChineseText.sentence).joined()
    }

    /// When, what, where, and who led it.
    private var opening: String? {
        var parts: [String] = []
        let meeting = record.meeting
        let day = meeting.date.map { ChineseText.dates(from: $0, to: meeting.endDate) }
        if let name = meeting.name {
            let isGathering = record.kind != .visit && record.kind != .other
            let held = isGathering && !name.hasSuffix("召开") ? (meeting.place.map { "在\($0)召开" } ?? "召开") : ""
            parts.append((day.map { $0 + "，" } ?? "") + name + held)
        } else if let headline = record.setHeadline {
            parts.append((day.map { $0 + "，" } ?? "") + headline)
        } else if let day {
            parts.append(day)
        }
        parts += leaders
        return parts.isEmpty ? nil : parts.joined(separator: "，")
    }

    private var leaders: [String] {
        var parts: [String] = []
        let present = record.officials.filter { $0.event == nil }
        let presiding = present.filter { $0.roles.contains(.presides) }
        if !presiding.isEmpty {
            let delegating = present.filter { $0.roles.contains(.delegates) }.map(ChineseText.person)
            if !delegating.isEmpty { parts.append("受\(ChineseText.list(delegating))委托") }
            let speaks = presiding.allSatisfy { $0.roles.contains(.speaks) }
            parts.append(ChineseText.list(presiding.map(ChineseText.person)) + (speaks ? "主持并讲话" : "主持"))
        }
        let speaking = present.filter { $0.roles.contains(.speaks) && !$0.roles.contains(.presides) }
        if !speaking.isEmpty, speaking.count <= 3 {
            parts.append(ChineseText.list(speaking.map(ChineseText.person)) + "讲话")
        }
        let guiding = present.filter { $0.roles.contains(.guides) && !$0.roles.contains(.presides) }
        if !guiding.isEmpty, guiding.count <= 3 {
            parts.append(ChineseText.list(guiding.map(ChineseText.person)) + (record.kind == .visit ? "带队" : "到会指导"))
        }
        return parts
    }

    /// What was decided, else what was asked for.
    private var substance: String? {
        let texts = GoalsTables.results(record, appendix)
        let decisions = record.results.compactMap { texts[$0.range] }.filter { text in
            ["审议通过", "通过", "原则通过"].contains { text.hasPrefix($0) }
        }
        if let first = decisions.first.map({ $0.hasSuffix("。") ? String($0.dropLast()) : $0 }) {
            return "会议" + first + (decisions.count > 1 ? "等\(decisions.count)项" : "")
        }
        var headings: [String] = []
        for directive in record.directives {
            if let heading = directive.heading, !headings.contains(heading) { headings.append(heading) }
        }
        if headings.count > 1 {
            let all = headings.joined(separator: "、")
            return all.count <= 80 ? "会议要求\(all)" : "会议从\(headings[0])等\(headings.count)个方面提出要求"
        }
        guard let first = record.directives.first?.text else { return nil }
        return record.directives.count > 1
            ? "会议提出“\(first.replacingQuotes)”等\(record.directives.count)项要求" : "会议要求\(first)"
    }
}

extension String {
    /// Quotation marks inside a quotation become single (GB/T 15834).
    var replacingQuotes: String { String(map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }) }
}

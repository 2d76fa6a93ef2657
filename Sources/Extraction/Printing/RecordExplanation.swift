public import Acquisition
import Diagnostics

/// Which rule made each item of a record, from which words: what `jianbao read --explain` prints.
public struct RecordExplanation: CustomStringConvertible, Sendable {
    private let record: MeetingRecord
    private let text: [Unicode.Scalar]

    /// - Parameter source: the text that the record's ranges point into; `nil` where it is not at hand.
    public init(_ record: MeetingRecord, source: SourceText?) {
        self.record = record
        text = source?.text ?? []
    }

    /// One line an item: what it is, the rule, the range, what was read, and the words of the source where they differ.
    public var description: String {
        var lines = ["\(record.source.path) \(record.id) \(record.kind.rawValue)"]
        let meeting = record.meeting
        let fields: [String: String?] = [
            "name": meeting.name, "date": meeting.date, "place": meeting.place, "organizer": meeting.organizer,
        ]
        for field in meeting.orderedFields {
            lines.append(line("meeting.\(field)", nil, true, meeting.ranges[field], (fields[field] ?? nil) ?? ""))
        }
        if let evidence = meeting.dateEvidence { lines.append("  \(evidence)") }
        for item in record.officials {
            let what =
                "\(item.name) \(item.titles.joined(separator: "、")) \(item.roles.map(\.rawValue).joined(separator: ", "))"
            lines.append(line("official", item.rule, item.sure, item.ranges.first, what))
            for range in item.ranges.dropFirst() {
                lines.append(line("official", item.rule, item.sure, range, item.name))
            }
        }
        lines += statements("goal", record.goals) + statements("directive", record.directives)
        lines += statements("result", record.results)
        for item in record.figures { lines.append(line("figure", item.rule, item.sure, item.range, parts(of: item))) }
        for item in record.boilerplate { lines.append(line("boilerplate", item.kind, true, item.range, item.text)) }
        for item in record.repairs {
            lines.append(
                line("repair", item.kind, true, item.range, item.restored ?? "〓", plain: nil)
                    + (item.proof.map { " (\($0))" } ?? ""))
        }
        for item in record.warnings {
            lines.append(line("warning", nil, true, item.range, item.text + (item.question.map { " \($0)" } ?? "")))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A statement with what hangs on it: heading, owner, deadline, and the goals with the words that led to them.
    private func statements(_ name: String, _ items: [MeetingRecord.Statement]) -> [String] {
        items.map { item in
            var what = item.text
            if let heading = item.heading, heading != item.text { what += " 〔\(heading)〕" }
            if let owner = item.owner { what += " 〔责任：\(owner)〕" }
            if let deadline = item.deadline { what += " 〔时限：\(deadline)〕" }
            if let words = item.sdgWords, let numbers = item.sdg, !words.isEmpty {
                what += " 〔SDG \(numbers.map(String.init).joined(separator: ", "))：\(words.joined(separator: "、"))〕"
            }
            return line(name, item.rule, item.sure, item.range, what, plain: item.text)
        }
    }

    /// Indicator, comparator, value, unit, year and base, as far as the text has them.
    private func parts(of figure: MeetingRecord.Figure) -> String {
        var what = figure.indicator.map { "\($0) " } ?? ""
        what += figure.comparator.map { "\($0) " } ?? ""
        what += "\(Int(exactly: figure.value).map(String.init) ?? "\(figure.value)") \(figure.unit)"
        if let year = figure.year { what += " \(year)" }
        if let base = figure.base { what += " \(base)" }
        return what
    }

    private func line(
        _ what: String, _ rule: String?, _ sure: Bool?, _ range: MeetingRecord.SourceRange?, _ read: String,
        plain: String? = nil
    ) -> String {
        var line = what
        if let rule { line += " \(rule)" }
        if sure == false { line += " ?" }
        guard let range else { return "\(line) \(read)" }
        line += " [\(range.start), \(range.end)) \(read)"
        guard range.start >= 0, range.end <= text.count, range.start <= range.end else { return line }
        let words = String(scalars: text[range.range]).replacing("\n", with: "⏎")
        return words == (plain ?? read) ? line : "\(line) ← \(words)"
    }
}

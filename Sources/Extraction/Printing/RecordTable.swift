/// A record as a person reads it on a terminal: what `jianbao read` prints.
public struct RecordTable: CustomStringConvertible, Sendable {
    private let record: MeetingRecord
    /// In terminal columns.
    private let width: Int

    /// - Parameter width: of the terminal, in columns; Han characters take two. Not less than 40.
    public init(_ record: MeetingRecord, width: Int = 100) {
        self.record = record
        self.width = max(40, width)
    }

    /// Lines, each ended; no blanks at their ends.
    public var description: String {
        var lines: [String] = TextColumns.lines(of: title, width: width)
        lines.append(String(repeating: "─", count: min(width, lines.map(TextColumns.width(of:)).max() ?? width)))
        lines += facts + officials
        lines += statements("目标提法", record.goals)
        lines += figures
        lines += directives
        lines += statements("成效与议定事项", record.results)
        lines += corrections
        lines += warnings
        return lines.joined(separator: "\n") + "\n"
    }

    private var title: String { record.meeting.name ?? record.headline ?? "（无题）" }

    private static let kinds: [MeetingRecord.Kind: String] = [
        .meeting: "会议", .visit: "调研考察", .conference: "论坛大会", .studySession: "学习会", .pressConference: "新闻发布会",
        .other: "其他",
    ]

    private static let roles: [MeetingRecord.Role: String] = [
        .presides: "主持", .speaks: "讲话", .reports: "汇报", .attends: "出席", .observes: "列席", .guides: "指导",
        .accompanies: "陪同",
        .delegates: "委托他人主持", .absent: "请假", .mentioned: "提及",
    ]

    private func rows(_ widths: [Int], _ rows: [[String]]) -> [String] {
        let used = widths.reduce(0) { $0 + $1 + 2 }
        let columns = TextColumns(widths: widths + [max(16, width - used)])
        return rows.flatMap { columns.lines($0) }
    }

    private var facts: [String] {
        let meeting = record.meeting
        var date = meeting.date ?? "原文未载"
        if let end = meeting.endDate { date += " 至 \(end)" }
        if meeting.dateInferred == true, let evidence = meeting.dateEvidence { date += "（推定：\(evidence)）" }
        var items = [["类别", Self.kinds[record.kind] ?? record.kind.rawValue]]
        if let headline = record.headline { items.append(["标题", headline]) }
        if let ordinal = meeting.ordinal { items.append(["届次", "\(ordinal)"]) }
        items.append(["日期", date])
        items.append(["地点", meeting.place ?? "原文未载"])
        items.append(["主办", meeting.organizer ?? "原文未载"])
        var source = record.source.path
        if let published = record.source.published { source += "，\(published)发布" }
        items.append(["来源", source])
        return rows([4], items)
    }

    private func section(_ name: String, _ count: Int, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "\(name)（\(count)）"] + lines.map { $0.isEmpty ? $0 : "  \($0)" }
    }

    private var officials: [String] {
        let items = record.officials.map { official in
            [
                mark(official.sure) + official.name,
                official.roles.map { Self.roles[$0] ?? $0.rawValue }.joined(separator: "、"),
                official.titles.joined(separator: "、") + (official.event.map { "〔\($0)〕" } ?? ""),
            ]
        }
        let names = min(24, items.map { TextColumns.width(of: $0[0]) }.max() ?? 0)
        let roles = min(20, items.map { TextColumns.width(of: $0[1]) }.max() ?? 0)
        return section("人员", items.count, rows([names, roles], items))
    }

    /// What a person should look at carries a question mark.
    private func mark(_ sure: Bool?) -> String { sure == false ? "？" : "" }

    private func statements(_ name: String, _ items: [MeetingRecord.Statement]) -> [String] {
        section(name, items.count, rows([], items.map { [mark($0.sure) + $0.text + goals($0)] }))
    }

    private func goals(_ statement: MeetingRecord.Statement) -> String {
        guard let numbers = statement.sdg, !numbers.isEmpty else { return "" }
        return "〔SDG \(numbers.map(String.init).joined(separator: ", "))〕"
    }

    private var figures: [String] {
        let items = record.figures.map { figure in
            let number = Int(exactly: figure.value).map(String.init) ?? "\(figure.value)"
            return ["\(mark(figure.sure))\(figure.comparator ?? "")\(number)\(figure.unit)", figure.text]
        }
        let numbers = min(28, items.map { TextColumns.width(of: $0[0]) }.max() ?? 0)
        return section("数据", items.count, rows([numbers], items))
    }

    private var directives: [String] {
        var lines: [String] = []
        var heading: String?
        for item in record.directives {
            if item.heading != heading, let next = item.heading { lines += rows([], [["【\(next)】"]]) }
            heading = item.heading
            if item.text == item.heading { continue }
            var text = mark(item.sure) + item.text
            if let owner = item.owner { text += "〔\(owner)〕" }
            if let deadline = item.deadline { text += "〔\(deadline)〕" }
            lines += rows([], [[text + goals(item)]])
        }
        return section("工作要求", record.directives.count, lines)
    }

    /// What was corrected, by whom, and what the machine had read.
    private var corrections: [String] {
        let fields = record.correctedFields.filter { $0.change != .changed || $0.label != nil }
        guard !fields.isEmpty else { return [] }
        var lines = ["", "更正（\(fields.count)）"]
        for field in fields {
            let who = field.by == .hand ? "人工" : "依据名册"
            let was = field.words(field.was).joined(separator: "、")
            let now = field.words(field.now).joined(separator: "、")
            let words =
                switch field.change {
                case .added: "增加\(field.kind)：\(now)"
                case .removed: "删去\(field.kind)：\(was)"
                case .changed: "\(field.label ?? "")：\(was.isEmpty ? "（无）" : was) → \(now.isEmpty ? "（无）" : now)"
                }
            lines += TextColumns.lines(of: "\(words)（\(who)）", width: width - 2).map { "  " + $0 }
        }
        return lines
    }

    private var warnings: [String] {
        section(
            "请核对", record.warnings.count,
            rows([], record.warnings.map { [$0.text + ($0.question.map { "：\($0)" } ?? "")] }))
    }
}

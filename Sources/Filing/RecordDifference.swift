import Extraction

/// What a reader of an earlier issue has to be told: what it printed of a record, and what is right.
struct RecordDifference {
    /// As printed; `nil` where it was reported as withdrawn.
    let before: MeetingRecord?
    /// As it is now; `nil` where it was removed.
    let after: MeetingRecord?

    /// Sentences, without the number of the issue: `“防汛会议”：地点原为“甲”，更正为“乙”。`
    var lines: [String] {
        switch (before, after) {
        case (let before?, nil): return ["\(Self.name(before))：该条撤回。"]
        case (nil, let after?): return ["\(Self.name(after))：原撤回的该条恢复。"]
        case (let before?, let after?):
            let parts = meeting(before, after) + officials(before, after) + statements(before, after)
            return parts.map { "\(Self.name(before))：\($0)。" }
        case (nil, nil): return []
        }
    }

    private static func name(_ record: MeetingRecord) -> String {
        "“\(inner(record.meeting.name ?? record.headline ?? record.id))”"
            + (record.meeting.date.map { "（\($0)）" } ?? "")
    }

    /// Quotation marks inside a quotation become single (GB/T 15834).
    private static func inner(_ text: String) -> String {
        String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
    }

    private static func change(_ what: String, _ before: String?, _ after: String?) -> String? {
        if before == after { return nil }
        let old = before.map { "“\(inner($0))”" } ?? "原文未载"
        let new = after.map { "“\(inner($0))”" } ?? "原文未载"
        return "\(what)原为\(old)，更正为\(new)"
    }

    private func meeting(_ before: MeetingRecord, _ after: MeetingRecord) -> [String] {
        [
            Self.change("会议名称", before.meeting.name ?? before.headline, after.meeting.name ?? after.headline),
            Self.change("时间", before.meeting.date, after.meeting.date),
            Self.change("结束时间", before.meeting.endDate, after.meeting.endDate),
            Self.change("地点", before.meeting.place, after.meeting.place),
            Self.change("组织单位", before.meeting.organizer, after.meeting.organizer),
        ].compactMap { $0 }
    }

    private func officials(_ before: MeetingRecord, _ after: MeetingRecord) -> [String] {
        // A name put right stands where the wrong one stood.
        let isRenaming = before.officials.map(\.ranges) == after.officials.map(\.ranges)
        var lines: [String] = []
        for (place, old) in before.officials.enumerated() {
            let new = isRenaming ? after.officials[place] : after.officials.first { $0.name == old.name }
            guard let new else {
                lines.append("参会人员“\(old.name)”应删去")
                continue
            }
            if old.name != new.name { lines.append("姓名“\(old.name)”更正为“\(new.name)”") }
            if let line = Self.change(
                "\(new.name)的职务", Self.joined(old.titles), Self.joined(new.titles))
            {
                lines.append(line)
            }
            if old.roles != new.roles || old.event != new.event { lines.append("\(new.name)的会议角色有更正") }
        }
        if !isRenaming {
            let known = Set(before.officials.map(\.name))
            lines += after.officials.filter { !known.contains($0.name) }.map { "参会人员应增加“\($0.name)”" }
        }
        return lines
    }

    private static func joined(_ titles: [String]) -> String? {
        titles.isEmpty ? nil : titles.joined(separator: "、")
    }

    private func statements(_ before: MeetingRecord, _ after: MeetingRecord) -> [String] {
        let kinds: [(String, KeyPath<MeetingRecord, [String]>)] = [
            ("目标", \.goalTexts), ("量化指标", \.figureTexts), ("工作要求", \.directiveTexts), ("会议成果", \.resultTexts),
        ]
        var lines: [String] = []
        for (what, texts) in kinds {
            let old = before[keyPath: texts]
            let new = after[keyPath: texts]
            lines += old.filter { !new.contains($0) }.map { "\(what)“\(Self.inner($0))”应删去" }
            lines += new.filter { !old.contains($0) }.map { "\(what)应增加“\(Self.inner($0))”" }
        }
        return lines
    }
}

extension MeetingRecord {
    fileprivate var goalTexts: [String] { goals.map(\.text) }

    fileprivate var figureTexts: [String] { figures.map { ($0.indicator.map { $0 + "：" } ?? "") + $0.text } }

    fileprivate var directiveTexts: [String] {
        directives.map { directive in
            directive.text
                + [("责任单位", directive.owner), ("时限", directive.deadline)]
                .compactMap { label, value in value.map { "（\(label)：\($0)）" } }.joined()
        }
    }

    fileprivate var resultTexts: [String] { results.map(\.text) }
}

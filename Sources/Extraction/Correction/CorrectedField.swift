/// One thing that was corrected in a record: what the machine read and what stands there now, as words.
public struct CorrectedField: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        case changed
        /// A person put in what the machine had not read.
        case added
        /// A person took out what the machine had read: `was` has the names or texts.
        case removed
    }

    /// Where in the record: `record`, `meeting`, `officials`, `goals`, `figures`, `directives`, `results`.
    public var part: String
    /// What the person or statement is called now; empty for the meeting and the record.
    public var name: String
    /// `titles`, `date` …; empty where a whole thing was added or removed.
    public var key: String
    public var change: Change
    public var was: [String]
    public var now: [String]
    public var by: Was.Corrector
}

extension MeetingRecord {
    /// Whether anything in it says that it was.
    private var isCorrected: Bool {
        was != nil || meeting.was != nil || officials.contains { $0.was != nil } || goals.contains { $0.was != nil }
            || figures.contains { $0.was != nil } || directives.contains { $0.was != nil }
            || results.contains { $0.was != nil }
    }

    private static let lists = ["officials", "goals", "figures", "directives", "results"]

    /// Everything that says it was corrected, in the record's order.
    public var correctedFields: [CorrectedField] {
        guard isCorrected, case .fields(let fields, _)? = try? JSONReader.values(jsonBytes, file: "").first else {
            return []
        }
        var found: [CorrectedField] = []
        if let was = Was(was) {
            for field in was.fields {
                let isList = Self.lists.contains(field.key)
                let now =
                    field.key == "published" ? [source.published].compactMap { $0 } : Self.words(field.key, fields)
                found.append(
                    CorrectedField(
                        part: isList ? field.key : "record", name: "", key: isList ? "" : field.key,
                        change: isList ? .removed : .changed, was: field.values, now: isList ? [] : now, by: was.by))
            }
        }
        for field in fields {
            if field.key == "meeting", case .fields(let inner, _) = field.value {
                found += Self.corrected("meeting", name: "", inner)
            } else if Self.lists.contains(field.key), case .list(let items, _) = field.value {
                for case .fields(let inner, _) in items {
                    let name = Self.words("name", inner).first ?? Self.words("text", inner).first ?? ""
                    found += Self.corrected(field.key, name: name, inner)
                }
            }
        }
        return found
    }

    private static func corrected(_ part: String, name: String, _ fields: [RecordTree.Field]) -> [CorrectedField] {
        guard let was = Was(fields.first { $0.key == "was" }?.value.json) else { return [] }
        if was.fields.isEmpty {
            return [CorrectedField(part: part, name: name, key: "", change: .added, was: [], now: [name], by: was.by)]
        }
        return was.fields.map {
            CorrectedField(
                part: part, name: name, key: $0.key, change: .changed, was: $0.values, now: words($0.key, fields),
                by: was.by)
        }
    }

    private static func words(_ key: String, _ fields: [RecordTree.Field]) -> [String] {
        fields.first { $0.key == key }.map { Was.words($0.value) } ?? []
    }
}

extension CorrectedField {
    /// What a thing of its part is called; empty for the meeting and the record.
    public var kind: String {
        switch part {
        case "officials": "参会人员"
        case "goals": "目标提法"
        case "figures": "量化指标"
        case "directives": "工作要求"
        case "results": "会议成果"
        default: ""
        }
    }

    /// What the field is called; `nil` for one that goes along with another (`printed`) or that no reader sees (`ranges`).
    public var label: String? {
        if key == "text" { return kind }
        return part == "meeting" && key == "name" ? "会议名称" : Self.labels[key]
    }

    /// Values as they are printed: roles by their Chinese names.
    public func words(_ values: [String]) -> [String] {
        switch key {
        case "roles": values.map { MeetingRecord.Role(rawValue: $0).flatMap { Self.roles[$0] } ?? $0 }
        case "sdg": values.map { "SDG \($0)" }
        default: values
        }
    }

    private static let labels = [
        "headline": "标题", "kind": "类别", "published": "发布日期", "date": "时间", "endDate": "结束时间", "place": "地点",
        "organizer": "组织单位", "ordinal": "届次", "name": "姓名", "titles": "职务", "roles": "会议角色", "event": "所参加活动",
        "note": "备注", "heading": "所属标题", "owner": "责任单位", "deadline": "完成时限", "indicator": "指标", "value": "数值",
        "unit": "单位", "year": "年份", "comparator": "比较词", "base": "比较基准", "sdg": "可持续发展目标", "doctrineNames": "仅提及的人员",
    ]

    private static let roles: [MeetingRecord.Role: String] = [
        .presides: "主持", .speaks: "讲话", .reports: "汇报", .attends: "出席", .observes: "列席", .guides: "指导",
        .accompanies: "陪同", .delegates: "委托主持", .absent: "请假", .mentioned: "提及",
    ]
}

import Extraction

/// Says what was corrected in a record, by the registry and by hand, and what the machine had read.
struct CorrectionNotes {
    let record: MeetingRecord

    /// A line for each corrector that changed anything.
    var lines: [String] {
        let fields = record.correctedFields
        return [("依据名册更正", Was.Corrector.registry), ("人工更正", .hand)].compactMap { label, corrector in
            let parts = fields.filter { $0.by == corrector }.compactMap(Self.sentence)
            return parts.isEmpty ? nil : ChineseText.sentence(label + "：" + parts.joined(separator: "；"))
        }
    }

    private static func sentence(_ field: CorrectedField) -> String? {
        let kind = kinds[field.part] ?? ""
        switch field.change {
        case .added: return "增加\(kind)\(quoted(field.now))"
        case .removed: return "删去\(kind)\(quoted(field.was))"
        case .changed:
            // `printed` goes along with the name; where a thing stands concerns nobody who reads the briefing.
            guard let label = field.key == "text" ? kind : labels[field.key] else { return nil }
            if field.part == "meeting", field.key == "name" { return change("会议名称", field) }
            let isItsName = field.name.isEmpty || field.key == "name" || field.key == "text"
            return change(isItsName ? label : "“\(field.name.replacingQuotes)”的\(label)", field)
        }
    }

    private static func change(_ what: String, _ field: CorrectedField) -> String {
        let (was, now) = (words(field.was, field.key), words(field.now, field.key))
        if was.isEmpty { return "\(what)补为\(quoted(now))" }
        return now.isEmpty ? "\(what)\(quoted(was))删去" : "\(what)\(quoted(was))改为\(quoted(now))"
    }

    private static func words(_ values: [String], _ key: String) -> [String] {
        switch key {
        case "roles": values.map { MeetingRecord.Role(rawValue: $0).flatMap { roles[$0] } ?? $0 }
        case "date", "endDate", "published": values.map(ChineseText.date)
        case "sdg": values.map { "SDG \($0)" }
        default: values
        }
    }

    private static func quoted(_ words: [String]) -> String { "“\(words.joined(separator: "、").replacingQuotes)”" }

    private static let kinds = [
        "officials": "参会人员", "goals": "目标提法", "figures": "量化指标", "directives": "工作要求", "results": "会议成果",
    ]

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

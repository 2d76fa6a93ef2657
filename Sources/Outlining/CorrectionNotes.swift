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
        let kind = field.kind
        switch field.change {
        case .added: return "增加\(kind)\(quoted(field.now))"
        case .removed: return "删去\(kind)\(quoted(field.was))"
        case .changed:
            // `printed` goes along with the name; where a thing stands concerns nobody who reads the briefing.
            guard let label = field.label else { return nil }
            let isItsName = field.name.isEmpty || field.key == "name" || field.key == "text"
            return change(isItsName ? label : "“\(field.name.replacingQuotes)”的\(label)", field)
        }
    }

    private static func change(_ what: String, _ field: CorrectedField) -> String {
        let (was, now) = (field.words(field.was).map(date), field.words(field.now).map(date))
        if was.isEmpty { return "\(what)补为\(quoted(now))" }
        return now.isEmpty ? "\(what)\(quoted(was))删去" : "\(what)\(quoted(was))改为\(quoted(now))"
    }

    /// Days as they are printed; what is no day stays.
    private static func date(_ words: String) -> String { ChineseText.date(words) }

    private static func quoted(_ words: [String]) -> String { "“\(words.joined(separator: "、").replacingQuotes)”" }
}

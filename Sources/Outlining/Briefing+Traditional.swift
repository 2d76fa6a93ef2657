public import Cleaning
public import Extraction

extension Briefing {
    /// Values that are no text for people.
    private static let codes: Set<String> = ["id", "source", "item", "colour", "iso_date", "lang"]

    /// The same in Traditional characters.
    ///
    /// - Parameter printed: names as a Traditional source has them, by their Simplified form.
    public func inTraditional(_ writer: TraditionalWriter, printed: [String: String] = [:]) -> Briefing {
        var forms: [String: String] = [:]
        var unsure: [String] = []
        for name in self.names where forms[name] == nil {
            if let form = printed[name] {
                forms[name] = form
                continue
            }
            let written = writer.name(name)
            forms[name] = written.form
            if !written.isSure { unsure.append(written.form) }
        }
        var made = Briefing(fields: fields.filter { $0.key != "names" })
        let names = TraditionalWriter.NameForms(forms)
        for (key, value) in made.fields { made.fields[key] = Self.convert(value, key, writer, names) }
        made.fields["names"] = .list(self.names.compactMap { forms[$0] }.map { .text($0) })
        made.fields["lang"] = "zh-Hant"
        if !unsure.isEmpty {
            let note = "人名的繁体写法不止一种，未转换，待核："
            made.fields["script_note"] = .text(
                writer.traditional(note) + unsure.joined(separator: "、") + "。")
        }
        return made
    }

    private static func convert(
        _ value: Value, _ key: String, _ writer: TraditionalWriter, _ names: TraditionalWriter.NameForms
    ) -> Value {
        switch value {
        case .text(let text): codes.contains(key) ? value : .text(writer.traditional(text, names: names))
        case .list(let items): .list(items.map { convert($0, key == "source" ? "" : key, writer, names) })
        case .fields(let fields):
            .fields(
                Dictionary(
                    uniqueKeysWithValues: fields.map { ($0.key, convert($0.value, $0.key, writer, names)) }))
        default: value
        }
    }
}

extension MeetingRecord {
    /// Names as the text prints them, where it is Traditional, by their Simplified form.
    public var printedNames: [String: String] {
        guard source.script == .hant else { return [:] }
        return Dictionary(officials.map { ($0.name, $0.printed) }, uniquingKeysWith: { first, _ in first })
    }
}

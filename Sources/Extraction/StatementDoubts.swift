/// What rests on a weak rule, as questions that a person can answer.
enum StatementDoubts {
    /// One warning for each statement and figure that is not sure, in the order of the text.
    static func warnings(of record: MeetingRecord) -> [MeetingRecord.Warning] {
        var warnings: [MeetingRecord.Warning] = []
        for item in record.goals + record.directives + record.results where item.sure == false {
            let (reason, question) = doubt(of: item.rule ?? "")
            warnings.append(
                MeetingRecord.Warning(text: "“\(plain(item.text))”\(reason)", range: item.range, question: question))
        }
        for item in record.figures where item.sure == false {
            warnings.append(
                MeetingRecord.Warning(
                    text: "“\(plain(item.text))”中的数字用汉字书写，未见所计之物", range: item.range, question: "这是确切的数目吗？所计的是什么？"))
        }
        return warnings.enumerated().sorted {
            ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
        }.map(\.element)
    }

    /// Why a rule is weak, and what to ask.
    private static func doubt(of rule: String) -> (reason: String, question: String) {
        switch rule {
        case "goal.quoted": ("仅以引号为据列为目标提法", "这是会议提出的目标、政策或口号吗？")
        case "goal.topic": ("是会议名称所言事项，列为目标提法", "这应列为目标提法吗？")
        case "goal.named", "goal.system": ("无引号或书名号，按用词列为目标提法", "这是一项目标或行动的名称吗？是否完整？")
        case "directive.plan": ("是下一步打算，列为工作要求", "这应列为工作要求吗？")
        case "directive.follow": ("承上句而来，未见“要”“强调”等语，列为工作要求", "这是会议提出的要求吗？")
        case "result.measured": ("因含数字而列为成效", "这是应列入的成效吗？")
        case let rule where rule.hasPrefix("directive"): ("依据较弱，列为工作要求", "这是会议提出的要求吗？")
        case let rule where rule.hasPrefix("result"): ("依据较弱，列为成效与议定事项", "这是会议的成果或决定吗？")
        default: ("依据较弱", "这应列入吗？")
        }
    }

    /// Without the quotation marks that would stand inside quotation marks.
    private static func plain(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(scalar == "“" ? "‘" : scalar == "”" ? "’" : scalar) }
        return String(view)
    }
}

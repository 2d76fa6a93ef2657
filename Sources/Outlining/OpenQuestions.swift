import Extraction

/// What a person is asked to look at: one line for each question, with all that it is asked of.
struct OpenQuestions {
    let warnings: [MeetingRecord.Warning]

    /// In the order in which the questions come first.
    var lines: [String] {
        var questions: [String?] = []
        var texts: [String?: [String]] = [:]
        for warning in warnings {
            if texts[warning.question] == nil { questions.append(warning.question) }
            texts[warning.question, default: []].append(warning.text)
        }
        return questions.map { question in
            ChineseText.sentence("待核：" + Self.joined(texts[question] ?? []).joined(separator: "；")) + (question ?? "")
        }
    }

    /// What is said alike of several is said once: `“甲”因含数字`, `“乙”因含数字` -> `“甲”“乙”因含数字`.
    private static func joined(_ texts: [String]) -> [String] {
        var groups: [(head: Substring, quoted: [String], tail: Substring)] = []
        var places: [String: Int] = [:]
        for text in texts {
            // What is quoted again further on is its own matter: nothing is put together with it.
            guard let open = text.firstIndex(of: "“"), let close = text[open...].firstIndex(of: "”"),
                !text[close...].contains("“")
            else {
                groups.append((text[...], [], ""))
                continue
            }
            let (head, tail) = (text[..<open], text[text.index(after: close)...])
            let key = String(head + "“”" + tail)
            if let place = places[key] {
                groups[place].quoted.append(String(text[open...close]))
            } else {
                places[key] = groups.count
                groups.append((head, [String(text[open...close])], tail))
            }
        }
        return groups.map { String($0.head) + ChineseText.list($0.quoted) + $0.tail }
    }
}

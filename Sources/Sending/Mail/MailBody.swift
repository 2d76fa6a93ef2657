/// The two bodies of a mail, which say the same: as text and as simple HTML.
public struct MailBody: Hashable, Sendable {
    public let summary: MailSummary
    public let fileName: String
    /// `nil` where the file could not be looked into.
    public let pageCount: Int?
    /// Of the file, in bytes.
    public let size: Int

    public init(summary: MailSummary, fileName: String, pageCount: Int?, size: Int) {
        self.summary = summary
        self.fileName = fileName
        self.pageCount = pageCount
        self.size = size
    }

    /// With `\n` at line ends.
    public var text: String {
        var lines = [summary.name, below].compactMap { $0 }
        if !lines.isEmpty { lines.append("") }
        if !summary.overview.isEmpty { lines += summary.overview + [""] }
        let meetings = summary.meetings
        for (index, meeting) in meetings.enumerated() {
            let number = meetings.count > 1 ? "\(index + 1). " : ""
            lines.append(number + title(of: meeting))
            let indent = String(repeating: " ", count: number.count)
            lines += details(of: meeting).map { indent + $0 }
        }
        lines += more.map { [$0] } ?? []
        if !meetings.isEmpty { lines.append("") }
        let rest = foot
        if !rest.isEmpty { lines += rest + [""] }
        lines.append(enclosure)
        return lines.joined(separator: "\n") + "\n"
    }

    public var html: String {
        var body = ""
        if let name = summary.name {
            body += "<h1 style=\"margin:0;color:#c00;font-size:22px\">\(Self.escaped(name))</h1>\n"
        }
        if let below {
            body +=
                "<p style=\"margin:4px 0 16px;padding-bottom:6px;border-bottom:2px solid #c00\">"
                + Self.escaped(below) + "</p>\n"
        }
        for line in summary.overview { body += "<p>\(Self.escaped(line))</p>\n" }
        if !summary.meetings.isEmpty {
            let tag = summary.meetings.count > 1 ? "ol" : "ul"
            let style = tag == "ul" ? " style=\"padding-left:0;list-style:none\"" : ""
            body += "<\(tag)\(style)>\n"
            for meeting in summary.meetings {
                let details = details(of: meeting).map { "<br>" + Self.escaped($0) }.joined()
                body += "<li style=\"margin-bottom:8px\"><b>\(Self.escaped(title(of: meeting)))</b>\(details)</li>\n"
            }
            body += "</\(tag)>\n"
        }
        for line in [more].compactMap({ $0 }) + foot { body += "<p>\(Self.escaped(line))</p>\n" }
        body += "<p style=\"color:#555\">\(Self.escaped(enclosure))</p>\n"
        let language = summary.isTraditional ? "zh-Hant" : "zh-Hans"
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head><meta charset="utf-8"><title>\(Self.escaped(summary.name ?? fileName))</title></head>
            <body style="max-width:42em;font-size:15px;line-height:1.7;color:#222">
            \(body)</body>
            </html>

            """
    }

    /// `第5期　2024年5月31日　霁川市人民政府办公室`
    private var below: String? {
        let parts = [summary.series, summary.issue, summary.date, summary.office].compactMap { $0 }
            .filter { $0 != summary.name }
        return parts.isEmpty ? nil : parts.joined(separator: "　")
    }

    private func title(of meeting: MailSummary.Meeting) -> String {
        meeting.title + (meeting.day.map { "（\($0)）" } ?? "")
    }

    private func details(of meeting: MailSummary.Meeting) -> [String] {
        var lines = [meeting.gist].compactMap { $0 }
        if meeting.gist == nil, let host = meeting.host { lines.append(word(.host) + host) }
        return lines
            + [list(.people, meeting.people, unit: "人"), list(.goals, meeting.goals, unit: word(.items))]
            .compactMap { $0 }
    }

    /// What is said of the whole, below the meetings.
    private var foot: [String] {
        [list(.people, summary.people, unit: "人"), list(.goals, summary.goals, unit: word(.items))].compactMap { $0 }
    }

    private var more: String? {
        let rest = summary.meetingCount - summary.meetings.count
        return rest > 0 ? word(.more) + "\(rest)" + word(.times) : nil
    }

    /// `参会人员：闻立峰、顾鸿喆等10人`; `nil` where there are none.
    private func list(_ label: Word, _ names: MailSummary.Names, unit: String) -> String? {
        guard names.count > 0 else { return nil }
        let rest = names.count > names.first.count ? "等\(names.count)\(unit)" : ""
        // A goal may hold commas of its own.
        return word(label) + names.first.joined(separator: label == .goals ? "；" : "、") + rest
    }

    /// `附件：简报.pdf（2页，104 KB）`
    private var enclosure: String {
        let kilobytes = (size + 1023) / 1024
        let size = kilobytes < 1024 ? "\(kilobytes) KB" : "\(kilobytes / 1024).\(kilobytes % 1024 * 10 / 1024) MB"
        let pages = pageCount.map { "\($0)" + word(.pages) + "，" } ?? ""
        return word(.enclosure) + fileName + "（\(pages)\(size)）"
    }

    private enum Word {
        case host, people, goals, items, pages, enclosure, more, times
    }

    private func word(_ word: Word) -> String {
        let forms =
            switch word {
            case .host: ("主持：", "主持：")
            case .people: ("参会人员：", "參會人員：")
            case .goals: ("目标：", "目標：")
            case .items: ("项", "項")
            case .pages: ("页", "頁")
            case .enclosure: ("附件：", "附件：")
            case .more: ("另有会议活动", "另有會議活動")
            case .times: ("次，见附件。", "次，見附件。")
            }
        return summary.isTraditional ? forms.1 : forms.0
    }

    /// Scalar by scalar: a mark that combines with `<` does not hide it.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { made, scalar in
            switch scalar {
            case "&": made += "&amp;"
            case "<": made += "&lt;"
            case ">": made += "&gt;"
            case "\"": made += "&quot;"
            default: made.unicodeScalars.append(scalar)
            }
        }
    }
}

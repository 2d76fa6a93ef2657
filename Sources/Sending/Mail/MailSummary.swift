import Diagnostics
public import Outlining

/// What a mail says of a briefing: its name, its meetings, and of each in short who was there and what was aimed at.
///
/// Read from the fields of any briefing, by whatever program it was written; what is not there is left out.
public struct MailSummary: Hashable, Sendable {
    public struct Meeting: Hashable, Sendable {
        public var title: String
        public var day: String?
        /// One or two sentences, where the briefing is of one meeting.
        public var gist: String?
        /// 主持
        public var host: String?
        public var people: Names
        public var goals: Names
    }

    /// The first of some, and how many there are.
    public struct Names: Hashable, Sendable {
        public var first: [String] = []
        public var count = 0
    }

    public var isTraditional: Bool
    /// The red name: `霁川会议简报`, else the title.
    public var name: String?
    public var series: String?
    public var issue: String?
    public var date: String?
    public var office: String?
    public var secrecy: String?
    public var overview: [String]
    /// At most `limit` of them.
    public var meetings: [Meeting]
    public var meetingCount: Int
    /// Of the whole, where the briefing does not tell them meeting by meeting.
    public var people: Names
    public var goals: Names

    /// How many meetings, and how many names or goals, are listed.
    static let limit = 30
    static let names = 8
    static let goals = 3

    /// - Parameter briefing: `nil` where none is known.
    public init(_ briefing: Briefing?) {
        let root = Reader(
            value: .fields(briefing?.fields ?? [:]), isMarked: briefing?["markup"] == .flag(true))
        isTraditional = ["zh-Hant", "zh-TW", "zh-HK"].contains(root.text("lang") ?? "")
        name = root.text("masthead") ?? root.text("title")
        series = root.text("series")
        issue = root.text("issue")
        date = root.text("date")
        office = root.text("office") ?? root.text("organizer")
        secrecy = root.text("secrecy")
        overview = root.texts("overview") + [root.text("summary") ?? root.text("lead")].compactMap { $0 }
        people = root.present
        goals = root.names("goals", "goal", Self.goals)
        let all = root.items("meetings") + root.items("chronicle")
        meetingCount = all.count
        meetings = all.prefix(Self.limit).map { $0.meeting(alone: all.count == 1) }
        // A document that has a name of its own below the red one says it.
        if all.isEmpty, let title = root.text("title"), title != name { overview.insert(title, at: 0) }
    }

    /// Whether nothing is known of the briefing.
    public var isEmpty: Bool { name == nil && meetings.isEmpty && overview.isEmpty }

    /// `霁川会议简报（政务专刊）第5期`, then the meeting's title where there is one alone, else the date.
    public var subject: String? {
        guard let name else { return nil }
        var subject = name
        if let series, !name.contains(series) { subject += "（\(series)）" }
        if let issue { subject += issue }
        if meetings.count == 1, let title = meetings.first?.title, title != name {
            subject += "：" + title
        } else if issue == nil, let date {
            subject += "（\(date)）"
        }
        return subject
    }

    private struct Reader {
        let value: Briefing.Value
        let isMarked: Bool

        /// `nil` where it is empty.
        func text(_ key: String) -> String? {
            guard let text = value[key].text.map(plain), !text.isEmpty else { return nil }
            return text
        }

        func texts(_ key: String) -> [String] {
            value[key].list.compactMap(\.text).map(plain).filter { !$0.isEmpty }
        }

        func items(_ key: String) -> [Reader] {
            value[key].list.map { Reader(value: $0, isMarked: isMarked) }
        }

        func names(_ list: String, _ key: String, _ limit: Int) -> Names {
            let all = items(list).compactMap { $0.text(key) }
            return Names(first: Array(all.prefix(limit)), count: all.count)
        }

        /// Those of the officials who were there.
        var present: Names {
            let all = items("officials").filter { !$0.isAbsent }.compactMap { $0.text("name") }
            return Names(first: Array(all.prefix(MailSummary.names)), count: all.count)
        }

        /// Whether an official's role says only that he was not there: `委托主持（未到会）`, `请假`.
        private var isAbsent: Bool {
            let role = text("role") ?? ""
            return ["未到会", "未到會"].contains { role.contains($0) } || ["请假", "請假", "缺席"].contains(role)
        }

        func meeting(alone: Bool) -> Meeting {
            let host = items("officials").filter { !$0.isAbsent && $0.text("role")?.contains("主持") == true }
                .compactMap { $0.text("name") }
            let time = items("facts").first { ["时间", "時間"].contains($0.text("label") ?? "") }
            return Meeting(
                title: text("title") ?? text("name") ?? "（无标题）",
                day: (text("date") ?? time?.text("value")).map(Self.day),
                gist: alone ? text("gist") ?? text("text") : nil,
                host: text("host") ?? (host.isEmpty ? nil : host.joined(separator: "、")),
                people: present, goals: names("goals", "goal", MailSummary.goals))
        }

        /// `2024年5月6日，推定` of `2024年5月6日（推定，见整理说明）`: it is put into brackets, and the notes are not in the mail.
        private static func day(_ text: String) -> String {
            guard let mark = text.firstRange(of: "（推定") else { return text }
            return text[..<mark.lowerBound] + "，推定"
        }

        /// Without marks of setting and without what no line holds.
        private func plain(_ text: String) -> String {
            let marked = #/\[\[([^\[\]|]*)\|(dots|line|note|ruby [^\[\]|]*)\]\]/#
            let bare = isMarked ? text.replacing(marked) { $0.output.2 == "note" ? "" : String($0.output.1) } : text
            let words = bare.unicodeScalars.map { HeaderText.isUnsafe($0) ? " " : $0 }
            return String(scalars: words)
        }
    }
}

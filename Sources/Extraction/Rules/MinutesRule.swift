import Cleaning

/// Minutes: `时间：… 地点：… 主持：… 出席：… 记录：…`, a form with labels instead of sentences.
enum MinutesRule {
    struct Finding: Sendable {
        /// What the minutes are of, where a line above says it: `防汛工作会议纪要` without 纪要.
        var name: Range<Int>?
        var place: Range<Int>?
        var day: DateMention?
        /// The label that comes first.
        var range: Range<Int>
    }

    /// `nil` where the text has fewer than two labels of presence, or none that says who was in the chair, away or writing.
    static func minutes(in passage: Passage) -> Finding? {
        let text = passage.text.scalars
        var presence: [Range<Int>] = []
        var finding = Finding(range: 0..<0)
        for line in passage.paragraphs {
            if line.count <= 40, hasTwoCells(text, line), NameTable.isHead(text[line].map(\.value), 0..<line.count) {
                presence.append(line)
                continue
            }
            guard let label = label(text, line) else { continue }
            let rest = label.end..<line.upperBound
            if label.kind.contains(.presence) { presence.append(line.lowerBound..<label.end) }
            if label.kind.contains(.time), finding.day == nil {
                finding.day = DateRule.mentions(in: text, rest).first { $0.day != nil }
            }
            if label.kind.contains(.place), finding.place == nil { finding.place = trimmed(text, rest) }
        }
        guard presence.count >= 2, let first = presence.first else { return nil }
        finding.range = first
        finding.name = name(passage, before: first.lowerBound)
        return finding
    }

    private static func hasTwoCells(_ text: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        line.contains { Passage.isBlank(text[$0]) || text[$0] == "|" }
    }

    /// A label at the head of a line, blanks inside it passed over, and where its colon ends.
    private static func label(_ text: [Unicode.Scalar], _ line: Range<Int>) -> (kind: Vocabulary.Class, end: Int)? {
        var word: [Unicode.Scalar] = []
        for place in ItemNumber.end(text, line)..<line.upperBound {
            if text[place] == "：" || text[place] == ":" {
                let found = words.longestWithClass(in: word, at: 0, before: word.count)
                guard found.length == word.count, found.length > 0 else { return nil }
                return (Vocabulary.Class(rawValue: found.classes), place + 1)
            }
            if Passage.isBlank(text[place]) { continue }
            guard RegionRule.isHan(text[place]), word.count < 8 else { return nil }
            word.append(text[place])
        }
        return nil
    }

    /// The last line above the labels that is the name of a meeting.
    private static func name(_ passage: Passage, before end: Int) -> Range<Int>? {
        let text = passage.text.scalars
        for line in passage.paragraphs where line.upperBound <= end && line.count <= 60 {
            var close = line.upperBound
            for tail in tails where line.count > tail.count + 3 {
                if text[close - tail.count..<close].elementsEqual(tail) { close -= tail.count }
            }
            let name = line.lowerBound..<close
            if Vocabulary.events.longestEnding(.meetingNoun, in: text, at: close, after: name.lowerBound) > 0 {
                return name
            }
        }
        return nil
    }

    private static let tails = ["纪要", "记录", "签到表", "参会人员名单", "人员名单", "名单", "的"].map { Array($0.unicodeScalars) }

    private static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let first = range.first, Passage.isBlank(text[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, Passage.isBlank(text[last]) || text[last] == "。" {
            range = range.lowerBound..<last
        }
        return range.isEmpty || range.count > 40 ? nil : range
    }

    private static let words = Vocabulary([
        (
            .presence,
            """
            主持 主持人 会议主持 会议主持人 召集人 出席 出席人员 出席领导 参加 参加人员 参会人员 参会领导 与会人员 到会人员 出席人 参会人 参加人 列席 列席人员 列席人 请假 请假人员 缺席 缺席人员
            发布人 主发布人 新闻发布人 发布嘉宾 因事请假 请假人 未到 缺席人 记录 记录人 会议记录 记录员
            """
        ),
        (.time, "时间 会议时间 日期 会议日期 召开时间 开会时间"),
        (.place, "地点 会议地点 召开地点 开会地点"),
    ])
}

extension Vocabulary.Class {
    fileprivate static let presence = Self(bit: 0)
    fileprivate static let time = Self(bit: 1)
    fileprivate static let place = Self(bit: 2)
}

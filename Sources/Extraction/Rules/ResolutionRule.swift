import Cleaning

/// A company's notice of what its meeting resolved: `云溪股份有限公司2024年第一次临时股东大会决议公告`, and under it
/// `股东大会召开的时间：2024年5月6日`.
enum ResolutionRule {
    struct Finding: Sendable {
        /// The meeting's name in the title, and as it is written without blanks.
        var name: Range<Int>
        var text: String
        var company: Range<Int>?
        var day: DateMention?
        var place: Range<Int>?
    }

    /// `nil` where the head of the text has no such title.
    static func resolution(in passage: Passage) -> Finding? {
        let text = passage.text.scalars
        for paragraph in passage.paragraphs.prefix(6) {
            let limit = min(paragraph.upperBound, paragraph.lowerBound + 200)
            for place in paragraph.lowerBound..<limit where passage.has("决议", at: place, before: limit) {
                guard
                    passage.has("决议公告", at: place, before: limit) || passage.has("决议的公告", at: place, before: limit)
                        || passage.has("会议决议", at: place - 2, before: limit)
                else { continue }
                guard let from = start(passage, paragraph.lowerBound, place) else { continue }
                let name = from..<place
                guard name.count > 6, name.count <= 80,
                    words.longestEnding(.held, in: text, at: place, after: name.lowerBound) > 0
                else { continue }
                return finding(passage, name, behind: place)
            }
        }
        return nil
    }

    /// Behind 原标题：, 公告编号 and what else stands before the company's name.
    private static func start(_ passage: Passage, _ from: Int, _ end: Int) -> Int? {
        let text = passage.text.scalars
        var start = end
        while start > from {
            switch text[start - 1] {
            case "|", "】", "、": return start
            // in the middle of news
            case "。", "；", "，", "“", "《": return nil
            case "：", ":":
                // 云溪科技：第三届董事会第二次会议
                if start - 1 - from >= 2, words.longestEnding(.label, in: text, at: start - 1, after: from) == 0 {
                    start -= 1
                    continue
                }
                return start
            default:
                if Numeral.digit(text[start - 1]) != nil, start < end, RegionRule.isHan(text[start]),
                    text[start] != "年",
                    text[start] != "月", text[start] != "日", text[start] != "次", text[start] != "届"
                {
                    return start
                }
                start -= 1
            }
        }
        while start < end, Passage.isBlank(text[start]) { start += 1 }
        return start
    }

    private static func finding(_ passage: Passage, _ name: Range<Int>, behind end: Int) -> Finding {
        let text = passage.text.scalars
        var written = String.UnicodeScalarView()
        for place in name where !Passage.isBlank(text[place]) && text[place] != "：" && text[place] != ":" {
            written.append(text[place])
        }
        var finding = Finding(name: name, text: String(written))
        for place in name where passage.has("有限公司", at: place, before: name.upperBound) {
            finding.company = name.lowerBound..<place + 4
            break
        }
        finding.day = day(passage, from: end)
        for (_, label) in labels(passage, .place, from: end) {
            var close = label
            while close < text.count, close - label < 50, !"。；(（\n".unicodeScalars.contains(text[close]),
                close + 1 >= text.count || text[close + 1] != "、"
            { close += 1 }
            if close > label { finding.place = label..<close }
            break
        }
        return finding
    }

    /// Behind 召开的时间：, else the day before the first 召开.
    private static func day(_ passage: Passage, from start: Int) -> DateMention? {
        let text = passage.text.scalars
        for (_, label) in labels(passage, .time, from: start) {
            let range = label..<min(text.count, label + 40)
            if let day = DateRule.mentions(in: text, range).first(where: { $0.day != nil }) { return day }
        }
        for sentence in passage.sentences where sentence.upperBound > start {
            for day in DateRule.mentions(in: text, max(start, sentence.lowerBound)..<sentence.upperBound)
            where day.day != nil && day.month != nil {
                let rest = day.range.upperBound..<min(sentence.upperBound, day.range.upperBound + 40)
                if rest.contains(where: {
                    passage.has("召开", at: $0, before: rest.upperBound)
                        || passage.has("举行", at: $0, before: rest.upperBound)
                }) {
                    return day
                }
            }
        }
        return nil
    }

    /// Where labels of a class stand, and where their colons end.
    private static func labels(_ passage: Passage, _ kind: Vocabulary.Class, from start: Int) -> [(Int, Int)] {
        let text = passage.text.scalars
        var found: [(Int, Int)] = []
        for place in start..<text.count where text[place] == "：" || text[place] == ":" {
            if words.longestEnding(kind, in: text, at: place, after: start) > 0 { found.append((place, place + 1)) }
            if found.count > 2 { break }
        }
        return found
    }

    private static let words = Vocabulary([
        (.held, "股东大会 股东会 董事会会议 监事会会议 持有人会议 债权人会议 次会议 会议 职工代表大会"),
        (.label, "原标题 标题 编号 公告编号 简称 代码 来源"),
        (.time, "召开的时间 召开时间 会议时间 召开的日期 召开日期 会议召开时间"),
        (.place, "召开的地点 召开地点 会议地点 会议召开地点"),
    ])
}

extension Vocabulary.Class {
    fileprivate static let held = Self(bit: 0)
    fileprivate static let label = Self(bit: 1)
    fileprivate static let time = Self(bit: 2)
    fileprivate static let place = Self(bit: 3)
}

import Cleaning

/// The year of a day printed without one, from what the text itself says, with its evidence.
enum YearRule {
    struct Finding: Sendable, Equatable {
        var year: Int
        var evidence: String
        /// False where the evidence only makes it likely.
        var sure: Bool
    }

    /// What the year of `month`-`day` is. Strongest first: anniversaries, what 今年 is said to be, the publication, a year in
    /// the meeting's name or its own sentence, a report that comes out the year after, the last year that the text tells of.
    static func year(
        month: Int, day: Int, passage: Passage, headline: Range<Int>?, sentence: Range<Int>?, name: String?,
        publication: Publication?
    ) -> Finding? {
        if let publication, let year = publication.year, let pubMonth = publication.month, let pubDay = publication.day
        {
            let isLater = (month, day) > (pubMonth, pubDay)
            if isLater || month < pubMonth, let sentence, isAnnounced(passage, sentence),
                (month - pubMonth + 12) % 12 <= 6
            {
                return Finding(year: isLater ? year : year + 1, evidence: publication.evidence, sure: true)
            }
            return Finding(year: isLater ? year - 1 : year, evidence: publication.evidence, sure: true)
        }
        let text = passage.text.scalars
        let whole = 0..<text.count
        if let found = AnniversaryRule.year(in: passage) { return found }
        if let found = thisYear(in: passage) { return found }
        if let name, let year = said(Array(name.unicodeScalars), 0..<name.unicodeScalars.count) ?? bare(name) {
            return adjusted(year, month: month, passage, "会议名称中的“\(year)年”")
        }
        if let sentence, let year = said(text, sentence) {
            return adjusted(year, month: month, passage, "会议所在句中的“\(year)年”")
        }
        if let headline, let year = said(text, headline) {
            return adjusted(year, month: month, passage, "标题中的“\(year)年”")
        }
        if let found = bulletin(passage) { return found }
        var years: [Int] = []
        for mention in DateRule.mentions(in: text, whole) {
            guard let year = mention.year, !isHorizon(text, mention.range), !isElsewhere(mention.range, passage),
                !isOfATitle(text, mention)
            else { continue }
            years.append(year)
        }
        // One year long gone tells nothing of today; a recent one, or one that the text comes back to, may.
        guard let last = years.max(), last >= 2000 || years.count(where: { $0 == last }) > 1 else { return nil }
        if isGone(last, passage) {
            return Finding(year: last + 1, evidence: "文中“\(last)年”与“今年”并举", sure: false)
        }
        return Finding(year: last, evidence: "文中提到的最近年份“\(last)年”", sure: false)
    }

    /// 将于, 定于: the day is still to come.
    private static func isAnnounced(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
        sentence.contains { place in
            ["将于", "将在", "定于", "拟于", "即将", "届时", "原定"].contains {
                passage.has($0, at: place, before: sentence.upperBound)
            }
        }
    }

    /// The year that a sentence tells beside the event; targets (到2025年) and beginnings (自2019年) are none.
    private static func said(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
        DateRule.mentions(in: text, range).first { $0.year != nil && !isHorizon(text, $0.range) }?.year
    }

    /// `2024云溪人才峰会`: the year without 年 at the head of a name.
    private static func bare(_ name: String) -> Int? {
        let scalars = Array(name.unicodeScalars).drop { Numeral.digit($0) == nil && !RegionRule.isHan($0) }
        guard let number = Numeral.whole(Array(scalars), at: 0, before: scalars.count), number.length == 4,
            (1990...2100).contains(number.value)
        else { return nil }
        return number.value
    }

    private static func isHorizon(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        if range.lowerBound > 0 {
            switch text[range.lowerBound - 1] {
            case "到", "至", "自", "从", "较", "比", "于", "—", "-": return true
            default: break
            }
        }
        guard range.upperBound < text.count else { return false }
        let next = text[range.upperBound]
        return next == "以" || next == "底" && text[range.lowerBound] == "到" || next == "版"
            || next == "前" || next == "起" || next == "～" || next == "~"
            || text[range.lowerBound - min(1, range.lowerBound)] == "向"
    }

    /// `《关于公布2022年度先进名单的通知》`: what is summed up, later.
    private static func isOfATitle(_ text: [Unicode.Scalar], _ mention: DateMention) -> Bool {
        guard mention.month == nil, mention.range.upperBound < text.count, text[mention.range.upperBound] == "度" else {
            return false
        }
        let before = text[max(0, mention.range.lowerBound - 30)..<mention.range.lowerBound]
        return before.last { $0 == "《" || $0 == "》" } == "《"
    }

    /// A year in somebody's life, or of a law's amendment tells nothing of today.
    private static func isElsewhere(_ range: Range<Int>, _ passage: Passage) -> Bool {
        guard let sentence = passage.sentences.first(where: { $0.contains(range.lowerBound) }) else { return false }
        return sentence.contains { place in
            ["修正", "修订", "届时", "出生", "生于", "毕业", "历任", "曾任", "成立于", "创办于", "月任", "年任", "年起"].contains {
                passage.has($0, at: place, before: sentence.upperBound)
            }
        }
    }

    /// December plans the year to come; January sums up the year gone.
    private static func adjusted(_ year: Int, month: Int, _ passage: Passage, _ evidence: String) -> Finding {
        func says(_ words: [StaticString]) -> Bool {
            for paragraph in passage.paragraphs {
                for place in paragraph
                where words.contains(where: { passage.has($0, at: place, before: paragraph.upperBound) }) {
                    return true
                }
            }
            return false
        }
        if month == 12, says(["明年", "来年"]), !says(["今年是"]) {
            return Finding(year: year - 1, evidence: evidence + "，十二月部署明年", sure: false)
        }
        if month <= 2, says(["去年", "过去一年"]), !says(["明年"]) {
            return Finding(year: year, evidence: evidence, sure: false)
        }
        return Finding(year: year, evidence: evidence, sure: true)
    }

    /// `2024年是…之年`, `今年是2024年`, `今年是“十四五”开局之年`.
    private static func thisYear(in passage: Passage) -> Finding? {
        for sentence in passage.sentences {
            guard
                let place = sentence.first(where: {
                    passage.has("今年是", at: $0, before: sentence.upperBound)
                        || passage.has("今年，是", at: $0, before: sentence.upperBound)
                })
            else { continue }
            let words = passage.text.string(place..<min(sentence.upperBound, place + 60))
            for (plan, mark, year) in plans where words.contains(plan) && words.contains(mark) {
                return Finding(year: year, evidence: "“今年是…\(plan)…\(mark)”即\(year)年", sure: true)
            }
        }
        return nil
    }

    /// `2023年增长5%，今年一季度…`: the year is not the current one.
    private static func isGone(_ year: Int, _ passage: Passage) -> Bool {
        let text = passage.text.scalars
        return passage.sentences.contains { sentence in
            let own = DateRule.mentions(in: text, sentence).first { $0.year == year && !isHorizon(text, $0.range) }
            guard let own, own.month == nil || own.day == nil else { return false }
            guard let now = sentence.first(where: { passage.has("今年", at: $0, before: sentence.upperBound) }),
                now >= own.range.upperBound
            else { return false }
            return !passage.has("今年是", at: now, before: sentence.upperBound)
        }
    }

    /// Years of five-year plans and of the works that count from a congress.
    private static let plans: [(String, String, Int)] = [
        ("十一五", "收官", 2010), ("十二五", "开局", 2011), ("十二五", "收官", 2015), ("十三五", "开局", 2016), ("十三五", "收官", 2020),
        ("十四五", "开局", 2021), ("十四五", "收官", 2025), ("十五五", "开局", 2026), ("十五五", "收官", 2030),
        ("二十大精神", "开局", 2023), ("党的二十大", "召开之年", 2022), ("党的十九大", "召开之年", 2017), ("十九大精神", "开局", 2018),
        ("建党一百周年", "", 2021), ("建党100周年", "", 2021), ("脱贫攻坚", "收官", 2020), ("脱贫攻坚", "决战", 2020), ("全面建成小康", "决胜", 2020),
        ("十二五", "承上启下", 2013), ("十三五", "承上启下", 2018), ("十四五", "承上启下", 2023), ("十五五", "承上启下", 2028),
        ("十四五", "目标任务的关键", 2024), ("十四五", "攻坚之年", 2024),
    ]

    /// A bulletin of one year (`2022中国生态环境状况公报`) comes out in the next.
    private static func bulletin(_ passage: Passage) -> Finding? {
        let text = passage.text.scalars
        for place in text.indices where text[place] == "《" {
            let close = Int(passage.closing[place])
            guard close > place, close - place < 40 else { continue }
            let title = passage.text.string(place + 1..<close)
            guard title.hasSuffix("公报") || title.hasSuffix("年鉴") || title.hasSuffix("年度报告"),
                let year = Numeral.whole(text, at: place + 1, before: close), year.length == 4,
                (1990...2100).contains(year.value)
            else { continue }
            return Finding(year: year.value + 1, evidence: "《\(title)》于次年发布", sure: false)
        }
        return nil
    }
}

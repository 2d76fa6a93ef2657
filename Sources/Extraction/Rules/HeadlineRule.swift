import Cleaning
import Diagnostics

/// The headline: a line before the text that ends in no stop.
enum HeadlineRule {
    /// Of the lines above the first one that reads as text, the one that tells an event; else the longest of them.
    static func headline(in passage: Passage) -> Range<Int>? {
        let text = passage.text.scalars
        var candidates: [Range<Int>] = []
        for paragraph in passage.paragraphs.prefix(5) {
            if isProse(text, paragraph) { break }
            var paragraph = paragraph
            // What a portal prints before another's title.
            for label: StaticString in ["（原标题：", "原标题："]
            where passage.has(label, at: paragraph.lowerBound, before: paragraph.upperBound) {
                let end =
                    passage.has("）", at: paragraph.upperBound - 1, before: paragraph.upperBound)
                    && text[paragraph.lowerBound] == "（"
                paragraph = paragraph.lowerBound + label.utf8CodeUnitCount / 3..<paragraph.upperBound - (end ? 1 : 0)
                break
            }
            if isSource(passage, paragraph) { continue }
            if isHeadline(text, paragraph) { candidates.append(paragraph) }
        }
        guard candidates.count < passage.paragraphs.count else { return nil }
        if let telling = candidates.first(where: { $0.count > 6 && tellsEvent(passage, $0) }) { return telling }
        return candidates.max { $0.count < $1.count }.flatMap { $0.count >= 6 ? $0 : nil }
    }

    /// 转自：…, 本文转自【…】
    private static func isSource(_ passage: Passage, _ range: Range<Int>) -> Bool {
        ["转自：", "转自:", "转自【", "本文转自", "转载自", "文章来源"].contains {
            passage.has($0, at: range.lowerBound, before: range.upperBound)
        }
    }

    private static func isProse(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if range.count > 120 { return true }
        switch text[last] {
        case "。", "；", "！", "？", "：", "”":
            return range.contains { text[$0] == "。" } || range.count > 40
        default:
            return range.contains { text[$0] == "。" }
        }
    }

    private static func isHeadline(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count >= 4, range.count <= 120 else { return false }
        var han = 0
        for place in range {
            if RegionRule.isHan(text[place]) { han += 1 }
            if text[place] == "〓" { return false }
        }
        guard han * 2 > range.count else { return false }
        // 来源：, 记者：, 发布时间： are labels.
        for place in range.prefix(6) where text[place] == "：" || text[place] == ":" {
            let label = String(scalars: text[range.lowerBound..<place])
            if ["来源", "作者", "记者", "时间", "日期", "发布时间", "发布日期", "编辑", "通讯员", "字号", "分享到", "浏览次数"].contains(label) {
                return false
            }
        }
        return true
    }

    private static func tellsEvent(_ passage: Passage, _ range: Range<Int>) -> Bool {
        Vocabulary.events.first([.convene, .meetingNoun, .attend, .visit, .audience], in: passage.text.scalars, range)
            != nil
    }
}

import Cleaning

/// Notices, announcements, documents, obituaries: what tells of no event that took place, by the words of its title.
enum NoticeRule {
    /// Where the title says so; `nil` for news.
    static func notice(in passage: Passage, headline: Range<Int>?) -> Range<Int>? {
        for line in passage.paragraphs.prefix(4) where line == headline || line.count <= 60 {
            if isNotice(passage.text.scalars, line) { return line }
        }
        // 特此公告。 where its title runs into the text
        guard let last = passage.paragraphs.last else { return nil }
        let text = passage.text.scalars
        for paragraph in passage.paragraphs.suffix(6) where paragraph.lowerBound <= last.lowerBound {
            if let close = words.first(.closing, in: text, paragraph), isFormula(text, close) { return close }
        }
        return nil
    }

    /// Behind a stop or a blank, and a stop or a company behind it.
    private static func isFormula(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0 else { return false }
        let before = text[range.lowerBound - 1]
        return before == "。" || before == "，" || Passage.isBlank(before)
    }

    private static func isNotice(_ text: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        var end = line.upperBound
        var isDraft = false
        // （2024年第3号）, （征求意见稿） behind it
        if let last = line.last, text[last] == "）" || text[last] == ")",
            let open = line.last(where: { text[$0] == "（" || text[$0] == "(" }), open > line.lowerBound
        {
            end = open
            // 若干措施（征求意见稿）: a document, whatever it is about
            isDraft = words.longest(.draft, in: text, at: open + 1, before: last) == last - open - 1
        }
        while end > line.lowerBound, Passage.isBlank(text[end - 1]) { end -= 1 }
        let title = line.lowerBound..<end
        guard title.count >= 2, !title.contains(where: { text[$0] == "。" || text[$0] == "，" }) else { return false }
        if words.longest(.whole, in: text, at: title.lowerBound, before: title.upperBound) == title.count {
            return true
        }
        guard words.longestEnding([.ending, .paper], in: text, at: end, after: title.lowerBound) > 0 else {
            return false
        }
        if isDraft || words.longestEnding(.ending, in: text, at: end, after: title.lowerBound) > 0 { return true }
        // 校领导来院宣布关于…的决定: news of it
        if title.contains(where: { words.longest(.told, in: text, at: $0, before: end) > 0 }) { return false }
        return title.contains { words.longest(.about, in: text, at: $0, before: end) > 0 }
    }

    private static let words = Vocabulary([
        (.whole, "通知 公告 通告 讣告 讣闻 启事 寻人启事 招聘启事 声明 公示 目录 会议通知 放假通知"),
        (.ending, "公告 通告 讣告 启事 公示 招聘简章 招生简章 温馨提示 的通知 会议通知 放假通知 招标公告 采购公告 竞赛通知 的函 的批复 征求意见稿 任前公示"),
        // A paper only where the title says what it is about.
        (.paper, "通报 办法 方案 规定 意见 细则 条例 决定 通知 预案 规划 纲要 措施 若干措施 实施意见 工作要点 管理办法 简章 说明 倡议书 公开信"),
        (.closing, "特此公告 特此通告 特此公示 特此函告 特此声明"), (.about, "关于"), (.told, "宣布 召开 举行 出席 解读 学习"),
        (.draft, "征求意见稿 草案 试行 送审稿 讨论稿 公开征求意见稿"),
    ])
}

extension Vocabulary.Class {
    fileprivate static let whole = Self(bit: 0)
    fileprivate static let ending = Self(bit: 1)
    fileprivate static let paper = Self(bit: 2)
    fileprivate static let about = Self(bit: 3)
    fileprivate static let draft = Self(bit: 4)
    fileprivate static let told = Self(bit: 5)
    fileprivate static let closing = Self(bit: 6)
}

import Cleaning

/// What a meeting is about, by the meeting's name: `乙河湿地保护与利用工作推进会`.
extension GoalRule {
    private static let words = Vocabulary([
        (
            .meeting,
            """
            工作推进会 工作推进会议 工作调度会 工作调度会议 工作动员会 工作动员大会 工作动员部署会 工作部署会 工作座谈会 工作现场会 工作专题会 工作推进大会 推进会 推进会议 调度会 调度会议 动员会 动员大会 座谈会 现场会 \
            现场推进会 工作现场推进会 工作汇报会 工作协调会 推进大会 动员部署会
            """
        ),
        (.matter, "建设 治理 保护 利用 整治 处置 创建 改革 标准化 一体化 提升 振兴 整改 换届 修复 节水 化债 防治 招商 禁毒 扶贫 帮扶"),
        (.held, "召开 举行 举办 召开了 举行了 组织召开 主持召开 的 了 召开的 全市 全县 全区 全省 全国 全州 全校 第一次 第二次 第三次"),
    ])

    /// The topic that stands before the meeting's word in the first sentence that has one; none where it names no work.
    func topic() -> Goal? {
        for sentence in passage.sentences.prefix(4) {
            var place = sentence.lowerBound + 4
            while place < sentence.upperBound {
                let length = Self.words.longest(.meeting, in: text, at: place, before: sentence.upperBound)
                if length > 0 { return topic(before: place, sentence) }
                place += 1
            }
        }
        return nil
    }

    private func topic(before end: Int, _ sentence: Range<Int>) -> Goal? {
        guard Self.words.longestEnding(.matter, in: text, at: end, after: sentence.lowerBound) > 0 else { return nil }
        var start = end
        while start > sentence.lowerBound, end - start <= 30, RegionRule.isHan(text[start - 1]) {
            if Self.words.longestEnding(.held, in: text, at: start, after: sentence.lowerBound) > 0 { break }
            start -= 1
        }
        // 云溪区湿地保护: whose it is stays out.
        if let body = (start..<min(start + 6, end)).last(where: { "省市区县州".unicodeScalars.contains(text[$0]) }),
            body > start
        {
            start = body + 1
        }
        guard (5...24).contains(end - start), !holdsClause(start..<end), !text[start..<end].contains("暨"),
            !"该本为此其".unicodeScalars.contains(text[start])
        else { return nil }
        return Goal(range: start..<end, kind: "named", rule: "goal.topic", sure: false)
    }
}

extension Vocabulary.Class {
    fileprivate static let meeting = Self(bit: 0)
    fileprivate static let matter = Self(bit: 1)
    fileprivate static let held = Self(bit: 2)
}

import Cleaning

/// What is to be built, and what one wants to become.
extension GoalRule {
    /// `打造全国节水的典范`, up to the end of its clause.
    func vision(_ place: Int, _ start: Int, _ range: Range<Int>) -> Goal? {
        guard
            passage.has("打造", at: place, before: start) || passage.has("建设", at: place, before: start)
                || passage.has("争创", at: place, before: start) || passage.has("争当", at: place, before: start)
                || passage.has("创建", at: place, before: start) || passage.has("构建", at: place, before: start)
        else { return nil }
        if let become = become(start, range) { return become }
        var end = start
        while end < range.upperBound, end - start <= 30,
            RegionRule.isHan(text[end]) || text[end] == "、" || text[end] == "-" || text[end] == "·"
        { end += 1 }
        guard end - start >= 6, end - start <= (isSpoken(place) ? 30 : 16), text[start] != "了",
            words.longestEnding(.visionHead, in: text, at: end, after: start) > 0,
            isSpoken(place) || !text[start..<end].contains("、")
        else { return nil }
        return Goal(range: start..<end, kind: "action", rule: "goal.vision")
    }

    /// `推动甲江国家湿地公园建设`: a thing that is built, by its name.
    func project(_ place: Int, _ start: Int, _ range: Range<Int>) -> Goal? {
        guard passage.has("推动", at: start - 2, before: start) || passage.has("推进", at: start - 2, before: start) else {
            return nil
        }
        var end = start
        while end < range.upperBound, end - start <= 18, RegionRule.isHan(text[end]), !isBreak(end) { end += 1 }
        guard passage.has("建设", at: end - 2, before: range.upperBound), end - 2 - start >= 6,
            isBuilt(end - 2)
        else { return nil }
        return Goal(range: start..<end - 2, kind: "action", rule: "goal.project", sure: false)
    }

    /// 公园, 新城 end here.
    private func isBuilt(_ end: Int) -> Bool {
        for word: StaticString in [
            "公园", "新城", "新区", "园区", "枢纽", "走廊", "通道", "机场", "铁路", "运河", "屏障", "强国", "强省", "强市", "强县", "强区", "省份",
        ]
        where passage.has(word, at: end - 2, before: end) {
            return true
        }
        return false
    }

    /// `打造成功能齐全、环境优美的标杆项目`: what it is to become, without what it is like.
    private func become(_ start: Int, _ range: Range<Int>) -> Goal? {
        guard start < range.upperBound, text[start] == "成" else { return nil }
        var end = start + 1
        var link: Int?
        while end < range.upperBound, end - start <= 30, RegionRule.isHan(text[end]) || text[end] == "、" {
            if text[end] == "的" { link = end }
            end += 1
        }
        let first = link.map { $0 + 1 } ?? (start + (text[start + 1] == "为" ? 2 : 1))
        guard end - first >= 4, !text[first..<end].contains("、"),
            words.longestEnding(.visionHead, in: text, at: end, after: first - 1) > 2
        else { return nil }
        return Goal(range: first..<end, kind: "action", rule: "goal.vision")
    }
}

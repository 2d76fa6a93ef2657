import Cleaning

/// Acts told without 了: a report given, advice, an end or a beginning.
extension ResultRule {
    /// `张三作关于议程草案的说明`, `李四作关于预算执行情况的报告`.
    func report(_ range: Range<Int>) -> Outcome? {
        guard
            passage.has("说明", at: range.upperBound - 2, before: range.upperBound)
                || passage.has("报告", at: range.upperBound - 2, before: range.upperBound)
                || passage.has("汇报", at: range.upperBound - 2, before: range.upperBound)
        else { return nil }
        for place in range where passage.has("作关于", at: place, before: range.upperBound) {
            return Outcome(range: place + 1..<range.upperBound, kind: "proceeding", rule: "result.told")
        }
        return nil
    }

    /// `围绕X等方面提出意见建议`, `对困难给出良好的建议`.
    func advice(_ range: Range<Int>) -> Outcome? {
        guard
            passage.has("意见", at: range.upperBound - 2, before: range.upperBound)
                || passage.has("建议", at: range.upperBound - 2, before: range.upperBound)
        else { return nil }
        guard range.count >= 8 else { return nil }
        for place in (range.lowerBound..<range.upperBound - 3).suffix(14)
        where passage.has("提出", at: place, before: range.upperBound)
            || passage.has("给出", at: place, before: range.upperBound)
            || passage.has("发表", at: place, before: range.upperBound)
        {
            guard place == range.lowerBound || !"所会并".unicodeScalars.contains(text[place - 1]) else { return nil }
            return Outcome(range: brief(range, from: place), kind: "proceeding", rule: "result.act")
        }
        return nil
    }

    /// `项目于6月顺利完成`, `提升计划在会上正式启动`: what came to its end or began.
    func finished(_ range: Range<Int>) -> Outcome? {
        for word: StaticString in [
            "顺利完成", "圆满完成", "全面完成", "正式启动", "正式上线", "正式投用", "正式开工", "正式运营",
        ] where passage.has(word, at: range.upperBound - 4, before: range.upperBound) {
            let subject = range.lowerBound..<range.upperBound - 4
            guard subject.count >= 3, !isWay(range),
                !subject.contains(where: { "将要拟应需可待若保望争".unicodeScalars.contains(text[$0]) })
            else { return nil }
            return Outcome(range: range, kind: "achievement", rule: "result.finished")
        }
        return nil
    }
}

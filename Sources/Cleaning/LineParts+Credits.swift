/// What ends a line and is no part of its last sentence: credits, sources, prompts of the site.
extension LineParts {
    func ending(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isSpace { end -= 1 }
        guard end > range.lowerBound else { return nil }
        if let part = bracketed(range.lowerBound..<end) { return (part.range.lowerBound..<range.upperBound, part.kind) }
        return unbracketed(range.lowerBound..<end).map { ($0.range.lowerBound..<range.upperBound, $0.kind) }
    }

    /// `（记者 张三）`, `【编辑:张子怡】` behind a sentence.
    private func bracketed(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        let pairs: [Unicode.Scalar: Unicode.Scalar] = ["）": "（", ")": "(", "】": "【", "]": "[", "］": "［"]
        guard let last = text[range].last, let opening = pairs[last],
            let open = text[range].suffix(320).lastIndex(of: opening),
            open > range.lowerBound || range.lowerBound == line.lowerBound
        else { return nil }
        var before = open
        while before > range.lowerBound, text[before - 1].isSpace { before -= 1 }
        let content = text[open + 1..<range.upperBound - 1].drop(while: \.isSpace)
        let followsSentence =
            before == range.lowerBound || text[before - 1].endsSentence || text[before - 1].closes
        // （记者：…；编辑：…） names as many as there were.
        guard followsSentence, !content.isEmpty, content.count < 90 || CreditLines.labels.isPrefix(of: content) else {
            return nil
        }
        if content.starts(with: "原标题".unicodeScalars), open > range.lowerBound {
            return (before..<range.upperBound, "source")
        }
        if content.starts(with: "投稿".unicodeScalars) { return (before..<range.upperBound, "contact") }
        guard !content.contains("。") else { return nil }
        if PublicationLines.kind(of: content, isHead: false) == "source" {
            return (before..<range.upperBound, "source")
        }
        return CreditLines.isCreditPart(content) ? (before..<range.upperBound, "credit") : nil
    }

    /// `来源：吉林日报`, `责任编辑：` behind the last sentence of a line.
    private func unbracketed(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        if let found = Self.closings.ranges(in: text[range].suffix(60)).first, found.lowerBound > range.lowerBound {
            return (found.lowerBound..<range.upperBound, "related")
        }
        if let found = Self.statements.ranges(in: text[range].suffix(240)).first, found.lowerBound > range.lowerBound,
            text[found.lowerBound - 1].endsSentence || text[found.lowerBound - 1].closes
                || text[found.lowerBound - 1].isSpace
        {
            return (found.lowerBound..<range.upperBound, "licence")
        }
        if let found = Self.reprinting.ranges(in: text[range].suffix(40)).last,
            !text[found.lowerBound...range.upperBound - 1].contains("，")
        {
            var start = found.lowerBound
            while start > range.lowerBound, text[start - 1].isSpace || text[start - 1] == "*" || text[start - 1] == "＊"
            {
                start -= 1
            }
            if start > range.lowerBound { return (start..<range.upperBound, "licence") }
        }
        if text[range].suffix(4).elementsEqual("本版导读".unicodeScalars), range.count > 4 {
            var start = range.upperBound - 4
            while start > range.lowerBound, text[start - 1].isSpace { start -= 1 }
            return (start..<range.upperBound, "navigation")
        }
        if text[range.upperBound - 1].closes, let open = text[range].suffix(40).lastIndex(of: "《"),
            open > range.lowerBound,
            text[open - 1].endsSentence || text[open - 1].isSpace,
            PublicationLines.isPaper(text[open..<range.upperBound])
        {
            return (open..<range.upperBound, "source")
        }
        if let marked = marked(range) ?? signedSource(range) { return marked }
        let tail = text[range].suffix(48)
        guard let stop = tail.lastIndex(where: { $0.endsSentence || $0 == "”" || $0 == "）" }),
            stop + 1 < range.upperBound, text[range.lowerBound..<stop].contains("。") || text[stop] == "。"
        else { return nil }
        let rest = text[stop + 1..<range.upperBound].drop(while: \.isSpace)
        guard !rest.isEmpty else { return nil }
        let part = stop + 1..<range.upperBound
        if let kind = PublicationLines.kind(of: rest, isHead: false), kind == "source" { return (part, kind) }
        if CreditLines.labels.isPrefix(of: rest) || CreditLines.endsWithNames(rest) { return (part, "credit") }
        // 每日经济新闻
        if rest.count >= 3, GluedDateline.isOutlet(rest) { return (part, "source") }
        // A name alone behind the last sentence of a line.
        if rest.count == 3, text[stop].endsSentence, PersonNames.areNames(rest, most: 1) { return (part, "credit") }
        return nil
    }

    /// `来源：临江晚报（一审：张三 二审：李四）` behind the last sentence.
    private func signedSource(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        guard "）)".unicodeScalars.contains(text[range.upperBound - 1]) else { return nil }
        let tail = text[range].suffix(70)
        guard let open = tail.lastIndex(where: { $0 == "（" || $0 == "(" }),
            CreditLines.isCreditPart(text[open + 1..<range.upperBound - 1]),
            let stop = tail[..<open].lastIndex(where: { $0.endsSentence || $0.closes })
        else { return nil }
        let rest = text[stop + 1..<open].drop(while: \.isSpace)
        guard !rest.isEmpty, PublicationLines.kind(of: rest, isHead: false) == "source" else { return nil }
        return (stop + 1..<range.upperBound, "source")
    }

    /// `…议题中` + `来源 | 临江网编辑 | 张三责编 | 李四`: roles with strokes behind them, whatever stands before.
    private func marked(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        let tail = text[range].suffix(60)
        guard tail.contains(where: { "|｜丨︱".unicodeScalars.contains($0) }) else { return nil }
        for at in tail.indices where at > range.lowerBound && CreditLines.isMarkedRole(tail[at...]) {
            guard !tail[at...].contains("。"), !tail[at...].contains("，") else { return nil }
            return (at..<range.upperBound, text[at] == "来" ? "source" : "credit")
        }
        return nil
    }

    private static let statements = Phrases(
        "（以上信息为 （以上内容为 （以上信息由 （以上内容由 广告声明： 声明：此文 声明：本文 声明：转载 声明：以上 声明：该文 如遇作品内容、版权等问题 如遇作品内容 本文属于原创文章 本文为原创文章 更多精彩资讯请在 更多精彩资讯，请 欢迎提供新闻线索 免责声明 特别声明： 版权声明： 郑重声明： 爆料、维权通道 维权通道： 新闻线索报料通道 报料通道："
    )
    private static let reprinting = Phrases("转载请注明 转载须注明 转载请标明")
    /// What sites print behind an article, wherever it ends.
    private static let closings = Phrases("返回搜狐，查看更多 返回搜狐 更多精彩内容请 点击查看更多 查看原文>> 阅读原文>>")
}

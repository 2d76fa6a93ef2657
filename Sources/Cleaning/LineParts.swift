/// The dateline that begins a line and the credits that end it.
struct LineParts {
    let text: [Unicode.Scalar]
    let line: Range<Int>
    /// Where each scalar of the text came from: a space that was closed still parts a dateline from its sentence.
    let origins: [Range<Int>]

    func parts() -> [(range: Range<Int>, kind: String)] {
        var parts: [(range: Range<Int>, kind: String)] = []
        var start = line.lowerBound
        let glued = GluedDateline(text: text, line: line, origins: origins).range()
        if let glued, glued.lowerBound - line.lowerBound >= 6 {
            parts.append((glued, "dateline"))
            start = glued.upperBound
        } else if let end = dateline() ?? byline() ?? glued?.upperBound {
            parts.append((start..<end, "dateline"))
            start = end
        }
        var end = line.upperBound
        var tail: [(range: Range<Int>, kind: String)] = []
        while end > start, let part = ending(start..<end) {
            tail.append(part)
            end = part.range.lowerBound
        }
        return parts
            + (advertisements(start..<end) + captions(start..<end)).sorted { $0.range.lowerBound < $1.range.lowerBound }
            + tail.reversed()
    }

    // MARK: Datelines

    /// `记者 张三 通讯员 李四近日，…`: who wrote it, and nothing between the last name and the news.
    private func byline() -> Int? {
        let found = CreditLines.writers.ranges(in: text[line].prefix(40))
        guard let first = found.first, first.lowerBound == line.lowerBound, let last = found.last else { return nil }
        for (word, next) in zip(found, found.dropFirst())
        where !PersonNames.areNames(text[word.upperBound..<next.lowerBound], most: 3) {
            return nil
        }
        let start = skipSpaces(last.upperBound)
        for length in [3, 2] where start + length + 2 < line.upperBound {
            let end = start + length
            if PersonNames.areNames(text[start..<end], most: 1),
                text[end].isDigit || Self.leads.isPrefix(of: text[end...])
            {
                return end
            }
        }
        return nil
    }

    private static let leads = Phrases("近日 日前 今天 昨天 昨日 今日 为 “ 近年来 上午 下午")

    /// Whether the line is a dateline and nothing else.
    var isDateline: Bool { dateline() == line.upperBound }

    /// Where a dateline ends: `新华社北京5月6日电（记者…）`, `本报讯`, `央视网消息（新闻联播）：`, `…记者 张三 青岛报道`.
    private func dateline() -> Int? {
        if let end = bracketedDateline() { return end }
        let head = text[line].prefix(64)
        var depth = 0
        for at in head.indices {
            switch text[at] {
            case "（", "(": depth += 1
            case "）", ")": depth -= 1
            case "，", "。", "；", "“", "《", "！", "？", "、", "：":
                if depth == 0 { return nil }
            case "讯", "电":
                if depth == 0, let end = closing(word: at..<at + 1) { return end }
            case "息":
                if depth == 0, at > head.startIndex, text[at - 1] == "消", let end = closing(word: at - 1..<at + 1) {
                    return end
                }
            case "道":
                guard depth == 0, at > head.startIndex, text[at - 1] == "报" else { break }
                if isReport(head[..<(at - 1)]) || isDatedReport(head[..<(at - 1)], end: at + 1) {
                    return skipSpaces(at + 1)
                }
            default: break
            }
        }
        return nil
    }

    private func closing(word: Range<Int>) -> Int? {
        let before = text[line.lowerBound..<word.lowerBound]
        let isTelegram = text[word.lowerBound] == "电"
        guard Self.outlets.isFound(in: before), before.count <= 24, !before.starts(with: "据".unicodeScalars),
            !before.contains(where: \.isSpace), let last = before.last
        else { return nil }
        if isTelegram {
            guard last == "日" || (before.count <= 10 && Self.agencies.isPrefix(of: before)) else { return nil }
        } else {
            guard "报网社台站日视刊端媒体）)闻".unicodeScalars.contains(last) || isDressed(word.upperBound, before) else {
                return nil
            }
        }
        var end = word.upperBound
        var isMarked = isParted(end)
        end = skipSpaces(end)
        if end < line.upperBound, text[end] == "（" || text[end] == "(" {
            guard let close = text[end..<line.upperBound].prefix(60).firstIndex(where: { $0 == "）" || $0 == ")" })
            else { return nil }
            end = skipSpaces(close + 1)
            isMarked = true
        }
        if end < line.upperBound, text[end] == "：" || text[end] == ":" {
            end = skipSpaces(end + 1)
            isMarked = true
        }
        // 本报讯, 某网讯 and 5月6日电 need no bracket; 消息 does.
        guard isMarked || word.count == 1 else { return nil }
        return reporter(end) ?? end
    }

    /// `本报讯 ` + `记者张三报道 `
    private func reporter(_ start: Int) -> Int? {
        guard start < line.upperBound, CreditLines.writers.isPrefix(of: text[start..<line.upperBound]),
            let report = text[start..<line.upperBound].prefix(28).firstIndex(of: "道"), text[report - 1] == "报",
            isParted(report + 1), !text[start..<report].contains("，"),
            CreditLines.endsWithNames(text[start..<report - 1])
        else { return nil }
        return skipSpaces(report + 1)
    }

    /// `新京报贝壳财经讯 `: a column of the outlet before the word, a space behind it.
    private func isDressed(_ end: Int, _ before: ArraySlice<Unicode.Scalar>) -> Bool {
        isParted(end) && before.count <= 12
            && before.allSatisfy { $0.isHan || $0.isLatinOrDigit }
    }

    private func isReport(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        CreditLines.writers.isFound(in: before) && before.contains(where: \.isSpace) && before.count <= 56
    }

    /// `参考消息网8月7日报道 `
    private func isDatedReport(_ before: ArraySlice<Unicode.Scalar>, end: Int) -> Bool {
        before.last == "日" && before.count <= 20 && Self.outlets.isFound(in: before)
            && !before.starts(with: "据".unicodeScalars) && !before.contains(where: \.isSpace)
            && isParted(end)
    }

    /// Whether a space stands before a place, or stood there.
    private func isParted(_ place: Int) -> Bool {
        guard place > 0, place < line.upperBound else { return false }
        return text[place].isSpace || origins[place - 1].upperBound < origins[place].lowerBound
    }

    /// `【环球网报道 见习记者 姜蔼玲】`
    private func bracketedDateline() -> Int? {
        guard let first = text[line].first, first == "【" || first == "[",
            let close = text[line].prefix(48).firstIndex(where: { $0 == "】" || $0 == "]" })
        else { return nil }
        let content = text[line.lowerBound + 1..<close]
        guard !content.contains("，"), content.count >= 4,
            CreditLines.writers.isFound(in: content) || content.suffix(2).elementsEqual("报道".unicodeScalars)
                || content.last == "讯" || content.last == "电"
        else { return nil }
        return skipSpaces(close + 1)
    }

    private func skipSpaces(_ at: Int) -> Int {
        var at = at
        while at < line.upperBound, text[at].isSpace { at += 1 }
        return at
    }

    private static let outlets = Phrases("社 报 网 台 客户端 央视 本站 新闻 中新 融媒")
    private static let agencies = Phrases("新华社 中新社 中新网 本报")

    // MARK: Credits

    private func ending(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
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
            let open = text[range].suffix(90).lastIndex(of: opening),
            open > range.lowerBound || range.lowerBound == line.lowerBound
        else { return nil }
        var before = open
        while before > range.lowerBound, text[before - 1].isSpace { before -= 1 }
        let content = text[open + 1..<range.upperBound - 1].drop(while: \.isSpace)
        let followsSentence =
            before == range.lowerBound || text[before - 1].endsSentence || text[before - 1].closes
        guard followsSentence, !content.isEmpty, !content.contains("。") else { return nil }
        if PublicationLines.kind(of: content, isHead: false) == "source" {
            return (before..<range.upperBound, "source")
        }
        if content.starts(with: "投稿".unicodeScalars) { return (before..<range.upperBound, "contact") }
        return CreditLines.isCreditPart(content) ? (before..<range.upperBound, "credit") : nil
    }

    /// `来源：吉林日报`, `责任编辑：` behind the last sentence of a line.
    private func unbracketed(_ range: Range<Int>) -> (range: Range<Int>, kind: String)? {
        if let found = Self.closings.ranges(in: text[range].suffix(60)).first, found.lowerBound > range.lowerBound {
            return (found.lowerBound..<range.upperBound, "related")
        }
        if let found = Self.statements.ranges(in: text[range].suffix(240)).first, found.lowerBound > range.lowerBound,
            text[found.lowerBound - 1].endsSentence || text[found.lowerBound - 1].closes
        {
            return (found.lowerBound..<range.upperBound, "licence")
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
        if let marked = marked(range) { return marked }
        let tail = text[range].suffix(48)
        guard let stop = tail.lastIndex(where: { $0.endsSentence || $0 == "”" || $0 == "）" }),
            stop + 1 < range.upperBound, text[range.lowerBound..<stop].contains("。") || text[stop] == "。"
        else { return nil }
        let rest = text[stop + 1..<range.upperBound].drop(while: \.isSpace)
        guard !rest.isEmpty else { return nil }
        let part = stop + 1..<range.upperBound
        if let kind = PublicationLines.kind(of: rest, isHead: false), kind == "source" { return (part, kind) }
        if CreditLines.labels.isPrefix(of: rest) || CreditLines.endsWithNames(rest) { return (part, "credit") }
        // A name alone behind the last sentence of a line.
        if rest.count == 3, text[stop].endsSentence, PersonNames.areNames(rest, most: 1) { return (part, "credit") }
        return nil
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
        "（以上信息为 （以上内容为 （以上信息由 （以上内容由 广告声明： 声明：此文 声明：本文 声明：转载 声明：以上 声明：该文 免责声明 特别声明： 版权声明： 郑重声明： 爆料、维权通道 维权通道：")
    /// What sites print behind an article, wherever it ends.
    private static let closings = Phrases("返回搜狐，查看更多 返回搜狐 更多精彩内容请 点击查看更多 查看原文>> 阅读原文>>")
}

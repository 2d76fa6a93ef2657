/// The dateline that begins a line and the credits that end it.
struct LineParts {
    let text: [Unicode.Scalar]
    let line: Range<Int>
    /// Where each scalar of the text came from: a space that was closed still parts a dateline from its sentence.
    let origins: [Range<Int>]

    func parts() -> [(range: Range<Int>, kind: String)] {
        var parts: [(range: Range<Int>, kind: String)] = []
        var start = line.lowerBound
        if let end = textLabel() {
            parts.append((start..<end, "publication"))
            return parts + LineParts(text: text, line: end..<line.upperBound, origins: origins).parts()
        }
        if let end = reprint() {
            parts.append((start..<end, "source"))
            return parts + LineParts(text: text, line: end..<line.upperBound, origins: origins).parts()
        }
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
        join(&tail)
        return parts
            + boxes(start..<end)
            + tail.reversed()
    }

    /// `2024-05-06 10:22，正文：`: when it was published, and the label of the text.
    private func textLabel() -> Int? {
        let head = text[line].prefix(60)
        for at in head.indices.dropFirst(2)
        where text[at] == "：" && text[at - 1] == "文" && text[at - 2] == "正" {
            let before = text[line.lowerBound..<at - 2]
            guard !before.contains("。"),
                before.allSatisfy({ !$0.isHan || "年月日时分来源间发布于".unicodeScalars.contains($0) })
                    || PublicationLines.kind(of: before, isHead: true) != nil || isTrail(before)
                    || CreditLines.labels.isPrefix(of: before)
            else { return nil }
            return skipSpaces(at + 1)
        }
        return nil
    }

    /// `临江网 > 新闻 > 要闻 2024-05-06 10:22`: where one is on a site, and the day.
    private func isTrail(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        before.count(where: { $0 == ">" || $0 == "＞" || $0 == "»" }) >= 2 && before.count(where: \.isDigit) >= 8
            && before.count(where: { $0 == "，" }) <= 1 && before.count <= 60
    }

    /// `来源：临江日报（一审：张三 二审：李四）`: the bracket behind a source belongs to it.
    private func join(_ tail: inout [(range: Range<Int>, kind: String)]) {
        var at = 0
        while at + 1 < tail.count {
            let (later, earlier) = (tail[at], tail[at + 1])
            let first = text[earlier.range].first { !$0.isSpace }
            let second = text[later.range].first { !$0.isSpace }
            if earlier.kind == "source", later.kind == "credit", later.range.lowerBound == earlier.range.upperBound,
                first == "来", second == "（" || second == "("
            {
                tail[at] = (earlier.range.lowerBound..<later.range.upperBound, "source")
                tail.remove(at: at + 1)
            } else {
                at += 1
            }
        }
    }

    // MARK: Datelines

    /// Whether the line is a dateline and nothing else.
    var isDateline: Bool { dateline() == line.upperBound }

    /// Where a dateline ends: `新华社北京5月6日电（记者…）`, `本报讯`, `央视网消息（新闻联播）：`, `…记者 张三 青岛报道`.
    private func dateline() -> Int? {
        if let end = bracketedDateline() ?? quotedReport() ?? namedReport() { return end }
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

    /// `本报讯 ` + `记者张三报道 `, `张三、记者李四报道`
    private func reporter(_ start: Int) -> Int? {
        guard start < line.upperBound else { return nil }
        let rest = LineParts(text: text, line: start..<line.upperBound, origins: origins)
        return rest.namedReport(isBehindDateline: true)
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

    /// `据临江晨报报道（本报记者张三）`, `综合新华社、路透社报道：`
    private func quotedReport() -> Int? {
        let head = text[line].prefix(30)
        let isJoint = head.starts(with: "综合".unicodeScalars)
        guard isJoint || head.first == "据",
            let way = head.indices.dropFirst(4).first(where: { text[$0] == "道" && text[$0 - 1] == "报" }),
            !head[..<way].contains(where: { "，。；：“《".unicodeScalars.contains($0) })
        else { return nil }
        let end = skipSpaces(way + 1)
        guard end < line.upperBound else { return nil }
        if isJoint { return text[end] == "：" || text[end] == ":" ? skipSpaces(end + 1) : nil }
        guard text[end] == "（" || text[end] == "(",
            let close = text[end..<line.upperBound].prefix(40).firstIndex(where: { $0 == "）" || $0 == ")" }),
            CreditLines.writers.isFound(in: text[end..<close])
        else { return nil }
        return skipSpaces(close + 1)
    }

    /// `临江日报 张三、记者李四报道` + `从…获悉`: outlets and names, and the word at their end, with nothing between them and the news.
    private func namedReport(isBehindDateline: Bool = false) -> Int? {
        let head = text[line].prefix(44)
        guard head.first != "据", head.contains(where: { $0 == "记" || $0 == "通" }),
            let writer = CreditLines.writers.ranges(in: head).last
        else { return nil }
        let before = head[..<writer.lowerBound]
        guard before.isEmpty || isBehindDateline && before.count <= 14 || Self.outlets.isFound(in: before),
            before.allSatisfy({ $0.isHan || $0.isSpace || $0 == "、" || $0 == "·" })
        else { return nil }
        let rest = text[writer.upperBound..<line.upperBound].prefix(16)
        for at in rest.indices.dropFirst(2)
        where text[at - 1] == "报" && text[at] == "道" || text[at - 1] == "整" && text[at] == "理" {
            guard PersonNames.areNames(rest[..<(at - 1)], most: 3), at + 1 < line.upperBound,
                !"了的称说此，。、".unicodeScalars.contains(text[at + 1])
            else { return nil }
            return skipSpaces(at + 1)
        }
        return nil
    }

    /// `【环球网报道 见习记者 姜蔼玲】`
    private func bracketedDateline() -> Int? {
        guard let first = text[line].first, "【[（(".unicodeScalars.contains(first),
            let close = text[line].prefix(48).firstIndex(where: { "】]）)".unicodeScalars.contains($0) })
        else { return nil }
        let content = text[line.lowerBound + 1..<close]
        // （临江网讯）: round brackets hold many other things.
        if first == "（" || first == "(" {
            guard content.count <= 14, content.last == "讯", Self.outlets.isFound(in: content) else { return nil }
        }
        guard !content.contains("，"), content.count >= 4,
            CreditLines.writers.isFound(in: content) || content.suffix(2).elementsEqual("报道".unicodeScalars)
                || content.last == "讯" || content.last == "电"
        else { return nil }
        return skipSpaces(close + 1)
    }

    func skipSpaces(_ at: Int) -> Int {
        var at = at
        while at < line.upperBound, text[at].isSpace { at += 1 }
        return at
    }

    private static let outlets = Phrases("社 报 网 台 客户端 央视 本站 新闻 中新 融媒")
    private static let agencies = Phrases("新华社 中新社 中新网 本报")
}

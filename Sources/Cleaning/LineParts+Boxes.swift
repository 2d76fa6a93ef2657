/// What stands between two sentences of a line and belongs to neither: advertisements, captions.
extension LineParts {
    /// All of them in order; none overlaps another.
    func boxes(_ range: Range<Int>) -> [(range: Range<Int>, kind: String)] {
        let all = (advertisements(range) + captions(range) + photographers(range) + signedCaptions(range))
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        var kept: [(range: Range<Int>, kind: String)] = []
        for part in all where part.range.lowerBound >= kept.last?.range.upperBound ?? range.lowerBound {
            kept.append(part)
        }
        return kept
    }

    // MARK: Advertisements

    /// `广告 …！ ×` between two sentences: the box that a site puts into the text.
    func advertisements(_ range: Range<Int>) -> [(range: Range<Int>, kind: String)] {
        var found: [(range: Range<Int>, kind: String)] = []
        var at = range.lowerBound
        while let open = text[at..<range.upperBound].firstIndex(of: "广") {
            at = open + 1
            guard at < range.upperBound, text[at] == "告",
                open == range.lowerBound || text[open - 1].endsSentence || text[open - 1].closes
                    || text[open - 1].isSpace || text[open - 1] == "×",
                let close = text[at..<range.upperBound].prefix(90).firstIndex(of: "×")
            else { continue }
            found.append((open..<close + 1, "advertisement"))
            at = close + 1
        }
        return found
    }

    // MARK: Captions

    /// `…。论坛现场。通讯员供图会前，…`, `…。张三 资料图李四…`: a picture's words between two sentences, without a stop of their own.
    func captions(_ range: Range<Int>) -> [(range: Range<Int>, kind: String)] {
        var found: [(range: Range<Int>, kind: String)] = []
        for at in range where text[at] == "图" {
            guard let word = pictured(at, range) else { continue }
            var start = word.lowerBound
            while start > range.lowerBound, word.lowerBound - start < 30, !text[start - 1].endsSentence {
                // “古桥新韵”画展现场（通讯员供图）
                if text[start - 1] == "”",
                    let open = text[range.lowerBound..<start - 1].suffix(16).lastIndex(of: "“")
                {
                    start = open
                    continue
                }
                guard text[start - 1] != "，", text[start - 1] != "：", !text[start - 1].closes else { break }
                start -= 1
            }
            guard start == range.lowerBound || text[start - 1].endsSentence,
                start >= found.last?.range.upperBound ?? range.lowerBound
            else { continue }
            // 座谈会现场。通讯员供图: the caption's own sentence stands before it.
            if word.lowerBound - start <= 8, let own = captionSentence(endingAt: start, range) { start = own }
            var end = word.upperBound
            // 张三（资料图 图片来源：临江发布）
            if let open = text[start..<word.lowerBound].lastIndex(where: { $0 == "（" || $0 == "(" }),
                !text[open..<word.lowerBound].contains(where: { $0 == "）" || $0 == ")" }),
                let close = text[end..<range.upperBound].prefix(30).firstIndex(where: { $0 == "）" || $0 == ")" }),
                !text[end..<close].contains("。")
            {
                end = close
            }
            // 【资料图】
            if start > range.lowerBound || text[start] == "【", end < range.upperBound, text[end] == "】" {
                if start > range.lowerBound, text[start - 1] == "【" { start -= 1 }
                if text[start] == "【" { end += 1 }
            }
            while end < range.upperBound, text[end] == "）" || text[end] == ")" || text[end] == "。" { end += 1 }
            found.append((start..<end, "caption"))
        }
        return found
    }

    /// `…启动。张三摄市委书记…`: who took a picture, between two sentences.
    func photographers(_ range: Range<Int>) -> [(range: Range<Int>, kind: String)] {
        var found: [(range: Range<Int>, kind: String)] = []
        for at in range where text[at] == "摄" {
            if let bracket = signedBracket(at, range) {
                found.append((bracket, "caption"))
                continue
            }
            var start = at
            while start > range.lowerBound, at - start < 7, !text[start - 1].endsSentence, text[start - 1] != "”" {
                start -= 1
            }
            guard start > range.lowerBound, text[start - 1].endsSentence || text[start - 1] == "”" else { continue }
            let name = text[start..<at].filter { !$0.isSpace }
            guard (2...3).contains(name.count), PersonNames.areNames(name[...], most: 1) else { continue }
            var end = at + 1
            guard end >= range.upperBound || !"影制像取氏".unicodeScalars.contains(text[end]) else { continue }
            while end < range.upperBound, text[end].isSpace || text[end] == "。" { end += 1 }
            let own = text[start - 1].endsSentence ? captionSentence(endingAt: start, range) : nil
            found.append(((own ?? start)..<end, "caption"))
        }
        return found
    }

    /// Where the short sentence begins that says what a picture shows: no comma in it, and no one who speaks.
    private func captionSentence(endingAt end: Int, _ range: Range<Int>) -> Int? {
        guard end - 1 > range.lowerBound, text[end - 1] == "。" else { return nil }
        var start = end - 1
        while start > range.lowerBound, end - start <= 42, !text[start - 1].endsSentence {
            guard !"，；：".unicodeScalars.contains(text[start - 1]) else { return nil }
            start -= 1
        }
        guard start > range.lowerBound, text[start - 1].endsSentence, (4...40).contains(end - start),
            !Self.speech.isFound(in: text[start..<end])
        else { return nil }
        return start
    }

    private static let speech = Phrases("强调 指出 要求 表示 说 介绍 主持 出席 认为 提出 了")

    /// `…疏通河道。（本报记者 张三摄）`, `（李四 王五摄影报道）` between two sentences.
    private func signedBracket(_ at: Int, _ range: Range<Int>) -> Range<Int>? {
        guard let close = text[at..<range.upperBound].prefix(6).firstIndex(where: { $0 == "）" || $0 == ")" }),
            let open = text[range.lowerBound..<at].suffix(20).lastIndex(where: { $0 == "（" || $0 == "(" }),
            open > range.lowerBound, text[open - 1].endsSentence, !text[open..<at].contains("，"),
            CreditLines.isCreditPart(text[open + 1..<close])
        else { return nil }
        return open..<close + 1
    }

    /// `…前往视察。记者张三／摄影`: a picture's sentence and, behind it, who took it.
    func signedCaptions(_ range: Range<Int>) -> [(range: Range<Int>, kind: String)] {
        var found: [(range: Range<Int>, kind: String)] = []
        for at in range.dropFirst(6) where text[at] == "／" || text[at] == "/" {
            if let caption = credited(at, range) {
                found.append((caption, "caption"))
                continue
            }
            let word = Self.signatures.prefix(of: text[at + 1..<range.upperBound])
            guard word > 0 else { continue }
            var stop = at
            while stop > range.lowerBound, at - stop < 16, !text[stop - 1].endsSentence { stop -= 1 }
            guard stop > range.lowerBound, text[stop - 1].endsSentence, at - stop >= 2 else { continue }
            var start = stop - 1
            while start > range.lowerBound, stop - start < 90, !text[start - 1].endsSentence {
                if let last = found.last, start == last.range.upperBound { break }
                start -= 1
            }
            found.append((start..<at + 1 + word, "caption"))
        }
        return found
    }

    /// `…视察工地。图／甲江县政府提供` that ends the line: a picture's sentence and whose picture it is.
    private func credited(_ slash: Int, _ range: Range<Int>) -> Range<Int>? {
        guard slash - 2 > range.lowerBound, text[slash - 1] == "图", text[slash - 2].endsSentence,
            (3...16).contains(range.upperBound - slash - 1),
            !text[slash..<range.upperBound].contains(where: { $0.endsSentence || $0 == "，" }),
            Self.signatures.isSuffix(of: text[slash + 1..<range.upperBound])
        else { return nil }
        var start = slash - 2
        while start > range.lowerBound, slash - start < 120, !text[start - 1].endsSentence { start -= 1 }
        return start..<range.upperBound
    }

    private static let signatures = Phrases("摄影 翻摄 提供 摄")

    /// 供图, 资料图, 官网截图 that ends at a place, with what goes on from it (资料图片).
    private func pictured(_ at: Int, _ range: Range<Int>) -> Range<Int>? {
        guard at - 2 >= range.lowerBound else { return nil }
        switch text[at - 1] {
        case "供": return at - 1..<at + 1
        case "料" where text[at - 2] == "资":
            return at - 2..<(at + 1 < range.upperBound && text[at + 1] == "片" ? at + 2 : at + 1)
        case "截" where at - 3 >= range.lowerBound && Self.screens.isSuffix(of: text[at - 3..<at - 1]):
            return at - 3..<at + 1
        default: return nil
        }
    }

    private static let screens = Phrases("视频 官网 网络 微博 网页")
}

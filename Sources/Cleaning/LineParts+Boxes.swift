/// What stands between two sentences of a line and belongs to neither: advertisements, captions.
extension LineParts {
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
                guard text[start - 1] != "，", text[start - 1] != "：", !text[start - 1].closes else { break }
                start -= 1
            }
            guard start == range.lowerBound || text[start - 1].endsSentence,
                start >= found.last?.range.upperBound ?? range.lowerBound
            else { continue }
            var end = word.upperBound
            // 张三（资料图 图片来源：临江发布）
            if let open = text[start..<word.lowerBound].lastIndex(where: { $0 == "（" || $0 == "(" }),
                !text[open..<word.lowerBound].contains(where: { $0 == "）" || $0 == ")" }),
                let close = text[end..<range.upperBound].prefix(30).firstIndex(where: { $0 == "）" || $0 == ")" }),
                !text[end..<close].contains("。")
            {
                end = close
            }
            while end < range.upperBound, text[end] == "）" || text[end] == ")" || text[end] == "。" { end += 1 }
            found.append((start..<end, "caption"))
        }
        return found
    }

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

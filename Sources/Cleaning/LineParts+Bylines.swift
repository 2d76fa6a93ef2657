/// Who wrote it or from whom it was taken over, at the front of a line.
extension LineParts {
    /// `记者 张三 通讯员 李四近日，…`: who wrote it, and nothing between the last name and the news.
    func byline() -> Int? {
        // 通讯员供图 is a caption's.
        let found = CreditLines.writers.ranges(in: text[line].prefix(40)).filter {
            $0.upperBound >= line.upperBound || text[$0.upperBound] != "供"
        }
        guard let first = found.first, let last = found.last,
            first.lowerBound == line.lowerBound || isOutlet(line.lowerBound..<first.lowerBound)
        else { return nil }
        for (word, next) in zip(found, found.dropFirst())
        where !PersonNames.areNames(text[word.upperBound..<next.lowerBound], most: 3) {
            return nil
        }
        let start = lastName(from: skipSpaces(last.upperBound))
        for length in [3, 2] where start + length + 2 < line.upperBound {
            let end = start + length
            // A pen name is told by the day behind it.
            if length == 2, text[start..<end].allSatisfy(\.isHan), isDay(end) { return skipSpaces(end) }
            if PersonNames.areNames(text[start..<end], most: 1),
                isDigit(behindSpaces: end) || Self.leads.isPrefix(of: text[end...]) || opensCaption(end)
            {
                return skipSpaces(end)
            }
        }
        return nil
    }

    /// `通讯员 张三 李四 王五近日`: where the last of the names begins.
    private func lastName(from first: Int) -> Int {
        var start = first
        for _ in 0..<4 {
            let end = start + (text[start..<line.upperBound].prefix(4).firstIndex(where: \.isSpace) ?? start) - start
            let next = skipSpaces(end)
            guard (2...3).contains(end - start), next + 1 < line.upperBound, next > end,
                PersonNames.areNames(text[start..<end], most: 1),
                PersonNames.areNames(text[next..<next + 2], most: 1)
            else { break }
            start = next
        }
        return start
    }

    /// `签约现场 通讯员供图` right behind the names.
    private func opensCaption(_ start: Int) -> Bool {
        let rest = text[start..<line.upperBound].prefix(24)
        guard let end = rest.indices.dropFirst(3).first(where: { text[$0] == "图" && text[$0 - 1] == "供" }) else {
            return false
        }
        return rest[..<end].allSatisfy { $0.isHan || $0.isSpace }
    }

    /// `7月25日`
    private func isDay(_ start: Int) -> Bool {
        let head = text[start..<line.upperBound].prefix(3)
        guard let month = head.firstIndex(of: "月"), month > start else { return false }
        return head[..<month].allSatisfy(\.isDigit)
    }

    private func isDigit(behindSpaces at: Int) -> Bool {
        let at = skipSpaces(at)
        return at < line.upperBound && text[at].isDigit
    }

    /// `临江新闻` before 记者.
    private func isOutlet(_ range: Range<Int>) -> Bool {
        (3...8).contains(range.count) && text[range].allSatisfy(\.isHan) && Self.papers.isSuffix(of: text[range])
    }

    /// `本文转自：临江网` + `近日，…`: from whom it was taken over, and the first words of the news.
    func reprint() -> Int? {
        let label = Self.reprints.prefix(of: text[line])
        guard label > 0 else { return nil }
        let start = line.lowerBound + label
        for end in start + 3..<max(start + 4, min(start + 12, line.upperBound - 2)) where end < line.upperBound {
            guard text[end - 1].isHan else { return nil }
            if Self.papers.isSuffix(of: text[start..<end]),
                text[end].isDigit || Self.days.isPrefix(of: text[end...])
            {
                return end
            }
        }
        return nil
    }

    private static let reprints = Phrases("本文转自： 本文转自: 本文转载自： 转自： 转载自： 本文来源：")
    private static let papers = Phrases("新闻 报 网 社 台 客户端 发布 在线")
    private static let days = Phrases("近日 日前 今天 昨天 昨日 今日 近年来 连日来")

    static let leads = Phrases("近日 日前 今天 昨天 昨日 今日 为 “ 近年来 上午 下午 今年 去年 目前 连日来 入夏 入汛 随着")
}

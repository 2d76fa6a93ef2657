/// A dateline that stands behind a title on the same line: `…座谈会召开中新网福建新闻8月16日电（记者 张三）近日，…`.
///
/// Where it begins is known only where the outlet is: a title may end with any word.
struct GluedDateline {
    let text: [Unicode.Scalar]
    let line: Range<Int>
    /// Where each scalar came from: a space that was closed still parts a dateline from its sentence.
    let origins: [Range<Int>]

    /// The dateline with its bracket and the mark behind it; `nil` where there is none before the first full stop.
    func range() -> Range<Int>? {
        var depth = 0
        for at in line.prefix(150) {
            switch text[at] {
            case "。": return nil
            case "【":
                if let end = bracket(at) { return skipBack(at)..<end }
                depth += 1
            case "《":
                if depth == 0, let end = paper(at) { return skipBack(at)..<end }
                depth += 1
            case "（", "(", "“": depth += 1
            case "）", ")", "”", "》", "】": depth -= 1
            case "讯", "电", "息", "道":
                if depth == 0, let word = word(endingAt: at), let found = dateline(word) {
                    return skipBack(found.lowerBound)..<found.upperBound
                }
            case "记" where depth == 0, "通" where depth == 0 && isBehindStroke(at):
                if let found = byline(at) { return skipBack(found.lowerBound)..<found.upperBound }
            default: break
            }
        }
        return nil
    }

    /// `…工作推进会召开` + `记者 张三通讯员 李四` + `5月6日，…`: the writers' names up to the day or 近日.
    private func byline(_ at: Int) -> Range<Int>? {
        guard at - line.lowerBound >= 6 else { return nil }
        let words = Self.reporters.ranges(in: text[at..<line.upperBound].prefix(44))
        guard words.first?.lowerBound == at, let last = words.last else { return nil }
        for (word, next) in zip(words, words.dropFirst())
        where !PersonNames.areNames(text[word.upperBound..<next.lowerBound], most: 3) {
            return nil
        }
        let start = skipSpaces(last.upperBound)
        for length in [3, 2] where start + length + 2 < line.upperBound {
            let end = start + length
            guard PersonNames.areNames(text[start..<end], most: 1) else { continue }
            if text[end].isDigit || LineParts.leads.isPrefix(of: text[end...]) {
                return namedOutlet(before: at)..<end
            }
            // `…数字化建设 中新财经记者 陈科勇 协会…`: blanks part it from both sides.
            if text[end].isSpace, words.count == 1, let start = beforeOutlet(at) { return start..<skipSpaces(end) }
        }
        return nil
    }

    /// `临江日报客户端 | 通讯员 …`
    private func isBehindStroke(_ at: Int) -> Bool {
        let end = skipBack(at)
        return end > line.lowerBound && "|｜丨︱".unicodeScalars.contains(text[end - 1])
    }

    /// Where `新华网`, `北京日报客户端 | ` right before a place begins.
    private func namedOutlet(before at: Int) -> Int {
        var end = skipBack(at)
        while end > line.lowerBound, "|｜丨︱".unicodeScalars.contains(text[end - 1]) { end = skipBack(end - 1) }
        if end - line.lowerBound > 3, text[end - 3..<end].elementsEqual("客户端".unicodeScalars) { end -= 3 }
        guard let last = Self.outlets.ranges(in: text[max(line.lowerBound, end - 10)..<end]).last,
            last.upperBound == end
        else { return at }
        return last.lowerBound
    }

    /// `《临江周刊》甲江讯（记者何立群）`: a paper in its marks, the place, and who wrote it.
    private func paper(_ open: Int) -> Int? {
        guard let close = text[open..<line.upperBound].prefix(14).firstIndex(of: "》"),
            let word = text[close..<line.upperBound].prefix(6).firstIndex(where: { $0 == "讯" || $0 == "电" }),
            text[close + 1..<word].allSatisfy(\.isHan), word + 1 < line.upperBound,
            text[word + 1] == "（" || text[word + 1] == "(",
            let end = text[word..<line.upperBound].prefix(40).firstIndex(where: { $0 == "）" || $0 == ")" }),
            Self.reporters.isFound(in: text[word..<end])
        else { return nil }
        return skipSpaces(end + 1)
    }

    /// Where the name of an outlet begins that stands between a blank and 记者.
    private func beforeOutlet(_ at: Int) -> Int? {
        var start = at
        while start > line.lowerBound, at - start < 9, text[start - 1].isHan { start -= 1 }
        guard start > line.lowerBound, text[start - 1].isSpace, at - start < 9 else { return nil }
        return start
    }

    private func word(endingAt at: Int) -> Range<Int>? {
        switch text[at] {
        case "讯", "电": at..<at + 1
        case "息" where at > line.lowerBound && text[at - 1] == "消": at - 1..<at + 1
        case "道" where at > line.lowerBound && text[at - 1] == "报": at - 1..<at + 1
        default: nil
        }
    }

    /// `【环球网报道 见习记者 张三】`
    private func bracket(_ open: Int) -> Int? {
        guard let close = text[open..<line.upperBound].prefix(48).firstIndex(of: "】") else { return nil }
        let content = text[open + 1..<close]
        guard content.count >= 4, !content.contains("，"),
            Self.reporters.isFound(in: content) || content.suffix(2).elementsEqual("报道".unicodeScalars)
        else { return nil }
        return skipSpaces(close + 1)
    }

    private func dateline(_ word: Range<Int>) -> Range<Int>? {
        let dated = day(before: word.lowerBound)
        guard let start = outlet(before: dated ?? word.lowerBound, isDated: dated != nil),
            !isQuoted(start)
        else { return nil }
        var end = word.upperBound
        let isParted =
            end < line.upperBound
            && (text[end].isSpace || origins[end - 1].upperBound < origins[end].lowerBound)
        end = skipSpaces(end)
        var isMarked = false
        if end < line.upperBound, text[end] == "（" || text[end] == "(",
            let close = text[end..<line.upperBound].prefix(60).firstIndex(where: { $0 == "）" || $0 == ")" })
        {
            end = skipSpaces(close + 1)
            isMarked = true
        }
        if end < line.upperBound, "，,：:".unicodeScalars.contains(text[end]) {
            end = skipSpaces(end + 1)
            isMarked = true
        }
        let isReport = text[word.lowerBound] == "报"
        guard !isReport || isParted || end < line.upperBound && "据综".unicodeScalars.contains(text[end]) else {
            return nil
        }
        // 消息 and 报道 are ordinary words: they need the day, or the bracket.
        let isPlain = isParted && text[word.lowerBound] == "讯"
        return dated != nil || (isMarked || isPlain) && !isReport ? start..<end : nil
    }

    /// Where `8月16日`, `8 月 16 日` right before a place begins.
    private func day(before end: Int) -> Int? {
        var at = skipBack(end)
        guard at > line.lowerBound, text[at - 1] == "日" else { return nil }
        at = skipBack(at - 1)
        guard let day = digits(before: at) else { return nil }
        at = skipBack(day)
        guard at > line.lowerBound, text[at - 1] == "月", let month = digits(before: skipBack(at - 1)) else {
            return nil
        }
        return skipBack(month)
    }

    private func digits(before end: Int) -> Int? {
        var at = end
        while at > line.lowerBound, end - at < 2, text[at - 1].isDigit { at -= 1 }
        return at < end ? at : nil
    }

    /// The outlet's name, a place or a column behind it (`中新网福建新闻`, `新华社北京`), a second outlet before it.
    private func outlet(before end: Int, isDated: Bool) -> Int? {
        var end = skipBack(end)
        if end > line.lowerBound, text[end - 1] == "）" || text[end - 1] == ")",
            let open = text[line.lowerBound..<end].suffix(14).lastIndex(where: { $0 == "（" || $0 == "(" })
        {
            end = open
        }
        let low = max(line.lowerBound, end - 26)
        let names = Self.outlets.ranges(in: text[low..<end])
        guard let last = names.last, end - last.upperBound <= (isDated ? 6 : 2),
            text[last.upperBound..<end].allSatisfy({ $0.isHan || $0.isLatinOrDigit })
        else { return nil }
        var start = last.lowerBound
        for name in names.dropLast().reversed() {
            guard start - name.upperBound <= 1,
                text[name.upperBound..<start].allSatisfy({ "-－、·/".unicodeScalars.contains($0) })
            else { break }
            start = name.lowerBound
        }
        return start
    }

    /// `据新华社8月4日电`: who is quoted.
    private func isQuoted(_ start: Int) -> Bool {
        guard start > line.lowerBound else { return false }
        let before = text[start - 1]
        return before == "据" || before == "合" || before == "、" || before == "和" || before == "从" || before == "由"
    }

    private func skipBack(_ at: Int) -> Int {
        var at = at
        while at > line.lowerBound, text[at - 1].isSpace { at -= 1 }
        return at
    }

    private func skipSpaces(_ at: Int) -> Int {
        var at = at
        while at < line.upperBound, text[at].isSpace { at += 1 }
        return at
    }

    private static let reporters = Phrases("记者 通讯员")
    /// Outlets by name, and the papers and sites that provinces name.
    private static let outlets: Phrases = {
        let named = """
            新华社 新华网 中新社 中新网 中国新闻网 人民网 人民日报 央视网 央视新闻 央广网 光明日报 光明网 经济日报 中国经济网 经济参考报 环球网 环球时报 参考消息网 \
            海外网 国际在线 中国网 中国日报网 中国青年报 中国青年网 法治日报 农民日报 工人日报 科技日报 检察日报 人民法院报 中国教育报 中国教育新闻网 中国教育在线 \
            中国企业报 中国环境报 中国经济导报 中国发展网 中国甘肃网 中国江苏网 中国山东网 中国吉林网 中国西藏网 财联社 智通财经APP 智通财经 证券时报网 证券时报 上海证券报 中国证券报 \
            每日经济新闻 第一财经 界面新闻 澎湃新闻 观察者网 IT之家 封面新闻 极目新闻 上游新闻 红星新闻 九派新闻 新京报 北青网 北京青年报 南方都市报 \
            荆楚网 大众网 鲁网 齐鲁网 齐鲁晚报 红网 大河网 浙江在线 东方网 南方网 大江网 交汇点 大公网 三秦都市报 三秦网 本报 本网 本台 本站
            """
        let provinces = """
            北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆
            """
        let kinds = ["日报", "日报网", "新闻网", "青年报", "晚报", "法制报", "法治报", "工人报", "农民报"]
        return Phrases(
            words(named) + words(provinces).flatMap { province in kinds.map { province + $0 } })
    }()

    /// Whether it is an outlet's name and nothing else.
    static func isOutlet(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        outlets.prefix(of: text) == text.count && text.first != "本"
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}

/// Lists of minutes: `出席：张三、李四`, `列席：…`, `请假：…`, one label a line or several.
struct RollCall {
    let finder: NameFinder
    let skipped: [Bool]

    /// A labelled stretch and what it makes of those who are named in it; no role means they are no officials (记录).
    struct Stretch: Sendable {
        var range: Range<Int>
        var role: Lexicon.Kind
    }

    private static let labels = Lexicon([
        (.presiding, "主持 主持人 会议主持 会议主持人 召集人 主持者 主席 会议主席"),
        (.attending, "出席 出席人员 出席领导 参加 参加人员 参会人员 参会领导 与会人员 到会人员 参会 与会 出席人 出席会议人员 参加会议人员 与会领导 出席者 参加人 参会人 应到 实到"),
        (.observing, "列席 列席人员 列席人"),
        (.absent, "请假 请假人员 缺席 缺席人员 因事请假 请假人 未到 未出席 缺席人"),
        (.reporting, "汇报人 汇报"),
        (.speaking, "主讲人 主讲 发言人 发言 发布人 主发布人 新闻发布人 发布嘉宾 新闻发言人"),
        (.credit, "记录 记录人 会议记录 记录员 整理 审稿 校对 签发 审签 拟稿"),
    ])

    private var values: [UInt32] { finder.values }

    func stretches() -> [Stretch] {
        var found: [Stretch] = []
        let end = values.count
        var place = 0
        var open: (start: Int, role: Lexicon.Kind)?
        func close(at place: Int) {
            if let begun = open, place > begun.start {
                found.append(Stretch(range: begun.start..<place, role: begun.role))
            }
            open = nil
        }
        while place < end {
            let atStart = place == 0 || !Script.isHan(values[place - 1])
            if atStart, Script.isHan(values[place]), let label = label(at: place) {
                close(at: place)
                open = (label.end, label.kind)
                place = label.end
                continue
            }
            if values[place] == Script.newline, let begun = open {
                // a label alone on its line covers the next one
                let empty = values[begun.start..<place].allSatisfy(Script.isBlank)
                if !empty, !goesOn(at: place + 1) { close(at: place) }
            }
            if values[place] == Script.stop { close(at: place) }
            place += 1
        }
        close(at: end)
        return found
    }

    /// `李四  市教育局副局长` on a line of its own under `发布人：张三  市教育局局长`.
    private func goesOn(at start: Int) -> Bool {
        guard let end = values[min(start, values.count)...].firstIndex(of: Script.newline) ?? Optional(values.count),
            end - start <= 40, start < end,
            let name = finder.find(at: start, in: .list, to: end), name.range.upperBound < end,
            Script.isBlank(values[name.range.upperBound])
        else { return false }
        return BracketTitle(values: values, words: finder.words).behindBlank(at: name.range.upperBound, to: end) != nil
            && !values[start..<end].contains { Script.endsClause($0) }
    }

    /// A label with its colon; blanks may stand between its characters.
    private func label(at start: Int) -> Lexicon.Match? {
        var squeezed: [UInt32] = []
        var place = start
        while place < values.count, squeezed.count <= 12 {
            let value = values[place]
            if value == Script.colon || value == 0x3A {
                guard let kind = Self.labels.exact(squeezed, 0..<squeezed.count) ?? spoken(squeezed) else { return nil }
                return Lexicon.Match(end: place + 1, kind: kind.contains(.credit) ? [] : kind)
            }
            if Script.isHan(value) {
                squeezed.append(value)
            } else if !Script.isBlank(value) {
                return nil
            }
            place += 1
        }
        return nil
    }

    /// `出席会议的有：`, `主席台就座的有：`
    private func spoken(_ label: [UInt32]) -> Lexicon.Kind? {
        guard let last = label.last, last == 0x6709, label.count >= 4 else { return nil }
        let wanted: Lexicon.Kind = [.attending, .observing, .absent, .accompanying]
        for place in label.indices {
            if let word = finder.words.longest(label, at: place, to: label.count, of: wanted), word.end - place > 1 {
                return word.kind.intersection(wanted)
            }
        }
        return nil
    }

    /// The names of a stretch that nothing else has found: alone, between blanks and 、, before their title or a bracket.
    func names(in stretch: Range<Int>, taken: [Bool]) -> [Mention] {
        var found: [Mention] = []
        var place = stretch.lowerBound
        var opens = true
        while place < stretch.upperBound {
            let value = values[place]
            guard Script.isHan(value) else {
                opens = true
                place += 1
                continue
            }
            if opens, !taken[place], !skipped[place],
                let name = finder.find(at: place, in: .list, to: stretch.upperBound)
            {
                let titles = BracketTitle(values: values, words: finder.words)
                let title =
                    titles.inBrackets(at: name.range.upperBound)
                    ?? titles.behindBlank(at: name.range.upperBound, to: stretch.upperBound)
                place = title?.end ?? name.range.upperBound
                var named = title.map { [$0.title] } ?? []
                // 党组书记、局长: more titles of the same person
                while !named.isEmpty, place < stretch.upperBound, values[place] == Script.listComma,
                    let more = titles.behindMark(at: place + 1, to: stretch.upperBound)
                {
                    named.append(more.title)
                    place = more.end
                }
                found.append(
                    Mention(
                        rule: .rollCall, span: name.range.lowerBound..<place, name: name.range,
                        titles: named, sure: true))
            } else {
                place += 1
            }
            opens = false
        }
        return found
    }
}

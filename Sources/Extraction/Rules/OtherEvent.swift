/// The event that somebody attended beside the meeting itself: `会前，…参加…启动仪式。市领导…参加活动`.
struct OtherEvent {
    let values: [UInt32]
    let words: Lexicon
    let sentences: [Range<Int>]

    private static func values(_ texts: [String]) -> [[UInt32]] { texts.map { $0.unicodeScalars.map(\.value) } }
    private static let besides = values(["会前", "会后", "会议期间", "会议开始前", "会议结束后"])
    private static let kinds = values(["仪式", "活动", "论坛", "晚会", "展览", "展会", "大赛", "比赛", "首发式", "发布会", "座谈会", "音乐会"])
    private static let plain = values(["活动", "上述活动", "当天活动", "当天的活动", "此次活动", "相关活动", "有关活动", "启动仪式", "仪式", "了活动"])

    /// What `object`, the object of 参加 in sentence `index`, stands for; nil where it is the meeting itself.
    func event(of object: Range<Int>, in index: Int) -> Range<Int>? {
        let object = trimmed(object)
        guard Self.kinds.contains(where: { ends(object, $0) }) else { return nil }
        let isPlain = Self.plain.contains { object.count == $0.count && ends(object, $0) }
        if !isPlain {
            return Self.besides.contains { find($0, in: sentences[index].lowerBound..<object.lowerBound) != nil }
                ? object : nil
        }
        for earlier in stride(from: index, through: max(0, index - 2), by: -1) {
            let sentence = sentences[earlier]
            let end = min(sentence.upperBound, object.lowerBound)
            guard sentence.lowerBound < end,
                let mark = Self.besides.compactMap({ find($0, in: sentence.lowerBound..<end) }).first
            else { continue }
            if let named = named(in: mark..<end) { return named }
        }
        return nil
    }

    /// The object of 参加, 出席, 举行 … that names an event.
    private func named(in range: Range<Int>) -> Range<Int>? {
        var place = range.lowerBound
        while place < range.upperBound {
            guard let verb = words.longest(values, at: place, to: range.upperBound, of: [.attending, .holding]) else {
                place += 1
                continue
            }
            var end = verb.end
            while end < range.upperBound, !Script.endsClause(values[end]) { end += 1 }
            let object = trimmed(verb.end..<end)
            if object.count > 4, Self.kinds.contains(where: { ends(object, $0) }) { return object }
            place = verb.end
        }
        return nil
    }

    /// Without 了 before it.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, values[start] == 0x4E86 || Script.isBlank(values[start]) { start += 1 }
        return start..<range.upperBound
    }

    private func ends(_ range: Range<Int>, _ text: [UInt32]) -> Bool {
        range.count >= text.count && values[range.upperBound - text.count..<range.upperBound].elementsEqual(text)
    }

    private func find(_ text: [UInt32], in range: Range<Int>) -> Int? {
        guard range.count >= text.count else { return nil }
        return (range.lowerBound...range.upperBound - text.count).first {
            values[$0..<$0 + text.count].elementsEqual(text)
        }
    }
}

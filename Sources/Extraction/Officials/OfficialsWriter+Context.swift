import Cleaning

/// What the words around a group say of it: retold, or the host of guests.
extension OfficialsWriter {
    /// `会议指出，李某总理主持召开国务院会议`: what the meeting was told of another one.
    func isRetold(_ group: RoleReader.Group, _ number: Int) -> Bool {
        guard group.roles.contains(.convening) || group.roles.contains(.presiding) else { return false }
        let sentence = passage.sentences[number]
        if tellsTalk(sentence.lowerBound..<min(group.span.lowerBound, sentence.lowerBound + 14)) { return true }
        // 会议指出 on a line of its own
        return number > 0 && passage.sentences[number - 1].count <= 8 && tellsTalk(passage.sentences[number - 1])
    }

    private func tellsTalk(_ range: Range<Int>) -> Bool {
        range.contains { place in
            ["会议指出", "会议强调", "会议认为", "会议要求"].contains { passage.has($0, at: place, before: range.upperBound) }
        }
    }

    /// `今年5月，…`, `两年前，…`, `任职以来，先后…`: another time than the event's.
    func tellsOfBefore(_ sentence: Range<Int>) -> Bool {
        var start = sentence.lowerBound
        let end = sentence.upperBound
        while start < end, Script.isBlank(values[start]) { start += 1 }
        let openings: [StaticString] = [
            "去年", "前年", "早在", "此前", "当时", "上个月", "上月", "年初", "今年年初", "今年初", "不久前", "前不久", "曾经",
        ]
        if openings.contains(where: { passage.has($0, at: start, before: end) }) { return true }
        let scalars = passage.text.scalars
        var place = start
        // 今年5月, 2024年5月; with a day it may be the event's
        if passage.has("今年", at: place, before: end) {
            place += 2
        } else if let number = Numeral.whole(scalars, at: place, before: end) {
            let behind = place + number.length
            if number.value < 100, passage.has("年前", at: behind, before: end) { return true }
            guard number.length == 4, passage.has("年", at: behind, before: end) else { return isSince(sentence) }
            place = behind + 1
        } else {
            return isSince(sentence)
        }
        guard let month = Numeral.whole(scalars, at: place, before: end), (1...12).contains(month.value) else {
            return false
        }
        place += month.length
        guard passage.has("月", at: place, before: end), place + 1 < end else { return false }
        return Numeral.digit(scalars[place + 1]) == nil
    }

    /// `有记者提问：据报道，局长李某出席论坛时表示…`: where a question begins in a sentence, else its end.
    func question(in sentence: Range<Int>) -> Int {
        for place in sentence.dropLast(3) where passage.has("记者", at: place, before: sentence.upperBound) {
            let asks: [StaticString] = ["提问：", "问：", "提问:", "问道：", "提问，"]
            if asks.contains(where: { passage.has($0, at: place + 2, before: sentence.upperBound) }) { return place }
        }
        return sentence.upperBound
    }

    /// `担任局长以来，他先后会见了…`
    private func isSince(_ sentence: Range<Int>) -> Bool {
        guard let mark = sentence.prefix(24).first(where: { passage.has("以来，", at: $0, before: sentence.upperBound) })
        else { return false }
        return (mark + 3..<max(mark + 3, min(mark + 12, sentence.upperBound))).contains {
            passage.has("先后", at: $0, before: sentence.upperBound)
                || passage.has("多次", at: $0, before: sentence.upperBound)
        }
    }

    /// What 一行 behind a group says of its last member, whose roles so far are `before`.
    func addParty(_ group: RoleReader.Group, _ before: Lexicon.Kind, _ roles: inout Lexicon.Kind) {
        // 市长甲与董事长乙一行座谈: the guest is one already
        if group.members.count > 1, before.contains(.visiting) { roles.remove(.attending) }
        // 一行参加仪式: at it, not on a visit
        let isThere = roles.contains(.attending) && roles.isDisjoint(with: [.visiting, .guiding, .acting])
        if !group.isCited, !isThere, !isGreeted(group, before) { roles.insert(.visiting) }
    }

    /// `对董事长甲一行表示欢迎`, of somebody who was met before.
    func isGreeted(_ group: RoleReader.Group, _ roles: Lexicon.Kind) -> Bool {
        group.isObject && roles.contains(.attending)
    }

    /// `对调研组一行的到来表示欢迎`: the host speaks.
    func welcomes(_ range: Range<Int>) -> Bool {
        guard let word = range.first(where: { passage.has("欢迎", at: $0, before: range.upperBound) }),
            word - range.lowerBound < 40,
            range.prefix(8).contains(where: { values[$0] == 0x5BF9 || values[$0] == 0x5411 })  // 对, 向
        else { return false }
        return (range.lowerBound..<word).contains { place in
            ["一行", "到来", "来访", "到访", "莅临", "考察团", "调研组"].contains { passage.has($0, at: place, before: word) }
        }
    }
}

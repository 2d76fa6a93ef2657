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

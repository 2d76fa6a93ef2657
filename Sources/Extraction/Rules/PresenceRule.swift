import Cleaning

/// Whether people in office were at something that the text gives no meeting's name: `市长李某出席活动并致辞`.
enum PresenceRule {
    struct Finding: Sendable {
        /// The words that say so.
        var range: Range<Int>
        /// A ceremony, a talk or a signing rather than a show.
        var isMeeting: Bool
    }

    /// Looked for in the first sentences of the text.
    static func presence(in passage: Passage, headline: Range<Int>?) -> Finding? {
        guard let lead = LeadRule.sentence(in: passage, headline: headline) else { return nil }
        let text = passage.text.scalars
        let head =
            passage.sentences[lead]
            .lowerBound..<passage.sentences[min(lead + 2, passage.sentences.count - 1)].upperBound
        if head.contains(where: { words.longest(.barred, in: text, at: $0, before: head.upperBound) > 0 }) {
            return nil
        }
        for (number, sentence) in passage.sentences.enumerated() where number >= lead && number < lead + 12 {
            var place = sentence.lowerBound
            while let verb = Vocabulary.events.first(.attend, in: text, place..<sentence.upperBound) {
                place = verb.upperBound
                guard isPresence(passage, verb, sentence) else { continue }
                let told = passage.sentences[lead].lowerBound..<sentence.upperBound
                let isMeeting = told.contains {
                    words.longest(.occasion, in: text, at: $0, before: told.upperBound) > 0
                }
                return Finding(range: verb, isMeeting: isMeeting)
            }
        }
        return nil
    }

    /// A post before the verb in its own clause or the one before, and behind it what was attended, or nothing.
    private static func isPresence(_ passage: Passage, _ verb: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let text = passage.text.scalars
        let before = max(sentence.lowerBound, verb.lowerBound - 40)..<verb.lowerBound
        guard Vocabulary.events.first(.post, in: text, before) != nil,
            !before.contains(where: { text[$0] == "将" || text[$0] == "拟" })
        else { return false }
        var end = verb.upperBound
        while end < sentence.upperBound, !"，。；".unicodeScalars.contains(text[end]), end - verb.upperBound < 60 {
            end += 1
        }
        let object = verb.upperBound..<end
        if object.contains(where: { words.longest(.funeral, in: text, at: $0, before: end) > 0 }) { return false }
        return object.contains { words.longest(.attended, in: text, at: $0, before: end) > 0 }
    }

    private static let words = Vocabulary([
        (
            .attended,
            "活动 仪式 典礼 开幕 闭幕 启动 庆典 年庆 周年庆 晚会 决赛 论坛 讲堂 课堂 宣讲 会议 大会 座谈会 并致辞 并讲话 致辞 开园 开馆 开业 开工 竣工 通车 揭幕 揭牌 颁奖 签约 首发 首演 开班 结业"
        ),
        (.barred, "综合报道 日报道 涉嫌 严重违纪 受贿 逝世 病逝 落马 报道称 据报道 网站报道 报道说 通讯社 俄新社 路透社 法新社 美联社 答记者问 简历"),
        (.funeral, "遗体 告别 葬礼 追悼 追思"),
        (
            .occasion,
            "仪式 党日 签约 签署 揭牌 授牌 讲堂 课堂 大讲堂 开讲 宣讲 座谈 协商 捐赠 会议 大会 开工 奠基 动员 典礼 结对 论坛 研讨"
        ),
    ])
}

extension Vocabulary.Class {
    fileprivate static let attended = Self(bit: 0)
    fileprivate static let occasion = Self(bit: 1)
    fileprivate static let funeral = Self(bit: 2)
    /// What tells of somebody's fall or death, or what papers abroad say.
    fileprivate static let barred = Self(bit: 3)
}

import Cleaning

/// Texts in which a meeting is not the news: what papers abroad report, what the net says of somebody, a digest of the
/// day, the account of a campaign in which a meeting was one step of many.
enum RetoldRule {
    private static let words = Vocabulary([
        (
            .abroad,
            """
            当地时间 报道称 报道说 据报道 报道截图 路透社 法新社 美联社 德新社 俄新社 塔斯社 韩联社 共同社 彭博社 半岛电视台 推特 克里姆林宫 外媒
            环球网 环球时报 参考消息 俄媒 美媒 日媒 韩媒 英媒 知情人士 消息人士
            """
        ),
        (.hearsay, "网传 网友 热议 疑似 不属实 舆情 网络文章 引发关注 引起关注 全网关注 记者致电 致电记者 当事人 爆料 截图 断章取义 涉事"),
        (.agency, "路透社 法新社 美联社 德新社 俄新社 塔斯社 韩联社 共同社 报道称 半岛电视台"),
        (.death, "身亡 去世 逝世 遗体 追悼会 殡仪馆 跳江 死因 死亡原因 自杀"),
        (.market, "恒生指数 沪指 上证指数 深成指 创业板指 科创50 收盘 午盘 开盘 应声大涨 热门股 涨超 跌超 涨停 跌停 板块 涨幅 跌幅 两市 北向资金 A股 港股 ETF"),
        (.crime, "罚没 内幕交易 涉嫌 被查 留置 受贿 严重违纪 判处 有期徒刑 枪击 遇害 嫌疑人 暗杀 逮捕 拘留 行政处罚 违法违规"),
        (.risk, "股市有风险 投资需谨慎 不作为任何投资依据"),
        (.digest, "本期导读 本期聚焦 权威解读 要闻要论 国际要闻 国内要闻 天气预报 早安 早报 晚报 今日要闻 一图速览 新闻早班车 【详细】 摘要："),
        (.step, "会议 专题会议 工作会议 动员会 部署会 推进会 协调会 座谈会 专题会 紧急会议 特别会议 动员会议 部署会议 协调会议 视频会议 例会 电话会议"),
    ])

    /// The words that say so; `nil` where the meeting is the news.
    static func retold(
        in passage: Passage, headline: Range<Int>?, meeting: MeetingRule.Finding, isVisit: Bool
    ) -> Range<Int>? {
        guard let lead = LeadRule.sentence(in: passage, headline: headline), let body = passage.paragraphs.last else {
            return nil
        }
        let text = passage.text.scalars
        let head =
            passage.sentences[lead]
            .lowerBound..<passage.sentences[min(lead + 3, passage.sentences.count - 1)].upperBound
        let whole = passage.sentences[lead].lowerBound..<body.upperBound
        if let word = words.first(.death, in: text, head), distinct(.death, text, whole) >= 2 { return word }
        if let word = words.first(.market, in: text, head), distinct(.market, text, whole) >= 3 { return word }
        if let word = words.first(.risk, in: text, whole), distinct(.market, text, whole) >= 2 { return word }
        if let year = longGone(passage, meeting) { return year }
        if isVague(meeting), let word = words.first(.crime, in: text, head), distinct(.crime, text, whole) >= 2 {
            return word
        }
        if isVague(meeting), let mention = meeting.mention, mention.sentence > lead + 6 { return meeting.nameRange }
        if isVague(meeting), let word = words.first(.abroad, in: text, head) { return word }
        if let word = words.first(.hearsay, in: text, head), distinct(.hearsay, text, whole) >= 3 { return word }
        return !isVisit && isStep(passage, meeting, whole) ? meeting.nameRange : nil
    }

    /// `1934年11月11日，…在此召开第十四次会议`: history, in the meeting's own sentence or name.
    private static func longGone(_ passage: Passage, _ meeting: MeetingRule.Finding) -> Range<Int>? {
        guard let mention = meeting.mention, mention.sentence >= 0 else { return nil }
        let before = passage.sentences[mention.sentence].lowerBound..<mention.verb.lowerBound
        return DateRule.mentions(in: passage.text.scalars, before).last.flatMap { date in
            date.year.map { $0 < 2000 } == true ? date.range : nil
        }
    }

    /// A visit that agencies abroad report.
    static func visit(in passage: Passage, headline: Range<Int>?) -> Range<Int>? {
        guard let lead = LeadRule.sentence(in: passage, headline: headline) else { return nil }
        let end = passage.sentences[min(lead + 1, passage.sentences.count - 1)].upperBound
        let text = passage.text.scalars
        let head = passage.sentences[lead].lowerBound..<end
        if let crime = words.first(.crime, in: text, head), distinct(.crime, text, head) >= 2 { return crime }
        return words.first(.agency, in: text, head)
    }

    /// A digest of several news under headings of its own.
    static func digest(in passage: Passage) -> Range<Int>? {
        guard let first = passage.paragraphs.first, let last = passage.paragraphs.last else { return nil }
        let text = passage.text.scalars
        let whole = first.lowerBound..<last.upperBound
        guard let word = words.first(.digest, in: text, whole), distinct(.digest, text, whole) >= 3 else { return nil }
        return word
    }

    /// 会议, 紧急会议, 为期两天的会议: what kind of meeting, not which.
    private static func isVague(_ meeting: MeetingRule.Finding) -> Bool {
        guard let name = meeting.name else { return false }
        let scalars = Array(name.unicodeScalars)
        if ["座谈会", "发布会", "记者会"].contains(where: name.hasSuffix) || name.hasPrefix("第") { return false }
        return scalars.count <= 5 || name.hasPrefix("为期") || name.contains("的")
    }

    /// `院长高度重视，召开专题会议研究部署`: without a day, a chair and a word of what was said there.
    private static func isStep(_ passage: Passage, _ meeting: MeetingRule.Finding, _ whole: Range<Int>) -> Bool {
        guard let mention = meeting.mention, mention.clause >= 0, mention.sentence >= 0, mention.person == nil,
            mention.place == nil, let first = mention.name.first
        else { return false }
        let text = passage.text.scalars
        let name = Array(text[first])
        let isNamed = words.longest(.step, in: name, at: 0, before: name.count) != name.count
        let sentence = passage.sentences[mention.sentence]
        if isNamed, !tellsOfCampaign(passage, sentence.lowerBound..<mention.verb.upperBound, sentence) { return false }
        return !isTalkedAbout(text, whole, meeting.nameRange)
            && !DateRule.mentions(in: text, sentence).contains { $0.day != nil || $0.relation != .printed }
    }

    /// 近年来, 今年以来; one deed of several between ；
    private static func tellsOfCampaign(_ passage: Passage, _ before: Range<Int>, _ sentence: Range<Int>) -> Bool {
        before.contains { place in
            ["近年来", "以来，", "今年来"].contains { passage.has($0, at: place, before: before.upperBound) }
        } || sentence.count { passage.text.scalars[$0] == "；" } > 1
    }

    /// 会上, 会议强调; 召开专题会议研究部署 says no more than that it was held.
    private static func isTalkedAbout(_ text: [Unicode.Scalar], _ range: Range<Int>, _ name: Range<Int>?) -> Bool {
        var place = range.lowerBound
        while let word = Vocabulary.events.first(.talk, in: text, place..<range.upperBound) {
            if name?.contains(word.lowerBound) != true { return true }
            place = word.upperBound
        }
        return false
    }

    private static func distinct(_ kind: Vocabulary.Class, _ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        var seen: Set<[Unicode.Scalar]> = []
        var place = range.lowerBound
        while let word = words.first(kind, in: text, place..<range.upperBound) {
            seen.insert(Array(text[word]))
            place = word.upperBound
        }
        return seen.count
    }
}

extension Vocabulary.Class {
    fileprivate static let abroad = Self(bit: 0)
    fileprivate static let hearsay = Self(bit: 1)
    fileprivate static let digest = Self(bit: 2)
    fileprivate static let step = Self(bit: 3)
    fileprivate static let agency = Self(bit: 4)
    fileprivate static let death = Self(bit: 5)
    fileprivate static let market = Self(bit: 6)
    fileprivate static let risk = Self(bit: 7)
    fileprivate static let crime = Self(bit: 8)
}

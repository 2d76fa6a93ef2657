import Cleaning

/// What a text tells of: a meeting, a visit, a conference, a study session, a press conference or something else.
enum KindRule {
    struct Finding: Sendable {
        var kind: MeetingRecord.Kind
        /// The words that decided it.
        var range: Range<Int>?
        var rule: String
        var sure = true
        /// Whether something took place that people were at: else no official is passed on.
        var isEvent = true
    }

    private static let words = Vocabulary.events

    static func kind(of passage: Passage, headline: Range<Int>?, meeting: MeetingRule.Finding) -> Finding {
        if let resolution = meeting.resolution {
            return Finding(kind: .meeting, range: resolution, rule: "kind.resolution")
        }
        if let notice = NoticeRule.notice(in: passage, headline: headline) {
            return Finding(kind: .other, range: notice, rule: "kind.notice", isEvent: false)
        }
        if let minutes = meeting.minutes {
            return Finding(
                kind: meeting.name.map(kind(ofName:)) ?? .meeting, range: minutes.range, rule: "kind.minutes")
        }
        if let digest = RetoldRule.digest(in: passage) {
            return Finding(kind: .other, range: digest, rule: "kind.digest", sure: false)
        }
        let visit = VisitRule.visit(in: passage, headline: headline)
        if meeting.mention == nil || visit?.isHeadline == false, visit != nil,
            let words = RetoldRule.visit(in: passage, headline: headline)
        {
            return Finding(kind: .other, range: words, rule: "kind.retold", isEvent: false)
        }
        if meeting.mention != nil,
            let words = RetoldRule.retold(in: passage, headline: headline, meeting: meeting, isVisit: visit != nil)
        {
            return Finding(kind: .other, range: words, rule: "kind.retold", isEvent: false)
        }
        if let mention = meeting.mention, let name = meeting.name {
            if let visit, visit.isHeadline || visit.range.lowerBound < (meeting.nameRange?.lowerBound ?? .max),
                mention.clause >= 0
            {
                return Finding(kind: .visit, range: visit.range, rule: "kind.visit", sure: visit.isHeadline)
            }
            // “开放日”活动 in the headline, where everybody looks at something
            let isNamed = mention.clause < 0 && name.contains("”") && isActivity(name)
            if mention.isWeak, !isNamed || visit?.isHeadline == true, let visit {
                return Finding(kind: .visit, range: visit.range, rule: "kind.visit")
            }
            if mention.isWeak, isActivity(name) {
                return Finding(
                    kind: .other, range: meeting.nameRange, rule: "kind.activity", sure: false)
            }
            return Finding(
                kind: kind(ofName: name), range: meeting.nameRange, rule: "kind.name", sure: meeting.sure)
        }
        let audience = audience(in: passage, headline: headline)
        // 会见了来访的李某一行。李某一行参观了展厅: who was received
        if let visit, visit.isHeadline || audience.map({ $0.lowerBound > visit.range.lowerBound }) ?? true {
            return Finding(kind: .visit, range: visit.range, rule: "kind.visit")
        }
        if let audience {
            return Finding(kind: .meeting, range: audience, rule: "kind.audience", sure: false)
        }
        if meeting.isAnnounced { return Finding(kind: .other, rule: "kind.announced", isEvent: false) }
        if let presence = PresenceRule.presence(in: passage, headline: headline) {
            return Finding(
                kind: presence.isMeeting ? .meeting : .other, range: presence.range, rule: "kind.presence", sure: false)
        }
        return Finding(kind: .other, rule: "kind.none", isEvent: false)
    }

    /// By the end of the name, and for forums and fairs by their words.
    static func kind(ofName name: String) -> MeetingRecord.Kind {
        func ends(_ list: [String]) -> Bool { list.contains { name.hasSuffix($0) } }
        if ends(["新闻发布会", "吹风会", "记者会", "记者招待会", "通气会", "媒体见面会"]) || name.contains("新闻发布会") { return .pressConference }
        if name.contains("理论学习中心组") || name.contains("集体学习")
            || ends([
                "学习研讨", "专题研讨", "专题学习", "研习会", "研习营", "学习研讨会", "学习扩大会议", "学习（扩大）会议", "学习（扩大）会", "集中学习", "集中研讨", "读书会",
                "学习会", "读书班", "研讨班", "培训班", "研修班", "党课", "培训会", "学习会议",
                "中心组学习", "培训",
            ])
        {
            return headsMeeting(name) ? .meeting : .studySession
        }
        if ends([
            "论坛", "峰会", "博览会", "展览会", "交易会", "洽谈会", "推介会", "年会", "研讨会", "沙龙", "圆桌会", "发布会", "对话会", "高峰会", "讲坛", "学术会议",
            "学术年会",
        ]) {
            return .conference
        }
        for word in ["论坛", "峰会", "博览会", "世界", "国际"] where name.contains(word) && !namesADay(name) {
            if ends(["大会", "开幕式", "闭幕式", "仪式"]) || word == "论坛" || word == "峰会" || word == "博览会" { return .conference }
        }
        return .meeting
    }

    /// 党组会议暨中心组学习会: the first part is what it is.
    private static func headsMeeting(_ name: String) -> Bool {
        guard let mark = name.firstRange(of: "暨") else { return false }
        let head = String(name[..<mark.lowerBound])
        let scalars = Array(head.unicodeScalars)
        let noun = words.longestEnding(.meetingNoun, in: scalars, at: scalars.count, after: 0)
        let isGeneral =
            head.hasSuffix("会") && words.longestEnding(.bodyNoun, in: scalars, at: scalars.count, after: 0) == 0
        return (noun > 1 || head.hasSuffix("会议") || isGeneral) && kind(ofName: head) == .meeting
    }

    /// “五一”国际劳动节表彰大会, 国际护士节座谈会
    private static func namesADay(_ name: String) -> Bool {
        ["劳动节", "妇女节", "儿童节", "护士节", "残疾人日", "志愿者日", "博物馆日", "档案日", "家庭日", "读书日", "环境日", "水日", "禁毒日", "艾滋病日"].contains {
            name.contains($0)
        }
    }

    private static func isActivity(_ name: String) -> Bool {
        // 座谈会暨开放日活动: the first part is what it is
        let head = name.firstRange(of: "暨").map { name[..<$0.lowerBound] } ?? Substring(name)
        return [head, Substring(name)].allSatisfy { part in
            let scalars = Array(part.unicodeScalars.filter { $0 != "”" })
            return words.longestEnding(.meetingNoun, in: scalars, at: scalars.count, after: 0) == 0
        }
    }

    private static func audience(in passage: Passage, headline: Range<Int>?) -> Range<Int>? {
        let text = passage.text.scalars
        if let headline, let found = words.first(.audience, in: text, headline) { return found }
        let lead = LeadRule.sentence(in: passage, headline: headline) ?? 0
        for clause in passage.clauses where clause.sentence <= lead + 1 {
            // 将举行会谈: not yet
            if words.first(.future, in: text, clause.range) != nil { continue }
            if let found = words.first(.audience, in: text, clause.range), isMet(text, found, clause.range) {
                return found
            }
        }
        return nil
    }

    /// 会见X, 与X会谈, 举行会谈: not 首脑会谈 as a thing that is spoken of.
    private static func isMet(_ text: [Unicode.Scalar], _ verb: Range<Int>, _ clause: Range<Int>) -> Bool {
        if text[verb.upperBound - 1] != "谈" && text[verb.upperBound - 1] != "晤" { return true }
        if text[verb.lowerBound] == "举" { return true }
        guard clause.lowerBound < verb.lowerBound,
            let with = (clause.lowerBound..<verb.lowerBound).last(where: {
                text[$0] == "与" || text[$0] == "同" || text[$0] == "和" || text[$0] == "举"
            })
        else { return false }
        // 举行的首脑会谈
        return !(with..<verb.lowerBound).contains { text[$0] == "的" }
    }
}

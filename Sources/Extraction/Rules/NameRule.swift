import Cleaning

/// Completes a meeting's name from what the text elides: 全市 by the city, a bare 省 by the province, the holder in front.
enum NameRule {
    static func complete(
        _ name: String, holder: String?, mention: EventMention, passage: Passage, headline: Range<Int>?
    ) -> String {
        let scope = name.prefix(2)
        if scope == "全国" || scope == "世界" || scope == "国际" || scope == "中国" { return name }
        if let level = level(ofScope: String(scope)) {
            let region =
                RegionRule.name(of: level, in: passage, headline: headline)
                ?? holder.flatMap { RegionRule.region(of: level, in: $0) }
            return region.map { $0 + name.dropFirst(2) } ?? name
        }
        if holder == nil, let person = mention.person, let unit = unit(of: name, in: passage.text.string(person)) {
            return unit + name
        }
        if holder == "公司" || holder == "本公司", let company = company(in: passage, before: mention.verb.lowerBound) {
            return company + (name.hasPrefix("公司") ? String(name.dropFirst(2)) : name)
        }
        // 甲院联合乙局举行《…》签约仪式, 甲局、乙会举办“…”活动: of all
        let isOfAll =
            holder.map { first(of: $0) != $0 || $0.contains("、") } == true
            && (name.hasPrefix("《") || name.hasPrefix("“"))
        // 组委会召开的视频会议: a name that needs whose it is
        let isHostedBy =
            mention.isHostedBy && !(name.count <= 4 && name.hasSuffix("会议") && holder?.hasSuffix("会") == true)
        if !isOfAll, let holder = holder.map({ first(of: withoutShortName($0)) }), isHolder(holder), !isHostedBy,
            mention.person == nil || name.hasPrefix("部")
        {
            return join(holder, name, passage, headline)
        }
        // 在市防汛指挥部主持召开工作会议: whose it is
        if mention.holder == nil, let place = mention.place.map({ passage.text.string($0) }), place.hasSuffix("指挥部"),
            name.count <= 5, name.hasSuffix("会议")
        {
            return join(place, name, passage, headline)
        }
        if mention.person != nil || mention.holder == nil, let level = bareLevel(name),
            let region = RegionRule.name(of: level, in: passage, headline: headline), let suffix = region.last
        {
            return name.first == suffix ? region + name.dropFirst() : name
        }
        return name
    }

    /// `云溪环保股份有限公司（600000）发布公告，公司召开第三届董事会第二次会议`: the company's name as it was printed first.
    private static func company(in passage: Passage, before end: Int) -> String? {
        let text = passage.text.scalars
        guard let first = passage.paragraphs.first?.lowerBound, first < end else { return nil }
        for place in first..<end where passage.has("有限公司", at: place, before: end) {
            let close = place + 4
            var start = place
            while start > first, close - start < 32,
                RegionRule.isHan(text[start - 1]) || text[start - 1] == "（" || text[start - 1] == "）"
            {
                start -= 1
            }
            guard close - start > 6, passage.closing[start..<close].allSatisfy({ Int($0) < close }) else { return nil }
            return passage.text.string(start..<close)
        }
        return nil
    }

    /// `省推进X会议`, `市政府常务会议`: the level's word stands for the place.
    private static func bareLevel(_ name: String) -> RegionRule.Level? {
        switch name.first {
        case "省": .province
        case "市" where !name.hasPrefix("市场"): .city
        case "县": .county
        default: nil
        }
    }

    /// What a text calls its own house: the headline may say whose it is.
    static func isGeneric(_ holder: String) -> Bool {
        ["学校", "我校", "学院", "我院", "医院", "公司", "集团", "机关", "单位", "街道", "本市", "我市", "我县", "我区", "我省", "我局"].contains(
            holder)
    }

    /// `水利局党组书记…主持召开党组会议`, `生态环境部部长…主持召开部常务会议`: the body whose last character opens the name, out of the title of who called it.
    private static func unit(of name: String, in person: String) -> String? {
        for party in ["党组", "党委", "党工委", "党总支"] where name.hasPrefix(party) {
            guard let end = person.firstRange(of: party + "书记") ?? person.firstRange(of: party + "副书记") else {
                continue
            }
            // 省院党组成员、市院党组书记: the last of several bodies
            let unit = person[..<end.lowerBound].split(separator: "、").last ?? ""
            return (2...24).contains(unit.count) && !unit.contains("、") && !unit.contains("，") ? String(unit) : nil
        }
        guard let first = name.first, "部局厅委院校".contains(first), name.count > 3 else { return nil }
        guard let end = person.firstIndex(of: first), person.distance(from: person.startIndex, to: end) >= 2 else {
            return nil
        }
        return String(person[...end])
    }

    private static func level(ofScope scope: String) -> RegionRule.Level? {
        switch scope {
        case "全省", "我省", "本省": .province
        case "全市", "我市", "本市": .city
        case "全县", "我县", "本县": .county
        default: nil
        }
    }

    /// `云溪慈善展示会（以下简称慈展会）组委会`
    private static func withoutShortName(_ holder: String) -> String {
        guard let open = holder.firstRange(of: "（以下简称"), let close = holder[open.upperBound...].firstIndex(of: "）")
        else {
            return holder
        }
        return String(holder[..<open.lowerBound] + holder[holder.index(after: close)...])
    }

    /// `青石街道联合青石派出所`: who called it, of those who held it together.
    private static func first(of holder: String) -> String {
        for word in ["联合", "会同", "携手", "协同"] {
            guard let range = holder.firstRange(of: word), range.lowerBound > holder.startIndex,
                !["会", "社", "国", "体", "党"].contains(holder[range.upperBound...].prefix(1))
            else { continue }
            let own = Array(holder[..<range.lowerBound].unicodeScalars)
            if own.count >= 3, Vocabulary.events.longestEnding(.bodyEnd, in: own, at: own.count, after: 0) > 0 {
                return String(holder[..<range.lowerBound])
            }
        }
        return holder
    }

    private static func isHolder(_ holder: String) -> Bool {
        let count = holder.unicodeScalars.count
        return count >= 2 && count <= 24 && !holder.contains("，") && holder != "会议" && !holder.hasSuffix("一行")
    }

    private static func join(_ holder: String, _ name: String, _ passage: Passage, _ headline: Range<Int>?) -> String {
        // 云溪市水利局召开云溪市防汛会议: the name says whose it is
        if holder.count > 3, name.count > 4, name.hasPrefix(holder.prefix(3)) { return name }
        if name.hasPrefix(holder) || holder == "党中央" || holder == "中共中央" || holder.hasSuffix("记者") { return name }
        if name.hasPrefix("第"), holder.count > 12 { return holder + name }
        // 市政府召开市政府常务会议, 学校党委召开党委会: a name that already says the holder's end.
        for length in stride(from: min(holder.count, name.count) - 1, to: 1, by: -1)
        where name.hasPrefix(holder.suffix(length)) {
            return holder + name.dropFirst(length)
        }
        // 云溪市召开市委专题会议
        if let last = holder.last, last == name.first, "省市县区州".contains(last), !name.hasPrefix("市场") {
            return holder + name.dropFirst()
        }
        var full = holder
        // 我省关注森林活动组委会
        if let level = level(ofScope: String(holder.prefix(2))), holder.count > 4,
            let region = RegionRule.name(of: level, in: passage, headline: headline)
        {
            return region + holder.dropFirst(2) + name
        }
        if let level = bareLevel(holder), let region = RegionRule.name(of: level, in: passage, headline: headline),
            region.last == holder.first
        {
            full = region + holder.dropFirst()
        }
        return full + name
    }

    /// `举行新闻发布会，介绍X`: the topic belongs to the name.
    static func withTopic(_ name: String, mention: EventMention, passage: Passage) -> String {
        guard mention.clause >= 0, mention.clause + 1 < passage.clauses.count,
            name.hasSuffix("新闻发布会") || name.hasSuffix("吹风会"), let object = mention.name.last,
            object.count <= 6
        else { return name }
        let next = passage.clauses[mention.clause + 1]
        guard next.sentence == mention.sentence else { return name }
        for verb: StaticString in ["介绍", "解读", "通报", "发布"] {
            guard passage.has(verb, at: next.range.lowerBound, before: next.range.upperBound) else { continue }
            var start = next.range.lowerBound + 2
            if start < next.range.upperBound, passage.text.scalars[start] == "了" { start += 1 }
            guard next.range.upperBound - start <= 40, start < next.range.upperBound else { return name }
            var topic = passage.text.string(start..<next.range.upperBound)
            for tail in ["有关情况", "相关情况", "情况"] where topic.hasSuffix(tail) { topic.removeLast(tail.count) }
            return topic + passage.text.string(object)
        }
        return name
    }

    /// A body inside the name that held it: `国务院常务会议`, `…领导小组第五次会议`.
    static func organizer(inName name: String) -> String? {
        let name = name.firstRange(of: "暨").map { name[..<$0.lowerBound] } ?? Substring(name)
        guard !name.contains("座谈会") else { return nil }
        var best: String.Index?
        for end in ["领导小组", "委员会", "指挥部", "工作组", "常委会", "政府", "党组", "党委", "国务院", "政治局", "办公室"] {
            for range in name.ranges(of: end) where range.upperBound < name.endIndex {
                // 涉及政府职能: only where the meeting's own words follow
                guard "第常全会专工扩（理读学座党集年例主".contains(name[range.upperBound]) else { continue }
                best = max(best ?? range.upperBound, range.upperBound)
            }
        }
        guard let best else { return nil }
        let body = String(name[..<best])
        return body.hasPrefix("第") || body.count < 3 ? nil : body
    }

    static func trimmed(_ name: String) -> String? {
        var name = Substring(name)
        while let first = name.first, first == "了" || first == "的" || first == " " || first == "、" {
            name.removeFirst()
        }
        while let last = name.last, last == " " || last == "，" { name.removeLast() }
        // 一场主题为“…”的公益活动
        for count in ["一场", "一次", "一个"] where name.hasPrefix(count) && name.count >= 8 { name = name.dropFirst(2) }
        // 并主持三方会议: what was done with it
        for verb in ["并主持", "主持", "并出席", "并参加", "参加", "出席"] where name.hasPrefix(verb) && name.count >= verb.count + 3 {
            name = name.dropFirst(verb.count)
            break
        }
        if let open = name.firstRange(of: "（以下简称"), let close = name[open.upperBound...].firstIndex(of: "）") {
            name = Substring(name[..<open.lowerBound] + name[name.index(after: close)...])
        }
        // in marks as a whole
        if name.first == "“", name.last == "”", name.count(where: { $0 == "“" }) == 1 {
            name = name.dropFirst().dropLast()
        }
        return name.isEmpty ? nil : String(name)
    }

    /// The number in `第五次会议`, `第38次`, of the last such in the name.
    static func ordinal(of name: String) -> Int? {
        let scalars = Array(name.unicodeScalars)
        var found: Int?
        for place in scalars.indices where scalars[place] == "第" {
            guard let number = Numeral.whole(scalars, at: place + 1, before: scalars.count) else { continue }
            let next = place + 1 + number.length
            guard next < scalars.count else { continue }
            switch scalars[next] {
            case "次", "届", "期", "轮", "场", "个", "批", "号": found = number.value
            default: break
            }
        }
        return found
    }
}

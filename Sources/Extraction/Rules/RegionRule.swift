import Cleaning

/// The place a text speaks from: what 全市, 我省 and a bare 市 stand for, where the text itself says it.
enum RegionRule {
    enum Level: Sendable {
        case province, city, county
    }

    /// The name with its suffix (`衡阳市`, `河北省`) for a level, looked for in the headline, then in the lines set
    /// aside (`衡阳日报3月3日讯`), then in the text. `nil` where none is named, or where only the text names several.
    static func name(of level: Level, in passage: Passage, headline: Range<Int>?) -> String? {
        let text = passage.text.scalars
        if let headline, let name = first(level, in: text, headline) { return name }
        if let lead = passage.paragraphs.first(where: { $0 != headline }) {
            let head = lead.lowerBound..<min(lead.upperBound, lead.lowerBound + 120)
            if let name = first(level, in: text, head) { return name }
        }
        for line in passage.text.boilerplate where line.kind != "navigation" && line.kind != "related" {
            let scalars = Array(line.text.unicodeScalars)
            if let name = first(level, in: scalars, 0..<scalars.count) { return name }
        }
        guard level != .county else { return nil }
        var names: [String] = []
        for sentence in passage.sentences {
            if let name = first(level, in: text, sentence, isWritten: true), !names.contains(name) {
                names.append(name)
            }
        }
        return names.count == 1 ? names[0] : nil
    }

    /// The region that a body's own name begins with: 大悟县委 is of 大悟县.
    static func region(of level: Level, in holder: String) -> String? {
        let mark: Character =
            switch level {
            case .province: "省"
            case .city: "市"
            case .county: "县"
            }
        guard let place = holder.firstIndex(of: mark), place > holder.startIndex else { return nil }
        let region = holder[...place]
        guard region.unicodeScalars.allSatisfy({ isHan($0) && $0 != "从" }) else { return nil }
        return (2...8).contains(region.count) ? String(region) : nil
    }

    private static func isElsewhere(_ text: [Unicode.Scalar], _ place: Int, _ range: Range<Int>) -> Bool {
        guard place > range.lowerBound else { return false }
        switch text[place - 1] {
        case "在", "赴", "来", "到", "去", "对", "向", "往", "驻": return true
        case "察": return true
        // 在甲省和乙市考察
        case "和", "、", "与":
            return (max(range.lowerBound, place - 8)..<place).contains { at in
                switch text[at] {
                case "在", "赴", "到", "往": true
                default: false
                }
            }
        default: return false
        }
    }

    /// - Parameter isWritten: whether the name has to stand with its 省 or 市: deep in a text the bare word may be anybody's.
    private static func first(
        _ level: Level, in text: [Unicode.Scalar], _ range: Range<Int>, isWritten: Bool = false
    ) -> String? {
        let wanted: Vocabulary.Class = level == .province ? .province : .city
        guard level != .county else { return named("县", in: text, range) ?? named("区", in: text, range) }
        if level == .city, let name = named("市", in: text, range) { return name }
        var place = range.lowerBound
        while place < range.upperBound {
            let length = Vocabulary.events.longest(wanted, in: text, at: place, before: range.upperBound)
            if length > 0 {
                let next = place + length
                let follower = next < range.upperBound ? text[next] : " "
                // 在四川考察时的讲话: where somebody was, not where the text is from
                let isBare = follower != "省" && follower != "市" && follower != "自"
                if isWritten && isBare || isElsewhere(text, place, range) {
                    place = next
                    continue
                }
                if level == .city, follower == "县" || follower == "区" || follower == "路" || follower == "州" {
                    place = next
                    continue
                }
                var name = String.UnicodeScalarView()
                name.append(contentsOf: text[place..<next])
                return String(name) + suffix(level, String(name))
            }
            place += 1
        }
        return nil
    }

    /// `和县县委`, `天台县召开`, `云溪市委`: two or three characters and 县, 区 or 市 before a body, a post or a verb.
    private static func named(_ mark: Unicode.Scalar, in text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
        for place in range where text[place] == mark {
            guard place + 1 < range.upperBound else { continue }
            let next = text[place + 1]
            guard next == "委" || next == "政" || next == "长" || next == "人" || next == "召" || next == "举" || next == "县"
            else { continue }
            for length in mark == "市" ? [2, 3] : [2, 1] where place - length >= range.lowerBound {
                let start = place - length
                let opens = start == range.lowerBound || !isHan(text[start - 1])
                if opens, (start..<place).allSatisfy({ isHan(text[$0]) && !notInNames.contains(text[$0]) }) {
                    var name = String.UnicodeScalarView()
                    name.append(contentsOf: text[start...place])
                    return String(name)
                }
            }
        }
        return nil
    }

    /// 全市, 常务副市长, 市委市政府: none of these is the name of a place.
    private static let notInNames = Set("全我本各该副代原任前委市县区省州政府党和与同在到赴于长日月年从由经以请及被".unicodeScalars)

    @inline(__always)
    static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x4E00 && scalar.value <= 0x9FFF }

    private static func suffix(_ level: Level, _ name: String) -> String {
        switch (level, name) {
        case (_, "北京"), (_, "天津"), (_, "上海"), (_, "重庆"): "市"
        case (.province, "内蒙古"), (.province, "西藏"): "自治区"
        case (.province, "广西"): "壮族自治区"
        case (.province, "宁夏"): "回族自治区"
        case (.province, "新疆"): "维吾尔自治区"
        case (.province, "香港"), (.province, "澳门"), (.city, "香港"), (.city, "澳门"): "特别行政区"
        case (.province, _): "省"
        case (.city, "雄安"): "新区"
        case (.city, "延边"), (.city, "恩施"), (.city, "湘西"), (.city, "阿坝"), (.city, "甘孜"), (.city, "凉山"), (.city, "黔西南"),
            (.city, "黔东南"), (.city, "黔南"), (.city, "楚雄"), (.city, "红河"), (.city, "文山"), (.city, "西双版纳"), (.city, "大理"),
            (.city, "德宏"), (.city, "怒江"), (.city, "迪庆"), (.city, "临夏"), (.city, "甘南"), (.city, "海北"), (.city, "黄南"),
            (.city, "果洛"), (.city, "玉树"), (.city, "海西"), (.city, "昌吉"), (.city, "博尔塔拉"), (.city, "巴音郭楞"),
            (.city, "克孜勒苏"), (.city, "伊犁"):
            "州"
        case (.city, "海南州"), (.city, "神农架"): ""
        default: "市"
        }
    }
}

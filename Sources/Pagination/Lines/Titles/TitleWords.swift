import Diagnostics

/// Where a title may be parted: between its words, and better between its phrases (GB/T 9704, 7.3.1: 词意完整).
struct TitleWords {
    /// What a part of the title is to those beside it.
    private enum Kind {
        case word
        /// A character that no word here has: a name's, most likely.
        case unknown
        /// 第五次, 十三届, 2024年
        case count
        /// Marks that open, marks that close.
        case open
        case close
        case space
    }

    private struct Part {
        var range: Range<Int>
        var kind: Kind
    }

    /// How little sense a break makes; `infinity` where it makes none.
    enum Cost {
        static let phrase = 0.0
        /// An office and what it writes about stand on lines of their own where they can.
        static let subject = -16.0
        static let word = 4.0
        static let unknown = 14.0
        /// Within quotation marks, brackets and 书名号, where no line holds them.
        static let quoted = 40.0
    }

    private let text: [Unicode.Scalar]
    /// Whether a line holds this range.
    private let fits: (Range<Int>) -> Bool

    init(_ text: [Unicode.Scalar], fits: @escaping (Range<Int>) -> Bool) {
        self.text = text
        self.fits = fits
    }

    /// For each scalar what a line that begins with it costs.
    func costs() -> [Double] {
        var costs = [Double](repeating: .infinity, count: text.count + 1)
        let parts = parts()
        for (number, part) in parts.enumerated().dropFirst() {
            costs[part.range.lowerBound] = cost(parts[number - 1], part, number, parts)
        }
        quote(&costs)
        return costs
    }

    // MARK: Breaks

    private func cost(_ before: Part, _ after: Part, _ number: Int, _ parts: [Part]) -> Double {
        let (left, right) = (string(before), string(after))
        if before.kind == .open || after.kind == .close || after.kind == .space { return .infinity }
        if before.kind == .space { return Cost.phrase }
        if Self.leaning.contains(left) { return .infinity }
        if right == "的", before.kind == .close { return Cost.word }
        if right == "的" || Self.tails.contains(right) { return .infinity }
        if after.range.count == 1, after.kind != .open, Self.endings.contains(right) { return .infinity }
        // 省市 before what they own, and 第五次 before 会议.
        let isSuffix = number > 1 && parts[number - 2].kind == .unknown && Self.endings.contains(left)
        if before.range.count == 1, !isSuffix, Self.beginnings.contains(left) { return .infinity }
        if before.kind == .count, after.kind == .count || after.kind == .word { return .infinity }
        if before.kind == .close || after.kind == .open { return Cost.phrase }
        if before.kind == .unknown, after.kind == .unknown { return .infinity }
        if right == "关于" { return Cost.subject }
        // 行为 and 违反, where the word is not known.
        if before.kind == .unknown, after.range.count == 1, after.kind == .word {
            return Self.afterNames.contains(right) ? Cost.unknown : .infinity
        }
        if left == "的" || Self.leaning.contains(right) || Self.openers.contains(right) { return Cost.phrase }
        if isSuffix || before.kind == .unknown || after.kind == .unknown { return Cost.unknown }
        if Self.closers.contains(left) { return Cost.phrase }
        return Cost.word
    }

    /// No line begins or ends within a quotation that a line holds.
    private func quote(_ costs: inout [Double]) {
        var open: [Int] = []
        for (at, scalar) in text.enumerated() {
            switch CharacterClass(scalar) {
            case .open: open.append(at)
            case .close:
                guard let start = open.popLast() else { continue }
                let cost = fits(start..<at + 1) ? .infinity : Cost.quoted
                for place in start + 1...at { costs[place] += cost }
            default: break
            }
        }
    }

    private func string(_ part: Part) -> String { String(scalars: text[part.range]) }

    // MARK: Words

    /// The title as words: as few and as long as the lexicon gives.
    private func parts() -> [Part] {
        let count = text.count
        var best = [Double](repeating: .infinity, count: count + 1)
        var next = [Part?](repeating: nil, count: count + 1)
        best[count] = 0
        for at in stride(from: count - 1, through: 0, by: -1) {
            for part in candidates(at) {
                // A longer word is better than two of the same characters; what is not known costs most.
                let own = part.kind == .unknown ? 3.0 : 1 + 0.4 / Double(part.range.count)
                let cost = own + best[part.range.upperBound]
                if cost < best[at] {
                    best[at] = cost
                    next[at] = part
                }
            }
        }
        var parts: [Part] = []
        var at = 0
        while at < count, let part = next[at] {
            parts.append(part)
            at = part.range.upperBound
        }
        return parts
    }

    private func candidates(_ at: Int) -> [Part] {
        let scalar = text[at]
        switch CharacterClass(scalar) {
        case .open, .latinOpen: return [Part(range: at..<at + 1, kind: .open)]
        case .close, .pause, .stop, .latinClose, .middot, .connector, .solidus, .suffix:
            return [Part(range: at..<at + 1, kind: .close)]
        case .space, .wideSpace: return [Part(range: at..<at + 1, kind: .space)]
        case .latin, .digit, .wideDigit, .dash: return [western(at)]
        default: break
        }
        var found: [Part] = []
        for word in TitleLexicon.words[scalar] ?? [] where text[at...].starts(with: word) {
            found.append(Part(range: at..<at + word.count, kind: .word))
        }
        if let count = counted(at) { found.append(count) }
        let single = String(Character(scalar))
        let known = Self.leaning.contains(single) || Self.endings.contains(single) || Self.beginnings.contains(single)
        found.append(Part(range: at..<at + 1, kind: known || single == "的" ? .word : .unknown))
        return found
    }

    /// Letters and digits, with the unit after them: `2024年`, `PM2.5`.
    private func western(_ start: Int) -> Part {
        var end = start
        while end < text.count {
            switch CharacterClass(text[end]) {
            case .latin, .digit, .wideDigit, .dash, .latinClose, .connector, .solidus, .suffix: end += 1
            default:
                let unit = CharacterClass(text[end - 1]).isDigit ? NumberUnits.hanUnit(text, from: end) : 0
                return Part(range: start..<end + unit, kind: unit > 0 ? .count : .word)
            }
        }
        return Part(range: start..<end, kind: .word)
    }

    /// 第五次, 第四十二次, 十三届, 一季度: numerals with what they count.
    private func counted(_ start: Int) -> Part? {
        var at = start
        if text[at] == "第" { at += 1 }
        let digits = at
        while at < text.count, Self.numerals.contains(text[at]) { at += 1 }
        guard at > digits, at < text.count else { return nil }
        if Self.measures.contains(text[at]) { return Part(range: start..<at + 1, kind: .count) }
        return text[start] == "第" ? Part(range: start..<at, kind: .count) : nil
    }

    private static let numerals = Set("〇一二三四五六七八九十百千两0123456789".unicodeScalars)
    private static let measures = Set("次届期轮批个项年月日季号组片类级场位名家届".unicodeScalars)

    /// A line may begin with these but not end: they belong to what follows.
    private static let leaning = Set([
        "和", "与", "及", "暨", "或", "以及", "并", "在", "对", "为", "向", "将", "把", "从", "到", "至", "于", "以", "由", "按", "就", "让",
        "使",
        "被", "给", "经", "关于", "围绕", "聚焦", "赴", "来", "再", "同", "进一步", "切实", "扎实", "着力", "大力", "奋力", "努力", "认真", "不断",
        "全力", "党的",
    ])

    /// Of those, what often stands after a name.
    private static let afterNames = Set(["在", "到", "赴", "向", "和", "与", "及", "暨", "等"])

    /// A line may end with these but not begin: they belong to what stands before.
    private static let endings = Set([
        "市", "县", "区", "省", "州", "镇", "乡", "村", "旗", "盟", "局", "部", "厅", "委", "办", "会", "组", "室", "院", "校", "厂", "站",
        "处", "科",
        "所", "队", "团", "长", "员", "者", "性", "化", "型", "率", "力", "业", "法", "学", "度", "量", "制", "期", "级", "类", "式", "线",
        "网", "券",
        "案", "书", "报", "表", "史", "观", "园", "港", "港区", "街", "路", "桥", "河", "湖", "山", "江", "海", "湾", "岛", "寺", "馆", "店",
        "户", "人",
        "界", "群", "带", "圈", "城", "点", "面", "体", "器", "机", "车", "船", "品", "物", "费", "税", "款", "额", "数", "值", "权", "证",
        "令", "函",
        "稿", "版", "本", "卷", "篇", "章", "节", "日", "月", "年", "周", "季", "时", "后", "前", "中", "上", "下", "内", "外", "间", "里",
        "侧", "端",
        "等", "们", "工作", "街道", "社区",
    ])

    /// Words that name nothing without what stands before them.
    private static let tails = Set([
        "了", "等", "有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "公司", "集团公司", "流域", "街道", "社区", "自治区", "自治州", "自治县", "以来", "期间",
        "前后", "上", "中",
    ])

    /// Single characters that belong to what follows.
    private static let beginnings = Set([
        "第", "全", "副", "总", "新", "老", "各", "我", "该", "大", "小", "再", "未", "非", "超", "多", "双", "省", "市", "县", "区", "州",
        "镇", "乡",
        "村", "本", "首", "两", "三", "四", "五", "六", "七", "八", "九", "十", "不", "可", "被", "拟", "拔", "原", "代", "准", "反", "抗",
        "防", "促",
    ])

    /// Verbs that begin a phrase.
    private static let openers = Set([
        "召开", "举行", "举办", "研究", "研究部署", "部署", "安排部署", "动员部署", "传达", "传达学习", "学习贯彻", "贯彻落实", "审议", "审议通过", "听取", "主持召开",
        "主持", "出席", "调研", "督导", "检查", "视察", "考察", "推动", "推进", "深入推进", "全面推进", "扎实推进", "加快", "加快建设", "进一步", "印发", "印发通知",
        "发布",
        "签署", "开展", "组织开展", "做好", "切实做好", "全力做好", "讲话", "向", "会见", "慰问", "走访", "集体学习", "反馈", "通报", "坚决", "坚持", "强调",
        "指出", "要求",
    ])

    /// Words that end a phrase.
    private static let closers = Set([
        "会议", "大会", "全会", "推进会", "座谈会", "调度会", "动员会", "部署会", "现场会", "工作", "领导小组", "示范区", "委员会", "办公室", "公司", "有限公司",
        "集团", "情况", "意见",
        "方案", "活动", "行动", "项目", "讲话", "讲话精神", "精神", "常委会", "政府", "人民政府", "总书记", "议程", "体系", "机制",
    ])
}

extension CharacterClass {
    var isDigit: Bool { self == .digit || self == .wideDigit }
}

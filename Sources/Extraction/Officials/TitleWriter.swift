import Diagnostics

/// Writes titles one by one, each with the body that the text says once for several.
///
/// `省教育厅党组书记、厅长` gives 省教育厅党组书记 and 省教育厅厅长; `市委副书记、市长` stays as it is, because 市长 needs no body.
struct TitleWriter {
    typealias Text = [UInt32]

    let values: [UInt32]
    let words: Lexicon

    /// The unit of the last title that had one.
    private(set) var unit: Text = []
    private var hadName = false

    init(values: [UInt32], words: Lexicon = Words.all) {
        self.values = values
        self.words = words
    }

    /// Begins another group of persons: nothing is carried over.
    mutating func begin() {
        unit = []
    }

    /// What a title says, written out.
    mutating func write(_ title: Title) -> String {
        var own = clean(values[title.body ?? title.range.lowerBound..<title.post])
        let post = clean(values[title.post..<title.range.upperBound])
        if title.isRank { return Self.string(post) }
        // 学校新校长, but 高新
        if own.count > 1, own.last == 0x65B0, own[own.count - 2] != 0x9AD8, own[own.count - 2] != 0x521B {
            own.removeLast()
        }
        let written = written(own, post)
        return String(scalars: written.compactMap { Unicode.Scalar($0) })
    }

    /// Without blanks, and without a quotation mark that has no partner in it.
    private func clean(_ slice: ArraySlice<UInt32>) -> Text {
        let isWhole = slice.contains(0x201D)
        return slice.filter { !Script.isBlank($0) && ($0 != 0x201C || isWhole) }
    }

    private mutating func written(_ own: Text, _ post: Text) -> Text {
        if own.isEmpty {
            return bare(post)
        }
        // 我市副市长: the level is in the post
        if own.count == 1, post.count >= 2, post[post.count - 2] == own[0] {
            unit = []
            return post
        }
        if !unit.isEmpty, let whole = dependent(own) {
            unit = whole
            return whole + post
        }
        unit = own
        return own + post
    }

    // MARK: - A post without a unit

    private static let levels = Set("省市县区州盟旗镇乡村".unicodeScalars.map(\.value))
    private static let party = [
        "直属机关党委", "机关党委", "党委", "分党组", "党组", "党工委", "党总支", "党支部", "纪委", "工会", "团委", "党委班子", "党组班子", "理事会", "董事会", "监事会",
    ].map { $0.unicodeScalars.map(\.value) }

    private func bare(_ post: Text) -> Text {
        guard !unit.isEmpty, let last = post.last, Self.string(unit).hasSuffix("政治局") == false else { return post }
        if post.count >= 2, Self.levels.contains(post[post.count - 2]), last == 0x957F {
            return levelHead(post)
        }
        if isPartyPost(post) {
            return unit + post
        }
        if unit.count >= 2, Self.isCommittee(unit) {
            return Self.needsNoBody(post) ? post : unit + post
        }
        if Self.namesItsUnit(post) { return post }
        let base = withoutParty(unit)
        if isElsewhere(post, base) { return post }
        if base.isEmpty || Self.standsAlone(post) || base.count == 1 && base[0] == post[0] { return post }
        return base + post
    }

    /// 市长, 副县长: the place is written only where the text names it: 和县县委 gives 和县副县长.
    private func levelHead(_ post: Text) -> Text {
        let level = post[post.count - 2]
        guard unit.count >= 3, unit.last == 0x59D4, unit[unit.count - 2] == level else { return post }
        let place = Array(unit.dropLast(2))
        if place.last == level || place.last.map(Self.levels.contains) == true && place.count > 2 {
            return place + post
        }
        // 云溪市长, but 山县县长
        let isShort = post.count == 2 && (level == 0x5E02 || level == 0x7701)
        return isShort ? place + post : place + [level] + post
    }

    private func isPartyPost(_ post: Text) -> Bool {
        let text = Self.string(post)
        return text.hasSuffix("书记") || text.hasSuffix("常委") || text == "委员" || text == "成员" || text == "组织委员"
    }

    /// 市委, 省委, 区委, 工委: committees that lead a place.
    private static func isCommittee(_ unit: Text) -> Bool {
        guard unit.count >= 2, unit.last == 0x59D4 else { return false }
        let before = unit[unit.count - 2]
        return levels.contains(before) || before == 0x5DE5 || before == 0x5730
    }

    /// Behind 市委常委 only the committee's own posts take its name: 秘书长, 部长.
    private static func needsNoBody(_ post: Text) -> Bool {
        let text = string(post)
        return !(text.hasSuffix("秘书长") || text.hasSuffix("部长"))
    }

    private static func standsAlone(_ post: Text) -> Bool {
        let text = string(post)
        return ["总统", "总理", "首相", "院士", "代表", "特首", "行政长官", "立委", "立法委员", "国务委员", "领导", "专家", "指挥长", "博士", "律师"]
            .contains {
                text.hasSuffix($0)
            }
    }

    /// 武装部长, 外交部长: the unit is in the post.
    private static func namesItsUnit(_ post: Text) -> Bool {
        post.count >= 4 && post[post.count - 2] == 0x90E8 && post.last == 0x957F && post[0] != 0x5E38  // 部长, 常务副部长
            && post[post.count - 3] != 0x526F  // 副
    }

    /// `市工商联党组书记王某，院长李某`: a 联 has no 院长; he is of the house that writes.
    private func isElsewhere(_ post: Text, _ base: Text) -> Bool {
        guard post.count >= 2, let last = base.last, post[post.count - 2] != last else { return false }
        let text = Self.string(post)
        // of a company, not of its department
        if [0x90E8, 0x5904, 0x79D1, 0x5BA4, 0x529E].contains(last) {  // 部 处 科 室 办
            return ["总经理", "董事长", "总裁", "总会计师", "总工程师", "行长", "检察长"].contains { text.contains($0) }
        }
        // a group has nobody but these
        if last == 0x7EC4 { return !["组长", "成员", "主任", "组员", "秘书", "秘书长"].contains { text.hasSuffix($0) } }
        guard post.last == 0x957F else { return false }
        // 场 厂 矿 站 馆 台 社 园: the head of a house of that kind alone
        if [0x573A, 0x5382, 0x77FF, 0x7AD9, 0x9986, 0x53F0, 0x793E, 0x56ED].contains(post[post.count - 2]) {
            return true
        }
        switch post[post.count - 2] {
        case 0x9662, 0x6821, 0x5C40, 0x5385, 0x6240, 0x884C:  // 院 校 局 厅 所 行
            return [0x5C40, 0x59D4, 0x90E8, 0x5385, 0x8054, 0x4F1A, 0x5E9C, 0x53F8, 0x56E2, 0x529E].contains(last)
        // 局 委 部 厅 联 会 府 司 团 办
        default: return false
        }
    }

    private func withoutParty(_ unit: Text) -> Text {
        for suffix in Self.party where unit.count >= suffix.count && Array(unit.suffix(suffix.count)) == suffix {
            return Array(unit.dropLast(suffix.count))
        }
        return unit
    }

    private static func string(_ text: Text) -> String {
        String(scalars: text.compactMap { Unicode.Scalar($0) })
    }

    // MARK: - A unit inside the unit before it

    private static let committeeParts: Set<String> = [
        "组织部", "宣传部", "统战部", "政法委", "政研室", "编办", "党校", "台办", "巡察办", "网信办", "直属机关工委", "办公室", "社会工作部", "政策研究室", "老干部局",
        "督查室",
    ]
    private static let ministries: Set<String> = [
        "外交部", "国防部", "教育部", "科技部", "科学技术部", "工业和信息化部", "公安部", "国家安全部", "民政部", "司法部", "财政部", "人力资源和社会保障部",
        "自然资源部", "生态环境部", "住房和城乡建设部", "住房城乡建设部", "住建部", "交通运输部", "水利部", "农业农村部", "农业部", "商务部", "文化和旅游部",
        "应急管理部", "应急部", "退役军人事务部", "退役军人部", "工信部", "人社部", "中宣部", "中组部", "中央组织部", "中央宣传部",
    ]
    private static let levelBodies: Set<String> = ["纪委", "监委", "人大常委会", "政府", "纪委监委", "人大", "总工会"]
    private static let ownOffices: Set<String> = ["管委会", "办事处", "指挥部", "董事会"]
    private static let ownParty: Set<String> = ["党组", "党委", "党工委", "党总支", "党支部", "机关党委", "直属机关党委", "团委", "工会", "纪委"]

    /// The whole name of a unit that is part of the one before it, or nil where it stands by itself.
    private func dependent(_ own: Text) -> Text? {
        let text = Self.string(own)
        if Self.string(unit).hasSuffix("政治局") || Self.ministries.contains(text) { return nil }
        if Self.committeeParts.contains(text), let committee = committee(above: unit) { return committee + own }
        if Self.isCommittee(unit), !text.hasPrefix("党") {
            if Self.committeeParts.contains(text) { return unit + own }
            if Self.ownOffices.contains(text), withoutParty(unit) != unit { return withoutParty(unit) + own }
            if Self.levelBodies.contains(text) { return Array(unit.dropLast()) + own }
            return nil
        }
        let base = withoutParty(unit)
        guard !base.isEmpty else { return nil }
        if Self.ownParty.contains(text) || Self.ownOffices.contains(text) { return withoutOffice(base) + own }
        // 省科技厅副厅长甲，厅计划处处长乙
        if own.count > 2, own.first == base.last, isOffice(base) { return base + own.dropFirst() }
        guard own.count <= 8, !startsByItself(own), !text.hasSuffix("公司"), let last = own.last else { return nil }
        if text == "办公室", Self.string(base).hasSuffix("政府") { return base + own }
        switch last {
        case 0x5904, 0x79D1, 0x5BA4, 0x53F8:  // 处 科 室 司
            // 党委学生工作部 and 教务处 of a school stand side by side.
            if last == 0x5904, base.last == 0x90E8, Self.string(base).contains("党委") { return nil }
            if last == 0x5904, base.last == 0x529E { return nil }  // 校办主任甲，招生处处长乙
            return isOffice(base) ? officeAbove(base) + own : nil
        case 0x90E8 where own.count <= 5:  // 部
            return isOffice(base) || base.last == last ? officeAbove(base, 0x90E8) + own : nil
        default:
            return nil
        }
    }

    /// 经开区管委会 leads 经开区: its 党工委 and its 管委会 are the zone's.
    private func withoutOffice(_ base: Text) -> Text {
        for office in Self.ownOffices where Self.string(base).hasSuffix(office) {
            let rest = Array(base.dropLast(office.unicodeScalars.count))
            if rest.count >= 2 { return rest }
        }
        return base
    }

    /// The committee whose part a unit is: 县委宣传部 gives 县委.
    private func committee(above unit: Text) -> Text? {
        for part in Self.committeeParts where Self.string(unit).hasSuffix(part) {
            let above = Array(unit.dropLast(part.unicodeScalars.count))
            if Self.isCommittee(above) { return above }
        }
        return nil
    }

    /// The unit above a sub-unit: 省科技厅农村处 gives 省科技厅; a 部 stands in no other 部.
    private func officeAbove(_ base: Text, _ kind: UInt32 = 0) -> Text {
        guard let last = base.last, last == 0x5904 || last == 0x79D1 || last == 0x5BA4 || last == kind else {
            return base
        }
        var end = base.count - 1
        while end > 1 {
            switch base[end - 1] {
            case 0x5385, 0x5C40, 0x59D4, 0x90E8, 0x529E, 0x9662, 0x6821, 0x7F72, 0x53F8, 0x56E2:
                return Array(base[..<end])
            // 大学, not 产学研处
            case 0x5B66 where base[end - 2] == 0x5927: return Array(base[..<end])
            default: end -= 1
            }
        }
        return []
    }

    private func isOffice(_ base: Text) -> Bool {
        guard let last = base.last else { return false }
        // 厅 局 委 部 办 院 校 学(大学) 司 团(集团) 署 会 处 行 心(中心) 组(领导小组)
        return [
            0x5385, 0x5C40, 0x59D4, 0x90E8, 0x529E, 0x9662, 0x6821, 0x5B66, 0x53F8, 0x56E2, 0x7F72, 0x4F1A, 0x5904,
            0x884C, 0x5FC3, 0x7EC4,
        ].contains(last) && !Self.isCommittee(base)
    }

    /// Units that name their own level or place: 省, 市, 国家, a city …
    private func startsByItself(_ own: Text) -> Bool {
        if let first = own.first, Self.levels.contains(first) { return true }
        if words.longest(own, at: 0, to: own.count, of: .place) != nil { return true }
        return ["国家", "全国", "中央", "中国", "国务院", "自治", "公司", "集团", "学校", "总部"].contains { Self.string(own).hasPrefix($0) }
    }
}

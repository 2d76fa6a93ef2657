/// Whether a title in a text is an office that the registry names, printed shorter or longer.
struct TitleComparison {
    /// 霁川 of 霁川市.
    private let stem: String?
    /// 市 of 霁川市.
    private let grade: Character?
    /// Every name of a unit that is not the full one, the longest first, with the full one.
    private let aliases: [(alias: String, name: String)]
    private let unitNames: Set<String>

    init(region: String?, units: [Registry.Unit]) {
        let grade = region?.last.flatMap { "省市州县区旗盟".contains($0) ? $0 : nil }
        self.grade = grade
        stem = region.map { grade == nil ? $0 : String($0.dropLast()) }
        aliases = units.flatMap { unit in unit.also.map { ($0, unit.name) } }
            .sorted { ($0.alias.count, $1.alias) > ($1.alias.count, $0.alias) }
        unitNames = Set(units.map(\.name))
    }

    /// Words in front of a post that make it another one.
    static let modifiers = ["常务", "执行", "助理", "名誉", "候任", "第一", "代理", "副", "代", "原", "前", "兼", "总"]

    /// - Parameters:
    ///   - printed: as the text has it; it may leave out the unit (局长 for 市水利局局长), and may say the region.
    ///   - held: as the registry has it.
    ///   - fronts: what the registry may have left out of it, having said it in another title (市水利局党组书记、局长).
    func isSame(_ printed: String, _ held: String, fronts: [String] = []) -> Bool {
        let (short, long) = (expanded(printed), expanded(held))
        if short == long { return true }
        // 市长 is not what is left of 副市长.
        if long.hasSuffix(short), short.count >= 2 {
            let front = long.dropLast(short.count)
            return !Self.modifiers.contains { front.hasSuffix($0) }
        }
        // A registry that says 局长 alone is met by a text that says of which of the office's units.
        guard short.hasSuffix(long) else { return false }
        let front = String(short.dropLast(long.count))
        return unitNames.contains(front) || (front.count >= 2 && fronts.contains { expanded($0).hasPrefix(front) })
    }

    /// Whether a person has a title on a day; one printed with 原 or 前 may be over.
    func fits(_ printed: String, _ person: Registry.Person, on day: String?) -> Bool {
        let (title, isFormer) = Self.current(printed)
        let fronts = person.titles.map(\.text) + [person.unit].compactMap { $0 }
        let isHeld = person.titles.contains {
            (isFormer || $0.holds(on: day)) && isSame(title, $0.text, fronts: fronts)
        }
        if isHeld { return true }
        return person.unit.map { isOf($0, title) } ?? false && person.titles.isEmpty
    }

    /// Whether a title is one of a unit.
    func isOf(_ unit: String, _ title: String) -> Bool { expanded(title).hasPrefix(expanded(unit)) }

    /// Whether one is the other with another grade: 市长 and 副市长, 代市长.
    func isOtherGrade(_ printed: String, _ held: String) -> Bool {
        !isSame(printed, held) && isSame(bare(printed), bare(held))
    }

    /// Words that say of what kind people are, not what they are: 市领导.
    static func isTitle(_ words: String) -> Bool {
        !["领导", "负责人", "负责同志", "代表", "委员代表", "嘉宾", "专家"].contains { words.hasSuffix($0) }
    }

    /// 原市长 -> 市长, and that it is said to be over.
    static func current(_ title: String) -> (title: String, isFormer: Bool) {
        for word in ["原", "前", "时任"] where title.hasPrefix(word) && title.count > word.count + 1 {
            return (String(title.dropFirst(word.count)), true)
        }
        return (title, false)
    }

    /// Without the region in front (霁川市委 -> 市委, 霁川市市长 -> 市长), and with the unit's full name.
    private func expanded(_ title: String) -> String {
        var text = title.filter { !$0.isWhitespace }
        if let stem, text.hasPrefix(stem), text.count > stem.count + 1 {
            text.removeFirst(stem.count)
            if let grade, text.hasPrefix("\(grade)\(grade)") { text.removeFirst() }
        }
        // 青筠县县长 is printed 青筠县长 as well.
        for grade in ["县县", "区区", "市市", "镇镇", "乡乡"] where text.contains(grade) {
            text = text.split(separator: grade, omittingEmptySubsequences: false).joined(
                separator: String(grade.prefix(1)))
        }
        for (alias, name) in aliases where text.hasPrefix(alias) && !text.hasPrefix(name) {
            return name + text.dropFirst(alias.count)
        }
        return text
    }

    private func bare(_ title: String) -> String {
        var text = title
        for word in Self.modifiers { text = text.split(separator: word).joined() }
        return text
    }
}

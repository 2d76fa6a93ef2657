/// Which of two titles says what the other says.
extension OfficialsWriter {
    /// Whether the longer title is the shorter with its unit written out.
    static func says(_ longer: String, _ shorter: String) -> Bool {
        guard longer.hasSuffix(shorter) else { return abbreviates(longer, shorter) }
        let rest = longer.dropLast(shorter.count)
        return !["副", "常务", "总", "代", "原", "第一", "执行", "名誉"].contains { rest.hasSuffix($0) }
    }

    /// 中国航天科工董事长 beside 中国航天科工集团有限公司董事长: the same characters in the same order, with the same
    /// beginning and end.
    static func abbreviates(_ longer: String, _ shorter: String) -> Bool {
        if contains(longer, shorter) || shortensMinistry(longer, shorter) { return true }
        guard shorter.count >= 5, shorter.count < longer.count, longer.first == shorter.first,
            // 省厅治安总队副总队长 beside 省公安厅治安总队副总队长
            longer.prefix(2) == shorter.prefix(2) && longer.suffix(3) == shorter.suffix(3)
                || shorter.count >= 8 && longer.suffix(6) == shorter.suffix(6)
        else { return false }
        var rest = Substring(longer)
        for character in shorter {
            guard let place = rest.firstIndex(of: character) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    /// 住建部部长 beside 住房城乡建设部部长: a body in three characters, of no province, city or county.
    static func shortensMinistry(_ longer: String, _ shorter: String) -> Bool {
        let post = shorter.dropFirst(3)
        let unit = shorter.prefix(3)
        guard post.count >= 2, unit.count == 3, let first = unit.first, let last = unit.last, "部委局厅署".contains(last),
            !"省市县区州我本".contains(first), longer.hasSuffix(post), longer.first == first,
            !longer.dropLast(post.count).contains("、")
        else { return false }
        var rest = longer.dropLast(post.count)
        guard rest.last == last, rest.count > 3 else { return false }
        for character in unit {
            guard let place = rest.firstIndex(of: character) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    /// 立新检测总经理 beside 云溪立新检测技术有限公司总经理.
    static func contains(_ longer: String, _ shorter: String) -> Bool {
        let post = zip(longer.reversed(), shorter.reversed()).prefix { $0 == $1 }.count
        let unit = shorter.dropLast(post)
        return post >= 2 && unit.count >= 3 && longer.dropLast(post).contains(unit) && longer.contains("公司")
    }
}

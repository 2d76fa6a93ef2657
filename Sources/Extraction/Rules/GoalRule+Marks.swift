import Cleaning

/// What stands in quotation marks, by its form and its neighbours.
extension GoalRule {
    /// What joins or ends: a head noun behind it belongs to something else.
    func isLink(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "的", "和", "在", "了", "暨", "与", "及", "等", "为", "是", "并", "以", "上", "中", "这", "将", "对": true
        default: !RegionRule.isHan(scalar)
        }
    }

    /// 新, 新时代, 门前 … right before a quotation belong to it.
    func frontWords(_ open: Int, _ range: Range<Int>) -> Int? {
        for word: StaticString in ["新时代", "门前", "全国", "新", "省", "市", "县"] {
            let count = word.utf8CodeUnitCount / 3
            if open - count >= range.lowerBound, passage.has(word, at: open - count, before: open) {
                if count == 1, text[open - 1] != "新" { return nil }
                return open - count
            }
        }
        return nil
    }

    /// 两委, 三省: bodies; 一切, 一些: no number.
    func isBody(_ range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        switch text[range.lowerBound + 1] {
        case "批", "切", "些", "般", "样", "定", "窝", "旦", "直": if text[range.lowerBound] == "一" { return true }
        default: break
        }
        if passage.has("一把手", at: range.lowerBound, before: range.upperBound) { return true }
        guard range.count == 2 else { return false }
        switch text[range.lowerBound + 1] {
        case "委", "省", "市", "县", "会", "校", "院", "国", "方", "家", "级": return true
        default: return false
        }
    }

    /// `三区`, `两个维护`, `135`, `七大难`, `十四五`: a number and what it counts, clipped.
    func isCounted(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        if text[place] == "新", range.count > 1 { place += 1 }
        guard let last = range.last, !isBody(range) else { return false }
        let digits = range.allSatisfy {
            Numeral.digit(text[$0]) != nil || text[$0] == "+" || text[$0] == "N" || text[$0] == "X" || text[$0] == "-"
                || text[$0] == "·" || text[$0] == "1"
        }
        if digits { return range.count >= 2 }
        if range.count <= 8,
            Numeral.chineseDigit(text[place]) != nil || text[place] == "十" || text[place] == "百" || text[place] == "千"
                || text[place] == "双"
        {
            return range.count >= 2
        }
        if range.count <= 8, Numeral.digit(text[place]) != nil,
            RegionRule.isHan(text[last]) || text[last] == "N" || Numeral.digit(text[last]) != nil
        {
            return true
        }
        return false
    }

    /// `节水优先、空间均衡、系统治理`: parts of like length.
    func isParallel(_ range: Range<Int>) -> Bool {
        var lengths: [Int] = []
        var count = 0
        for place in range {
            if text[place] == "、" || text[place] == "，" || text[place] == " " {
                lengths.append(count)
                count = 0
            } else {
                count += 1
            }
        }
        lengths.append(count)
        guard lengths.count > 1, let most = lengths.max(), let least = lengths.min() else { return false }
        return most - least <= 2 && least >= 2
    }

    /// `“A”“B”` or `“A”、“B”` or `“A”和“B”`.
    func isAmongQuotes(_ open: Int, _ close: Int, _ range: Range<Int>) -> Bool {
        if close + 2 < range.upperBound,
            text[close + 1] == "“" || text[close + 2] == "“" && (text[close + 1] == "和" || text[close + 1] == "与")
        {
            return true
        }
        return open - 2 >= range.lowerBound
            && (text[open - 1] == "”" || text[open - 2] == "”" && (text[open - 1] == "和" || text[open - 1] == "与"))
    }

    /// One of a list of wares or names: `“A”、“B”等品牌`, `名为“X”`.
    func isProduct(_ open: Int, _ close: Int, _ range: Range<Int>) -> Bool {
        if close + 1 < range.upperBound {
            switch text[close + 1] {
            case "、" where close + 2 < range.upperBound && text[close + 2] == "“": return true
            case "公" where passage.has("公益", at: close + 1, before: range.upperBound): break
            case "品", "公", "号", "牌", "店", "一", "字", "二",
                "的" where text[close + 1] != "的":
                return true
            case "等": return true
            default: break
            }
        }
        guard open > range.lowerBound else { return false }
        switch text[open - 1] {
        case "、" where open - 2 >= range.lowerBound && text[open - 2] == "”": return true
        case "为" where open - 2 >= range.lowerBound:
            return text[open - 2] == "名" || text[open - 2] == "称" || text[open - 2] == "誉"
        case "叫", "称", "像", "喊": return true
        default: return false
        }
    }
}

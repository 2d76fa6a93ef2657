import Cleaning

/// What is to come next: 下一步, 将, and those who met say what they will do.
extension DemandRule {
    /// `下一步`, `接下来`: where the words behind it start.
    func ahead(_ range: Range<Int>) -> Int? {
        for word: StaticString in ["下一步", "下一阶段", "下阶段", "接下来", "今后", "下步", "后续"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            let end = range.lowerBound + word.utf8CodeUnitCount / 3
            // 下一步工作, 今后的路: a noun.
            return end < range.upperBound && (text[end] == "的" || text[end] == "工") ? nil : end
        }
        return nil
    }

    /// `市水利局将继续推进X`: what will be done, its subject and 将 left out.
    func intended(_ range: Range<Int>) -> Range<Int>? {
        let limit = min(range.upperBound - 3, range.lowerBound + 24)
        var place = range.lowerBound
        while place < limit {
            if text[place] == "将", place + 1 < range.upperBound, !"军士来帅领".unicodeScalars.contains(text[place + 1]),
                place == 0 || text[place - 1] != "即" && text[place - 1] != "必"
            {
                var start = place + 1
                while text[start] == "会" || text[start] == "继" && text[start + 1] == "续" {
                    start += text[start] == "会" ? 1 : 2
                    if start + 3 >= range.upperBound { return nil }
                }
                // 将 + noun is 把.
                guard range.upperBound - start >= 4 else { return nil }
                if words.longest(.imperative, in: text, at: start, before: range.upperBound) > 0
                    || isBasis(start..<range.upperBound) || isJoint(start..<range.upperBound)
                {
                    return start..<range.upperBound
                }
                return nil
            }
            if text[place] == "是" || text[place] == "了" { return nil }
            place += 1
        }
        return nil
    }

    /// `在产业等方面加强合作`, `联合有关部门持续做好X`: where or with whom, and then what.
    private func isJoint(_ range: Range<Int>) -> Bool {
        guard text[range.lowerBound] == "在" || text[range.lowerBound] == "与" || text[range.lowerBound] == "联"
        else { return false }
        return words.first(.imperative, in: text, range.lowerBound + 2..<range.upperBound) != nil
    }

    /// `双方将…`, `我们将…`, `三地将…`: those who met say what they will do.
    func isPledge(_ range: Range<Int>) -> Bool {
        for place in range.prefix(6) {
            for word: StaticString in ["双方将", "双方还将", "我们将", "各方将", "两地将", "三方将"]
            where passage.has(word, at: place, before: range.upperBound) {
                return true
            }
        }
        return false
    }

    /// `根据协议，…`, `按照协议，…`: what is to come of it follows.
    func isTerms(_ range: Range<Int>) -> Bool {
        for word: StaticString in ["根据协议", "按照协议", "根据合作协议", "根据框架协议", "按照协定", "根据备忘录"]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return range.count <= word.utf8CodeUnitCount / 3 + 2
        }
        return false
    }

    /// `云溪区将…`: a body says what it will do, where someone speaks.
    func isBodyThatWill(_ range: Range<Int>) -> Bool {
        for place in range.prefix(18).dropFirst(2) where text[place] == "将" {
            return words.longestEnding(.ownerEnd, in: text, at: place, after: range.lowerBound) > 0
        }
        return false
    }
}

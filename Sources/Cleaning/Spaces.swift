import Diagnostics

/// Spaces inside a line: those inside words and names go, those between items stay.
///
/// `抓 好` and the name `王 伟` are closed; `张三 李四 王五`, the halves of a headline and of a slogan in quotation marks
/// keep their space.
struct Spaces {
    private let scalars: [Unicode.Scalar]
    /// Pairs of characters that the text has elsewhere without a space.
    private let pairs: NeighbourPairs
    private var edits: [Draft.Edit] = []
    private var listed: [(range: Range<Int>, once: Bool)] = []

    static func close(_ draft: inout Draft) {
        var rule = Spaces(draft.scalars)
        var start = 0
        while start < rule.scalars.count {
            let end = rule.scalars[start...].firstIndex(of: "\n") ?? rule.scalars.count
            rule.closeLine(start..<end)
            start = end + 1
        }
        for repair in rule.listed {
            let restored = rule.scalars[repair.range].filter { !$0.isSpace }
            draft.note(.space, repair.range, restored: String(scalars: restored), once: repair.once)
        }
        draft.apply(rule.edits)
    }

    private init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        pairs = NeighbourPairs(scalars)
    }

    /// A stretch of a line between two marks, cut at its spaces.
    private struct Clause {
        var pieces: [Range<Int>]
        var isProse: Bool
        /// Inside quotation marks or brackets.
        var isQuoted: Bool
    }

    private mutating func closeLine(_ line: Range<Int>) {
        guard scalars[line].contains(where: \.isSpace) else { return }
        let isProse = scalars[line].contains { $0 == "，" || $0 == "。" || $0 == "；" }
        var clause = Clause(pieces: [], isProse: isProse, isQuoted: false)
        var at = line.lowerBound
        while at < line.upperBound {
            if isMark(scalars[at]) {
                closeClause(clause)
                clause = Clause(pieces: [], isProse: isProse, isQuoted: opensQuote(scalars[at]))
                at += 1
                continue
            }
            let isGap = scalars[at].isSpace
            var end = at + 1
            while end < line.upperBound, scalars[end].isSpace == isGap, !isMark(scalars[end]) { end += 1 }
            if !isGap {
                clause.pieces.append(at..<end)
            } else if at > line.lowerBound, isMark(scalars[at - 1]) {
                remove(at..<end, listing: at - 1..<end)
            } else if end < line.upperBound, isMark(scalars[end]) {
                // In order: the gaps of the clause come before this one.
                closeClause(clause)
                clause.pieces = []
                remove(at..<end, listing: at..<end + 1)
            }
            at = end
        }
        closeClause(clause)
    }

    private mutating func remove(_ gap: Range<Int>, listing range: Range<Int>) {
        edits.append(Draft.Edit(gap))
        listed.append((range, true))
    }

    private mutating func closeClause(_ clause: Clause) {
        guard clause.pieces.count > 1 else { return }
        let closed = closedGaps(clause)
        for (index, closes) in closed.enumerated() {
            let gap = clause.pieces[index].upperBound..<clause.pieces[index + 1].lowerBound
            if closes {
                let around = gap.lowerBound - 1..<gap.upperBound + 1
                edits.append(Draft.Edit(gap))
                listed.append((around, !(scalars[around.lowerBound].isHan && scalars[gap.upperBound].isHan)))
            } else if gap.count > 1 || scalars[gap.lowerBound] != " " {
                edits.append(Draft.Edit(gap, with: [" "]))
            }
        }
    }

    // MARK: Which gaps close

    /// What closes may make the next gap the only one, so it goes on until nothing changes: cleaning again finds nothing.
    private func closedGaps(_ clause: Clause) -> [Bool] {
        var closed = [Bool](repeating: false, count: clause.pieces.count - 1)
        var merged = clause
        while merged.pieces.count > 1 {
            let closing = closingGaps(merged)
            guard closing.contains(true) else { break }
            var left: [Range<Int>] = [merged.pieces[0]]
            for (gap, closes) in closing.enumerated() {
                let next = merged.pieces[gap + 1]
                guard closes else {
                    left.append(next)
                    continue
                }
                if let index = clause.pieces.firstIndex(where: { $0.lowerBound == next.lowerBound }) {
                    closed[index - 1] = true
                }
                left[left.count - 1] = left[left.count - 1].lowerBound..<next.upperBound
            }
            merged.pieces = left
        }
        return closed
    }

    private func closingGaps(_ clause: Clause) -> [Bool] {
        var closed = [Bool](repeating: false, count: clause.pieces.count - 1)
        closeSingles(clause, &closed)
        let isCredited = clause.pieces.contains { isCredit(scalars[$0]) }
        let open = closed.indices.filter { !closed[$0] && joinsHan(clause, $0) }
        for gap in closed.indices where !closed[gap] {
            let (left, right) = (clause.pieces[gap], clause.pieces[gap + 1])
            if !joinsHan(clause, gap) {
                closed[gap] = closesBesideFigure(left, right, isProse: clause.isProse)
            } else if clause.isProse, !clause.isQuoted, !isCredited {
                closed[gap] = closesBetween(left, right, isOnlyOne: open.count == 1)
            }
        }
        return closed
    }

    /// Single characters are no items: two of them are a name or a word, more are a word set with spaces.
    private func closeSingles(_ clause: Clause, _ closed: inout [Bool]) {
        var first = 0
        while first < clause.pieces.count {
            var last = first
            while last < clause.pieces.count, isSingle(clause.pieces[last]) { last += 1 }
            let run = first..<last
            let starts = stride(from: first, to: last, by: 2)
            let areNames = starts.allSatisfy { isSurname(clause.pieces[$0].lowerBound) }
            if run.count == 2, areNames || (clause.isProse && !clause.isQuoted) {
                closed[first] = true
            } else if run.count > 2 {
                for gap in first..<last - 1 where !(areNames && run.count.isMultiple(of: 2)) || (gap - first) % 2 == 0 {
                    closed[gap] = true
                }
            }
            first = max(last, first + 1)
        }
    }

    private func joinsHan(_ clause: Clause, _ gap: Int) -> Bool {
        scalars[clause.pieces[gap].upperBound - 1].isHan && scalars[clause.pieces[gap + 1].lowerBound].isHan
    }

    /// `8 月`, `增长 5%`: between Chinese and a figure in a sentence, or a figure and its unit anywhere.
    private func closesBesideFigure(_ left: Range<Int>, _ right: Range<Int>, isProse: Bool) -> Bool {
        let (before, after) = (scalars[left.upperBound - 1], scalars[right.lowerBound])
        guard before.isHan != after.isHan else { return before.isDigit && after == "%" }
        if isProse { return true }
        return (before.isDigit && isUnit(after) && right.count < 5)
            || (isUnit(before) && after.isDigit && left.count < 5)
    }

    private func isUnit(_ scalar: Unicode.Scalar) -> Bool { Self.units.contains(scalar) }

    private func closesBetween(_ left: Range<Int>, _ right: Range<Int>, isOnlyOne: Bool) -> Bool {
        let (before, after) = (scalars[left.upperBound - 1], scalars[right.lowerBound])
        let areNames = endsLikeName(left) && isSurname(right.lowerBound)
        let simplified: (Unicode.Scalar) -> Unicode.Scalar = ScriptTable.shared.simplified
        let makesWord =
            pairs.contains(before, after) || WordList.shared.contains(simplified(before), simplified(after))
        if makesWord || Self.leaning.contains(before) || Self.trailing.contains(after) { return !areNames }
        return isOnlyOne && !areNames && min(left.count, right.count) < 6
    }

    private func isSingle(_ piece: Range<Int>) -> Bool {
        piece.count == 1 && scalars[piece.lowerBound].isHan
            && !Self.labels.contains(scalars[piece.lowerBound])
    }

    /// `王伟`, `副市长王伟`.
    private func endsLikeName(_ piece: Range<Int>) -> Bool {
        if (2...4).contains(piece.count) && isSurname(piece.lowerBound) { return true }
        return [2, 3].contains { length in
            piece.count > length && isSurname(piece.upperBound - length)
                && Self.titleEnds.contains(scalars[piece.upperBound - length - 1])
        }
    }

    private func isCredit(_ piece: ArraySlice<Unicode.Scalar>) -> Bool { Self.credits.isFound(in: piece) }

    private static let credits = Phrases("记者 記者 通讯员 通訊員 实习生 實習生 编辑 編輯 作者 摄影 攝影")
    private static let units = ScalarSet("年月日时時分号號第届屆次")
    private static let labels = ScalarSet("文图摄编审校男女作主")
    /// What no item of a list ends with, and what none begins with: 形成了 一批, 可复制 的经验.
    private static let leaning = ScalarSet("的了着著在把被将將是与與及或并並")
    private static let trailing = ScalarSet("的了着著们們")
    private static let titleEnds = ScalarSet("长長记記任员員席理授士监監")

    private func isSurname(_ index: Int) -> Bool { PersonNames.isSurname(scalars[index]) }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.isChineseMark && scalar != "—" && scalar != "…" }

    private func opensQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "‘", "《", "（", "「", "『", "【", "〈": true
        default: false
        }
    }
}

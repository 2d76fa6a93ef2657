import Diagnostics

/// Characters that an inserter of readings broke by walking GBK bytes out of step.
///
/// It took the second byte of a character and the first byte of the next for a character, put that one's reading
/// between them, and so broke the next one: of 再 D4D9 and 強 8F8A it read D98F 購 and wrote `再?gòu)?qiáng)`. The
/// first lone byte swallowed the bracket behind it (`?`), the reading tells which byte it was, and the reading behind
/// the last lone byte tells which character stood there. What stands between the two readings are characters read
/// across the borders too, so their bytes belong to two neighbours each.
struct LostBytes {
    /// The end of a broken stretch: what is known of the last character.
    private enum Tail {
        /// `?qiáng)`: its reading alone.
        case reading(MandarinReadings.Syllable)
        /// `F(xiàn)`: its second byte, printed as ASCII, and its reading.
        case byte(UInt8, MandarinReadings.Syllable)

        var syllable: MandarinReadings.Syllable {
            switch self {
            case .reading(let syllable), .byte(_, let syllable): syllable
            }
        }
    }

    /// A broken stretch as it is printed.
    private struct Stretch {
        var range: Range<Int>
        /// The sound character before it.
        var before: Int?
        /// What was read across the border of `before` and the first lost character.
        var crossing: MandarinReadings.Syllable?
        /// Characters read across the borders of lost ones.
        var across: [Unicode.Scalar]
        var tail: Tail?
    }

    private struct Solution {
        var characters: [Unicode.Scalar]
        var proof: String
    }

    private let scalars: [Unicode.Scalar]
    private let readings = MandarinReadings.shared
    private let table = GBKTable.shared
    /// Pairs of characters that the text has elsewhere, Simplified.
    private let pairs: NeighbourPairs
    /// Whether the text's sound readings all stand behind Traditional characters.
    private let marksTraditional: Bool

    /// Repairs what is broken; a text that has no readings is not touched.
    static func repair(_ draft: inout Draft) {
        guard mayBeBroken(draft.scalars) else { return }
        let rule = LostBytes(draft.scalars)
        var edits: [Draft.Edit] = []
        var at = 0
        while at < rule.scalars.count {
            guard let stretch = rule.stretch(at: at) else {
                at += 1
                continue
            }
            edits.append(rule.edit(stretch, draft: &draft))
            at = stretch.range.upperBound
        }
        draft.apply(edits)
    }

    /// A `?` or a capital or small letter before a toned reading and its closing bracket.
    private static func mayBeBroken(_ scalars: [Unicode.Scalar]) -> Bool {
        for (index, scalar) in scalars.enumerated() where scalar == ")" || scalar == "）" {
            var at = index - 1
            var toned = false
            while at >= 0, scalars[at].isLatin || (scalars[at].value >= 0xC0 && scalars[at].value < 0x400) {
                if !scalars[at].isLatin { toned = true }
                at -= 1
            }
            guard at >= 0, at < index - 1, index - at <= 9 else { continue }
            if isLoneByte(scalars[at]) { return true }
            let isBracket = scalars[at] == "(" || scalars[at] == "（"
            if toned, isBracket, at > 0, isTrailByte(scalars[at - 1]) { return true }
        }
        return false
    }

    private init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        pairs = NeighbourPairs(scalars.map(ScriptTable.shared.simplified))
        let bearers = BracketedReadings(scalars).brackets.filter(\.fits).map { scalars[$0.owner] }
        let traditional = bearers.count { ScriptTable.shared.simplified($0) != $0 }
        marksTraditional = !bearers.isEmpty && traditional * 10 >= bearers.count * 9
    }

    /// How a byte that is no character is printed.
    private static func isLoneByte(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "?" || scalar == "\u{FFFD}" || scalar == "？"
    }

    private static func isTrailByte(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x40 && scalar.value < 0x7F
    }

    // MARK: What is printed

    private func stretch(at start: Int) -> Stretch? {
        let before = start > 0 && scalars[start - 1].value > 0x20 ? start - 1 : nil
        if Self.isLoneByte(scalars[start]) {
            if let (crossing, end) = looseReading(at: start + 1) {
                let rest = rest(from: end)
                return Stretch(
                    range: start..<(rest?.end ?? end), before: bearer(before), crossing: crossing,
                    across: rest?.across ?? [], tail: rest?.tail)
            }
            guard let rest = rest(from: start + 1), !rest.across.isEmpty, isToned(rest.tail) else { return nil }
            return Stretch(
                range: start..<rest.end, before: bearer(before), crossing: nil, across: rest.across, tail: rest.tail)
        }
        // `,F(xiàn)` without the `?`: only a mark can be told from a sound character.
        guard table.bytes(scalars[start])?.lead == 0xA3, !scalars[start].isLatinOrDigit,
            let rest = rest(from: start), rest.across.count == 1, case .byte = rest.tail, isToned(rest.tail)
        else { return nil }
        return Stretch(
            range: start..<rest.end, before: bearer(before), crossing: nil, across: rest.across, tail: rest.tail)
    }

    /// The character that `before` is, behind its own reading if it has one.
    private func bearer(_ before: Int?) -> Int? {
        guard var at = before else { return nil }
        if scalars[at] == ")" || scalars[at] == "）" {
            while at > 0, scalars[at] != "(", scalars[at] != "（" { at -= 1 }
            at -= 1
        }
        return at >= 0 && scalars[at].isChinese ? at : nil
    }

    private func isToned(_ tail: Tail) -> Bool { tail.syllable.tone != nil }

    /// `gòu)` without an opening bracket.
    private func looseReading(at start: Int) -> (MandarinReadings.Syllable, end: Int)? {
        var end = start
        while end < scalars.count, end - start <= 8, scalars[end].value < 0x400, scalars[end] != ")" { end += 1 }
        guard end > start, end < scalars.count, scalars[end] == ")" || scalars[end] == "）",
            let syllable = readings.syllable(scalars[start..<end])
        else { return nil }
        return (syllable, end + 1)
    }

    /// `(gòu)`.
    private func reading(at start: Int) -> (MandarinReadings.Syllable, end: Int)? {
        guard start < scalars.count, scalars[start] == "(" || scalars[start] == "（" else { return nil }
        return looseReading(at: start + 1)
    }

    /// Characters read across borders, then the tail.
    private func rest(from start: Int) -> (across: [Unicode.Scalar], tail: Tail, end: Int)? {
        var across: [Unicode.Scalar] = []
        var at = start
        while at < scalars.count, across.count <= 8 {
            if Self.isLoneByte(scalars[at]), let (syllable, end) = looseReading(at: at + 1) {
                return (across, .reading(syllable), end)
            }
            if Self.isTrailByte(scalars[at]) {
                guard let (syllable, end) = reading(at: at + 1) else { return nil }
                return (across, .byte(UInt8(scalars[at].value), syllable), end)
            }
            guard table.bytes(scalars[at]) != nil, !scalars[at].isDigit, scalars[at] != "〓",
                !Self.isLoneByte(scalars[at])
            else {
                return nil
            }
            across.append(scalars[at])
            at += 1
            if let (_, end) = reading(at: at) { at = end }
        }
        return nil
    }

    // MARK: What stood there

    private func edit(_ stretch: Stretch, draft: inout Draft) -> Draft.Edit {
        let first = stretch.before.map { scalars[$0].isHan ? $0 : stretch.range.lowerBound } ?? stretch.range.lowerBound
        var end = stretch.range.upperBound
        let after = end < scalars.count && scalars[end].isHan ? scalars[end] : nil
        if after != nil { end = reading(at: end + 1)?.end ?? end + 1 }
        let lead = first < stretch.range.lowerBound ? [scalars[first]] : []
        let tail = after.map { [$0] } ?? []
        guard let solution = solve(stretch, after: after) else {
            let range = draft.sourceRange(of: first..<end)
            draft.note(.lostBytes, first..<end, restored: nil)
            draft.warnings.append(
                CleanText.Warning(
                    text: "字符残损，无法复原：\(draft.printed(first..<end))", question: "〓 处原文是什么字？", range: range))
            return Draft.Edit(stretch.range, with: ["〓"])
        }
        draft.note(
            .lostBytes, first..<end, restored: String(scalars: lead + solution.characters + tail), proof: solution.proof
        )
        return Draft.Edit(stretch.range, with: solution.characters)
    }

    private func solve(_ stretch: Stretch, after: Unicode.Scalar?) -> Solution? {
        let before = stretch.before.map { scalars[$0] }
        guard let tail = stretch.tail else { return solveByWord(stretch, before: before, after: after) }
        if let crossing = stretch.crossing, let before, let bytes = table.bytes(before) {
            let leads = GBKTable.leads.filter { lead in
                table.scalar(bytes.trail, lead).map { mayBear($0, crossing) } ?? false
            }
            guard stretch.across.isEmpty else {
                return chain(leads, stretch.across, tail, crossing: crossing, context: (before, after))
            }
            return oneOrTwo(leads, tail, crossing: crossing, context: (before, after))
        }
        guard stretch.crossing == nil else { return nil }
        return afterMark(stretch, tail, before: before, after: after)
    }

    /// Whether an inserter can have put a reading behind a character: it has that reading and, where only Traditional
    /// characters bear one, is one.
    private func mayBear(_ scalar: Unicode.Scalar, _ syllable: MandarinReadings.Syllable) -> Bool {
        readings.reads(scalar, as: syllable)
            && (!marksTraditional || ScriptTable.shared.simplified(scalar) != scalar)
    }

    /// `?gòu)?qiáng)`: one lost character, or two of which the first left no trace. One that makes a word with its
    /// neighbours is taken, one that bytes and reading alone give only where no word of two is possible.
    private func oneOrTwo(
        _ leads: [UInt8], _ tail: Tail, crossing: MandarinReadings.Syllable,
        context: (before: Unicode.Scalar, after: Unicode.Scalar?)
    ) -> Solution? {
        let one = chain(leads, [], tail, crossing: crossing, context: context)
        let pairs = pairsOfTwo(leads, tail, before: context.before)
        guard let one else { return twoByWord(pairs) }
        let simplified = one.characters.map(ScriptTable.shared.simplified)
        let evidence = rank(simplified, before: context.before, after: context.after)
        if pairs.isEmpty { return evidence >= 2 ? one : nil }
        // Two that make a word with a neighbour too say as much as one that does.
        let isRivalled = pairs.contains { pair in
            isWord(context.before, pair[0]) || (context.after.map { isWord(pair[1], $0) } ?? false)
        }
        // Where it makes a word with the character before it, nothing was lost between them.
        let isClose = simplified.first.map { isKnownWord(context.before, $0) } ?? false
        return evidence >= (isRivalled && !isClose ? 8 : 4) ? one : nil
    }

    /// Every byte is known but the last one's: the characters follow from the bytes and the last reading.
    private func chain(
        _ leads: [UInt8], _ across: [Unicode.Scalar], _ tail: Tail, crossing: MandarinReadings.Syllable,
        context: (before: Unicode.Scalar, after: Unicode.Scalar?)
    ) -> Solution? {
        let middle = across.compactMap(table.bytes)
        guard middle.count == across.count else { return nil }
        var found: [[Unicode.Scalar]] = []
        for lead in leads {
            var lead = lead
            var characters: [Unicode.Scalar] = []
            for bytes in middle {
                guard let scalar = table.scalar(lead, bytes.lead) else { break }
                characters.append(scalar)
                lead = bytes.trail
            }
            guard characters.count == middle.count else { continue }
            for last in candidates(lead: lead, tail) { found.append(characters + [last]) }
        }
        guard let best = best(found, before: context.before, after: context.after) else { return nil }
        return Solution(
            characters: best, proof: proof(context.before, best, crossing: crossing, tail))
    }

    /// Whatever its first byte, in the order of the bytes.
    private func candidates(_ tail: Tail) -> [Unicode.Scalar] {
        guard case .reading(let syllable) = tail else {
            return GBKTable.leads.flatMap { candidates(lead: $0, tail) }
        }
        let bearers = readings.bearers(of: syllable).filter { mayBear($0, syllable) }
        return bearers.compactMap { scalar in table.bytes(scalar).map { (scalar, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private func candidates(lead: UInt8, _ tail: Tail) -> [Unicode.Scalar] {
        switch tail {
        case .reading(let syllable):
            GBKTable.trails.compactMap { table.scalar(lead, $0) }.filter { mayBear($0, syllable) }
        case .byte(let trail, let syllable):
            table.scalar(lead, trail).map { mayBear($0, syllable) ? [$0] : [] } ?? []
        }
    }

    /// The one candidate that is left when forms of the same character count once and usual ones go before rare ones.
    private func best(
        _ found: [[Unicode.Scalar]], before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> [Unicode.Scalar]? {
        var groups: [(simplified: [Unicode.Scalar], printed: [Unicode.Scalar], rank: Int)] = []
        for characters in found {
            let simplified = characters.map(ScriptTable.shared.simplified)
            let rank = rank(simplified, before: before, after: after)
            if let index = groups.firstIndex(where: { $0.simplified == simplified }) {
                groups[index].rank = max(groups[index].rank, rank)
            } else {
                groups.append((simplified, characters, rank))
            }
        }
        guard let top = groups.map(\.rank).max() else { return nil }
        let best = groups.filter { $0.rank == top }
        return best.count == 1 ? best[0].printed : nil
    }

    /// 4 for each word with a neighbour; 2 for characters of GB 2312's first level only, 1 of its second.
    private func rank(_ simplified: [Unicode.Scalar], before: Unicode.Scalar?, after: Unicode.Scalar?) -> Int {
        var level = 2
        for scalar in simplified where scalar.isHan {
            let lead = table.bytes(scalar)
            guard let lead, lead.lead >= 0xB0, lead.lead <= 0xF7, lead.trail >= 0xA1 else { return 0 }
            if lead.lead >= 0xD8 { level = 1 }
        }
        let line = [before].compactMap(\.self) + simplified + [after].compactMap(\.self)
        let words = zip(line, line.dropFirst()).count { isWord($0, $1) }
        return level + 4 * words
    }

    /// 擔 stands for 担 alone, but 採, 埰 and 寀 for 采: there the bytes tell too little.
    private func isOnlyForm(_ scalar: Unicode.Scalar) -> Bool {
        let simplified = ScriptTable.shared.simplified(scalar)
        guard simplified != scalar else { return false }
        var forms = 0
        for lead in GBKTable.leads {
            for trail in GBKTable.trails {
                guard let other = table.scalar(lead, trail), other != simplified else { continue }
                if ScriptTable.shared.simplified(other) == simplified { forms += 1 }
            }
        }
        return forms == 1
    }

    /// A word of the dictionary, not only a pair that the text has elsewhere.
    private func isKnownWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        let (one, other) = (ScriptTable.shared.simplified(first), ScriptTable.shared.simplified(second))
        return WordList.shared.contains(one, other)
    }

    private func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        let (one, other) = (ScriptTable.shared.simplified(first), ScriptTable.shared.simplified(second))
        return WordList.shared.contains(one, other) || pairs.contains(one, other)
    }

    /// 擔當: the second byte of the one and the first of the other met as no character and left no trace.
    /// Those count that are a word, or whose first character makes one with the character before.
    private func pairsOfTwo(_ leads: [UInt8], _ tail: Tail, before: Unicode.Scalar) -> [[Unicode.Scalar]] {
        var found: [[Unicode.Scalar]] = []
        for second in candidates(tail) {
            guard let next = table.bytes(second) else { continue }
            for lead in leads {
                for trail in GBKTable.trails where table.scalar(trail, next.lead) == nil {
                    guard let first = table.scalar(lead, trail),
                        isKnownWord(first, second) || isKnownWord(before, first)
                    else { continue }
                    found.append([first, second])
                }
            }
        }
        return found
    }

    /// The only word of two that bytes and reading allow, its first character the only Traditional form of its own.
    private func twoByWord(_ found: [[Unicode.Scalar]]) -> Solution? {
        let words = Set(found.map { $0.map(ScriptTable.shared.simplified) })
        guard words.count == 1, let best = found.first, isOnlyForm(best[0]) else { return nil }
        return Solution(
            characters: best, proof: "lexicon \(String(scalars: best)) \(best.map(hexadecimal).joined(separator: " "))")
    }

    /// `?,F(xiàn)`: a mark was read across the border, so its first half closed the mark or character before.
    private func afterMark(
        _ stretch: Stretch, _ tail: Tail, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Solution? {
        guard let first = stretch.across.first, let bytes = table.bytes(first) else { return nil }
        let rest = Array(stretch.across.dropFirst())
        var found: [[Unicode.Scalar]] = []
        for lead in GBKTable.leads {
            guard let opening = table.scalar(lead, bytes.lead) else { continue }
            // Marks stand in row A1 of GBK; a character must make a word, since its first byte left no trace.
            guard lead == 0xA1 || before.map({ isWord($0, opening) }) ?? false else { continue }
            var previous = bytes.trail
            var characters = [opening]
            for scalar in rest {
                guard let next = table.bytes(scalar), let character = table.scalar(previous, next.lead) else { break }
                characters.append(character)
                previous = next.trail
            }
            guard characters.count == rest.count + 1 else { continue }
            for last in candidates(lead: previous, tail) { found.append(characters + [last]) }
        }
        let marks = found.filter { !$0[0].isHan && $0[0].isChineseMark }
        guard let best = best(marks.isEmpty ? found : marks, before: nil, after: after) else { return nil }
        return Solution(
            characters: best, proof: proof(before, best, crossing: nil, tail))
    }

    /// `?gòu)` alone: the first byte is known, a word with a neighbour must settle the rest.
    private func solveByWord(_ stretch: Stretch, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Solution? {
        guard let crossing = stretch.crossing, let before, let bytes = table.bytes(before) else { return nil }
        var found: [[Unicode.Scalar]] = []
        for lead in GBKTable.leads {
            guard let read = table.scalar(bytes.trail, lead), readings.reads(read, as: crossing) else { continue }
            for trail in GBKTable.trails {
                guard let scalar = table.scalar(lead, trail), scalar.isHan else { continue }
                if isWord(before, scalar) || after.map({ isWord(scalar, $0) }) ?? false { found.append([scalar]) }
            }
        }
        guard let best = best(found, before: before, after: after) else { return nil }
        let word = isWord(before, best[0]) ? [before] + best : best + [after].compactMap(\.self)
        return Solution(
            characters: best, proof: "lexicon \(String(scalars: word)) \(best.map(hexadecimal).joined(separator: " "))")
    }

    // MARK: The proof

    /// `D4D9 8F8A -> D98F gòu; 8F+qiáng -> 強 8F8A`
    private func proof(
        _ before: Unicode.Scalar?, _ characters: [Unicode.Scalar], crossing: MandarinReadings.Syllable?, _ tail: Tail
    ) -> String {
        let line = [before].compactMap(\.self) + characters
        var steps: [String] = []
        for (index, pair) in zip(line, line.dropFirst()).enumerated() {
            guard let first = table.bytes(pair.0), let second = table.bytes(pair.1) else { continue }
            // The first border counts only where its reading was printed.
            if index == 0, before != nil, crossing == nil { continue }
            let read = index == 0 ? crossing.map(readings.spelling) : nil
            let across = read ?? table.scalar(first.trail, second.lead).map { String(scalars: [$0]) } ?? ""
            let crossed = hexadecimal([first.trail, second.lead])
            steps.append("\(hexadecimal(pair.0)) \(hexadecimal(pair.1)) -> \(crossed) \(across)")
        }
        if let last = characters.last, let bytes = table.bytes(last) {
            let spelled = readings.spelling(tail.syllable)
            let known: String
            switch tail {
            case .reading: known = "\(hexadecimal([bytes.lead]))+\(spelled)"
            case .byte: known = "\(hexadecimal([bytes.lead, bytes.trail]))+\(spelled)"
            }
            steps.append("\(known) -> \(String(scalars: [last])) \(hexadecimal(last))")
        }
        return steps.joined(separator: "; ")
    }

    private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        table.bytes(scalar).map { hexadecimal([$0.lead, $0.trail]) } ?? ""
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}

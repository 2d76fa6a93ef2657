extension LineComposer {
    /// Demerits. A line that needs nothing has none; what a reader would notice costs most.
    enum Cost {
        static let afterMiddot = 300.0
        static let afterNumber = 250.0
        /// Between letters and a number after them: `GB/T 9704`.
        static let beforeNumber = 300.0
        static let inAddress = 250.0
        /// In an address where no mark is, and in a word of many letters.
        static let inWord = 2_000.0
        /// Characters that leave the grid.
        static let offGrid = 1_200.0
        /// A last line of one character.
        static let singleCharacter = 50_000.0
        /// A word longer than the line, cut anywhere.
        static let emergency = 1e7
        /// Each line of a table cell or a heading: as few as can be.
        static let line = 1e5
    }

    /// How much may be added, in em, before a full line leaves the character grid.
    enum Slack {
        /// To every gap between characters, or from it: too little to be seen.
        static let evenly = 0.011
        /// To the blank of a mark: a comma with a character's room behind it is seen less than a line off the grid.
        static let mark = 0.75
        static let markOffGrid = 0.4
        /// Between letters of a word; to be taken away half as much.
        static let letters = 0.03
        /// Of what blanks can give: no mark loses all of its blank while another keeps all of its own.
        static let firstShrink = 0.6
        /// Lines looser than this are only looked at where nothing else is, or where the paragraph would end with a
        /// single character.
        static let line = 2.5
        static let rescue = 9.0
    }

    /// The atoms that each line ends before; the last is the paragraph's end.
    func findBreaks() -> [Int] {
        let count = atoms.count
        if lineWidth(0, count) <= room(0) + 1e-6 { return [count] }
        if measure.alignment == .balance, let breaks = titleBreaks() { return breaks }
        search(looseness: Slack.line)
        if measure.alignment == .justify, demerits[count] >= Cost.singleCharacter { search(looseness: Slack.rescue) }
        var breaks: [Int] = []
        var at = count
        while at > 0 {
            breaks.append(at)
            at = Int(previous[at])
        }
        breaks.reverse()
        return breaks
    }

    /// Finds the best way to every place.
    ///
    /// - Parameter looseness: how many em a line may lack.
    private func search(looseness: Double) {
        let count = atoms.count
        demerits.removeAll(keepingCapacity: true)
        demerits.append(contentsOf: repeatElement(.infinity, count: count + 1))
        previous.removeAll(keepingCapacity: true)
        previous.append(contentsOf: repeatElement(-1, count: count + 1))
        demerits[0] = 0
        var low = 1
        for start in 0..<count where demerits[start] < .infinity {
            low = max(low, start + 1)
            extend(from: start, low: &low, looseness: looseness)
        }
    }

    /// Tries every line that begins with atom `start`.
    private func extend(from start: Int, low: inout Int, looseness: Double) {
        let count = atoms.count
        let room = room(start)
        let em = atoms[start].em
        let justified = measure.alignment == .justify
        if justified {
            let least = room - looseness * em
            while low < count, lineWidth(start, low) < least { low += 1 }
        }
        var at = justified ? low : start + 1
        var found = false
        while at <= count {
            let width = lineWidth(start, at)
            let over = width - room
            if over > 1e-6 {
                let give = justified ? most(start, at, em) : 0
                if over > give + 1e-6 {
                    if over > give + em { break }
                    at += 1
                    continue
                }
            }
            if reach(at, from: start, over: over, em: em) { found = true }
            at += 1
        }
        if !found { fallBack(from: start, overflow: min(at, count), room: room, em: em) }
    }

    /// Nothing fits well: the longest line that may end, else as much of the word as the line holds.
    private func fallBack(from start: Int, overflow: Int, room: Double, em: Double) {
        var at = overflow
        while at > start {
            let over = lineWidth(start, at) - room
            if over <= 1e-6, reach(at, from: start, over: over, em: em) { return }
            at -= 1
        }
        at = overflow
        while at > start + 1, lineWidth(start, at) - room > 1e-6 { at -= 1 }
        // Also in a word that is cut, no line begins or ends with a mark that may not (CLREQ 3.1.2).
        var allowed = at
        while allowed > start, !marksAllow(breakBefore: allowed) { allowed -= 1 }
        if allowed > start { at = allowed }
        let cost = demerits[start] + Cost.emergency
        if cost < demerits[at] {
            demerits[at] = cost
            previous[at] = Int32(start)
        }
    }

    private func marksAllow(breakBefore at: Int) -> Bool {
        at >= atoms.count || (atoms[at - 1].kind.mayEndLine && atoms[at].kind.mayStartLine)
    }

    /// Notes the way to a break before `end` by the line from `start`, when it may be and is better.
    private func reach(_ end: Int, from start: Int, over: Double, em: Double) -> Bool {
        let isLast = end == atoms.count
        var cost = demerits[start]
        if !isLast {
            let penalty = gaps[end - 1].penalty
            if penalty == .infinity { return false }
            cost += penalty
        }
        if isLast, start > 0, isSingleCharacter(start) { cost += Cost.singleCharacter }
        switch measure.alignment {
        case .justify: cost += 1 + justifying(start, end, over: over, em: em, isLast: isLast)
        case .balance: cost += Cost.line + over * over / (em * em)
        default: cost += Cost.line + (isLast ? 0 : over * over / (em * em))
        }
        if cost < demerits[end] {
            demerits[end] = cost
            previous[end] = Int32(start)
        }
        return true
    }

    /// What it costs to set a line to its full width.
    private func justifying(_ start: Int, _ end: Int, over: Double, em: Double, isLast: Bool) -> Double {
        let from = sums[start]
        let to = sums[end - 1]
        if over > 0 {
            let give = to.give - from.give
            if over <= give { return 5 + 80 * square(over / give) }
            let unseen = evenly * em * (to.spreads - from.spreads) + (to.loose - from.loose) / 2
            return 160 + 60 * square((over - give) / max(unseen, 1e-6))
        }
        if isLast || over > -1e-6 { return 0 }
        var rest = -over
        let half = (to.take - from.take) / 2
        if rest <= half { return 10 * square(rest / half) }
        rest -= half
        let count = to.spreads - from.spreads
        let evenly = evenly * em * count
        if rest <= evenly { return 12 + 10 * square(rest / evenly) }
        rest -= evenly
        let blanks = half + Slack.mark * em * (to.blanks - from.blanks)
        if rest <= blanks { return 30 + 300 * square(rest / blanks) }
        let letters = to.loose - from.loose
        if rest <= blanks + letters { return 330 + 60 * square((rest - blanks) / letters) }
        let off = (rest - blanks - letters) / (max(1, count) * em)
        return Cost.offGrid + 3e5 * square(off)
    }

    /// What every gap may take unseen on top of the tracking, in em.
    var evenly: Double { max(0, Slack.evenly - measure.tracking / spans[0].size) }

    private func square(_ value: Double) -> Double { value * value }

    /// The most by which the line may be made narrower; pt.
    private func most(_ start: Int, _ end: Int, _ em: Double) -> Double {
        let from = sums[start]
        let to = sums[end - 1]
        return to.give - from.give + evenly * em * (to.spreads - from.spreads) + (to.loose - from.loose) / 2
    }

    /// Whether the rest from `start` is one character, marks aside.
    private func isSingleCharacter(_ start: Int) -> Bool {
        var count = 0
        for atom in atoms[start...] where !atom.kind.isMark && atom.kind != .space && atom.kind != .dash {
            count += 1
            if count > 1 { return false }
        }
        return true
    }

    /// Natural width of the line of atoms `start..<end`, its edges trimmed; pt.
    func lineWidth(_ start: Int, _ end: Int) -> Double {
        sums[end].natural - gaps[end - 1].natural - sums[start].natural - atoms[start].left - atoms[end - 1].trim
    }

    /// The width a line that begins with atom `start` may take; pt.
    func room(_ start: Int) -> Double {
        measure.width - (start == 0 ? measure.firstIndent : measure.indent)
    }
}

import Fonts

extension LineComposer {
    /// Blanks between atoms and what a break there costs; `gaps[k]` lies between atoms `k` and `k + 1`.
    func buildGaps() {
        gaps.removeAll(keepingCapacity: true)
        gaps.reserveCapacity(atoms.count)
        let tied = !named.isEmpty || !marks.isEmpty
        if tied {
            ties.removeAll(keepingCapacity: true)
            ties.append(contentsOf: repeatElement(false, count: text.count))
            NameFinder.tie(named, in: text, &ties)
            for case (let range, .ruby) in marks { for inner in range.dropFirst() { ties[inner] = true } }
        }
        var before = atoms[0]
        for at in 1..<max(1, atoms.count) {
            let after = atoms[at]
            if before.kind == .han, after.kind == .han {
                gaps.append(Gap(natural: measure.tracking, spreads: true))
            } else {
                var gap = blank(between: before, and: after)
                gap.penalty = penalty(between: before, and: after)
                gaps.append(gap)
            }
            if tied, ties[Int(after.scalar)] { gaps[at - 1].penalty = .infinity }
            before = after
        }
        gaps.append(Gap())
        bindNumbers()
        loosenAddresses()
    }

    private func blank(between before: Atom, and after: Atom) -> Gap {
        var gap = Gap()
        let em = max(before.em, after.em)
        if before.kind == .space {
            let least = before.width > 0.25 * em + 0.001 ? 0.25 * em : 0.125 * em
            gap.give = max(0, before.width - least)
            gap.take = max(0, 0.5 * em - before.width)
            gap.stage = .space
            gap.spreads = true
            return gap
        }
        let beforeMark = before.kind.isMark
        let afterMark = after.kind.isMark
        if beforeMark || afterMark {
            let blank = (beforeMark ? before.right : 0) + (afterMark ? after.left : 0)
            if beforeMark, afterMark {
                gap.natural = -min(0.5 * em, blank)
                // Of the em between ） and （ half is left, which may give.
                if blank > 0.99 * em {
                    gap.give = 0.25 * em
                    gap.stage = .bracket
                }
                return gap
            } else if blank > 0 {
                gap.give = blank
                gap.widens = true
                gap.stage = stage(beforeMark && before.right > 0 ? before.kind : after.kind)
            }
            gap.natural += measure.tracking
            gap.spreads = !keepsClose(before.kind) && !keepsClose(after.kind)
            return gap
        }
        if (before.kind == .han && takesGap(after)) || (takesGap(before) && after.kind == .han) {
            gap.natural = 0.25 * em
            gap.give = 0.125 * em
            gap.take = 0.25 * em
            gap.stage = .mixed
            gap.spreads = true
            return gap
        }
        if let slim = slim(before, after) { return slim }
        let inWord = before.kind.isWestern && after.kind.isWestern
        let inDash = before.kind == .dash && after.kind == .dash
        gap.spreads = !inWord && !inDash && !keepsClose(before.kind) && !keepsClose(after.kind)
        if gap.spreads { gap.natural = measure.tracking }
        if inWord { gap.loose = Slack.letters * em }
        if isWideSign(before) || isWideSign(after) {
            // ℃ and － have blanks of their own.
            gap.give = 0.1 * em
            gap.take = 0.2 * em
            gap.stage = .mixed
        }
        return gap
    }

    private func isWideSign(_ atom: Atom) -> Bool {
        (atom.kind == .suffix || atom.kind == .prefix) && atom.width >= 0.95 * atom.em
    }

    /// Letters, digits, and the signs of half an em that stand for part of a number.
    private func takesGap(_ atom: Atom) -> Bool {
        atom.kind.takesGap || ((atom.kind == .suffix || atom.kind == .prefix) && atom.width < 0.95 * atom.em)
    }

    /// Beside · / and connectors nothing is added, but their own blanks may give a little.
    private func slim(_ before: Atom, _ after: Atom) -> Gap? {
        let (sign, other) = keepsClose(before.kind) ? (before, after) : (after, before)
        guard other.kind == .han || other.kind == .digit || other.kind == .latin else { return nil }
        var gap = Gap()
        switch sign.kind {
        case .middot:
            gap.give = 0.25 * sign.width
            gap.stage = .middot
        case .connector where other.kind == .han, .solidus where other.kind == .han:
            gap.give = (sign.width > 0.9 * sign.em ? 0.125 : 0.05) * sign.em
            gap.stage = .mixed
        default: return nil
        }
        return gap
    }

    private func stage(_ kind: CharacterClass) -> ShrinkStage {
        switch kind {
        case .open, .close: .bracket
        case .pause: .pause
        default: .stop
        }
    }

    /// Beside these no space is added.
    private func keepsClose(_ kind: CharacterClass) -> Bool {
        switch kind {
        case .middot, .connector, .solidus, .joined, .space, .tie: true
        default: false
        }
    }

    private func penalty(between before: Atom, and after: Atom) -> Double {
        if !before.kind.mayEndLine || !after.kind.mayStartLine { return .infinity }
        if before.kind.isWestern, after.kind.isWestern { return .infinity }
        if before.kind == .dash, after.kind == .dash, text[Int(before.scalar)] == text[Int(after.scalar)] {
            return .infinity
        }
        if before.kind == .connector, after.kind.takesGap || after.kind == .wideDigit { return .infinity }
        if before.kind == .wideDigit, after.kind == .wideDigit { return .infinity }
        if before.kind == .space, after.kind == .digit { return Cost.beforeNumber }
        if before.kind == .middot { return after.kind == .digit ? .infinity : Cost.afterMiddot }
        if before.kind == .digit, after.kind == .han { return Cost.afterNumber }
        if before.kind == .han, after.kind == .digit, text[Int(after.scalar) - 1] == "第" { return Cost.afterNumber }
        return 0
    }

    /// A number and its unit do not part: `6.5%` and `2024年` neither, nor `30 μg/m³`.
    private func bindNumbers() {
        for at in atoms.indices.dropLast() where endsNumber(atoms[at].kind) {
            let next = atoms[at + 1]
            if next.kind == .han {
                let count = NumberUnits.hanUnit(text, from: Int(next.scalar))
                var inner = at
                while inner + 1 < atoms.count, Int(atoms[inner + 1].scalar - next.scalar) < count {
                    gaps[inner].penalty = .infinity
                    inner += 1
                }
            } else if next.kind == .space, at + 2 < atoms.count, atoms[at + 2].kind == .latin {
                var end = at + 2
                while end < atoms.count, atoms[end].kind.isWestern || atoms[end].kind == .solidus { end += 1 }
                let range = Int(atoms[at + 2].scalar)..<(end < atoms.count ? Int(atoms[end].scalar) : text.count)
                if NumberUnits.isUnit(text[range]) { gaps[at + 1].penalty = .infinity }
            }
        }
    }

    private func endsNumber(_ kind: CharacterClass) -> Bool { kind == .digit || kind == .wideDigit }

    /// Web and mail addresses may break, at best after a mark that may end a line, and are spread with their line.
    private func loosenAddresses() {
        var at = 0
        while at < atoms.count {
            guard isAddress(atoms[at].kind) else {
                at += 1
                continue
            }
            let start = at
            var marks = 0
            var letters = 0
            while at < atoms.count, isAddress(atoms[at].kind) {
                if "/@._".unicodeScalars.contains(text[Int(atoms[at].scalar)]) { marks += 1 }
                if atoms[at].kind == .latin { letters += 1 }
                at += 1
            }
            guard letters > 5, (marks > 0 && at - start > 12) || at - start > 20 else { continue }
            for inner in start..<(at - 1) {
                gaps[inner].spreads = true
                gaps[inner].take = 0.04 * atoms[inner].em
            }
            unkern(start..<at)
            for inner in (start + 1)..<(at - 2) {
                guard atoms[inner].kind != .solidus, atoms[inner].kind != .latinOpen,
                    atoms[inner + 1].kind.mayStartLine
                else { continue }
                gaps[inner].penalty = penaltyInAddress(after: inner)
            }
        }
    }

    /// At best after a mark; of a word no single letter stands alone, and its numbers stay whole.
    private func penaltyInAddress(after at: Int) -> Double {
        if ".-_=&?@".unicodeScalars.contains(text[Int(atoms[at].scalar)]) { return Cost.inAddress }
        if atoms[at].kind == .digit, atoms[at + 1].kind == .digit {
            let start = atoms[..<at].lastIndex { $0.kind != .digit } ?? -1
            return at - start <= 20 ? .infinity : Cost.inWord
        }
        let isWithin = (at - 1...at + 2).allSatisfy { text[Int(atoms[$0].scalar)].properties.isAlphabetic }
        return isWithin ? Cost.inWord : 3 * Cost.inWord
    }

    /// Sets every letter to its own width: a line may end after any, and its edge counts.
    private func unkern(_ range: Range<Int>) {
        for at in range where atoms[at].scalars == 1 {
            let place = Int(atoms[at].scalar)
            let role = spans[Int(atoms[at].span)].role
            let alone = shaper.shape(ArraySlice([text[place]]), role: role, language: language)
            if alone.count == 1 { atoms[at].width = alone[0].advance * atoms[at].em }
        }
    }

    private func isAddress(_ kind: CharacterClass) -> Bool {
        switch kind {
        case .latin, .digit, .latinClose, .latinOpen, .solidus, .suffix, .prefix: true
        default: false
        }
    }

    func addUp() {
        sums.removeAll(keepingCapacity: true)
        sums.reserveCapacity(atoms.count + 1)
        var sum = Sums()
        sums.append(sum)
        for at in atoms.indices {
            let gap = gaps[at]
            sum.natural += atoms[at].width + gap.natural
            sum.give += gap.give
            sum.take += gap.take
            sum.loose += gap.loose
            if gap.spreads { sum.spreads += 1 }
            if gap.widens { sum.blanks += 1 }
            sums.append(sum)
        }
    }
}

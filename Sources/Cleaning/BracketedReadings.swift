import Diagnostics

/// Readings behind characters: `頁(yè)`, `黨(dang) 中央`, `国（ｇuó）`.
struct BracketedReadings {
    /// A bracket that holds a syllable.
    struct Bracket {
        /// From the space or bracket behind the character to the closing one.
        var range: Range<Int>
        /// The character before it.
        var owner: Int
        var syllable: MandarinReadings.Syllable
        /// Whether the table gives the character that reading.
        var fits: Bool
        /// Whether that character has a Simplified form of its own.
        var isTraditional: Bool
    }

    let brackets: [Bracket]
    /// Whether the text as a whole is full of readings, toned ones and those without tones.
    let isPattern: Bool
    let isTonelessPattern: Bool

    init(_ scalars: [Unicode.Scalar], readings: @autoclosure () -> MandarinReadings = .shared) {
        var found: [Bracket] = []
        for open in scalars.indices where scalars[open] == "(" || scalars[open] == "（" {
            guard let bracket = Self.bracket(at: open, in: scalars, readings: readings) else { continue }
            found.append(bracket)
        }
        brackets = found
        isPattern = found.count { $0.fits && $0.syllable.tone != nil } >= 5
        isTonelessPattern = found.count { $0.fits && $0.syllable.tone == nil } >= 3
    }

    /// Whether a bracket is a reading: the table says so, or the text is full of them.
    func isReading(_ bracket: Bracket) -> Bool {
        // 面积(ha): without a tone, and no reading of a Traditional character, it may be a unit.
        bracket.fits || (bracket.syllable.tone == nil ? isTonelessPattern && bracket.isTraditional : isPattern)
    }

    private static func bracket(
        at open: Int, in scalars: [Unicode.Scalar], readings: () -> MandarinReadings
    ) -> Bracket? {
        var close = open + 1
        var letters = false
        while close < scalars.count, close - open <= 10, scalars[close] != ")", scalars[close] != "）" {
            let value = scalars[close].value
            guard value < 0x400 || (value >= 0x1E00 && value < 0x1F00) || scalars[close].isSpace else { return nil }
            if scalars[close].isLatin || value >= 0xC0 { letters = true }
            close += 1
        }
        guard letters, close < scalars.count, scalars[close] == ")" || scalars[close] == "）" else { return nil }
        var owner = open - 1
        while owner >= 0, scalars[owner].isSpace { owner -= 1 }
        guard owner >= 0, scalars[owner].isHan || owner == open - 1 else { return nil }
        let table = readings()
        guard let syllable = table.syllable(scalars[open + 1..<close]) else { return nil }
        let fits = scalars[owner].isHan && table.reads(scalars[owner], as: syllable)
        guard scalars[owner].isHan else { return nil }
        let isTraditional = ScriptTable.shared.simplified(scalars[owner]) != scalars[owner]
        return Bracket(
            range: owner + 1..<close + 1, owner: owner, syllable: syllable, fits: fits, isTraditional: isTraditional)
    }

    /// Takes the readings out.
    func remove(from draft: inout Draft) {
        var edits: [Draft.Edit] = []
        for bracket in brackets where isReading(bracket) {
            var range = bracket.owner..<bracket.range.upperBound
            let owner = draft.scalars[bracket.owner]
            draft.note(.reading, range, restored: String(scalars: [owner]), once: true)
            if bracket.syllable.tone == nil || isTonelessPattern {
                // `黨(dang) 中央`: the space belongs to the inserted reading.
                var end = range.upperBound
                while end < draft.scalars.count, draft.scalars[end].isSpace { end += 1 }
                if end > range.upperBound, end < draft.scalars.count, draft.scalars[end].isHan {
                    range = range.lowerBound..<end
                }
            }
            edits.append(Draft.Edit(range, with: [owner]))
        }
        draft.apply(edits)
    }
}

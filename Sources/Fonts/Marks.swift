import _CairoPango

/// Puts the marks whose place a face may not know right: · — … “ ” ‘ ’ and brackets.
enum Marks {
    /// The blank left and right of a Latin quotation mark cut out of an em, in em.
    private static let quoteBlank = 0.06

    static func settled(_ glyphs: [Font.Glyph], of word: WordKey, font: Font) -> [Font.Glyph] {
        guard let first = word.text.first else { return glyphs }
        switch CharacterKind(first) {
        case .dot where glyphs.count == 1: return dot(glyphs[0], word.chain.language, font)
        case .long: return glyphs.map { centred($0, font) }
        case .quote where glyphs.count == 1:
            return word.proportional ? latin(glyphs[0], font) : chinese(glyphs[0], first, font)
        default:
            guard glyphs.count == 1, let shift = bracketShift(first, glyphs[0].id, font) else { return glyphs }
            var glyph = glyphs[0]
            glyph.dx += shift
            return [glyph]
        }
    }

    private static let opening = Set("（《「『【〖〔〈｛［".unicodeScalars)
    private static let closing = Set("）》」』】〗〕〉｝］".unicodeScalars)

    /// How far a bracket of one em has to move so that its blank half is the outer one, in em; `nil` where it is. Some
    /// faces draw brackets in the middle, and lines give up the outer half.
    static func bracketShift(_ scalar: Unicode.Scalar, _ glyph: UInt32, _ font: Font) -> Double? {
        let isOpening = opening.contains(scalar)
        guard isOpening || closing.contains(scalar), let ink = font.inkBox(glyph), ink.right - ink.left < 0.5 else {
            return nil
        }
        let shift = (isOpening ? 0.75 : 0.25) - (ink.left + ink.right) / 2
        return abs(shift) > 0.13 ? shift : nil
    }

    /// Half an em on the mainland, one em in Traditional setting, in the middle of it (GB/T 15834 4.15, CLREQ 3.1.1).
    private static func dot(_ glyph: Font.Glyph, _ language: TextLanguage, _ font: Font) -> [Font.Glyph] {
        guard let ink = font.inkBox(glyph.id) else { return [glyph] }
        var glyph = glyph
        glyph.advance = language == .hans ? 0.5 : 1
        glyph.dx = glyph.advance / 2 - (ink.left + ink.right) / 2
        return [glyph]
    }

    /// Dashes and dots of omission stand on the middle of the characters' height (CLREQ 3.1.1), not at the Latin
    /// letters' or a little too low.
    private static func centred(_ glyph: Font.Glyph, _ font: Font) -> Font.Glyph {
        guard let ink = font.inkBox(glyph.id) else { return glyph }
        let box = font.emBox
        let off = (box.ascent - box.descent) / 2 - (ink.bottom + ink.top) / 2
        guard abs(off) > 0.02 else { return glyph }
        var glyph = glyph
        glyph.dy = off
        return glyph
    }

    /// In a face whose quotation marks are Latin, the mark takes the half of its em that is beside the quoted text.
    private static func chinese(_ glyph: Font.Glyph, _ scalar: Unicode.Scalar, _ font: Font) -> [Font.Glyph] {
        if abs(glyph.advance - 1) < 1e-4 { return [glyph] }
        var glyph = glyph
        if QuotationMarks.isOpening(scalar) { glyph.dx += 1 - glyph.advance }
        glyph.advance = 1
        return [glyph]
    }

    /// In a face whose quotation marks are all one em wide, the mark is cut to what is drawn of it.
    private static func latin(_ glyph: Font.Glyph, _ font: Font) -> [Font.Glyph] {
        guard abs(glyph.advance - 1) < 1e-4, let ink = font.inkBox(glyph.id) else { return [glyph] }
        var glyph = glyph
        glyph.advance = ink.right - ink.left + 2 * quoteBlank
        glyph.dx = quoteBlank - ink.left
        return [glyph]
    }
}

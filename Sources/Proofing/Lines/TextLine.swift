/// Glyphs on one baseline without a hole between them: a line of a paragraph, or of a table's cell.
///
/// Its coordinates are those of the page turned so that the line runs from left to right; pt.
struct TextLine: Sendable {
    /// From 1.
    var page: Int
    /// From left to right, blanks at the ends left out.
    var glyphs: [Glyph]
    /// Quarter turns, clockwise.
    var turn: Int
    /// The largest character size.
    var size: Double
    var baseline: Double
    /// A raised or lowered mark, or a reading beside larger text.
    var isSatellite = false
    /// The next line below in the same column and size, by its number in the page's lines.
    var next: Int?
    /// Whether a rule stands between it and the next.
    var isCutOff = false

    var left: Double { glyphs[0].x }
    var right: Double { glyphs[glyphs.count - 1].x + glyphs[glyphs.count - 1].advance }
    /// Top and bottom of the characters: Chinese faces stand 0.88 em above the baseline and 0.12 em below it.
    var top: Double { baseline - 0.88 * size }
    var bottom: Double { baseline + 0.12 * size }

    var text: String {
        var text = String.UnicodeScalarView()
        for glyph in glyphs {
            text.append(glyph.character ?? "\u{FFFD}")
            for scalar in glyph.rest { if let scalar = Unicode.Scalar(scalar) { text.append(scalar) } }
        }
        return String(text)
    }

    /// The right edge of what is seen: a closing mark fills the left half of its em.
    var visibleRight: Double {
        let last = glyphs[glyphs.count - 1]
        guard let scalar = last.last else { return right }
        return MarkClass.isClosing(scalar)
            ? last.x + 0.5 * last.size : min(right, last.x + max(last.advance, last.size))
    }

    /// The left edge of what is seen: an opening mark fills the right half of its em, wherever its glyph begins.
    var visibleLeft: Double {
        let first = glyphs[0]
        guard let scalar = first.character, MarkClass.isOpening(scalar), first.advance > 0.7 * first.size else {
            return left
        }
        return left + 0.5 * first.size
    }

    /// An entry of contents: dots lead to a number.
    var isLeader: Bool {
        guard let last, MarkClass.isDigit(last) else { return false }
        var run = 0
        for glyph in glyphs {
            let isDot = glyph.character.map { ".…·‥".unicodeScalars.contains($0) } ?? false
            run = isDot ? run + 1 + glyph.rest.count : glyph.isBlank ? run : 0
            if run >= 4 { return true }
        }
        return false
    }

    var first: Unicode.Scalar? { glyphs[0].character }
    var last: Unicode.Scalar? { glyphs[glyphs.count - 1].last }

    /// How many of its characters are Han.
    var hanCount: Int { glyphs.count { $0.character.map(MarkClass.isHan) ?? false } }
}

/// What a character may do at the edges of lines (CLREQ 3.1.3).
enum MarkClass {
    /// `，。、；：？！）》」』】〗〕〉”’` and their half-width and small forms: they begin no line.
    private static let closing = Set("，。、；：？！）》」』】〗〕〉”’．＂＇］｝､｡｣".unicodeScalars)
    private static let closingASCII = Set(",.;:?!)]}".unicodeScalars)
    /// Begin no line where the text goes on from the line before.
    private static let bound = Set("·•・～％‰℃°／‧".unicodeScalars)
    /// `（《「` end no line.
    private static let opening = Set("（《「『【〖〔〈“‘［｛｢".unicodeScalars)

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool { closing.contains(scalar) }
    static func isOpening(_ scalar: Unicode.Scalar) -> Bool { opening.contains(scalar) }

    static func mayNotBegin(_ scalar: Unicode.Scalar) -> Bool {
        closing.contains(scalar) || closingASCII.contains(scalar) || bound.contains(scalar)
    }

    static func mayNotEnd(_ scalar: Unicode.Scalar) -> Bool {
        opening.contains(scalar) || scalar == "(" || scalar == "[" || scalar == "{"
    }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic || scalar == "々" }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic || isDigit(scalar)
    }
}

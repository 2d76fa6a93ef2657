/// What simple fonts' codes and glyph names stand for (ISO 32000-1, annex D), as far as text of briefings needs it.
enum GlyphNames {
    /// Latin text of the common encodings from 0x80: Windows code page 1252.
    static let windows: [UInt32] = [
        0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022,
        0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x2022, 0x017E, 0x0178,
    ]

    /// Mac OS Roman from 0x80.
    static let macintosh = Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
            + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars.map(\.value))

    /// Adobe's standard encoding, where it is not ASCII.
    static let standard: [UInt8: UInt32] = [
        0x27: 0x2019, 0x60: 0x2018, 0xA1: 0xA1, 0xA2: 0xA2, 0xA3: 0xA3, 0xA4: 0x2044, 0xA5: 0xA5, 0xA6: 0x192,
        0xA7: 0xA7, 0xA9: 0x27, 0xAA: 0x201C, 0xAB: 0xAB, 0xAC: 0x2039, 0xAD: 0x203A, 0xAE: 0xFB01, 0xAF: 0xFB02,
        0xB1: 0x2013, 0xB2: 0x2020, 0xB3: 0x2021, 0xB4: 0xB7, 0xB6: 0xB6, 0xB7: 0x2022, 0xB8: 0x201A, 0xB9: 0x201E,
        0xBA: 0x201D, 0xBB: 0xBB, 0xBC: 0x2026, 0xBD: 0x2030, 0xBF: 0xBF, 0xD0: 0x2014, 0xE1: 0xC6, 0xE9: 0xD8,
        0xF1: 0xE6, 0xF5: 0x131, 0xF9: 0xF8, 0xFB: 0xDF,
    ]

    private static let named: [String: UInt32] = [
        "space": 0x20, "exclam": 0x21, "quotedbl": 0x22, "numbersign": 0x23, "dollar": 0x24, "percent": 0x25,
        "ampersand": 0x26, "quotesingle": 0x27, "parenleft": 0x28, "parenright": 0x29, "asterisk": 0x2A, "plus": 0x2B,
        "comma": 0x2C, "hyphen": 0x2D, "period": 0x2E, "slash": 0x2F, "zero": 0x30, "one": 0x31, "two": 0x32,
        "three": 0x33, "four": 0x34, "five": 0x35, "six": 0x36, "seven": 0x37, "eight": 0x38, "nine": 0x39,
        "colon": 0x3A, "semicolon": 0x3B, "less": 0x3C, "equal": 0x3D, "greater": 0x3E, "question": 0x3F, "at": 0x40,
        "bracketleft": 0x5B, "backslash": 0x5C, "bracketright": 0x5D, "asciicircum": 0x5E, "underscore": 0x5F,
        "grave": 0x60, "braceleft": 0x7B, "bar": 0x7C, "braceright": 0x7D, "asciitilde": 0x7E, "quoteleft": 0x2018,
        "quoteright": 0x2019, "quotedblleft": 0x201C, "quotedblright": 0x201D, "quotesinglbase": 0x201A,
        "quotedblbase": 0x201E, "endash": 0x2013, "emdash": 0x2014, "bullet": 0x2022, "ellipsis": 0x2026,
        "periodcentered": 0xB7, "middot": 0xB7, "degree": 0xB0, "multiply": 0xD7, "divide": 0xF7, "plusminus": 0xB1,
        "section": 0xA7, "paragraph": 0xB6, "copyright": 0xA9, "registered": 0xAE, "trademark": 0x2122, "cent": 0xA2,
        "sterling": 0xA3, "yen": 0xA5, "Euro": 0x20AC, "mu": 0xB5, "minus": 0x2212, "fraction": 0x2044, "fi": 0xFB01,
        "fl": 0xFB02, "ff": 0xFB00, "ffi": 0xFB03, "ffl": 0xFB04, "dagger": 0x2020, "daggerdbl": 0x2021,
        "perthousand": 0x2030, "guillemotleft": 0xAB, "guillemotright": 0xBB, "nbspace": 0xA0, "nonbreakingspace": 0xA0,
        "sfthyphen": 0xAD, "dotlessi": 0x131, "germandbls": 0xDF, "ae": 0xE6, "AE": 0xC6, "oslash": 0xF8,
        "Oslash": 0xD8, "oe": 0x153, "OE": 0x152, "ordmasculine": 0xBA, "ordfeminine": 0xAA, "onehalf": 0xBD,
        "onequarter": 0xBC, "threequarters": 0xBE, "exclamdown": 0xA1, "questiondown": 0xBF, "circle": 0x25CB,
        "H22073": 0x25A1, "lozenge": 0x25CA, "infinity": 0x221E, "lessequal": 0x2264, "greaterequal": 0x2265,
        "notequal": 0x2260, "approxequal": 0x2248, "alpha": 0x3B1, "beta": 0x3B2, "gamma": 0x3B3, "delta": 0x3B4,
        "lambda": 0x3BB, "pi": 0x3C0, "sigma": 0x3C3, "omega": 0x3C9, "Omega": 0x3A9, "Delta": 0x394, "Sigma": 0x3A3,
    ]
    private static let accents: [(name: String, mark: UInt32)] = [
        ("grave", 0x300), ("acute", 0x301), ("circumflex", 0x302), ("tilde", 0x303), ("macron", 0x304),
        ("breve", 0x306), ("dieresis", 0x308), ("ring", 0x30A), ("caron", 0x30C), ("cedilla", 0x327),
    ]

    /// - Parameter name: `a`, `comma`, `uni4E00`, `u20000`, `eacute`, `f_i`, `one.tnum`.
    static func scalars(_ name: String) -> [UInt32]? {
        let base =
            name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
        let parts = base.split(separator: "_")
        if parts.count > 1 {
            let found = parts.compactMap { scalars(String($0)) }
            return found.count == parts.count ? found.flatMap { $0 } : nil
        }
        if let value = named[base] { return [value] }
        let units = base.unicodeScalars
        if units.count == 1, let only = units.first, only.properties.isAlphabetic, only.isASCII { return [only.value] }
        if base.hasPrefix("uni"), let value = UInt32(base.dropFirst(3).prefix(4), radix: 16), base.utf8.count >= 7 {
            return [value]
        }
        if base.hasPrefix("u"), (5...7).contains(base.utf8.count), let value = UInt32(base.dropFirst(), radix: 16) {
            return [value]
        }
        for (accent, mark) in accents where base.hasSuffix(accent) && base.utf8.count == accent.utf8.count + 1 {
            return [units.first!.value, mark]
        }
        return nil
    }
}

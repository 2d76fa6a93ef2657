/// Kinds of scalars by value range; `Unicode.Scalar.Properties` is too slow for every scalar of a text.
extension Unicode.Scalar {
    @inline(__always)
    var isHan: Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) || value == 0x3007
            || (value >= 0x20000 && value <= 0x3FFFF) || (value >= 0xF900 && value <= 0xFAFF)
    }

    /// A mark that Chinese text is set with: of full width, or one of the quotation marks, dashes and dots.
    @inline(__always)
    var isChineseMark: Bool {
        (value >= 0x3001 && value <= 0x3020) || (value >= 0xFF01 && value <= 0xFF0F)
            || (value >= 0xFF1A && value <= 0xFF1F) || value == 0x201C || value == 0x201D || value == 0x2018
            || value == 0x2019 || value == 0x2014 || value == 0x2026
    }

    @inline(__always)
    var isChinese: Bool { isHan || isChineseMark }

    @inline(__always)
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    @inline(__always)
    var isLatin: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

    @inline(__always)
    var isLatinOrDigit: Bool { isLatin || isDigit }

    /// A space inside a line, of any width.
    @inline(__always)
    var isSpace: Bool {
        value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0 || (value >= 0x2000 && value <= 0x200A)
            || value == 0x202F || value == 0x205F
    }

    @inline(__always)
    var isLineEnd: Bool { value == 0x0A || value == 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029 }

    /// Where a sentence can end: 。！？；… and what closes behind them.
    @inline(__always)
    var endsSentence: Bool {
        switch value {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x2026: true
        default: false
        }
    }

    @inline(__always)
    var closes: Bool {
        switch value {
        case 0x29, 0x5D, 0x201D, 0x2019, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D: true
        default: false
        }
    }
}

/// What shaping has to know of a character.
enum CharacterKind {
    /// Han characters, kana, Chinese marks and full-width forms: each stands alone in its own em.
    case square
    /// — and …, two of which make one mark.
    case long
    /// “ ” ‘ ’, Chinese or Latin by what stands around them.
    case quote
    /// ·
    case dot
    /// Ends a word of letters.
    case space
    /// Letters, digits, marks of Latin text.
    case letter

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20, 0xA0, 0x2002...0x200B, 0x202F, 0x09, 0x0A, 0x0D: self = .space
        case 0x2014, 0x2026: self = .long
        case 0x2018, 0x2019, 0x201C, 0x201D: self = .quote
        case 0xB7: self = .dot
        case 0x2190...0x2199, 0x2460...0x24FF, 0x25A0...0x266F, 0x2E80...0x2FDF, 0x3000...0x3029, 0x302E...0x3098,
            0x309B...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFF:
            self = .square
        default: self = .letter
        }
    }

    /// Whether a scalar is one of Han writing, whose neighbours make marks Chinese.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

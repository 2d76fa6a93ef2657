import Fonts

/// What a character is to a line of Chinese text (CLREQ 3.1): decides where a line may break and which blanks may give.
enum CharacterClass: UInt8 {
    /// Han, kana, and every other character of one em that asks for nothing.
    case han
    /// （《「“
    case open
    /// ）》」”
    case close
    /// ，、；：
    case pause
    /// 。？！
    case stop
    /// ·
    case middot
    /// — and …; two of them are one mark.
    case dash
    /// ～ – between two things: begins no line.
    case connector
    /// / and ／: neither begins nor ends a line.
    case solidus
    /// % ℃ and other signs that follow a number.
    case suffix
    /// ￥ $ № and other signs that stand before a number.
    case prefix
    case latin
    case digit
    /// Western marks that begin no line: , . ) ]
    case latinClose
    /// Western marks that end no line: ( [
    case latinOpen
    /// U+0020
    case space
    /// U+3000
    case wideSpace
    /// U+00A0 and its kin.
    case tie
    /// U+200B: a line may break here.
    case chance
    /// Combining marks and variation selectors: part of what stands before.
    case joined
    /// ０ to ９: as wide as Han, parts of one number all the same.
    case wideDigit
    /// The mark of a note: begins no line.
    case note
    /// Controls: not set at all.
    case none

    /// Full-width marks whose blank half belongs to the line composer.
    var isMark: Bool { rawValue >= CharacterClass.open.rawValue && rawValue <= CharacterClass.stop.rawValue }

    /// Part of a Western word or number, which stays in one piece.
    var isWestern: Bool {
        switch self {
        case .latin, .digit, .latinClose, .latinOpen, .suffix, .prefix, .tie: true
        default: false
        }
    }

    /// Letters and digits: what takes a gap beside Han.
    var takesGap: Bool { self == .latin || self == .digit }

    var mayStartLine: Bool {
        switch self {
        case .close, .pause, .stop, .middot, .connector, .solidus, .suffix, .latinClose, .joined, .space, .tie,
            .wideSpace, .chance, .note, .none:
            false
        default: true
        }
    }

    var mayEndLine: Bool {
        switch self {
        case .open, .solidus, .prefix, .latinOpen, .tie: false
        default: true
        }
    }
}

extension CharacterClass {
    init(_ scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        if value < Self.table.count {
            self = Self.table[value]
        } else {
            self = (0xE0100...0xE01EF).contains(value) ? .joined : .han
        }
    }

    /// The Basic Multilingual Plane, one entry a character.
    private static let table: [CharacterClass] = {
        var table = [CharacterClass](repeating: .han, count: 0x10000)
        func set(_ range: ClosedRange<Int>, _ kind: CharacterClass) {
            for value in range { table[value] = kind }
        }
        func set(_ characters: String, _ kind: CharacterClass) {
            for scalar in characters.unicodeScalars { table[Int(scalar.value)] = kind }
        }
        set(0x00...0x1F, .none)
        set(0x7F...0x9F, .none)
        set(0x21...0x24F, .latin)
        set(0x7F...0x9F, .none)
        set(0x250...0x2FF, .latin)
        set(0x300...0x36F, .joined)
        set(0x370...0x58F, .latin)
        set(0x1E00...0x1FFF, .latin)
        set(0x2070...0x209F, .latin)
        set(0x2100...0x214F, .latin)
        set(0x20D0...0x20FF, .joined)
        set(0xFE00...0xFE0F, .joined)
        set(0xFE20...0xFE2F, .joined)
        set(0x30...0x39, .digit)
        set(" \t", .space)
        set("\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}", .space)
        set("\u{3000}", .wideSpace)
        set("\u{A0}\u{2007}\u{202F}", .tie)
        set("\u{200B}", .chance)
        set("\u{AD}\u{200C}\u{200D}\u{200E}\u{200F}\u{2028}\u{2029}\u{2060}\u{FEFF}", .none)
        set(0x202A...0x202E, .none)
        set("（《「『【〖〔〈“‘〘〚〝［｛｟", .open)
        set("）》」』】〗〕〉”’〙〛〞〟］｝｠", .close)
        set("，、；：", .pause)
        set("。？！．", .stop)
        set("·‧・•", .middot)
        set("—―…⋯⸺", .dash)
        set("～〜–~∶", .connector)
        set(0xFF10...0xFF19, .wideDigit)
        set("/／", .solidus)
        set("%％‰‱℃℉°′″", .suffix)
        // ㎎ ㎞ ㎡ and their kin
        set(0x3380...0x33DF, .suffix)
        set("$￥¥£€№＄≥≤≈＞＜−－＋", .prefix)
        set(",.;:?!)]}", .latinClose)
        set("([{", .latinOpen)
        set("①②③④⑤⑥⑦⑧⑨⑩○●▲■◆□△", .han)
        return table
    }()
}

extension CharacterClass {
    /// Blank halves of a full-width mark, in em: what may be cut at its left and its right.
    ///
    /// In Traditional setting the marks ，。、；：？！ stand in the middle of their em.
    func blanks(in language: TextLanguage) -> (left: Double, right: Double) {
        switch self {
        case .open: (0.5, 0)
        case .close: (0, 0.5)
        case .pause, .stop: language == .hant ? (0.3, 0.3) : (0, 0.5)
        default: (0, 0)
        }
    }
}

/// Classes of single scalars that the readers of officials share.
enum Script {
    static let space: UInt32 = 0x20
    static let wideSpace: UInt32 = 0x3000
    static let newline: UInt32 = 0x0A
    static let listComma: UInt32 = 0x3001  // 、
    static let comma: UInt32 = 0xFF0C  // ，
    static let stop: UInt32 = 0x3002  // 。
    static let colon: UInt32 = 0xFF1A  // ：
    static let openParen: UInt32 = 0xFF08
    static let closeParen: UInt32 = 0xFF09

    @inline(__always)
    static func isHan(_ value: UInt32) -> Bool {
        (value >= 0x4E00 && value <= 0x9FFF && value != 0x4E28) || (value >= 0x3400 && value <= 0x4DBF)
            || value == 0x3007
            || (value >= 0x2_0000 && value <= 0x3_FFFF)
    }

    @inline(__always)
    static func isBlank(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x3000 || value == 0xA0 || value == 0x09 || (value >= 0x2000 && value <= 0x200B)
    }

    /// The dot inside names of other languages.
    @inline(__always)
    static func isDot(_ value: UInt32) -> Bool {
        value == 0xB7 || value == 0x2022 || value == 0x30FB || value == 0x2027 || value == 0xFF0E || value == 0x2219
    }

    @inline(__always)
    static func isDigit(_ value: UInt32) -> Bool {
        (value >= 0x30 && value <= 0x39) || (value >= 0xFF10 && value <= 0xFF19)
    }

    /// `集体学习由…主持`, `理论学习中心组学习给予`: 学习 as the name of what was held.
    static func namesStudy(_ values: [UInt32], _ word: Range<Int>) -> Bool {
        guard word.upperBound < values.count, word.count >= 2, values[word.upperBound - 2] == 0x5B66,
            values[word.upperBound - 1] == 0x4E60
        else { return false }
        switch values[word.upperBound] {
        case 0x7531, 0x4F1A, 0x7814, 0x73ED, 0x7ED9, 0x5728, 0x5217: return true  // 由 会 研 班 给 在 列
        case 0x4E2D: return word.upperBound + 1 < values.count && values[word.upperBound + 1] == 0x5FC3  // 中心组
        default: return false
        }
    }

    /// Where a clause ends.
    @inline(__always)
    static func endsClause(_ value: UInt32) -> Bool {
        switch value {
        case comma, stop, colon, newline, 0xFF1B, 0xFF01, 0xFF1F, 0x2C, 0x3A, 0x3B, 0x21, 0x3F: true
        default: false
        }
    }

    @inline(__always)
    static func opens(_ value: UInt32) -> Bool {
        switch value {
        case 0x201C, 0x2018, 0x300C, 0x300E, 0x300A, 0x3008, openParen, 0x28, 0x3010, 0x5B: true
        default: false
        }
    }

    @inline(__always)
    static func closing(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x201C: 0x201D
        case 0x2018: 0x2019
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        case 0x300A: 0x300B
        case 0x3008: 0x3009
        case openParen: closeParen
        case 0x28: 0x29
        case 0x3010: 0x3011
        default: 0x5D
        }
    }
}

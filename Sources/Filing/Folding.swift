/// What search and sameness do not tell apart: full and half width, capitals, marks.
enum Folding {
    /// Half-width and lower-case; anything else as it is.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { value += 0x20 }
        return Unicode.Scalar(value) ?? scalar
    }

    /// A text as search hears it: folded, quotation and book marks left out, so that 三湖两岸行动 finds “三湖两岸”行动.
    /// `origins` says which scalar of the text each came from.
    static func heard(_ text: String) -> (scalars: [Unicode.Scalar], origins: [Int]) {
        var scalars: [Unicode.Scalar] = []
        var origins: [Int] = []
        for (place, scalar) in text.unicodeScalars.enumerated() where !isSilent(scalar) {
            scalars.append(folded(scalar))
            origins.append(place)
        }
        return (scalars, origins)
    }

    static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "‘", "’", "《", "》", "「", "」", "『", "』", "〈", "〉": true
        default: false
        }
    }

    /// Han, written one by one without spaces.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    /// A Latin letter or digit, half-width or full, or a letter of another script.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        case 0..<0x80, 0x2000...0x303F, 0xFF00...0xFFEF: false
        default: !isHan(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool { isHan(scalar) || isLetter(scalar) }
}

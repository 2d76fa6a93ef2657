/// “ ” ‘ ’ are full-width in Chinese text and proportional in Latin text (CLREQ 3.1.1), with the same character codes.
enum QuotationMarks {
    /// How far a mark's partner is looked for.
    private static let reach = 200

    static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x201C || scalar.value == 0x2018 }

    /// Whether the mark at a place belongs to Latin text: nothing Chinese stands at either side of it or of its
    /// partner, and letters stand at one at least. So the marks of “Smart City” within Chinese text are Chinese.
    static func isLatin(_ text: ArraySlice<Unicode.Scalar>, at: Int) -> Bool {
        var sides = [neighbour(text, at, -1), neighbour(text, at, 1)]
        // An apostrophe has no partner.
        if text[at].value == 0x2019, sides == [.letter, .letter], isTight(text, at) { return true }
        if let partner = partner(text, at) {
            sides += [neighbour(text, partner, -1), neighbour(text, partner, 1)]
        }
        let isChinese = sides.contains { $0 == .square || $0 == .long || $0 == .dot }
        return !isChinese && sides.contains(.letter)
    }

    /// What stands beside a mark, spaces and other quotation marks left aside.
    private static func neighbour(_ text: ArraySlice<Unicode.Scalar>, _ at: Int, _ step: Int) -> CharacterKind? {
        var next = at + step
        while text.indices.contains(next) {
            let kind = CharacterKind(text[next])
            if kind != .space, kind != .quote { return kind }
            next += step
        }
        return nil
    }

    private static func isTight(_ text: ArraySlice<Unicode.Scalar>, _ at: Int) -> Bool {
        text.indices.contains(at - 1) && text.indices.contains(at + 1) && CharacterKind(text[at - 1]) == .letter
            && CharacterKind(text[at + 1]) == .letter
    }

    private static func partner(_ text: ArraySlice<Unicode.Scalar>, _ at: Int) -> Int? {
        let opens = isOpening(text[at])
        let own = text[at].value
        let other = opens ? own + 1 : own - 1
        var depth = 0
        var next = at
        for _ in 0..<reach {
            next += opens ? 1 : -1
            guard text.indices.contains(next) else { return nil }
            if text[next].value == own { depth += 1 }
            if text[next].value == other {
                if depth == 0 { return next }
                depth -= 1
            }
        }
        return nil
    }
}

import Diagnostics

/// HTML entities left in a text, also escaped twice: `&nbsp;`, `&#23;`, `&amp;ldquo;`.
enum Entities {
    static func decode(in draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var at = 0
        while at < scalars.count {
            guard scalars[at] == "&", let (scalar, end) = entity(at: at, in: scalars) else {
                at += 1
                continue
            }
            draft.note(.entity, at..<end, restored: String(scalars: [scalar]), once: true)
            edits.append(Draft.Edit(at..<end, with: [scalar]))
            at = end
        }
        draft.apply(edits)
    }

    /// The character that the entity at `start` stands for, and where it ends.
    private static func entity(at start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, end: Int)? {
        var at = start + 1
        // Escaped again: the ampersand itself is an entity.
        while scalars[at...].starts(with: "amp;".unicodeScalars) {
            at += 4
            guard let (scalar, end) = name(at: at, in: scalars) else { continue }
            return (scalar, end)
        }
        if at > start + 1 { return ("&", at) }
        return name(at: at, in: scalars)
    }

    private static func name(at start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, end: Int)? {
        var end = start
        while end < scalars.count, end - start < 9, scalars[end].isLatinOrDigit || scalars[end] == "#" { end += 1 }
        guard end > start, end < scalars.count, scalars[end] == ";" else { return nil }
        let name = String(scalars: scalars[start..<end])
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
            return (scalar, end + 1)
        }
        return named[name].map { ($0, end + 1) }
    }

    /// Those that Chinese pages have.
    private static let named: [String: Unicode.Scalar] = [
        "nbsp": " ", "ensp": " ", "emsp": "\u{3000}", "thinsp": " ", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "bdquo": "„", "mdash": "—", "ndash": "–",
        "middot": "·", "bull": "•", "hellip": "…", "copy": "©", "reg": "®", "trade": "™", "times": "×", "divide": "÷",
        "deg": "°", "plusmn": "±", "permil": "‰", "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›",
        "yen": "¥", "euro": "€", "pound": "£", "sect": "§", "para": "¶", "uarr": "↑", "rarr": "→", "darr": "↓",
        "larr": "←", "le": "≤", "ge": "≥", "ne": "≠", "shy": "\u{200B}", "zwnj": "\u{200B}", "zwj": "\u{200B}",
        "sup2": "²", "sup3": "³", "frac12": "½", "alpha": "α", "beta": "β", "mu": "μ", "micro": "µ",
    ]
}

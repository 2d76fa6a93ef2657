import Diagnostics

/// The marks of footnotes: `[^key]` in a briefing's text, ① on the page.
enum FootnoteMark {
    /// The first reference in a text.
    static func first(in text: ArraySlice<Unicode.Scalar>) -> (key: String, range: Range<Int>)? {
        var at = text.startIndex
        while at + 3 < text.endIndex {
            if text[at] == "[", text[at + 1] == "^", let end = text[(at + 2)...].prefix(40).firstIndex(of: "]"),
                end > at + 2
            {
                return (String(scalars: text[(at + 2)..<end]), at..<(end + 1))
            }
            at += 1
        }
        return nil
    }

    /// 1 as ①, up to 50; then in brackets.
    static func text(_ number: Int) -> [Unicode.Scalar] {
        let start: UInt32? =
            switch number {
            case 1...20: 0x2460 - 1
            case 21...35: 0x3251 - 21
            case 36...50: 0x32B1 - 36
            default: nil
            }
        if let start, let scalar = Unicode.Scalar(start + UInt32(number)) { return [scalar] }
        return Array("[\(number)]".unicodeScalars)
    }
}

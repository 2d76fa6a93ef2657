/// How a table in a text file is written: with which mark between its cells.
struct TableLayout {
    let separator: Unicode.Scalar

    private static let separators: [Unicode.Scalar] = [",", "\t", ";", "|", "，"]

    /// The mark that most lines have as often as the first one; a comma where nothing tells.
    init(_ text: some Collection<Unicode.Scalar>) {
        let lines = Self.lines(text)
        var best: (separator: Unicode.Scalar, score: Int) = (",", 0)
        for separator in Self.separators {
            let counts = lines.map { Self.count(separator, in: $0) }
            guard let first = counts.first, first > 0 else { continue }
            let score = counts.count { $0 == first } * 100 + first
            if score > best.score { best = (separator, score) }
        }
        separator = best.separator
    }

    /// Whether bytes of unknown encoding, no ending saying so, are a table: three lines or more, each with as many
    /// separators of ASCII as the first, whose cells are short as headings are.
    static func looksLikeOne(_ head: [UInt8]) -> Bool {
        var lines = head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        // The last one may be cut.
        if head.count >= 8000 { _ = lines.popLast() }
        guard lines.count >= 3 else { return false }
        return [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")].contains { separator in
            let counts = lines.map { unquoted(separator, in: $0) }
            guard counts[0] > 0, counts.allSatisfy({ $0 == counts[0] }) else { return false }
            // Headings: a few characters each (three bytes a character), none empty.
            return lines[0].split(separator: separator, omittingEmptySubsequences: false).allSatisfy {
                (1...30).contains($0.count)
            }
        }
    }

    private static func unquoted(_ separator: UInt8, in line: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        var count = 0
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == separator, !isQuoted { count += 1 }
        }
        return count
    }

    private static func lines(_ text: some Collection<Unicode.Scalar>) -> [[Unicode.Scalar]] {
        Array(text.prefix(20_000)).split(whereSeparator: { $0 == "\n" || $0 == "\r" }).prefix(20).map(Array.init)
    }

    private static func count(_ separator: Unicode.Scalar, in line: [Unicode.Scalar]) -> Int {
        var isQuoted = false
        var count = 0
        for scalar in line {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == separator, !isQuoted { count += 1 }
        }
        return count
    }
}

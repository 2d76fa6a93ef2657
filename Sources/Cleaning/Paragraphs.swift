/// Line ends, indents and empty lines: every paragraph ends with one `\n` and has no space at either end.
enum Paragraphs {
    static func arrange(_ draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var line = 0
        while line < scalars.count {
            var end = line
            while end < scalars.count, !scalars[end].isLineEnd { end += 1 }
            var next = min(end + 1, scalars.count)
            if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { next += 1 }
            var first = line
            while first < end, scalars[first].isSpace { first += 1 }
            var last = end
            while last > first, scalars[last - 1].isSpace { last -= 1 }
            if first == last {
                edits.append(Draft.Edit(line..<next))
            } else {
                if first > line { edits.append(Draft.Edit(line..<first)) }
                if end == scalars.count {
                    if last < end { edits.append(Draft.Edit(last..<end)) }
                } else if last < end || next - end > 1 || scalars[end] != "\n" {
                    edits.append(Draft.Edit(last..<next, with: ["\n"]))
                }
            }
            line = next
        }
        draft.apply(edits)
    }

    /// Breaks a line where paragraphs were run together: an indent, or four spaces behind a sentence's end.
    static func split(_ draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var at = 0
        while at < scalars.count {
            guard scalars[at].isSpace else {
                at += 1
                continue
            }
            var end = at
            while end < scalars.count, scalars[end].isSpace { end += 1 }
            if at > 0, end < scalars.count, !scalars[at - 1].isLineEnd, !scalars[end].isLineEnd,
                isBreak(scalars[at..<end], behind: scalars[at - 1])
            {
                edits.append(Draft.Edit(at..<end, with: ["\n"]))
            }
            at = end
        }
        draft.apply(edits)
    }

    private static func isBreak(_ run: ArraySlice<Unicode.Scalar>, behind last: Unicode.Scalar) -> Bool {
        let wide = run.count { $0 == "\u{3000}" }
        if last.endsSentence || (last.closes && last != "》") { return wide >= 2 || run.count >= 4 }
        // A line's trailing space and the next one's indent; the wide spaces of a padded name stand alone.
        return wide == 2 && run.count > 2 && run.suffix(2).allSatisfy { $0 == "\u{3000}" }
    }
}

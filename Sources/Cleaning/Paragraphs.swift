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
}

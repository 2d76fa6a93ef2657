/// Markdown left in a text: `[查看原文](https://…)`, `**`, `# ` before a heading, `> `, `---`.
enum Markdown {
    static func remove(from draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var at = 0
        while at < scalars.count {
            let startsLine = at == 0 || scalars[at - 1].isLineEnd
            if let edit = startsLine ? linePrefix(at: at, in: scalars) : nil {
                edits.append(edit)
                at = edit.range.upperBound
            } else if scalars[at] == "[" || scalars[at] == "!", let link = link(at: at, in: scalars) {
                edits.append(link)
                at = link.range.upperBound
            } else if scalars[at] == "*" || scalars[at] == "_" || scalars[at] == "`",
                let pair = emphasis(at: at, in: scalars)
            {
                edits += pair.opening == pair.closing ? [] : [Draft.Edit(pair.opening), Draft.Edit(pair.closing)]
                at = pair.closing.upperBound
            } else {
                at += 1
            }
        }
        draft.apply(edits)
    }

    /// `## `, `> ` at the beginning of a line.
    private static func linePrefix(at start: Int, in scalars: [Unicode.Scalar]) -> Draft.Edit? {
        guard scalars[start] == "#" || scalars[start] == ">" else { return nil }
        let mark = scalars[start]
        var end = start
        while end < scalars.count, scalars[end] == mark, end - start < 6 { end += 1 }
        guard end < scalars.count, scalars[end] == " " else { return nil }
        return Draft.Edit(start..<end + 1)
    }

    /// `[text](target)` and `![text](target)`: the text stays, and stands for the whole.
    private static func link(at start: Int, in scalars: [Unicode.Scalar]) -> Draft.Edit? {
        let open = scalars[start] == "!" ? start + 1 : start
        guard open < scalars.count, scalars[open] == "[",
            let close = scalars[open...].prefix(200).firstIndex(where: { $0 == "]" || $0 == "\n" }),
            scalars[close] == "]", close + 1 < scalars.count, scalars[close + 1] == "(",
            let end = scalars[close...].prefix(1000).firstIndex(where: { $0 == ")" || $0.isLineEnd || $0.isHan }),
            scalars[end] == ")"
        else { return nil }
        let target = scalars[close + 2..<end]
        guard target.contains(where: { $0 == "/" || $0 == "." || $0 == "#" }) else { return nil }
        return Draft.Edit(start..<end + 1, with: open > start ? [] : Array(scalars[open + 1..<close]))
    }

    /// `**…**`, `__…__`, `` `…` `` within a line.
    private static func emphasis(
        at start: Int, in scalars: [Unicode.Scalar]
    ) -> (opening: Range<Int>, closing: Range<Int>)? {
        let mark = scalars[start]
        let width = mark == "`" ? 1 : 2
        func isMark(_ at: Int) -> Bool {
            at + width <= scalars.count && scalars[at..<at + width].allSatisfy { $0 == mark }
        }
        guard isMark(start) else { return nil }
        var end = start + width
        while end < scalars.count, !scalars[end].isLineEnd, end - start < 400 {
            if isMark(end), end > start + width { return (start..<start + width, end..<end + width) }
            end += 1
        }
        return nil
    }
}

/// Sets the footnotes of a paragraph and raises their marks.
struct FootnoteSetter {
    let context: SettingContext

    /// How far a mark stands above the baseline, in em of the text.
    private static let rise = 0.34

    /// - Parameters:
    ///   - lines: of the paragraph; marks in them are raised.
    ///   - size: of the paragraph; pt.
    /// - Returns: by the line that has the mark, each note as its lines.
    func notes(of text: BoundText, in lines: inout [SetLine], size: Double) -> [Int: [[Slab]]] {
        guard !text.notes.isEmpty, let look = context.layout.footnotes else { return [:] }
        var notes: [Int: [[Slab]]] = [:]
        var start = 0
        for piece in text.pieces {
            if let note = piece.note, let line = lines.firstIndex(where: { $0.scalars.contains(start) }) {
                raise(piece.text, in: &lines[line], by: Self.rise * size)
                notes[line, default: []].append(slabs(text.notes[note], context.layout.style(look.style)))
            }
            start += piece.text.count
        }
        return notes
    }

    private func raise(_ mark: [Unicode.Scalar], in line: inout SetLine, by rise: Double) {
        for run in line.runs.indices where line.runs[run].text == mark {
            for at in line.runs[run].glyphs.indices where line.runs[run].glyphs[at].y == 0 {
                line.runs[run].glyphs[at].y = -rise
            }
        }
    }

    private func slabs(_ text: [Unicode.Scalar], _ style: Style) -> [Slab] {
        let lines = context.composer.compose(
            text, spans: [context.span(text.count, style)], in: context.measure(style))
        return lines.map { line in
            Slab(
                content: .line(line, ascent: context.ascent(style)), height: style.size, before: style.leading,
                after: style.leading)
        }
    }
}

/// Sets the footnotes of a paragraph.
struct FootnoteSetter {
    let context: SettingContext

    /// How far a mark stands above the baseline, in em of the text.
    static let rise = 0.34

    /// - Returns: by the line that has the mark, each note as its lines.
    func notes(
        of text: BoundText, in lines: [SetLine], _ structure: inout StructureOutline
    ) -> [Int: [[Slab]]] {
        guard !text.notes.isEmpty, let look = context.layout.footnotes else { return [:] }
        var notes: [Int: [[Slab]]] = [:]
        var start = 0
        for piece in text.pieces {
            if let note = piece.note, let line = lines.firstIndex(where: { $0.scalars.contains(start) }) {
                notes[line, default: []].append(
                    slabs(text.notes[note], context.layout.style(look.style), structure.add(.note)))
            }
            start += piece.text.count
        }
        return notes
    }

    private func slabs(_ text: [Unicode.Scalar], _ style: Style, _ element: Int) -> [Slab] {
        let lines = context.composer.compose(
            text, spans: [context.span(text.count, style)], in: context.measure(style))
        return lines.map { line in
            Slab(
                content: .line(line, ascent: context.ascent(style)), height: style.size, before: style.leading,
                after: style.leading, element: element)
        }
    }
}

/// Sets names beside each other at even distances; one that is too long takes more places.
struct NamesSetter {
    let context: SettingContext

    func slabs(
        _ names: [[Unicode.Scalar]], _ section: NamesSection, _ structure: inout StructureOutline
    ) -> [Slab] {
        if names.isEmpty { return [] }
        let style = context.layout.style(section.style)
        let measure = context.measure(style)
        let full = measure.width - measure.firstIndent
        let place = full / Double(section.across)
        var rows: [[(column: Int, name: [Unicode.Scalar])]] = []
        var column = section.across
        for name in names {
            let width = context.width(of: name, style)
            let taken = min(section.across, max(1, Int(((width + style.size / 2) / place).rounded(.up))))
            if column + taken > section.across {
                rows.append([])
                column = 0
            }
            rows[rows.count - 1].append((column, name))
            column += taken
        }
        var slabs: [Slab] = []
        let list = structure.add(.list)
        for row in rows {
            var parts: [Slab.Part] = []
            var more: [[Slab.Part]] = []
            for (column, name) in row {
                let x = measure.firstIndent + Double(column) * place
                var inner = Measure(width: measure.width - x, alignment: .left)
                inner.indent = style.size
                let set = context.composer.compose(name, spans: [context.span(name.count, style)], in: inner)
                let element = structure.add(.body, in: structure.add(.listItem, in: list))
                for (number, line) in set.enumerated() {
                    let part = Slab.Part(line: line.moved(by: x), element: element)
                    if number == 0 { parts.append(part) } else { more.append([part]) }
                }
            }
            for (number, parts) in ([parts] + more).enumerated() {
                slabs.append(
                    Slab(
                        content: .lines(parts, ascent: context.ascent(style)), height: style.size,
                        before: slabs.isEmpty ? style.spaceBefore : style.leading, after: style.leading,
                        mayBreak: number == 0 && slabs.count != 1))
            }
        }
        if !slabs.isEmpty { slabs[slabs.count - 1].after = style.spaceAfter }
        return slabs
    }
}

extension SetLine {
    /// The same, further to the right; pt.
    func moved(by x: Double) -> SetLine {
        var line = self
        for run in line.runs.indices {
            for at in line.runs[run].glyphs.indices { line.runs[run].glyphs[at].x += x }
        }
        line.marks = line.marks.map { $0.moved(x: x, y: 0) }
        line.left += x
        line.right += x
        return line
    }
}

extension PageBuilder {
    /// What footnotes of this height take of a page: with their rule, and at most half of it.
    func notesOnPage(_ height: Double) -> Double {
        height > 0 ? min(height + noteRule.height, shape.textHeight / 2) : 0
    }

    /// Draws the footnotes of this page; lines it has no room for go to the next.
    mutating func drawNotes() {
        guard !notes.isEmpty, !pages.isEmpty else { return }
        let room = shape.textHeight - foot
        var fitting: [[Slab]] = []
        var rest: [[Slab]] = []
        var height = noteRule.height
        for note in notes {
            var count = 0
            while count < note.count, rest.isEmpty {
                let next = height + note[count].height + (count == 0 ? noteRule.between : note[count].before)
                if next > room + 0.01, foot > 0 || height > noteRule.height { break }
                height = next
                count += 1
            }
            if count > 0 { fitting.append(Array(note.prefix(count))) }
            if count < note.count { rest.append(Array(note.dropFirst(count))) }
        }
        notes = rest
        noteHeight = 0
        let all = fitting.flatMap { $0 }
        if all.isEmpty { return }
        let total = all.enumerated().reduce(0) { $0 + $1.element.height + ($1.offset > 0 ? $1.element.before : 0) }
        var top = shape.top.points + shape.textHeight - total
        let rule = noteRule.rule
        let y = top - noteRule.after - rule.thickness
        pages[pages.count - 1].items.append(
            .fill(Box(x: left, y: y, width: noteRule.width, height: rule.thickness), rule.colour))
        for (number, line) in all.enumerated() {
            if number > 0 { top += line.before }
            draw(line, x: left, top: top)
            top += line.height
        }
    }
}

/// The short rule between a page's text and its footnotes; lengths in pt.
struct NoteRule: Hashable, Sendable {
    var rule = Rule(thickness: 0.5)
    var width = 113.4
    var before = 10.0
    var after = 5.0
    /// Between two notes.
    var between = 3.0

    var height: Double { before + rule.thickness + after }
}

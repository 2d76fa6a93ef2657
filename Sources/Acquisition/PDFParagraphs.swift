/// Joins the lines of pages to paragraphs by where they stand.
///
/// A line goes on in the next where it reaches the right margin and the next begins at the left one; an indented line, one
/// that ends early, a change of size and a gap begin a paragraph. Titles of several centred lines are one paragraph.
struct PDFParagraphs {
    let paragraphs: [[Unicode.Scalar]]

    /// - Parameter pages: lines in reading order, without what is no text.
    init(pages: [[PDFLine]]) {
        let frame = Frame(pages.flatMap { $0 })
        var paragraphs: [[Unicode.Scalar]] = []
        var previous: PDFLine?
        for page in pages {
            for (index, line) in page.enumerated() {
                if let before = previous, frame.goesOn(before, line, isNewPage: index == 0) {
                    Self.join(line.text, to: &paragraphs[paragraphs.count - 1])
                } else {
                    paragraphs.append(line.text)
                }
                previous = line
            }
        }
        self.paragraphs = paragraphs
    }

    /// Between Latin words a line end is a space, between Han it is nothing.
    private static func join(_ text: [Unicode.Scalar], to paragraph: inout [Unicode.Scalar]) {
        if let last = paragraph.last, let first = text.first, isLatin(last), isLatin(first) { paragraph.append(" ") }
        paragraph += text
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250 && scalar.properties.isAlphabetic
    }

    /// What the text's body looks like.
    private struct Frame {
        var left = 0.0
        var right = 0.0
        var size = 12.0
        /// From one line to the next.
        var pitch = 0.0

        init(_ lines: [PDFLine]) {
            guard !lines.isEmpty else { return }
            // By characters, so that many short lines do not decide.
            size = Self.common(lines.map { ($0.size, $0.text.count) })
            let body = lines.filter { abs($0.size - size) < size * 0.15 }
            left = Self.common(body.map { ($0.left, $0.text.count) })
            // Most lines may be the first of their paragraph: what stands an indent to the left is the margin then.
            let outer = body.filter { $0.left < left - size && $0.left > left - size * 3 }
            if outer.count * 8 >= body.count { left = Self.common(outer.map { ($0.left, $0.text.count) }) }
            let rights = body.map(\.right).sorted()
            right = rights[min(rights.count - 1, rights.count * 9 / 10)]
            pitch = Self.common(zip(body, body.dropFirst()).map { ($1.top - $0.top, 1) }.filter { $0.0 > size * 0.8 })
        }

        /// The value that most have, to the pt.
        private static func common(_ values: [(value: Double, weight: Int)]) -> Double {
            var weights: [Int: Int] = [:]
            for (value, weight) in values { weights[Int(value.rounded()), default: 0] += weight }
            return weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { Double($0.key) } ?? 0
        }

        func goesOn(_ before: PDFLine, _ line: PDFLine, isNewPage: Bool) -> Bool {
            guard abs(before.size - line.size) < max(before.size, line.size) * 0.15 else { return false }
            // A row of a table is whole.
            if before.text.contains("\t") || line.text.contains("\t") { return false }
            let gap = line.top - before.top
            if isTitle(before), isTitle(line) { return !isNewPage && gap > 0 && gap < before.size * 2.5 }
            // Where there are too few lines to tell, no text is set wider than that.
            let widest = pitch > 0 && pitch < size * 3 ? pitch * 1.6 : size * 3
            if !isNewPage, gap < size * 0.5 || gap > widest { return false }
            return before.right > right - before.size * 2.2 && line.left < left + line.size * 1.2
        }

        /// Larger than the body and centred.
        private func isTitle(_ line: PDFLine) -> Bool {
            line.size > size * 1.15 && abs((line.left - left) - (right - line.right)) < line.size * 2
        }
    }
}

import Diagnostics

/// Marks at the edges of lines (CLREQ 3.1.3, GB/T 15834 5.1): none that belongs to what stands before begins a line, none
/// that opens ends one, dashes and numbers are not parted; full lines end on one edge.
enum LineEdgesCheck: Check {
    static let subject = ProofSubject.lineEdges

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        let folios = FolioFinder.folios(in: document)
        var findings: [Finding] = []
        for index in document.pages.indices {
            for pair in ContinuationFinder.continuations(onPage: index, of: document) {
                if let flaw = flaw(of: pair, bullets: document.lines[index]) {
                    findings.append(
                        Finding(subject, page: index + 1, at: Point(x: pair.after.left, y: pair.after.baseline), flaw))
                }
            }
        }
        for pair in ContinuationFinder.acrossPages(document, folios: folios) {
            guard let first = pair.after.first, MarkClass.isClosing(first), pair.before.hanCount > 0 else { continue }
            findings.append(
                Finding(
                    subject, page: pair.after.page, at: Point(x: pair.after.left, y: pair.after.baseline),
                    .lineStart(first, text: excerpt(pair.after.text))))
        }
        if order.profile.geometry != nil { findings += ragged(document) }
        return findings
    }

    private static func flaw(of pair: Continuation, bullets lines: [TextLine]) -> Flaw? {
        guard let last = pair.before.last, let first = pair.after.first else { return nil }
        let isChinese = pair.before.hanCount + pair.after.hanCount > 0
        if pair.isFirstInRow, isChinese, MarkClass.isClosing(first) {
            return .lineStart(first, text: excerpt(pair.after.text))
        }
        if isChinese, MarkClass.mayNotEnd(last), pair.isFull { return .lineEnd(last, text: tail(pair.before.text)) }
        guard pair.isFull, pair.isFirstInRow, isChinese, pair.before.hanCount >= 4 else { return nil }
        if MarkClass.mayNotBegin(first), !isBullet(pair.after, among: lines) {
            return .lineStart(first, text: excerpt(pair.after.text))
        }
        if last == "—" || last == "…", first == last { return .partedDash(text: tail(pair.before.text)) }
        if MarkClass.isDigit(last), MarkClass.isDigit(first), pair.after.hanCount > 0 {
            return .partedNumber(text: tail(pair.before.text) + "/" + excerpt(pair.after.text, 4))
        }
        return nil
    }

    /// A mark that begins several lines of the page at one place, or stands before a blank, is a sign of a list; `.5` and
    /// `.txt` begin with a point of their own.
    private static func isBullet(_ line: TextLine, among lines: [TextLine]) -> Bool {
        guard let first = line.first else { return true }
        if line.glyphs.count < 2 { return true }
        let second = line.glyphs[1]
        if second.isBlank || second.x - line.left > 1.3 * line.size { return true }
        if first.isASCII, let scalar = second.character, MarkClass.isWestern(scalar) { return true }
        guard "·•・".unicodeScalars.contains(first) else { return false }
        return lines.count { $0.first == first && abs($0.left - line.left) < 1 } > 1
    }

    private static func tail(_ text: String) -> String { text.count > 12 ? "…" + text.suffix(12) : text }

    // MARK: The right edge

    /// Full lines of the running text's size end where most of them do.
    private static func ragged(_ document: PrintedDocument) -> [Finding] {
        var full: [TextLine] = []
        for index in document.pages.indices {
            let pairs = ContinuationFinder.continuations(onPage: index, of: document)
            // Entries and titles of two lines end where their words do: paragraphs of three or more are judged.
            let begun = Set(pairs.map(\.after.baseline))
            for pair in pairs
            where pair.before.hanCount >= 15 && pair.isFull && (pair.after.next != nil || begun.contains(pair.before.baseline)) {
                full.append(pair.before)
            }
        }
        guard full.count >= 10, let size = median(full.map(\.size)) else { return [] }
        let body = full.filter { abs($0.size - size) < 0.2 && ($0.page % 2 == 1) }
        let even = full.filter { abs($0.size - size) < 0.2 && ($0.page % 2 == 0) }
        return [body, even].flatMap { lines -> [Finding] in
            guard lines.count >= 5, let edge = median(lines.map(\.visibleRight)) else { return [] }
            let off = lines.filter { abs($0.visibleRight - edge) > 0.1 * size + 0.5 }
            // Where many lines do not reach the edge, the text is set ragged on purpose.
            guard off.count * 3 < lines.count else { return [] }
            return off.map { line in
                Finding(
                    subject, page: line.page, at: Point(x: line.visibleRight, y: line.baseline),
                    .ragged(by: (line.visibleRight - edge).millimetres, text: tail(line.text)))
            }
        }
    }
}

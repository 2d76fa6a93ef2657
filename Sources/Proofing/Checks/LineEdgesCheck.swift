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
        let isBound = MarkClass.mayNotBegin(first) || first == "%" && MarkClass.isDigit(last)
        if isBound, !isBullet(pair.after, among: lines) {
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
        if first.isASCII, first != "%", let scalar = second.character, scalar.isASCII { return true }
        guard "·•・".unicodeScalars.contains(first) else { return false }
        return lines.count { $0.first == first && abs($0.left - line.left) < 1 } > 1
    }

    private static func tail(_ text: String) -> String { text.count > 12 ? "…" + text.suffix(12) : text }

    // MARK: The right edge

    /// Full lines of the running text's size end where most of them do.
    private static func ragged(_ document: PrintedDocument) -> [Finding] {
        var full: [Continuation] = []
        for index in document.pages.indices {
            full += ContinuationFinder.continuations(onPage: index, of: document).filter {
                $0.before.hanCount >= 15 && $0.isFull && !$0.before.glyphs.contains { $0.scalar == 0x3000 }
            }
        }
        guard full.count >= 10, let size = median(full.map(\.before.size)) else { return [] }
        let body = full.filter { abs($0.before.size - size) < 0.2 }
        return [1, 0].flatMap { side in ragged(body.filter { $0.before.page % 2 == side }, size) }
    }

    /// On odd or on even pages.
    private static func ragged(_ pairs: [Continuation], _ size: Double) -> [Finding] {
        // A line that goes on is followed by one that begins on the column's edge; what is indented is a new paragraph.
        guard let left = mode(pairs.map(\.after.visibleLeft)) else { return [] }
        let lines = pairs.filter { abs($0.after.visibleLeft - left) < 2 && $0.before.visibleLeft >= left - 2 }.map(
            \.before)
        guard lines.count >= 5, let edge = mode(lines.map(\.visibleRight)) else { return [] }
        let off = lines.filter { abs($0.visibleRight - edge) > 0.1 * size + 0.8 }
        // Where many lines do not reach the edge, the text is set ragged on purpose.
        guard off.count * 4 < lines.count else { return [] }
        return off.map { line in
            Finding(
                subject, page: line.page, at: Point(x: line.visibleRight, y: line.baseline),
                .ragged(by: (line.visibleRight - edge).millimetres, text: tail(line.text)))
        }
    }

    /// The most frequent value, to a point.
    private static func mode(_ values: [Double]) -> Double? {
        let groups = Dictionary(grouping: values) { Int($0.rounded()) }
        return groups.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }.flatMap { median($0.value) }
    }
}

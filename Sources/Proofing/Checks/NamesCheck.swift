import Diagnostics

/// Names stand on one line (typography: names of people do not break).
enum NamesCheck: Check {
    static let subject = ProofSubject.names

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        let splits = Splits(order.names)
        guard splits.longest > 1 else { return [] }
        let folios = FolioFinder.folios(in: document)
        var findings: [Finding] = []
        let within = document.pages.indices.flatMap { ContinuationFinder.continuations(onPage: $0, of: document) }
        for pair in within + ContinuationFinder.acrossPages(document, folios: folios) where pair.isFirstInRow {
            if let name = splits.name(between: pair.before, pair.after) {
                findings.append(
                    Finding(
                        subject, page: pair.before.page, at: Point(x: pair.before.right, y: pair.before.baseline),
                        .partedName(name, acrossPages: pair.crossesPage)))
            }
        }
        return findings
    }

    /// Every way to part every name.
    private struct Splits {
        private var rests: [[Unicode.Scalar]: [[Unicode.Scalar]]] = [:]
        private(set) var longest = 0

        init(_ names: [String]) {
            for name in Set(names).sorted() {
                let scalars = Array(name.unicodeScalars).filter { !$0.properties.isWhitespace }
                guard (2...40).contains(scalars.count) else { continue }
                longest = max(longest, scalars.count)
                for count in 1..<scalars.count {
                    rests[Array(scalars[..<count]), default: []].append(Array(scalars[count...]))
                }
            }
        }

        func name(between before: TextLine, _ after: TextLine) -> String? {
            let tail = scalars(before.glyphs.suffix(longest))
            let head = scalars(after.glyphs.prefix(longest))
            for count in 1..<max(2, min(longest, tail.count + 1)) {
                let start = Array(tail.suffix(count))
                for rest in rests[start] ?? [] where head.starts(with: rest) {
                    return String(scalars: start + rest)
                }
            }
            return nil
        }

        private func scalars(_ glyphs: ArraySlice<Glyph>) -> [Unicode.Scalar] {
            glyphs.flatMap { glyph -> [Unicode.Scalar] in
                if glyph.isBlank { return [] }
                return (glyph.character.map { [$0] } ?? []) + glyph.rest.compactMap(Unicode.Scalar.init)
            }
        }
    }
}

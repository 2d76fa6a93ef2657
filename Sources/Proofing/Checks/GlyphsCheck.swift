import Diagnostics

/// Every character has a shape, and every shape says which character it is.
enum GlyphsCheck: Check {
    static let subject = ProofSubject.glyphs

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        document.pages.flatMap { page -> [Finding] in
            var missing: [String: (count: Int, first: Glyph)] = [:]
            var silent: [Int: (count: Int, first: Glyph)] = [:]
            for glyph in page.glyphs where !glyph.isHidden {
                if glyph.isMissing {
                    let character = glyph.character.map { $0 == "\u{FFFD}" ? "" : String($0) } ?? ""
                    missing["\(glyph.font) \(character)", default: (0, glyph)].count += 1
                } else if glyph.scalar == 0, !glyph.isArtifact {
                    silent[glyph.font, default: (0, glyph)].count += 1
                }
            }
            return missing.sorted { $0.key < $1.key }.map { _, found in
                let character = found.first.character.map { $0 == "\u{FFFD}" ? "" : String($0) } ?? ""
                return Finding(
                    subject, page: page.number, at: Point(x: found.first.x, y: found.first.y),
                    .missingGlyph(
                        character: character, font: document.fonts[found.first.font].name, count: found.count))
            }
                + silent.sorted { $0.key < $1.key }.map { font, found in
                    Finding(
                        subject, page: page.number, at: Point(x: found.first.x, y: found.first.y),
                        .noCharacter(font: document.fonts[font].name, count: found.count))
                }
        }
    }
}

/// There is text, and most of it is content.
enum TextCheck: Check {
    static let subject = ProofSubject.text

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        let hasText = document.lines.contains { !$0.isEmpty }
        if !hasText { return document.pages.contains { !$0.pictures.isEmpty } ? [Finding(subject, .noText)] : [] }
        guard document.pages.contains(where: { $0.tagging.taggedGlyphs > 0 }) else { return [] }
        let (content, lost) = letters(document)
        guard lost * 5 > content + lost else { return [] }
        return [Finding(subject, .textIsArtifact(share: (Double(lost) / Double(content + lost)).hundredths))]
    }

    /// Letters that are content, and those that are artifacts but no running head, leader or second print of content (the
    /// back of a desk sign).
    private static func letters(_ document: PrintedDocument) -> (content: Int, lost: Int) {
        var (content, lost) = (0, 0)
        var pagesOfText: [String: Int] = [:]
        for lines in document.lines {
            for text in Set(lines.filter { $0.glyphs[0].isArtifact }.map(\.text)) { pagesOfText[text, default: 0] += 1 }
        }
        for lines in document.lines {
            let said = Set(lines.filter { !$0.glyphs[0].isArtifact }.map(\.text))
            for line in lines {
                let isKnown = said.contains(line.text) || (pagesOfText[line.text] ?? 0) > 2
                for glyph in line.glyphs {
                    guard let scalar = glyph.character, MarkClass.isHan(scalar) || MarkClass.isWestern(scalar) else {
                        continue
                    }
                    if !glyph.isArtifact { content += 1 } else if !isKnown { lost += 1 }
                }
            }
        }
        return (content, lost)
    }
}

/// Fonts are embedded as subsets, with a way from glyph to character (ISO 19005-2, 6.2.11).
enum FontsCheck: Check {
    static let subject = ProofSubject.fonts

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        var seen: Set<Finding> = []
        return document.fonts.flatMap { font -> [Finding] in
            var flaws: [Flaw] = []
            if font.kind == .type3 {
                flaws.append(.bitmapFont(font: font.name.isEmpty ? "Type 3" : font.name))
            } else if !font.isEmbedded {
                flaws.append(.notEmbedded(font: font.name))
            } else if !font.isSubset, font.kind == .type0 {
                flaws.append(.notSubset(font: font.name))
            }
            if !font.hasToUnicode, !font.hasKnownEncoding { flaws.append(.noUnicode(font: font.name)) }
            if font.lacksGlyphMap { flaws.append(.noGlyphMap(font: font.name)) }
            return flaws.map { Finding(subject, $0) }.filter { seen.insert($0).inserted }
        }
    }
}

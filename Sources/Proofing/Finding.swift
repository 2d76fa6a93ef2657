/// What is proved of a document, in the order of a report.
public enum ProofSubject: String, Hashable, Sendable, CaseIterable {
    case file, paper, margins, grid, folio, faces, rules
    case lineEdges = "line-edges"
    case names, glyphs, text, fonts, structure
    case readingOrder = "reading-order"
    case navigation, metadata, archive
    case mailSize = "mail-size"
}

/// One thing found wrong, as data; `ProofWording.swift` words it.
public struct Finding: Hashable, Sendable {
    public var subject: ProofSubject
    /// From 1; `nil` where it concerns the whole document.
    public var page: Int?
    /// From the left and the upper edge of the page; mm.
    public var x: Double?
    public var y: Double?
    public var flaw: Flaw

    init(_ subject: ProofSubject, page: Int? = nil, at point: Point? = nil, _ flaw: Flaw) {
        self.subject = subject
        self.page = page
        x = point.map { ($0.x * 254 / 72).rounded() / 10 }
        y = point.map { ($0.y * 254 / 72).rounded() / 10 }
        self.flaw = flaw
    }
}

/// Every kind of flaw. Lengths in mm, sizes in pt.
public enum Flaw: Hashable, Sendable {
    public enum Side: String, Hashable, Sendable { case left, right, top, bottom }

    // The file
    case damaged(String)
    case encrypted
    case resourceMissing(String)
    // Paper, margins, grid
    case paper(width: Double, height: Double, wanted: String)
    case outside(Side, by: Double, text: String)
    case nearEdge(Side, distance: Double, what: String)
    case edge(Side, found: Double, wanted: Double)
    case pitch(found: Double, wanted: Double)
    case unevenPitch(least: Double, most: Double)
    case lines(found: Int, wanted: Int)
    case characters(found: Double, wanted: Int)
    // Page numbers
    case folioMissing
    case folioForm(String)
    case folioSize(found: Double, wanted: Double)
    case folioSide(Side)
    case folioPlace(found: Double, wanted: Double)
    case folioInset(found: Double, wanted: Double)
    case folioNumber(found: Int, wanted: Int)
    case pageLabel(label: String, printed: Int)
    // Faces and sizes
    case size(found: Double, text: String)
    case bodySize(found: Double, wanted: Double)
    case face(found: String, wanted: String, text: String)
    // Rules
    case hairline(thickness: Double)
    case ruleLength(found: Double, wanted: Double)
    case ruleThickness(found: Double, wanted: Double)
    case rulePlace(distance: Double)
    // Lines
    case lineStart(Unicode.Scalar, text: String)
    case lineEnd(Unicode.Scalar, text: String)
    case partedDash(text: String)
    case partedNumber(text: String)
    case ragged(by: Double, text: String)
    case partedName(String, acrossPages: Bool)
    // Characters
    case missingGlyph(character: String, font: String, count: Int)
    case noCharacter(font: String, count: Int)
    case notEmbedded(font: String)
    case notSubset(font: String)
    case noUnicode(font: String)
    case noGlyphMap(font: String)
    case bitmapFont(font: String)
    case noText
    case textIsArtifact(share: Double)
    // Structure
    case untagged
    case looseContent(operation: String, count: Int)
    case artifactInside
    case markedTwice(identifiers: Int)
    case orphanMarks(identifiers: Int)
    case noParentTree
    case unknownRole(String)
    case misplaced(role: String, parent: String)
    case headingJump(from: Int, to: Int)
    case emptyHeading(Int)
    case noScope(text: String)
    case noHeader
    case unevenTable(rows: [Int])
    case noAlternative(String)
    case order(first: String, second: String)
    case noLanguage
    case language(String)
    case tabOrder
    case linkText
    case linkLoose
    case linkHidden
    case noOutline(pages: Int)
    case deadLink
    // Metadata
    case noTitle
    case titleHidden
    case noMetadata
    case metadataDiffers(key: String, information: String, metadata: String)
    case noIdentifier
    case archive(String)
    case accessible(String)
    case noIntent
    case attachment(String)
    case action(String)
    // Mail
    case tooLarge(bytes: Int, limit: Int)
}

/// What a run of text is for; `fonts/fonts.yaml` says which families serve it.
public enum FaceRole: String, Hashable, Sendable, CaseIterable {
    case song
    case hei
    case kai
    case fangsong
    /// 小标宋, for titles and mastheads.
    case title
}

/// The language a run is set in; it decides the forms of characters (`locl`) and of marks.
public enum TextLanguage: String, Hashable, Sendable {
    case hans = "zh-Hans"
    case hant = "zh-Hant"

    /// By a language tag of BCP 47: `zh-TW`, `zh-HK` and `zh-MO` are written in Traditional characters, all other
    /// Chinese in Simplified ones; `nil` for other languages.
    public init?(tag: String) {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard parts.first == "zh" else { return nil }
        if parts.contains("hans") {
            self = .hans
            return
        }
        self = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? .hant : .hans
    }
}

/// One face (a font file's face) of a `FontBook`, by its place there.
public struct FaceID: Hashable, Sendable, Comparable {
    public var index: Int

    public init(index: Int) { self.index = index }

    public static func < (a: FaceID, b: FaceID) -> Bool { a.index < b.index }
}

/// A glyph as shaping gives it: all lengths in em of the size it will be set at.
public struct ShapedGlyph: Hashable, Sendable {
    public var id: UInt32
    public var face: FaceID
    public var advance: Double
    public var dx: Double
    public var dy: Double
    /// The scalar (index into the shaped text) that its cluster begins with. Several glyphs may share one; a
    /// ligature (—— as one glyph) leaves the following scalars without one.
    public var cluster: Int

    public init(id: UInt32, face: FaceID, advance: Double, dx: Double = 0, dy: Double = 0, cluster: Int) {
        self.id = id
        self.face = face
        self.advance = advance
        self.dx = dx
        self.dy = dy
        self.cluster = cluster
    }
}

/// Heights of a face in em, both positive.
public struct FaceMetrics: Hashable, Sendable {
    public var ascent: Double
    public var descent: Double

    public init(ascent: Double, descent: Double) {
        self.ascent = ascent
        self.descent = descent
    }
}

/// Turns text into glyphs. `FontBook` is the real one; tests of lines and pages use one with fixed widths.
public protocol Shaper: AnyObject {
    /// Glyphs in order of the text; none of them squeezed or stretched. A character no face has comes as glyph 0
    /// of the role's first face.
    func shape(_ text: ArraySlice<Unicode.Scalar>, role: FaceRole, language: TextLanguage) -> [ShapedGlyph]

    /// The same, with the words (names above all) that are never set in two faces: where the role's face has not all
    /// of one, another that has sets it whole.
    ///
    /// - Parameter words: ranges of indices of `text`.
    func shape(
        _ text: ArraySlice<Unicode.Scalar>, words: [Range<Int>], role: FaceRole, language: TextLanguage
    ) -> [ShapedGlyph]

    func metrics(role: FaceRole, language: TextLanguage) -> FaceMetrics

    /// For dumps of pages and messages: `NotoSerifCJKsc-Regular`.
    func name(of face: FaceID) -> String
}

extension Shaper {
    public func shape(
        _ text: ArraySlice<Unicode.Scalar>, words: [Range<Int>], role: FaceRole, language: TextLanguage
    ) -> [ShapedGlyph] {
        shape(text, role: role, language: language)
    }
}

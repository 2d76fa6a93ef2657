import Fonts

/// Glyphs of fixed widths: Han and full-width marks one em, Western ones half an em, —— one glyph of two em.
final class FixedShaper: Shaper {
    func shape(_ text: ArraySlice<Unicode.Scalar>, role: FaceRole, language: TextLanguage) -> [ShapedGlyph] {
        var glyphs: [ShapedGlyph] = []
        let face = FaceID(index: FaceRole.allCases.firstIndex(of: role) ?? 0)
        var at = text.startIndex
        while at < text.endIndex {
            let scalar = text[at]
            let pair = scalar == "—" && at + 1 < text.endIndex && text[at + 1] == "—"
            let advance: Double =
                pair ? 2 : scalar.value < 0x2000 ? (scalar == "·" ? 0.327 : scalar == " " ? 0.25 : 0.5) : 1
            glyphs.append(
                ShapedGlyph(id: scalar.value, face: face, advance: advance, cluster: at - text.startIndex))
            at += pair ? 2 : 1
        }
        return glyphs
    }

    func metrics(role: FaceRole, language: TextLanguage) -> FaceMetrics { FaceMetrics(ascent: 0.88, descent: 0.12) }

    func name(of face: FaceID) -> String { FaceRole.allCases[face.index].rawValue }
}

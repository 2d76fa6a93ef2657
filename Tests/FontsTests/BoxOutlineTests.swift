import Testing
import _CairoPango

@testable import Fonts

@Suite("Boxes beside the outlines of prepared faces")
struct BoxOutlineTests {
    private func font(_ text: String) throws -> [UInt8] {
        let file = try FontFile(path: TestFaces.noto, index: 0)
        return try file.subset(
            to: text.unicodeScalars.map(\.value), keeping: [], dropping: ["vert", "vrt2"], localForms: [])
    }

    /// HarfBuzz takes TrueType's outlines where there are both: what it then says of a glyph is what the PostScript
    /// outlines say, for glyphs at either end of the em, below the baseline, and without ink.
    @Test(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing))
    func aBoxIsAsLargeAsItsGlyph() throws {
        let plain = try font("简报，。—g “”（）一 ")
        let boxed = try BoxOutlines.added(to: plain)
        let expected = try FontFile.inkBoxes(of: plain)
        #expect(expected.contains(nil) && expected.contains { $0.map { $0.bottom < 0 } ?? false })
        #expect(try FontFile.inkBoxes(of: boxed) == expected)
        #expect(try FontFile.table("glyf", of: plain).isEmpty)
        #expect(try FontFile.table("loca", of: boxed).count == 4 * (expected.count + 1))
    }

    @Test(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing))
    func whatIsEmbeddedStays() throws {
        let plain = try font("简报")
        let boxed = try BoxOutlines.added(to: plain)
        #expect(Array(boxed.prefix(4)) == [0, 1, 0, 0])
        for tag in ["CFF ", "cmap", "hhea", "OS/2", "name"] as [StaticString] {
            #expect(try FontFile.table(tag, of: boxed) == FontFile.table(tag, of: plain))
        }
    }

    /// That Cairo embeds what a file has of PostScript, boxes or not, is what all this rests on.
    @Test(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing))
    func theFileHoldsTheOutlines() throws {
        let book = try TestFaces.book()
        let face = try #require(book.shape("简").first?.face)
        let canvas = try PDFCanvas()
        try canvas.beginPage(width: 100, height: 100)
        try canvas.setFont(book.font(face), size: 20)
        let glyph = try #require(book.shape("简").first?.id)
        canvas.add(glyph: glyph, x: 20, y: 50)
        canvas.add("简")
        try canvas.show()
        try canvas.showPage()
        try canvas.finish()
        let file = String(decoding: canvas.takeBytes(), as: UTF8.self)
        #expect(file.contains("/FontFile3") && file.contains("/CIDFontType0C"))
        #expect(!file.contains("/FontFile2"))
    }
}

import Fonts
import Testing
import _CairoPango

@testable import Rendering

@Suite("Streams packed and left as they are")
struct DeflateTests {
    @Test("stored blocks give their bytes", arguments: [[0, 1], [1]])
    func stored(_ kinds: [UInt8]) {
        var stream: [UInt8] = [0x78, 0x01]
        for kind in kinds { stream += [kind, 2, 0, 0xFD, 0xFF, 0xAA, kind] }
        stream += [1, 2, 3, 4]
        #expect(Deflate.stored(stream[...]) == kinds.flatMap { [0xAA, $0] })
    }

    @Test("what is packed, torn or not even begun is not taken for stored")
    func others() throws {
        let bytes = Array(repeating: UInt8(7), count: 1000)
        let packed = try Deflate(.usual).compress(bytes)
        #expect(packed.count < 50)
        #expect(Deflate.stored(packed[...]) == nil)
        #expect(Deflate.stored([0x78, 0x01, 0, 2, 0, 0xFD, 0xFF, 0xAA, 0xAA][...]) == nil)
        #expect(Deflate.stored([0x78, 0x01, 1, 9, 0, 0xF6, 0xFF, 0xAA][...]) == nil)
        #expect(Deflate.stored([][...]) == nil)
    }

    /// Cairo packs the face it embeds; only because zlib's entry is the program's own is it left as it is.
    @Test func cairoLeavesFacesUnpacked() throws {
        let book = try Drawing.book()
        let glyph = try #require(
            book.shape(Array("报".unicodeScalars)[...], role: .song, language: .hans).first)
        let canvas = try PDFCanvas()
        try canvas.beginPage(width: 100, height: 100)
        try canvas.setFont(book.font(glyph.face), size: 20)
        canvas.add(glyph: glyph.id, x: 20, y: 50)
        canvas.add("报")
        try canvas.show()
        try canvas.showPage()
        try canvas.finish()
        var cairo = CairoObjects()
        var faces = 0
        for object in try cairo.take(canvas.takeBytes()) {
            guard case .stream(_, let dictionary, let data) = object,
                CairoObjects.find("/CIDFontType0C", in: dictionary[...]) != nil
            else { continue }
            faces += 1
            #expect(Deflate.stored(data)?.starts(with: [1, 0]) == true)
        }
        #expect(faces == 1)
    }
}

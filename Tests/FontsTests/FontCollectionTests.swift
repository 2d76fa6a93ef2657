import Testing
import _CairoPango

@testable import Fonts

@Suite("Faces that share a file")
struct FontCollectionTests {
    private func font(_ text: String) throws -> [UInt8] {
        let file = try FontFile(path: TestFaces.noto, index: 0)
        return try file.subset(to: text.unicodeScalars.map(\.value), keeping: [], dropping: [], localForms: [])
    }

    @Test(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing))
    func eachFaceHasItsTables() throws {
        let whole = try font("简报")
        let without = try FontFile.setting([], dropping: ["cmap", "CFF "], in: whole)
        let joined = FontCollection.joined([whole, without])
        let path = try TestFaces.temporaryFolder() + "/a.ttc"
        try AtomicFile.write(joined, to: path)
        let faces = FontFile.all(path: path)
        #expect(faces.map(\.index) == [0, 1])
        let scalars = Array("简报".unicodeScalars)
        #expect(scalars.allSatisfy { faces[0].nominalGlyph($0) != nil && faces[1].nominalGlyph($0) == nil })
        #expect(faces[0].isCFF && !faces[1].isCFF)
        #expect(faces.allSatisfy { $0.unitsPerEm == 1000 })
        // What is the same is there once.
        #expect(joined.count < whole.count + 1000)
    }

    @Test("what is no font makes no collection")
    func broken() {
        #expect(FontCollection.joined([[]]) == [])
        #expect(FontCollection.joined([Array(repeating: 0xFF, count: 20)]) == [])
    }
}

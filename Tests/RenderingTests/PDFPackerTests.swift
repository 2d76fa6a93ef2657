import Diagnostics
import Testing
import _CairoPango

/// A file as Cairo writes it, handed over in pieces of any size.
struct PDFPackerTests {
    private static let stream = "q 0 0 1 rg\nendob Q"

    private static func file(pages: Int) -> String {
        var text = "%PDF-1.5\n%µ\n"
        for page in 0..<pages {
            let first = 10 + 3 * page
            text += "\(first) 0 obj\n<< /Length \(first + 1) 0 R\n>>\nstream\n\(stream)\nendstream\nendobj\n"
            text += "\(first + 1) 0 obj\n   \(stream.utf8.count)\nendobj\n"
            text += "\(first + 2) 0 obj\n<< /Type /Page /Contents \(first) 0 R >>\nendobj\n"
        }
        text += "1 0 obj\n<< /Type /Pages >>\nendobj\n"
        text += "2 0 obj\n<< /Producer (cairo)\n   /CreationDate (20240531000000Z)\n>>\nendobj\n"
        text += "3 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n>>\nendobj\n"
        return text + "xref\n0 1\ntrailer\n<< /Size 9\n   /Root 3 0 R\n   /Info 2 0 R\n>>\nstartxref\n0\n%%EOF\n"
    }

    private func packed(_ text: String, pieces size: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        var packer = PDFPacker { result.append(contentsOf: $0) }
        packer.language = "zh-Hans"
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { try packer.take($0) }
        }
        try packer.finish()
        return result
    }

    @Test func piecesOfAnySizeGiveTheSameFile() throws {
        let whole = try packed(Self.file(pages: 3), pieces: 1 << 20)
        for size in [1, 2, 7, 64, 513] { #expect(try packed(Self.file(pages: 3), pieces: size) == whole) }
    }

    @Test(arguments: [1, 3, 500]) func theFileIsSound(pages: Int) throws {
        let bytes = try packed(Self.file(pages: pages), pieces: 4096)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("/Length \(Self.stream.utf8.count)\n"))
        #expect(text.contains("/Lang (zh-Hans)"))
        #expect(text.contains("/CreationDate (D:20240531000000Z)"))
        guard let shown = try Drawing.output(of: "qpdf", ["--show-xref", "FILE"], on: bytes) else { return }
        #expect(!shown.contains("WARNING"), "\(shown)")
        // Lengths are no objects any more; pages and the tree are in object streams.
        #expect(shown.split(separator: "\n").filter { $0.contains(": compressed; ") }.count == pages + 1)
    }

    @Test func aLengthThatIsNotTheStreamsIsNoticed() {
        let wrong = Self.file(pages: 1).replacing("   \(Self.stream.utf8.count)\n", with: "   4711\n")
        #expect(throws: Diagnostic.self) { _ = try packed(wrong, pieces: 4096) }
    }

    @Test func aFileWithoutATrailerIsNoticed() {
        #expect(throws: Diagnostic.self) { _ = try packed("%PDF-1.5\n%µ\n", pieces: 4096) }
    }
}

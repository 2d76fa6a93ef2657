import Diagnostics
import Testing

@testable import Rendering

/// A file as Cairo writes it, handed over in pieces of any size.
struct CairoObjectsTests {
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
        text += "4 0 obj\n<< /Type /XObject\n   /Length 3\n   /Subtype /Form >>\nstream\nabcendstream\nendobj\n"
        return text + "xref\n0 1\ntrailer\n<< /Size 9\n   /Root 3 0 R\n   /Info 2 0 R\n>>\nstartxref\n0\n%%EOF\n"
    }

    /// Each object in a line of its own.
    private func objects(_ text: String, pieces size: Int) throws -> [String] {
        var cairo = CairoObjects()
        var lines: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            for object in try cairo.take(Array(bytes[start..<min(bytes.count, start + size)])) {
                switch object {
                case .plain(let number, let body): lines.append("\(number) \(String(decoding: body, as: UTF8.self))")
                case .stream(let number, let dictionary, let data):
                    lines.append(
                        "\(number) [\(String(decoding: dictionary, as: UTF8.self))] \(String(decoding: data, as: UTF8.self))"
                    )
                }
            }
        }
        try cairo.finish()
        return lines
    }

    @Test func objectsComeWithoutTheLengthsOfTheirStreams() throws {
        let lines = try objects(Self.file(pages: 2), pieces: 1 << 20)
        #expect(lines.map { $0.prefix { $0 != " " } } == ["10", "12", "13", "15", "1", "4"])
        #expect(lines[0].hasSuffix("] " + Self.stream) && lines[2].hasSuffix("] " + Self.stream))
        #expect(lines[5].hasSuffix("] abc") && lines[5].contains("/Subtype /Form"))
        #expect(!lines.contains { $0.contains("/Length") })
    }

    @Test func piecesOfAnySizeGiveTheSameObjects() throws {
        let whole = try objects(Self.file(pages: 3), pieces: 1 << 20)
        for size in [1, 2, 7, 64, 513] { #expect(try objects(Self.file(pages: 3), pieces: size) == whole) }
    }

    @Test func aLengthThatIsNotTheStreamsIsNoticed() {
        let wrong = Self.file(pages: 1).replacing("   \(Self.stream.utf8.count)\n", with: "   4711\n")
        #expect(throws: Diagnostic.self) { _ = try objects(wrong, pieces: 4096) }
    }

    @Test func aFileWithoutATrailerIsNoticed() {
        #expect(throws: Diagnostic.self) { _ = try objects("%PDF-1.5\n%µ\n", pieces: 4096) }
    }
}

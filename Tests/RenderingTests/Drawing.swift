import Fonts
import Foundation
import Pagination
import Testing

@testable import Rendering

/// Faces and small documents for the tests of the PDF.
enum Drawing {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let hasNoto = FileManager.default.fileExists(
        atPath: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
    static let notoMissing: Comment = "needs Debian's fonts-noto-cjk"

    /// Whether the faces are those the packages bring, none of an office's own.
    static let hasUsualFaces: Bool = {
        guard let book = try? book() else { return false }
        let names = FaceRole.allCases.flatMap { role in
            book.shape(["国"], role: role, language: .hans).map { book.name(of: $0.face) }
        }
        return names.allSatisfy { $0.hasPrefix("Noto") || $0.hasPrefix("Fandol") }
            && names.contains { $0.hasPrefix("FandolFang") } && names.contains { $0.hasPrefix("FandolKai") }
    }()

    static func book(cache: String? = nil) throws -> FontBook {
        try FontBook(
            folder: root.appendingPathComponent("fonts").path,
            cache: cache)
    }

    /// One line of text at a place, as a composer would set it without squeezing anything.
    static func runs(
        _ text: String, _ book: FontBook, role: FaceRole = .song, size: Double = 16, x: Double = 72, y: Double = 100
    ) -> [Page.Item] {
        let scalars = Array(text.unicodeScalars)
        let glyphs = book.shape(scalars[...], role: role, language: .hans)
        var items: [Page.Item] = []
        var x = x
        var start = 0
        while start < glyphs.count {
            var end = start
            var run = GlyphRun(face: glyphs[start].face, size: size, colour: .black, text: [], glyphs: [])
            while end < glyphs.count, glyphs[end].face == glyphs[start].face {
                let glyph = glyphs[end]
                let next = end + 1 < glyphs.count ? glyphs[end + 1].cluster : scalars.count
                run.glyphs.append(.init(id: glyph.id, x: x + glyph.dx * size, y: y - glyph.dy * size))
                run.clusters.append(.init(scalars: next - glyph.cluster, glyphs: 1))
                run.text += scalars[glyph.cluster..<next]
                x += glyph.advance * size
                end += 1
            }
            items.append(.glyphs(run))
            start = end
        }
        return items
    }

    static func document(_ lines: [String], _ book: FontBook) -> PagedDocument {
        var page = Page(width: 595, height: 842)
        for (number, line) in lines.enumerated() {
            page.items += runs(line, book, y: 100 + 29 * Double(number))
        }
        return PagedDocument(pages: [page], metadata: .init(title: "样张", date: "2024-05-31"))
    }

    /// What a program prints to standard output when it reads the PDF from a file; `nil` where it is not installed.
    static func output(of tool: String, _ arguments: [String], on pdf: [UInt8]) throws -> String? {
        try bytes(of: tool, arguments, on: pdf).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The path of a program; `nil` where it is not installed.
    static func path(of tool: String) -> String? {
        ["/usr/bin/", "/usr/local/bin/"].map { $0 + tool }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func bytes(of tool: String, _ arguments: [String], on pdf: [UInt8]) throws -> [UInt8]? {
        guard let path = path(of: tool) else { return nil }
        let file = NSTemporaryDirectory() + "jianbao-test-" + UUID().uuidString + ".pdf"
        try Data(pdf).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments.map { $0 == "FILE" ? file : $0 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }
}

/// Makes a PDF of a whole document.
struct Renderer {
    func render(
        _ document: PagedDocument, with fonts: FontBook, options: PDFOptions = PDFOptions(),
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let writer = try PDFWriter(
            document.metadata, hasStructure: !document.structure.isEmpty, fonts: fonts, options: options, write: write)
        for page in document.finishedPages { try writer.draw(page) }
        try writer.finish(outline: document.outline)
    }

    /// The whole file in memory.
    func render(
        _ document: PagedDocument, with fonts: FontBook, options: PDFOptions = PDFOptions()
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try render(document, with: fonts, options: options) { bytes.append(contentsOf: $0) }
        return bytes
    }
}

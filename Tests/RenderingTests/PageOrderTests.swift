import Fonts
import Pagination
import Testing

@testable import Rendering

@Suite("Pages that come in another order than they stand in", .enabled(if: Drawing.hasNoto, Drawing.notoMissing))
struct PageOrderTests {
    /// Two pages; the second paragraph goes from the first to the second.
    private func pages(_ book: FontBook) -> ([Page], [StructureElement]) {
        let structure = [
            StructureElement(.document, parent: nil), StructureElement(.paragraph, parent: 0),
            StructureElement(.paragraph, parent: 0), StructureElement(.paragraph, parent: 0),
        ]
        func page(_ label: String, _ lines: [(Int, String)]) -> Page {
            Page(
                label: label, width: 595, height: 842,
                items: lines.enumerated().map { place, line in
                    .marked(line.0, Drawing.runs(line.1, book, y: 100 + 30 * Double(place)))
                })
        }
        return ([page("1", [(1, "甲段"), (2, "乙段上半")]), page("2", [(2, "乙段下半"), (3, "丙段")])], structure)
    }

    private func file(_ order: [FinishedPage], _ book: FontBook) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let writer = try PDFWriter(.init(title: "样张", date: "2024-05-31"), fonts: book) { bytes.append(contentsOf: $0) }
        for page in order { try writer.draw(page) }
        try writer.finish()
        return bytes
    }

    @Test("they stand, and are read, as if they had come in order")
    func order() throws {
        let book = try Drawing.book()
        let (pages, structure) = pages(book)
        let straight = try file(
            [
                FinishedPage(index: 0, page: pages[0], elements: structure),
                FinishedPage(index: 1, page: pages[1]),
            ], book)
        let turned = try file(
            [
                FinishedPage(index: 1, page: pages[1], elements: structure, awaited: [0, 1, 2]),
                FinishedPage(index: 0, page: pages[0]),
            ], book)
        for (tool, arguments) in [
            ("pdftotext", ["FILE", "-"]), ("pdfinfo", ["-struct-text", "FILE"]),
            ("mutool", ["draw", "-F", "txt", "FILE"]),
        ] {
            let first = try Drawing.output(of: tool, arguments, on: straight)
            #expect(try Drawing.output(of: tool, arguments, on: turned) == first)
            if let first { #expect(first.contains("乙段上半")) }
        }
        if let said = try Drawing.output(of: "pdfinfo", ["-struct-text", "FILE"], on: turned) {
            let upper = try #require(said.firstRange(of: "上半"))
            let lower = try #require(said.firstRange(of: "下半"))
            #expect(upper.lowerBound < lower.lowerBound)
        }
        if let checked = try Drawing.output(of: "qpdf", ["--check", "FILE"], on: turned) {
            #expect(!checked.contains("WARNING"), "\(checked)")
        }
    }
}

import Diagnostics
import Fonts
import Foundation
import Pagination
import Testing

@testable import Rendering

@Suite(.enabled(if: Drawing.hasNoto, Drawing.notoMissing)) struct RendererTests {
    private let text = "坚持“两山”理念——PM2.5下降86.5%……阿卜杜拉·买买提，镕、𠮷。"

    private func pdf(_ lines: [String], cache: String? = nil) throws -> [UInt8] {
        let book = try Drawing.book(cache: cache)
        return try Renderer().render(Drawing.document(lines, book), with: book)
    }

    @Test(arguments: ["pdftotext", "mutool"]) func theTextLayerIsTheText(tool: String) throws {
        let arguments = tool == "mutool" ? ["draw", "-q", "-F", "text", "FILE"] : ["-raw", "FILE", "-"]
        guard let output = try Drawing.output(of: tool, arguments, on: pdf([text])) else { return }
        #expect(output.filter { !$0.isWhitespace }.hasSuffix(text), "\(output)")
    }

    @Test func theFileIsSound() throws {
        let bytes = try pdf([text])
        #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
        guard let output = try Drawing.output(of: "qpdf", ["--check", "FILE"], on: bytes) else { return }
        #expect(!output.contains("WARNING"), "\(output)")
        #expect(output.contains("No syntax or stream encoding errors found"))
    }

    @Test func theSameDocumentGivesTheSameBytes() throws {
        #expect(try pdf([text]) == pdf([text]))
    }

    @Test func oneThreadGivesTheSameBytes() throws {
        let book = try Drawing.book()
        let alone = try Renderer().render(
            Drawing.document([text, text], book), with: book, options: PDFOptions(usesSecondThread: false))
        #expect(alone == (try pdf([text, text])))
    }

    @Test("what the writing throws ends it, and nothing more is written", arguments: [true, false])
    func aFullDisk(usesSecondThread: Bool) throws {
        struct Full: Error {}
        let book = try Drawing.book()
        var pieces = 0
        #expect(throws: Full.self) {
            try Renderer().render(
                Drawing.document([text], book), with: book, options: PDFOptions(usesSecondThread: usesSecondThread)
            ) { _ in
                pieces += 1
                if pieces == 3 { throw Full() }
            }
        }
        #expect(pieces == 3)
    }

    /// Whether faces were prepared before does not show in the file.
    @Test func coldAndWarmCachesGiveTheSameBytes() throws {
        let cache = NSTemporaryDirectory() + "jianbao-test-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: cache) }
        let cold = try pdf([text], cache: cache)
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count >= 3)
        #expect(try pdf([text], cache: cache) == cold)
        // Another order of need opens the faces in another order.
        let other = try Drawing.book(cache: cache)
        _ = other.shape(Array("𠮷".unicodeScalars)[...], role: .title, language: .hant)
        #expect(try Renderer().render(Drawing.document([text], other), with: other) == cold)
    }

    /// Every Cairo and Pango object is made by the task that uses it.
    @Test func manyAtOnceGiveTheSameBytesAsOne() async throws {
        let one = try pdf([text])
        let all = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try pdf([text]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 8 && all.allSatisfy { $0 == one })
    }

    @Test func datesAreTheDocumentsAndTheLanguageIsSaid() throws {
        let bytes = try pdf([text])
        #expect(has(bytes, "/CreationDate(D:20240531000000Z)"))
        #expect(has(bytes, "/ModDate(D:20240531000000Z)"))
        #expect(has(bytes, "/Lang(zh-Hans)"))
    }

    @Test func withoutADateTheClockIsNotAsked() throws {
        let book = try Drawing.book()
        var document = Drawing.document([text], book)
        document.metadata.date = nil
        let bytes = try Renderer().render(document, with: book)
        #expect(!has(bytes, "Date(D:"))
        #expect(try Drawing.output(of: "qpdf", ["--check", "FILE"], on: bytes)?.contains("WARNING") != true)
    }

    @Test func anUntaggedPageStaysSmall() throws {
        #expect(try pdf([text]).count < 25_000)
    }

    @Test func linksLeadForwardAndBackByAnyName() throws {
        let book = try Drawing.book()
        var document = Drawing.document(["一", "二"], book)
        document.pages.append(document.pages[0])
        let names = ["会议 (一)'\\", "会议二"]
        for number in 0..<2 {
            document.pages[number].items += [
                .anchor(name: names[number], at: Point(x: 72, y: 90 + Double(number))),
                .link(to: names[1 - number], box: Box(x: 72, y: 80, width: 50, height: 20), element: nil),
            ]
            document.outline.append(.init(level: number + 1, title: "第\(number)节", anchor: names[number]))
        }
        let bytes = try Renderer().render(document, with: book)
        if let output = try Drawing.output(of: "qpdf", ["--check", "FILE"], on: bytes) {
            #expect(!output.contains("WARNING"), "\(output)")
        }
        if let output = try Drawing.output(of: "pdfinfo", ["-dests", "FILE"], on: bytes) {
            #expect(output.contains("1 [ XYZ   72  752 null      ] \"会议 (一)'\\\""), "\(output)")
            #expect(output.contains("2 [ XYZ   72  751 null      ] \"会议二\""), "\(output)")
        }
        if let output = try Drawing.output(of: "mutool", ["show", "FILE", "outline"], on: bytes) {
            #expect(output.contains("\"第0节\""))
            #expect(output.contains("\t\"第1节\""), "the second level lies under the first: \(output)")
        }
    }

    @Test func pagesKeepTheirSizeAndLabel() throws {
        let book = try Drawing.book()
        var document = Drawing.document(["一"], book)
        document.pages[0].label = nil
        document.pages.append(Page(label: "1", width: 842, height: 595))
        let bytes = try Renderer().render(document, with: book)
        guard let output = try Drawing.output(of: "pdfinfo", ["-l", "2", "FILE"], on: bytes) else { return }
        #expect(output.contains("Page    1 size:  595 x 842 pts"))
        #expect(output.contains("Page    2 size:  842 x 595 pts"))
        if let plain = try unpacked(bytes) { #expect(plain.contains("/S /D")) }
    }

    @Test func rectanglesAreExact() throws {
        let book = try Drawing.book()
        let red = Colour(red: 1, green: 0, blue: 0)
        let page = Page(width: 100, height: 50, items: [.fill(Box(x: 10, y: 20, width: 30, height: 0.5), red)])
        let bytes = try Renderer().render(PagedDocument(pages: [page]), with: book)
        guard let output = try Drawing.output(of: "mutool", ["show", "-b", "FILE", "pages/1/Contents"], on: bytes)
        else { return }
        #expect(output.contains("1 0 0 -1 0 50 cm"), "y downwards from the top: \(output)")
        #expect(output.contains("10 20 30 0.5 re f"), "\(output)")
    }

    @Test func whatWritingThrowsEndsTheWork() throws {
        let book = try Drawing.book()
        let document = Drawing.document([text], book)
        let full = Diagnostic(.writeFailed(reason: "No space left on device"))
        var written = 0
        let error = #expect(throws: Diagnostic.self) {
            try Renderer().render(document, with: book) { bytes in
                written += bytes.count
                if written > 500 { throw full }
            }
        }
        #expect(error == full)
    }

    @Test func aFaceThatIsNotOpenIsAnErrorNotACrash() throws {
        let book = try Drawing.book()
        let run = GlyphRun(
            face: FaceID(index: 9999), size: 10, colour: .black, text: ["a"], glyphs: [.init(id: 1, x: 0, y: 0)])
        let document = PagedDocument(pages: [Page(width: 100, height: 100, items: [.glyphs(run)])])
        #expect(throws: Diagnostic.self) { try Renderer().render(document, with: book) }
    }

    /// The file with its objects in plain sight; `nil` without qpdf.
    private func unpacked(_ bytes: [UInt8]) throws -> String? {
        try Drawing.output(of: "qpdf", ["--qdf", "--object-streams=disable", "FILE", "-"], on: bytes)
    }

    private func has(_ bytes: [UInt8], _ text: String) -> Bool { Data(bytes).range(of: Data(text.utf8)) != nil }
}

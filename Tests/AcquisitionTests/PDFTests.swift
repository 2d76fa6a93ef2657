import Diagnostics
import Testing

@testable import Acquisition

@Suite("PDF")
struct PDFTests {
    /// A line as it stands on an A4 page of 28 characters of 16 pt.
    private func line(
        _ text: String, _ top: Double, left: Double = 80, right: Double = 528, size: Double = 16
    ) -> PDFLine {
        PDFLine(
            text: Array(text.unicodeScalars), left: left, right: right, top: top, bottom: top + size, size: size,
            pageHeight: 842)
    }

    private func paragraphs(_ pages: [[PDFLine]]) -> [String] {
        PDFParagraphs(pages: pages).paragraphs.map { scalarString($0) }
    }

    private var body: [PDFLine] {
        [
            line("会议听取了防汛备汛工作情况汇报并就有关事项作了部署", 200, left: 112), line("强调要压实各级责任", 229, right: 224),
            line("会议指出今年以来全市经济运行开局良好固定资产投资稳", 258, left: 112), line("步增长", 287, right: 128),
        ]
    }

    @Test("lines that reach the margin go on; an indent and an early end begin a paragraph")
    func joined() {
        #expect(
            paragraphs([body]) == ["会议听取了防汛备汛工作情况汇报并就有关事项作了部署强调要压实各级责任", "会议指出今年以来全市经济运行开局良好固定资产投资稳步增长"])
    }

    @Test("a paragraph goes on over the page, a title of two lines is one")
    func pagesAndTitles() {
        let title = [
            line("霁川市人民政府关于加强", 100, left: 128, right: 480, size: 22),
            line("防汛工作的会议纪要", 135, left: 160, right: 448, size: 22),
        ]
        let first = title + body.dropLast()
        #expect(
            paragraphs([first, [line("步增长", 100, right: 128)]]) == [
                "霁川市人民政府关于加强防汛工作的会议纪要", "会议听取了防汛备汛工作情况汇报并就有关事项作了部署强调要压实各级责任", "会议指出今年以来全市经济运行开局良好固定资产投资稳步增长",
            ])
    }

    @Test("rows of a table and what stands far below stay apart")
    func apart() {
        let rows = [line("尹川\t副市长", 316), line("佟堃\t局长", 345), line("会议结束后又到现场查看", 500)]
        #expect(paragraphs([body + rows]).suffix(3) == ["尹川\t副市长", "佟堃\t局长", "会议结束后又到现场查看"])
    }

    @Test(
        "page numbers at the edge are furniture",
        arguments: [
            ("— 1 —", true), ("- 12 -", true), ("3", true), ("第3页 共12页", true), ("3/12", true), ("2024年5月6日", false),
            ("共3人", false),
        ])
    func pageNumbers(text: String, isFurniture: Bool) {
        let page = [line("会议", 400), line(text, 780)]
        #expect(PDFFurniture(pages: [page]).holds(page[1], onPage: 0) == isFurniture)
        let inside = [line("会议", 100), line(text, 400), line("散会", 500)]
        #expect(!PDFFurniture(pages: [inside]).holds(inside[1], onPage: 0))
    }

    @Test("heads that return at the same height are furniture, headings at other heights are not")
    func returning() {
        let pages = (1...3).map { number in
            [line("会议纪要 第\(number)期", 40), line("会议强调", 100 + Double(number) * 7), line("正文", 400)]
        }
        let furniture = PDFFurniture(pages: pages)
        for (index, page) in pages.enumerated() {
            #expect(page.map { furniture.holds($0, onPage: index) } == [true, false, false])
        }
    }

    /// A page of one line in a face that every reader has.
    private func pdf(_ content: String) -> [UInt8] {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 6\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        return Array((file + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n").utf8)
    }

    private func fault(_ bytes: [UInt8]) -> Fault? {
        do throws(Diagnostic) {
            _ = try SourceReader().read(bytes: bytes, path: "a.pdf")
            return nil
        } catch {
            return error.fault
        }
    }

    @Test("a file with text, one of pictures alone, and what is none")
    func files() throws {
        let source = try SourceReader().read(
            bytes: pdf("BT /F 16 Tf 80 600 Td (The meeting was held.) Tj 0 -200 Td (12) Tj 0 -370 Td (7) Tj ET"),
            path: "a.pdf")
        #expect(source.format == .pdf)
        #expect(scalarString(source.text) == "The meeting was held.\n12\n7\n")
        #expect(source.blocks.map(\.part) == [.main, .main, .aside])
        #expect(fault(pdf("0 0 100 100 re f")) == .noTextLayer(pages: 1))
        guard case .damaged("PDF", _)? = fault(Array("%PDF-1.7\n会议".utf8)) else {
            Issue.record("was read")
            return
        }
        #expect(
            Diagnostic(.noTextLayer(pages: 1), at: Place(file: "a.pdf")).description
                == "a.pdf: its 1 page holds no text, only pictures (a scan); run text recognition over it, or give the text"
        )
    }
}

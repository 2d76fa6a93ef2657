import Diagnostics
import Testing

@testable import Acquisition

@Suite("PDF files at a glance")
struct PDFGlanceTests {
    /// A page of text lines at a place each, written by hand.
    private func pdf(_ lines: [(x: Int, y: Int, text: String)]) -> [UInt8] {
        let content = lines.map { "BT /F 12 Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var file = "%PDF-1.7\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }

    @Test("its pages, and the lines of the first")
    func lines() throws {
        let glance = try PDFGlance(pdf([(72, 700, "second"), (72, 760, "first")]), path: "a.pdf")
        #expect(glance.pageCount == 1)
        #expect(glance.firstPage == ["first", "second"])
    }

    @Test("what is no PDF")
    func none() {
        let error = #expect(throws: Diagnostic.self) {
            try PDFGlance(Array("%PDF-1.7 and no more".utf8), path: "a.pdf")
        }
        #expect(error?.place == Place(file: "a.pdf"))
    }
}

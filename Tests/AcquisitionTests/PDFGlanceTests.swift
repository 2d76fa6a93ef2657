import Diagnostics
import Foundation
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

    @Test("its pages, the lines of the first from above with a tab between far cells, and no attachment")
    func lines() throws {
        let glance = try PDFGlance(pdf([(72, 700, "second"), (72, 760, "left"), (400, 760, "right")]), path: "a.pdf")
        #expect(glance.pageCount == 1)
        #expect(glance.firstPage == ["left\tright", "second"])
        #expect(glance.attachments.isEmpty)
    }

    @Test("attached files come back with their names and bytes")
    func attachments() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-glance-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (plain, added, file) = (
            folder.appending(path: "a.pdf"), folder.appending(path: "b.pdf"), folder.appending(path: "briefing.json")
        )
        try Data(pdf([(72, 700, "text")])).write(to: plain)
        let bytes = Data("{\"title\": \"简报\"}".utf8) + Data(0...255)
        try bytes.write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["qpdf", plain.path, "--add-attachment", file.path, "--", added.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "qpdf attaches nothing")
        let attachments = try PDFGlance([UInt8](Data(contentsOf: added)), path: "b.pdf").attachments
        #expect(attachments.map(\.name) == ["briefing.json"])
        #expect(attachments.map(\.bytes) == [[UInt8](bytes)])
    }

    @Test("what is no PDF")
    func none() {
        let error = #expect(throws: Diagnostic.self) {
            try PDFGlance(Array("%PDF-1.7 and no more".utf8), path: "a.pdf")
        }
        #expect(error?.place == Place(file: "a.pdf"))
    }
}

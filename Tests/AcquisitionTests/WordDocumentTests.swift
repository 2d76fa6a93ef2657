import Diagnostics
import Foundation
import Testing

@testable import Acquisition

@Suite("DOCX")
struct WordDocumentTests {
    private func read(_ fixture: WordFixture) throws -> SourceText {
        try SourceReader().read(bytes: fixture.bytes, path: "a.docx")
    }

    private func fault(_ bytes: [UInt8], _ path: String = "a.docx") -> Fault? {
        do throws(Diagnostic) {
            _ = try SourceReader().read(bytes: bytes, path: path)
            return nil
        } catch {
            return error.fault
        }
    }

    private func lines(_ source: SourceText, _ part: SourceText.Block.Part) -> [String] {
        source.blocks.filter { $0.part == part }.map { scalarString(source.text[$0.range]) }
    }

    @Test("paragraphs, then notes; the foot is set aside")
    func parts() throws {
        let body = WordFixture.paragraph("防汛会议纪要") + WordFixture.paragraph("  ") + WordFixture.paragraph("会议强调，要压实责任。")
        let source = try read(WordFixture(body, footer: "— 1 —", notes: "自6月1日起施行。"))
        #expect(source.format == .docx)
        #expect(source.encoding == "DOCX")
        #expect(lines(source, .main) == ["防汛会议纪要", "会议强调，要压实责任。", "自6月1日起施行。"])
        #expect(lines(source, .aside) == ["— 1 —"])
    }

    @Test("what was deleted, moved away, hidden or repeated is not read; tab stops are no tabs")
    func unread() throws {
        let body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>会议通过</w:t></w:r>\
            <w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>\
            <w:ins><w:r><w:t>《办法》</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>\
            <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>，</w:t></w:r>\
            <w:r><w:ruby><w:rt><w:r><w:t>kun</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>堃</w:t></w:r></w:rubyBase></w:ruby></w:r>\
            <w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>说&#x3000;&amp;明</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>
            """
        #expect(try lines(read(WordFixture(body)), .main) == ["会议通过《办法》，堃说　&明", "下一行"])
    }

    @Test("tables row by row: a form's label and its value, short cells, long cells")
    func tables() throws {
        let body = WordFixture.table([
            [["会议时间"], ["2024年5月20日"], ["地 点"], ["三楼会议室"]], [["出席："], ["覃怀远　尹川", "佟堃"]],
            [["姓名"], ["职务"]], [["尹川"], ["副市长"]], [["事项"], ["第一段说明了情况。", "第二段提出了要求。"]],
        ])
        #expect(
            try lines(read(WordFixture(body)), .main) == [
                "会议时间：2024年5月20日", "地点：三楼会议室", "出席：覃怀远　尹川\t佟堃", "姓名\t职务", "尹川\t副市长", "事项：第一段说明了情况。",
                "第二段提出了要求。",
            ])
    }

    @Test("a table inside a cell belongs to the cell, a text box to its own line")
    func nested() throws {
        let inner = WordFixture.table([[["甲"], ["乙"]]])
        let body =
            "<w:tbl><w:tr><w:tc>\(WordFixture.paragraph("外"))\(inner)</w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><w:t>正文</w:t><w:pict><w:txbxContent>\(WordFixture.paragraph("框中"))</w:txbxContent></w:pict></w:r></w:p>"
        #expect(try lines(read(WordFixture(body)), .main) == ["外", "甲\t乙", "框中", "正文"])
    }

    @Test("what is no sound DOCX says why")
    func unsound() {
        #expect(fault(Array("会议。".utf8)) == .damaged(format: "DOCX", reason: "it is no zip archive"))
        #expect(
            fault(WordFixture.package().bytes) == .damaged(format: "DOCX", reason: "`word/document.xml` is missing"))
        let whole = WordFixture(WordFixture.paragraph("会议。")).bytes
        guard case .damaged("DOCX", _)? = fault(Array(whole[..<(whole.count / 2)])) else {
            Issue.record("half a DOCX was read")
            return
        }
        let cut = WordFixture("").bytes(document: "<w:document><w:body><w:p>会议")
        guard case .damaged("DOCX", _)? = fault(cut) else {
            Issue.record("half an XML document was read")
            return
        }
        #expect(fault(WordFixture("<w:p/>").bytes) == .fileEmpty)
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 512)
        #expect(fault(old, "a.doc") == .unsupported("a DOC, XLS or WPS file of the old format"))
        #expect(
            fault(old + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }) == .encrypted(format: "DOCX"))
        var sheet = WordFixture.package()
        sheet.add("xl/workbook.xml", "<workbook/>")
        #expect(fault(sheet.bytes, "a.xlsx") == .unsupported("an Excel workbook (XLSX)"))
    }

    @Test("entities that stand for gigabytes, and elements nested without end")
    func bombs() {
        let entities = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        let bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e0 \"会议\">\(entities)]><w:document>&e9;</w:document>"
        #expect(
            fault(WordFixture("").bytes(document: bomb))
                == .damaged(format: "DOCX", reason: "it declares a document type"))
        let deep = String(repeating: "<w:p>", count: 50_000) + String(repeating: "</w:p>", count: 50_000)
        #expect(fault(WordFixture(deep).bytes) == .damaged(format: "DOCX", reason: "nested too deeply"))
    }

    @Test("a part that unpacks to more than a document holds")
    func zipBomb() throws {
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/sh")
        gzip.arguments = ["-c", "head -c 80000000 /dev/zero | tr '\\0' ' ' | gzip -n"]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        let blanks = pipe.fileHandleForReading.readDataToEndOfFile()
        gzip.waitUntilExit()
        var zip = WordFixture.package()
        zip.add("word/document.xml", gzip: [UInt8](blanks))
        #expect(zip.bytes.count < 200_000)
        #expect(fault(zip.bytes) == .unpacksTooFar(format: "DOCX", limit: InputLimits.part))
    }
}

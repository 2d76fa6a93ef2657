import Diagnostics
import Foundation
import Testing

@testable import Acquisition

@Suite("What a file is")
struct FileKindTests {
    private func kind(_ bytes: [UInt8], _ path: String) throws -> FileKind {
        try bytes.withUnsafeBytes { try FileKind.of($0, path: path) }
    }

    @Test(
        "the bytes decide, not the name",
        arguments: [
            ("%PDF-1.7\n", "a.docx", FileKind.pdf), ("PK\u{3}\u{4}", "a.txt", .docx),
            ("<!DOCTYPE html><p>", "a.txt", .html),
            ("{\"schema\": 1}", "a.txt", .json), ("[\n {\"姓名\": \"尹川\"}]", "a", .json),
            ("---\nschema: 1\nid: x\n", "a.txt", .yaml),
            ("# 改正\nschema: 1\n", "-", .yaml), ("姓名,职务\n尹川,副市长\n", "a.csv", .table), ("会议。", "a.csv", .table),
            ("会议。", "a.txt", .text),
            ("[本报讯] 会议。", "a.txt", .text), ("{编者按} 会议。", "a.txt", .text), ("说到 %PDF-1.7 的会议。", "a.txt", .text),
        ])
    func content(text: String, path: String, expected: FileKind) throws {
        #expect(try kind(Array(text.utf8), path) == expected)
    }

    @Test(
        "what is known and not read",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47] as [UInt8], "a picture (PNG)"), ([0xFF, 0xD8, 0xFF, 0xE0], "a picture (JPEG)"),
            ([0x1F, 0x8B, 8], "a gzip archive"), (Array("{\\rtf1".utf8), "an RTF file"),
        ])
    func foreign(bytes: [UInt8], name: String) {
        do {
            _ = try kind(bytes, "a.txt")
            Issue.record("was taken")
        } catch {
            #expect((error as? FaultError)?.fault == .unsupported(name))
        }
    }

    @Test("a name that promises what the bytes are not")
    func broken() {
        #expect(throws: (any Error).self) { try kind(Array("会议。".utf8), "a.pdf") }
        #expect(throws: (any Error).self) { try kind(Array("会议。".utf8), "a.DOCX") }
    }

    @Test("a file beyond the limit is not taken into memory")
    func tooLarge() throws {
        let path = NSTemporaryDirectory() + "large-" + UUID().uuidString
        defer { unlink(path) }
        try Data().write(to: URL(filePath: path))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 200 << 20)
        try handle.close()
        let fault = Fault.tooLarge(bytes: 200 << 20, limit: InputLimits.file)
        #expect(throws: Diagnostic(fault, at: Place(file: path))) { try SourceReader().content(of: path) }
        #expect(
            Diagnostic(fault, at: Place(file: "a.txt")).description
                == "a.txt: holds 200 MB, more than the 64 MB that are read at once; give the article alone, or split the file"
        )
    }

    @Test("a text of more than an article holds")
    func longText() {
        let bytes = [UInt8](repeating: 0x61, count: InputLimits.text + 1)
        let fault = Fault.tooLarge(bytes: bytes.count, limit: InputLimits.text)
        #expect(throws: Diagnostic(fault, at: Place(file: "a.txt"))) {
            try SourceReader().read(bytes: bytes, path: "a.txt")
        }
    }

    @Test("HTML nested without end is an error, not half a page")
    func deepPage() {
        let page = "<html><body>" + String(repeating: "<div>", count: 20_000) + "会议强调，要压实责任。"
        let fault = Fault.damaged(format: "HTML", reason: "nested too deeply")
        #expect(throws: Diagnostic(fault, at: Place(file: "a.html"))) {
            try SourceReader().read(bytes: Array(page.utf8), path: "a.html")
        }
    }
}

import Diagnostics
import Foundation
import Testing

@testable import Acquisition

@Suite("Files, folders and what is not there")
struct SourceReaderTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "acquisition-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/b/.hidden", withIntermediateDirectories: true)
    }

    @Test("a folder gives its articles by path, and nothing else")
    func folders() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["b/2.txt", "a.md", "c", "b/1.htm", "b/x.png", "b/.hidden/3.txt", "B.TXT"] {
            try Data("会议。".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        let found = try SourceReader().read(folder)
        #expect(found.map { $0.path.dropFirst(folder.count) } == ["/B.TXT", "/a.md", "/b/1.htm", "/b/2.txt", "/c"])
        #expect(found.map(\.format) == [.text, .text, .html, .text, .text])
        #expect(try SourceReader().read(folder + "/").map(\.path) == found.map(\.path))
    }

    @Test("a path that is not there, and one that may not be read")
    func missing() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let absent = folder + "/absent.txt"
        #expect(throws: Diagnostic(.fileMissing, at: Place(file: absent))) { try SourceReader().read(absent) }
        #expect(throws: Diagnostic(.fileUnreadable(reason: "Is a directory"), at: Place(file: folder))) {
            try SourceReader.bytes(of: folder)
        }
    }

    @Test("the checksum is that of the bytes")
    func checksum() throws {
        let source = try SourceReader().read(bytes: Array("abc".utf8), path: "-")
        #expect(source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

import Acquisition
import Foundation
import Glibc
import Testing

@testable import Cleaning

private let seed = shared + "/seed/000_cedbc053e61aa1a8.txt"

@Suite("The seed", .enabled(if: hasShared))
struct SeedTests {
    private func read() throws -> CleanText { cleaner.clean(try SourceReader().read(seed)[0]) }

    @Test("the repairs that a careful reader makes")
    func repairs() throws {
        let clean = try read()
        for (restored, printed) in [
            ("再强化", "再?gòu)?qiáng)化"), ("新担当", "新?lián)?dāng)"), ("日报社", "日?qǐng)?bào)社"), ("抓好", "抓 好"),
        ] {
            #expect(clean.repairs.contains { $0.restored == restored && $0.printed == printed })
        }
        #expect(clean.repairs.filter { $0.kind == .lostBytes }.count == 3)
        #expect(clean.warnings.isEmpty)
    }

    @Test("the text")
    func text() throws {
        let clean = try read()
        let text = clean.string(0..<clean.scalars.count)
        #expect(clean.script == .hant)
        #expect(text.hasPrefix("5月6日，是郴州市获批建设国家可持续发展议程创新示范区五周年，"))
        #expect(text.contains("市长、领导小组常务副组长阚保勇主持会议并讲话。"))
        #expect(text.contains("黄峥嵘、龙齐阳、杨清平等参加活动。"))
        #expect(!text.contains("〓") && !text.contains("(") && !text.contains("?"))
        #expect(clean.printedString(0..<clean.scalars.count).contains("闞保勇"))
    }

    @Test("the lines that are not the article")
    func boilerplate() throws {
        #expect(try read().boilerplate.map(\.kind) == ["navigation", "contact", "contact", "contact", "licence"])
    }

    @Test(
        "the same text from every encoding",
        arguments: [("GB18030", "GB18030"), ("UTF-16LE", "UTF-16LE"), ("UTF-16BE", "UTF-16BE"), ("UTF-16", "UTF-16LE")])
    func encodings(charset: String, name: String) throws {
        let text = try String(contentsOfFile: seed, encoding: .utf8)
        let expected = try read()
        let source = try SourceReader().read(bytes: bytes(text, charset), path: seed)
        #expect(source.encoding == name)
        #expect(source.text == expected.source.text)
        #expect(cleaner.clean(source).scalars == expected.scalars)
    }

    /// The bytes of a text in a charset that iconv knows.
    private func bytes(_ text: String, _ charset: String) throws -> [UInt8] {
        let converter = iconv_open(charset, "UTF-8")
        try #require(converter != iconv_t(bitPattern: -1))
        defer { iconv_close(converter) }
        var input = Array(text.utf8CString.dropLast())
        var output = [CChar](repeating: 0, count: input.count * 4)
        let used = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                var (left, room) = (input.count, output.count)
                return iconv(converter, &from, &left, &to, &room) == 0 ? output.count - room : -1
            }
        }
        try #require(used > 0)
        return output[..<used].map { UInt8(bitPattern: $0) }
    }
}

@Suite("The articles with hand-made records", .enabled(if: hasShared))
struct ArticleTests {
    private struct Gold: Decodable { var boilerplate: [String] }

    @Test("what a careful reader sets aside is set aside, and nothing else")
    func boilerplate() throws {
        let folder = shared + "/data/articles/"
        var (hits, missed, extra) = (0, 0, 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: URL(fileURLWithPath: folder + name)))
            let source = try SourceReader().read(folder + name.dropLast(4) + "txt")[0]
            let found = cleaner.clean(source).boilerplate.map { squeezed($0.text) }
            let wanted = gold.boilerplate.map(squeezed)
            let matched = wanted.count { line in found.contains { $0.contains(line) || line.contains($0) } }
            hits += matched
            missed += wanted.count - matched
            extra += found.count { line in !wanted.contains { $0.contains(line) || line.contains($0) } }
        }
        #expect(Double(hits) / Double(max(1, hits + missed)) >= 0.95)
        #expect(Double(hits) / Double(max(1, hits + extra)) >= 0.95)
    }

    private func squeezed(_ text: String) -> String { String(text.unicodeScalars.filter { !$0.isSpace }) }
}

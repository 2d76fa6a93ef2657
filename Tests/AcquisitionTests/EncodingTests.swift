import Diagnostics
import Glibc
import Testing

@testable import Acquisition

private let article = """
    5月6日，郴州市召开领导小组第五次会议，市委副书记、市长王伟主持会议并讲话。
    会议指出，要坚持问题导向，“三区”建设取得新成效；到2025年，达到100万人（次）。

    """
private let traditional = "台北市長柯文哲就任2週年，定調堅持理念、看見改變。柯市長率領市府團隊高喊口號，展現決心，並說明國際會議。\n"

/// The bytes of a text in a charset that iconv knows.
private func bytes(_ text: String, _ charset: String) -> [UInt8] {
    let converter = iconv_open(charset, "UTF-8")
    precondition(converter != iconv_t(bitPattern: -1))
    defer { iconv_close(converter) }
    var input = Array(text.utf8CString.dropLast())
    var output = [CChar](repeating: 0, count: input.count * 4)
    let used = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var (from, to) = (input.baseAddress, output.baseAddress)
            var (left, room) = (input.count, output.count)
            precondition(iconv(converter, &from, &left, &to, &room) == 0)
            return output.count - room
        }
    }
    return output[..<used].map { UInt8(bitPattern: $0) }
}

private func fault(_ bytes: [UInt8]) -> Fault? {
    do throws(Diagnostic) {
        _ = try SourceReader().read(bytes: bytes, path: "a.txt")
        return nil
    } catch {
        #expect(error.place == Place(file: "a.txt"))
        return error.fault
    }
}

@Suite("Encodings are told by evidence and decoded strictly")
struct EncodingTests {
    @Test(
        "the same scalars come out of every encoding",
        arguments: [
            (article, "UTF-8", "UTF-8"), (article, "UTF-16LE", "UTF-16LE"), (article, "UTF-16BE", "UTF-16BE"),
            (article, "GB18030", "GB18030"), (article, "GBK", "GB18030"), (traditional, "GBK", "GB18030"),
            (traditional, "BIG5", "Big5"), (traditional, "UTF-16LE", "UTF-16LE"),
            ("会议通知\n", "GBK", "GB18030"), ("會議通知：開會\n", "BIG5", "Big5"),
        ])
    func everyEncoding(text: String, charset: String, name: String) throws {
        let source = try SourceReader().read(bytes: bytes(text, charset), path: "-")
        #expect(source.encoding == name)
        #expect(source.text == Array(text.unicodeScalars))
        #expect(source.format == .text)
    }

    @Test(
        "a byte order mark is believed and dropped",
        arguments: [
            ([0xEF, 0xBB, 0xBF], "UTF-8", "UTF-8"), ([0xFF, 0xFE], "UTF-16LE", "UTF-16LE"),
            ([0xFE, 0xFF], "UTF-16BE", "UTF-16BE"),
        ] as [([UInt8], String, String)])
    func marks(mark: [UInt8], charset: String, name: String) throws {
        let source = try SourceReader().read(bytes: mark + bytes(article, charset), path: "-")
        #expect(source.encoding == name)
        #expect(source.text == Array(article.unicodeScalars))
    }

    @Test("characters outside the basic plane survive")
    func fourBytes() throws {
        let text = article + "𠮷林😀\n"
        for charset in ["UTF-8", "UTF-16LE", "GB18030"] {
            let source = try SourceReader().read(bytes: bytes(text, charset), path: "-")
            #expect(source.text == Array(text.unicodeScalars))
        }
    }

    @Test("line ends stay as they are")
    func lineEnds() throws {
        let source = try SourceReader().read(bytes: Array("一。\r\n二。\r三。".utf8), path: "-")
        #expect(scalarString(source.text) == "一。\r\n二。\r三。")
    }

    @Test("a little damage in UTF-8 is an error with its offset, not another encoding")
    func damagedUTF8() {
        var damaged = bytes(article, "UTF-8")
        damaged[31] = 0xFF
        #expect(fault(damaged) == .undecodable(encoding: "UTF-8", offset: 31))
        #expect(
            fault(Array(bytes(article, "UTF-8").dropLast(2)))
                == .truncated(encoding: "UTF-8", offset: bytes(article, "UTF-8").count - 4))
    }

    @Test("what is cut off is said to be cut off")
    func truncated() {
        let little = bytes(article, "UTF-16LE")
        #expect(fault([0xFF, 0xFE] + little.dropLast()) == .truncated(encoding: "UTF-16LE", offset: little.count))
        #expect(fault(Array(little.dropLast())) == .truncated(encoding: "UTF-16LE", offset: little.count - 2))
        let double = bytes("会议指出，要坚持问题导向", "GBK")
        #expect(fault(Array(double.dropLast())) == .truncated(encoding: "GB18030", offset: double.count - 2))
        #expect(fault([0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xD8]) == .truncated(encoding: "UTF-16LE", offset: 4))
    }

    @Test("input that is no text names the byte")
    func noText() {
        #expect(fault([]) == .fileEmpty)
        #expect(fault([0xEF, 0xBB, 0xBF]) == .fileEmpty)
        #expect(fault(Array(" \n\t\r\n　".utf8)) == .fileEmpty)
        #expect(fault([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1]) == .binaryInput(offset: 0))
        #expect(fault(Array("abc".utf8) + [0, 1, 2, 0xFF]) == .binaryInput(offset: 3))
        #expect(fault(bytes("ひらがなとカタカナの文章です。これは日本語です", "SHIFT_JIS")) == .undecodable(encoding: nil, offset: 0))
        #expect(
            fault(Array("caf".utf8) + [0xE9, 0x20] + Array("cr".utf8) + [0xE8] + Array("me".utf8))
                == .undecodable(encoding: nil, offset: 3))
    }

    @Test("bad bytes in GB18030 name the first of them")
    func damagedGB() {
        var damaged = bytes(article, "GB18030")
        damaged[21] = 0xFF
        guard case .undecodable("GB18030", let offset)? = fault(damaged) else {
            Issue.record("\(String(describing: fault(damaged)))")
            return
        }
        #expect((20...21).contains(offset))
    }
}

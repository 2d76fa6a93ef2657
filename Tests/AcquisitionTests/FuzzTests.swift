import Diagnostics
import Testing

@testable import Acquisition

/// Damaged files of every kind: an error or a text, never a crash, never a block outside the text.
@Suite("Damaged files")
struct FuzzTests {
    /// SplitMix64: the same bytes in every run.
    private struct Numbers {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ value >> 31) % UInt64(limit))
        }
    }

    private func damaged(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0...numbers.next(below: 6) where !bytes.isEmpty {
            let place = numbers.next(below: bytes.count)
            switch numbers.next(below: 5) {
            case 0: bytes[place] = UInt8(numbers.next(below: 256))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8(numbers.next(below: 256)), at: place)
            case 3: bytes.removeLast(min(bytes.count, numbers.next(below: 64)))
            default:
                let end = min(bytes.count, place + numbers.next(below: 40))
                bytes.insert(contentsOf: bytes[place..<end], at: numbers.next(below: bytes.count))
            }
        }
        return bytes
    }

    private func look(_ bytes: [UInt8], _ path: String) {
        guard let content = try? SourceReader().content(bytes: bytes, path: path) else { return }
        switch content {
        case .article(let source):
            #expect(!source.text.isEmpty)
            var end = 0
            for block in source.blocks {
                #expect(block.range.lowerBound >= end && block.range.upperBound <= source.text.count)
                end = block.range.upperBound
            }
        case .table(let table):
            for row in table.rows {
                #expect(row.cells.count == table.columns.count)
                #expect(row.cells.allSatisfy { $0.upperBound <= table.source.text.count })
            }
        case .json(let bytes), .yaml(let bytes): #expect(String(validating: bytes, as: UTF8.self) != nil)
        }
    }

    @Test(
        "of each kind a thousand", arguments: ["docx", "csv", "html", "json", "yaml", "txt"])
    func damage(kind: String) {
        let table = WordFixture.table([[["主持"], ["尹川"]], [["姓名"], ["职务"]]])
        let wholes: [String: [UInt8]] = [
            "docx": WordFixture(WordFixture.paragraph("会议强调，要压实责任。") + table, footer: "1", notes: "注。").bytes,
            "csv": Array("姓名,职务,会议\n尹川,\"副市长,\n兼\"\"局长\",会一\n佟堃,,\n".utf8),
            "html": Array("<html><head><title>会议</title></head><body><p>会议强调，<b>要</b>压实责任。</p></body></html>".utf8),
            "json": Array("[{\"姓名\": \"尹川\", \"职务\": [\"副市长\"]}, {\"姓名\": \"佟堃\"}]".utf8),
            "yaml": Array("---\nschema: 1\nid: a-1\nsource:\n  path: a.txt\n".utf8),
            "txt": Array("市政府召开会议\n5月6日，会议强调，要压实责任。\n".utf8),
        ]
        var numbers = Numbers(state: 20_240_506)
        for _ in 0..<1000 { look(damaged(wholes[kind] ?? [], &numbers), "a." + kind) }
    }
}

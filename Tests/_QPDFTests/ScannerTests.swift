import Testing

@testable import _QPDF

@Suite("PDF syntax is read as ISO 32000-1, 7.2 and 7.3 have it")
struct ScannerTests {
    private func value(_ text: String) -> PDFValue {
        Array(text.utf8).withUnsafeBufferPointer { PDFScanner.value(in: $0) }
    }

    @Test(
        "an object",
        arguments: [
            ("null", .null), ("true", .boolean(true)), (" 12", .integer(12)), ("-.5", .real(-0.5)), ("+3.", .real(3)),
            ("(a(b)\\)\\\\)", .string(Array("a(b))\\".utf8))), ("(\\101\\7x)", .string([65, 7, 120])),
            ("(a\\\nb\r\nc)", .string(Array("ab\nc".utf8))), ("<48 4>", .string([0x48, 0x40])),
            ("/A#20B", .name("A B")), ("/", .name("")), ("/#CB#CE", .name("\u{F7CB}\u{F7CE}")),
            ("[1 2 0 R(x)]", .array([.integer(1), .reference(ObjectID(2)), .string([120])])),
            ("[1 2 3]", .array([.integer(1), .integer(2), .integer(3)])),
            ("<</A 1/B<</C[]>>>>", .dictionary(["A": .integer(1), "B": .dictionary(["C": .array([])])])),
            ("% note\n7", .integer(7)),
        ] as [(String, PDFValue)])
    func object(_ text: String, _ expected: PDFValue) {
        #expect(value(text) == expected)
    }

    @Test("names that are no UTF-8 come back byte for byte")
    func foreignNames() {
        let name = value("/A#CB#CE#CC#E5").name!
        #expect(PDFValue.nameBytes(name) == [0x2F, 0x41, 0xCB, 0xCE, 0xCC, 0xE5])
    }

    @Test("content: operands, operators, an image in line is passed over")
    func content() {
        let bytes = Array("q 1 0 0 1 5 5 cm BI /W 1 /H 1 ID \u{1}EIx\n EI (a) Tj [(b) -20] TJ T* Q".utf8)
        var seen: [String] = []
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = PDFScanner(buffer)
            while let token = scanner.next() {
                switch token {
                case .value(let value): seen.append(value.number.map { "\(Int($0))" } ?? "v")
                case .text: seen.append("s\(scanner.text.count)")
                case .word(let word):
                    seen.append(
                        String(
                            decoding: (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }, as: UTF8.self
                        ).filter { $0 != "\0" })
                case .image(let keys): seen.append("image\(keys.count)")
                }
            }
        }
        #expect(seen.joined(separator: " ") == "q 1 0 0 1 5 5 cm image2 s1 Tj v TJ T* Q")
    }

    @Test("garbage ends", arguments: ["<<<<[[((", "]]>>", "<</A", "[[[[", "\\", "<", "--", "BI", "BI /W", "/"])
    func garbage(_ text: String) {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            var scanner = PDFScanner(buffer)
            var count = 0
            while scanner.next() != nil { count += 1 }
            #expect(count <= text.utf8.count)
        }
        _ = value(text)
        _ = value(String(repeating: "[", count: 100_000))
    }

    @Test(
        "text strings",
        arguments: [("(abc)", "abc"), ("<FEFF 4E2D 6587>", "中文"), ("<FFFE 2D4E>", "中"), ("<A0 84>", "€—")])
    func texts(_ text: String, _ expected: String) {
        #expect(value(text).text == expected)
        #expect(PDFValue.text(expected).text == expected)
    }

    @Test(
        "decimals", arguments: [(0.1, "0.1"), (-12.5, "-12.5"), (1e-7, "0"), (-1e-7, "0"), (3, "3"), (1.000004, "1")])
    func decimals(_ value: Double, _ text: String) {
        #expect(PDFValue.decimal(value, places: 5) == text)
    }
}

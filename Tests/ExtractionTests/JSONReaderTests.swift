import Diagnostics
import Testing

@testable import Extraction

@Suite("JSON, read with the place where it breaks")
struct JSONReaderTests {
    @Test(
        "texts that are JSON, written back on one line",
        arguments: [
            ("{}", "{}"), ("\u{FEFF}[]", "[]"), ("\"\"", "\"\""), ("-1.5e+3", "-1500"),
            (
                " {\"a\": [1, true, null, {\"二\": \"\\u4e00\\\"\\ud842\\udfb7\"}]} \n",
                "{\"a\":[1,true,null,{\"二\":\"一\\\"𠮷\"}]}"
            ),
        ])
    func good(_ text: String, _ written: String) throws {
        #expect(try JSONReader.value(Array(text.utf8), file: "a.json").json == written)
    }

    @Test(
        "texts that are not, with line and column",
        arguments: [
            ("", 1, 1, "it ends too early"),
            ("{\n \"a\": [1,2\n, x]}", 3, 3, "a value was expected"),
            ("{\"甲乙\": 1", 1, 9, "it ends too early"),
            ("[1,]", 1, 4, "a value was expected"),
            ("{a: 1}", 1, 2, "a key in quotation marks was expected"),
            ("{} {}", 1, 4, "text after the end of the value"),
            ("[\"\u{1}\"]", 1, 3, "a control character stands in a string"),
            ("{\"a\" 1}", 1, 6, "`:` was expected"),
            ("{\"a\": 1, \"a\": 2}", 1, 10, "the key `a` stands twice"),
            ("[1.]", 1, 2, "`1.` is no number"),
        ])
    func bad(_ text: String, line: Int, column: Int, reason: String) {
        #expect(
            throws: Diagnostic(
                .malformed(format: "JSON", reason: reason), at: Place(file: "a.json", line: line, column: column))
        ) {
            _ = try JSONReader.value(Array(text.utf8), file: "a.json")
        }
    }

    @Test("a text nested without end is refused, not followed")
    func deep() {
        let text = Array(repeating: UInt8(ascii: "["), count: 100_000)
        #expect(
            throws: Diagnostic(
                .malformed(format: "JSON", reason: "nested too deeply"), at: Place(file: "a.json", line: 1, column: 65))
        ) {
            _ = try JSONReader.value(text, file: "a.json")
        }
    }

    @Test("indented, each item and key on a line, what is empty on its own")
    func indented() throws {
        var out = JSONWriter(isIndented: true)
        try JSONReader.value(Array("{\"a\":[1,[]],\"b\":{},\"c\":{\"d\":\"\\n\"}}".utf8), file: "-").write(to: &out)
        #expect(
            String(decoding: out.bytes, as: UTF8.self) == """
                {
                  "a": [
                    1,
                    []
                  ],
                  "b": {},
                  "c": {
                    "d": "\\n"
                  }
                }
                """)
    }
}

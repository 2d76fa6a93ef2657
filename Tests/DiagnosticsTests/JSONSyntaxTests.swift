import Testing

@testable import Diagnostics

@Suite("The place where a JSON text breaks")
struct JSONSyntaxTests {
    @Test(
        "texts that are JSON",
        arguments: [
            "{}", "[]", "\"\"", "-1.5e+3", " {\"a\": [1, true, null, {\"二\": \"\\u4e00\\\"\"}]} \n",
        ])
    func good(_ text: String) {
        #expect(JSONSyntax.firstBreach(in: Array(text.utf8)) == nil)
    }

    @Test(
        "texts that are not, with line and column",
        arguments: [
            ("", 1, 1, "it ends too early"),
            ("{\n \"a\": [1,2\n, x]}", 3, 3, "a value was expected"),
            ("{\"甲乙\": 1", 1, 9, "it ends too early"),
            ("[1,]", 1, 4, "a value was expected"),
            ("{a: 1}", 1, 2, "a key in quotes was expected"),
            ("{} {}", 1, 4, "text after the end of the value"),
            ("[\"\u{1}\"]", 1, 3, "a control character in a text"),
            ("{\"a\" 1}", 1, 6, "`:` was expected"),
        ])
    func bad(_ text: String, line: Int, column: Int, reason: String) {
        let breach = JSONSyntax.firstBreach(in: Array(text.utf8))
        #expect(breach == JSONSyntax.Breach(line: line, column: column, reason: reason))
    }

    @Test("a text nested without end is refused, not followed")
    func deep() {
        let breach = JSONSyntax.firstBreach(in: Array(repeating: UInt8(ascii: "["), count: 100_000))
        #expect(breach?.reason == "nested too deeply")
    }
}

import Diagnostics
import Testing

@Suite("Text of scalars")
struct ScalarTextTests {
    @Test(
        "It is what a view of the same scalars is",
        arguments: ["", "a", "简报 2024 年\n", "𫖯é〓�", String(repeating: "会议", count: 500)])
    func same(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        #expect(String(scalars: scalars) == text)
        #expect(Array(String(scalars: scalars).utf8) == Array(text.utf8))
        #expect(String(scalars: scalars.dropFirst()) == String(String.UnicodeScalarView(scalars.dropFirst())))
    }
}

import Testing

@testable import Diagnostics

@Suite("The nearest known word")
struct SpellingTests {
    static let keys = ["masthead", "office", "leading", "前缀"]

    @Test("slips of the keys", arguments: [("leadding", "leading"), ("mastHead", "masthead"), ("offcie", "office")])
    func slips(_ word: String, _ nearest: String) {
        #expect(Spelling.nearest(to: word, in: Self.keys) == nearest)
    }

    @Test("other words", arguments: ["colour", "x", "页边距离"])
    func others(_ word: String) {
        #expect(Spelling.nearest(to: word, in: Self.keys) == nil)
    }
}

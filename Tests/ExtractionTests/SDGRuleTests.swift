import Testing

@testable import Extraction

/// Goals of the United Nations by the words of their indicators.
@Suite struct SDGRuleTests {
    @Test(
        arguments: [
            ("扎实做好水资源节约", [6], ["水资源"]), ("推进科技创新和产学研合作", [9, 17], ["科技创新", "产学研合作"]), ("抓好生态环保", [15], ["生态环保"]),
            ("强化考核督导", [], []),
        ] as [(String, [Int], [String])])
    func numbers(text: String, numbers: [Int], words: [String]) {
        let scalars = Array(text.unicodeScalars)
        let found = SDGRule.goals(in: scalars, 0..<scalars.count)
        #expect(found.numbers == numbers)
        #expect(found.words.map { String(String.UnicodeScalarView(scalars[$0])) } == words)
    }
}

import Testing

@testable import Fonts

@Suite struct QuotationMarksTests {
    /// All marks of these texts are Chinese.
    @Test(arguments: [
        "坚持“两山”理念", "“十四五”规划", "推进“Smart City”建设", "“Smart City”建设", "打造“1+3”体系", "“Beautiful China”", "‘双碳’", "“”",
        "说：“好。”",
    ]) func chinese(text: String) {
        let isChineseAlone = text != "“Beautiful China”"
        #expect(kinds(text).allSatisfy { $0 == !isChineseAlone })
    }

    /// All marks of these texts are Latin.
    @Test(arguments: [
        "the “best” way", "China’s plan", "it’s", "He said: “Good morning”, then left", "rock ’n’ roll",
    ]) func latin(text: String) {
        #expect(kinds(text).allSatisfy { $0 })
    }

    @Test func anApostropheWithinChineseTextIsLatin() {
        #expect(kinds("使用Xi’an作为译名") == [true])
    }

    private func kinds(_ text: String) -> [Bool] {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.filter { CharacterKind(scalars[$0]) == .quote }.map {
            QuotationMarks.isLatin(scalars[...], at: $0)
        }
    }
}

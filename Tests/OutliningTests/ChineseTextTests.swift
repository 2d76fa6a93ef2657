import Testing

@testable import Outlining

@Suite("Dates, numbers and lists in generated text")
struct ChineseTextTests {
    @Test(
        "dates without leading zeros, ranges without repetition",
        arguments: [
            ("2024-05-06", nil, "2024年5月6日"), ("XXXX-05-06", nil, "5月6日"), ("2024-05-06", "2024-05-06", "2024年5月6日"),
            ("2024-05-06", "2024-05-07", "2024年5月6日至7日"), ("2024-05-31", "2024-06-01", "2024年5月31日至6月1日"),
            ("2023-12-31", "2024-01-02", "2023年12月31日至2024年1月2日"),
        ] as [(String, String?, String)])
    func dates(_ first: String, _ last: String?, _ text: String) {
        #expect(ChineseText.dates(from: first, to: last) == text)
    }

    @Test("numerals", arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
    func numerals(_ number: Int, _ text: String) {
        #expect(ChineseText.numeral(number) == text)
    }

    @Test("no 、 between neighbouring quotations or titles")
    func lists() {
        #expect(ChineseText.list(["“甲”", "“乙”", "丙", "《丁》", "《戊》"]) == "“甲”“乙”、丙、《丁》《戊》")
    }

    @Test("one stop at the end", arguments: [("好", "好。"), ("好。", "好。"), ("好；", "好。"), ("好吗？", "好吗？")])
    func sentences(_ text: String, _ sentence: String) {
        #expect(ChineseText.sentence(text) == sentence)
    }
}

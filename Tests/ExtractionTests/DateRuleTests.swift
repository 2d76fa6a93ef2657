import Testing

@testable import Extraction

/// Dates as printed, and words that look like dates and are none.
@Suite struct DateRuleTests {
    @Test(arguments: [
        ("5月6日", "-5-6"), ("2024年5月6日", "2024-5-6"), ("二〇二四年五月六日", "2024-5-6"), ("2024-05-06", "2024-5-6"),
        ("2024/5/6", "2024-5-6"), ("2024.5.6", "2024-5-6"), ("5月6日至7日", "-5-6..5-7"), ("3月27至28日", "-3-27..3-28"),
        ("3月27—28日", "-3-27..3-28"), ("4月30日至5月2日", "-4-30..5-2"), ("十二月二十五日", "-12-25"), ("11月18号", "-11-18"),
        ("28日下午", "--28"), ("联谊会（29）日举行", "--29"), ("今（5）日", "--5"), ("20日至22日", "--20..-22"), ("2024年5月", "2024-5-"),
        ("2024年度", "2024--"),
    ])
    func printed(text: String, expected: String) throws {
        let scalars = Array(text.unicodeScalars)
        let mention = try #require(DateRule.mentions(in: scalars, 0..<scalars.count).first)
        func part(_ value: Int?) -> String { value.map(String.init) ?? "" }
        var found = "\(part(mention.year))-\(part(mention.month))-\(part(mention.day))"
        if mention.endDay != nil { found += "..\(part(mention.endMonth))-\(part(mention.endDay))" }
        #expect(found == expected)
    }

    @Test(arguments: [("昨天上午", -1), ("今日", 0), ("前天", -2), ("市长李明今主持会报", 0), ("副市长王某今上午视察", 0)])
    func relative(text: String, days: Int) {
        let scalars = Array(text.unicodeScalars)
        #expect(DateRule.mentions(in: scalars, 0..<scalars.count).first?.relation == .relative(days))
    }

    @Test(arguments: [
        "第5日", "12345", "3.14159", "2月31日", "13月1日", "生日前夕", "3日内办结", "1日游", "国道107", "0735-2892485", "明（21）日将举行",
        "第（3）项", "时至今出席者寥寥", "今年主持", "如今召开", "今后出席",
    ])
    func noDay(text: String) {
        let scalars = Array(text.unicodeScalars)
        #expect(
            DateRule.mentions(in: scalars, 0..<scalars.count).allSatisfy { $0.day == nil && $0.relation == .printed })
    }

    @Test func daysGoBackOverTheNewYear() {
        #expect(RecordDay(year: 2024, month: 1, day: 1).moved(by: -1).text == "2023-12-31")
        #expect(RecordDay(year: 2024, month: 3, day: 1).moved(by: -1).text == "2024-02-29")
        #expect(RecordDay("XXXX-02-29")?.text == "XXXX-02-29")
        #expect(RecordDay("2023-02-29") == nil)
        #expect(RecordDay("2023-2-9") == nil)
    }
}

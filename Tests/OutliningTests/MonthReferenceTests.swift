import Testing

@testable import Outlining

@Suite("Where in the chronicle a thing is found")
struct MonthReferenceTests {
    @Test(
        "three that follow each other are said by the first and the last",
        arguments: [
            ([3], "第3条"), ([1, 3], "第1、3条"), ([1, 2], "第1、2条"), ([1, 2, 3], "第1—3条"),
            ([1, 2, 3, 5, 6, 12], "第1—3、5、6、12条"), ([2, 7, 8, 9, 10], "第2、7—10条"),
        ])
    func text(numbers: [Int], text: String) {
        #expect(MonthReference(numbers).text == text)
    }

    @Test(
        "a short one is not broken; a long one keeps 第 with its number and 条 with its",
        arguments: [
            ([15], ["第15条"]), ([1, 3, 8], ["第1、3、8条"]), ([10, 12], ["第10、12条"]),
            ([1, 6, 10, 12, 14], ["第1、", "14条"]), ([123], ["第123条"]),
        ])
    func unbroken(numbers: [Int], texts: [String]) {
        #expect(MonthReference(numbers).unbroken == texts)
    }
}

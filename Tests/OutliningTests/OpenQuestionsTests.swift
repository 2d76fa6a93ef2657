import Extraction
import Testing

@testable import Outlining

@Suite("One line for each question")
struct OpenQuestionsTests {
    private func lines(_ warnings: [(String, String?)]) -> [String] {
        OpenQuestions(warnings: warnings.map { .init(text: $0.0, question: $0.1) }).lines
    }

    @Test("what asks the same stands together wherever it came; what is said alike is said once")
    func grouped() {
        let lines = lines([
            ("“建成绿道3公里”因含数字而列为成效", "这是成效吗？"), ("“岑枫”不在名册中", "姓名是否无误？"),
            ("“清淤2公里”因含数字而列为成效", "这是成效吗？"), ("“邵文”不在名册中", "姓名是否无误？"), ("“补种千亩”依据较弱", "这是成效吗？"),
        ])
        #expect(
            lines == [
                "待核：“建成绿道3公里”“清淤2公里”因含数字而列为成效；“补种千亩”依据较弱。这是成效吗？", "待核：“岑枫”“邵文”不在名册中。姓名是否无误？",
            ])
    }

    @Test("texts that quote twice, or nothing, keep to themselves")
    func others() {
        let lines = lines([
            ("“甲”疑为“乙”", "哪个对？"), ("“丙”疑为“丁”", "哪个对？"), ("年份不明", nil), ("类别依据较弱", "是会议吗？"),
        ])
        #expect(lines == ["待核：“甲”疑为“乙”；“丙”疑为“丁”。哪个对？", "待核：年份不明。", "待核：类别依据较弱。是会议吗？"])
    }

    @Test("no question, no line")
    func none() { #expect(lines([]).isEmpty) }
}

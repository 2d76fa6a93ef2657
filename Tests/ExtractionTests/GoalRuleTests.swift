import Testing

@testable import Extraction

/// Named goals, without expansion.
@Suite struct GoalRuleTests {
    private static func goals(_ text: String) -> [String] { Phrases.record(text).goals.map(\.text) }

    @Test(arguments: [
        ("会议强调，要锚定“五高四新”美好蓝图。", "“五高四新”美好蓝图"), ("会议强调，要紧扣“246”总体布局。", "“246”总体布局"),
        ("会议强调，要做到“两个维护”。", "“两个维护”"), ("会议强调，要坚持新时代“青山经验”。", "新时代“青山经验”"), ("会议强调，要实施新三年行动。", "新三年行动"),
        ("会议强调，要打好污染防治攻坚战。", "污染防治攻坚战"), ("会议审议了《云溪市节水行动方案》。", "《云溪市节水行动方案》"),
        ("会议强调，坚持人民至上、生命至上。", "人民至上、生命至上"), ("会议强调，落实“党政同责、一岗双责”要求。", "“党政同责、一岗双责”要求"),
        ("会议强调，要弘扬青山精神。", "青山精神"), ("会议强调，要牢记“国之大者”的责任感。", "“国之大者”的责任感"),
    ])
    func named(text: String, expected: String) {
        #expect(Self.goals(text).contains(expected))
    }

    @Test(arguments: [
        "他说：“今天天气很好，我们一起去看看吧。”", "会议传达了全省工作会议精神。", "会议学习了《公司法》。", "店里有“香雪”、“甜露”等品牌的茶。", "一家名为“云来”的小店开张。",
    ])
    func noGoal(text: String) {
        #expect(Self.goals(text).isEmpty)
    }

    @Test func onceOnly() {
        #expect(Self.goals("会议强调，做到“两个维护”。要做到“两个维护”。") == ["“两个维护”"])
    }

    @Test func abbreviationsAreNotSecondGoals() {
        let text = "会议审议《云溪市节水行动方案》（以下简称《节水方案》）。会议指出，《节水方案》意义重大。"
        #expect(Self.goals(text) == ["《云溪市节水行动方案》"])
    }
}

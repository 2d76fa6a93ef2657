import Testing

@testable import Extraction

/// What was decided and done.
@Suite struct ResultRuleTests {
    private static func results(_ text: String) -> [String] {
        Phrases.record("5月9日，云溪市召开市政府常务会议。" + text).results.map(\.text)
    }

    @Test(arguments: [
        ("会议审议通过《云溪市供水条例（草案）》。", "审议通过《云溪市供水条例（草案）》"), ("会议指出，协同攻坚取得新成效。", "协同攻坚取得新成效"),
        ("会上通报了防汛情况。", "通报了防汛情况"), ("会议听取了市财政局局长何清受市政府委托作的关于年度预算执行情况的报告。", "关于年度预算执行情况的报告"),
        ("会议还研究了其他事项。", "研究了其他事项"), ("会上，双方签署合作协议。", "双方签署合作协议"), ("与会人员进行了讨论交流。", "与会人员进行了讨论交流"),
    ])
    func decided(text: String, expected: String) {
        #expect(Self.results(text).contains(expected))
    }

    @Test func everyTitleOfAList() {
        let text = "会议审议并原则通过《甲江规划》、《关于〈《乙河公约》修正案〉生效的公告》、3种物质列入《名录》。"
        #expect(Self.results(text) == ["《甲江规划》", "《关于〈《乙河公约》修正案〉生效的公告》", "3种物质列入《名录》"])
    }

    @Test(arguments: ["会议强调，要确保取得新成效。", "会议强调，推动工作实现新突破。", "会议要求，努力走在前列。"])
    func notYet(text: String) {
        #expect(Self.results(text).isEmpty)
    }
}

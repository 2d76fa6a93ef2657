import Testing

@testable import Extraction

/// What is demanded, clause by clause, and what only looks like it.
@Suite struct DemandRuleTests {
    private static func demands(_ text: String) -> [String] { Phrases.record(text).directives.map(\.text) }

    @Test(arguments: [
        ("会议强调，要压实责任，强化调度，确保安全度汛。", ["要压实责任", "强化调度", "确保安全度汛"]),
        ("会议指出，五年来成效明显。各单位要提高站位，主动作为担当。", ["要提高站位", "主动作为担当"]),
        ("林望舒要求深入挖掘本地文化。", ["深入挖掘本地文化"]),
        ("林望舒勉励企业做强主业。", ["勉励企业做强主业"]),
        ("会议要求，关键是要落实主体责任。", ["要落实主体责任"]),
        ("会议强调，以科技创新引领产业升级。", ["以科技创新引领产业升级"]),
        ("会议强调，务必守住底线。", ["务必守住底线"]),
    ])
    func demanded(text: String, expected: [String]) {
        #expect(Self.demands(text) == expected)
    }

    @Test(arguments: [
        "会议指出，推进河湖治理，是党中央作出的重大部署。", "会议介绍了主要做法和重要经验。", "这是摘要，重要性不言而喻。", "会议强调，全市已建成十座水库。",
        "他说，只要大家努力就行。", "按照工作要求，各地报送了材料。",
    ])
    func notDemanded(text: String) {
        #expect(Self.demands(text).isEmpty)
    }

    @Test func headings() {
        let text = "会议强调，各部门要在深化改革上再加力，突出做好水文章，全面推进治理；在服务群众上再提升，着力解决难题。"
        let items = Phrases.record(text).directives
        #expect(
            items.map { "\($0.heading ?? "-")|\($0.text)" } == [
                "在深化改革上再加力|在深化改革上再加力", "在深化改革上再加力|突出做好水文章", "在深化改革上再加力|全面推进治理", "在服务群众上再提升|在服务群众上再提升",
                "在服务群众上再提升|着力解决难题",
            ])
        #expect(items[0].kind == "heading")
        #expect(items[1].kind == "directive")
    }

    @Test func numberedHeadings() {
        let text = "会议要求，一要提高认识，充分认识防汛形势；二要加强组织，成立工作专班。"
        let items = Phrases.record(text).directives
        #expect(items.map(\.heading) == ["提高认识", "提高认识", "加强组织", "加强组织"])
    }

    @Test func ranges() {
        let text = "会议强调，要压实责任，强化调度。"
        for item in Phrases.record(text).directives { #expect(Phrases.words(text, item.range) == item.text) }
    }

    @Test(
        arguments: [
            ("会议强调，市水利局要抓紧修复堤防。", "市水利局", nil), ("会议强调，由市财政局牵头，要于6月底前完成清查。", nil, "6月底前"),
            ("会议强调，要在5月31日前报送方案。", nil, "5月31日前"), ("会议强调，要确保年底前全部完工。", nil, "年底前"), ("会议强调，要抓紧抓实抓好。", nil, nil),
            ("会议强调，到2025年要建成智慧水网。", nil, "到2025年"),
        ] as [(String, String?, String?)])
    func ownersAndDeadlines(text: String, owner: String?, deadline: String?) {
        let items = Phrases.record(text).directives
        #expect(items.compactMap(\.owner).first == owner)
        #expect(items.compactMap(\.deadline).first == deadline)
    }
}

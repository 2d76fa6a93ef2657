import Testing

@testable import Extraction

/// What is demanded, clause by clause, and what only looks like it.
@Suite struct DemandRuleTests {
    private static let event = "5月9日，云溪市召开治理会议。"

    private static func demands(_ text: String) -> [String] { Phrases.record(event + text).directives.map(\.text) }

    @Test(arguments: [
        ("会议强调，要压实各方责任，强化协调调度，确保城乡安全度汛。", ["要压实各方责任，强化协调调度", "确保城乡安全度汛"]),
        ("会议指出，五年来成效明显。各单位要切实提高站位，主动作为勇于担当。", ["要切实提高站位", "主动作为勇于担当"]),
        ("林望舒要求深入挖掘本地文化。", ["深入挖掘本地文化"]),
        ("林望舒勉励企业做强主业。", ["勉励企业做强主业"]),
        ("会议要求，关键是要落实主体责任。", ["要落实主体责任"]),
        ("会议强调，以科技创新引领产业升级。", ["以科技创新引领产业升级"]),
        ("会议强调，务必守住底线。", ["务必守住底线"]),
        ("林望舒听取情况介绍，勉励师生以需求为牵引，推动成果就地转化。", ["勉励师生以需求为牵引", "推动成果就地转化"]),
        ("林望舒说，堤防是生命线，希望各部门加强巡查值守，及时处置险情。", ["希望各部门加强巡查值守", "及时处置险情"]),
        ("林望舒走进车间，要求摸清设备底数。", ["摸清设备底数"]), ("会议强调，宣传要有温度。", ["宣传要有温度"]),
        ("会议强调，“甲江”工作专班要携手努力。", ["要携手努力"]),
        ("会议强调，要完善供水管网，并加快推进节水改造。", ["要完善供水管网", "加快推进节水改造"]),
        ("林望舒讲了四点：一是深化思想认识，增强行动自觉。二是认清当前形势，保持清醒头脑。", ["深化思想认识，增强行动自觉", "认清当前形势，保持清醒头脑"]),
        ("会议强调，要在乡村振兴中迈出更坚实步伐。", ["要在乡村振兴中迈出更坚实步伐"]),
        // What opens the sentence is 同时 and a comma, or the ground on which it is done.
        ("会议强调，要压实工作责任。同时，积极谋划明年的民生实事。", ["要压实工作责任", "积极谋划明年的民生实事"]),
        ("会议强调，要压实工作责任。以身边案例为反面教材，认真汲取深刻教训。", ["要压实工作责任", "认真汲取深刻教训"]),
        ("林望舒说，希望双方以此次签约为契机，进一步加强沟通对接。", ["进一步加强沟通对接"]),
        ("林望舒强调，要用好平台，为全市高质量发展贡献力量。", ["要用好平台", "为全市高质量发展贡献力量"]),
        ("声明敦促各方立即恢复谈判。", ["敦促各方立即恢复谈判"]), ("代表们建议加大管网改造力度。", ["建议加大管网改造力度"]),
        ("会议提出希望各乡镇抓好秋种工作。", ["提出希望各乡镇抓好秋种工作"]),
        ("会议强调，所在地人民政府应建立健全管护制度。", ["应建立健全管护制度"]),
        ("会议强调，各部门尤其是水利部门要全力做好供水保障。", ["要全力做好供水保障"]),
        ("会议强调，各级党组织要抓好落实工作。", ["各级党组织要抓好落实工作"]),
        ("会议强调，要把一路上的所见所闻，更好地讲给群众听。", ["要把一路上的所见所闻，更好地讲给群众听"]),
        (
            "副市长林望舒就耕地流失整改以及永久基本农田划定成果核实处置等有关工作提出六点要求：一是形势严峻，进一步提高保护意识；二是机会难得，切实做好培训工作。",
            ["进一步提高保护意识", "切实做好培训工作"]
        ),
        ("林望舒请县政府落实疏散撤离，并请各单位备妥抢修物资。", ["请县政府落实疏散撤离", "请各单位备妥抢修物资"]),
        ("会议强调，低洼地区须严防积水倒灌。", ["须严防积水倒灌"]),
        ("会议强调，要压实责任，常态化组织开展巡河活动，倾力打造清水廊道，以优良作风护航节水工作。", ["要压实责任", "常态化组织开展巡河活动", "倾力打造清水廊道", "以优良作风护航节水工作"]),
        ("会议要求切实维护规划的严肃性，为县政府决策提供科学建议，拓展云溪的发展空间，合理安排作息时间。", ["切实维护规划的严肃性", "为县政府决策提供科学建议", "拓展云溪的发展空间", "合理安排作息时间"]),
        ("会议强调，要厚植家国情怀，深化两地合作特别是青少年交往交流。", ["要厚植家国情怀", "深化两地合作特别是青少年交往交流"]),
        ("林望舒指示各局处严防戒备，禁止人车进入。", ["指示各局处严防戒备", "禁止人车进入"]), ("县长林望舒建请中央立即疏浚河道。", ["建请中央立即疏浚河道"]),
        ("林望舒提醒民众避免前往河边，也切勿上山。", ["提醒民众避免前往河边", "切勿上山"]), ("县府请民众随时留意路况。", ["请民众随时留意路况"]),
        ("恳请各帮扶单位一如既往地支持云溪发展。", ["恳请各帮扶单位一如既往地支持云溪发展"]),
        ("林望舒勉励青年一代，努力把小事做好。", ["努力把小事做好"]),
        ("会议强调，起草组要认真梳理意见，对报告作进一步修改完善。", ["起草组要认真梳理意见", "对报告作进一步修改完善"]),
        ("林望舒强调，退役军人要“退伍不褪色，退役不退志”。", ["退役军人要“退伍不褪色，退役不退志”"]),
    ])
    func demanded(text: String, expected: [String]) {
        #expect(Self.demands(text) == expected)
    }

    @Test(arguments: [
        "会议指出，推进河湖治理，是党中央作出的重大部署。", "会议介绍了主要做法和重要经验。", "这是摘要，重要性不言而喻。", "会议强调，全市已建成十座水库。",
        "他说，只要大家努力就行。", "按照工作要求，各地报送了材料。", "会议纪要称，政策制定者担忧通胀。", "该国威胁要停止援助。", "他的身体状况需要植入起搏器。",
        "会议强调，这是发展中需要思考的问题。", "企业要想站稳脚跟，离不开创新。", "林望舒召开专题会议研究部署，全体干部迅速行动。", "会议强调，要看到，基础仍不牢固。",
        "收购方发出要约的价格不变。", "会议强调，按照“提升造血能力、提升帮扶效率”，各地作了探索。", "申请政府落实资金。", "受邀请各单位到场。", "人人既要绿水青山。", "每一个人需要保护的自然生态环境。",
        "对方却要提高价格。", "利率肯定是要降的。", "会议学习了重要指示精神，推进会随后举行。", "他们请群众吃饭。", "天气提醒人们秋天到了。", "对方表达了希望开展合作的想法。", "他说，今年的阻力要大得多。",
        "会议指出，全省上下按照中央的部署要求，紧紧围绕节水主线，深入践行新理念，责任持续强化。",
        "林望舒强调，今年以来，推进供水改造，群众受益。", "会议强调，建设性意见不少。",
        "如今招商水平进一步提高。工作情况如下：一是重点项目建设进一步加强。", "为什么要坚持这一条？", "会议强调，推进会上，各地作了汇报。", "会议响应号召，相应增加了席位。",
    ])
    func notDemanded(text: String) {
        #expect(Self.demands(text).isEmpty)
    }

    @Test(
        "up to three short clauses side by side are one demand, four and more a list",
        arguments: [
            ("会议强调，要坚定信心，保持定力，强化研判。", ["要坚定信心，保持定力，强化研判"]),
            ("会议强调，要提高认识，加快节水型社会建设步伐。", ["要提高认识", "加快节水型社会建设步伐"]),
            ("会议强调，要压实责任，强化资金保障，浓厚宣传氛围，统筹联动创新。", ["要压实责任", "强化资金保障", "浓厚宣传氛围", "统筹联动创新"]),
        ])
    func shortClauses(text: String, expected: [String]) {
        #expect(Self.demands(text) == expected)
    }

    @Test(
        "a list of demands in one clause is taken apart, what one verb governs is not",
        arguments: [
            (
                "会议强调，要抓紧全面推行第一批供水标准内容、尽快完成第二批污水标准编制、加强沿河路域综合治理等方面的重点工作。",
                ["要抓紧全面推行第一批供水标准内容", "尽快完成第二批污水标准编制", "加强沿河路域综合治理"]
            ),
            (
                "会议强调，自觉从加强国防和军队现代化建设、推动经济社会发展两个大局出发。",
                ["自觉从加强国防和军队现代化建设、推动经济社会发展两个大局出发"]
            ),
            (
                "会议强调，真正把理论学习成果转化为坚定理想、锤炼党性修养和指导实践、推动工作的力量。",
                ["真正把理论学习成果转化为坚定理想、锤炼党性修养和指导实践、推动工作的力量"]
            ),
            ("会议强调，要把学习成果转化为坚定理想、锤炼党性修养和指导实践、推动工作的强大力量。", ["要把学习成果转化为坚定理想、锤炼党性修养和指导实践、推动工作的强大力量"]),
        ])
    func lists(text: String, expected: [String]) {
        #expect(Self.demands(text) == expected)
    }

    @Test(
        "what comes next is a plan, and not sure",
        arguments: [
            ("下一步，云溪市将继续开展管网改造，提高供水质量。", ["开展管网改造，提高供水质量"]), ("接下来，市水利局将加快推进堤防加固。", ["加快推进堤防加固"]),
            ("林望舒表示，双方将在人才培养等方面加强合作，努力实现互利共赢。", ["在人才培养等方面加强合作", "努力实现互利共赢"]),
            ("根据协议，双方将围绕园区建设，携手推进产业集聚、创新平台、重点区域等领域的合作。", ["携手推进产业集聚、创新平台、重点区域等领域的合作"]),
            ("林望舒表示，将以此次签约为新起点，持续深化务实合作。", ["持续深化务实合作"]),
            ("下一步的路还很长。", []), ("下一步工作已经布置。", []),
        ])
    func plans(text: String, expected: [String]) {
        let items = Phrases.record(Self.event + text).directives
        #expect(items.map(\.text) == expected)
        #expect(items.allSatisfy { $0.rule == "directive.plan" && $0.sure == false })
    }

    @Test func headings() {
        let text = "会议强调，各部门要在深化改革上再加力，突出做好水文章，全面推进水环境治理；在服务群众上再提升，着力解决难题。"
        let items = Phrases.record(text).directives
        #expect(
            items.map { "\($0.heading ?? "-")|\($0.text)" } == [
                "在深化改革上再加力|在深化改革上再加力", "在深化改革上再加力|突出做好水文章", "在深化改革上再加力|全面推进水环境治理", "在服务群众上再提升|在服务群众上再提升",
                "在服务群众上再提升|着力解决难题",
            ])
        #expect(items[0].kind == "heading")
        #expect(items[1].kind == "directive")
    }

    @Test(
        "a numbered item is headed by its first clause, or by its short first sentence; two short clauses alone have no heading",
        arguments: [
            ("会议要求，一要提高认识，充分认识防汛严峻形势；二要加强组织，成立工作专班。", ["提高认识", "提高认识", nil]),
            ("会议要求，一是深化认识，增强自觉。要深入学习防汛知识，扎实开展应急演练。", ["深化认识，增强自觉", "深化认识，增强自觉", "深化认识，增强自觉"]),
        ] as [(String, [String?])])
    func numberedHeadings(text: String, headings: [String?]) {
        #expect(Phrases.record(text).directives.map(\.heading) == headings)
    }

    @Test("outside an event what someone hopes or plans is no demand")
    func noEvent() {
        #expect(Phrases.record("他希望该党能够退出联盟。").directives.isEmpty)
        #expect(Phrases.record("下一步，该公司将加快推进上市。").directives.isEmpty)
        #expect(Phrases.record("希望广大职工做强主业。").directives.map(\.text) == ["希望广大职工做强主业"])
        #expect(Phrases.record("林望舒勉励企业做强主业。").directives.map(\.text) == ["勉励企业做强主业"])
    }

    @Test("an enumerator at the very end of a text is no crash", arguments: ["一是", "（一）", "会议强调，一是", "下一步", "要", "将会"])
    func ends(text: String) {
        #expect(Self.demands(text).isEmpty)
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

    @Test func anItemThatSaysWhoMustIsNoHeading() {
        let record = Phrases.record("5月9日，云溪市召开防汛会议。会议议定：\n（一）市水利局要压实责任，6月底前完成管网改造30公里。")
        #expect(!record.directives.isEmpty)
        #expect(record.directives.allSatisfy { $0.heading == nil })
        #expect(record.directives.first?.owner == "市水利局")
    }
}

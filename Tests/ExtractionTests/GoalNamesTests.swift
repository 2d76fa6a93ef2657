import Testing

@testable import Extraction

/// Goals by their names: undertakings without marks, titles that set goals, rows, terms.
@Suite struct GoalNamesTests {
    private static func goals(_ text: String) -> [String] {
        Phrases.record("5月9日，云溪市召开治理会议。" + text).goals.map(\.text)
    }

    @Test(
        "an undertaking is told by its last word, back to the verb or the link before it",
        arguments: [
            ("持续开展“守桥”行动和河道垃圾大清理大整治专项行动。", "河道垃圾大清理大整治专项行动"),
            ("邀请有关负责人介绍甲江省噪声污染防治行动相关情况。", "甲江省噪声污染防治行动"),
            ("会议要求，延长困难企业贷款支持计划实施期限。", "困难企业贷款支持计划"), ("要在8月底前完成校外培训机构专项整治。", "校外培训机构专项整治"),
            ("沿江打响了一场场污染防治攻坚战。", "污染防治攻坚战"),
            ("甲乙两市疑难/罕见病诊疗能力提升计划启动。", "甲乙两市疑难/罕见病诊疗能力提升计划"),
            ("会议强调，要为推动甲江全面振兴取得新突破作贡献。", "甲江全面振兴"), ("会议强调，助力甲江省全面振兴新突破三年行动。", "甲江省全面振兴新突破三年行动"),
        ])
    func undertakings(text: String, expected: String) {
        #expect(Self.goals(text).contains(expected))
    }

    @Test(
        "what names no undertaking",
        arguments: [
            "本次专项行动成效明显。", "各单位要总结专项整治。", "甲湾、乙湾综合治理攻坚战打响。", "市专项行动领导小组办公室发文。",
            "矛盾纠纷大排查专项行动领导小组成立。", "推动乡村全面振兴。",
        ])
    func noUndertaking(text: String) {
        #expect(Self.goals(text).isEmpty)
    }

    @Test(
        "titles: laws to be carried out, papers that bodies agree on, themes",
        arguments: [
            ("要认真贯彻落实《中华人民共和国湿地保护法》。", "《中华人民共和国湿地保护法》"), ("《中华人民共和国湿地保护法》正式实施以来，成效明显。", "《中华人民共和国湿地保护法》"),
            ("会议达成《甲乙两国供应链合作框架》。", "《甲乙两国供应链合作框架》"), ("双方签署《关于加强渡口管理的声明》。", "《关于加强渡口管理的声明》"),
            ("何清以《守好古桥 传好家风》为题授课。", "《守好古桥 传好家风》"), ("甲江市与乙河区签署了战略合作框架协议。", "战略合作框架协议"),
        ])
    func titles(text: String, expected: String) {
        #expect(Self.goals(text).contains(expected))
    }

    @Test(arguments: [
        "根据《中华人民共和国公司法》，会议合法有效。", "会议发布了《纸浆厂防污可行技术指南》。", "他在《云溪日报》撰文。", "双方签署服务协议。",
    ])
    func noTitle(text: String) {
        #expect(Self.goals(text).isEmpty)
    }

    @Test(
        "rows and terms",
        arguments: [
            ("会议要求，努力做到以干促学、以干促效、以干促变。", "以干促学、以干促效、以干促变"), ("落实全球文明倡议、全球安全倡议。", "全球文明倡议、全球安全倡议"),
            ("这是须臾不可忽视的“国之大者”。", "“国之大者”"), ("充分发挥甲乙两市防汛联动会商机制作用。", "甲乙两市防汛联动会商机制"),
            ("加快建设高水平现代化强区。", "高水平现代化强区"), ("加快推动甲江生态安全屏障建设。", "甲江生态安全屏障"), ("市文联召开“甘泉入万户”公益书画笔会。", "“甘泉入万户”"),
            ("战士们从‘听党指挥、能打胜仗’做起。", "‘听党指挥、能打胜仗’"), ("要坚持节水优先、保护优先。", "节水优先、保护优先"),
            ("认真学习贯彻省委九届三次全体会议精神。", "省委九届三次全体会议精神"), ("论坛主题是“爱心茶亭，夏日也清凉”。", "“爱心茶亭，夏日也清凉”"),
        ])
    func rows(text: String, expected: String) {
        #expect(Self.goals(text).contains(expected))
    }

    @Test(arguments: [
        "要学习习近平新时代中国特色社会主义思想。", "要坚持问题导向、结果导向。", "台风“海燕”路径行动方案未定。", "要以通报批评、以案说法推动整改。", "要推进两国领导人战略沟通。",
        "他认为“渡口无法运行，桥梁无法通车”。", "他说该办法“从根本上方便群众，也启发邻县”。", "局长称这些风险“需要早些、妥善处置”。",
        "要突出甲江会战实现战争战略转折的地位。", "要实现预期目标。", "要实现发展理念的更新。",
    ])
    func noRow(text: String) {
        #expect(Self.goals(text).isEmpty)
    }

    @Test("a verb behind a quotation begins a clause, no noun of its name")
    func verbBehind() {
        #expect(Self.goals("他围绕“以干促学”提出明确要求。").allSatisfy { !$0.contains("要求") })
        #expect(Self.goals("要推行“一卷一评”方式记录问题。").allSatisfy { !$0.contains("问题") })
    }
}

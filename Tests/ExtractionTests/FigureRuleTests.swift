import Testing

@testable import Extraction

/// Numbers that measure, and numbers that do not.
@Suite struct FigureRuleTests {
    private static func figures(_ text: String) -> [MeetingRecord.Figure] {
        Phrases.record("5月9日，云溪市召开经济工作会议。" + text).figures
    }

    @Test(arguments: [
        ("总投资5.2亿元。", "5.2 亿元"), ("满意度不到40%。", "40 %"), ("整改问题4412个。", "4412 个"), ("6名宣讲员发言。", "6 名"),
        ("院长一行四人到访。", "4 人"), ("产值增长近10倍。", "10 倍"), ("占比达三成。", "3 成"), ("建筑面积4.5万平米。", "4.5 万平米"),
        ("PM2.5浓度控制在30μg/m³以内。", "30 μg/m³"), ("总里程1,200公里。", "1200 公里"), ("发放资料200余份。", "200 份"),
        ("全区生产总值达到第一个千亿用了50年时间。", "1000 亿"), ("24个成员单位参加会议。", "24 个"), ("百分之三十的农户受益。", "30 %"),
        ("百分之五点二的农户受益。", "5.2 %"), ("差错率控制在千分之四。", "4 ‰"), ("占比达六成五。", "6.5 成"), ("产值翻一番。", "1 番"), ("收入翻了两番。", "2 番"),
        ("已安装路灯988盏。", "988 盏"), ("指数报13186.35点。", "13186.35 点"), ("均价42.43元/股。", "42.43 元/股"),
        ("赤字2.6万亿卢布。", "2.6 万亿卢布"),
        ("频率为350MHz。", "350 MHz"), ("连续5年保持增长。", "5 年"), ("项目仅用时5个月。", "5 个月"), ("监测噪声1.7万点次。", "1.7 万点次"),
        ("会议会期两天。", "2 天"), ("展开为期三个月的帮扶。", "3 个月"), ("涉及3乡镇。", "3 乡镇"), ("引进番鸭1000羽。", "1000 羽"),
        ("创作120余副书法作品。", "120 副"), ("甲江、乙河、云溪3市先后建成监测站。", "3 市"), ("该党获得141席。", "141 席"), ("促成36案履行完毕。", "36 案"),
    ])
    func measured(text: String, expected: String) {
        let found = Self.figures(text).map { "\(Int(exactly: $0.value).map(String.init) ?? "\($0.value)") \($0.unit)" }
        #expect(found.contains(expected))
    }

    @Test(arguments: [
        "第5次会议召开。", "拨打12345热线。", "成立60周年。", "乘坐3号线前往。", "电话0735-2892485。", "国道107改造。", "前5个月平稳。", "贯彻“四个意识”。",
        "五人制足球赛。", "2023年8月4日下午。", "审议《2号规划》。", "今年65岁。", "1至6月平稳运行。", "热线400-888-8888开通。", "上午9点开会。",
        "客服微信19176699651。", "成立两周年。", "两天后开会。",
        "限时优惠，立减50元。", "本品到手价99元，包邮。", "手术做了3个半小时。", "一切顺利，一些人到场。", "第三批次名单公布。", "文号〔2023〕566号。",
        "2023市场大会召开。", "第3市政公司参会。",
    ])
    func notMeasured(text: String) {
        #expect(Self.figures(text).isEmpty)
    }

    @Test(
        "when is no part of what is measured",
        arguments: [
            ("1至4月湖区水质优良比例达到92.3%。", "湖区水质优良比例"), ("入汛以来平均降雨量120毫米。", "平均降雨量"),
            ("2023年森林覆盖率达到68%。", "森林覆盖率"), ("四位专家逐一点评。", "专家"), ("实现财政收入1113万元。", "财政收入"),
            ("全社会固定资产投资完成3.9亿元。", "全社会固定资产投资"),
            ("遴选20个各具特色的教育基地。", "教育基地"), ("占总投资比例50.6%。", "总投资比例"), ("12个县（市、区）主管部门参加。", "县（市、区）主管部门"),
            ("13名委员透露了详情。", "委员"),
        ])
    func indicators(text: String, expected: String) {
        #expect(Self.figures(text).first?.indicator == expected)
    }

    @Test(
        "a noun that names no measure stands behind what was done, or before a comparison",
        arguments: [
            ("新增步道21公里。", "步道"), ("年内为山区学校补充图书3万册。", "图书"), ("新建改造引水管道65公里。", "引水管道"),
            ("全市组建县域医共体5个。", "县域医共体"), ("农村污水处理普及率达到71%。", "农村污水处理普及率"),
            ("到2027年底科技型企业达到260家。", "科技型企业"), ("单位产值能耗较2022年下降6%。", "单位产值能耗"),
            ("县民政局统筹安排专项资金800万元。", "专项资金"), ("年底前事项网办率达到95%。", "事项网办率"),
            ("改造升级规模以上企业48家。", "规模以上企业"), ("工地在线监测覆盖率达到90%。", "工地在线监测覆盖率"),
            ("市直有关单位负责人共70余人参加。", "市直有关单位负责人"), ("9位企业家代表先后发言。", "企业家代表"),
        ])
    func nouns(text: String, expected: String) {
        #expect(Self.figures(text).first?.indicator == expected)
    }

    @Test(
        "words that are more than a noun, or less, say nothing of what it is",
        arguments: [
            "黑臭水体已完成治理33条。", "实到29名。", "全长2.4公里。", "其余18条将于月底完成。", "同比下降3.1%。",
        ])
    func noNoun(text: String) {
        #expect(Self.figures(text).first.map(\.indicator) == .some(nil))
    }

    @Test func whatIsChangedFromOneNumberToAnother() {
        let figures = Self.figures("全市性评比活动由31项压减至12项。")
        #expect(figures.map(\.indicator) == ["全市性评比活动", "全市性评比活动"])
        #expect(figures.map(\.value) == [31, 12])
        #expect(figures.map(\.comparator) == [nil, "压减至"])
    }

    @Test func parts() throws {
        let figure = try #require(Self.figures("到2025年，森林覆盖率达到68%以上。").first)
        #expect(figure.indicator == "森林覆盖率")
        #expect(figure.comparator == "达到以上")
        #expect(figure.value == 68)
        #expect(figure.unit == "%")
        #expect(figure.year == 2025)
        #expect(figure.rule == "figure.goal")
    }

    @Test(
        "a figure that is wanted is told from one of what is",
        arguments: [
            ("到2030年，建成水厂12座。", "figure.goal"), ("力争完成投资5亿元。", "figure.goal"), ("要新增耕地3000亩。", "figure.goal"),
            ("主要指标达到68%。", "figure.fact"), ("企业达到1368家。", "figure.fact"), ("全市需要帮扶120户。", "figure.fact"),
        ])
    func wanted(text: String, rule: String) {
        #expect(Self.figures(text).map(\.rule) == [rule])
    }

    @Test func bases() throws {
        #expect(try #require(Self.figures("财政收入同比增长8.5%。").first).base == "同比")
        #expect(try #require(Self.figures("用水量较2020年下降16%。").first).base == "较2020年")
    }

    @Test func boundsAreTwoFigures() {
        #expect(Self.figures("出勤率63%~68%。").map(\.value) == [63, 68])
        #expect(Self.figures("补贴5至8万元。").map(\.value) == [5, 8])
        #expect(Self.figures("利率5.5%到5.75%。").map(\.value) == [5.5, 5.75])
    }

    @Test("without an indicator the words right before the number tell what it is of")
    func words() {
        let text = "先后转移被困群众1786人、搬运各类防汛物资39500余袋并加固多处堤防。"
        #expect(Self.figures(text).map(\.text) == ["先后转移被困群众1786人", "搬运各类防汛物资39500余袋"])
    }

    @Test("the number of an item is no part of the words")
    func itemNumbers() {
        #expect(Self.figures("（二）市水利局新建水库3座。").map(\.text) == ["市水利局新建水库3座"])
        #expect(Self.figures("5.2亿元已到位。").map(\.text) == ["5.2亿元已到位"])
    }
}

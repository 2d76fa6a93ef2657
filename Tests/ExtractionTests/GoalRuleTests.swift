import Testing

@testable import Extraction

/// Named goals, without expansion.
@Suite struct GoalRuleTests {
    private static func goals(_ text: String) -> [String] {
        Phrases.record("5月9日，云溪市召开治理会议。" + text).goals.map(\.text)
    }

    @Test(arguments: [
        ("会议强调，要锚定“五高四新”美好蓝图。", "“五高四新”美好蓝图"), ("会议强调，要紧扣“246”总体布局。", "“246”总体布局"),
        ("会议强调，要做到“两个维护”。", "“两个维护”"), ("会议强调，要坚持新时代“青山经验”。", "新时代“青山经验”"), ("会议强调，要实施新三年行动。", "新三年行动"),
        ("会议强调，要打好污染防治攻坚战。", "污染防治攻坚战"), ("会议审议了《云溪市节水行动方案》。", "《云溪市节水行动方案》"),
        ("会议强调，坚持人民至上、生命至上。", "人民至上、生命至上"), ("会议强调，落实“党政同责、一岗双责”要求。", "“党政同责、一岗双责”要求"),
        ("会议强调，要弘扬青山精神。", "青山精神"), ("会议强调，要牢记“国之大者”的责任感。", "“国之大者”的责任感"),
        ("会议强调，落实“一件事”全链条监管机制。", "“一件事”全链条监管机制"), ("会议强调，发扬“四善四敢”的自然资源担当精神。", "“四善四敢”的自然资源担当精神"),
        ("会议强调，落实“五个进一步”的主要目标任务。", "“五个进一步”"), ("会议强调，要打造全国节水型社会的典范。", "全国节水型社会的典范"),
        ("会议强调，要建设美丽云溪。", "美丽云溪"), ("这将为美丽河湖建设提供支撑。", "美丽河湖建设"), ("会议强调，实施创新驱动发展战略。", "创新驱动发展战略"),
        ("会议强调，深入实施自贸试验区提升战略。", "自贸试验区提升战略"), ("会议强调，要紧紧抓住“牛鼻子”。", "“牛鼻子”"),
        ("会议强调，打造“标志性”成果。", "“标志性”成果"), ("会议强调，聚焦“可持续”理念。", "“可持续”理念"),
        ("会议审议“十五五”规划《纲要草案》。", "“十五五”规划《纲要草案》"), ("确立了新时代党的治水方略。", "新时代党的治水方略"),
    ])
    func named(text: String, expected: String) {
        #expect(Self.goals(text).contains(expected))
    }

    @Test(arguments: [
        "他说：“今天天气很好，我们一起去看看吧。”", "会议传达了全省工作会议精神。", "会议学习了《公司法》。", "店里有“香雪”、“甜露”等品牌的茶。", "一家名为“云来”的小店开张。",
        // Words of a tale, bodies, what someone said, films.
        "老人说这是“家门口”的便利。", "村“两委”干部到场。", "台风“海燕”的准备工作就绪。", "他自称“感觉良好”。", "大家观看了《警示》。", "有人高喊：“打倒对手，打倒强敌”。",
        "“985”高校录取3人。", "会议强调，坚持人才工作明确了总目标。", "会议强调，建设美丽文明的家乡。", "会议强调，促进绿色发展。",
    ])
    func noGoal(text: String) {
        #expect(Self.goals(text).isEmpty)
    }

    @Test func onceOnly() {
        #expect(Self.goals("会议强调，做到“两个维护”。要做到“两个维护”。") == ["“两个维护”"])
        #expect(Self.goals("会议强调，推进“甲江清流”行动。要抓好“甲江清流”工作。") == ["“甲江清流”行动"])
    }

    @Test func abbreviationsAreNotSecondGoals() {
        let text = "会议审议《云溪市节水行动方案》（以下简称《节水方案》）。会议指出，《节水方案》意义重大。"
        #expect(Self.goals(text) == ["《云溪市节水行动方案》"])
        #expect(Self.goals("会议审议《云溪市节水行动方案》。《节水行动方案》意义重大。") == ["《云溪市节水行动方案》"])
    }

    @Test("a quotation counts as a slogan only where something is demanded, and is not sure")
    func slogans() {
        #expect(Self.goals("店员说这里有“小灶房”。").isEmpty)
        let record = Phrases.record("5月9日，云溪市召开治理会议。会议强调，要用好“小灶房”。")
        #expect(record.goals.map(\.text) == ["“小灶房”"])
        let other = Phrases.record("5月9日，云溪市召开治理会议。会议强调，要当好“店小二”和“服务员”。")
        #expect(other.goals.allSatisfy { $0.sure == false })
    }
}

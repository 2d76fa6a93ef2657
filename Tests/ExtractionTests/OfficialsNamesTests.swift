import Testing

@testable import Extraction

/// Where a name begins and ends.
@Suite struct OfficialsNamesTests {
    @Test(arguments: [
        ("市长王强调研防汛工作。", "王强"), ("市长李强强调，要抓实。", "李强"), ("市长陈澄主持会议。", "陈澄"),
        ("市长张晓明明确要求。", "张晓明"), ("市长王浩作工作报告。", "王浩"), ("局长吴怡作《工作报告》。", "吴怡"),
        ("市长庞波于7日出席会议。", "庞波"), ("局长王凯对来宾表示欢迎。", "王凯"), ("市长林庆同出席会议。", "林庆同"),
        ("市委书记欧阳修远出席会议。", "欧阳修远"), ("县长司徒敏出席会议。", "司徒敏"), ("市长王 伟主持会议。", "王伟"),
        ("副主席艾山江·买买提主持会议。", "艾山江·买买提"), ("州长巴特尔、副州长林青出席会议。", "巴特尔"),
        ("县长江波出席会议。", "江波"), ("县长高峰出席会议。", "高峰"), ("县长王春出席会议。", "王春"),
        ("校长梁樑主持会议。", "梁樑"), ("市长解全胜主持会议。", "解全胜"), ("院长张武发布白皮书。", "张武"),
        ("党组副书记刘强和委员共61人出席会议。", "刘强"), ("董事长范志和先生主持会议。", "范志和"),
        ("局长石蕾、专家耿瑞以《守正》为题授课。", "石蕾"), ("副院长高兴华以及各科室负责人出席会议。", "高兴华"),
        ("州长格桑卓玛主持会议。", "格桑卓玛"), ("副州长才让多杰出席会议。", "才让多杰"), ("旗长斯琴高娃出席会议。", "斯琴高娃"),
        ("市委书记 欧阳 锋 主持会议。", "欧阳锋"), ("委员庄以宁因病请假。", "庄以宁"), ("主任魏于全出席会议。", "魏于全"),
        ("市委书记王毅将出席会议。", "王毅"), ("市长李强曾任县长，今天出席会议。", "李强"), ("市长李强未出席会议。", "李强"),
        ("市长李明宣布开工。", "李明"), ("市委书记王伟向受表彰的单位表示祝贺。", "王伟"),
        ("副书记李强于5月9日主持会议。", "李强"), ("副县长李强率有关部门到青石镇督查。", "李强"),
        ("主席曼苏尔·辛格坐着轮椅出席会议。", "曼苏尔·辛格"), ("部长阿卜杜勒·本·萨勒曼王子出席会议。", "阿卜杜勒·本·萨勒曼"),
        ("记者从教育局局长王伟处获悉，今年扩招。", "王伟"), ("主席刘冉为“自然学堂”揭牌。", "刘冉"), ("副部长张迈曾、副秘书长李强出席会议。", "张迈曾"),
        ("州长巴音克西出席活动并致辞。", "巴音克西"), ("吴凯总经理发表致辞。", "吴凯"), ("里长王宏书出席典礼。", "王宏书"), ("局长袭燕同志到会讲话。", "袭燕"),
        ("会议推举名誉主席宋健为委员会主任。", "宋健"), ("局长李有为出席会议。", "李有为"),
        ("总会计师高清，副总经理李强出席。", "高清"),
    ])
    func cutsTheName(_ text: String, _ name: String) {
        #expect(OfficialsPhrases.names(text).first == name)
    }

    @Test(
        "what is no name before a post",
        arguments: [
            "所属部门相关负责人参加会议。", "自然资源主管部门部分负责人参加会议。", "由梁院长颁发聘书。", "曾任院长，现已退休。", "采用领导包干制度。",
            "广大群众牵动着沙溪领导的心。",
        ])
    func noName(_ text: String) {
        #expect(OfficialsPhrases.names(text).isEmpty)
    }

    @Test func listsUnderOneTitle() {
        let lines = OfficialsPhrases.lines("市政协副主席罗敏、巴图、何一山、古力娜·阿布都和万里出席会议。")
        #expect(
            lines == [
                "罗敏 市政协副主席 attends", "巴图 市政协副主席 attends", "何一山 市政协副主席 attends",
                "古力娜·阿布都 市政协副主席 attends", "万里 市政协副主席 attends",
            ])
    }

    @Test(arguments: [
        ("县委书记陶景和到青石镇调研。", ["陶景和"]), ("县委书记陶景和强调，要抓实。", ["陶景和"]), ("县长林祥和出席会议。", ["林祥和"]),
        ("县长林祥和何一山出席会议。", ["林祥", "何一山"]),
        ("市委书记李强和市长罗敏出席会议。", ["李强", "罗敏"]),
    ])
    func joinsOrEndsAName(_ text: String, _ names: [String]) {
        #expect(OfficialsPhrases.names(text) == names)
    }

    @Test func aShortNameBeforeTheLastTitleOfAList() {
        let names = ["罗敏", "单诚", "方涛", "何一山"]
        #expect(OfficialsPhrases.names("副主任罗敏、单诚、方涛及秘书长何一山出席会议。") == names)
        #expect(OfficialsPhrases.names("副主任罗敏、单诚、方涛和副秘书长何一山出席会议。") == names)
    }

    @Test func wordsThatAreNamesInAListBeforeAVerb() {
        #expect(
            OfficialsPhrases.names("副市长文静、明亮、杨柳、牛群、成功出席会议。") == ["文静", "明亮", "杨柳", "牛群", "成功"])
        #expect(OfficialsPhrases.names("副市长文静、应急、水利等部门负责人出席会议。") == ["文静"])
    }

    @Test func comradesWithoutATitle() {
        #expect(
            OfficialsPhrases.lines("市纪委派驻纪检组田宁同志、机关全体干部出席会议。") == ["田宁 - attends"])
        #expect(
            OfficialsPhrases.lines("机关第二党支部李明哲、王冬同志作交流发言。") == ["李明哲 - speaks", "王冬 - speaks"])
        #expect(OfficialsPhrases.lines("王欢同志当选为副主席，李明哲同志任书记。") == ["王欢 - mentioned", "李明哲 - mentioned"])
        #expect(OfficialsPhrases.names("全体同志要提高站位，有关负责同志、老同志要抓好落实，同志们纷纷发言。") == [])
    }

    @Test func allOfAListDoIt() {
        #expect(OfficialsPhrases.names("副市长王伟、李强均出席会议。") == ["王伟", "李强"])
    }

    @Test func honorificsBetweenTheNamesOfAList() {
        #expect(
            OfficialsPhrases.lines("董事罗敏先生、丁一凡女士、何一山先生因公请假。")
                == ["罗敏 董事 absent", "丁一凡 董事 absent", "何一山 董事 absent"])
    }

    @Test func theTitleBehindAnOpenList() {
        #expect(
            OfficialsPhrases.lines("王伟、李强、赵川等市领导出席会议。")
                == ["王伟 市领导 attends", "李强 市领导 attends", "赵川 市领导 attends"])
    }

    @Test func whereSomebodyIsFromStandsInBrackets() {
        #expect(
            OfficialsPhrases.lines("王伟（市水利局）、李强（市财政局）、赵川（市教育局）参加会议。")
                == ["王伟 - attends", "李强 - attends", "赵川 - attends"])
    }

    @Test func aRareSurnameAndAMissingTitleAskAPerson() {
        let rare = OfficialsPhrases.read("市长干天明主持会议。")
        #expect(rare.officials.map(\.sure) == [false])
        #expect(rare.warnings.count == 1 && rare.warnings[0].question?.contains("干天明") == true)
        let bare = OfficialsPhrases.read("王小川、吴政和出席会议。")
        #expect(bare.officials.map(\.sure) == [false, false])
        #expect(bare.warnings.map(\.question) == ["王小川、吴政和的职务是什么？"])
    }

    @Test func aHeadOfABodyDoesNotShareHisTitle() {
        #expect(
            OfficialsPhrases.lines("市长何一山、罗敏出席会议。") == ["何一山 市长 attends", "罗敏 - attends"])
    }

    @Test func anOpenListIsNoted() {
        let officials = OfficialsPhrases.read("市领导江波、陈文等参加活动。").officials
        #expect(officials.map(\.name) == ["江波", "陈文"])
        #expect(officials[0].note == nil)
        #expect(officials[1].note?.contains("等") == true)
    }

    @Test func aWeakNameIsCutToASureOne() {
        #expect(OfficialsPhrases.names("县委书记庞波出席会议。县委书记庞波追忆往事。") == ["庞波"])
    }

    @Test func bareNamesBeforeVerbsOfMeetings() {
        #expect(
            OfficialsPhrases.lines("张国平主持会议，王小川、吴政和出席会议。")
                == ["张国平 - presides", "王小川 - attends", "吴政和 - attends"])
    }

    @Test("a society's member holds no office")
    func members() {
        #expect(OfficialsPhrases.names("云溪书法家协会会员王敏、云溪诗词协会主席张清昌参加了笔会。") == ["张清昌"])
    }

    @Test func theWordBehindAName() {
        #expect(OfficialsPhrases.names("这是公司总经理舒海头痛的问题。") == ["舒海"])
    }

    @Test(arguments: [
        "时代要求我们加快步伐。", "文件指出，要抓好落实。", "双方表示，将加强合作。", "公司表示，将加大投入。", "全会强调，要坚持改革。",
        "项目组介绍了进展。", "张家港市召开会议。", "大家纷纷表示，要学好用好。", "活动在王府井举行。",
        "县领导还向捐助企业颁发了证书。", "区纪委领导向家属代表介绍了情况。", "纪委副书记查案时发现了线索。", "欧洲央行长达一年的加息影响经济。",
        "该院以书记员集约化改革为抓手。", "该院以书记员集约化、审判信息化为抓手。", "华星公司聘任副总经理云都·财经社讯发布消息。", "侨联主席、文化交流部负责同志出席。",
    ])
    func commonWordsAreNoNames(_ text: String) {
        #expect(OfficialsPhrases.names(text) == [])
    }

    @Test func aWeakRuleAsksAPerson() throws {
        let findings = OfficialsPhrases.read("苏杭认为，平台要加快建设。")
        let official = try #require(findings.officials.first)
        #expect(official.sure == false)
        let warning = try #require(findings.warnings.first)
        #expect(warning.question?.contains("苏杭") == true)
        #expect(warning.range?.range == 0..<2)
    }

    @Test func rangesPointIntoTheSource() throws {
        let text = "会议由市委副书记、市长陈立新主持。"
        let official = try #require(OfficialsPhrases.read(text).officials.first)
        let scalars = Array(text.unicodeScalars)
        let texts = official.ranges.map { range in String(String.UnicodeScalarView(scalars[range.range])) }
        #expect(texts == ["市委副书记", "市长", "陈立新"])
        #expect(official.rule == "titled-name")
    }
}

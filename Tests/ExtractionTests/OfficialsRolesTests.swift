import Testing

@testable import Extraction

/// What each person does, by the verbs (domain: Officials).
@Suite struct OfficialsRolesTests {
    @Test(arguments: [
        ("市长陈立新主持召开会议并讲话。", "presides/speaks"), ("市长陈立新出席会议并讲话。", "speaks/attends"),
        ("市长陈立新5月6日主持召开会议。", "presides"), ("会议由市长陈立新主持。", "presides"),
        ("市长陈立新在会上强调，要出席好各类会议。", "speaks"), ("市长陈立新：“我们要加快建设。”", "speaks"),
        ("局长陈立新作工作报告。", "reports"), ("局长陈立新汇报了有关情况。", "reports"), ("局长陈立新作了汇报发言。", "reports"),
        ("会议听取了局长陈立新受市政府委托作的关于就业情况的报告。", "reports"), ("局长陈立新宣读了方案。", "reports"),
        ("局长陈立新作交流发言。", "speaks"), ("局长陈立新列席会议。", "observes"),
        ("市长陈立新召开防汛工作会议。", "presides"), ("省厅巡视员陈立新到会指导。", "guides"),
        ("市长陈立新深入园区调研。", "guides"), ("市长陈立新陪同调研。", "accompanies"), ("市长陈立新因事请假。", "absent"),
        ("市长陈立新听取汇报。", "attends"), ("市长陈立新主持会议，传达学习有关精神，总结前段工作。", "presides"),
        ("市长陈立新出席并讲话。", "speaks/attends"), ("市长陈立新出席仪式并致辞。", "speaks/attends"),
        ("市长陈立新莅临我市调研。", "guides"), ("市长陈立新来到青石县，围绕防汛工作深入开展调查研究。", "guides"),
        ("会议听取了市发改委主任陈立新关于计划执行情况的报告。", "reports"), ("会议听取了副市长陈立新的意见建议。", "speaks"),
        ("局长陈立新向与会领导、来宾介绍了情况。", "speaks"), ("局长陈立新介绍了全市水利工作情况。", "reports"), ("局长陈立新对大家的到来给予了充分肯定。", "speaks"),
        ("市长陈立新到会致辞。", "speaks"), ("副主席陈立新围绕学习贯彻会议精神发言。", "speaks"),
        ("局长陈立新就工作措施和成果作了汇报发言。", "reports"), ("局长陈立新发布年度清单。", "speaks"), ("局长陈立新作招商推介。", "speaks"),
        ("检察长陈立新及相关领导一行7人，前往山县开展援助。", "guides"),
        ("巡察组组长陈立新反馈巡察情况。", "reports"), ("市发改委主任陈立新报告了有关情况。", "reports"),
        ("市长陈立新宣布开工。", "attends"), ("市长陈立新出席仪式并宣布开幕。", "attends"), ("市长陈立新在主席台前排就座。", "attends"),
        ("市长陈立新对会议作出批示。", "mentioned"), ("市长陈立新因公出差，未能出席会议。", "absent"),
        ("市长陈立新主持，在家领导和代表300余人参加。", "presides"), ("市长陈立新与来访的华星公司董事长袁朗一行举行座谈。", "attends"),
        ("13位新闻发言人分别是：市档案局副局长陈立新。", "attends"), ("市长陈立新看望慰问出席大会的代表。", "guides"),
        ("教务处处长陈立新等相关部门负责人，以及学生代表共同参会。", "attends"), ("参加会议的还有市人大常委会主任陈立新。", "attends"),
        ("在市长陈立新的陪同下，考察组来到园区。", "accompanies"),
        ("在市长陈立新的详细介绍下，大家了解了情况。", "mentioned"), ("院长陈立新代表学院作《院长工作报告》。", "reports"),
        ("监事陈立新因公务原因无法亲自出席本次会议。", "absent"), ("秘书长陈立新因公出国考察，由副秘书长代表接见。", "absent"),
        ("集体学习由院长陈立新主持。", "presides"), ("会议由县长陈立新亲自主持。", "presides"), ("院长陈立新表态坚决支持。", "speaks"),
        ("县长陈立新带领水利局负责同志，冒雨先后察看了河堤。", "guides"), ("总经理陈立新一行来我院参加签约仪式。", "attends"),
        ("市长陈立新未有出席活动。", "absent"), ("会议充分肯定了以院长陈立新为班长的领导班子。", "mentioned"), ("主任陈立新主持，参加会议的还有各科负责人。", "presides"),
        ("校长陈立新多次到园区建设现场参观。", "mentioned"), ("主任陈立新一行在县领导陪同下参观了园区。", "guides"),
        ("院长陈立新进行了详细解读，进行了说明。", "speaks"), ("局长陈立新对本次中心组学习给予充分肯定。", "speaks"),
        ("今后会请民政局局长陈立新安排座谈。", "mentioned"), ("副部长陈立新为文艺宣讲团、宣传队授旗。", "attends"),
        ("社长陈立新介绍，对这些作品，出版社组织专家召开改稿会。", "speaks"),
        ("研究员陈立新告诉《云溪日报》记者，进口会减少。", "mentioned"), ("镇长陈立新告诉记者，会后就开工。", "speaks"),
        ("研究员陈立新在接受《云溪日报》记者采访时表示，项目推进很快。", "mentioned"), ("市长陈立新接受聘书并讲话。", "speaks"),
    ])
    func verbsGiveRoles(_ text: String, _ roles: String) throws {
        let official = try #require(OfficialsPhrases.read(text).officials.first)
        #expect(official.name == "陈立新")
        #expect(official.roles.map(\.rawValue).joined(separator: "/") == roles)
    }

    @Test(
        "what is praised or retold makes nobody present",
        arguments: [
            "陈立新书记的讲话站位高、思路明。", "会议指出，总理陈立新主持召开全国水利会议。",
            "省委书记陈立新立即作出批示并调度部署，要求全力救援。",
        ])
    func praisedOrRetold(_ text: String) {
        #expect(OfficialsPhrases.read(text).officials.allSatisfy { $0.roles == [.mentioned] })
    }

    @Test func whoDelegatesWasNotThere() {
        #expect(
            OfficialsPhrases.lines("受市委书记、领导小组组长罗远山委托，市长陈立新主持会议并讲话。")
                == ["罗远山 市委书记/领导小组组长 delegates", "陈立新 市长 presides/speaks"])
    }

    @Test func subjectsJoinedByCommasShareTheVerb() {
        #expect(
            OfficialsPhrases.lines("常务副市长范远，市管委会主任刘会，市直有关部门负责人，县委书记丁山出席会议。").allSatisfy {
                $0.hasSuffix(" attends")
            })
    }

    @Test func guestsAndHostsOfAVisit() {
        let text = "8月25日，科技部副部长张远在省科技厅厅长刘汉东和市委书记彭行的陪同下，冒雨深入园区调研。"
        #expect(
            OfficialsPhrases.lines(text) == [
                "张远 科技部副部长 guides", "刘汉东 省科技厅厅长 accompanies", "彭行 市委书记 accompanies",
            ])
        #expect(
            OfficialsPhrases.lines("市长陈立新会见了来访的华星公司董事长袁朗一行。")
                == ["陈立新 市长 attends", "袁朗 华星公司董事长 attends"])
        #expect(
            OfficialsPhrases.lines("5月9日，市委书记陈立新、市长江波会见华星公司董事长袁朗一行。陈立新指出，要深化合作。")
                == ["陈立新 市委书记 speaks/attends", "江波 市长 attends", "袁朗 华星公司董事长 attends"])
        #expect(
            OfficialsPhrases.lines("市长陈立新接待华星公司董事长袁朗一行。")
                == ["陈立新 市长 attends", "袁朗 华星公司董事长 guides"])
    }

    @Test(
        "who goes with whom, who hears whom, who stands for whom",
        arguments: [
            (
                "市委书记陈立新，由省委常委罗远山及县长林若川陪同，来我校视察工作。",
                "陈立新 市委书记 guides|罗远山 省委常委 accompanies|林若川 县长 accompanies"
            ),
            (
                "随同陈立新书记视察的还有省委秘书长罗远山、副秘书长林若川等同志。",
                "陈立新 书记 guides|罗远山 省委秘书长 accompanies|林若川 省委副秘书长 accompanies"
            ),
            (
                "由市院机关党委书记陈立新带队，县院检察长罗远山及相关领导一行7人，前往青石县开展援助。",
                "陈立新 市院机关党委书记 guides|罗远山 县院检察长 attends"
            ),
            (
                "大会听取了工会主席陈立新作的《围绕中心》工会工作报告和财务部经理罗远山作的经费审查报告。",
                "陈立新 工会主席 reports|罗远山 财务部经理 reports"
            ),
            ("民政局局长陈立新代表市长罗远山前往见证。", "陈立新 民政局局长 attends|罗远山 市长 mentioned"),
            ("校党委书记陈立新拜访了云溪大学校长罗远山。", "陈立新 校党委书记 attends|罗远山 云溪大学校长 attends"),
            ("县委书记陈立新召开防汛工作会议，副县长罗远山主持会议。", "陈立新 县委书记 attends|罗远山 副县长 presides"),
            (
                "市长陈立新在副秘书长罗远山，办公室等部门负责人的陪同下，赶赴青石镇调研。", "陈立新 市长 guides|罗远山 副秘书长 accompanies"
            ),
            ("会议由理事长陈立新主持，受陈立新理事长委托，副理事长罗远山作报告。", "陈立新 理事长 presides|罗远山 副理事长 reports"),
            (
                "县长陈立新向即将退休的罗远山处长及林若川副局长表达谢意。",
                "陈立新 县长 speaks|罗远山 处长 mentioned|林若川 副局长 mentioned"
            ),
            (
                "此次调研由省厅副厅长陈立新带队，厅相关同志和州局负责人参与。", "陈立新 省厅副厅长 guides"
            ),
        ])
    func parties(_ text: String, _ expected: String) {
        #expect(OfficialsPhrases.lines(text).joined(separator: "|") == expected)
    }

    @Test func theGivenNameAloneWithComrade() {
        let text = "副市长陈立新、县长罗远山到会。立新同志强调，要抓实。立新、远山同志分别带队检查。"
        #expect(
            OfficialsPhrases.lines(text)
                == ["陈立新 副市长 speaks/attends/guides", "罗远山 县长 attends/guides"])
        // nobody is called so
        #expect(OfficialsPhrases.names("副市长陈立新到会。若川同志强调，要抓实。") == ["陈立新"])
    }

    @Test func whatAReporterSaysIsTheReport() {
        #expect(
            OfficialsPhrases.lines("纪检组长陈建作工作报告。陈建提出，要加强监督。") == ["陈建 纪检组长 reports"])
    }

    @Test func leadersWhoAreCited() {
        let findings = OfficialsPhrases.read("会议学习贯彻方明远总书记重要讲话精神，传达学习了罗远山局长在全省会议上的讲话。市长陈立新主持会议。")
        #expect(findings.doctrineNames == ["方明远", "罗远山"])
        #expect(findings.officials.map(\.name) == ["陈立新"])
    }

    @Test func aLeaderWhoIsThereHimself() {
        let findings = OfficialsPhrases.read("全国大会在北京召开。方明远总书记出席会议并发表重要讲话。")
        #expect(findings.officials.map(\.name) == ["方明远"])
        #expect(findings.doctrineNames == [])
    }

    @Test func theEventBesideTheMeeting() throws {
        let text = "市长陈立新主持会议。会前，与会人员来到文化广场，参加云溪市“科技活动周”启动仪式。市领导江波、陈文参加活动。"
        let officials = OfficialsPhrases.read(text).officials
        #expect(officials.map(\.event) == [nil, "云溪市“科技活动周”启动仪式", "云溪市“科技活动周”启动仪式"])
    }

    @Test func whoIsTalkedAboutDoesNothing() {
        #expect(OfficialsPhrases.lines("会议向局长罗远山表示感谢。") == ["罗远山 局长 mentioned"])
        #expect(OfficialsPhrases.lines("舒山市副市长罗远山被追记一等功：市长陈立新主持会议。").first == "罗远山 舒山市副市长 mentioned")
    }

    @Test func listsBehindTheVerb() {
        for text in [
            "参加活动的市领导有：王伟、李强、赵川。", "参加活动的市领导有王伟、李强、赵川。", "出席会议的市领导有王伟、李强、赵川同志。",
        ] {
            #expect(
                OfficialsPhrases.lines(text) == ["王伟 市领导 attends", "李强 市领导 attends", "赵川 市领导 attends"])
        }
        for text in ["主席台就座的有：王伟、李强、赵川。", "参加会议的还有王伟、李强、赵川。"] {
            #expect(OfficialsPhrases.lines(text) == ["王伟 - attends", "李强 - attends", "赵川 - attends"])
        }
        #expect(OfficialsPhrases.lines("因事请假的有：王伟、李强。") == ["王伟 - absent", "李强 - absent"])
        #expect(OfficialsPhrases.lines("实到30人，王伟、李强请假。") == ["王伟 - absent", "李强 - absent"])
    }

    @Test func allWhoLeadAPartyAreGuests() {
        #expect(
            OfficialsPhrases.lines("代表团赴东海市考察，市委书记王伟、市长李强率队。东海市委书记赵川陪同。")
                == ["王伟 市委书记 guides", "李强 市长 guides", "赵川 东海市委书记 accompanies"])
    }

    @Test func aPronounSpeaksForThePersonBefore() {
        #expect(
            OfficialsPhrases.lines("市长陈立新主持召开防汛会议。他强调，要抓好落实。副市长江波出席。")
                == ["陈立新 市长 presides/speaks", "江波 副市长 attends"])
        #expect(
            OfficialsPhrases.lines("市长陈立新到青石镇调研。\n她还指出，要抓好落实。") == ["陈立新 市长 speaks/guides"])
        #expect(OfficialsPhrases.lines("副市长江波出席会议。他们表示，要抓好落实。") == ["江波 副市长 attends"])
    }

    @Test func membersWhoAreAway() {
        #expect(
            OfficialsPhrases.lines("常委会委员庄以宁、柯家宝因事请假。")
                == ["庄以宁 常委会委员 absent", "柯家宝 常委会委员 absent"])
        #expect(
            OfficialsPhrases.lines("市人大常委会委员庄以宁列席会议。") == ["庄以宁 市人大常委会委员 observes"])
    }

    @Test func theOthersOfAnOpenListShareTheVerb() {
        let text = "华星公司总经理李军，海通公司董事长梁国等企业代表，市领导王伟、李强参加座谈。"
        #expect(OfficialsPhrases.lines(text).allSatisfy { $0.hasSuffix(" attends") })
        #expect(OfficialsPhrases.names(text) == ["李军", "梁国", "王伟", "李强"])
    }

    @Test func aRecordedSpeechIsCited() {
        let findings = OfficialsPhrases.read("会议播放了市委书记罗远山的讲话录音。市长陈立新主持会议。")
        #expect(findings.doctrineNames == ["罗远山"])
        #expect(findings.officials.map(\.name) == ["陈立新"])
    }

    @Test func aLaterSurnameWithAPost() {
        #expect(
            OfficialsPhrases.lines("县委书记马远山、县长柯静出席会议。马书记指出，要守住底线。柯县长作工作部署。")
                == ["马远山 县委书记 speaks/attends", "柯静 县长 speaks/attends"])
    }

    @Test func rollCallsOfMinutes() {
        let text = """
            会议纪要
            主持人：陈立新
            出席：罗远山（市水利局局长）、江 波、丁一凡
            列席：周岚 何静
            请假：沈一鸣
            记录：方圆圆
            """
        #expect(
            OfficialsPhrases.lines(text) == [
                "陈立新 - presides", "罗远山 市水利局局长 attends", "江波 - attends", "丁一凡 - attends", "周岚 - observes",
                "何静 - observes", "沈一鸣 - absent",
            ])
    }

    @Test("three names or more that open a sentence, a subject, and what was done with it")
    func speakersWithoutTitles() {
        let text = "5月9日，云溪市政协召开专题协商会。陈立新、王小川、赵文博围绕强化科技供给、发挥企业作用等协商建言。"
        let officials = Phrases.record(text).officials
        #expect(officials.map(\.name) == ["陈立新", "王小川", "赵文博"])
        #expect(officials.allSatisfy { $0.roles == [.speaks] && $0.titles.isEmpty })
        for other in ["陈立新、王小川、赵文博围绕家乡写诗。", "水利、交通、林业围绕防汛抗旱协商建言。"] {
            #expect(Phrases.record("5月9日，云溪市政协召开专题协商会。" + other).officials.isEmpty)
        }
    }

    @Test func someoneCitedBetweenSubjectAndVerb() {
        let text = "副主席陈立新围绕学习贯彻方明远总书记重要讲话精神发言。副主席江波出席会议。"
        #expect(OfficialsPhrases.lines(text) == ["陈立新 副主席 speaks", "江波 副主席 attends"])
        #expect(
            OfficialsPhrases.lines("主席陈立新来到云溪，深入落实方明远总书记重要指示精神，深入园区调研。") == ["陈立新 主席 guides"])
        #expect(
            OfficialsPhrases.lines("主席陈立新主持召开会议，传达学习方明远总书记有关重要讲话、批示、回信精神和有关会议精神。")
                == ["陈立新 主席 presides"])
        // a clause of its own
        let other = "副主席陈立新出席会议，会议传达学习方明远总书记重要讲话精神，副主席江波发言。"
        #expect(OfficialsPhrases.lines(other) == ["陈立新 副主席 attends", "江波 副主席 speaks"])
    }

    @Test(
        "a leader who is cited with his office, whatever verb stands before him",
        arguments: ["要深刻领悟方明远总书记关于水利建设的重要思想。", "要沿着方明远总书记指引的方向前进。", "要从方明远总书记的讲话中感悟。"])
    func citedWithHisOffice(_ text: String) {
        let findings = OfficialsPhrases.read("会议学习贯彻方明远总书记重要讲话精神。市长陈立新主持会议。陈立新强调，" + text)
        #expect(findings.officials.map(\.name) == ["陈立新"])
        #expect(findings.doctrineNames == ["方明远"])
    }

    @Test func forWhomHeSpeaks() {
        let text = "5月9日，副主席陈立新会见云溪基金会主任江波一行。陈立新代表市侨联和罗远山主席对江波先生一行表示热烈欢迎。"
        #expect(
            OfficialsPhrases.lines(text)
                == ["陈立新 副主席 speaks/attends", "江波 云溪基金会主任 attends", "罗远山 主席 mentioned"])
    }

    @Test func namesThatCannotBeReadStandInAList() {
        let text = "服务中心理事长陈立新，高山爱心诊所项目（最佳志愿服务项目）的那位发起人，青石街道党委书记江波先后发言。"
        #expect(OfficialsPhrases.lines(text) == ["陈立新 服务中心理事长 speaks", "江波 青石街道党委书记 speaks"])
        let turns =
            "服务中心理事长陈立新，云溪市自来水公司队长罗远山，高山爱心诊所项目（最佳志愿服务项目）的那位发起人、高山义工公益服务中心的那位理事，青石街道党委书记江波先后发言，介绍了经验。"
        #expect(OfficialsPhrases.lines(turns).allSatisfy { $0.hasSuffix(" speaks") })
        #expect(OfficialsPhrases.names(turns) == ["陈立新", "罗远山", "江波"])
        // a clause of others in between, far away
        let far = "理事长陈立新，今天一早就和大家一起来到了现场，他看得很认真也问得很仔细，记了满满一本的笔记，书记江波发言。"
        #expect(OfficialsPhrases.lines(far).first != "陈立新 理事长 speaks")
    }

    @Test func whoTalksWithGuests() {
        let text = "董事长江波一行到云溪考察。市长陈立新与江波一行举行工作座谈。陈立新表示，欢迎投资。"
        #expect(OfficialsPhrases.lines(text) == ["江波 董事长 guides", "陈立新 市长 speaks/attends"])
        // what he wants to talk of
        #expect(OfficialsPhrases.lines("市长陈立新表示，愿与江波主任座谈交流。").first == "陈立新 市长 speaks")
    }

    @Test func aListThatOpensWithAWord() {
        let text = "5月9日，市政协召开会议。黄海林、张焕明、刘江东现场提问。"
        #expect(Phrases.record(text).officials.map(\.name) == ["黄海林", "张焕明", "刘江东"])
        #expect(Phrases.record("5月9日，市政协召开会议。黄海、渤海、东海现场提问。").officials.isEmpty)
    }

    @Test(
        "a question of the press, and who is not asked to come",
        arguments: [
            "发言人陈立新主持记者会。有记者提问：据报道，局长罗远山出席论坛时表示有进展。", "发言人陈立新主持记者会。主办方将不邀请局长罗远山出席会议。",
        ])
    func notThere(_ text: String) {
        #expect(OfficialsPhrases.lines(text) == ["陈立新 发言人 presides", "罗远山 局长 mentioned"])
    }

    @Test func whoAttendsIsNoGuestOfAVisit() {
        let text = "5月9日，“护江”协商议事活动在云溪公园举行。主席陈立新出席活动。陈立新一行参观了公园。"
        #expect(Phrases.record(text).officials.map(\.roles) == [[.attends]])
        let visit = "5月9日，主席陈立新一行到云溪调研。陈立新出席座谈会。"
        #expect(Phrases.record(visit).officials.map(\.roles) == [[.attends, .guides]])
    }

    @Test func whatTwoDoTogether() {
        #expect(
            OfficialsPhrases.lines("5月9日，部长陈立新在云溪与水利局局长江波共同主持会议。")
                == ["陈立新 部长 presides", "江波 水利局局长 presides"])
        #expect(
            OfficialsPhrases.lines("5月9日，部长陈立新在云溪与南方贸易、工业部部长江波共同主持会议。").map { $0.split(separator: " ").last }
                == ["presides", "presides"])
        // one meets the other's words, not his deed
        #expect(
            OfficialsPhrases.lines("部长陈立新在云溪表示，愿与水利局局长江波交流。").first == "陈立新 部长 speaks")
    }

    @Test(
        "another time than the event's",
        arguments: [
            "今年3月，市长江波主持召开动员会。", "2023年3月，市长江波主持召开动员会。", "去年，市长江波会见华星公司董事长袁朗。", "两年前，市长江波到青石镇调研。",
            "任市长以来，江波先后会见了华星公司董事长袁朗。",
        ])
    func longBefore(_ text: String) {
        let rest = "5月9日，云溪市召开水利会议。副市长陈立新主持会议。市长江波是水利专家。"
        let roles = OfficialsPhrases.read(rest + text).officials.map { "\($0.name) \($0.roles.map(\.rawValue))" }
        #expect(roles.prefix(2) == ["陈立新 [\"presides\"]", "江波 [\"mentioned\"]"])
    }

    @Test(arguments: ["今年3月9日，市长江波主持召开动员会。", "今年以来，水利工作有进展，市长江波出席会议。", "3月，市长江波主持召开动员会。"])
    func notLongBefore(_ text: String) {
        let rest = "5月9日，云溪市召开水利会议。副市长陈立新主持会议。市长江波是水利专家。"
        #expect(OfficialsPhrases.read(rest + text).officials.last?.roles != [.mentioned])
    }

    @Test(
        "what a meeting goes by is nobody's speech; what its chair asks for is",
        arguments: [
            ("按照市委部署要求，研究贯彻措施。", ["presides"]), ("根据省委安排部署，审议通过工作方案。", ["presides"]),
            ("对照上级要求、市委部署，研究贯彻措施。", ["presides"]), ("并就防汛工作提出要求。", ["presides", "speaks"]),
        ])
    func whatAMeetingGoesBy(_ words: String, _ roles: [String]) {
        let record = OfficialsPhrases.read("5月9日，市政协主席林望舒主持召开党组会议，传达学习省委书记何清在青石考察时的重要讲话精神，" + words)
        #expect(record.officials.first { $0.name == "林望舒" }?.roles.map(\.rawValue) == roles)
    }

    @Test("a team's members came along, a committee's did not")
    func membersOfATeam() {
        let came = Phrases.record("5月9日，专家组由副院长陈立新带队到我县开展帮扶，成员包括医务处副处长王小川、外科护士长赵文博。副县长李清和参加座谈会。")
        #expect(came.officials.first { $0.name == "王小川" }?.roles == [.attends])
        #expect(came.officials.first { $0.name == "赵文博" }?.roles == [.attends])
        let sits = Phrases.record("5月9日，市长李清和主持召开会议。领导小组由副市长陈立新任组长，成员包括局长王小川。")
        #expect(sits.officials.first { $0.name == "王小川" }?.roles.contains(.attends) != true)
    }
}

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
        ("参加会议的还有市人大常委会主任陈立新。", "attends"), ("在市长陈立新的陪同下，考察组来到园区。", "accompanies"),
    ])
    func verbsGiveRoles(_ text: String, _ roles: String) throws {
        let official = try #require(OfficialsPhrases.read(text).officials.first)
        #expect(official.name == "陈立新")
        #expect(official.roles.map(\.rawValue).joined(separator: "/") == roles)
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
                == ["陈立新 市长 attends", "袁朗 华星公司董事长 guides"])
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
}

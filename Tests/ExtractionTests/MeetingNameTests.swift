import Testing

@testable import Extraction

/// Names put together from what the text says and elides.
@Suite struct MeetingNameTests {
    @Test(arguments: [
        ("5月6日，云溪市召开国家级试点建设领导小组第五次会议，安排部署工作。", "云溪市国家级试点建设领导小组第五次会议"),
        ("11月15日，省、市重点实事与解决“五难”问题推进会召开，副市长何清出席会议。", "省、市重点实事与解决“五难”问题推进会"),
        ("3月27日，青禾烟草在西安召开2012年纪检监察暨整顿工作会议。", "青禾烟草2012年纪检监察暨整顿工作会议"),
        ("1月25日下午，省检测院党委召开专题会议，开展自查。", "省检测院党委专题会议"),
        ("1月26日，国务院召开全国安全生产电视电话会议。", "全国安全生产电视电话会议"),
        ("12月22日，国务院总理周望主持召开国务院“十五五”规划《纲要草案》编制工作领导小组会议。", "国务院“十五五”规划《纲要草案》编制工作领导小组会议"),
        ("十四届全国人大常委会第四次会议28日下午在北京人民大会堂举行第二次全体会议。", "十四届全国人大常委会第四次会议第二次全体会议"),
        ("8月5日，国务院新闻办公室举行新闻发布会，介绍雪山自治州成立60周年发展成就。", "雪山自治州成立60周年发展成就新闻发布会"),
        ("5月9日，由云溪市文联主办的青年诗会研讨会在图书馆举行。", "青年诗会研讨会"),
        ("5月9日，水利部部长齐川主持召开部党组会议。", "水利部部党组会议"),
        ("5月9日，李明主持召开前方指挥部第二次会议。", "前方指挥部第二次会议"), ("5月9日，云溪市召开情况通报会。", "云溪市情况通报会"),
        ("5月9日，石渡县召开和美乡村建设推进会。", "石渡县和美乡村建设推进会"),
        ("5月9日，省委主题教育领导小组办公室第四次主任会议在汉召开。", "省委主题教育领导小组办公室第四次主任会议"),
        ("5月9日，由市科技局主办、市科协承办的科技活动周启动仪式在科技馆举行。", "科技活动周启动仪式"),
        ("5月9日，云溪市召开市委全面深化改革委员会第五次会议。", "云溪市委全面深化改革委员会第五次会议"),
        ("5月9日，市水利局党组书记、局长李明主持召开党组会议。", "市水利局党组会议"),
        ("云溪大学召开教学动员大会\n5月9日，学校在报告厅召开教学动员大会，校长李明出席。", "云溪大学教学动员大会"),
        ("5月9日，由华星公司主办的“2024云溪 光学技术峰会”在东海举行。", "2024云溪 光学技术峰会"),
        ("5月9日，云溪市召开全市领导干部会议宣布省委决定。", "云溪市领导干部会议"),
        ("5月9日，云溪区召开机关“先锋工程”推进会——阶段性成果评析活动。", "云溪区机关“先锋工程”推进会"),
        ("5月9日，县委书记何清主持召开县委常委（扩大）会，副县长参加会议。", "县委常委（扩大）会"),
        ("云溪环保股份有限公司（600000）发布公告，公司于2024年5月9日召开第三届董事会第二次会议。", "云溪环保股份有限公司第三届董事会第二次会议"),
        ("云溪医院举办2024年职工子女升学联谊会\n5月9日，云溪医院会议室内，一场简朴、隆重的职工子女升学联谊会在这里举行。", "云溪医院2024年职工子女升学联谊会"),
        ("5月9日，《云溪市供水办法》（以下简称《办法》）新闻发布会召开。", "《云溪市供水办法》新闻发布会"), ("5月9日，云溪市举行“云溪发展论坛”。", "云溪市“云溪发展论坛”"),
        ("云溪县医院举行2024年集体升学礼\n5月9日，云溪县医院举行2024年集体升学礼。", "云溪县医院2024年集体升学礼"),
        ("5月9日，新华助学金颁发仪式在云溪举行新华助学金颁发仪式在云溪举行", "新华助学金颁发仪式"),
        ("5月9日，双方在云溪宾馆举行捐赠仪式。", "捐赠仪式"), ("云溪要闻｜云溪市召开防汛工作会议", "云溪市防汛工作会议"),
        ("5月9日，全省防灭火工作电视电话会议召开后，我市立即召开续会，副市长李明出席。", "全省防灭火工作电视电话会议"),
        ("5月9日，市委理论学习中心组举行集体学习研讨。", "市委理论学习中心组集体学习研讨"),
    ])
    func named(text: String, expected: String) {
        #expect(Phrases.record(text).meeting.name == expected)
    }

    @Test func theCityStandsForItsScope() {
        let text = "衡阳市部署年度治理任务\n3月2日上午，全市城乡治理推进会召开，部署任务。"
        #expect(Phrases.record(text).meeting.name == "衡阳市城乡治理推进会")
    }

    @Test(arguments: [("第五次会议", 5), ("第38次会议", 38), ("第二十一届理事会第三次会议", 3), ("工作会议", nil), ("第一产业推进会", nil)])
    func ordinals(name: String, expected: Int?) {
        #expect(NameRule.ordinal(of: name) == expected)
    }

    @Test(arguments: [
        ("5月9日，全国粮食工作会议在京召开。", "北京"), ("5月9日，全省粮食工作会议在汉召开。", "汉"), ("5月9日，云溪市水利工作会议在云溪宾馆召开。", "云溪宾馆"),
        ("5月9日，云溪市召开水利工作会议。", nil),
    ])
    func places(text: String, expected: String?) {
        #expect(Phrases.record(text).meeting.place == expected)
    }

    @Test(arguments: [
        "记者从云溪车站了解到，大会召开以来，客流平稳。", "公司拟于9月召开股东大会，现征集意见。", "新款手机今日上市，电池更大，屏幕更亮。",
        "他热爱读书，2010年退休，因病去世，享年八十岁。", "三国首脑将于8月举行首脑会谈，消息人士说。", "（一）股东大会召开的时间、地点。一、会议召开和出席情况。",
        "云溪市深入开展事关全局的战略性调研，探索新路。", "云溪市市长将率团前往东海市，参加2024云溪东海城市论坛。", "今年也将恢复举办分论坛，消息人士说。",
    ])
    func noMeeting(text: String) {
        let record = Phrases.record(text)
        #expect(record.meeting.name == nil)
        #expect(record.kind == .other)
        #expect(record.officials.isEmpty)
    }

    @Test func rangesPointAtTheWords() throws {
        let text = "5月9日，云溪市水利局召开防汛调度会。"
        let meeting = Phrases.record(text).meeting
        #expect(Phrases.words(text, try #require(meeting.ranges["name"])) == "防汛调度会")
        #expect(Phrases.words(text, try #require(meeting.ranges["organizer"])) == "云溪市水利局")
        #expect(meeting.organizer == "云溪市水利局")
    }

    @Test(arguments: [
        ("5月9日，云溪市防汛领导小组办公室召开防汛会议。", "云溪市防汛领导小组办公室"), ("5月9日，云溪市推进领导小组第四次会议召开。", "云溪市推进领导小组"),
        ("5月9日，巡视发现涉及政府职能问题整改专题会议召开。", nil), ("5月9日，政协机关干部座谈会及企业和政府部门座谈会召开。", nil),
        ("5月9日，大家在社区召开座谈会。", nil),
    ])
    func organizers(text: String, expected: String?) {
        #expect(Phrases.record(text).meeting.organizer == expected)
    }

    /// Each record names only its own people.
    @Test func partsOfAFileStandByThemselves() {
        let text = """
            青石丨县委常委会召开会议
            5月8日，县委常委会召开会议，传达学习省委全会精神。县委书记李明主持会议。
            东岭丨县委书记赵川调研春耕
            5月9日，县委书记赵川到东岭镇调研春耕生产。
            """
        let records = Phrases.records(text, published: "2024-05-10")
        #expect(records.map(\.kind) == [.meeting, .visit])
        #expect(records.map { $0.officials.map(\.name) } == [["李明"], ["赵川"]])
    }

    /// Line ends are lost: each news begins with its place and 丨.
    @Test func newsOfSeveralPlacesRunTogether() {
        let text =
            "来源：云溪日报，正文：青石丨区委召开专题学习会5月8日，区委召开专题学习会。区委书记李明主持会议。白水丨区委工作会议召开5月7日，区委工作会议召开。区委书记赵川主持会议。"
        let records = Phrases.records(text, published: "2024-05-10")
        #expect(records.map(\.meeting.date) == ["2024-05-08", "2024-05-07"])
        #expect(records.map { $0.officials.map(\.name) } == [["李明"], ["赵川"]])
    }

    @Test func severalMeetingsBecomeSeveralRecords() {
        let text = """
            云溪市召开防汛工作会议
            5月9日，云溪市召开防汛工作会议，部署汛期工作。市长林望舒出席会议并讲话。
            云溪市召开教育工作大会
            5月10日，云溪市召开教育工作大会，总结去年工作。副市长何清主持会议。
            """
        let records = Phrases.records(text, published: "2024-05-11")
        #expect(records.map(\.meeting.name) == ["云溪市防汛工作会议", "云溪市教育工作大会"])
        #expect(records.map(\.meeting.date) == ["2024-05-09", "2024-05-10"])
        #expect(records.map(\.id) == ["00ff00ff00ff00ff-1", "00ff00ff00ff00ff-2"])
    }
}

import Testing

@testable import Extraction

/// Titles before and after names, with the body that is said once.
@Suite struct OfficialsTitlesTests {
    @Test(arguments: [
        ("市委副书记、市长陈立新主持会议。", "陈立新 市委副书记/市长 presides"),
        ("省教育厅党组书记、厅长林若川出席会议。", "林若川 省教育厅党组书记/省教育厅厅长 attends"),
        ("市委常委、宣传部部长何静讲话。", "何静 市委常委/市委宣传部部长 speaks"),
        ("市委常委、秘书长方远志出席。", "方远志 市委常委/市委秘书长 attends"),
        ("市委常委、常务副市长赵宏图出席。", "赵宏图 市委常委/常务副市长 attends"),
        ("公司党委书记、董事长、总经理吴大海讲话。", "吴大海 公司党委书记/公司董事长/公司总经理 speaks"),
        ("全省政协副主席兼秘书长孟凡林出席会议。", "孟凡林 全省政协副主席/全省政协秘书长 attends"),
        ("县委书记、县人大常委会主任沈一鸣出席会议。", "沈一鸣 县委书记/县人大常委会主任 attends"),
        ("市水利局原局长郑国安出席。", "郑国安 市水利局原局长 attends"),
        ("市工业和信息化局副局长周岚出席。", "周岚 市工业和信息化局副局长 attends"),
        ("人力资源和社会保障部副部长苏明哲作了说明。", "苏明哲 人力资源和社会保障部副部长 reports"),
        ("省纪委监委驻省水利厅纪检监察组组长冯立出席会议。", "冯立 省纪委监委驻省水利厅纪检监察组组长 attends"),
        ("市科技局二级巡视员梁思齐出席。", "梁思齐 市科技局二级巡视员 attends"),
        ("市督查室主任许光明汇报工作。", "许光明 市督查室主任 reports"),
        ("5月9日上午，我市副市长蒋文出席活动。", "蒋文 副市长 attends"),
        ("市“双招双引”领导小组组长何远出席会议。", "何远 市“双招双引”领导小组组长 attends"),
        ("华星（集团）有限公司总裁李春江讲话。", "李春江 华星（集团）有限公司总裁 speaks"),
        ("中国康复和老年医学学会会长马知遥讲话。", "马知遥 中国康复和老年医学学会会长 speaks"),
        ("省委常委，云溪新区党工委书记、管委会主任唐青山讲话。", "唐青山 省委常委/云溪新区党工委书记/云溪新区管委会主任 speaks"),
        ("市“两新”工作领导小组副组长兼办公室主任唐青山出席。", "唐青山 市“两新”工作领导小组副组长/市“两新”工作领导小组办公室主任 attends"),
        ("云溪县融媒体中心总编辑唐青山出席。", "唐青山 云溪县融媒体中心总编辑 attends"),
        ("省人民医院唐青山教授授课。", "唐青山 省人民医院教授 speaks"),
        ("县委常委、宣传部部长、统战部部长丁雪妍出席。", "丁雪妍 县委常委/县委宣传部部长/县委统战部部长 attends"),
        ("国务院防汛总指挥部副总指挥、水利部部长李清远出席会议。", "李清远 国务院防汛总指挥部副总指挥/水利部部长 attends"),
        ("中央政治局委员、外交部长王川出席会议。", "王川 中央政治局委员/外交部长 attends"),
        ("集团人力资源部部长、党群部部长李清远出席会议。", "李清远 集团人力资源部部长/集团党群部部长 attends"),
        ("省推进新型城镇化工作领导小组组长罗远山主持会议。", "罗远山 省推进新型城镇化工作领导小组组长 presides"),
        ("全国关注湿地活动执委会办公室副主任缪远出席。", "缪远 全国关注湿地活动执委会办公室副主任 attends"),
        ("中国云岭网络社会组织联合会会长任远出席论坛。", "任远 中国云岭网络社会组织联合会会长 attends"),
        ("教育部职业教育与成人教育司副司长任远致辞。", "任远 教育部职业教育与成人教育司副司长 speaks"),
        ("省民建主委李清远、农工党市委会副主委王川出席。", "李清远 省民建主委 attends|王川 农工党市委会副主委 attends"),
        (
            "经开区党工委书记、管委会主任李清远，党工委副书记、管委会常务副主任王川参加。",
            "李清远 经开区党工委书记/经开区管委会主任 attends|王川 经开区党工委副书记/经开区管委会常务副主任 attends"
        ),
        ("市政府副秘书长、办公室主任李清远主持。", "李清远 市政府副秘书长/市政府办公室主任 presides"),
        ("云溪大学校长李清远院士、云溪学院院长王川教授出席。", "李清远 云溪大学校长/院士 attends|王川 云溪学院院长/教授 attends"),
        ("分局局领导、三级高级警长李清远宣读决定。", "李清远 分局局领导/分局三级高级警长 reports"),
        ("云溪中心党总支书记、主任李清远主持会议。", "李清远 云溪中心党总支书记/云溪中心主任 presides"),
        ("县委副书记、县长、县第一总林长李清远到云岭乡巡林。", "李清远 县委副书记/县长/县第一总林长 guides"),
        ("县委书记、县级总河长李清远出席会议。", "李清远 县委书记/县级总河长 attends"),
        ("揭牌仪式湖北省云溪中心主任李清远致辞。", "李清远 湖北省云溪中心主任 speaks"),
        ("镇人大主席赵川、武装部长孙伟出席。", "赵川 镇人大主席 attends|孙伟 武装部长 attends"),
        ("市法院党组书记、院长李清远，市检察院党组书记、代检察长王川列席会议。", "李清远 市法院党组书记/市法院院长 observes|王川 市检察院党组书记/市检察院代检察长 observes"),
        ("新任市长李清远、原市长王川、代市长赵国良出席。", "李清远 市长 attends|王川 原市长 attends|赵国良 代市长 attends"),
        ("院党委书记、院长唐青山出席。", "唐青山 院党委书记/院长 attends"),
        ("台“行政院长”唐青山视察工程。", "唐青山 台行政院长 guides"), ("“优秀县委书记”唐青山主持会议。", "唐青山 - presides"),
        ("我市市委书记唐青山出席会议。", "唐青山 市委书记 attends"), ("山县县委副书记、县长唐青山出席会议。", "唐青山 山县县委副书记/山县县长 attends"),
        ("云溪县委副书记、县长唐青山出席会议。", "唐青山 云溪县委副书记/云溪县县长 attends"),
        ("新科市长唐青山、卸任会长王川出席。", "唐青山 市长 attends|王川 会长 attends"),
        ("公司纪检组长、党组成员唐青山主持。", "唐青山 公司纪检组长/公司党组成员 presides"),
        ("犍为县院党组书记、检察长唐青山主持。", "唐青山 犍为县院党组书记/犍为县院检察长 presides"),
        ("市委统战部机关党委书记王川、秘书长唐青山出席。", "王川 市委统战部机关党委书记 attends|唐青山 市委统战部秘书长 attends"),
        ("云溪市议会议长唐青山及秘书长王川出席。", "唐青山 云溪市议会议长 attends|王川 云溪市议会秘书长 attends"),
        ("立法委员唐青山、市议员王川到场致意。", "唐青山 立法委员 attends|王川 市议员 attends"),
        ("学院党委书记唐青山以及院长王川出席会议。", "唐青山 学院党委书记 attends|王川 学院院长 attends"),
        ("工会副主席唐青山教授主持会议。", "唐青山 工会副主席/教授 presides"), ("唐青山副书记兼副院长宣读决议。", "唐青山 副书记/副院长 reports"),
        ("沙溪区长唐青山监交。", "唐青山 沙溪区长 attends"),
    ])
    func writesTitlesOneByOne(_ text: String, _ expected: String) {
        #expect(OfficialsPhrases.lines(text).joined(separator: "|") == expected)
    }

    @Test func carriesTheBodyToTheNextPerson() {
        #expect(
            OfficialsPhrases.lines("校党委书记秦朗、副书记韩亮出席会议。")
                == ["秦朗 校党委书记 attends", "韩亮 校党委副书记 attends"])
        #expect(
            OfficialsPhrases.lines("云溪县县委书记罗成、副县长田野陪同调研。")
                == ["罗成 云溪县县委书记 accompanies", "田野 云溪县副县长 accompanies"])
        #expect(
            OfficialsPhrases.lines("省水利厅副厅长丁一凡、农村处处长彭涛参加调研。")
                == ["丁一凡 省水利厅副厅长 accompanies", "彭涛 省水利厅农村处处长 accompanies"])
        #expect(
            OfficialsPhrases.lines("国家林业局造林司司长郭平、处长石岩参加会议。")
                == ["郭平 国家林业局造林司司长 attends", "石岩 国家林业局造林司处长 attends"])
    }

    @Test func titlesBehindNames() {
        #expect(OfficialsPhrases.lines("随同前来的刘汉东厅长讲话。") == ["刘汉东 厅长 speaks"])
        #expect(OfficialsPhrases.lines("高峻岭院长一行赴云溪县调研。") == ["高峻岭 院长 guides"])
        #expect(
            OfficialsPhrases.lines("省科技厅厅长刘汉东出席会议。刘汉东厅长指出，要抓好落实。")
                == ["刘汉东 省科技厅厅长 speaks/attends"])
    }

    @Test func surnameAndPostIsThePersonWhoHasBoth() {
        let lines = OfficialsPhrases.lines("市委书记马如龙、市长柯景明出席会议。马书记指出，要提速。柯市长要求，要落实。")
        #expect(lines == ["马如龙 市委书记 speaks/attends", "柯景明 市长 speaks/attends"])
        // nobody has this surname: no person is made up
        #expect(OfficialsPhrases.names("王市长指出，要抓好落实。") == [])
    }

    @Test func anAbbreviatedBodyIsNoSecondTitle() {
        let lines = OfficialsPhrases.lines("华星航天科技集团有限公司董事长袁朗出席。华星航天董事长袁朗讲话。")
        #expect(lines == ["袁朗 华星航天科技集团有限公司董事长 speaks/attends"])
    }

    /// Posts that nobody here holds, and words that look like a name behind a post.
    @Test(arguments: [
        "市委书记处会议研究了有关工作。", "会议审议了主任、副主任名单。", "各县（市、区）书记、县长参加会议。", "市长热线受理来电。",
        "县领导包乡、乡领导包村。", "市委书记高度重视。", "局长办公会研究了方案。", "医院党政领导班子成员参加会议。",
        "各级领导和专家出席了活动。", "与会代表宣读倡议。", "成员国美国未能参加。", "安徽省长三角办出席会议。", "主任安排部署工作。", "形成领导干部示范学、党员自主学的格局。",
        "主要负责人刀刃向内、深挖问题。",
    ])
    func makesNobodyUp(_ text: String) {
        #expect(OfficialsPhrases.names(text) == [])
    }
}

import Fonts
import Testing

@testable import Pagination

/// Titles as offices write them, about invented places; `|` where a line of 二号 ends. Each was looked at by a reader:
/// none ends within a word, a name, a quotation or a 书名号.
struct TitleTests {
    static let titles = [
        "云澜市国家可持续发展议程创新示范区建设|工作推进领导小组第五次会议召开",
        "市委常委会召开会议传达学习|全国生态环境保护大会精神",
        "市人民政府召开第四十二次常务会议|研究部署安全生产和防汛抗旱工作",
        "全市优化营商环境|暨民营经济高质量发展大会召开",
        "白鹭县召开乡村振兴战略实绩考核|反馈问题整改工作推进会",
        "关于印发|《云澜市公共数据条例实施细则（试行）》|的通知",
        "市政协十三届三次会议第二次全体会议举行",
        "周砚秋主持召开碧湖流域|水环境综合治理专题会议",
        "省生态环境保护督察组向云澜市反馈督察情况",
        "临港新区管委会与浦鞍科技有限公司|签署战略合作协议",
        "云澜市深入推进新型城镇化和城乡融合发展|工作领导小组办公室主任会议纪要",
        "我市召开2024年重点项目集中开工|暨“百日攻坚”行动动员部署会",
        "市人大常委会开展|《中华人民共和国水污染防治法》执法检查",
        "欧阳文静到白鹭县|调研粮食生产和高标准农田建设",
        "全市党纪学习教育读书班开班",
        "市住房城乡建设局召开老旧小区改造|和保障性住房建设调度会",
        "市委全面深化改革委员会|第十八次会议审议通过多项方案",
        "加快建设区域性科技创新中心|推动产业转型升级",
        "市政府党组理论学习中心组举行集体学习",
        "市防汛抗旱指挥部办公室|部署强降雨防范应对工作",
        "未成年人思想道德建设工作|联席会议第三次全体会议",
        "云澜至栗滨高速铁路项目|可行性研究报告评审会",
        "全国人大代表视察组来我市|视察生物多样性保护工作",
        "关于开展2024年度|“最美家庭”评选活动的通知",
        "云澜市人民政府办公室|关于进一步做好当前安全生产工作的紧急通知",
        "市委农村工作会议暨巩固拓展脱贫攻坚成果|同乡村振兴有效衔接工作会议召开",
        "司马光明在全市经济运行分析调度会上|强调确保完成全年目标任务",
        "云澜市与滨江省农业科学院|签署共建现代种业创新中心合作协议",
        "市教育局关于做好2024年秋季学期|中小学开学工作的通知",
        "碧湖湿地保护修复工程初步设计|评审会在云澜召开",
        "全市政务服务“一网通办”|和数据共享工作现场推进会召开",
        "市国资委召开市属国有企业|改革深化提升行动推进会",
        "云澜经济技术开发区举行|生物医药产业园项目集中签约仪式",
        "买买提·艾力率团来云澜考察对口支援工作",
        "市第十六届人民代表大会|常务委员会第二十一次会议举行",
        "云澜市推进长江经济带生态环境|突出问题整改工作领导小组会议召开",
        "中共云澜市委办公室云澜市人民政府办公室|关于印发《云澜市机构编制管理办法》的通知",
        "全国文明城市创建迎检工作|动员部署会在市会议中心举行",
        "云澜市2024年度第三季度|重大项目建设现场观摩拉练活动启动",
        "市委网络安全和信息化委员会|召开全体会议强调筑牢网络安全屏障",
        "滨江省委书记赴云澜市调研时|强调扎实推进中国式现代化",
        "云澜市粮食和物资储备局|开展夏粮收购专项检查",
        "2024年云澜国际茶叶博览会开幕式|暨乡村振兴高峰论坛举行",
        "“三个聚焦”“四个强化”|推动主题教育走深走实",
        "关于进一步规范行政执法行为|优化法治化营商环境的若干措施",
        "云澜市农业农村局党组书记梁恩泽|主持召开高标准农田建设项目推进会",
        "市纪委监委通报六起违反|中央八项规定精神典型问题",
        "云澜市城市轨道交通第二期建设规划|社会稳定风险评估公示",
        "栗滨县人民医院新院区项目开工仪式举行",
        "落实长江“十年禁渔”工作会议召开",
        "市长主持召开迎峰度夏能源电力保供专题会",
        "云澜大学举行2024届学生|毕业典礼暨学位授予仪式",
        "市委审计委员会会议|强调依法全面履行审计监督职责",
        "市长质量奖评审委员会|第三次会议暨质量强市工作推进会",
        "省委第七巡视组巡视云澜市工作动员会召开",
        "云澜市与栗滨市签署碧湖流域|横向生态保护补偿协议",
        "关于2023年国民经济和社会发展|计划执行情况与2024年计划草案的报告",
        "副市长诸葛明带队检查国庆节前|燃气和特种设备安全工作",
        "云澜市举办学习贯彻|党的二十届三中全会精神专题研讨班",
        "我市三家企业入选国家级绿色工厂名单",
    ]

    private static let names = ["欧阳文静", "周砚秋", "司马光明", "诸葛明", "梁恩泽", "买买提·艾力"]

    private func lines(_ title: String, characters: Double) -> [String] {
        let scalars = Array(title.unicodeScalars)
        let composer = LineComposer(shaper: FixedShaper(), language: .hans, names: NameFinder(Self.names))
        return composer.compose(
            scalars, spans: [TextSpan(count: scalars.count, role: .title, size: 22, colour: .black)],
            in: Measure(width: characters * 22, alignment: .balance)
        ).map { String(String.UnicodeScalarView(scalars[$0.scalars])) }
    }

    @Test(arguments: titles) func titlesBreakAtWords(title: String) {
        let whole = title.filter { $0 != "|" }
        #expect(lines(whole, characters: 20).joined(separator: "|") == title)
    }

    /// At any width: names and what stands between marks stay whole where a line holds them, and no line has a waist.
    @Test(arguments: titles) func nothingIsTornAtAnyWidth(title: String) {
        let whole = title.filter { $0 != "|" }
        let kept = Self.names.filter(whole.contains) + Self.quotations(whole)
        for characters in 12...24 {
            let lines = lines(whole, characters: Double(characters))
            #expect(lines.joined() == whole)
            for piece in kept where piece.unicodeScalars.count < characters {
                #expect(lines.contains { $0.contains(piece) }, "\(piece) in \(lines)")
            }
            // Words leave no choice in very narrow columns.
            guard characters >= 18 else { continue }
            let counts = lines.map(\.unicodeScalars.count)
            for at in counts.indices.dropFirst().dropLast() {
                #expect(counts[at] >= min(counts[at - 1], counts[at + 1]) - 1, "\(lines)")
            }
        }
    }

    private static func quotations(_ text: String) -> [String] {
        var found: [String] = []
        for (open, close) in [("《", "》"), ("“", "”")] as [(Character, Character)] {
            var rest = text[...]
            while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
                found.append(String(rest[start...end]))
                rest = rest[rest.index(after: end)...]
            }
        }
        return found
    }

    @Test func aTitleOfOneLineStaysOne() {
        #expect(lines("全市安全生产会议召开", characters: 20).count == 1)
    }

    @Test func aTitleWithoutAnyKnownWordIsStillSet() {
        let title = String(repeating: "鑫垚淼焱", count: 12)
        #expect(lines(title, characters: 20).joined() == title)
    }
}

import Acquisition
import Testing

@testable import Cleaning

/// Datelines, captions and credits that stand on a line with the text.
@Suite struct GluedDatelineTests {
    private static let news = "近日，临江市召开人才工作会议，部署下一步工作，市长陈文远出席并讲话。"

    private static func clean(_ text: String) -> CleanText {
        let source = SourceText(
            path: "-", sha256: "", encoding: "UTF-8", format: .text, text: Array(text.unicodeScalars))
        // A cleaner only fails without its dictionaries.
        return try! Cleaner().clean(source)
    }

    @Test(
        "the dateline goes and parts the title from the text",
        arguments: [
            "中新网江南新闻8月16日电（陈科勇）", "新华社北京7月24日电 ", "财联社7月24日讯（编辑 何立群）", "参考消息网8月7日报道 ", "智通财经APP讯，",
            "中国教育报-中国教育新闻网讯（记者 陈科勇）", "央广网临江7月29日消息（记者 何立群）", "江苏日报讯（记者陈科勇）", "北京日报客户端 | 通讯员 何立群", "极目新闻记者 陈科勇 通讯员 何立群",
            "【环球网报道 见习记者 何立群】",
        ])
    func behindATitle(dateline: String) {
        let clean = Self.clean("临江市人才工作再上台阶" + dateline + Self.news + "\n")
        #expect(clean.string(0..<clean.scalars.count) == "临江市人才工作再上台阶\n" + Self.news + "\n")
        #expect(clean.boilerplate.map(\.kind) == ["dateline"])
    }

    @Test(
        "datelines and bylines at the head of a line",
        arguments: [
            ("IT之家 8 月 1 日消息，", "dateline"), ("本报讯 记者何立群报道 ", "dateline"), ("记者 陈科勇 通讯员 何立群", "dateline"),
            ("鲁网8月8日讯", "dateline"), ("据临江晨报报道（本报记者何立群）", "dateline"), ("综合新华社、路透社报道：", "dateline"),
            ("临江新闻记者 陈科勇通讯员 何立群", "dateline"), ("《临江周刊》甲江讯（公益记者何立群）", "dateline"), ("本文转自：临江网", "source"),
        ])
    func atTheHead(part: String, kind: String) {
        let clean = Self.clean(part + Self.news + "\n")
        #expect(clean.string(0..<clean.scalars.count) == Self.news + "\n")
        #expect(clean.boilerplate.map(\.kind) == [kind])
    }

    @Test(
        "what quotes an outlet is the article's own",
        arguments: [
            "据新华社8月4日电，临江市召开会议，部署防汛工作，各地各部门要抓好落实，确保安全度汛。", "转自部队的老兵近日来到临江市，与各界代表座谈，希望为家乡的发展多作贡献，再立新功。",
            "《临江周刊》电话通知（见附件）已发往各地，各单位要抓紧落实，确保按时完成任务。",
            "临江市日报社召开会议，8月4日报道工作受到肯定，各科室要总结经验，再接再厉。",
            "据参考消息网8月7日报道，临江市的人才工作走在前列，各地纷纷前来考察学习，交流经验。",
        ])
    func quoted(text: String) {
        let clean = Self.clean(text + "\n")
        #expect(clean.boilerplate.isEmpty)
        #expect(clean.string(0..<clean.scalars.count) == text + "\n")
    }

    @Test(
        "of a line that ends behind the names or the label no letter is lost",
        arguments: ["记者 何立群   ", "记者 何立群 　", "本文转自：临江网", "本文转自："])
    func nothingBehind(text: String) {
        let clean = Self.clean(text)
        let left = clean.boilerplate.map(\.text).joined() + clean.string(0..<clean.scalars.count)
        #expect(left.filter { $0.isLetter }.sorted() == text.filter { $0.isLetter }.sorted())
    }

    @Test(
        "names and the word behind them, at the front",
        arguments: [
            ("临江经济导报 临江新闻网 陈科勇、何立群、记者周晓岚报道", "临江经济导报 临江新闻网 陈科勇、何立群、记者周晓岚报道"), ("临江网记者 何立群整理", "临江网记者 何立群整理"),
            ("（临江网讯）", "（临江网讯）"), ("记者：陈科勇，正文：", "记者：陈科勇，正文："), ("临江日报讯 陈科勇、记者何立群报道", "临江日报讯 陈科勇、记者何立群报道"),
            ("临江经纬网 > 新闻 > 社会综合 2024-05-07 09:21:25 ，正文：", "临江经纬网 > 新闻 > 社会综合 2024-05-07 09:21:25 ，正文："),
            ("记者 何立群 通讯员 陈科勇 周晓 黄铮", "记者 何立群 通讯员 陈科勇 周晓 黄铮"),
        ])
    func namesAtTheFront(part: String, expected: String) {
        let clean = Self.clean(part + "“人才强市”行动启动，" + Self.news + "\n")
        #expect(clean.boilerplate.map(\.text) == [expected])
    }

    @Test("a pen name is told by the day behind it")
    func penName() {
        let clean = Self.clean("临江新闻记者 陈科勇通讯员 仁宣5月6日，临江市召开座谈会，" + Self.news + "\n")
        #expect(clean.boilerplate.map(\.text) == ["临江新闻记者 陈科勇通讯员 仁宣"])
    }

    @Test(arguments: ["据临江网记者何立群报道，会议将于近日召开。", "临江网记者何立群报道了会议。", "（临江市通讯管理局）会议召开。"])
    func noNamesAtTheFront(text: String) {
        #expect(Self.clean(text + Self.news + "\n").boilerplate.isEmpty)
    }

    @Test("a caption right behind the writers parts from them")
    func captionBehindWriters() {
        let clean = Self.clean("临江新闻记者 陈科勇通讯员何立群签约现场 通讯员供图" + Self.news + "\n")
        #expect(clean.boilerplate.map(\.text) == ["临江新闻记者 陈科勇通讯员何立群", "签约现场 通讯员供图"])
        #expect(clean.string(0..<clean.scalars.count).hasSuffix(Self.news + "\n"))
    }

    @Test(
        "captions between sentences and credits behind the last",
        arguments: [
            ("会议现场。", "通讯员供图", "会议现场。通讯员供图"), ("会议现场。", "何立群摄", "会议现场。何立群摄"),
            ("", "“古桥新韵”画展启动。何立群 摄", "“古桥新韵”画展启动。何立群 摄"), ("", "陈 勇 摄", "陈 勇 摄"),
            ("", "（本报记者 陈 勇摄）", "（本报记者 陈 勇摄）"), ("", "【资料图】", "【资料图】"),
            ("", "代表在现场参观。记者何立群／摄影", "代表在现场参观。记者何立群／摄影"), ("", "何立群供图", "何立群供图"), ("", "活动现场（通讯员供图）", "活动现场（通讯员供图）"),
            ("", "资料图", "资料图"), ("", "“古桥+新韵”画展现场（通讯员供图）", "“古桥+新韵”画展现场（通讯员供图）"),
            ("", "何立群（资料图 图片来源：临江发布）", "何立群（资料图 图片来源：临江发布）"),
        ])
    func captions(before: String, caption: String, expected: String) {
        let text = Self.news + before + caption + "会后，代表们参观了人才公寓，对临江市的做法表示肯定，希望加强交流。"
        let clean = Self.clean(text + "\n")
        #expect(clean.boilerplate.map(\.text) == [expected])
        #expect(clean.boilerplate.map(\.kind) == ["caption"])
    }

    @Test(
        "a sentence that tells of someone is no caption",
        arguments: ["陈文远出席会议。", "人才公寓建成了。", "市长陈文远指出，要抓好落实。", "陈文远主持座谈会。"])
    func noCaption(sentence: String) {
        let clean = Self.clean(Self.news + sentence + "何立群摄会后，代表们回到市里。\n")
        #expect(clean.boilerplate.map(\.text) == ["何立群摄"])
        #expect(clean.string(0..<clean.scalars.count).contains(sentence))
    }

    @Test("nothing is set aside that has no text")
    func empty() {
        let clean = Self.clean("临江日报5月6日讯（记者 何立群）   \n\n   \n" + Self.news + "\n　　\n")
        #expect(clean.boilerplate.allSatisfy { !$0.text.isEmpty })
    }

    @Test(
        arguments: [
            (
                "（记者：陈科勇、何立群、周晓岚、黄铮、吴善、李海慧、罗江、卢小伟、张添翼、陆晴静、王婉媚、胡剑芳、侯祥家、张杰、姜蔼、陈勇、杨靖、李岩、何路、张博、陈子；海报：鲁豫、来辰；编辑：王丰、程雨、陈玉）",
                "credit"
            ),
            ("(临江新闻APP)", "credit"), ("（临江市人民政府网）", "credit"), ("（原标题：临江市召开会议）", "source"), ("每日经济新闻", "source"),
            ("临江日报交汇点记者 何立群/文 陈科勇/摄", "credit"), ("本文属于原创文章，如需转载，请写明出处：临江召开会议https://a.example/827/1.html", "licence"),
            ("如遇作品内容、版权等问题，请在刊发之日起30日内与本网联系。", "licence"),
            ("更多精彩资讯请在应用市场下载“临江网”客户端。欢迎提供新闻线索。", "licence"),
            ("何立群", "credit"), ("（党委宣传部 文/何立群 图/陈科勇）", "credit"), ("来源 | 临江网编辑 | 何立群责编 | 陈科勇", "source"),
            ("本版导读", "navigation"),
            ("（以上信息为临江网AI大数据自动生成）", "licence"),
            ("（甲江县林业发展中心 何立群）", "credit"), ("* 转载请注明来自临江发布", "licence"),
            ("代表们今天视察工地。图／甲江县政府提供", "caption"),
        ])
    func behindTheLastSentence(part: String, kind: String) {
        let clean = Self.clean(Self.news + part + "\n")
        #expect(clean.boilerplate.map(\.text) == [part])
        #expect(clean.boilerplate.map(\.kind) == [kind])
    }

    @Test("an advertisement right behind another goes too")
    func advertisements() {
        let clean = Self.clean(Self.news + "广告 一杯好茶，天天喝！ ×广告 好书天天读！ ×会后，代表们参观了公寓。\n")
        #expect(clean.boilerplate.map(\.kind) == ["advertisement", "advertisement"])
    }

    @Test("news of a right that was infringed or of a permit is no imprint")
    func rightsInTheNews() {
        for text in ["华星公司称其商标侵权案件已于昨日开庭，双方均表示愿意调解，法院将择日宣判，此案受到关注。", "该许可证草案规定，公司应当在年底前完成改造，逾期不予续期，各方对此表示欢迎和支持。"] {
            #expect(Self.clean(text + "\n").boilerplate.isEmpty)
        }
    }

    @Test("a comma before another mark is a scraper's")
    func commas() {
        let clean = Self.clean("市政协主席章远，、副主席杨林，、王辉出席，。会议审议了有关事项，；会议还研究了其他事项。\n")
        #expect(clean.string(0..<clean.scalars.count) == "市政协主席章远、副主席杨林、王辉出席。会议审议了有关事项；会议还研究了其他事项。\n")
    }

    @Test("the day of publication is the one that is called so")
    func published() {
        let clean = Self.clean("2023年03月29日 星期三\n临江市推进大会举行\n发布日期:2020-04-23\n4月22日，" + Self.news + "\n")
        #expect(clean.published == "2020-04-23")
    }

    @Test("lines of pages from Taiwan")
    func taiwan() {
        let lines = [
            "按Enter到主內容區", "現在位置 首頁 > 市政新聞", "• 友善列印", "• 回上一頁", "聯絡人:劉小姐", "聯絡電話:04-22289111分機15312", "• 點閱次數: 219",
        ]
        let text = lines.prefix(4).joined(separator: "\n") + "\n臨江市長陳文遠五日主持市政會議，聽取各局處報告，並請各局處加強為民服務，確保年節期間市民生活無虞。\n"
        let clean = Self.clean(text + lines.suffix(3).joined(separator: "\n") + "\n")
        #expect(clean.boilerplate.map(\.text) == lines)
    }

    @Test("who releases news at a press conference is no credit")
    func releasers() {
        let clean = Self.clean("临江市教育新闻发布会\n时间：2024年5月9日\n发布人：陈明轩 市教育局局长\n主持人：周立新 市委宣传部副部长\n大家上午好。\n")
        #expect(!clean.boilerplate.contains { $0.text.contains("陈明轩") })
    }
}

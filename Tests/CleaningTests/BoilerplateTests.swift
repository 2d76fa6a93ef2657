import Acquisition
import Diagnostics
import Testing

@testable import Cleaning

private let prose = "5月6日，临江市召开全市人才工作会议，市委副书记、市长陈文远主持会议并讲话，市领导周晓岚、何立群等参加会议。"
private let second = "会议指出，要坚持党管人才，落实各项任务，确保人才总量达到10万人，为高质量发展提供支撑，会议还研究了其他事项。"

@Suite("What is not the article is set aside with its kind")
struct BoilerplateTests {
    @Test(
        "lines over the article",
        arguments: [
            ("首页 > 正文", "navigation"), ("当前位置：首页 > 新闻中心 > 要闻", "navigation"), ("您的位置：首页>要闻", "navigation"),
            ("首页 | 要闻 | 政务 | 视频", "navigation"), ("发布时间：2024-05-06 浏览次数：12", "publication"),
            ("来源：临江日报 发布时间：2024年5月7日 10:22", "publication"), ("2024-05-07 10:22", "publication"),
            ("2024年05月07日 来源：临江日报", "publication"), ("来源：临江日报", "source"), ("分享到：", "share"),
            ("【打印】 【关闭】", "share"), ("■ 首席记者 陈科勇", "credit"), ("字体：大 中 小", "share"),
            ("临江日报5月6日讯（全媒体记者陈科勇）", "dateline"), ("网站首页 新闻中心 政务公开 互动交流 专题专栏", "navigation"),
            ("您当前位置：首页 / 新闻动态 / 正文", "navigation"), ("无障碍阅读 长者模式 繁體 English", "navigation"),
            ("打开APP阅读全文", "share"), ("点击上方蓝字关注我们", "share"), ("临江日报 2024-05-06 10:22", "publication"),
            ("索引号：000014349/2024-00012", "furniture"), ("今天是 2024年5月7日 星期二", "furniture"), ("临江日报全媒体讯", "dateline"),
            ("责编：何立群 2024-05-07", "credit"), ("2024-05-07T15:52:24+08:00 临江新闻网 何立群", "publication"),
            ("这里是标题这里是标题这里是标题这里是标题这里是标题这里是标题这里是标题", "template"),
        ])
    func over(line: String, kind: String) { expect(line, kind, in: line + "\n" + prose + "\n" + second + "\n") }

    @Test(
        "lines under the article",
        arguments: [
            ("新闻热线:0735-2892485 广告:2893888", "contact"), ("投稿QQ群:60874409", "contact"),
            ("湘ICP备43100302000113号", "licence"),
            ("版权所有 未经授权不得转载", "licence"), ("责任编辑：杨靖", "credit"), ("编辑：李岩 审核：何路曼", "credit"), ("（记者 何立群）", "credit"),
            ("(王婉媚)", "credit"), ("中国环境报记者张铭贤", "credit"), ("图片均由记者李桂柏 黄柏秀 摄", "credit"),
            ("上一篇： 全市经济工作会议召开", "related"),
            ("[查看原文](https://a.example/b.shtml)", "related"), ("相关阅读", "related"), ("用微信扫一扫", "share"),
            ("©2024 临江新闻网", "licence"),
            ("▲人才公寓开工现场。", "caption"), ("编辑 | 陈科勇", "credit"), ("编辑丨陈科勇 校对丨何立群", "credit"),
            ("本报记者 陈科勇 文/图", "credit"), ("(记者 陈科勇 摄影 欧阳杰)", "credit"), ("关键词：战略合作", "furniture"),
            ("会议现场2.jpg", "caption"), ("下载“临江”客户端，看更多新闻", "share"), ("长按二维码关注我们", "share"),
            ("首页 上一页 1 2 3 下一页 尾页", "navigation"), ("第1页/共3页", "navigation"), ("[1] [2] [3] 下一页", "navigation"),
            ("我要评论", "share"), ("阅读 1234 赞 12 在看 8", "share"), ("往期推荐", "furniture"), ("- END -", "furniture"),
            ("全文完", "furniture"), ("▼", "furniture"), ("本文已被浏览 123 次", "furniture"), ("友情链接", "furniture"),
            ("主办：临江市人民政府办公室 承办：临江市大数据管理局", "licence"),
            ("声明：转载此文是出于传递更多信息之目的，若有侵权，请与我们联系。", "licence"),
            ("凡注明来源为临江日报的稿件，版权均属临江日报社所有。", "licence"), ("《临江日报》（2024年05月06日 03版）", "source"),
        ])
    func under(line: String, kind: String) { expect(line, kind, in: prose + "\n" + second + "\n" + line + "\n") }

    private func expect(_ line: String, _ kind: String, in text: String) {
        let clean = clean(text)
        #expect(clean.string(0..<clean.scalars.count) == prose + "\n" + second + "\n")
        #expect(clean.boilerplate.map(\.text) == [line])
        #expect(clean.boilerplate.map(\.kind) == [kind])
        for part in clean.boilerplate {
            #expect(scalars(clean.source.text[part.range]) == part.text)
        }
    }

    @Test(
        "datelines before the first sentence, credits behind the last",
        arguments: [
            ("新华社北京5月6日电（记者何立群）", "dateline"), ("本报讯（记者 陈科勇）", "dateline"), ("央视网消息（新闻联播）：", "dateline"),
            ("本报讯 ", "dateline"),
            ("中新网临江5月6日电 (陈科勇)", "dateline"), ("荆楚网（湖北日报网）讯（记者黄铮 通讯员胡剑芳）", "dateline"),
            ("大众网记者 侯祥家 通讯员 张杰 临江报道", "dateline"), ("【临江网报道 见习记者 陈科勇】", "dateline"),
            ("临江消息报5月7日报道 ", "dateline"), ("临江晚报财经讯 ", "dateline"),
        ])
    func datelines(part: String, kind: String) {
        let clean = clean(part + prose)
        #expect(clean.string(0..<clean.scalars.count) == prose)
        #expect(clean.boilerplate.map(\.kind) == [kind])
        #expect(clean.boilerplate.first.map { part.hasPrefix($0.text.trimmed) } == true)
    }

    @Test(
        "credits behind the last sentence",
        arguments: [
            "（记者 陈科勇）", "(王婉媚)", "【编辑:张子怡】", "（完）", "（来源：临江日报）", "来源：临江日报", "（张博 陈子尚）", "(责任编辑：杨靖)",
            "（本报记者）", "（编译/陈科勇）", "《临江日报》（2024年05月06日 03版）", "广告声明：文内含有的对外链接仅供参考，本站所有文章均包含本声明。", "编辑 陈科勇",
            "通讯员 陆晴静 临江晚报记者 张添翼 校对 李海慧", "（临江市人民检察院）", "来源：临江晚报（一审：罗江 二审：卢小伟）",
            "【投稿、区域合作请发邮件。24小时内回复。】", "新闻线索报料通道：在手机商店下载“临江”，或搜索小程序，全天在线等你来报料！",
        ])
    func credits(part: String) {
        let clean = clean(prose + part)
        #expect(clean.string(0..<clean.scalars.count) == prose)
        #expect(clean.boilerplate.map(\.text) == [part])
    }

    @Test(
        "article text that looks like boilerplate stays",
        arguments: [
            "会议由市委办公室主办，各县（市、区）负责人参加。", "记者从会上获悉，今年将完成投资100亿元。", "李强会见中外记者", "他要求，畅通举报电话等渠道，及时回应关切。",
            "会议听取了来源广泛的意见。", "一、总体要求", "（一）指导思想", "陈文远、周晓岚、何立群出席会议。", "（草案）", "会议决定，建设新闻中心。", "据新华社消息，会议将于近日召开。",
            "会议审议通过《临江市人才条例（草案）》。", "时间：2024年5月6日上午九时", "地点：市政府第一会议室", "参加人员：各部门主要负责人", "他强调，要编辑好、使用好年鉴。",
            "来源广泛的人才是发展的基础", "关注民生，关注发展", "会议号召全市上下迅速行动", "会后，与会人员参观了客户端编辑部。", "附件所列任务要逐项落实。", "广告产业园的收入增长两倍。",
        ])
    func kept(line: String) {
        let text = prose + "\n" + line + "\n" + second + "\n"
        let clean = clean(text)
        #expect(clean.string(0..<clean.scalars.count) == text)
        #expect(clean.boilerplate.isEmpty)
    }

    @Test("an advertisement between two sentences goes, the sentences stay")
    func inserted() {
        let clean = clean(prose + "广告 他只是个小司机，却平步青云扶摇直上！ ×" + second + "\n")
        #expect(clean.string(0..<clean.scalars.count) == prose + second + "\n")
        #expect(clean.boilerplate.map(\.kind) == ["advertisement"])
    }

    @Test(
        "the label of the text goes with the day before it",
        arguments: ["2024-05-06 10:22，正文：", "来源：临江网| 2024年05月06日10:22:10，正文："])
    func label(part: String) {
        let clean = clean(part + prose + second + "\n")
        #expect(clean.string(0..<clean.scalars.count) == prose + second + "\n")
        #expect(clean.boilerplate.map(\.text) == [part])
    }

    @Test("a bracket over several lines that names the editors is one thing")
    func bracketOverLines() {
        let clean = clean(prose + "\n" + second + "\n[编辑:\n吴科勇 审核:何立群\n]\n")
        #expect(clean.string(0..<clean.scalars.count) == prose + "\n" + second + "\n")
        #expect(clean.boilerplate.map(\.text) == ["[编辑:\n吴科勇 审核:何立群\n]"])
    }

    @Test("the title stays, the publication's day is found")
    func published() {
        let clean = clean("全市人才工作会议召开\n发布时间：2024-5-6 10:22 来源：临江日报\n" + prose)
        #expect(clean.string(0..<clean.scalars.count) == "全市人才工作会议召开\n" + prose)
        #expect(clean.published == "2024-05-06")
    }

    @Test("the time of minutes is when they met, that of a page when it was published")
    func timeOfMinutes() {
        let minutes = "人才工作专题会议纪要\n时间：2024年5月6日\n地点：市政务中心\n主持：陈文远\n" + second + "\n"
        #expect(cleaned(minutes) == minutes)
        #expect(clean(minutes).published == nil)
        let page = "全市人才工作会议召开\n时间：2024年5月7日\n" + prose + "\n"
        #expect(!cleaned(page).contains("时间："))
        #expect(clean(page).published == "2024-05-07")
    }

    @Test("a list of related articles goes with its heading")
    func related() {
        let clean = clean(prose + "\n相关阅读\n全市经济工作会议召开\n市长在江北区调研\n")
        #expect(clean.string(0..<clean.scalars.count) == prose + "\n")
        #expect(clean.boilerplate.map(\.kind) == ["related", "related", "related"])
    }

    @Test("what HTML says of a block counts, and its title stays")
    func page() throws {
        let page =
            "<html><title>全市人才工作会议召开</title><body><ul><li>要闻</li><li>政务公开</li></ul><h1>全市人才工作会议召开</h1>"
            + "<div><p>\(prose)</p><p>\(second)</p></div><div class=\"footer\">临江日报社</div></body></html>"
        let source = try SourceReader().read(bytes: Array(page.utf8), path: "a.html")
        let clean = cleaner.clean(source)
        #expect(clean.string(0..<clean.scalars.count) == "全市人才工作会议召开\n" + prose + "\n" + second + "\n")
        #expect(clean.boilerplate.map(\.text) == ["要闻", "政务公开", "临江日报社"])
    }

    private func scalars(_ text: ArraySlice<Unicode.Scalar>) -> String { String(scalars: text) }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}

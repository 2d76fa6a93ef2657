import Testing

@testable import Extraction

/// Texts in which a meeting is not the news.
@Suite struct RetoldRuleTests {
    @Test(
        "papers abroad, the net, one step of many",
        arguments: [
            "据法新社8月3日报道，军人3日表示取消协定。5月28日，军人领导人何清举行会议。总统江波被扣押。",
            "当地时间5月9日，总理何清宣布驱逐大使。5月9日上午，总理何清召开紧急会议，进行讨论。",
            "知情人士透露，小组不太可能调整政策。小组可以要求召开全面的成员会议。",
            "5月9日，云溪电视台刊发了云溪县召开水利推进会的文章，配图引起热议。网传图中一名干部疑似打瞌睡。县水利局回应称不属实。",
            "网上出现多篇帖文称，副市长何清跳江身亡。记者联系到殡仪馆。何清最近一次公开活动在7月19日，他主持召开水利推进会。",
            "今日早盘，沪指涨0.9%，深成指涨1%，券商板块涨超3%，两市成交放量。消息面上，5月9日，行长何清主持召开企业座谈会。",
            "据韩联社报道，总统何清17日视察洪水灾情，遭到批评。",
            "原标题：云溪股份有限公司关于终止发行的公告云溪股份有限公司于2024年5月9日召开第三届董事会第二次会议，审议通过了议案。特此公告。云溪股份有限公司董事会",
            "云溪法院自5月起开展专项执行行动。院长何清高度重视，召开专题会议研究部署。全体干警闻令而动。",
        ])
    func retold(_ text: String) {
        let record = Phrases.record(text)
        #expect(record.kind == .other)
        #expect(record.meeting.name == nil)
        #expect(record.officials.isEmpty)
    }

    @Test(
        "a name of its own, a day, what was said there",
        arguments: [
            ("据央视新闻报道，当地时间5月9日，云溪合作组织第三次部长会议在东山召开。部长何清出席会议。", "云溪合作组织第三次部长会议"),
            ("当地时间5月9日，总领事何清主持召开座谈会。", "座谈会"), ("当地时间5月9日，总理何清举行新闻发布会。", "新闻发布会"),
            ("5月9日，局长何清主持召开专题会议。", "专题会议"),
            ("5月9日，云溪市召开烈士遗体搜寻工作会议。局长何清出席会议。", "云溪市烈士遗体搜寻工作会议"),
            ("5月9日，云溪市召开上市公司座谈会，沪指收盘情况在会上通报。局长何清出席会议。", "云溪市上市公司座谈会"),
            ("5月9日，云溪市召开水利会议。局长何清强调，现将有关事项特此公告一词写清。", "云溪市水利会议"), ("院长何清高度重视，召开专题会议研究部署。会议指出，要抓实。", "专题会议"),
        ])
    func told(_ text: String, _ expected: String) {
        #expect(Phrases.record(text).meeting.name == expected)
    }

    @Test func aDigestIsNoMeeting() {
        let digest = "早安！要闻要论市委常委会5月9日召开会议。市委书记何清主持会议。国际要闻某国地震。天气预报云溪有雨。"
        #expect(Phrases.record(digest).kind == .other)
        #expect(Phrases.record("天气预报有雨，市委常委会5月9日召开会议。市委书记何清主持会议。").kind == .meeting)
    }
}

import Testing

@testable import Extraction

/// What 全市 and 省 stand for, where the text itself says it.
@Suite struct RegionRuleTests {
    @Test(arguments: [
        ("云溪市委书记李明主持会议", RegionRule.Level.city, "云溪市"), ("河北省省长李明主持会议", .province, "河北省"),
        ("天台县召开会议", .county, "天台县"), ("衡阳日报讯", .city, "衡阳市"),
    ])
    func named(text: String, level: RegionRule.Level, expected: String) {
        #expect(RegionRule.name(of: level, in: Phrases.passage(text), headline: nil) == expected)
    }

    @Test(arguments: [
        ("常务副市长李明主持会议", RegionRule.Level.city), ("市委市政府召开会议", .city), ("全市召开会议", .city),
        ("会议传达学习总书记在四川考察时的讲话精神", .province), ("李明赴湖北考察", .province), ("传达在四川省和陕西汉中考察时的讲话", .province),
        ("全县县长参加会议", .county),
    ])
    func unnamed(text: String, level: RegionRule.Level) {
        #expect(RegionRule.name(of: level, in: Phrases.passage(text), headline: nil) == nil)
    }
}

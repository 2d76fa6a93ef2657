import Testing

@testable import Extraction

/// The meeting that went with a visit.
@Suite struct VisitMeetingTests {
    private static let visit = "5月9日，市长林望舒到东山县调研防汛工作。"

    @Test(arguments: [
        ("在随后召开的专题座谈会上，县长何清作了发言。", "专题座谈会"), ("座谈会上，县长何清作了发言。", "座谈会"),
        ("县长何清出席座谈会。", "座谈会"), ("在东山县·云溪区协作联席会议上，县长何清作了发言。双方举行了捐赠仪式。", "东山县·云溪区协作联席会议"),
        ("会上举行了捐赠仪式。在依法治校座谈会上，县长何清作了发言。", "依法治校座谈会"),
        ("林望舒捐赠资金并召开座谈会。", "座谈会"), ("县长何清出席并主持座谈会。", "座谈会"),
    ])
    func named(_ text: String, _ expected: String) {
        let record = Phrases.record(Self.visit + text)
        #expect(record.kind == .visit)
        #expect(record.meeting.name == expected)
    }

    @Test(arguments: [
        "县长何清陪同。", "要贯彻总书记在文艺工作座谈会上的讲话精神。", "要落实总书记在座谈会上，对防汛提出的要求。", "座谈会的通知已经发出。",
    ])
    func unnamed(_ text: String) {
        #expect(Phrases.record(Self.visit + text).meeting.name == nil)
    }

    @Test func theRangePointsAtTheWords() throws {
        let text = Self.visit + "在专题座谈会上，县长何清作了发言。"
        #expect(Phrases.words(text, try #require(Phrases.record(text).meeting.ranges["name"])) == "专题座谈会")
    }
}

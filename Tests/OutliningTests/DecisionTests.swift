import Acquisition
import Cleaning
import Extraction
import Testing

@testable import Outlining

@Suite("What a list names is said with what was decided of it")
struct DecisionTests {
    private func texts(_ article: String, _ results: [(String, String)], known: Bool = true) -> [String] {
        let scalars = Array(article.unicodeScalars)
        let source = SourceText(path: "a.txt", sha256: "00", encoding: "UTF-8", format: .text, text: scalars)
        var record = MeetingRecord(
            id: "00-1", source: .init(path: "a.txt", sha256: "00", encoding: "UTF-8", script: .hans), kind: .meeting,
            meeting: .init())
        record.results = results.map { text, kind in
            let part = Array(text.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: part) } ?? 0
            return .init(text: text, range: .init(start..<start + part.count), kind: kind)
        }
        let appendix = SourceAppendix(known ? CleanText(unrepaired: source) : nil, prefix: "m1")
        let texts = GoalsTables.results(record, appendix)
        return record.results.compactMap { texts[$0.range] }
    }

    @Test("the words stand before the first, and hold for those that follow it")
    func lists() {
        #expect(
            texts(
                "会议审议通过《堤防办法》《取水细则》，原则同意《绿道方案》《灯光方案》，听取了关于汛情的汇报。",
                [
                    ("《堤防办法》", "adopted"), ("《取水细则》", "adopted"), ("原则同意《绿道方案》", "adopted"),
                    ("《灯光方案》", "adopted"), ("关于汛情的汇报", "proceeding"),
                ]) == ["审议通过《堤防办法》。", "审议通过《取水细则》。", "原则同意《绿道方案》。", "原则同意《灯光方案》。", "听取关于汛情的汇报。"])
    }

    @Test("where other words stand before it nothing is added")
    func others() {
        #expect(texts("与会人员观看《水之歌》。", [("《水之歌》", "proceeding")]) == ["《水之歌》。"])
        #expect(
            texts("局长就《规划》作说明，会议要求落实《规划纲要》。", [("局长就《规划》作说明", "proceeding"), ("《规划纲要》", "proceeding")])
                == ["局长就《规划》作说明。", "《规划纲要》。"])
    }

    @Test("of a record alone nothing is said that it does not say: what it calls adopted may be so in principle")
    func recordAlone() {
        #expect(
            texts("会议审议通过《堤防办法》《取水细则》。", [("《堤防办法》", "adopted"), ("《取水细则》", "adopted")], known: false)
                == ["《堤防办法》。", "《取水细则》。"])
    }
}

import Fonts
import Outlining
import Testing

@testable import Pagination

/// Texts and layouts that nobody should hand in: a page or a fault comes out, never a hang, and nothing is lost.
struct HardCasesTests {
    private static let table = """
          - table: rows
            look: ruled
            continued: "续表{table}"
            columns:
              - {text: "{a}", width: 30pt, join: true, heading: 甲}
              - {text: "{b}", width: 1fr, heading: 乙}
              - {text: "{c}", width: auto, heading: 丙}

        """

    private func cells(_ document: PagedDocument, wide: Bool) -> String {
        document.pages.flatMap { Setting.lines($0) }.filter { !["甲", "乙", "丙"].contains($0.text) }
            .filter { wide ? $0.x > Length.mm(28).points + 30 : $0.x < Length.mm(28).points + 30 }
            .filter { !$0.text.hasPrefix("续表") }.map(\.text).joined()
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["国", "a", "，", "—", "1", "（", "国a", "\u{301}"])
    func aHundredThousandCharactersInACellAreSet(unit: String) throws {
        let text = String(repeating: unit, count: 100_000 / unit.count)
        let document = try Setting.paginate(Self.table, ["rows": [["a": "头", "b": .text(text), "c": "尾"]]])
        #expect(document.pages.count > 10)
        for page in document.pages {
            let foot = Setting.fills(page).map { $0.y + $0.height }.max() ?? 0
            #expect(foot <= Length.mm(297 - 35).points + 1)
        }
        if unit == "国" {
            let isWhole = cells(document, wide: true) == text + "尾" || cells(document, wide: true).count == 100_001
            #expect(isWhole)
        }
    }

    /// Joined cells taller than their rows, and taller than a page, beside rows taller than a page.
    @Test(arguments: [1, 40, 400, 4000])
    func joinedCellsOfAnyLengthLoseNothing(length: Int) throws {
        let long = (0..<length).map { String(UnicodeScalar(0x4E00 + $0 % 5000)!) }.joined()
        let rows = (1...12).map { number -> Briefing.Value in
            ["a": .text(number < 10 ? long : "短"), "b": .text("第\(number)行"), "c": number == 5 ? .text(long) : "末"]
        }
        let document = try Setting.paginate(
            Self.table.replacing("width: auto", with: "width: 60pt"), ["rows": .list(rows)])
        let first = document.pages.flatMap { Setting.lines($0) }.filter { $0.x < Length.mm(28).points + 30 }
            .map(\.text).joined()
        let isThere = first.contains(long) || first.replacing("续表1", with: "").replacing("甲", with: "").contains(long)
        #expect(isThere, "\(length)")
        let texts = document.pages.flatMap { Setting.texts($0) }
        #expect(texts.filter { $0.hasPrefix("第") } == (1...12).map { "第\($0)行" })
        for page in document.pages {
            for line in Setting.lines(page) { #expect(line.y < Length.mm(297 - 35).points + 0.01) }
        }
    }

    @Test func wordsLongerThanALineAndControlsAreSet() throws {
        let url = "https://example.test/" + String(repeating: "abc0", count: 100)
        let document = try Setting.paginate(
            "  - {text: \"{t}\", style: body}\n  - {names: people, across: 4, style: plain}\n"
                + "  - {seats: seats, style: plain}\n" + Self.table,
            [
                "t": .text("前\u{0}\u{7}\u{1B}[31m后\u{202E}" + url), "people": [.text(url), "\u{7}", ""],
                "seats": [["label": .text(url), "names": [.text(url), ""]]],
                "rows": [["a": .text(url), "b": "\u{0}", "c": .text(url)]],
            ])
        let text = document.pages.flatMap { Setting.texts($0) }.joined()
        #expect(text.contains("前[31m后https://example.test/"))
        for page in document.pages {
            for line in Setting.lines(page) { #expect(line.x < Length.mm(210).points) }
        }
    }

    /// Every section with nothing, with too little, with the wrong kind of value.
    @Test(arguments: [
        "null", "\"text\"", "[]", "[[]]", "[{}]", "[null]", "[\"a\", {\"a\": []}]", "{}", "[{\"names\": 3}]", "7",
        "true",
        "[{\"v\": 1e308}, {\"v\": -1e308}]", "[{\"v\": \"--..\"}]",
    ])
    func wrongValuesGiveAPage(json: String) throws {
        let sections = """
              - {text: 在, style: body}
              - {text: "{x}", style: body}
              - {names: x, across: 3, style: plain}
              - {seats: x, style: plain}
              - {each: x, sections: [{text: "{v}", style: plain}]}
              - {chart: x, kind: bars, label: "{k}", value: "{v}", style: plain}
              - {chart: x, kind: lines, label: "{k}", value: ["{v}", "{w}"], style: plain}
              - {chart: x, kind: heat, label: "{k}", value: ["{v}"], axis: x, style: plain}
              - {chart: x, kind: sdg, label: "{k}", value: ["{v}"], style: plain}
              - {table: x, look: ruled, head: x, columns: [{text: "{v}"}, {text: "{.}", width: 1fr}]}
              - {columns: 2, sections: [{text: "{x}", style: plain}]}
              - landscape: [{text: "{x}", style: plain}]
              - fold: [{text: "{x}", style: plain}]

            """
        let briefing = try Briefing(json: Array("{\"x\": \(json)}".utf8), path: "a.json")
        let document = try Setting.paginate(sections, briefing.fields)
        #expect(document.pages.first.map { Setting.texts($0).first } == "在")
        for page in document.pages {
            for line in Setting.lines(page) { #expect(line.x.isFinite && line.y.isFinite) }
            for box in Setting.fills(page) { #expect(box.width.isFinite && box.height.isFinite) }
        }
    }

    /// Ten times the rows, about ten times the work.
    @Test(.timeLimit(.minutes(2))) func longTablesTakeTimeInProportion() throws {
        func time(_ count: Int) throws -> Double {
            let rows = (1...count).map { Briefing.Value.fields(["a": "同", "b": .text("第\($0)行"), "c": "末"]) }
            let clock = ContinuousClock()
            let duration = try clock.measure {
                let document = try Setting.paginate(Self.table, ["rows": .list(rows)])
                let found = document.pages.flatMap { Setting.texts($0) }.filter { $0.hasPrefix("第") }
                let isWhole = found == (1...count).map { "第\($0)行" }
                #expect(isWhole)
            }
            return Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
        }
        let small = try time(1000)
        let large = try time(10_000)
        // Other tests run beside this one.
        #expect(large < 40 * small, "\(small) s, \(large) s")
    }
}

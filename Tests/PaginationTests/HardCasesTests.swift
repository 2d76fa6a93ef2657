import Fonts
import Foundation
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
              - {text: "{a}", width: 30pt, join: true, heading: A}
              - {text: "{b}", width: 1fr, heading: B}
              - {text: "{c}", width: auto, heading: C}

        """

    // Even pages begin 2 mm further left.
    private static let edge = Length.mm(26).points + 32

    /// Texts of cells but for headings: of the first column, or of the others.
    private func cells(_ document: PagedDocument, first: Bool) -> String {
        var text = ""
        for line in document.pages.flatMap({ Setting.lines($0) }) {
            if ["A", "B", "C"].contains(line.text) || line.text.hasPrefix("续表") { continue }
            if (line.x < Self.edge) == first { text += line.text }
        }
        return text
    }

    @Test func aNameTooLongForItsCellIsNotCutBeforeAMark() throws {
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                columns: [{text: "{a}", width: 58pt, names: true}, {text: "{b}", width: 1fr}]
            """, ["rows": [["a": "阿依努尔·吐逊", "b": "乙"]], "names": ["阿依努尔·吐逊"]])
        let lines = Setting.texts(document.pages[0]).filter { $0 != "乙" }
        #expect(lines.joined() == "阿依努尔·吐逊" && lines.count > 1)
        #expect(!lines.contains { $0.hasPrefix("·") }, "\(lines)")
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
            let found = cells(document, first: false)
            #expect(found.count == 100_001)
            #expect(found.allSatisfy { $0 == "国" || $0 == "尾" })
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
        let isThere = cells(document, first: true).contains(long)
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
        let lines = document.pages.map { Setting.lines($0) }.joined()
        // The seats' label and names, the cells and the running text hold the address whole.
        let letters = lines.map(\.text).joined().unicodeScalars.filter { $0 == "c" }.count
        #expect(letters == 6 * 100)
        let farthest = lines.map(\.x).max() ?? 0
        #expect(farthest < Length.mm(210).points)
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

    /// Of this thread alone, in s: other tests run beside it.
    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Ten times the rows, about ten times the work.
    @Test(.timeLimit(.minutes(2))) func longTablesTakeTimeInProportion() throws {
        func time(_ count: Int) throws -> Double {
            let rows = (1...count).map { Briefing.Value.fields(["a": "同", "b": .text("第\($0)行"), "c": "末"]) }
            let start = processorTime()
            let document = try Setting.paginate(Self.table, ["rows": .list(rows)])
            let found = document.pages.flatMap { Setting.texts($0) }.filter { $0.hasPrefix("第") }
            let isWhole = found == (1...count).map { "第\($0)行" }
            #expect(isWhole)
            return processorTime() - start
        }
        let small = try time(1000)
        let large = try time(10_000)
        #expect(large < 20 * small, "\(small) s, \(large) s")
    }
}

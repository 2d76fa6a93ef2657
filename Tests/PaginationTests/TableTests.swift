import Fonts
import Outlining
import Testing

@testable import Pagination

struct TableTests {
    private func rows(_ count: Int, _ fields: (Int) -> [String: Briefing.Value]) -> Briefing.Value {
        .list((1...count).map { .fields(fields($0)) })
    }

    @Test func equalNeighboursBecomeOneCell() throws {
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                columns:
                  - {text: "{area}", width: 50pt, join: true}
                  - {text: "{kind}", width: 50pt, join: true}
                  - {text: "{no}", width: 50pt}

            """,
            ["rows": rows(4) { ["area": .text($0 < 4 ? "东" : "西"), "kind": "水", "no": .number(Double($0))] }])
        let lines = Setting.lines(document.pages[0])
        #expect(lines.map(\.text).sorted() == ["1", "2", "3", "4", "东", "水", "水", "西"])
        // The joined cell stands in the middle of its three rows; 水 is not joined across the edge of 东 and 西.
        let east = try #require(lines.first { $0.text == "东" })
        #expect(abs(east.y - lines.first { $0.text == "2" }!.y) < 0.01)
        // Rules inside the joined cells are left out: full above row 1 and 4, and at the foot; short above 2 and 3.
        let widths = Setting.fills(document.pages[0]).filter { $0.height == 0.5 }.map {
            ($0.width * 100).rounded() / 100
        }
        #expect(widths == [150.5, 50.25, 50.25, 150.5, 150.5])
    }

    @Test func cellsTakeColumnsAndRows() throws {
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                columns:
                  - {text: "{a}", width: 60pt}
                  - {text: "{b}", width: 60pt}
                  - {text: "{c}", width: 60pt}

            """,
            [
                "rows": [
                    ["a": ["text": "宽", "columns": 2], "b": "盖", "c": "一"],
                    ["a": ["text": "高", "rows": 2], "b": "二", "c": "三"], ["a": "盖", "b": "四", "c": "五"],
                ]
            ])
        #expect(Setting.texts(document.pages[0]).sorted() == ["一", "三", "二", "五", "四", "宽", "高"].sorted())
        // The rule between the first two columns is missing beside the wide cell alone.
        let upright = Setting.fills(document.pages[0]).filter { $0.width == 0.5 }
        let inner = upright.filter { abs($0.x - (Length.mm(28).points + 60 - 0.25)) < 0.01 }
        let outer = try #require(upright.first { abs($0.x - (Length.mm(28).points - 0.25)) < 0.01 })
        #expect(inner.count == 1)
        #expect(abs(inner[0].height - outer.height * 2 / 3) < 0.01)
    }

    @Test func spansBeyondTheTableAreCut() throws {
        let document = try Setting.paginate(
            "  - table: rows\n    look: ruled\n    columns:\n      - {text: \"{a}\", width: 60pt}\n"
                + "      - {text: \"{b}\", width: 60pt}\n",
            ["rows": [["a": "一", "b": ["text": "大", "columns": 9, "rows": 99]], ["a": "二"]]])
        #expect(Setting.texts(document.pages[0]).sorted() == ["一", "二", "大"].sorted())
    }

    @Test func aJoinedCellStandsOnEveryPageOfItsRows() throws {
        let document = try Setting.paginate(
            "  - table: rows\n    look: ruled\n    continued: \"续表{table}\"\n    columns:\n"
                + "      - {text: \"{a}\", width: 60pt, join: true}\n      - {text: \"{b}\", width: 60pt}\n",
            ["rows": rows(90) { ["a": "同", "b": .text("第\($0)行")] }])
        #expect(document.pages.count == 3)
        for page in document.pages { #expect(Setting.texts(page).count { $0 == "同" } == 1) }
        #expect(document.pages.map { Setting.texts($0)[0] } == ["第1行", "续表1", "续表1"])
        let found = document.pages.flatMap { Setting.texts($0) }.filter { $0.hasPrefix("第") }
        #expect(found == (1...90).map { "第\($0)行" })
    }

    @Test func figuresStandPointBelowPoint() throws {
        let values = ["12.5%", "3", "1,204.75", "-0.08", "约8.5亿元", "无"]
        let document = try Setting.paginate(
            "  - table: rows\n    look: ruled\n    columns:\n      - {text: \"{v}\", width: 200pt, align: point}\n",
            ["rows": .list(values.map { ["v": .text($0)] })])
        let points = Setting.lines(document.pages[0]).compactMap { line -> Double? in
            guard let place = TableColumns.pointPlace(Array(line.text.unicodeScalars)) else { return nil }
            let before = line.text.unicodeScalars.prefix(place)
            // FixedShaper: half an em each but 约, which keeps a quarter em from the figure.
            return line.x + before.reduce(0) { $0 + ($1 == "约" ? 15 : 6) }
        }
        #expect(points.count == 5)
        for point in points { #expect(abs(point - points[0]) < 0.02) }
    }

    @Test func headingsOfSeveralRowsAreRepeated() throws {
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                head: head
                columns:
                  - {text: "{n}", width: 60pt}
                  - {text: "{n}", width: 60pt}
                  - {text: "{n}", width: 60pt}

            """,
            [
                "rows": rows(50) { ["n": .number(Double($0))] },
                "head": [[["text": "甲", "rows": 2], ["text": "乙", "columns": 2]], ["丙", "丁"]],
            ])
        #expect(document.pages.count == 2)
        for page in document.pages { #expect(Set(Setting.texts(page).prefix(4)) == ["甲", "乙", "丙", "丁"]) }
        let lines = Setting.lines(document.pages[1])
        let (first, second) = (lines.first { $0.text == "甲" }!, lines.first { $0.text == "丙" }!)
        #expect(first.y < second.y && first.y > lines.first { $0.text == "乙" }!.y)
    }

    @Test func columnsOfAGroupHaveAHeadingAboveTheirs() throws {
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                columns:
                  - {text: "{n}", width: 60pt, heading: 序号}
                  - {text: "{n}", width: 60pt, heading: 姓名, group: 责任}
                  - {text: "{n}", width: 60pt, heading: 单位, group: 责任}

            """, ["rows": [["n": 1]]])
        let lines = Setting.lines(document.pages[0])
        #expect(Set(lines.prefix(4).map(\.text)) == ["责任", "姓名", "单位", "序号"])
        #expect(lines.first { $0.text == "姓名" }!.y - lines.first { $0.text == "责任" }!.y > 15)
    }

    /// No page has the caption alone, a table's first row alone or its last row alone; small tables are in one piece.
    @Test func tablesEndAndBeginWithSeveralRows() throws {
        for before in 0...24 {
            for count in [2, 5, 8, 25, 60] {
                let document = try Setting.paginate(
                    """
                      - {text: "{lead}", style: body}
                      - table: rows
                        look: ruled
                        caption: 表名
                        note: 表注
                        columns:
                          - {text: "第{n}行", width: 60pt}

                    """,
                    [
                        "lead": .list([Briefing.Value](repeating: "短", count: before)),
                        "rows": rows(count) { ["n": .number(Double($0))] },
                    ])
                for page in document.pages {
                    let texts = Setting.texts(page)
                    let here = texts.count { $0.hasPrefix("第") }
                    #expect(here == 0 || here >= min(count, 2), "\(before) \(count)")
                    if texts.contains("表名") { #expect(here >= min(count, 2), "\(before) \(count)") }
                    if texts.contains("表注") { #expect(here >= min(count, 2), "\(before) \(count)") }
                    if count <= 5, here > 0 { #expect(here == count, "\(before) \(count)") }
                }
            }
        }
    }

    @Test func statesHaveAShapeAWordAndAColour() throws {
        let document = try Setting.paginate(
            "  - table: rows\n    look: ruled\n    columns:\n"
                + "      - {text: \"{s}\", width: 90pt, lamps: {\"●\": green}}\n",
            ["rows": [["s": "● 已完成"]]])
        let runs = document.pages[0].drawn.compactMap { item -> GlyphRun? in
            if case .glyphs(let run) = item, run.face.index != 2 { run } else { nil }
        }
        #expect(runs.map { String(String.UnicodeScalarView($0.text)) }.joined() == "● 已完成")
        #expect(runs[0].colour.hex == "#2e7d32")
        #expect(runs[1].colour == .black)
    }

    /// GB/T 9704 7.7: the head of a turned table at the binding edge of odd pages, at the outer edge of even ones, which
    /// is the left of the sheet both times; the page number where it always is.
    @Test func turnedTablesHaveTheirHeadAtTheLeftOfTheSheet() throws {
        let document = try Setting.paginate(
            """
              - {text: 前, style: body}
              - landscape:
                  - table: rows
                    look: ruled
                    columns:
                      - {text: "{n}", heading: 题, width: 220mm}
              - {text: 后, style: body}

            """, ["rows": rows(40) { ["n": .number(Double($0))] }])
        #expect(document.pages.map { Setting.folio($0) } == (1...document.pages.count).map { "— \($0) —" })
        var found: [String] = []
        for (place, page) in document.pages.enumerated() {
            #expect(page.width < page.height)
            guard case .turned(let quarters, let origin, let items)? = page.drawn.first else { continue }
            #expect(quarters == 1)
            let margin = (place + 1) % 2 == 1 ? 28.0 : 26.0
            #expect(abs(origin.x - Length.mm(margin).points) < 0.01)
            #expect(abs(origin.y - Length.mm(297 - 35).points) < 0.01)
            let lines = Setting.lines(items)
            #expect(lines[0].text == "题")
            #expect(lines[0].y < 30)
            found += lines.map(\.text).filter { $0 != "题" }
        }
        #expect(found == (1...40).map(String.init))
        #expect(Setting.texts(document.pages[0]) == ["前"])
        #expect(Setting.texts(document.pages[document.pages.count - 1]) == ["后"])
    }

    @Test func aTableInACellIsTextOnAPage() throws {
        let document = try Setting.paginate(
            "  - table: rows\n    look: ruled\n    columns:\n      - {text: \"{c}\", width: 90pt}\n",
            ["rows": [["c": [["a": "甲", "b": "乙"], ["a": "丙"]]], ["c": "丁\n戊"]]])
        #expect(Setting.texts(document.pages[0]) == ["甲　乙", "丙", "丁", "戊"])
    }
}

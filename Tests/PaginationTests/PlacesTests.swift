import Fonts
import Outlining
import Testing

@testable import Pagination

/// Columns, names, seats, folded sheets, footnotes, end matter.
struct PlacesTests {
    private static let filler = Briefing.Value.text(String(repeating: "国", count: 28 * 10))

    @Test func namesStandAtEvenDistancesAndLongOnesTakeMorePlaces() throws {
        let document = try Setting.paginate(
            "  - {names: people, across: 4, style: plain}\n",
            ["people": ["王伟", "欧阳清", "钱三强（女，满族，特邀代表）", "赵云"]])
        let lines = Setting.lines(document.pages[0])
        #expect(lines.map(\.text) == ["王　伟", "欧阳清", "钱三强（女，满族，特邀代表）", "赵　云"])
        let left = Length.mm(28).points
        let place = Length.mm(156).points / 4
        #expect(lines.prefix(3).enumerated().allSatisfy { abs($1.x - left - Double($0) * place) < 0.01 })
        #expect(lines[3].y > lines[2].y && abs(lines[3].x - left) < 0.01)
    }

    @Test func columnsAreBalanced() throws {
        let document = try Setting.paginate(
            "  - columns: 2\n    gap: 20pt\n    sections:\n      - {text: \"{list}\", style: plain}\n  - {text: 后, style: plain}\n",
            ["list": .list((1...11).map { .text("第\($0)条") })])
        let lines = Setting.lines(document.pages[0])
        let left = lines.filter { abs($0.x - lines[0].x) < 1 && $0.text != "后" }
        #expect(left.count == 6)
        #expect(abs(lines[6].y - lines[0].y) < 0.01)
        #expect(abs(lines[6].x - lines[0].x - (Length.mm(156).points + 20) / 2) < 0.01)
        #expect(lines.last!.text == "后" && lines.last!.y > left.last!.y)
    }

    @Test func columnsGoOnOverPagesAndLoseNothing() throws {
        let document = try Setting.paginate(
            "  - {text: \"{lead}\", style: body}\n  - columns: 3\n    gap: 20pt\n    sections:\n      - {text: \"{list}\", style: plain}\n",
            ["lead": Self.filler, "list": .list((1...300).map { .text("第\($0)条") })])
        let found = document.pages.flatMap { Setting.texts($0) }.filter { $0.hasPrefix("第") }
        #expect(found == (1...300).map { "第\($0)条" })
        for page in document.pages {
            for line in Setting.lines(page) { #expect(line.y < Length.mm(297 - 35).points) }
        }
    }

    @Test func seatsStandInRowsWithTheirAisle() throws {
        let document = try Setting.paginate(
            "  - {seats: seats, style: plain, width: 50pt, height: 24pt, gap: 4pt}\n",
            [
                "seats": [
                    ["label": "主席台", "names": ["甲乙丙"]],
                    ["label": "第一排", "names": ["王伟", "", "赵云"]],
                ]
            ])
        let lines = Setting.lines(document.pages[0])
        #expect(lines.map(\.text) == ["主席台", "甲乙丙", "第一排", "王　伟", "赵　云"])
        #expect(abs(lines[4].x - lines[3].x - 108) < 0.01)
        let boxes = document.pages[0].drawn.filter { if case .stroke = $0 { true } else { false } }
        #expect(boxes.count == 3)
    }

    @Test func aFoldedSheetHasTheNameOnBothSides() throws {
        let layout = try Layout.read(
            """
            page: {paper: A4, landscape: true, top: 10mm, bottom: 10mm, inside: 20mm, outside: 20mm}
            styles: {name: {face: title, size: 150pt, pitch: 150pt, align: centre, fit: true}}
            sections:
              - each: signs
                sections:
                  - {fold: [{text: "{name|padded}", style: name}]}

            """, name: "own", file: "own.yaml")
        let document = try Paginator(layout: layout, shaper: FixedShaper())
            .paginate(Briefing(fields: ["signs": [["name": "王伟"], ["name": "迪丽努尔·艾山"]]]))
        #expect(document.pages.count == 2)
        let half = Length.mm(105).points
        for (page, name) in zip(document.pages, ["王　伟", "迪丽努尔·艾山"]) {
            guard case .glyphs(let front) = page.drawn[0], case .stroke(let fold) = page.drawn[1],
                case .turned(let quarters, let origin, let back) = page.drawn[2]
            else {
                Issue.record("not a folded sheet: \(page.drawn.count) items")
                continue
            }
            #expect(String(String.UnicodeScalarView(front.text)) == name)
            #expect(Setting.lines(back).map(\.text) == [name])
            #expect(quarters == 2 && !fold.dashes.isEmpty && fold.points[0].y == half)
            // The same distance from the fold on both sides.
            guard case .glyphs(let turned) = back[0] else { continue }
            let baseline = origin.y - turned.glyphs[0].y
            #expect(abs((front.glyphs[0].y - half) - (half - baseline)) < 0.01)
        }
    }

    /// With paragraphs of three lines a page would often end a line or two early.
    @Test func pagesEndOnTheFootOfTheTypeArea() throws {
        let three = Briefing.Value.text(String(repeating: "国", count: 28 * 3 - 10))
        let yaml =
            Setting.head.replacing("mirrored: true", with: "mirrored: true, fill: true")
            + "  - {text: \"{lead}\", style: body}\n  - {text: \"{list}\", style: body}\n"
        let layout = try Layout.read(yaml, name: "own", file: "own.yaml")
        for lead in 0...3 {
            let document = try Paginator(layout: layout, shaper: FixedShaper()).paginate(
                Briefing(fields: [
                    "lead": .list([Briefing.Value](repeating: "短", count: lead)),
                    "list": .list([Briefing.Value](repeating: three, count: 60)),
                ]))
            for page in document.pages.dropLast() {
                let lines = Setting.lines(page)
                let foot = lines.map(\.y).max() ?? 0
                #expect(abs(foot + 0.12 * 15.75 - Length.mm(297 - 35).points) < 13.5, "\(lead)")
                let all = Set(lines.map { ($0.y * 100).rounded() }).sorted()
                let gaps = zip(all, all.dropFirst()).map { $1 - $0 }
                // Spread evenly, and by little.
                #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) < 5)
                #expect((gaps.max() ?? 0) < 100 * 28.991 * 1.12)
            }
        }
    }

    // MARK: Footnotes

    private func footnoted(_ paragraphs: [String], _ notes: [String: Briefing.Value]) throws -> PagedDocument {
        let yaml = Setting.head.replacing("sections:", with: "footnotes: {style: plain, mark-style: small}\nsections:")
            .replacing("  folio:", with: "  small: {face: song, size: 8pt}\n  folio:")
        let layout = try Layout.read(yaml + "  - {text: \"{list}\", style: body}\n", name: "own", file: "own.yaml")
        return try Paginator(layout: layout, shaper: FixedShaper())
            .paginate(Briefing(fields: ["list": .list(paragraphs.map { .text($0) }), "footnotes": .fields(notes)]))
    }

    @Test func footnotesStandAtTheFootOfTheirPage() throws {
        let long = String(repeating: "国", count: 28 * 15)
        let document = try footnoted(
            [long, "前" + long + "甲[^a]乙。", "没有的[^zz]不动。"], ["a": "注文。", "b": "不用。"])
        let page = try #require(document.pages.last)
        let lines = Setting.lines(page)
        #expect(lines.map(\.text).joined().contains("没有的[^zz]不动。"))
        let mark = try #require(lines.first { $0.text == "①" })
        let base = try #require(lines.first { $0.text.hasSuffix("甲") })
        #expect(mark.size == 8)
        #expect(abs(base.y - mark.y - 0.34 * 15.75) < 0.01)
        let note = try #require(lines.first { $0.text == "①　注文。" })
        #expect(abs(note.y + 0.12 * 12 - Length.mm(297 - 35).points) < 0.01)
        for page in document.pages { #expect(!Setting.texts(page).contains { $0.contains("不用") }) }
    }

    /// However long notes are: nothing lost, nothing over the text, nothing below the type area.
    @Test func longFootnotesGoOnOnTheNextPage() throws {
        let note = (0..<2000).map { String(UnicodeScalar(0x4E00 + $0)!) }.joined()
        let document = try footnoted(["正文[^a]。", "再[^b]。"], ["a": .text(note), "b": "短注。"])
        let found = document.pages.flatMap { Setting.lines($0) }.filter { $0.size == 12 }.map(\.text).joined()
        // Compared without the macro, whose account of a difference takes long.
        let isWhole = found == "①　" + note + "②　短注。"
        #expect(isWhole, "\(found.count) of \(note.count): \(found.prefix(20)) … \(found.suffix(20))")
        for page in document.pages {
            let lines = Setting.lines(page)
            for line in lines { #expect(line.y < Length.mm(297 - 35).points) }
            let text = lines.filter { $0.size > 12 }.map(\.y).max() ?? 0
            for line in lines where line.size == 12 { #expect(line.y > text) }
        }
    }

    // MARK: End matter

    /// GB/T 9704 7.4.1 and 7.5, by how full the body is.
    static let bodies: [(lines: Int, pages: Int, folios: [String?])] = [
        (3, 2, ["— 1 —", "— 2 —"]),
        (22 + 3, 2, ["— 1 —", "— 2 —"]),
        (22 + 22, 4, ["— 1 —", "— 2 —", nil, nil]),
        (44 + 3, 4, ["— 1 —", "— 2 —", "— 3 —", "— 4 —"]),
    ]

    @Test(arguments: bodies)
    func endMatterStandsOnTheFootOfAnEvenPage(body: (lines: Int, pages: Int, folios: [String?])) throws {
        let document = try Setting.paginate(
            "  - {text: \"{list}\", style: body}\n  - bottom:\n      - {rule: 0.35mm}\n      - {text: 报：市委, style: plain}\n"
                + "      - {rule: 0.35mm}\n    even: true\n",
            ["list": .list([Briefing.Value](repeating: "短", count: body.lines))])
        #expect(document.pages.count == body.pages)
        #expect(document.pages.map { Setting.folio($0) } == body.folios)
        let last = try #require(document.pages.last)
        #expect(Setting.texts(last).contains("报：市委"))
        let foot = Setting.fills(last).map { $0.y + $0.height }.max() ?? 0
        #expect(abs(foot - Length.mm(297 - 35).points) < 0.01)
    }

    @Test func pagesBeforeTheNumberedOnesHaveNoNumber() throws {
        let yaml =
            Setting.head.replacing("mirrored: true", with: "mirrored: true, unnumbered: 2")
            + "  - {text: 封面, style: body}\n  - break: odd\n  - {contents: body}\n  - break: page\n"
            + "  - {heading: 一、甲, style: body}\n"
        let document = try Paginator(
            layout: try Layout.read(yaml, name: "own", file: "own.yaml"), shaper: FixedShaper()
        ).paginate(Briefing(fields: [:]))
        #expect(document.pages.count == 4)
        #expect(document.pages.map { Setting.folio($0) } == [nil, nil, "— 1 —", "— 2 —"])
        #expect(document.pages.map(\.label) == [nil, nil, "1", "2"])
        #expect(Setting.texts(document.pages[2]).contains("2"))
    }

    /// What cannot stand in a place is told with the place.
    @Test(arguments: [
        (
            "  - columns: 2\n    sections:\n      - table: rows\n        style: body\n        columns: [{text: a}]\n",
            "`table` cannot be `part of `columns``; give it a place outside of that"
        ),
        (
            "  - landscape:\n      - {contents: body}\n",
            "`contents` cannot be `part of `landscape``; give it a place outside of that"
        ),
        ("  - {columns: 1, sections: []}\n", "`columns` cannot be `1`; give a whole number from 2"),
        ("  - {chart: rows, label: a, value: b, style: body}\n", "`kind` is missing; add it"),
        (
            "  - {chart: rows, kind: bar, label: a, value: b, style: body}\n",
            "`kind` cannot be `bar`; give `bars`, or another of bars, lines, heat, sdg"
        ),
        (
            "  - {table: rows, look: rulled, columns: [{text: a}]}\n",
            "`look` cannot be `rulled`; give `ruled`, or another of ruled"
        ),
    ])
    func whatHasNoPlaceIsAFault(section: String, message: String) {
        do {
            _ = try Layout.read(Setting.head + section, name: "own", file: "own.yaml")
            Issue.record("read without a fault")
        } catch {
            #expect("\(error)".hasSuffix(message), "\(error)")
            #expect("\(error)".hasPrefix("own.yaml:1"), "\(error)")
        }
    }
}

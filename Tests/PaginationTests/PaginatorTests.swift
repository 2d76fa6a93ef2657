import Fonts
import Outlining
import Testing

@testable import Pagination

struct PaginatorTests {
    private static let head = """
        page: {paper: A4, top: 37mm, bottom: 35mm, inside: 28mm, outside: 26.4252mm}
        styles:
          body: {face: song, size: 三号, pitch: 28.98pt, indent: 2em}
          heading: {face: hei, size: 16pt, pitch: 28.98pt, align: left, keep-next: true}
          cell: {face: song, size: 12pt, pitch: 18pt, align: left}
          cell-head: {basis: cell, face: hei}
          folio: {face: song, size: 14pt}
        foot:
          - {text: "— {page} —", style: folio, place: outside, inset: 1em, distance: 7mm}
        sections:

        """

    private func paginate(_ sections: String, _ briefing: Briefing) throws -> PagedDocument {
        let layout = try Layout.read(Self.head + sections, name: "own", file: "own.yaml")
        return try Paginator(layout: layout, shaper: FixedShaper()).paginate(briefing)
    }

    /// Texts of a page with their baselines, from top to bottom, without the page number.
    private func lines(_ page: Page) -> [(y: Double, text: String)] {
        page.drawn.compactMap { item in
            guard case .glyphs(let run) = item, run.size != 14 else { return nil }
            return (run.glyphs[0].y, String(String.UnicodeScalarView(run.text)))
        }
    }

    private func text(_ document: PagedDocument) -> String {
        document.pages.flatMap { lines($0).map(\.text) }.joined()
    }

    private static let table = """
          - table: rows
            head: head
            style: cell
            head-style: cell-head
            continued: "续表{table}　{caption}"
            continued-style: heading
            inset-y: 7pt
            columns:
              - {text: "{row}", width: 50pt}
              - {text: "{name}", width: 100pt, names: true}
              - {text: "{text}", width: 1fr}

        """

    @Test func twentyTwoLinesFillAPage() throws {
        let document = try paginate(
            "  - {text: \"{text}\", style: body}\n",
            Briefing(fields: ["text": .text(String(repeating: "国", count: 28 * 60))]))
        let first = lines(document.pages[0])
        #expect(first.count == 22)
        #expect(abs(first[0].y - (Length.mm(37).points + 0.88 * 15.75)) < 0.01)
        #expect(first[1].text.count == 28)
        #expect(abs(first[21].y - first[0].y - 21 * 28.98) < 0.01)
    }

    @Test("the contents stand only where there is more than a page, and list the levels they are asked for")
    func contentsOfWhatIsLong() throws {
        let sections = """
              - {contents: body, from: 2, depth: 2, when: long}
              - each: parts
                sections:
                  - {heading: "{title}", style: heading, level: 2}
                  - {heading: "{title}之细目", style: heading, level: 3}
                  - {text: "{text}", style: body}

            """
        func parts(_ length: Int) -> Briefing {
            let text = Briefing.Value.text(String(repeating: "国", count: length))
            return Briefing(fields: ["parts": [["title": "甲", "text": text], ["title": "乙", "text": text]]])
        }
        let short = try paginate(sections, parts(28))
        #expect(short.pages.count == 1)
        #expect(text(short).hasPrefix("甲甲之细目"))
        // A page filled to its last line, and one line more.
        let full = try paginate(sections, parts(28 * 9 - 2))
        #expect(full.pages.count == 1)
        #expect(text(full).hasPrefix("甲甲之细目"))
        #expect(try paginate(sections, parts(28 * 9 - 1)).pages.count == 2)
        let long = try paginate(sections, parts(28 * 20))
        #expect(long.pages.count == 3)
        let entries = long.pages[0].drawn.filter { if case .link = $0 { true } else { false } }
        #expect(entries.count == 2)
        let top = Set(lines(long.pages[0]).sorted { $0.y < $1.y }.prefix(6).map(\.text))
        #expect(top.isSuperset(of: ["甲", "乙", "1", "2"]), "\(top)")
    }

    @Test func noSingleLinesAtFootOrHead() throws {
        for length in 1...8 {
            let paragraph = Briefing.Value.text(String(repeating: "国", count: 28 * length - 10))
            let document = try paginate(
                "  - {text: \"{list}\", style: body}\n",
                Briefing(fields: ["list": .list(Array(repeating: paragraph, count: 30))]))
            for page in document.pages {
                let all = lines(page)
                let starts = all.map { $0.text.count == 26 || length == 1 }
                if length > 1, let last = starts.last { #expect(!last, "a first line at the foot") }
                if length > 1, starts.count > 1, !starts[0] {
                    #expect(starts.firstIndex(of: true) != 1, "a last line at the head")
                }
            }
        }
    }

    @Test func aHeadingKeepsTwoLinesOfWhatFollows() throws {
        for before in 15...24 {
            let lead = Briefing.Value.list(Array(repeating: "短", count: before))
            let document = try paginate(
                "  - {text: \"{lead}\", style: body}\n  - {heading: 标题, style: heading}\n"
                    + "  - {text: \"{list}\", style: body}\n",
                Briefing(fields: ["lead": lead, "list": ["一行", "二行", "三行"]]))
            for page in document.pages {
                let all = lines(page).map(\.text)
                if let place = all.firstIndex(of: "标题") { #expect(all.count - place > 2, "\(before): \(all)") }
            }
        }
    }

    @Test func pageNumbersStandOutside() throws {
        let document = try paginate(
            "  - {text: \"{text}\", style: body}\n",
            Briefing(fields: ["text": .text(String(repeating: "国", count: 28 * 30))]))
        let numbers = document.pages.compactMap { page -> Double? in
            for case .glyphs(let run) in page.drawn where run.size == 14 { return run.glyphs[0].x }
            return nil
        }
        #expect(numbers.count == 2)
        #expect(numbers[0] > 400)
        #expect(abs(numbers[1] - Length.mm(28).points - 14) < 0.01)
        #expect(document.pages.map(\.label) == ["1", "2"])
    }

    @Test func tablesContinueWithTheirHeadings() throws {
        let rows = (1...40).map { Briefing.Value.fields(["name": "王伟", "text": .text("第\($0)行")]) }
        let document = try paginate(
            Self.table,
            Briefing(fields: ["rows": .list(rows), "head": ["序号", "姓名", "内容"], "caption": "名单"]))
        #expect(document.pages.count == 2)
        #expect(lines(document.pages[0]).prefix(3).map(\.text) == ["序号", "姓名", "内容"])
        #expect(lines(document.pages[1]).prefix(4).map(\.text) == ["续表1　名单", "序号", "姓名", "内容"])
        #expect(text(document).contains("王　伟"))
        for number in 1...40 { #expect(text(document).contains("第\(number)行")) }
    }

    @Test func aRowOfSeveralPagesLosesNothing() throws {
        let long = (0..<3000).map { String(UnicodeScalar(0x4E00 + $0)!) }.joined()
        let document = try paginate(
            Self.table,
            Briefing(fields: [
                "rows": [["name": "甲", "text": .text(long)], ["name": "乙", "text": "完"]], "head": ["一", "二", "三"],
            ]))
        #expect(document.pages.count >= 4)
        let cells = document.pages.flatMap { page in
            page.drawn.compactMap { item -> String? in
                guard case .glyphs(let run) = item, run.size == 12, run.glyphs[0].x > 225 else { return nil }
                return String(String.UnicodeScalarView(run.text))
            }
        }
        #expect(cells.filter { $0 != "三" }.joined() == long + "完")
        for page in document.pages {
            for (y, _) in lines(page) { #expect(y < Length.mm(297 - 35).points) }
        }
    }

    @Test(.timeLimit(.minutes(1))) func tenThousandRowsLoseNothing() throws {
        let rows = (1...10_000).map { Briefing.Value.fields(["name": "某某某", "text": .text("第\($0)行")]) }
        let document = try paginate(Self.table, Briefing(fields: ["rows": .list(rows), "head": ["一", "二", "三"]]))
        let found = document.pages.flatMap { lines($0).map(\.text) }.filter { $0.hasPrefix("第") }
        #expect(found == (1...10_000).map { "第\($0)行" })
    }

    @Test func contentsKnowThePagesOfHeadings() throws {
        let meetings = (1...3).map { Briefing.Value.fields(["title": .text("第\($0)题")]) }
        let document = try paginate(
            "  - {contents: body}\n  - each: list\n    sections:\n      - break: page\n"
                + "      - {heading: \"{title}\", style: heading}\n",
            Briefing(fields: ["list": .list(meetings)]))
        #expect(document.outline.map(\.title) == ["第1题", "第2题", "第3题"])
        let entries = lines(document.pages[0]).map(\.text)
        #expect(entries.filter { $0.hasPrefix("第") } == ["第1题", "第2题", "第3题"])
        #expect(entries.filter { Int($0) != nil } == ["2", "3", "4"])
        let links = document.pages[0].drawn.filter { if case .link = $0 { true } else { false } }
        #expect(links.count == 3)
        for (place, entry) in document.outline.enumerated() {
            #expect(
                document.pages[place + 1].drawn.contains {
                    if case .anchor(let name, _) = $0 { name == entry.anchor } else { false }
                })
        }
    }

    @Test func endMatterStandsOnTheFootOfTheLastPage() throws {
        let document = try paginate(
            "  - {text: 正文, style: body}\n  - bottom:\n      - {rule: 0.35mm}\n      - {text: \"{to}\", style: body}\n"
                + "      - {rule: 0.35mm}\n",
            Briefing(fields: ["to": "报：市委"]))
        let fills = document.pages[0].drawn.compactMap { item -> Box? in
            if case .fill(let box, _) = item { box } else { nil }
        }
        #expect(abs(fills[1].y + fills[1].height - Length.mm(297 - 35).points) < 0.01)
        #expect(abs(fills[1].width - 441) < 0.01)
    }

    @Test func whatIsEmptyIsLeftOut() throws {
        let document = try paginate(
            "  - {text: \"{no}号\", style: body}\n  - {text: [\"甲{a}\", \"　乙{b}\"], style: body}\n"
                + "  - {text: 有, style: body, when: a}\n  - {text: 无, style: body, unless: a}\n"
                + "  - {pair: [\"{a}\", \"{b}\"], style: body}\n" + Self.table,
            Briefing(fields: ["b": "二", "rows": []]))
        #expect(lines(document.pages[0]).map(\.text) == ["乙二", "无", "二"])
    }

    @Test func linksLeadOnlyToAnchorsThatAre() throws {
        let sections =
            "  - {text: 甲, style: body, link: \"{here}\"}\n  - {text: 乙, style: body, link: \"{gone}\"}\n"
            + "  - {text: 丙, style: body, anchor: \"{here}\"}\n"
        let document = try paginate(sections, Briefing(fields: ["here": "p1", "gone": "p9"]))
        let links = document.pages[0].drawn.compactMap { item -> String? in
            if case .link(let to, _, _) = item { to } else { nil }
        }
        #expect(links == ["p1"])
    }

    @Test func pagesPrintThemselves() throws {
        let document = try paginate(
            "  - {heading: 一、标题, style: heading}\n  - {rule: 1pt, colour: \"#c8102e\"}\n"
                + "  - {text: \"{text}\", style: body}\n", Briefing(fields: ["text": "会议听取2024年工作汇报。"]))
        #expect(
            document.pages[0].dump(names: FixedShaper()) == """
                page 1 595.28 x 841.89
                anchor 79.37 104.88 heading-1
                79.37 118.96 hei 16.00 一、标题
                fill 79.37 133.86 441.00 1.00 #c8102e
                110.87 161.95 song 15.75 会议听取2024年工作汇报。
                464.37 767.84 song 14.00 — 1 —

                """)
    }
}

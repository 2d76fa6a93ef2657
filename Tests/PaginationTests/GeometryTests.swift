import Fonts
import Outlining
import Testing

@testable import Pagination

/// The figures of GB/T 9704 and of briefings, read off the pages of the layouts.
struct GeometryTests {
    /// mm; what a person with a ruler would find.
    private static let tolerance = 0.2

    private func pages(_ layout: String, _ fields: [String: Briefing.Value]) throws -> [Page] {
        try Paginator(layout: try Layout.load(layout), shaper: FixedShaper()).paginate(Briefing(fields: fields)).pages
    }

    private func mm(_ points: Double) -> Double { points * 25.4 / 72 }

    private func near(_ points: Double, _ millimetres: Double) -> Bool {
        abs(mm(points) - millimetres) <= Self.tolerance
    }

    private static let long = Briefing.Value.text(String(repeating: "国", count: 28 * 90))

    /// By layout, where running text goes.
    private static let bodies: [String: [String: Briefing.Value]] = [
        "briefing": ["meetings": [["title": "题", "themes": [["heading": "一、甲", "paragraphs": [long]]]]]],
        "monthly": ["title": "题", "overview": [long]],
        "minutes": ["title": "题", "lead": "引。", "parts": [["heading": "一、甲", "paragraphs": [long]]]],
    ]

    @Test(arguments: ["briefing", "monthly", "minutes"])
    func aPageHolds22LinesOf28Characters(layout: String) throws {
        let pages = try pages(layout, Self.bodies[layout]!)
        // A page in the middle: nothing but running text.
        let runs = pages[2].drawn.compactMap { item -> GlyphRun? in
            if case .glyphs(let run) = item, run.text.allSatisfy({ $0 == "国" }) { run } else { nil }
        }
        let size = try #require(runs.first?.size)
        #expect(size == 15.75)
        let baselines = Set(runs.map { $0.glyphs[0].y }).sorted()
        #expect(baselines.count == 22)
        #expect(near(baselines[0] - 0.88 * size, 37))
        #expect(mm(297 * 72 / 25.4 - baselines[21] - 0.12 * size) >= 35 - Self.tolerance)
        for (above, below) in zip(baselines, baselines.dropFirst()) { #expect(abs(below - above - 28.991) < 0.01) }
        for baseline in baselines {
            let line = runs.filter { $0.glyphs[0].y == baseline }.flatMap(\.glyphs).map(\.x).sorted()
            #expect(line.count == 28)
            #expect(near(line[0], 28))
            #expect(near(line[27] + size, 210 - 26))
            let off = zip(line, line.dropFirst()).map { abs($1 - $0 - 15.793) }.max() ?? 0
            #expect(off < 0.012 * size)
        }
    }

    /// 4号 Song, the dash 7 mm below the type area, a character in from the outer edge.
    @Test(arguments: ["briefing", "monthly", "minutes"])
    func pageNumbersStandWhereTheyShould(layout: String) throws {
        for (place, page) in try pages(layout, Self.bodies[layout]!).enumerated() {
            let text = "— \(place + 1) —"
            let found = page.drawn.compactMap { item -> GlyphRun? in
                if case .glyphs(let run) = item, String(String.UnicodeScalarView(run.text)) == text { run } else { nil }
            }
            let folio = try #require(found.first)
            #expect(folio.size == 14)
            #expect(near(folio.glyphs[0].y - 0.38 * 14, 297 - 35 + 7))
            if place % 2 == 0 {
                #expect(near(folio.glyphs.last!.x + 14, 210 - 26 - 14 * 25.4 / 72))
            } else {
                #expect(near(folio.glyphs[0].x, 28 + 14 * 25.4 / 72))
            }
        }
    }

    private static let office: [String: Briefing.Value] = [
        "masthead": "河湾简报", "office": "河湾市办公室", "date": "2024年5月6日", "issue": "第5期", "superiors": "报：省办公室",
        "peers": "送：市委办公室", "subordinates": "发：各县", "copies": "共印80份", "signers": "签发：某某",
    ]

    @Test(arguments: ["briefing", "monthly", "minutes"])
    func headAndEndMatterKeepTheirDistances(layout: String) throws {
        let pages = try pages(layout, Self.bodies[layout]!.merging(Self.office) { own, _ in own })
        let first = pages[0].drawn.compactMap { item -> GlyphRun? in
            if case .glyphs(let run) = item { run } else { nil }
        }
        let masthead = try #require(first.first { $0.colour != .black })
        // 0.4 mm from the top of the em to that of the characters.
        #expect(near(masthead.glyphs[0].y - 0.88 * masthead.size, 37 + 35 - 0.4))
        let rules = pages[0].drawn.compactMap { item -> Box? in
            if case .fill(let box, let colour) = item, colour != .black { box } else { nil }
        }
        let red = try #require(rules.first)
        let issuer = try #require(first.first { String(String.UnicodeScalarView($0.text)).hasPrefix("河湾市办公室") })
        #expect(near(red.y - issuer.glyphs[0].y - 0.12 * issuer.size, 4))
        #expect(near(red.width, 156) && near(red.x, 28))
        #expect(abs(red.height - 1.5) < 0.01)

        let last = try #require(pages.last)
        #expect(pages.count % 2 == 0)
        let ends = last.drawn.compactMap { item -> Box? in
            if case .fill(let box, let colour) = item, colour == .black, box.width > 400 { box } else { nil }
        }
        #expect(ends.count == 5)
        let thick = ends.map { (mm($0.height) * 100).rounded() / 100 }
        #expect(thick == [0.35, 0.25, 0.25, 0.25, 0.35])
        #expect(ends.allSatisfy { near($0.width, 156) && near($0.x, 28) })
        #expect(near(ends[4].y + ends[4].height, 297 - 35))
        let copies = try #require(Setting.lines(last).first { $0.text.hasPrefix("报：") })
        #expect(copies.size == 14)
        #expect(near(copies.x, 28 + 14 * 25.4 / 72))
    }

    @Test func theLedgerIsTheSheetTurned() throws {
        let rows = (1...60).map { Briefing.Value.fields(["no": .number(Double($0)), "task": "做事"]) }
        let pages = try pages("ledger", ["title": "督办台账", "tasks": .list(rows)])
        #expect(pages.count > 1)
        for page in pages {
            #expect(near(page.width, 297) && near(page.height, 210))
            let boxes = Setting.fills(page)
            #expect(near(boxes.map(\.x).min() ?? 0, 35))
            #expect(near(boxes.map { $0.x + $0.width }.max() ?? 0, 297 - 37))
            #expect(mm(boxes.map { $0.y + $0.height }.max() ?? 0) <= 210 - 26 + Self.tolerance)
        }
    }
}

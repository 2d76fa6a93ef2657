import Testing
import _QPDF

@testable import Proofing

@Suite("Faces, sizes, rules, glyphs and fonts")
struct FacesAndRulesTests {
    /// A page of running text with one more line at 100 mm below it... or above: at `y` mm.
    private func with(_ line: String, size: Double, font: String, y: Double = 30, colour: String = "0 g") -> Sample {
        var sample = Sample()
        let base = sample
        sample.extra = { number in
            number == 1
                ? colour + " " + base.text(line, x: 28 * Sample.mm, y: y * Sample.mm, size: size, font: font) + "0 g "
                : ""
        }
        return sample
    }

    @Test(
        "the body: 三号仿宋",
        arguments: [
            ("FangSong", 15.75, []), ("FangSong", 16.0, []), ("SimSun", 15.75, ["face"]),
            ("FangSong", 14.0, ["body-size"]),
            ("FangSong", 15.2, ["body-size", "size"]),
        ] as [(String, Double, [String])])
    func body(_ font: String, _ size: Double, _ expected: [String]) throws {
        var sample = Sample()
        (sample.font, sample.size, sample.step) = (font, size, size)
        #expect(Set(try sample.findings(.faces).map(\.code)).sorted() == expected)
        #expect(try sample.findings(.faces, .general) == [])
    }

    @Test(
        "titles and headings",
        arguments: [
            ("河湖治理工作推进会召开", 22, "FZXiaoBiaoSong", []), ("河湖治理工作推进会召开", 22, "SimHei", ["face"]),
            ("河湖治理工作推进会召开", 22, "SimSun", ["face"]),
        ] as [(String, Double, String, [String])])
    func titles(_ text: String, _ size: Double, _ font: String, _ expected: [String]) throws {
        #expect(try with(text, size: size, font: font).findings(.faces).map(\.code) == expected)
    }

    @Test(
        "headings of the first and second level",
        arguments: [
            ("一、压实责任", "SimHei", []), ("一、压实责任", "FangSong", ["face"]), ("十二、压实责任", "KaiTi", ["face"]),
            ("（一）压实责任", "KaiTi", []), ("（三）压实责任", "SimHei", ["face"]), ("1.压实责任", "FangSong", []),
            ("一是压实责任", "FangSong", []),
            ("二、压实责任。", "FangSong", []),
        ] as [(String, String, [String])])
    func headings(_ text: String, _ font: String, _ expected: [String]) throws {
        var sample = Sample()
        sample.pages[0][4] = ""
        let base = sample
        sample.extra = { number in
            number == 1
                ? base.text(text, x: 39 * Sample.mm, y: base.baseline(4), size: base.size, font: font, space: 0.04) : ""
        }
        #expect(try sample.findings(.faces).map(\.code) == expected)
    }

    @Test(
        "the red rule and the rules of the end matter",
        arguments: [
            (156.0, 0.35, 0.25, 262.0, []), (150, 0.35, 0.25, 262, ["rule-length"]),
            (156, 0.35, 0.35, 262, ["rule-thickness"]),
            (156, 0.35, 0.25, 255, ["rule-place"]),
        ] as [(Double, Double, Double, Double, [String])])
    func rules(_ length: Double, _ outer: Double, _ inner: Double, _ last: Double, _ expected: [String]) throws {
        var sample = Sample(pages: 1, lines: 8)
        let base = sample
        let mm = Sample.mm
        sample.extra = { _ in
            base.rule(x: 28 * mm, y: 100 * mm, length: length * mm, thickness: 1.5, colour: "0.84 0.1 0.12 rg")
                + base.rule(x: 28 * mm, y: (last - 20) * mm, length: 156 * mm, thickness: outer * mm)
                + base.text("报：市委", x: 33 * mm, y: (last - 14) * mm, size: 14, font: "FangSong")
                + base.rule(x: 28 * mm, y: (last - 10) * mm, length: 156 * mm, thickness: inner * mm)
                + base.text("送：各县", x: 33 * mm, y: (last - 4) * mm, size: 14, font: "FangSong")
                + base.rule(x: 28 * mm, y: last * mm, length: 156 * mm, thickness: outer * mm)
        }
        #expect(try sample.findings(.rules).map(\.code) == expected)
        #expect(try sample.findings(.rules, .general) == [])
    }

    @Test("stroked hairlines are found in any document, others not", arguments: [(0.0, 1), (0.1, 1), (0.4, 0)])
    func hairlines(_ width: Double, _ count: Int) throws {
        var sample = Sample(pages: 1)
        sample.extra = { _ in "\(width) w 80 400 m 300 400 l S " }
        #expect(try sample.findings(.rules, .general).count == count)
    }

    @Test("a border filled with an empty inner edge is no hairline, a thin filled box is")
    func filled() throws {
        var sample = Sample(pages: 1)
        sample.extra = { _ in "80 400 300 0 re 80 400 300 -0.67 re f* " }
        #expect(try sample.findings(.rules, .general) == [])
        sample.extra = { _ in "80 400 300 0.1 re f " }
        #expect(try sample.findings(.rules, .general) == [.hairline(thickness: 0.1)])
    }

    @Test("a character without a shape, one nobody knows")
    func glyphs() throws {
        var sample = Sample(pages: 1)
        let hex: (String) -> (Int) -> String = { code in { _ in "BT /FangSong 16 Tf 100 100 Td <\(code)> Tj ET " } }
        sample.extra = hex("0000")
        #expect(try sample.findings(.glyphs).map(\.code) == ["missing-glyph"])
        sample.extra = hex("FFFF")
        #expect(try sample.findings(.glyphs).map(\.code) == ["missing-glyph"])
        sample.extra = hex("FFFE")
        #expect(try sample.findings(.glyphs).map(\.code) == ["no-character"])
        sample.extra = { _ in "/Span <</ActualText (x)>> BDC BT /FangSong 16 Tf 100 100 Td <FFFE> Tj ET EMC " }
        #expect(try sample.findings(.glyphs) == [])
        sample.extra = hex("4E2D")
        #expect(try sample.findings(.glyphs) == [])
    }

    @Test("fonts: not embedded, no subset, no ToUnicode, no CIDToGIDMap")
    func fonts() throws {
        func edited(_ edit: (PDFFile, ObjectID, ObjectID) throws -> Void) throws -> Set<String> {
            let file = try Sample(pages: 1).file()
            let page = try #require(try file.value(of: try file.pages()[0]).dictionary)
            let fonts = try file.resolve(try file.resolve(page["Resources"]).dictionary?["Font"]).dictionary
            let font = try #require(fonts?["FangSong"]?.reference)
            let below = try #require(
                try file.resolve(try file.value(of: font).dictionary?["DescendantFonts"]).array?[0].reference)
            try edit(file, font, below)
            return Set(try Sample.findings(.fonts, in: try file.written()).map(\.code))
        }
        #expect(try edited { _, _, _ in } == [])
        #expect(
            try edited { file, _, below in try file.set("FontDescriptor", of: below, to: .null) } == ["not-embedded"])
        #expect(
            try edited { file, font, _ in try file.set("BaseFont", of: font, to: .name("FangSong")) } == ["not-subset"])
        #expect(try edited { file, font, _ in try file.set("ToUnicode", of: font, to: .null) } == ["no-unicode"])
        #expect(
            try edited { file, _, below in try file.set("Subtype", of: below, to: .name("CIDFontType2")) }
                == ["no-glyph-map"])
    }

    @Test("a scan has no text")
    func scan() throws {
        var sample = Sample(pages: 1)
        sample.pages[0] = []
        sample.folio = { _ in nil }
        sample.extra = { _ in "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q" }
        #expect(try sample.findings(.text) == [.noText])
        #expect(try Sample().findings(.text) == [])
    }

    @Test(
        "faces by the names of fonts",
        arguments: [
            ("FangSong_GB2312", FaceKind.fangsong), ("FandolFang-Regular", .fangsong), ("STFangsong", .fangsong),
            ("仿宋", .fangsong), ("SimHei", .hei), ("NotoSansCJKsc-Regular", .hei), ("Noto-Sans-CJK-SC", .hei),
            ("黑体", .hei),
            ("KaiTi_GB2312", .kai), ("FandolKai-Regular", .kai), ("楷体", .kai), ("SimSun", .song),
            ("NotoSerifCJKsc-Regular", .song), ("Noto-Serif-CJK-SC", .song), ("FZXBSJW--GB1-0", .title),
            ("方正小标宋简体", .title),
            ("NotoSerifCJKsc-Bold", .title), ("cwTeXFangSong", .fangsong),
        ])
    func names(_ name: String, _ kind: FaceKind) {
        #expect(FaceKind(fontName: name) == kind)
    }

    @Test("faces that say nothing", arguments: ["Helvetica", "TimesNewRomanPSMT", "LMRoman12-Regular", "CMR10", ""])
    func others(_ name: String) {
        #expect(FaceKind(fontName: name) == nil)
    }
}

import Diagnostics
import Testing
import _QPDF

@testable import Proofing

@Suite("Paper, margins, grid and page numbers of official documents (GB/T 9704)")
struct GeometryTests {
    private func changed(_ change: (inout Sample) -> Void) -> Sample {
        var sample = Sample()
        change(&sample)
        return sample
    }

    private func codes(_ subject: ProofSubject, _ sample: Sample) throws -> [String] {
        Set(try sample.findings(subject).map(\.code)).sorted()
    }

    @Test(
        "a document as the standard has it: nothing is found",
        arguments: [
            ProofSubject.paper, .margins, .grid, .folio, .faces, .rules, .lineEdges, .glyphs, .text, .fonts,
        ])
    func sound(_ subject: ProofSubject) throws {
        #expect(try Sample().findings(subject) == [])
    }

    @Test("paper: B5 and Letter are found, A4 across is not")
    func paper() throws {
        #expect(try codes(.paper, changed { ($0.width, $0.height) = (176, 250) }) == ["paper"])
        #expect(try codes(.paper, changed { ($0.width, $0.height) = (215.9, 279.4) }) == ["paper"])
        #expect(try codes(.paper, changed { ($0.width, $0.height) = (297, 210) }) == [])
        #expect(try Sample().findings(.paper, .general) == [])
    }

    @Test(
        "margins: a millimetre is allowed, three are not",
        arguments: [
            (28.0, 37.0, []), (28.8, 37.5, []), (25.0, 37.0, ["edge", "outside"]), (31.0, 37.0, ["edge", "outside"]),
            (28.0, 33.0, ["outside"]), (28.0, 41.0, ["edge", "outside"]),
        ] as [(Double, Double, [String])])
    func margins(_ left: Double, _ top: Double, _ expected: [String]) throws {
        #expect(try codes(.margins, changed { ($0.left, $0.top) = (left, top) }) == expected)
    }

    @Test("margins: text short of the right edge in every line is found, a general document may have it")
    func narrow() throws {
        var sample = Sample()
        sample.pages = sample.pages.map { $0.map { String($0.prefix(25)) } }
        #expect(try codes(.margins, sample) == ["edge"])
        #expect(try sample.findings(.margins, .general) == [])
    }

    @Test("even pages may be mirrored, their wide margin at the right")
    func mirrored() throws {
        let sample = changed { sample in
            sample.pages[1] = []
            let base = sample
            sample.extra = { number in
                number == 1
                    ? ""
                    : (0..<22).map {
                        base.text(
                            Sample.line($0), x: 26 * Sample.mm, y: base.baseline($0), size: base.size, font: base.font,
                            space: base.step - base.size)
                    }.joined()
            }
        }
        #expect(try codes(.margins, sample) == [])
    }

    @Test("text at the edge of the paper is found in any document")
    func edge() throws {
        var sample = Sample(["本行距纸边只有二毫米"])
        sample.left = 2
        #expect(try sample.findings(.margins, .general).map(\.code) == ["near-edge"])
        sample.left = 20
        #expect(try sample.findings(.margins, .general) == [])
    }

    @Test(
        "grid: lines too close, uneven, too many; characters too few",
        arguments: [
            (28.99, 15.793, 22, []), (30.4, 15.793, 21, []), (26.0, 15.793, 24, ["lines", "pitch"]),
            (28.99, 14.0, 22, ["characters"]), (28.99, 17.5, 22, ["characters"]), (28.99, 16.0, 22, []),
        ] as [(Double, Double, Int, [String])])
    func grid(_ pitch: Double, _ step: Double, _ lines: Int, _ expected: [String]) throws {
        var sample = Sample(pages: 2, lines: lines)
        (sample.pitch, sample.step) = (pitch, step)
        #expect(try codes(.grid, sample) == expected)
    }

    @Test("grid: a line that slipped")
    func slipped() throws {
        var sample = Sample(pages: 1, lines: 12)
        let base = sample
        sample.extra = { _ in
            base.text(
                Sample.line(12), x: 28 * Sample.mm, y: base.baseline(12) + 4, size: base.size, font: base.font,
                space: base.step - base.size)
        }
        #expect(try codes(.grid, sample) == ["uneven-pitch"])
    }

    @Test("page numbers: form, size, side, place, inset, count")
    func folios() throws {
        #expect(try codes(.folio, changed { $0.folio = { "\($0)" } }) == ["folio-form"])
        #expect(try codes(.folio, changed { $0.folioSize = 10.5 }) == ["folio-size"])
        #expect(try codes(.folio, changed { $0.folioIsRight = { _ in true } }) == ["folio-side"])
        #expect(try codes(.folio, changed { $0.folioBelow = 15 }) == ["folio-place"])
        #expect(try codes(.folio, changed { $0.folioInset = 0 }) == ["folio-inset"])
        var sample = Sample(pages: 4)
        sample.folio = { $0 == 3 ? "— 5 —" : "— \($0) —" }
        #expect(try sample.findings(.folio) == [.folioNumber(found: 5, wanted: 3)])
        sample.folio = { $0 == 3 ? nil : "— \($0) —" }
        #expect(try codes(.folio, sample) == ["folio-missing"])
        sample.folio = { _ in nil }
        #expect(try sample.findings(.folio) == [.folioMissing])
        #expect(try sample.findings(.folio, .general) == [])
    }

    @Test("a blank page and the end matter behind it have no number")
    func unnumbered() throws {
        var sample = Sample(pages: 4)
        sample.pages[2] = []
        sample.pages[3] = ["抄送：市委办公室"]
        sample.folio = { $0 > 2 ? nil : "— \($0) —" }
        #expect(try codes(.folio, sample) == [])
    }

    @Test("what a viewer calls the page against what is printed")
    func labels() throws {
        func label(_ first: Int) throws -> [Flaw] {
            try Sample().findings(.folio) { file throws(Diagnostic) in
                let entry = PDFValue.dictionary(["S": .name("D"), "St": .integer(first)])
                try file.set(
                    "PageLabels", of: try file.root(), to: .dictionary(["Nums": .array([.integer(0), entry])]))
            }
        }
        #expect(try label(1) == [])
        #expect(try label(5).map(\.code) == ["page-label", "page-label"])
    }

    @Test(
        "numbers of pages, and what is none",
        arguments: [
            ("— 12 —", 12, true), ("- 3 -", 3, true), ("－４－", 4, true), ("第 5 页", 5, false), ("6 / 30", 6, false),
            ("Page 7 of 9", 7, false), ("8", 8, false),
        ])
    func forms(_ text: String, _ number: Int, _ isDashed: Bool) throws {
        let found = try #require(FolioFinder.number(in: text))
        #expect(found.number == number && found.isDashed == isDashed)
    }

    @Test("what is no number of a page", arguments: ["2024年5月", "第 3 条", "1234567", "3.5", "—", "共印20份"])
    func noForms(_ text: String) {
        #expect(FolioFinder.number(in: text) == nil)
    }
}

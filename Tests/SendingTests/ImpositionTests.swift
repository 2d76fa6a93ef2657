import Diagnostics
import Testing
import _QPDF

@testable import Sending

@Suite("Which page stands where on which sheet")
struct SheetPlanTests {
    private func plan(_ pages: Int, _ scheme: ImpositionOrder.Scheme = .booklet(signature: nil), last: Bool = false)
        -> SheetPlan
    {
        var order = ImpositionOrder(scheme)
        order.keepsLastOutside = last
        return SheetPlan(pages: pages, order)
    }

    private func places(_ plan: SheetPlan) -> [[Int]] { plan.sides.map { $0.pages.map { $0 ?? 0 } } }

    /// Thirteen pages are four sheets of sixteen places; three stay blank, at the end.
    ///
    /// Folded, the outermost sheet is the cover: 1 in front of it at the right, 16 at its left, which is blank, behind them
    /// 2 and 15. The innermost holds 7 and 10 in front, 8 and 9 behind, which face each other in the middle.
    @Test("a booklet of 13 pages, page by page")
    func thirteen() {
        let plan = plan(13)
        #expect(
            places(plan) == [
                [0, 1], [2, 0],
                [0, 3], [4, 13],
                [12, 5], [6, 11],
                [10, 7], [8, 9],
            ])
        #expect(plan.sheetCount == 4 && plan.blanks == 3)
        #expect(plan.sides.map(\.depth) == [0, 0, 1, 1, 2, 2, 3, 3])
        #expect(plan.sides.map(\.isFront) == [true, false, true, false, true, false, true, false])
    }

    @Test("the last page on the back of the booklet")
    func lastOutside() {
        #expect(
            places(plan(13, last: true)) == [
                [13, 1], [2, 0], [0, 3], [4, 0], [12, 5], [6, 11], [10, 7], [8, 9],
            ])
        #expect(places(plan(1, last: true)) == [[0, 1], [0, 0]])
    }

    /// Folds the sheets and turns the leaves: what is read is 1, 2, 3 … to the end, then the blank pages.
    @Test("folded, any booklet reads in order", arguments: [1, 2, 3, 4, 5, 8, 13, 16, 17, 31, 40, 97], [1, 2, 4, 100])
    func folded(_ pages: Int, _ signature: Int) {
        let plan = plan(pages, .booklet(signature: signature))
        var read: [Int?] = []
        var at = 0
        while at < plan.sides.count {
            // A signature: from the outermost sheet to the next one that nothing lies around.
            let end = plan.sides[(at + 1)...].firstIndex { $0.depth == 0 && $0.isFront } ?? plan.sides.count
            let sheets = stride(from: at, to: end, by: 2).map {
                (front: plan.sides[$0].pages, back: plan.sides[$0 + 1].pages)
            }
            // The right halves from outside inwards: front, then its back, which is the left place behind it.
            for sheet in sheets { read += [sheet.front[1], sheet.back[0]] }
            for sheet in sheets.reversed() { read += [sheet.back[1], sheet.front[0]] }
            at = end
        }
        #expect(read == (1...pages).map { $0 } + [Int?](repeating: nil, count: plan.blanks))
        #expect(plan.blanks < 4)
    }

    @Test(
        "signatures are as even as can be",
        arguments: [
            (5, 4, [3, 2]), (4, 4, [4]), (9, 4, [3, 3, 3]), (1, 4, [1]), (10, 3, [3, 3, 2, 2]),
        ])
    func signatures(_ sheets: Int, _ most: Int, _ expected: [Int]) {
        #expect(SheetPlan.signatures(sheets: sheets, most: most) == expected)
    }

    @Test("two and four on a side, both sides of a sheet or one")
    func up() {
        #expect(places(plan(5, .up(2))) == [[1, 2], [3, 4], [5, 0]])
        #expect(plan(5, .up(2)).sides.map(\.sheet) == [1, 1, 2])
        #expect(places(plan(5, .up(4))) == [[1, 2, 3, 4], [5, 0, 0, 0]])
        var order = ImpositionOrder(.up(2))
        order.duplex = ImpositionOrder.Duplex.none
        #expect(SheetPlan(pages: 5, order).sides.map(\.sheet) == [1, 2, 3])
    }

    @Test("the plan in words")
    func table() {
        #expect(
            plan(6).table == """
                第 1 张　正面 空白、1　反面 2、空白
                第 2 张　正面 6、3　反面 4、5
                共 2 张，补空白页 2 页

                """)
    }

    @Test("papers", arguments: [("A3", "297×420"), ("sra3", "320×450"), ("a3+", "329×483"), ("320x450.4", "320×450")])
    func papers(_ text: String, _ expected: String) {
        #expect(PaperSize(text)?.text == expected)
    }

    @Test("no papers", arguments: ["", "A", "A33", "3x4", "x", "-1x300", "300x", "1e9x2", "A4 "])
    func noPapers(_ text: String) {
        #expect(PaperSize(text) == nil)
    }
}

@Suite("Imposed files")
struct ImpositionTests {
    static let mm = 72 / 25.4

    /// Pages of one size with one font; each says its number.
    private func document(
        _ count: Int, width: Double = 210, height: Double = 297, edit: (PDFFile) throws -> Void = { _ in }
    ) throws -> [UInt8] {
        let file = try PDFFile()
        let program = try file.addStream([:], [UInt8](repeating: 65, count: 5000))
        let descriptor = try file.add(.dictionary(["Type": .name("FontDescriptor"), "FontFile3": .reference(program)]))
        let font = try file.add(
            .dictionary(["Type": .name("Font"), "Subtype": .name("Type1"), "FontDescriptor": .reference(descriptor)]))
        for number in 1...count {
            let content = try file.addStream([:], Array("BT /F 20 Tf 100 100 Td (page \(number)) Tj ET".utf8))
            try file.addPage(
                try file.add(
                    .dictionary([
                        "Type": .name("Page"), "Contents": .reference(content),
                        "MediaBox": .array([.integer(0), .integer(0), .real(width * Self.mm), .real(height * Self.mm)]),
                        "Resources": .dictionary(["Font": .dictionary(["F": .reference(font)])]),
                    ])))
        }
        try file.setTrailer("Info", to: .reference(try file.add(.dictionary(["Title": .text("会议手册")]))))
        try edit(file)
        return try file.written()
    }

    /// What a side draws: the page's number (by its form's content) and its matrix.
    private func placed(_ file: PDFFile, _ page: ObjectID) throws -> [(number: Int, matrix: [Double])] {
        let keys = try file.value(of: page).dictionary ?? [:]
        let forms = try file.resolve(try file.resolve(keys["Resources"]).dictionary?["XObject"]).dictionary ?? [:]
        let content = String(decoding: try file.content(ofPage: page), as: UTF8.self)
        return try content.split(separator: "\n").enumerated().compactMap { index, line in
            guard line.hasSuffix(" Do Q"), let name = line.dropFirst().split(separator: " ").first else { return nil }
            let matrix = content.split(separator: "\n")[index - 1].split(separator: " ").compactMap { Double($0) }
            let form = try #require(forms[String(name)]?.reference)
            let text = String(decoding: try file.data(of: form) ?? [], as: UTF8.self)
            let digits = text.drop { $0 != "(" }.filter(\.isNumber)
            return (try #require(Int(digits)), matrix)
        }
    }

    private func imposed(
        _ bytes: [UInt8], _ scheme: ImpositionOrder.Scheme, change: (inout ImpositionOrder) -> Void = { _ in }
    ) throws -> PDFFile {
        var order = ImpositionOrder(scheme)
        change(&order)
        return try PDFFile(try Imposition(bytes, name: "a.pdf", order).written(), name: "b.pdf")
    }

    private func size(_ file: PDFFile, _ page: ObjectID, _ key: String = "MediaBox") throws -> [Int] {
        try file.value(of: page).dictionary?[key]?.array?.compactMap {
            $0.number.map { Int(($0 / Self.mm + 0.01).rounded(.down)) }
        } ?? []
    }

    @Test("A4 pages on A3: at their size, side by side, nothing made smaller")
    func booklet() throws {
        let file = try imposed(document(13), .booklet(signature: nil)) { $0.thickness = .zero }
        let pages = try file.pages()
        #expect(pages.count == 8)
        #expect(try pages.allSatisfy { try size(file, $0) == [0, 0, 420, 297] })
        let inner = try placed(file, pages[7])
        #expect(inner.map(\.number) == [8, 9])
        #expect(inner[0].matrix == [1, 0, 0, 1, 0, 0])
        #expect(abs(inner[1].matrix[4] - 210 * Self.mm) < 0.01)
        #expect(file.soundness().isEmpty)
        #expect(try file.resolve(try file.trailer()["Info"]).dictionary?["Title"]?.text == "会议手册")
    }

    @Test("inner sheets move to the fold by the paper's thickness, the outermost does not")
    func creep() throws {
        let file = try imposed(document(16), .booklet(signature: nil)) { $0.thickness = .mm(0.2) }
        let pages = try file.pages()
        for (index, page) in pages.enumerated() {
            let both = try placed(file, page)
            let shift = 0.2 * Double(index / 2) * Self.mm
            #expect(abs(both[0].matrix[4] - shift) < 0.01)
            #expect(abs(both[1].matrix[4] - (210 * Self.mm - shift)) < 0.01)
        }
    }

    @Test("a font that all pages share is in the file once, and the bytes are the same each time")
    func economy() throws {
        let bytes = try document(40)
        let order = ImpositionOrder(.booklet(signature: nil))
        let once = try Imposition(bytes, name: "a", order).written()
        #expect(try Imposition(bytes, name: "a", order).written() == once)
        let file = try PDFFile(once, name: "b")
        var programs: Set<ObjectID> = []
        for page in try file.pages() {
            let resources = try file.resolve(try file.value(of: page).dictionary?["Resources"]).dictionary
            for form in try (file.resolve(resources?["XObject"]).dictionary ?? [:]).values {
                let below = try file.resolve(try file.resolve(form).dictionary?["Resources"]).dictionary
                for font in try (file.resolve(below?["Font"]).dictionary ?? [:]).values {
                    programs.insert(try #require(font.reference))
                }
            }
        }
        #expect(programs.count == 1)
    }

    @Test("pages that are larger than half of the sheet are refused, not made smaller")
    func tooLarge() throws {
        let bytes = try document(4)
        #expect(throws: Diagnostic(.doesNotFit(page: "210×297", place: "148×210"), at: Place(file: "a.pdf"))) {
            try imposed(bytes, .booklet(signature: nil)) { $0.paper = PaperSize("A4") }
        }
        let small = try imposed(document(4, width: 148, height: 210), .booklet(signature: nil))
        #expect(try size(small, try small.pages()[0]) == [0, 0, 297, 210])
    }

    @Test("two and four on a side: the paper lies so that pages are largest, in reading order")
    func up() throws {
        let two = try imposed(document(3), .up(2))
        #expect(try size(two, try two.pages()[0]) == [0, 0, 297, 210])
        let pair = try placed(two, try two.pages()[0])
        #expect(pair.map(\.number) == [1, 2])
        #expect(abs(pair[0].matrix[0] - 0.7071) < 0.001 && pair[0].matrix[4] < pair[1].matrix[4])
        let four = try imposed(document(5), .up(4))
        #expect(try size(four, try four.pages()[0]) == [0, 0, 210, 297])
        let all = try placed(four, try four.pages()[0])
        #expect(all.map(\.number) == [1, 2, 3, 4])
        #expect(all.map(\.matrix[0]).allSatisfy { abs($0 - 0.5) < 0.001 })
        // 1 above 3, 2 at the right of 1.
        #expect(all[0].matrix[5] > all[2].matrix[5] && all[0].matrix[4] == all[2].matrix[4])
        #expect(all[1].matrix[4] > all[0].matrix[4] && all[1].matrix[5] == all[0].matrix[5])
    }

    @Test("the binding margin is left in front and right behind; on one side always left")
    func binding() throws {
        func lefts(_ duplex: ImpositionOrder.Duplex?) throws -> [Double] {
            let file = try imposed(document(2), .up(1)) { ($0.binding, $0.duplex) = (.mm(20), duplex) }
            return try file.pages().map { try placed(file, $0)[0].matrix[4] / Self.mm }
        }
        let both = try lefts(nil)
        #expect(abs(both[0] - 20) < 0.01 && abs(both[1]) < 0.01)
        let single = try lefts(ImpositionOrder.Duplex.none)
        #expect(abs(single[0] - 20) < 0.01 && abs(single[1] - 20) < 0.01)
    }

    @Test("where the printer turns sheets about the other edge, backs stand on their head")
    func duplex() throws {
        func turned(_ duplex: ImpositionOrder.Duplex) throws -> [Bool] {
            let file = try imposed(document(4), .booklet(signature: nil)) { $0.duplex = duplex }
            return try file.pages().map {
                String(decoding: try file.content(ofPage: $0), as: UTF8.self).hasPrefix("q -1 0 0 -1 ")
            }
        }
        #expect(try turned(.short) == [false, false])
        #expect(try turned(.long) == [false, true])
    }

    @Test("bleed and marks: boxes around the spread, marks outside of the bleed")
    func marks() throws {
        let file = try imposed(document(4), .booklet(signature: nil)) {
            ($0.bleed, $0.hasMarks, $0.paper) = (.mm(3), true, PaperSize("SRA3"))
        }
        let page = try file.pages()[0]
        #expect(try size(file, page) == [0, 0, 450, 320])
        #expect(try size(file, page, "TrimBox") == [15, 11, 435, 308])
        #expect(try size(file, page, "BleedBox") == [12, 8, 438, 311])
        let content = String(decoding: try file.content(ofPage: page), as: UTF8.self)
        // Eight corners of the knife, two of the fold.
        #expect(content.split(separator: "\n").count { $0.hasSuffix(" l S") } == 10)
        #expect(content.contains("[2 2] 0 d"))
    }

    @Test("pages that are turned for reading, or trimmed, are placed as they are read", arguments: [0, 90, 180, 270])
    func turned(_ degrees: Int) throws {
        let bytes = try document(2) { file in
            for page in try file.pages() { try file.set("Rotate", of: page, to: .integer(degrees)) }
        }
        let file = try imposed(bytes, .up(1)) { $0.binding = .zero }
        let page = try file.pages()[0]
        #expect(try size(file, page) == (degrees % 180 == 0 ? [0, 0, 210, 297] : [0, 0, 297, 210]))
        let matrix = try placed(file, page)[0].matrix
        // The corners of the page in its own space lie on the corners of the sheet.
        let (width, height) = (210 * Self.mm, 297 * Self.mm)
        let corners = [(0, 0), (width, 0), (0, height), (width, height)].map { x, y in
            [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
        }
        let (across, down) = degrees % 180 == 0 ? (width, height) : (height, width)
        #expect(abs(corners.map { $0[0] }.min()!) < 0.1 && abs(corners.map { $0[0] }.max()! - across) < 0.1)
        #expect(abs(corners.map { $0[1] }.min()!) < 0.1 && abs(corners.map { $0[1] }.max()! - down) < 0.1)
        // Clockwise: the page's own lower left corner goes to the upper left at 90 degrees.
        if degrees == 90 { #expect(abs(corners[0][1] - down) < 0.1 && abs(corners[0][0]) < 0.1) }
    }
}

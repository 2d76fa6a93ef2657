import Diagnostics
import Testing
import _QPDF

@testable import Proofing

@Suite("Structure, reading order, links, metadata, archive")
struct StructureTests {
    private typealias Node = TaggedSample.Node

    private func changed(_ change: (inout TaggedSample) -> Void) throws -> [String] {
        var sample = TaggedSample.sound
        change(&sample)
        return try sample.codes(.structure)
    }

    /// The tree of the sound sample with other elements in its document.
    private func tree(_ nodes: [Node]) throws -> [String] {
        try changed { $0.tree = [.element("Document", [:], nodes)] }
    }

    private let heading = Node.element("H1", [:], [.piece(0)])
    private let paragraph = Node.element("P", [:], [.piece(1)])
    private let figure = Node.element("Figure", ["Alt": .text("图")], [.piece(4)])
    private let table = Node.element(
        "Table", [:],
        [
            .element("TR", [:], [TaggedSample.header("Column", 2)]),
            .element("TR", [:], [.element("TD", [:], [.piece(3)])]),
        ])

    @Test("a sound document")
    func sound() throws {
        #expect(try TaggedSample.sound.codes(.structure) == [])
        #expect(try TaggedSample.sound.codes(.readingOrder) == [])
        #expect(try tree([heading, paragraph, table, figure]) == [])
    }

    @Test("not tagged, or not said to be")
    func untagged() throws {
        #expect(try Sample().findings(.structure) == [.untagged])
        #expect(try changed { $0.marked = false } == ["untagged"])
    }

    @Test("content outside of the structure, artifacts inside of it, pieces owned twice or by nobody")
    func content() throws {
        #expect(try changed { $0.pieces[5].mark = nil } == ["loose-content"])
        #expect(try changed { $0.pieces[5].mark = "/P <</MCID 9>>" } == ["orphan-marks"])
        #expect(try changed { $0.pieces[5].mark = "/P <</MCID 1>>" } == ["marked-twice"])
        #expect(try changed { $0.pieces[5].mark = "/P <</MCID 1>> BDC /Artifact <<>>" }.contains("artifact-inside"))
        #expect(try tree([heading, paragraph, table, figure, paragraph]) == ["marked-twice"])
        #expect(try tree([heading, paragraph, table]) == ["orphan-marks"])
    }

    @Test(
        "headings in order",
        arguments: [
            (["H1"], []), (["H2"], ["heading-jump"]), (["H1", "H3"], ["heading-jump"]), (["H1", "H2", "H1", "H2"], []),
            (["H1", "H2", "H3", "H1"], []),
        ] as [([String], [String])])
    func headings(_ roles: [String], _ expected: [String]) throws {
        // Headings without content but with a text of their own.
        let empty = roles.dropFirst().map { Node.element($0, ["ActualText": .text("题")]) }
        #expect(try tree([.element(roles[0], [:], [.piece(0)])] + empty + [paragraph, table, figure]) == expected)
    }

    @Test("an empty heading, a role nobody knows, one the role map knows")
    func roles() throws {
        #expect(try tree([heading, .element("H2"), paragraph, table, figure]) == ["empty-heading"])
        let own = Node.element("正文", [:], [.piece(1)])
        #expect(try tree([heading, own, table, figure]) == ["unknown-role"])
        #expect(
            try changed {
                $0.tree = [.element("Document", [:], [heading, own, table, figure])]
                $0.roles = ["正文": .name("P")]
            } == [])
    }

    @Test("tables: headers, scope, rows of one width, cells in rows")
    func tables() throws {
        func table(_ rows: [Node]) throws -> [String] {
            try tree([heading, paragraph, .element("Table", [:], rows), figure])
        }
        let cell = Node.element("TD", [:], [.piece(3)])
        #expect(
            try table([.element("TR", [:], [TaggedSample.header(nil, 2)]), .element("TR", [:], [cell])]) == ["no-scope"]
        )
        #expect(
            try table([.element("TR", [:], [.element("TD", [:], [.piece(2)])]), .element("TR", [:], [cell])])
                == ["no-header"])
        #expect(
            try table([
                .element("TR", [:], [TaggedSample.header("Column", 2)]), .element("TR", [:], [cell, .element("TD")]),
            ])
                == ["uneven-table"])
        let wide = Node.element(
            "TH", ["A": .dictionary(["Scope": .name("Column"), "ColSpan": .integer(2)])], [.piece(2)])
        #expect(try table([.element("TR", [:], [wide]), .element("TR", [:], [cell, .element("TD")])]) == [])
        let tall = Node.element(
            "TH", ["A": .array([.dictionary(["Scope": .name("Row")]), .dictionary(["RowSpan": .integer(2)])])],
            [.piece(2)])
        #expect(try table([.element("TR", [:], [tall, cell]), .element("TR", [:], [.element("TD")])]) == [])
        #expect(try table([TaggedSample.header("Column", 2), cell]).contains("misplaced"))
        #expect(
            try table([
                .element("THead", [:], [.element("TR", [:], [TaggedSample.header("Column", 2)])]),
                .element("TBody", [:], [.element("TR", [:], [cell])]),
            ]) == [])
    }

    @Test("figures have a text, lists have items")
    func figures() throws {
        #expect(try tree([heading, paragraph, table, .element("Figure", [:], [.piece(4)])]) == ["no-alternative"])
        #expect(try tree([heading, .element("L", [:], [paragraph]), table, figure]) == [])
        #expect(
            try tree([heading, .element("LI", [:], [.element("LBody", [:], [.piece(1)])]), table, figure]) == [
                "misplaced"
            ])
    }

    @Test("the language: said, and of the text")
    func language() throws {
        func language(_ language: String?) throws -> [Flaw] {
            var sample = Sample()
            sample.language = language
            return try sample.findings(.structure).filter { $0 != .untagged }
        }
        #expect(try language("zh-Hans") == [])
        #expect(try language("zh-CN") == [])
        #expect(try language(nil) == [.noLanguage])
        #expect(try language("en-US") == [.language("en-US")])
    }

    @Test("a paragraph read before one that stands above it")
    func order() throws {
        var sample = TaggedSample.sound
        sample.tree = [.element("Document", [:], [paragraph, heading, table, figure])]
        #expect(try sample.codes(.readingOrder) == ["order"])
        // A note may stand at the foot.
        sample.tree = [.element("Document", [:], [heading, .element("Note", [:], [.piece(1)]), table, figure])]
        #expect(try sample.codes(.readingOrder) == [])
    }

    @Test("text that is no content: most of a page is found; a running head, and what is printed twice, are not")
    func artifacts() throws {
        var sample = TaggedSample.sound
        #expect(try sample.codes(.text) == [])
        sample.pieces.append(("/Artifact", "这一段话本来应当是正文"))
        #expect(try sample.codes(.text) == ["text-is-artifact"])
        sample.pieces[6].text = sample.pieces[1].text
        #expect(try sample.codes(.text) == [])
    }

    @Test("a tree that leads back into itself ends")
    func circle() throws {
        var sample = TaggedSample.sound
        sample.more = { file in
            let tree = try #require(
                try file.resolve(.reference(try file.root())).dictionary?["StructTreeRoot"]?.reference)
            let top = try #require(try file.value(of: tree).dictionary?["K"]?.array?.first?.reference)
            let kids = try #require(try file.value(of: top).dictionary?["K"]?.array)
            try file.set("K", of: top, to: .array(kids + [.reference(top)]))
        }
        #expect(try sample.codes(.structure) == [])
    }

    // MARK: Links

    private func linked(_ note: [String: PDFValue], tabs: String? = "S") throws -> [String] {
        var sample = TaggedSample.sound
        sample.more = { file in
            let page = try file.pages()[0]
            var keys = note
            keys["Type"] = .name("Annot")
            keys["Subtype"] = .name("Link")
            if note["A"] == nil, note["Dest"] == nil { keys["Dest"] = .array([.reference(page), .name("Fit")]) }
            try file.set("Annots", of: page, to: .array([.reference(try file.add(.dictionary(keys)))]))
            if let tabs { try file.set("Tabs", of: page, to: .name(tabs)) }
        }
        return try sample.codes(.navigation)
    }

    @Test("links: a text, a place in the structure, printed, leading somewhere")
    func links() throws {
        let sound: [String: PDFValue] = ["Contents": .text("去处"), "StructParent": .integer(1), "F": .integer(4)]
        #expect(try linked(sound) == [])
        #expect(try linked(sound, tabs: nil) == ["tab-order"])
        #expect(try linked(sound.filter { $0.key != "Contents" }) == ["link-text"])
        #expect(try linked(sound.filter { $0.key != "StructParent" }) == ["link-loose"])
        #expect(try linked(sound.filter { $0.key != "F" }) == ["link-hidden"])
        #expect(try linked(sound.merging(["Dest": .text("nowhere")]) { $1 }) == ["dead-link"])
        let away = PDFValue.dictionary(["S": .name("URI"), "URI": .text("https://example.org")])
        #expect(try linked(sound.merging(["A": away]) { $1 }) == [])
    }

    @Test("an outline where there are more than four pages")
    func outline() throws {
        #expect(try Sample(pages: 4).findings(.navigation) == [])
        #expect(try Sample(pages: 5).findings(.navigation) == [.noOutline(pages: 5)])
    }
}

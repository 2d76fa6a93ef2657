import Diagnostics
import Testing
import _QPDF

@testable import Proofing

@Suite("Metadata, archive marks, attachments, the file itself")
struct MetadataTests {
    private static let packet = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" pdfaid:part="3" pdfaid:conformance="A">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">简报 &amp; 纪要</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>办公室</rdf:li></rdf:Seq></dc:creator><pdfuaid:part>1</pdfuaid:part>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """

    /// A file with all that is asked for, then edited.
    private func codes(
        _ subject: ProofSubject, packet: String? = packet, title: String? = "简报 & 纪要", shown: Bool = true,
        edit: (PDFFile, ObjectID) throws -> Void = { _, _ in }
    ) throws -> [String] {
        let file = try Sample(pages: 1).file()
        let root = try file.root()
        if let packet {
            let stream = try file.addStream(["Type": .name("Metadata"), "Subtype": .name("XML")], Array(packet.utf8))
            try file.set("Metadata", of: root, to: .reference(stream))
        }
        var information: [String: PDFValue] = ["Author": .text("办公室")]
        information["Title"] = title.map(PDFValue.text)
        try file.setTrailer("Info", to: .reference(try file.add(.dictionary(information))))
        if shown { try file.set("ViewerPreferences", of: root, to: .dictionary(["DisplayDocTitle": .boolean(true)])) }
        let profile = try file.addStream(["N": .integer(3)], [1, 2, 3])
        let intent = PDFValue.dictionary(["S": .name("GTS_PDFA1"), "DestOutputProfile": .reference(profile)])
        try file.set("OutputIntents", of: root, to: .array([intent]))
        try edit(file, root)
        return try Sample.findings(subject, in: try file.written()).map(\.code)
    }

    @Test("all there")
    func sound() throws {
        #expect(try codes(.metadata) == [])
        #expect(try codes(.archive) == [])
        #expect(try codes(.file) == [])
    }

    @Test("title, its display, XMP")
    func metadata() throws {
        #expect(try codes(.metadata, packet: nil, title: nil) == ["no-title", "no-metadata"])
        #expect(try codes(.metadata, shown: false) == ["title-hidden"])
        #expect(try codes(.metadata, packet: nil) == ["no-metadata"])
        #expect(try codes(.metadata, title: "简报") == ["metadata-differs"])
    }

    @Test("what the file says it conforms to")
    func archive() throws {
        #expect(try codes(.archive, packet: nil) == ["archive", "accessible"])
        let other = Self.packet.replacing("pdfaid:part=\"3\"", with: "pdfaid:part=\"9\"")
        #expect(try codes(.archive, packet: other) == ["archive"])
        #expect(
            try codes(.archive, packet: Self.packet.replacing("<pdfuaid:part>1</pdfuaid:part>", with: "")) == [
                "accessible"
            ])
        #expect(
            try codes(.archive) { file, root in try file.set("OutputIntents", of: root, to: .null) } == ["no-intent"])
        func intent(_ kind: String) -> (PDFFile, ObjectID) throws -> Void {
            { file, root in
                let profile = try file.addStream(["N": .integer(4)], [1])
                let keys = PDFValue.dictionary(["S": .name(kind), "DestOutputProfile": .reference(profile)])
                try file.set("OutputIntents", of: root, to: .array([keys]))
            }
        }
        #expect(try codes(.archive, edit: intent("GTS_PDFX")) == ["no-intent"])
        #expect(try codes(.archive, packet: nil, edit: intent("GTS_PDFX")) == ["archive", "accessible"])
        let script = PDFValue.dictionary(["S": .name("JavaScript"), "JS": .text("1")])
        #expect(try codes(.archive) { file, root in try file.set("OpenAction", of: root, to: script) } == ["action"])
    }

    @Test("attached files say what they are, and come back whole")
    func attachments() throws {
        func attach(_ file: PDFFile, _ root: ObjectID, relation: String?, associated: Bool) throws {
            let stream = try file.addStream(["Type": .name("EmbeddedFile")], Array(#"{"names":["王小川"]}"#.utf8))
            var keys: [String: PDFValue] = [
                "Type": .name("Filespec"), "UF": .text("briefing.json"), "EF": .dictionary(["UF": .reference(stream)]),
            ]
            keys["AFRelationship"] = relation.map(PDFValue.name)
            let specification = try file.add(.dictionary(keys))
            let tree = PDFValue.dictionary(["Names": .array([.text("briefing.json"), .reference(specification)])])
            try file.set("Names", of: root, to: .dictionary(["EmbeddedFiles": tree]))
            if associated { try file.set("AF", of: root, to: .array([.reference(specification)])) }
        }
        #expect(try codes(.archive) { try attach($0, $1, relation: "Source", associated: true) } == [])
        #expect(try codes(.archive) { try attach($0, $1, relation: nil, associated: true) } == ["attachment"])
        #expect(try codes(.archive) { try attach($0, $1, relation: "Data", associated: false) } == ["attachment"])
        let second = Self.packet.replacing("pdfaid:part=\"3\"", with: "pdfaid:part=\"2\"")
        #expect(
            try codes(.archive, packet: second) { try attach($0, $1, relation: "Data", associated: true) } == [
                "attachment"
            ])
        let file = try Sample(pages: 1).file()
        try attach(file, try file.root(), relation: "Source", associated: true)
        let carried = try Preflight(try file.written(), name: "a.pdf").attachments()
        #expect(carried.map(\.name) == ["briefing.json"])
        #expect(carried.first?.bytes == Array(#"{"names":["王小川"]}"#.utf8))
    }

    @Test(
        "values of XMP, as elements, lists and attributes",
        arguments: [
            ("<pdf:Producer>甲</pdf:Producer>", "pdf:Producer", "甲"),
            ("<r pdf:Producer = 'a &lt; b'/>", "pdf:Producer", "a < b"),
            ("<dc:title><rdf:Alt><rdf:li>&#x7B80;报</rdf:li></rdf:Alt></dc:title>", "dc:title", "简报"),
            ("<pdfaid:part>2</pdfaid:part>", "pdfaid:part", "2"),
        ])
    func items(_ text: String, _ name: String, _ expected: String) {
        #expect(DocumentMetadata.item(name, in: text) == expected)
    }

    @Test(
        "a packet without the value, an empty and a broken one",
        arguments: ["", "<dc:title/>", "<dc:title", "<dc:title>", "dc:title ="])
    func noItems(_ text: String) {
        #expect((DocumentMetadata.item("dc:title", in: text) ?? "").isEmpty)
    }

    @Test("damage that was mended, encryption, a font that is not there")
    func file() throws {
        let bytes = try Sample(pages: 1).file().written()
        #expect(try Sample.findings(.file, in: bytes) == [])
        var options = PDFWritingOptions()
        options.packsObjects = false
        let cut = Array(try Sample(pages: 1).file().written(options).dropLast(20))
        #expect(try Sample.findings(.file, in: cut).first?.code == "damaged")
        options.encryption = PDFEncryption(userPassword: "", ownerPassword: "x", permissions: [.print])
        #expect(try Sample.findings(.file, in: try Sample(pages: 1).file().written(options)) == [.encrypted])
        var sample = Sample(pages: 1)
        sample.extra = { _ in "BT /None 12 Tf (x) Tj ET" }
        #expect(try sample.findings(.file) == [.resourceMissing("Font None")])
    }

    @Test("the size of a mail counts the packing")
    func mailSize() throws {
        let bytes = try Sample(pages: 1).file().written()
        var order = ProofOrder(profile: .general)
        order.skipped = Set(ProofSubject.allCases.filter { $0 != .mailSize })
        order.mailLimit = bytes.count
        let flaws = try Preflight(bytes, name: "a.pdf").report(order).findings.map(\.flaw.code)
        #expect(flaws == ["too-large"])
        order.mailLimit = bytes.count * 3 / 2
        #expect(try Preflight(bytes, name: "a.pdf").report(order).findings.isEmpty)
    }

    @Test("an official document is told from others")
    func looks() throws {
        #expect(try Preflight(try Sample().file().written(), name: "a").looksOfficial)
        var other = Sample()
        other.font = "SimSun"
        #expect(try !Preflight(try other.file().written(), name: "a").looksOfficial)
        var small = Sample()
        small.width = 176
        #expect(try !Preflight(try small.file().written(), name: "a").looksOfficial)
    }

    @Test("every finding is worded, and has a code of its own")
    func wording() throws {
        let flaws: [Flaw] = [
            .damaged("x"), .encrypted, .resourceMissing("x"), .paper(width: 1, height: 2, wanted: "x"),
            .outside(.left, by: 1, text: "x"), .nearEdge(.top, distance: 1, what: "x"),
            .edge(.left, found: 1, wanted: 2),
            .pitch(found: 1, wanted: 2), .unevenPitch(least: 1, most: 2), .lines(found: 1, wanted: 2),
            .characters(found: 1, wanted: 2), .folioMissing, .folioForm("1"), .folioSize(found: 1, wanted: 2),
            .folioSide(.left), .folioPlace(found: 1, wanted: 2), .folioInset(found: 1, wanted: 2),
            .folioNumber(found: 1, wanted: 2), .pageLabel(label: "1", printed: 2), .size(found: 1, text: "x"),
            .bodySize(found: 1, wanted: 2), .face(found: "x", wanted: "y", text: "z"), .hairline(thickness: 0),
            .ruleLength(found: 1, wanted: 2), .ruleThickness(found: 1, wanted: 2), .rulePlace(distance: 1),
            .lineStart("，", text: "x"), .lineEnd("（", text: "x"), .partedDash(text: "x"), .partedNumber(text: "x"),
            .ragged(by: 1, text: "x"), .partedName("x", acrossPages: true),
            .missingGlyph(character: "", font: "x", count: 1),
            .noCharacter(font: "x", count: 1), .notEmbedded(font: "x"), .notSubset(font: "x"), .noUnicode(font: "x"),
            .noGlyphMap(font: "x"), .bitmapFont(font: "x"), .noText, .textIsArtifact(share: 0.5), .untagged,
            .looseContent(operation: "f", count: 1), .artifactInside, .markedTwice(identifiers: 1),
            .orphanMarks(identifiers: 1), .noParentTree, .unknownRole("x"), .misplaced(role: "TD", parent: "P"),
            .headingJump(from: 0, to: 2), .emptyHeading(1), .noScope(text: ""), .noHeader, .unevenTable(rows: [1, 2]),
            .noAlternative("Figure"), .order(first: "x", second: "y"), .noLanguage, .language("en"), .tabOrder,
            .linkText,
            .linkLoose, .linkHidden, .noOutline(pages: 9), .deadLink, .noTitle, .titleHidden, .noMetadata,
            .metadataDiffers(key: "Title", information: "x", metadata: "y"), .noIdentifier, .archive(""),
            .accessible(""),
            .noIntent, .attachment("x"), .action("x"), .tooLarge(bytes: 1 << 21, limit: 1 << 20),
        ]
        for flaw in flaws { #expect(!flaw.message.isEmpty, "\(flaw)") }
        #expect(Set(flaws.map(\.code)).count == flaws.count)
    }
}

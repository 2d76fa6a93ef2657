import Diagnostics
import Testing

@testable import _QPDF

@Suite("Files are read, edited and written through libqpdf")
struct PDFFileTests {
    /// Two pages that share what they inherit.
    private func sample() throws -> PDFFile {
        let file = try PDFFile()
        for text in ["(one) Tj", "(two) Tj"] {
            let content = try file.addStream([:], Array(text.utf8))
            let page = try file.add(
                .dictionary([
                    "Type": .name("Page"), "Contents": .reference(content),
                    "MediaBox": .array([.integer(0), .integer(0), .real(595.5), .integer(842)]),
                ]))
            try file.addPage(page)
        }
        return file
    }

    @Test("what is written is read again, the same bytes each time")
    func roundTrip() throws {
        let bytes = try sample().written()
        #expect(try sample().written() == bytes)
        let file = try PDFFile(bytes, name: "a.pdf")
        let pages = try file.pages()
        #expect(pages.count == 2)
        #expect(try file.content(ofPage: pages[1]).starts(with: Array("(two) Tj".utf8)))
        let box = try file.value(of: pages[0]).dictionary?["MediaBox"]
        #expect(box == .array([.integer(0), .integer(0), .real(595.5), .integer(842)]))
        #expect(try file.trailer()["ID"] != nil)
        #expect(file.soundness().isEmpty)
        #expect(!file.isLinearised && !file.isEncrypted)
    }

    @Test("linearised, and without object streams")
    func options() throws {
        var options = PDFWritingOptions()
        options.isLinearised = true
        #expect(try PDFFile(try sample().written(options), name: "a.pdf").isLinearised)
        options.packsObjects = false
        let plain = try sample().written(options)
        #expect(try sample().written(options) == plain)
        #expect(String(decoding: plain, as: UTF8.self).contains("/Type /Catalog"))
    }

    @Test("under a password: opens with either, not without, and the permissions are in it")
    func encryption() throws {
        var options = PDFWritingOptions()
        options.encryption = PDFEncryption(userPassword: "读", ownerPassword: "写", permissions: [.print])
        let bytes = try sample().written(options)
        #expect(throws: Diagnostic(.encrypted(format: "PDF"), at: Place(file: "e.pdf"))) {
            try PDFFile(bytes, name: "e.pdf")
        }
        for password in ["读", "写"] {
            let file = try PDFFile(bytes, name: "e.pdf", password: password)
            #expect(file.isEncrypted)
            let page = try file.pages()[0]
            #expect(try file.content(ofPage: page).starts(with: Array("(one) Tj".utf8)))
            let rights = try file.resolve(try file.trailer()["Encrypt"]).dictionary?["P"]?.integer
            // Bits 3 and 12 (print) are set, 4 to 6 and 11 are not (ISO 32000-1, table 22).
            #expect(rights.map { $0 & 0b1000_0011_1100 } == 0b1000_0000_0100)
            // Written in the clear again.
            #expect(try !PDFFile(try file.written(), name: "c.pdf").isEncrypted)
        }
    }

    @Test("edits: keys, objects, stream data, pages, the trailer")
    func editing() throws {
        let file = try sample()
        let pages = try file.pages()
        let root = try file.root()
        try file.set("Lang", of: root, to: .text("zh-Hans"))
        try file.set("Title", of: root, to: .text("简报"))
        try file.set("Title", of: root, to: .null)
        let shared = try file.add(.array([.name("宋体"), .boolean(true), .real(0.25)]))
        try file.set("Shared", of: root, to: .reference(shared))
        try file.replace(shared, with: .string([0, 40, 255]))
        let content = try #require(try file.value(of: pages[0]).dictionary?["Contents"]?.reference)
        try file.replaceData(of: content, Array("(new) Tj".utf8))
        try file.set("Mark", of: content, to: .integer(7))
        try file.removePage(pages[1])
        try file.setTrailer("Info", to: .reference(try file.add(.dictionary(["Title": .text("题")]))))

        let again = try PDFFile(try file.written(), name: "a.pdf")
        let catalog = try #require(try again.value(of: try again.root()).dictionary)
        #expect(catalog["Lang"]?.text == "zh-Hans" && catalog["Title"] == nil)
        #expect(try again.resolve(catalog["Shared"]) == .string([0, 40, 255]))
        let kept = try again.pages()
        #expect(kept.count == 1)
        #expect(try again.content(ofPage: kept[0]).starts(with: Array("(new) Tj".utf8)))
        let stream = try #require(try again.value(of: kept[0]).dictionary?["Contents"]?.reference)
        #expect(try again.isStream(stream) && again.value(of: stream).dictionary?["Mark"] == .integer(7))
        #expect(try again.resolve(try again.trailer()["Info"]).dictionary?["Title"]?.text == "题")
    }

    @Test("objects and pages of another file are copied with what they lead to, once")
    func copying() throws {
        let source = try sample()
        let leaf = try source.addStream(["Kind": .name("leaf")], [1, 2, 3])
        let first = try source.add(.dictionary(["To": .reference(leaf)]))
        let second = try source.add(.dictionary(["To": .reference(leaf)]))
        let target = try PDFFile()
        let copies = [try target.copy(first, from: source), try target.copy(second, from: source)]
        let leaves = try copies.map { try target.value(of: $0).dictionary?["To"]?.reference }
        #expect(leaves[0] == leaves[1])
        #expect(try target.data(of: try #require(leaves[0])) == [1, 2, 3])
        try target.addPage(try source.pages()[1], from: source)
        #expect(try target.pageCount == 1)
    }

    @Test("no PDF, and half of one, are faults with the file as place", arguments: ["", "hello", "%PDF-1.7\n"])
    func damaged(_ text: String) throws {
        do throws(Diagnostic) {
            _ = try PDFFile(Array(text.utf8), name: "x.pdf")
            Issue.record("opened")
        } catch {
            #expect(error.place == Place(file: "x.pdf") && error.fault.outcome == .badInput)
            #expect("\(error)".hasPrefix("x.pdf: is no sound PDF file: "))
        }
    }

    @Test("a file cut off anywhere is opened with a warning or refused, never worse")
    func cut() throws {
        let bytes = try sample().written()
        for count in stride(from: 0, to: bytes.count, by: 37) {
            do throws(Diagnostic) {
                let file = try PDFFile(bytes.prefix(count), name: "cut.pdf")
                #expect(!file.takeWarnings().isEmpty || count == bytes.count)
                for page in try file.pages() { _ = try? file.content(ofPage: page) }
            } catch {
                #expect(error.fault.outcome == .badInput)
            }
        }
    }

    @Test("an object that is not there is null")
    func absent() throws {
        let file = try sample()
        #expect(try file.value(of: ObjectID(9999)) == .null)
        #expect(try file.data(of: ObjectID(9999)) == nil)
    }
}

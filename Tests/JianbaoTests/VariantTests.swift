import Foundation
import Testing

@Suite("What a PDF is besides its pages")
struct VariantTests {
    private func made(_ options: String...) throws -> (desk: Desk, path: String) {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        let run = try desk.run(
            [Program.path, "brief", "in/a.txt", "-o", "a.pdf", "--office", Program.office] + options)
        #expect(run.status == 0, "\(run.errors)")
        return (desk, "a.pdf")
    }

    private func plain(_ desk: Desk, _ path: String) throws -> String {
        try desk.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"]).text
    }

    private func words(_ desk: Desk, _ path: String) throws -> String {
        try desk.run(["pdftotext", "-raw", path, "-"]).text.filter { !$0.isWhitespace }
    }

    @Test("a watermark is on every page, and the text stays what it was")
    func watermark() throws {
        let (bare, path) = try made()
        let (desk, marked) = try made("--watermark", "征求意见稿")
        let text = try words(desk, marked)
        let pages = try desk.run(["qpdf", "--show-npages", marked]).text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(text.components(separatedBy: "征求意见稿").count - 1 == Int(pages))
        #expect(try text.replacingOccurrences(of: "征求意见稿", with: "") == words(bare, path))
    }

    @Test("the line of secrecy is the call's, not the office's")
    func secrecy() throws {
        let (desk, path) = try made("--secrecy", "秘密★1年")
        let text = try words(desk, path)
        #expect(text.contains("秘密★1年") && !text.contains("内部资料"))
    }

    @Test("grey has no colour, a press its four inks; both keep every glyph where it was")
    func inks() throws {
        let (desk, path) = try made()
        #expect(try plain(desk, path).contains(" rg"))
        let (grey, greyPath) = try made("--grey")
        let greyText = try plain(grey, greyPath)
        #expect(!greyText.contains(" rg") && !greyText.contains(" RG") && greyText.contains(" g"))
        #expect(greyText.contains("<pdfaid:part>3</pdfaid:part>"))
        let (press, pressPath) = try made("--press")
        let pressText = try plain(press, pressPath)
        #expect(!pressText.contains(" rg") && pressText.contains("0 0 0 1 k") && pressText.contains("0 1 1 0 k"))
        #expect(pressText.contains("/GTS_PDFX") && !pressText.contains("pdfaid") && pressText.contains("/TrimBox"))
        #expect(try words(grey, greyPath) == words(desk, path))
        #expect(try words(press, pressPath) == words(desk, path))
    }

    @Test("without structure it is PDF/A-3b, without what it carries it is smaller")
    func less() throws {
        let (desk, path) = try made()
        let (untagged, other) = try made("--untagged")
        let text = try plain(untagged, other)
        #expect(!text.contains("/StructTreeRoot") && !text.contains("BDC") && !text.contains("pdfuaid"))
        #expect(text.contains("<pdfaid:conformance>B</pdfaid:conformance>"))
        #expect(try words(untagged, other) == words(desk, path))
        let (bare, third) = try made("--no-attachments")
        #expect(try !plain(bare, third).contains("/EmbeddedFiles"))
        #expect(try bare.data(third).count < desk.data(path).count)
    }

    @Test("an encrypted PDF asks for its password, lets print and nothing else, and is not called PDF/A")
    func encrypted() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("word", "芝麻 open\nsecond line\n")
        try desk.lay("owner", "another\n")
        let run = try desk.jianbao(
            "brief", "in/a.txt", "-o", "a.pdf", "--encrypt", "--password-file", "in/word", "--owner-password-file",
            "in/owner")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try desk.run(["qpdf", "--check", "a.pdf"]).status != 0)
        let shown = try desk.run(["qpdf", "--password=芝麻 open", "--show-encryption", "a.pdf"]).text
        #expect(shown.contains("stream encryption method: AESv3"), "\(shown)")
        #expect(shown.contains("print high resolution: allowed") && shown.contains("modify anything: not allowed"))
        #expect(shown.contains("extract for accessibility: allowed"))
        let text = try desk.run(["qpdf", "--password=another", "--decrypt", "--qdf", "a.pdf", "-"]).text
        #expect(text.contains("pdfuaid") && !text.contains("pdfaid:part"))
    }

    @Test("a linearised PDF is sound and still PDF/A")
    func linearised() throws {
        let (desk, path) = try made("--linearise")
        let check = try desk.run(["qpdf", "--check-linearization", path])
        #expect(check.status == 0 && check.text.contains("no linearization errors"), "\(check.text)")
        #expect(try plain(desk, path).contains("<pdfaid:conformance>A</pdfaid:conformance>"))
    }

    @Test(
        "what excludes what is said",
        arguments: [
            (["--grey", "--press"], "exclude each other"), (["--allow", "print"], "add --encrypt"),
            (["--password-file", "x"], "add --encrypt"), (["--watermark", ""], "needs a word"),
        ])
    func exclusions(options: [String], words: String) throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        let run = try desk.run([Program.path, "brief", "in/a.txt", "-o", "a.pdf"] + options)
        #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        #expect(try desk.made.isEmpty)
    }

    @Test("a password file that is empty or not there is an error, and nothing is written")
    func passwords() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("empty", "\n")
        for (file, status) in [("in/empty", Int32(65)), ("in/none", 66)] {
            let run = try desk.jianbao("brief", "in/a.txt", "-o", "a.pdf", "--encrypt", "--password-file", file)
            #expect(run.status == status && run.errors.contains(file), "\(run.errors)")
        }
        #expect(try desk.made.isEmpty)
    }
}

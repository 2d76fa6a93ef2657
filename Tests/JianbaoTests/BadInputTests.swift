import Foundation
import Testing

/// Bad input: one whole sentence on standard error, the exit code, and no file, whole or half.
@Suite("Bad input")
struct BadInputTests {
    static let article = """
        市政府召开第38次常务会议
        2024年5月7日

        5月6日，市长覃怀远主持召开市政府第38次常务会议，研究防汛备汛工作。副市长邬晓岚、匡镕生出席会议。
        会议强调，要压实各级责任，5月20日前完成136座水库的隐患整改。

        """

    private func expect(
        _ arguments: [String], on desk: Desk, status: Int32, says: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let run = try desk.run([Program.path] + arguments)
        #expect(run.status == status, sourceLocation: location)
        #expect(run.errors == says + "\n", sourceLocation: location)
        #expect(run.output.isEmpty, sourceLocation: location)
        #expect(try desk.made.isEmpty, sourceLocation: location)
    }

    @Test("An empty file", arguments: ["", " \n\u{3000}\r\n", "\u{FEFF}"])
    func empty(text: String) throws {
        let desk = try Desk()
        try desk.lay("a.txt", text)
        try expect(
            ["brief", "in/a.txt", "-o", "out.pdf"], on: desk, status: 65,
            says: "in/a.txt: the file holds no text; give a file with an article in it")
    }

    @Test("A file that is no text")
    func binary() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0, 1, 0]))
        let run = try desk.jianbao("brief", "in/a.txt", "-o", "out.pdf")
        #expect(run.status == 65)
        #expect(
            run.errors.wholeMatch(of: /in\/a\.txt: is not text \(byte \d+\); give text, HTML, DOCX, PDF, CSV or JSON\n/)
                != nil)
        #expect(try desk.made.isEmpty)
    }

    @Test("UTF-16 that ends in the middle of a character")
    func truncatedUTF16() throws {
        let desk = try Desk()
        var data = Data([0xFF, 0xFE]) + Data(Self.article.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        data.removeLast()
        try desk.lay("a.txt", data)
        try expect(
            ["brief", "in/a.txt", "-o", "out.pdf"], on: desk, status: 65,
            says: "in/a.txt: UTF-16LE text ends in the middle of a character (byte \(data.count - 1)); "
                + "get the whole file again")
    }

    @Test("Bytes that fit no encoding")
    func unknownEncoding() throws {
        let desk = try Desk()
        // Text of UTF-8 with bytes in it that neither UTF-8, GB18030 nor Big5 has.
        try desk.lay("a.txt", Data(Self.article.utf8) + Data([0xFF, 0xFF, 0xFF, 0x80, 0x80, 0xFF]))
        let run = try desk.jianbao("brief", "in/a.txt", "-o", "out.pdf")
        #expect(run.status == 65)
        #expect(
            run.errors.wholeMatch(
                of: /in\/a\.txt: byte \d+ fits no known encoding(, nearest [A-Z0-9-]+)?; save it as UTF-8\n/) != nil,
            "\(run.errors)")
        #expect(try desk.made.isEmpty)
    }

    @Test("A file that is not there")
    func absent() throws {
        try expect(
            ["brief", "in/a.txt", "-o", "out.pdf"], on: try Desk(), status: 66,
            says: "in/a.txt: no such file or folder; check the path")
    }

    @Test("A folder where a file is written")
    func folderAsOutput() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Self.article)
        try expect(
            ["brief", "in/a.txt", "-o", "in"], on: desk, status: 73,
            says: "in: is a folder, a file was expected; name a file with -o")
    }

    @Test("A folder that is not there, to write into")
    func absentFolder() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Self.article)
        try expect(
            ["brief", "in/a.txt", "-o", "none/out.pdf"], on: desk, status: 73,
            says: "none/out.pdf: cannot be written (No such file or directory); choose another place with -o")
    }

    @Test("A folder that may not be written into", .enabled(if: getuid() != 0))
    func unwritable() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Self.article)
        let locked = desk.folder.appending(path: "in/locked")
        try FileManager.default.createDirectory(
            at: locked, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
        try expect(
            ["brief", "in/a.txt", "-o", "in/locked/out.pdf"], on: desk, status: 73,
            says: "in/locked/out.pdf: cannot be written (Permission denied); choose another place with -o")
    }

    @Test("JSON that breaks off")
    func malformedJSON() throws {
        let desk = try Desk()
        try desk.lay("a.json", "{\n  \"masthead\": \"简报\",\n  \"meetings\": [\n")
        let run = try desk.jianbao("render", "in/a.json", "--layout", "bench", "-o", "out.pdf")
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("in/a.json:4:1: JSON cannot be read: "), "\(run.errors)")
        #expect(run.errors.hasSuffix("; correct it at this place\n"))
        #expect(try desk.made.isEmpty)
    }

    @Test("YAML that is none, and a key that is unknown, in office.yaml")
    func malformedOffice() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Self.article)
        try desk.lay("broken.yaml", "masthead: 简报\nsigners: {issue: [\n")
        let run = try desk.jianbao("brief", "in/a.txt", "--office", "in/broken.yaml", "-o", "out.pdf")
        #expect(run.status == 65)
        #expect(run.errors.wholeMatch(of: /in\/broken\.yaml:\d+:\d+: YAML cannot be read: .+; correct it .+\n/) != nil)
        #expect(try desk.made.isEmpty)

        try desk.lay("office.yaml", "masthead: 简报\nmasthaed: 简报\n")
        try expect(
            ["brief", "in/a.txt", "--office", "in/office.yaml", "-o", "out.pdf"], on: desk, status: 65,
            says: "in/office.yaml:2:1: unknown key `masthaed`; did you mean `masthead`?")
    }

    @Test("A layout with a key that no layout has")
    func unknownLayoutKey() throws {
        let desk = try Desk()
        let layout = try String(contentsOf: Program.root.appending(path: "layouts/briefing.yaml"), encoding: .utf8)
        let number = layout.split(separator: "\n", omittingEmptySubsequences: false).count
        try desk.lay("mine.yaml", layout + (layout.hasSuffix("\n") ? "" : "\n") + "sectoins: []\n")
        let line = layout.hasSuffix("\n") ? number : number + 1
        try desk.lay("a.txt", Self.article)
        let says = "in/mine.yaml:\(line):1: unknown key `sectoins`; did you mean `sections`?"
        try expect(["layout", "check", "in/mine.yaml"], on: desk, status: 65, says: says)
        try expect(
            ["brief", "in/a.txt", "--layout", "in/mine.yaml", "-o", "out.pdf"], on: desk, status: 65, says: says)
    }

    @Test("A name with a character that no face has: a warning, an error under --strict")
    func noGlyph() throws {
        let desk = try Desk()
        // U+10FFFD stands for a character of someone's own.
        try desk.lay("a.txt", Self.article.replacingOccurrences(of: "匡镕生", with: "匡镕\u{10FFFD}"))
        let lenient = try desk.jianbao("brief", "in/a.txt", "-o", "out.pdf")
        #expect(lenient.status == 0)
        #expect(lenient.errors.contains("no face has U+10FFFD"))
        #expect(lenient.errors.contains("put a face that has it into fonts/"))
        #expect(try desk.made == ["out.pdf"])

        let strict = try desk.jianbao("brief", "in/a.txt", "--strict", "-o", "strict.pdf")
        #expect(strict.status != 0)
        #expect(strict.errors.contains("no face has U+10FFFD"))
        #expect(try desk.made == ["out.pdf"])

        try desk.lay("b.json", "{\n \"masthead\": \"甲\u{10FFFD}\"}")
        let rendered = try desk.jianbao("render", "in/b.json", "--layout", "bench", "-o", "b.pdf")
        #expect(rendered.errors.contains("in/b.json:2:16: warning: no face has U+10FFFD"))
    }

    @Test("One bad file among good ones: the good ones are done")
    func oneOfSeveral() throws {
        let desk = try Desk()
        try desk.lay("a.txt", Self.article)
        try desk.lay("b.txt", Data())
        try desk.lay("c.txt", Self.article)
        let run = try desk.jianbao("read", "--json", "in")
        #expect(run.status == 65)
        #expect(run.errors == "in/b.txt: the file holds no text; give a file with an article in it\n")
        #expect(run.text.split(separator: "\n").count == 2)
    }
}

import Foundation
import Testing

@Suite("Briefings, made by the built program")
struct BriefingTests {
    private let article = Program.examples.appending(path: "01-常委会会议.txt").path

    private func text(of pdf: Data, on desk: Desk) throws -> String {
        try pdf.write(to: desk.folder.appending(path: "in/look.pdf"))
        let run = try desk.run(["pdftotext", "in/look.pdf", "-"])
        try #require(run.status == 0, "\(run.errors)")
        return run.text
    }

    @Test("Two runs, a file and standard output: the same bytes")
    func sameBytes() throws {
        let desk = try Desk()
        #expect(try desk.jianbao("brief", article, "--office", Program.office, "-o", "a.pdf").status == 0)
        #expect(try desk.jianbao("brief", article, "--office", Program.office, "-o", "b.pdf").status == 0)
        let piped = try desk.jianbao("brief", article, "--office", Program.office, "-o", "-")
        #expect(piped.status == 0)
        #expect(try desk.made == ["a.pdf", "b.pdf"])
        let first = try desk.data("a.pdf")
        #expect(first.starts(with: Data("%PDF-".utf8)))
        #expect(try desk.data("b.pdf") == first)
        #expect(piped.output == first)
    }

    @Test("The faces prepared or not: the same bytes")
    func unprepared() throws {
        let desk = try Desk()
        let prepared = try desk.jianbao("brief", article, "-o", "-")
        let bare = try desk.run(["env", "XDG_CACHE_HOME=in/cache", Program.path, "brief", article, "-o", "-"])
        #expect(bare.status == 0)
        #expect(bare.output == prepared.output)
    }

    @Test("An article from standard input")
    func standardInput() throws {
        let desk = try Desk()
        let run = try desk.jianbao("brief", "-", "-o", "-", input: Data(contentsOf: URL(filePath: article)))
        #expect(run.status == 0)
        let text = try text(of: run.output, on: desk)
        #expect(text.contains("闻立峰"))
        #expect(text.contains("136"))
    }

    @Test("The default name is day and meeting, in output/ where there is one")
    func defaultName() throws {
        let desk = try Desk()
        #expect(try desk.jianbao("brief", article).status == 0)
        let made = try desk.made.filter { $0.hasSuffix(".pdf") }
        try #require(made.count == 1, "\(made)")
        #expect(made[0].contains("2024-05-06"), "\(made)")
    }

    @Test("Several articles: a file each, or one together")
    func together() throws {
        let desk = try Desk()
        let second = Program.examples.appending(path: "02-市政府常务会议.txt").path
        #expect(try desk.jianbao("brief", article, second).status == 0)
        #expect(try desk.made.filter { $0.hasSuffix(".pdf") }.count == 2)
        #expect(try desk.jianbao("brief", article, second, "--together", "-o", "both.pdf").status == 0)
        let text = try text(of: desk.data("both.pdf"), on: desk)
        #expect(text.contains("常委会"))
        #expect(text.contains("第38次常务会议"))
    }

    @Test("The office's values are printed, and lines without a value are not")
    func officeValues() throws {
        let desk = try Desk()
        let with = try desk.jianbao("brief", article, "--office", Program.office, "--issue", "5", "-o", "-")
        let full = try text(of: with.output, on: desk)
        for words in ["内部资料", "第5期", "共印120份", "段思齐"] { #expect(full.contains(words), "\(words)") }
        try desk.lay("office.yaml", "masthead: 简报\n")
        let without = try desk.jianbao("brief", article, "--office", "in/office.yaml", "-o", "-")
        let bare = try text(of: without.output, on: desk)
        for words in ["共印", "签发", "报："] { #expect(!bare.contains(words), "\(words)") }
    }

    @Test("A file that is there already is replaced whole, or stays as it was")
    func replaced() throws {
        let desk = try Desk()
        try Data("old".utf8).write(to: desk.folder.appending(path: "a.pdf"))
        #expect(try desk.jianbao("brief", "in/none.txt", "-o", "a.pdf").status == 66)
        #expect(try desk.data("a.pdf") == Data("old".utf8))
        #expect(try desk.jianbao("brief", article, "-o", "a.pdf").status == 0)
        #expect(try desk.data("a.pdf").starts(with: Data("%PDF-".utf8)))
        #expect(try desk.made == ["a.pdf"])
    }
}

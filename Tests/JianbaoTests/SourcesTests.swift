import Foundation
import Testing

/// Sources of every kind in one call, and bad ones among them.
@Suite("Sources of every kind")
struct SourcesTests {
    private static let sources = Program.root.appending(path: "examples/sources")

    private struct Record: Decodable {
        struct Source: Decodable { var path: String }
        struct Official: Decodable {
            var name: String
            var roles: [String]
        }
        struct Meeting: Decodable {
            var name: String?
            var date: String?
        }
        var source: Source
        var meeting: Meeting
        var officials: [Official]
    }

    private func records(_ run: Run) throws -> [Record] {
        try run.text.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }

    @Test("a folder of text, HTML, DOCX, PDF, CSV, JSON and YAML, each told by its content, in the files' order")
    func mixed() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        let json = try desk.jianbao("read", "--json", "in/a.txt")
        let yaml = try desk.jianbao("read", "--yaml", "in/a.txt")
        try desk.lay("b.json", json.output)
        try desk.lay("c.yaml", yaml.output)
        try desk.lay("d.csv", "姓名,职务,会议\n尹川,副市长,专题会议\n佟堃,市水利局局长,\n")
        try desk.lay("e.docx", Data(contentsOf: Self.sources.appending(path: "会议纪要.docx")))
        #expect(try desk.jianbao("brief", "in/a.txt", "--no-attachments", "-o", "in/f.pdf").status == 0)
        try desk.lay("g", "<!DOCTYPE html><html><body><p>\(BadInputTests.article)</p></body></html>")
        // What lies beside articles without being one.
        try desk.lay("office.yaml", "masthead: 简报\n")
        try desk.lay("registry.yaml", "people: [覃怀远]\n")
        try desk.lay("~$e.docx", "lock")
        let run = try desk.jianbao("read", "--json", "in")
        #expect(run.errors.isEmpty)
        #expect(run.status == 0)
        let paths = try records(run).map(\.source.path)
        #expect(paths == ["in/a.txt", "in/a.txt", "in/a.txt", "in/d.csv", "in/e.docx", "in/f.pdf", "in/g"])
    }

    @Test("a PDF brings the records and the briefing that it was made from")
    func broughtAlong() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        #expect(try desk.jianbao("brief", "in/a.txt", "-o", "in/f.pdf").status == 0)
        let read = try records(desk.jianbao("read", "--json", "in/a.txt"))
        let brought = try records(desk.jianbao("read", "--json", "in/f.pdf"))
        #expect(brought.map(\.meeting.name) == read.map(\.meeting.name))
        #expect(brought.flatMap { $0.officials.map(\.name) } == read.flatMap { $0.officials.map(\.name) })
        // Nobody learns where the article lay.
        #expect(brought.map(\.source.path) == ["a.txt"])
        // Set anew from the PDF alone it is the same page.
        let page = try desk.jianbao("render", "in/f.pdf", "--dump", "-o", "-")
        #expect(page.status == 0 && page.text.contains("page 1"), "\(page.errors)")
        let json = try desk.jianbao("brief", "in/a.txt", "--json", "-o", "in/f.json")
        #expect(json.status == 0)
        #expect(try desk.jianbao("render", "in/f.json", "--dump", "-o", "-").text == page.text)
        // Without them the pages are read like any other's.
        #expect(try desk.jianbao("brief", "in/a.txt", "--no-attachments", "-o", "in/g.pdf").status == 0)
        #expect(try records(desk.jianbao("read", "--json", "in/g.pdf")).map(\.source.path) == ["in/g.pdf"])
    }

    @Test("bad files among good ones: each says what it is and what to do, the good ones are done")
    func bad() throws {
        let desk = try Desk()
        try desk.lay("01.txt", BadInputTests.article)
        let pdf = try desk.jianbao("brief", "in/01.txt", "-o", "-").output
        try desk.lay("02.pdf", pdf.prefix(pdf.count / 2))
        try desk.lay("03.pdf", "no pdf")
        try desk.lay("04.docx", "no zip")
        try desk.lay("05.csv", "名称,数量\n甲,1\n")
        try desk.lay("06.json", "[{\"姓名\": ")
        try desk.lay("07.txt", "")
        try desk.lay(
            "08.doc", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)))
        try desk.lay("09.json", String(repeating: "[", count: 100_000))
        try desk.lay("10.txt", BadInputTests.article)
        let large = try FileHandle(forWritingTo: desk.folder.appending(path: try desk.lay("11.txt", "")))
        try large.truncate(atOffset: 200 << 20)
        try large.close()
        let run = try desk.jianbao("read", "--json", "in")
        #expect(run.status == 65)
        #expect(try records(run).map(\.source.path) == ["in/01.txt", "in/10.txt"])
        let lines = run.errors.split(separator: "\n").map(String.init)
        let begins = [
            "in/02.pdf: is no sound PDF file: ", "in/03.pdf: is no sound PDF file: it does not begin with %PDF-; ",
            "in/04.docx: is no sound DOCX file: it is no zip archive; ",
            "in/05.csv:1: no column is known as a name or a text ",
            "in/06.json:1:", "in/07.txt: the file holds no text; ",
            "in/08.doc: is a DOC, XLS or WPS file of the old format, ",
            "in/09.json:1:65: JSON cannot be read: nested too deeply; ",
            "in/11.txt: holds 200 MB, more than the 64 MB ",
        ]
        #expect(lines.count == begins.count)
        for (line, begin) in zip(lines, begins) { #expect(line.hasPrefix(begin)) }
    }

    @Test("a PDF under a password")
    func encrypted() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        #expect(try desk.jianbao("brief", "in/a.txt", "-o", "in/a.pdf").status == 0)
        #expect(try desk.run(["qpdf", "--encrypt", "a", "b", "256", "--", "in/a.pdf", "in/b.pdf"]).status == 0)
        let run = try desk.jianbao("read", "in/b.pdf")
        #expect(run.status == 65)
        #expect(run.errors == "in/b.pdf: the PDF file is locked by a password; save it without one\n")
    }

    @Test("a PDF of our own gives its paragraphs back")
    func pdfText() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        #expect(try desk.jianbao("brief", "in/a.txt", "-o", "in/a.pdf").status == 0)
        let text = try desk.jianbao("clean", "in/a.pdf").text.filter { $0 != " " }
        #expect(text.contains("副市长邬晓岚、匡镕生出席会议。\n"))
        #expect(text.contains("会议强调，要压实各级责任，5月20日前完成136座水库的隐患整改。\n"))
    }

    @Test("columns by a map in the call, in a file, and one that is wrong")
    func columns() throws {
        let desk = try Desk()
        try desk.lay("a.csv", "与会者,现任\n尹川,副市长\n")
        try desk.lay("map.yaml", "name: 与会者\ntitle: 现任\n")
        for map in ["name=与会者,title=现任", "in/map.yaml"] {
            let run = try desk.jianbao("read", "--json", "in/a.csv", "--columns", map)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try records(run).first?.officials.map(\.name) == ["尹川"])
        }
        let absent = try desk.jianbao("read", "in/a.csv", "--columns", "name=与会人")
        #expect(absent.status == 65)
        #expect(absent.errors == "in/a.csv:1: no column `与会人`; did you mean `与会者`?\n")
        let unknown = try desk.jianbao("read", "in/a.csv", "--columns", "naem=与会者")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("unknown key `naem`; did you mean `name`?"))
    }

    @Test("the examples: a list of those present in GB18030, minutes as DOCX")
    func examples() throws {
        let desk = try Desk()
        let list = try desk.jianbao("read", "--json", Self.sources.appending(path: "签到表.csv").path)
        #expect(list.status == 0)
        let people = try #require(try records(list).first).officials
        #expect(people.count == 8)
        #expect(people.first?.roles == ["presides", "speaks"])
        #expect(people.last?.roles == ["absent"])
        let minutes = try desk.jianbao("clean", Self.sources.appending(path: "会议纪要.docx").path).text
        #expect(minutes.contains("主持：尹川\n"))
        #expect(minutes.contains("请假：蒙若谷\n"))
        #expect(!minutes.contains("— 1 —"))
    }

    @Test("several hundred articles on all cores come out in their order, and the same each time")
    func order() throws {
        let desk = try Desk()
        for number in 0..<300 {
            // Some much longer than others, so that they are not done in the order in which they are begun.
            let padding = String(repeating: "会议强调，要压实各级责任。\n", count: number.isMultiple(of: 7) ? 400 : 1)
            try desk.lay(String(format: "%03d.txt", number), BadInputTests.article + padding)
        }
        let run = try desk.jianbao("read", "--json", "in")
        #expect(run.status == 0)
        #expect(try records(run).map(\.source.path) == (0..<300).map { String(format: "in/%03d.txt", $0) })
        #expect(try desk.jianbao("read", "--json", "in").output == run.output)
    }

    @Test("a table of articles is read row by row, in its order")
    func tableOfArticles() throws {
        let desk = try Desk()
        let rows = (1...60).map { "第\($0)则,\"5月6日，市长覃怀远主持召开市政府第\($0)次常务会议。\",2024-05-07" }
        try desk.lay("news.csv", "标题,正文,发布日期\n" + rows.joined(separator: "\n"))
        let read = try records(desk.jianbao("read", "--json", "in/news.csv"))
        #expect(read.map(\.meeting.name) == (1...60).map { "市政府第\($0)次常务会议" })
        #expect(read.allSatisfy { $0.meeting.date == "2024-05-06" })
        #expect(read.first?.source.path == "in/news.csv:2")
        // One file, but many briefings: none of them takes another's place.
        let brief = try desk.jianbao("brief", "in/news.csv", "-o", "out.pdf")
        #expect(brief.status == 64)
        #expect(brief.errors == "out.pdf: is one file for several briefings; add --together, or leave -o out\n")
        #expect(try desk.made.isEmpty)
    }
}

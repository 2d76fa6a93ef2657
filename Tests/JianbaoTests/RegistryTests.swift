import Foundation
import Testing

@Suite("The office's registry and corrections, by the built program")
struct RegistryTests {
    private static let registry = Program.root.appending(path: "examples/registry.yaml").path

    private struct Record: Decodable {
        struct Warning: Decodable {
            var text: String
            var question: String?
        }
        struct Official: Decodable {
            var name: String
            var titles: [String]
        }
        var id: String
        var warnings: [Warning]
        var officials: [Official]
    }

    private func record(_ run: Run) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(run.text.split(separator: "\n")[0].utf8))
    }

    @Test("names and titles that differ are asked after; without a registry nothing is")
    func flags() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article.replacingOccurrences(of: "副市长邬晓岚", with: "副市长闻立峰、卜相识"))
        let plain = try record(desk.jianbao("read", "--json", "in/a.txt"))
        #expect(!plain.warnings.contains { $0.text.contains("名册") })
        let with = try record(desk.jianbao("read", "--json", "in/a.txt", "--registry", Self.registry))
        #expect(with.officials.map(\.name) == plain.officials.map(\.name))
        let asked = with.warnings.filter { $0.text.contains("名册") }
        #expect(asked.contains { $0.text.hasPrefix("闻立峰的职务原文作“副市长”，名册（2024-05-06）作“市委书记") })
        #expect(asked.contains { $0.text == "“卜相识”不在名册中" && $0.question == "姓名是否无误？" })
    }

    @Test("registry.yaml is found beside office.yaml and in the current folder")
    func found() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("office.yaml", "masthead: 简报\n")
        try desk.lay("registry.yaml", "people: [邬晓岚, 覃怀远]\n")
        let beside = try desk.jianbao("brief", "in/a.txt", "--office", "in/office.yaml", "--json", "-o", "-")
        #expect(beside.text.contains("“匡镕生”不在名册中"))
        try "people: [甲乙]\n".write(to: desk.folder.appending(path: "registry.yaml"), atomically: true, encoding: .utf8)
        let here = try record(desk.jianbao("read", "--json", "in/a.txt"))
        #expect(here.warnings.contains { $0.text.contains("“覃怀远”不在名册中") })
    }

    @Test("a registry that cannot be is an error with its place, and nothing is written")
    func bad() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("r.yaml", "people:\n  - name: 王伟\n  - name: 王伟\n")
        for command in [["read"], ["brief", "-o", "a.pdf"]] {
            let run = try desk.run([Program.path] + command + ["in/a.txt", "--registry", "in/r.yaml"])
            #expect(run.status == 65)
            #expect(
                run.errors == "in/r.yaml:3:11: `王伟` stands twice (first in line 2) and nothing tells the two apart; "
                    + "give each a `unit`, or titles of their own\n")
            #expect(run.output.isEmpty)
        }
        #expect(try desk.made.isEmpty)
        #expect(try desk.jianbao("read", "in/a.txt", "--registry", "in/none.yaml").status == 66)
    }

    @Test("a table of people is ranked; search finds a unit by its other names")
    func rankedAndSearched() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("r.yaml", "people: [匡镕生, 邬晓岚, 覃怀远]\nunits:\n  - {name: 市人民政府, also: [市政府]}\n")
        let run = try desk.jianbao("brief", "in/a.txt", "--registry", "in/r.yaml", "--json", "-o", "-")
        struct Briefing: Decodable {
            struct Meeting: Decodable {
                struct Official: Decodable { var name: String }
                var officials: [Official]
            }
            var meetings: [Meeting]
        }
        let briefing = try JSONDecoder().decode(Briefing.self, from: run.output)
        #expect(briefing.meetings[0].officials.map(\.name) == ["覃怀远", "匡镕生", "邬晓岚"])
        #expect(try desk.jianbao("add", "in/a.txt", "--archive", "a.sqlite").status == 0)
        let plain = try desk.jianbao("search", "市人民政府", "--archive", "a.sqlite")
        #expect(plain.text.isEmpty)
        let found = try desk.jianbao("search", "市人民政府", "--registry", "in/r.yaml", "--archive", "a.sqlite")
        #expect(found.text.contains("市政府第38次常务会议"))
    }

    @Test("read, corrected by hand, and taken back by brief, add and read")
    func correction() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        let sheet = try desk.jianbao("read", "--yaml", "in/a.txt").text
        #expect(sheet.contains("name: 匡镕生"))
        try desk.lay("b.yaml", sheet.replacingOccurrences(of: "name: 匡镕生", with: "name: 匡荣生"))
        let read = try desk.jianbao("read", "--json", "in/b.yaml")
        #expect(read.errors.isEmpty)
        #expect(read.text.contains("\"name\":\"匡荣生\",\"printed\":\"匡镕生\""))
        #expect(read.text.contains("\"was\":{\"name\":\"匡镕生\",\"by\":\"hand\"}"))
        let brief = try desk.jianbao("brief", "in/b.yaml", "--json", "-o", "-")
        #expect(brief.status == 0)
        #expect(brief.text.contains("人工更正：姓名“匡镕生”改为“匡荣生”。"))
        // The article lies beside, so the appendix is there.
        #expect(brief.text.contains("完成136座水库的隐患整改。\""))
        #expect(try desk.jianbao("brief", "in/b.yaml", "-o", "b.pdf").status == 0)
        let add = try desk.jianbao("add", "in/b.yaml", "--archive", "a.sqlite")
        #expect(add.text == "1 added\n")
        #expect(try desk.jianbao("list", "--archive", "a.sqlite").text.contains("(corrected)"))
        #expect(try desk.jianbao("add", "in/a.txt", "--archive", "a.sqlite").text == "1 unchanged\n")
        let kept = try desk.jianbao("search", "匡荣生", "--archive", "a.sqlite")
        #expect(kept.text.contains("市政府第38次常务会议"))
    }

    @Test("a malformed correction: where, what, the nearest key; nothing is written")
    func malformed() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        let sheet = try desk.jianbao("read", "--yaml", "in/a.txt").text
        try desk.lay("b.yaml", sheet.replacingOccurrences(of: "\n  place:", with: "\n  plaec:"))
        for command in [["read"], ["brief", "-o", "a.pdf"], ["add", "--archive", "a.sqlite"]] {
            let run = try desk.run([Program.path] + command + ["in/b.yaml"])
            #expect(run.status == 65)
            #expect(
                run.errors.wholeMatch(of: /in\/b\.yaml:\d+:3: unknown key `plaec`; did you mean `place`\?\n/) != nil)
        }
        #expect(try desk.made.filter { !$0.hasPrefix("a.sqlite") }.isEmpty)
        let range = try #require(sheet.firstRange(of: /date: \[\d+, \d+\]/))
        try desk.lay("c.yaml", sheet.replacingCharacters(in: range, with: "date: [0, 99999]"))
        let outside = try desk.jianbao("brief", "in/c.yaml", "-o", "a.pdf")
        #expect(outside.status == 65)
        #expect(
            outside.errors.hasPrefix(
                "in/c.yaml: `meeting.ranges.date` cannot be `[0, 99999]`; give a range inside the source"))
    }

    @Test("a correction whose article is gone: a warning, and a briefing without an appendix")
    func articleGone() throws {
        let desk = try Desk()
        try desk.lay("a.txt", BadInputTests.article)
        try desk.lay("b.yaml", try desk.jianbao("read", "--yaml", "in/a.txt").output)
        try desk.lay("a.txt", "别的内容。")
        let run = try desk.jianbao("brief", "in/b.yaml", "-o", "b.pdf")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "in/b.yaml: warning: `in/a.txt`, from which the record was read, is not there or has changed; "
                + "give it, or go without its text\n")
        #expect(try desk.made == ["b.pdf"])
    }
}

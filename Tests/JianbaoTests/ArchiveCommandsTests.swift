import Foundation
import Testing

/// The archive's commands, as a clerk calls them.
@Suite("The archive by its commands")
struct ArchiveCommandsTests {
    private func filled() throws -> Desk {
        let desk = try Desk()
        let run = try desk.archive("add", Program.examples.path)
        try #require(run.status == 0, "\(run.errors)")
        #expect(run.text == "16 added\n")
        return desk
    }

    private func id(_ desk: Desk, _ words: String) throws -> String {
        let hits = try Desk.objects(try desk.archive("search", "--json", words))
        return try #require(hits.first?["id"] as? String)
    }

    private func text(_ desk: Desk, _ name: String) throws -> String {
        try desk.run(["pdftotext", desk.folder.appending(path: name).path, "-"]).text.filter { !$0.isWhitespace }
    }

    @Test("adding again changes nothing; list, search and show as JSON; words of any length")
    func finding() throws {
        let desk = try filled()
        #expect(try desk.archive("add", Program.examples.path).text == "16 unchanged\n")
        #expect(try desk.listed().count == 16)
        #expect(try desk.listed("--from", "2024-05-20", "--to", "2024-05-23").count == 3)
        for words in ["水", "竹", "防汛", "佟堃", "清泉润乡"] { _ = try id(desk, words) }
        #expect(try desk.archive("search", "--json", "无此词").text.isEmpty)
        for filter in [["--person", "覃怀远"], ["--unit", "市水利局"], ["--goal", "清泉润乡"], ["--from", "2024-05-29"]] {
            let run = try desk.run([Program.path, "search", "--json"] + filter + ["--archive", "a.sqlite"])
            #expect(try !Desk.objects(run).isEmpty, "\(filter)")
        }
        let shown = try Desk.objects(try desk.archive("show", "--json", try id(desk, "佟堃")))
        #expect(shown.first?["schema"] as? Int == 1)
        #expect(try desk.archive("search").status == 64)
    }

    @Test("a copy of an article under another headline is the same meeting")
    func nearCopy() throws {
        let desk = try filled()
        let article = try String(contentsOf: Program.examples.appending(path: "10-青筠调研.txt"), encoding: .utf8)
        let body = article.split(separator: "\n").dropFirst(2).joined(separator: "\n")
        try desk.lay("copy.txt", "青筠县传来消息\n" + body)
        #expect(try desk.archive("add", "in/copy.txt").text == "1 linked\n")
        #expect(try desk.listed().count == 16)
        #expect(try desk.listed("--all").count == 17)
    }

    @Test("an edit is checked, stays when the article is read again, and can be taken back")
    func editing() throws {
        let desk = try filled()
        let record = try id(desk, "霁川大剧院")
        func edit(_ command: String) throws -> Run {
            try desk.lay("editor.sh", "#!/bin/sh\n\(command)\n")
            return try desk.run([
                "env", "VISUAL=sh in/editor.sh", Program.path, "edit", record, "--archive", "a.sqlite",
            ])
        }
        #expect(try edit(#"sed -i 's/霁川大剧院/霁川会堂/' "$1""#).text == "corrected \(record)\n")
        let wrong = try edit(#"sed -i 's/  date: 2024-05-21/  date: 2024-05-99/' "$1""#)
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("`date` cannot be `2024-05-99`"))
        #expect(try edit("exit 3").status == 64)
        #expect(try edit("true").text == "nothing changed\n")
        #expect(try desk.archive("add", Program.examples.path).text == "16 unchanged\n")
        #expect(try desk.archive("show", record).text.contains("霁川会堂"))
        #expect(try desk.archive("show", "--history", record).text.contains("corrected"))
        #expect(try desk.archive("restore", "--machine", record).status == 0)
        #expect(try desk.archive("show", record).text.contains("霁川大剧院"))
        #expect(try desk.archive("remove", record).text == "removed \(record)\n")
        #expect(try desk.listed().count == 15)
        #expect(try desk.archive("restore", record).text == "restored \(record)\n")
        #expect(try desk.listed().count == 16)
    }

    @Test("what is exported and imported, and what is backed up, is the same archive")
    func exchange() throws {
        let desk = try filled()
        let out = try desk.archive("export")
        #expect(out.text.split(separator: "\n").count == 16)
        let other = ["--archive", "b.sqlite"]
        #expect(try desk.run([Program.path, "import", "-"] + other, input: out.output).text == "16 added\n")
        #expect(try desk.run([Program.path, "export"] + other).output == out.output)
        #expect(try desk.archive("backup", "c.sqlite").status == 0)
        #expect(try desk.run([Program.path, "export", "--archive", "c.sqlite"]).output == out.output)
        #expect(try desk.archive("backup", "c.sqlite").status == 73)
    }

    @Test("a month as PDF and as JSON are one; so are ledger and minutes of the archive")
    func json() throws {
        let desk = try filled()
        let record = try id(desk, "佟堃")
        let makers: [(String, [String])] = [
            ("monthly", ["month", "2024-05"]), ("ledger", ["ledger"]), ("minutes", ["minutes", "--record", record]),
            ("handbook", ["handbook", "--record", record]),
        ]
        for (layout, words) in makers {
            let office = words[0] == "month" ? ["--office", Program.office] : []
            let common = office + ["--archive", "a.sqlite"]
            #expect(try desk.run([Program.path] + words + common + ["-o", "a.pdf"]).status == 0, "\(layout)")
            #expect(
                try desk.run([Program.path] + words + common + ["--json", "-o", "a.json"]).status == 0, "\(layout)")
            let run = try desk.jianbao("render", "a.json", "--layout", layout, "-o", "b.pdf")
            #expect(run.status == 0, "\(run.errors)")
            // The file made of records carries them with it; its pages are the same.
            let pages = try ["a.pdf", "b.pdf"].map { try desk.run(["pdftotext", "-layout", $0, "-"]).output }
            #expect(pages[0] == pages[1] && pages[0].count > 500, "\(layout)")
        }
    }

    @Test("issues: a draft has no number, what was issued comes back, what changed is said and corrected in the next")
    func issues() throws {
        let desk = try filled()
        let office = ["--office", Program.office, "--archive", "a.sqlite"]
        func month(_ words: String...) throws -> Run { try desk.run([Program.path, "month"] + words + office) }
        #expect(try month("2024-05", "-o", "draft.pdf").status == 0)
        #expect(try !text(desk, "draft.pdf").contains("（总第"))
        #expect(try month("2024-05", "--final", "--first", "5", "--first-total", "137", "-o", "a.pdf").status == 0)
        #expect(try text(desk, "a.pdf").contains("第5期（总第137期）"))
        #expect(try month("2024-05", "--final", "-o", "b.pdf").errors.contains("the same as issued"))
        #expect(try desk.data("a.pdf") == desk.data("b.pdf"))

        #expect(try desk.archive("remove", try id(desk, "佟堃")).status == 0)
        let again = try month("2024-05", "--final", "-o", "c.pdf")
        #expect(again.status == 1)
        #expect(again.errors.contains("issue 5 made again is not what was issued"))
        #expect(try desk.data("a.pdf") == desk.data("c.pdf"))
        #expect(try desk.archive("issue", "137", "-o", "d.pdf").status == 0)
        #expect(try desk.data("a.pdf") == desk.data("d.pdf"))

        #expect(try month("2024-06", "--final", "-o", "e.pdf").status == 0)
        let next = try text(desk, "e.pdf")
        #expect(next.contains("第6期（总第138期）") && next.contains("一、更正") && next.contains("该条撤回"))
        let issues = try Desk.objects(try desk.archive("issue", "--json"))
        #expect(issues.map { $0["total"] as? Int } == [137, 138])
        #expect(try desk.archive("issue", "9").status == 66)
    }

    @Test("a person is followed, a task noted")
    func personAndTask() throws {
        let desk = try filled()
        let course = try #require(try Desk.objects(try desk.archive("person", "尹川", "--json")).first)
        #expect((course["titles"] as? [Any])?.count == 2)
        #expect(try desk.archive("person", "无名").status == 66)
        let task = try #require(try Desk.objects(try desk.archive("task", "--json")).first)
        let words = [try #require(task["record"] as? String), "\(try #require(task["number"] as? Int))"]
        #expect(try desk.archive("task", words[0], words[1], "--state", "going", "--lead", "市水务局").status == 0)
        let noted = try #require(try Desk.objects(try desk.archive("task", "--json")).first)
        #expect(noted["state"] as? String == "going" && noted["lead"] as? String == "市水务局")
        #expect(try desk.archive("task", words[0], words[1], "--state", "none", "--lead", "").status == 0)
        let back = try #require(try Desk.objects(try desk.archive("task", "--json")).first)
        #expect(back["state"] == nil && back["lead"] == nil)
    }
}

import Foundation
import Testing

/// `check` and `impose`, as a person calls them.
struct FinishingTests {
    /// The faces that `make setup` lays down; without them texts are set in others, which `check` says.
    static let hasFaces = FileManager.default.fileExists(atPath: Program.root.appending(path: "fonts/fandol").path)

    private func object(_ run: Run) throws -> [String: Any] {
        let line = try #require(run.text.split(separator: "\n").first)
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func briefing(_ desk: Desk) throws -> String {
        let article = Program.examples.appending(path: "01-常委会会议.txt").path
        let run = try desk.jianbao("brief", article, "--office", Program.office, "-o", "a.pdf")
        try #require(run.status == 0, "\(run.errors)")
        return "a.pdf"
    }

    @Test(
        "what the program sets is right by its own standard and by its layout", .enabled(if: hasFaces),
        arguments: [
            ["brief", "01-常委会会议.txt"], ["brief", "05-防汛抗旱会议.html"], ["minutes", "02-市政府常务会议.txt"],
            ["ledger", "02-市政府常务会议.txt"],
        ])
    func ownFiles(_ command: [String]) throws {
        let desk = try Desk()
        let article = Program.examples.appending(path: command[1]).path
        let made = try desk.jianbao(command[0], article, "--office", Program.office, "-o", "a.pdf")
        #expect(made.status == 0, "\(made.errors)")
        let run = try desk.jianbao("check", "--strict", "a.pdf")
        #expect(run.status == 0, "\(run.text)")
        let layout = command[0] == "brief" ? "briefing" : command[0]
        let held = try desk.jianbao("check", "--strict", "--layout", layout, "a.pdf")
        #expect(held.status == 0, "\(held.text)")
    }

    @Test("signs and handbooks too", .enabled(if: hasFaces), arguments: [("handbook", "handbook"), ("signs", "signs")])
    func plans(_ command: String, _ layout: String) throws {
        let desk = try Desk()
        let plan = Program.root.appending(path: "examples/handbook.yaml").path
        #expect(try desk.jianbao(command, plan, "-o", "a.pdf").status == 0)
        let run = try desk.jianbao("check", "--strict", "a.pdf")
        #expect(run.status == 0, "\(run.text)")
        let held = try desk.jianbao("check", "--strict", "--layout", layout, "a.pdf")
        #expect(held.status == 0, "\(held.text)")
    }

    @Test("findings end with 1 under --strict; a wrong layout is found; the table and the objects say the same")
    func findings() throws {
        let desk = try Desk()
        let file = try briefing(desk)
        let run = try desk.jianbao("check", "--strict", "--layout", "signs-a5", file)
        #expect(run.status == 1)
        #expect(run.text.contains("✗ 纸张") && run.text.contains("纸张 210×297 mm，应为 210×148 mm"))
        let loose = try desk.jianbao("check", "--layout", "signs-a5", "--json", file)
        #expect(loose.status == 0)
        let report = try object(loose)
        #expect(report["file"] as? String == file && report["profile"] as? String == "signs-a5")
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["check"] as? String == "paper" && $0["page"] as? Int == 1 })
        let checks = try #require(report["checks"] as? [[String: Any]])
        #expect(checks.count == 18)
        let counted = checks.compactMap { $0["findings"] as? Int }.reduce(0, +)
        #expect(counted == findings.count)
        let skipped = try desk.jianbao("check", "--json", "--skip", "paper,margins", file)
        #expect(try (object(skipped)["checks"] as? [Any])?.count == 16)
    }

    @Test("a file that is no PDF, and one that is not there, leave the others to be proved")
    func badFiles() throws {
        let desk = try Desk()
        let file = try briefing(desk)
        let bad = try desk.lay("bad.pdf", "%PDF-1.7 nothing")
        let run = try desk.jianbao("check", bad, file, "none.pdf", "--json")
        #expect(run.status == 65)
        #expect(run.text.split(separator: "\n").count == 1)
        #expect(run.errors.contains("in/bad.pdf: is no sound PDF file"))
        #expect(run.errors.contains("none.pdf: no such file or folder"))
        #expect(try desk.jianbao("check", "none.pdf").status == 66)
        #expect(try desk.jianbao("check", "--skip", "papers", file).errors.contains("did you mean 'paper'?"))
        #expect(try desk.jianbao("check", "--skip", "papers", file).status == 64)
        #expect(try desk.jianbao("check", "--layout", "briefings", file).status == 64)
    }

    @Test("names come from a list, a briefing, and what the file carries")
    func names() throws {
        let desk = try Desk()
        let file = try briefing(desk)
        // What stands on both sides of a line's end in running text, taken for a name.
        let text = try desk.run(["pdftotext", "-layout", desk.folder.appending(path: file).path, "-"]).text
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        func isRunning(_ line: String) -> Bool { line.count >= 26 && !line.contains("  ") && !line.contains("·") }
        func isHan(_ text: Substring) -> Bool {
            text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        }
        let at = try #require(
            lines.indices.dropLast().first {
                isRunning(lines[$0]) && isRunning(lines[$0 + 1]) && isHan(lines[$0].suffix(2))
                    && isHan(lines[$0 + 1].prefix(2))
            })
        let name = String(lines[at].suffix(2)) + lines[at + 1].prefix(2)
        let names = try desk.lay("names.txt", "某某\n\n\(name)\n")
        let found = try desk.jianbao("check", "--names", names, file)
        #expect(found.text.contains("“\(name)”断在两行"), "\(found.text)")
        let json = try desk.lay("b.json", #"{"title": "题", "names": ["\#(name)"]}"#)
        #expect(try desk.jianbao("check", "--briefing", json, file).text.contains("“\(name)”断在两行"))
        #expect(try desk.jianbao("check", "--names", "none.txt", file).status == 66)
        #expect(try desk.jianbao("check", "--briefing", names, file).status == 65)
    }

    @Test("a booklet: sheets, sizes, the plan, the same bytes; what cannot be is said")
    func booklet() throws {
        let desk = try Desk()
        let file = try briefing(desk)
        let plan = try desk.jianbao("impose", file, "--plan")
        #expect(plan.text.hasPrefix("第 1 张　正面 4、1　反面 2、3\n"), "\(plan.text)")
        #expect(try desk.jianbao("impose", file, "-o", "b.pdf").status == 0)
        #expect(try desk.jianbao("impose", file, "-o", "c.pdf").status == 0)
        #expect(try desk.data("b.pdf") == desk.data("c.pdf"))
        let info = try desk.run(["pdfinfo", desk.folder.appending(path: "b.pdf").path]).text
        #expect(info.contains("Pages:           2") && info.contains("1190.55 x 841.89 pts (A3)"), "\(info)")
        // Text, not a picture of it, in the faces it was set in.
        let text = try desk.run(["pdftotext", desk.folder.appending(path: "b.pdf").path, "-"]).text
        let own = try desk.run(["pdftotext", desk.folder.appending(path: file).path, "-"]).text
        let letters = { (text: String) in text.filter { !$0.isWhitespace }.sorted() }
        #expect(letters(text) == letters(own))
        let small = try desk.jianbao("impose", file, "--paper", "A4", "-o", "d.pdf")
        #expect(small.status == 64)
        #expect(small.errors.contains("a.pdf: pages of 210×297 mm do not fit into 148×210 mm; name larger paper"))
        #expect(try desk.jianbao("impose", file, "--up", "3").status == 64)
        #expect(try desk.jianbao("impose", file, "--duplex", "none").status == 64)
        #expect(try desk.jianbao("impose", "none.pdf").status == 66)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "d.pdf").path))
    }
}

import Foundation
import Testing

/// The commands beside `brief` that make pages, as a person calls them.
struct SettingCommandsTests {
    private func text(_ desk: Desk, _ name: String, _ options: String...) throws -> String {
        try desk.run(["pdftotext"] + options + [desk.folder.appending(path: name).path, "-"]).text
    }

    private func pages(_ desk: Desk, _ name: String) throws -> Int {
        let info = try desk.run(["pdfinfo", desk.folder.appending(path: name).path]).text
        let line = info.split(separator: "\n").first { $0.hasPrefix("Pages:") } ?? ""
        return Int(line.split(separator: " ").last ?? "") ?? 0
    }

    @Test func minutesSayWhoWasThereAndWhatWasDecided() throws {
        let desk = try Desk()
        let article = Program.examples.appending(path: "02-市政府常务会议.txt").path
        let run = try desk.jianbao("minutes", article, "--office", Program.office, "-o", "a.pdf")
        #expect(run.status == 0, "\(run.errors)")
        let text = try text(desk, "a.pdf").filter { !$0.isWhitespace }
        for words in [
            "市政府会议纪要", "主持召开霁川市政府第38次常务会议。现纪要如下：", "一、会议成果", "请假：副市长、市公安局局长鲁定邦",
            "列席：市政府党组成员、市政府市长助理尹川", "会议日期系推定",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        // End matter on an even page.
        #expect(try pages(desk, "a.pdf") % 2 == 0)
    }

    @Test func minutesOfSeveralMeetingsHaveFilesOfTheirOwn() throws {
        let desk = try Desk()
        let files = ["01-常委会会议.txt", "02-市政府常务会议.txt"].map { Program.examples.appending(path: $0).path }
        let run = try desk.jianbao("minutes", files[0], files[1])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try desk.made.count == 2)
        let one = try desk.jianbao("minutes", files[0], files[1], "-o", "x.pdf")
        #expect(one.status == 64)
        #expect(one.errors.contains("x.pdf: is one file for several briefings"))
    }

    @Test func theLedgerIsOfArticlesOrOfTheArchive() throws {
        let desk = try Desk()
        let article = Program.examples.appending(path: "02-市政府常务会议.txt").path
        #expect(try desk.jianbao("ledger", article, "-o", "a.pdf").status == 0)
        #expect(try text(desk, "a.pdf").contains("市统计局"))

        let archive = ["--archive", "a.sqlite"]
        #expect(try desk.run([Program.path, "add", article] + archive).status == 0)
        let tasks = try desk.run([Program.path, "task"] + archive).text
        let words = try #require(tasks.split(separator: "\n").first).split(
            separator: " ", omittingEmptySubsequences: true)
        let noted = try desk.run(
            [Program.path, "task", String(words[1]), String(words[2]), "--state", "late", "--person", "简宁"] + archive)
        #expect(noted.status == 0, "\(noted.errors)")
        let run = try desk.run([Program.path, "ledger", "-o", "b.pdf"] + archive)
        #expect(run.status == 0, "\(run.errors)")
        let ledger = try text(desk, "b.pdf")
        #expect(ledger.contains("■ 滞后") && ledger.contains("简") && ledger.contains("宁"))
    }

    @Test func aHandbookAndItsSignsAreOfOnePlan() throws {
        let desk = try Desk()
        let plan = Program.root.appending(path: "examples/handbook.yaml").path
        #expect(try desk.jianbao("handbook", plan, "-o", "h.pdf").status == 0)
        let text = try text(desk, "h.pdf").filter { !$0.isWhitespace }
        for words in ["会议手册", "一、会议概况", "四、座次安排", "迪丽努尔·艾山", "麦秋（女）", "0999-600-0102"] {
            #expect(text.contains(words), "\(words)")
        }
        for layout in ["signs", "signs-a5"] {
            let run = try desk.jianbao("signs", plan, "--layout", layout, "-o", "s.pdf")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try pages(desk, "s.pdf") == 29)
            let names = try self.text(desk, "s.pdf").filter { !$0.isWhitespace }
            #expect(names.components(separatedBy: "上官云帆").count == 3)
        }
    }

    @Test func plansThatAreWrongAreToldAndLeaveNothing() throws {
        let desk = try Desk()
        let plan = try desk.lay("plan.yaml", "title: 会\nagneda: []\n")
        let run = try desk.jianbao("handbook", plan, "-o", "h.pdf")
        #expect(run.status == 65)
        #expect(run.errors == "in/plan.yaml:2:1: unknown key `agneda`; did you mean `agenda`?\n")
        let nobody = try desk.lay("b.yaml", "title: 会\n")
        #expect(try desk.jianbao("signs", nobody, "-o", "h.pdf").status == 65)
        #expect(try desk.made.isEmpty)
    }

    @Test func pagesAreSetInTraditionalCharactersWhenAsked() throws {
        let desk = try Desk()
        let plan = Program.root.appending(path: "examples/handbook.yaml").path
        #expect(try desk.jianbao("handbook", plan, "--lang", "zh-Hant", "-o", "h.pdf").status == 0)
        let text = try text(desk, "h.pdf").filter { !$0.isWhitespace }
        for words in ["會議手冊", "一、會議概況", "參會人員名單", "尉遲敬言"] { #expect(text.contains(words), "\(words)") }
        let info = try desk.run(["pdfinfo", desk.folder.appending(path: "h.pdf").path]).text
        #expect(info.contains("會議手冊"))
    }

    @Test func picturesAreTakenFromTheBriefingsFolder() throws {
        let desk = try Desk()
        try desk.lay(
            "own.yaml",
            "styles: {a: {size: 三号}}\nsections:\n  - {picture: \"{file}\", width: 40mm, alt: 会场}\n  - {text: 文, style: a}\n"
        )
        try desk.lay("a.json", #"{"file": "b.png"}"#)
        try desk.lay("bad.json", #"{"file": "own.yaml"}"#)
        let png =
            "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEklEQVR4nGM8ISfHAANMDEgAABlYAQijcLdOAAAAAElFTkSuQmCC"
        try desk.lay("b.png", Data(base64Encoded: png)!)
        let run = try desk.jianbao("render", "in/a.json", "--layout", "in/own.yaml", "-o", "a.pdf")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try desk.run(["pdfimages", "-list", desk.folder.appending(path: "a.pdf").path]).text.contains("4     2"))
        let bad = try desk.jianbao("render", "in/bad.json", "--layout", "in/own.yaml", "-o", "b.pdf")
        #expect(bad.status == 65)
        #expect(bad.errors.hasPrefix("in/own.yaml: picture cannot be read: it is neither PNG nor JPEG"))
        // A head that promises a picture that is not there.
        try desk.lay("b.png", Data(base64Encoded: png)!.prefix(40))
        let cut = try desk.jianbao("render", "in/a.json", "--layout", "in/own.yaml", "-o", "c.pdf")
        #expect(cut.status == 65)
        #expect(cut.errors.hasPrefix("in/b.png: PNG cannot be read"), "\(cut.errors)")
        #expect(try desk.made == ["a.pdf"])
    }

    /// Sets, sets again when the file changes, says a fault and goes on, ends with a signal.
    @Test(.timeLimit(.minutes(2))) func watchSetsAgainWhatChanged() async throws {
        let desk = try Desk()
        try desk.lay("own.yaml", "styles: {a: {size: 三号}}\nsections:\n  - {text: \"{t}\", style: a}\n")
        try desk.lay("a.json", #"{"t": "甲"}"#)
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["watch", "in/a.json", "--layout", "in/own.yaml", "-o", "a.pdf", "--every", "20"]
        process.currentDirectoryURL = desk.folder
        process.environment = ProcessInfo.processInfo.environment.merging(["JIANBAO_HOME": Program.root.path]) { $1 }
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        func waits(until done: () throws -> Bool) async throws -> Bool {
            for _ in 0..<600 {
                if try done() { return true }
                try await Task.sleep(for: .milliseconds(50))
            }
            return false
        }
        func shows(_ words: String) throws -> Bool {
            guard FileManager.default.fileExists(atPath: desk.folder.appending(path: "a.pdf").path) else {
                return false
            }
            return try text(desk, "a.pdf").contains(words)
        }
        #expect(try await waits { try shows("甲") })
        try desk.lay("a.json", #"{"t": "乙"}"#)
        #expect(try await waits { try shows("乙") })
        // A fault in the layout keeps the last good file; mended, it is set again.
        try desk.lay("own.yaml", "styles: {a: {size: 三号}}\nsections:\n  - {texd: a}\n")
        try await Task.sleep(for: .milliseconds(300))
        try desk.lay("own.yaml", "styles: {a: {size: 三号}}\nsections:\n  - {text: \"{t}丙\", style: a}\n")
        #expect(try await waits { try shows("乙丙") })
        process.interrupt()
        let ended = try await waits { !process.isRunning }
        if !ended { kill(process.processIdentifier, SIGKILL) }
        #expect(ended)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.contains("in/own.yaml:3:6: unknown key `texd`; did you mean `text`?"))
        #expect(try desk.made == ["a.pdf"])
    }
}

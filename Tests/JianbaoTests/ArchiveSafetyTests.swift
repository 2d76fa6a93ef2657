import Foundation
import Testing

/// What happens to an archive when things go wrong around it.
@Suite("The archive stays whole", .serialized)
struct ArchiveSafetyTests {
    /// `JIANBAO_KILLS=200` for the long run.
    private static let rounds = ProcessInfo.processInfo.environment["JIANBAO_KILLS"].flatMap(Int.init) ?? 10
    private static let batch = 40

    /// Checks all that must hold, whatever happened: the file is sound, records come whole calls at a time, numbers have
    /// no gap, and each issue's file is the one that was issued.
    private func check(_ desk: Desk, atLeast issued: Int) throws -> Int {
        let copy = "copy-\(UUID().uuidString).sqlite"
        let backup = try desk.archive("backup", copy)
        #expect(backup.status == 0, "\(backup.errors)")
        try FileManager.default.removeItem(at: desk.folder.appending(path: copy))
        let count = try desk.listed().count
        #expect(count % Self.batch == 0, "\(count) records")
        let totals = try Desk.objects(try desk.archive("issue", "--json")).compactMap { $0["total"] as? Int }
        #expect(totals == Array(1..<totals.count + 1))
        #expect(totals.count >= issued)
        if let last = totals.last {
            let run = try desk.archive("issue", "\(last)", "-o", "issue.pdf")
            #expect(run.status == 0, "\(run.errors)")
        }
        return totals.count
    }

    @Test("killed at any moment: it opens, nothing is half there, no number is lost")
    func killed() throws {
        let desk = try Desk()
        try desk.lay("0.ndjson", Desk.records(Self.batch, series: "x"))
        let start = ContinuousClock.now
        #expect(try desk.archive("import", "in/0.ndjson").status == 0)
        let adding = Double((ContinuousClock.now - start).components.attoseconds) / 1e18
        let middle = ContinuousClock.now
        #expect(try desk.archive("month", "2024-05", "--final", "--unit", "局长", "-o", "m.pdf").status == 0)
        let spent = ContinuousClock.now - middle
        let numbering = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
        var issued = 1
        var kills = 0
        for round in 1...Self.rounds {
            // From at once to after the end, in uneven steps.
            let share = Double(round * 37 % 100) / 80
            let words: [String]
            if round.isMultiple(of: 2) {
                try desk.lay("\(round).ndjson", Desk.records(Self.batch, series: "k\(round)n"))
                words = ["import", "in/\(round).ndjson"]
            } else {
                words = ["month", "2024-05", "--final", "--theme", "第\(round)次", "-o", "m.pdf"]
            }
            let time = max(0.001, share * (round.isMultiple(of: 2) ? adding : numbering))
            let run = try desk.run(
                ["timeout", "-s", "KILL", String(time), Program.path] + words + ["--archive", "a.sqlite"])
            if run.status != 0 { kills += 1 }
            issued = try check(desk, atLeast: issued)
        }
        #expect(kills > 0, "nothing was killed")
    }

    @Test("several programs that add and number at once: no error, no number twice, nothing lost")
    func together() throws {
        let desk = try Desk()
        var script = ""
        for worker in 0..<3 {
            try desk.lay("\(worker).ndjson", Desk.records(Self.batch, series: "w\(worker)n"))
            script +=
                "'\(Program.path)' import in/\(worker).ndjson --archive a.sqlite >\(worker).out 2>&1 || echo failed &\n"
        }
        script += "wait\n"
        for worker in 0..<4 {
            script +=
                "'\(Program.path)' month 2024-05 --final --theme 第\(worker)次 --archive a.sqlite -o \(worker).pdf"
                + " 2>\(worker).err || echo failed &\n"
            script +=
                "'\(Program.path)' import in/\(worker % 3).ndjson --archive a.sqlite >/dev/null 2>&1 || echo failed &\n"
        }
        let run = try desk.run(["sh", "-c", script + "wait\n"])
        #expect(run.text.isEmpty, "\(run.text) \(run.errors)")
        for worker in 0..<3 {
            #expect(String(decoding: try desk.data("\(worker).out"), as: UTF8.self) == "\(Self.batch) added\n")
        }
        #expect(try desk.listed().count == 3 * Self.batch)
        #expect(try check(desk, atLeast: 4) == 4)
    }

    @Test("no room: it is said, and what was there stays")
    func full() throws {
        let desk = try Desk()
        try desk.lay("a.ndjson", Desk.records(Self.batch, series: "a"))
        try desk.lay("b.ndjson", Desk.records(600, series: "b"))
        #expect(try desk.archive("import", "in/a.ndjson").status == 0)
        // No file may grow beyond two megabytes; the signal that says so is not heeded.
        let limit = "trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$@\""
        let run = try desk.run(["sh", "-c", limit, Program.path, "import", "in/b.ndjson", "--archive", "a.sqlite"])
        #expect(run.status == 74)
        #expect(run.errors.contains("a.sqlite: writing failed"), "\(run.errors)")
        #expect(try check(desk, atLeast: 0) == 0)
        #expect(try desk.listed().count == Self.batch)
        #expect(try desk.archive("import", "in/b.ndjson").text == "600 added\n")
    }

    @Test("wrong archives are told apart, each in one line, and none is changed")
    func wrong() throws {
        let desk = try Desk()
        try desk.lay("text.sqlite", "这不是资料库。")
        let cases: [(String, Int32, String)] = [
            ("none.sqlite", 66, "there is no archive here"),
            ("in/text.sqlite", 65, "is not an archive of this program"),
            ("/proc/none/a.sqlite", 66, "there is no archive here"),
        ]
        for (path, status, words) in cases {
            let run = try desk.jianbao("list", "--archive", path)
            #expect(run.status == status, "\(run.errors)")
            #expect(run.errors == "\(path): \(words)" + run.errors.dropFirst("\(path): \(words)".count))
            #expect(run.errors.split(separator: "\n").count == 1)
        }
        try desk.lay("a.ndjson", Desk.records(1, series: "a"))
        #expect(try desk.jianbao("import", "in/a.ndjson", "--archive", "/proc/none/a.sqlite").status == 73)
        #expect(try desk.data("in/text.sqlite") == Data("这不是资料库。".utf8))
    }

    @Test("without --archive it lies under XDG_DATA_HOME, which is made")
    func standard() throws {
        let desk = try Desk()
        try desk.lay("a.ndjson", Desk.records(1, series: "a"))
        let home = desk.folder.appending(path: "data").path
        let run = try desk.run(["env", "XDG_DATA_HOME=\(home)", Program.path, "import", "in/a.ndjson"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try desk.made.contains("data/jianbao/archive.sqlite"))
    }
}

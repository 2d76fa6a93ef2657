import Foundation
import Testing

@Suite("Reading, through the built program")
struct ReadingTests {
    /// A record without what differs between two files of the same text: its id, and where the bytes came from.
    private func record(_ run: Run) throws -> NSDictionary {
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.text.split(separator: "\n")
        try #require(lines.count == 1)
        var record = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        record["id"] = nil
        record["source"] = nil
        return record as NSDictionary
    }

    private func expectSameRecord(of text: Data) throws {
        let desk = try Desk()
        try desk.lay("utf8.txt", text)
        let expected = try record(desk.jianbao("read", "--json", "in/utf8.txt"))
        let marks: [(String, [UInt8])] = [("GB18030", []), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF])]
        for (encoding, mark) in marks {
            let recoded = try desk.run(["iconv", "-f", "UTF-8", "-t", encoding, "in/utf8.txt"])
            try #require(recoded.status == 0, "\(recoded.errors)")
            try desk.lay("\(encoding).txt", Data(mark) + recoded.output)
            #expect(try record(desk.jianbao("read", "--json", "in/\(encoding).txt")) == expected, "\(encoding)")
        }
        #expect(try record(desk.jianbao("read", "--json", "-", input: text)) == expected, "standard input")
    }

    @Test(
        "The same text in GB18030 and UTF-16 gives the same record",
        arguments: ["01-常委会会议.txt", "11-教育大会.txt", "03-一水两岸领导小组.txt"])
    func recoded(name: String) throws {
        try expectSameRecord(of: Data(contentsOf: Program.examples.appending(path: name)))
    }

    @Test("The seed in GB18030 and UTF-16 gives the same record", .enabled(if: Program.hasSeed))
    func recodedSeed() throws {
        try expectSameRecord(of: Data(contentsOf: URL(filePath: Program.seed)))
    }

    @Test("A folder is read in the order of its files, a record for each meeting")
    func folder() throws {
        let run = try Desk().jianbao("read", "--json", Program.examples.path)
        #expect(run.status == 0)
        let paths = try run.text.split(separator: "\n").map { line in
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return (record?["source"] as? [String: Any])?["path"] as? String ?? ""
        }
        #expect(paths.count == 16)
        #expect(paths == paths.sorted())
    }

    @Test("What was repaired is shown, in colour only on a terminal")
    func clean() throws {
        let desk = try Desk()
        let path = Program.examples.appending(path: "03-一水两岸领导小组.txt").path
        let text = try desk.jianbao("clean", path)
        #expect(text.status == 0)
        #expect(text.text.contains("再强化"))
        #expect(text.text.contains("文化传承"))
        let diff = try desk.jianbao("clean", "--diff", path)
        #expect(diff.status == 0)
        #expect(diff.text.contains("化?fēng)?chuán)承") || diff.text.contains("?fēng)?chuán)"))
        #expect(!diff.text.contains("\u{1B}"))
    }
}

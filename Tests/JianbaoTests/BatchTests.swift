import Foundation
import Testing

/// A batch that runs while a test feeds it and reads from it.
private final class RunningBatch {
    private let process = Process()
    private let jobs = Pipe()
    private let results = Pipe()
    private var waiting = Data()

    init(at desk: Desk, _ arguments: String...) throws {
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["batch"] + arguments
        process.currentDirectoryURL = desk.folder
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["JIANBAO_HOME": Program.root.path], uniquingKeysWith: { $1 })
        process.standardInput = jobs
        process.standardOutput = results
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    var input: Int32 { jobs.fileHandleForWriting.fileDescriptor }

    func feed(_ lines: String) throws { try jobs.fileHandleForWriting.write(contentsOf: Data(lines.utf8)) }

    func endInput() throws { try jobs.fileHandleForWriting.close() }

    /// The next result; `nil` where the program has ended.
    func result() throws -> BatchLine? {
        while true {
            if let end = waiting.firstIndex(of: 0x0A) {
                defer { waiting.removeSubrange(...end) }
                return try JSONDecoder().decode(BatchLine.self, from: waiting[..<end])
            }
            let more = results.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            waiting += more
        }
    }

    func rest() throws -> [BatchLine] {
        var lines: [BatchLine] = []
        while let line = try result() { lines.append(line) }
        return lines
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    var status: Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}

private struct BatchLine: Decodable {
    struct Fault: Decodable {
        var fault: String
        var file: String?
        var line: Int?
        var column: Int?
        var message: String
    }

    var job: Int
    var ok: Bool
    var output: String?
    var pages: Int?
    var bytes: Int?
    var sha256: String?
    var kept: Bool?
    var code: Int?
    var error: Fault?
    var warnings: [Fault]?
}

@Suite("Many jobs at once: batch")
struct BatchTests {
    /// A job for each of the examples, in their order.
    private static func jobs(_ count: Int = 6) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: Program.examples.path).sorted()
        return names.filter { $0.hasSuffix(".txt") }.prefix(count).enumerated().map { number, name in
            """
            {"command": "brief", "inputs": ["\(Program.examples.path)/\(name)"], "output": "\(number + 1).pdf", \
            "office": "\(Program.office)", "issue": \(number + 1)}

            """
        }
    }

    private func lines(_ run: Run) throws -> [BatchLine] {
        try run.text.split(separator: "\n").map { try JSONDecoder().decode(BatchLine.self, from: Data($0.utf8)) }
    }

    @Test("one thread, many threads and the command alone give the same bytes, in the order of the jobs")
    func sameBytes() throws {
        let desk = try Desk()
        let jobs = try Self.jobs()
        try desk.lay("jobs.ndjson", jobs.joined())
        let many = try lines(try desk.jianbao("batch", "in/jobs.ndjson", "--threads", "4"))
        #expect(many.map(\.job) == Array(1...jobs.count))
        #expect(many.allSatisfy { $0.ok && $0.kept == nil && $0.pages ?? 0 > 1 })
        let bytes = try many.map { try desk.data($0.output ?? "") }
        #expect(many.map(\.bytes) == bytes.map(\.count))
        let one = try lines(try desk.jianbao("batch", "in/jobs.ndjson", "--threads", "1", "--again"))
        #expect(one.map(\.sha256) == many.map(\.sha256))
        let article = try FileManager.default.contentsOfDirectory(atPath: Program.examples.path).sorted()[2]
        let alone = try desk.jianbao(
            "brief", Program.examples.appending(path: article).path, "--office", Program.office, "--issue", "3", "-o",
            "alone.pdf")
        #expect(alone.status == 0)
        #expect(try desk.data("alone.pdf") == bytes[2])
    }

    @Test("a bad job is told with its place, and the others are done")
    func badJobs() throws {
        let desk = try Desk()
        try desk.lay("plain.json", #"{"title": "简报", "sections": [], "body": "会议召开。"}"#)
        let run = try desk.jianbao(
            "batch",
            input: Data(
                """
                {"command": "render", "inputs": ["in/plain.json"], "output": "a.pdf"}

                {"command": "render", "input": "in/none.json", "output": "b.pdf"}
                {"command": "rendr", "input": "in/plain.json", "output": "c.pdf"}
                {"command": "render", "input": "in/plain.json"}
                {"command": "render", "input":, "output": "d.pdf"}
                {"command": "render", "input": "in/plain.json", "output": "e.pdf", "colour": "red"}
                {"command": "render", "input": "in/plain.json", "output": "a.pdf"}
                {"command": "month", "month": "2024-05", "output": "f.pdf", "final": true}
                {"command": "render", "input": "-", "output": "g.pdf"}
                {"command": "render", "briefing": {"title": "简报"}, "output": "h.pdf"}
                """.utf8))
        let results = try lines(run)
        #expect(results.map(\.job) == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        #expect(results.map(\.ok) == [true] + Array(repeating: false, count: 8) + [true])
        #expect(
            results.map { $0.error?.fault ?? "" } == [
                "", "fileMissing", "unknownCommand", "missingKey", "malformed", "jobOptions", "outputTwice",
                "notInBatch", "notInBatch", "",
            ])
        #expect(results[1].error?.file == "in/none.json")
        #expect(results[2].error?.message == "-:4: no job can be `rendr`; did you mean `render`?")
        #expect(results[4].error?.line == 6)
        #expect(results[4].error?.column == 31)
        #expect(results[5].error?.message.contains("'--colour'") == true)
        #expect(run.status == 66)
        #expect(run.errors.hasPrefix("made 2, failed 8 in "))
        #expect(try desk.made == [".jianbao-batch", "a.pdf", "h.pdf"])
    }

    @Test("what is there and made of the same is kept; what has changed is made again")
    func kept() throws {
        let desk = try Desk()
        let text = "本报讯（记者 古今）5月6日，霁川市召开河湖长制工作会议。市委书记闻立峰主持会议并讲话。会议要求，年内完成清淤20公里。"
        try desk.lay("a.txt", text)
        try desk.lay("notice.txt", "夜间施工通告\n因管道检修，5月7日22时起清泉路封闭。")
        let jobs = """
            {"command": "brief", "inputs": ["in/a.txt"], "output": "a.pdf"}
            {"command": "brief", "inputs": ["in/notice.txt"], "output": "notice.pdf"}
            {"command": "minutes", "inputs": ["in/a.txt"], "output": "m.pdf"}
            """
        try desk.lay("jobs.ndjson", jobs)
        func run() throws -> [BatchLine] { try lines(try desk.jianbao("batch", "in/jobs.ndjson")) }
        let first = try run()
        #expect(first.map(\.ok) == [true, true, true])
        #expect(first[1].warnings?.map(\.fault) == ["noMeeting"])
        let second = try run()
        #expect(second.map(\.kept) == [true, true, true])
        #expect(second.map(\.sha256) == first.map(\.sha256))
        #expect(second.map(\.pages) == first.map(\.pages))
        // What was said stays with the result.
        #expect(second[1].warnings?.map(\.message) == first[1].warnings?.map(\.message))

        try FileManager.default.removeItem(at: desk.folder.appending(path: "m.pdf"))
        #expect(try run().map(\.kept) == [true, true, nil])
        try desk.lay("a.txt", text + "会议强调，要压实责任。")
        #expect(try run().map(\.kept) == [nil, true, nil])
        try desk.lay("jobs.ndjson", jobs.replacing(#""output": "a.pdf""#, with: #""output": "a.pdf", "issue": 2"#))
        #expect(try run().map(\.kept) == [nil, true, true])
        // A result that somebody spoiled, and a line that a kill cut off.
        try Data("spoiled".utf8).write(to: desk.folder.appending(path: "m.pdf"))
        let memory = try FileHandle(forWritingTo: desk.folder.appending(path: ".jianbao-batch"))
        try memory.seekToEnd()
        try memory.write(contentsOf: Data("0123456789abcdef0123\t00".utf8))
        try memory.close()
        #expect(try run().map(\.kept) == [true, true, nil])
        #expect(try run().map(\.kept) == [true, true, true])
    }

    @Test("a picture that changed means another page")
    func picture() throws {
        let desk = try Desk()
        try desk.lay("layout.yaml", Self.pictureLayout)
        try desk.lay("b.json", #"{"title": "照片", "photo": "p.png"}"#)
        let jobs = Data(
            #"{"command": "render", "input": "in/b.json", "output": "b.pdf", "layout": "in/layout.yaml"}"#.utf8)
        try desk.lay("p.png", Self.png(grey: 0))
        let first = try lines(try desk.jianbao("batch", input: jobs))
        #expect(first.map(\.ok) == [true])
        #expect(try lines(try desk.jianbao("batch", input: jobs)).map(\.kept) == [true])
        try desk.lay("p.png", Self.png(grey: 128))
        let changed = try lines(try desk.jianbao("batch", input: jobs))
        #expect(changed.map(\.kept) == [nil])
        #expect(changed.map(\.sha256) != first.map(\.sha256))
    }

    @Test("a result comes while later jobs are still to be written, and who writes them is made to wait")
    func backPressure() throws {
        let desk = try Desk()
        let batch = try RunningBatch(at: desk, "--threads", "2")
        try batch.feed(try Self.jobs(1)[0])
        #expect(try batch.result()?.ok == true)
        // Nobody reads the results of these, so that after a while no more are taken.
        let flags = fcntl(batch.input, F_GETFL)
        _ = fcntl(batch.input, F_SETFL, flags | O_NONBLOCK)
        let line = Array(
            "{\"command\": \"no such\", \"output\": \"x\", \"inputs\": [\"\(String(repeating: "x", count: 400))\"]}\n"
                .utf8)
        var written = 0
        var refused = 0
        while refused < 50, written < 20_000 {
            if write(batch.input, line, line.count) == line.count {
                (written, refused) = (written + 1, 0)
            } else {
                refused += 1
                usleep(10_000)
            }
        }
        #expect(refused == 50)
        // Three pipes' worth of lines, no more.
        #expect(written < 1000)
        _ = fcntl(batch.input, F_SETFL, flags)
        try batch.endInput()
        #expect(try batch.rest().map(\.job) == Array(2..<(written + 2)))
        #expect(batch.status == 64)
    }

    @Test("a signal lets what is begun be done; the next call does the rest")
    func interrupted() throws {
        let desk = try Desk()
        let jobs = try Self.jobs()
        let batch = try RunningBatch(at: desk, "--threads", "2")
        try batch.feed(jobs[0] + jobs[1])
        #expect(try batch.result()?.output == "1.pdf")
        #expect(try batch.result()?.output == "2.pdf")
        batch.signal(SIGTERM)
        #expect(try batch.rest().isEmpty)
        #expect(batch.status == 75)
        try desk.lay("jobs.ndjson", jobs.joined())
        let again = try desk.jianbao("batch", "in/jobs.ndjson")
        #expect(again.status == 0)
        #expect(try lines(again).map(\.kept) == [true, true, nil, nil, nil, nil])
    }

    @Test("killed in the midst of it and called again, every job is done and nothing else lies about")
    func killed() throws {
        let desk = try Desk()
        let jobs = try Self.jobs(12)
        let batch = try RunningBatch(at: desk)
        try batch.feed(jobs.joined())
        try batch.endInput()
        let known = try [batch.result(), batch.result(), batch.result()].compactMap { $0?.sha256 }
        batch.signal(SIGKILL)
        #expect(batch.status == SIGKILL)
        try desk.lay("jobs.ndjson", jobs.joined())
        let results = try lines(try desk.jianbao("batch", "in/jobs.ndjson"))
        #expect(results.map(\.ok) == Array(repeating: true, count: 12))
        #expect(results.prefix(3).map(\.kept) == [true, true, true])
        #expect(results.prefix(3).compactMap(\.sha256) == known)
        #expect(try desk.made == ([".jianbao-batch"] + (1...12).map { "\($0).pdf" }).sorted())
    }

    /// One grey point.
    private static func png(grey: UInt8) -> Data {
        func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            let body = Array(name.utf8) + data
            let sum = body.reduce(UInt32.max) { sum, byte in
                (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
                }
            }
            return big(UInt32(data.count)) + body + big(~sum)
        }
        // One stored block, as zlib has it.
        let row: [UInt8] = [0, grey]
        let (low, high) = row.reduce((1 as UInt32, 0 as UInt32)) { ($0.0 + UInt32($1), $0.1 + $0.0 + UInt32($1)) }
        let packed: [UInt8] = [0x78, 0x01, 0x01, 0x02, 0x00, 0xFD, 0xFF] + row + big(high << 16 | low)
        let sign: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return Data(
            sign + chunk("IHDR", big(1) + big(1) + [8, 0, 0, 0, 0]) + chunk("IDAT", packed) + chunk("IEND", []))
    }

    private static let pictureLayout = """
        title: 一图
        language: zh-Hans
        page: {paper: A4, top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm}
        styles:
          body: {face: song, size: 三号, pitch: 28pt}
        sections:
          - {text: "{title}", style: body}
          - {picture: "{photo}", width: 20mm}
        """
}

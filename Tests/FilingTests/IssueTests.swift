import Diagnostics
import Extraction
import Filing
import Synchronization
import Testing

@Suite("Issues: numbers neither skip nor repeat, what was issued stays")
struct IssueTests {
    let fixture: ArchiveFixture
    let archive: Archive

    init() throws {
        fixture = try ArchiveFixture()
        archive = try fixture.archive()
        _ = try archive.add([
            MeetingRecord.sample("a-1", name: "防汛会议", officials: [("王委", "局长", .presides)]).addition,
            MeetingRecord.sample("b-1", name: "教育会议", date: "2024-05-21").addition,
        ])
    }

    private func issuing(_ subject: String, series: String = "月报", records: [String] = []) -> Archive.Issuing {
        .init(series: series, subject: subject, day: "2024-05-31", records: records)
    }

    private func issue(_ subject: String, series: String = "月报", records: [String] = []) throws -> IssueOutcome {
        try archive.issue(issuing(subject, series: series, records: records)) { draft in
            Array("\(draft.number) \(draft.total) \(draft.corrections)".utf8)
        }
    }

    @Test("each series counts for itself and all count together; a draft has no number")
    func numbers() throws {
        #expect(try archive.nextIssue(issuing("甲")).number == 1)
        _ = try issue("甲")
        _ = try issue("乙", series: "专报")
        #expect(try archive.nextIssue(issuing("丙")).total == 3)
        _ = try issue("丙")
        #expect(try archive.issues().map { [$0.total, $0.number] } == [[1, 1], [2, 1], [3, 2]])
        #expect(try archive.issues(series: "月报").map(\.subject) == ["甲", "丙"])
    }

    @Test("an office that issued before goes on from its numbers")
    func first() throws {
        var first = issuing("甲")
        first.first = 5
        first.firstTotal = 137
        _ = try archive.issue(first) { _ in [1] }
        _ = try issue("乙")
        #expect(try archive.issues().map { [$0.total, $0.number] } == [[137, 5], [138, 6]])
    }

    @Test("a number is not lost where making fails")
    func failure() throws {
        struct Broken: Error {}
        #expect(throws: (any Error).self) { try archive.issue(issuing("甲")) { _ in throw Broken() } }
        _ = try issue("甲")
        #expect(try archive.issues().map(\.number) == [1])
    }

    @Test("the file comes back as it was; made again it is the same, or that it differs is said")
    func kept() throws {
        guard case .issued(let first) = try issue("甲") else { return #expect(Bool(false), "not issued") }
        #expect(try archive.file(ofIssue: first.total) == Array("1 1 []".utf8))
        #expect(try issue("甲") == .same(first))
        let other = try archive.issue(issuing("甲")) { _ in [0] }
        guard case .differs(let kept, _) = other else { return #expect(Bool(false), "\(other)") }
        #expect(kept == first)
        #expect(try archive.file(ofIssue: first.total) == Array("1 1 []".utf8))
        #expect(ArchiveFixture.fault { _ = try archive.file(ofIssue: 9) } == .noIssue("9"))
    }

    @Test("what was put right since stands in the next issue of the series, once")
    func corrections() throws {
        _ = try issue("五月", records: ["a-1", "b-1"])
        _ = try issue("专题", series: "专报", records: ["b-1"])
        var right = try archive.entry("a-1").record
        right.officials[0].name = "王伟"
        try archive.correct(right)
        try archive.remove("b-1")
        let lines = ["第1期“防汛会议”（2024-05-06）：姓名“王委”更正为“王伟”。", "第1期“教育会议”（2024-05-21）：该条撤回。"]
        #expect(try archive.nextIssue(issuing("六月")).corrections == lines)
        #expect(try archive.nextIssue(issuing("专题二", series: "专报")).corrections == [lines[1]])
        _ = try issue("六月")
        #expect(try archive.nextIssue(issuing("七月")).corrections.isEmpty)
        // Made again, an issue says what it said.
        #expect(try archive.nextIssue(issuing("六月")).corrections == lines)
        try archive.restore("b-1")
        #expect(try archive.nextIssue(issuing("七月")).corrections == ["第2期“教育会议”（2024-05-21）：原撤回的该条恢复。"])
    }

    @Test("what is not printed needs no correction")
    func silent() throws {
        _ = try issue("五月", records: ["a-1"])
        var record = try archive.entry("a-1").record
        record.warnings = [.init(text: "姓名待核")]
        try archive.correct(record)
        #expect(try archive.nextIssue(issuing("六月")).corrections.isEmpty)
    }

    @Test("four programs that number at once give each number once")
    func together() async throws {
        let path = fixture.path()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let archive = try Archive(path, create: false)
                    for round in 0..<10 {
                        let issuing = Archive.Issuing(
                            series: "系列\(worker % 2)", subject: "\(worker) \(round)", day: nil, records: [])
                        _ = try archive.issue(issuing) { Array("\($0.total)".utf8) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let issues = try archive.issues()
        #expect(issues.map(\.total) == Array(1...40))
        for series in ["系列0", "系列1"] {
            #expect(issues.filter { $0.series == series }.map(\.number) == Array(1...20))
        }
        for issue in issues { #expect(try archive.file(ofIssue: issue.total) == Array("\(issue.total)".utf8)) }
    }
}

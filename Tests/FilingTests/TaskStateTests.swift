import Diagnostics
import Extraction
import Filing
import Testing

@Suite("What people say of tasks: kept, followed, taken back")
struct TaskStateTests {
    let fixture: ArchiveFixture
    let archive: Archive

    init() throws {
        fixture = try ArchiveFixture()
        archive = try fixture.archive()
        _ = try archive.add([read.addition])
        var state = TaskState()
        state.state = .going
        state.progress = "已完成一半"
        try archive.update(task: 2, of: "a-1", state)
    }

    private var read: MeetingRecord {
        var record = MeetingRecord.sample("a-1", name: "供水会议")
        record.directives = [
            .init(text: "排查隐患", range: .init(10..<14)),
            .init(text: "年底前改造管网", range: .init(20..<27), owner: "市水务局"),
        ]
        return record
    }

    private func tasks() throws -> [Archive.Task] { try archive.tasks(from: nil, to: nil) }

    @Test("only demands with an owner, a deadline or a word of somebody are tasks")
    func listed() throws {
        #expect(try tasks().map(\.number) == [2])
        #expect(try tasks()[0].state?.progress == "已完成一半")
        var state = TaskState()
        state.person = "卓然"
        try archive.update(task: 1, of: "a-1", state)
        #expect(try tasks().map(\.number) == [1, 2])
        #expect(ArchiveFixture.fault { try archive.update(task: 3, of: "a-1", state) } == .noTask("a-1 3"))
    }

    @Test("what is taken back was said by nobody; the rest stays")
    func withdrawn() throws {
        try archive.update(task: 2, of: "a-1", TaskState(), withdrawing: [.progress])
        #expect(try tasks()[0].state?.progress == nil)
        #expect(try tasks()[0].state?.state == .going)
        try archive.update(task: 2, of: "a-1", TaskState(), withdrawing: [.state])
        #expect(try tasks()[0].state == TaskState())
    }

    @Test("the words of the demand are put right, or read otherwise: what was said goes along")
    func moved() throws {
        var right = read
        right.directives[1].text = "明年年底前改造管网"
        try archive.correct(right)
        #expect(try tasks().map { $0.state?.progress } == ["已完成一半"])
        var other = read
        other.directives = [.init(text: "底前改造管网", range: .init(21..<27), owner: "市水务局")]
        try archive.restore("a-1", before: nil)
        _ = try archive.add([other.addition])
        #expect(try tasks().map { $0.state?.progress } == ["已完成一半"])
    }

    @Test("a fuller report takes the meeting over: what was said of its task counts there")
    func takenOver() throws {
        var fuller = read
        fuller.id = "b-1"
        fuller.source.sha256 = "b"
        fuller.officials = [.init(name: "卓然", printed: "卓然", titles: [], roles: [.presides], ranges: [])]
        #expect(try archive.add([fuller.addition]) == [[.linked(to: "a-1")]])
        #expect(try tasks().map(\.record.id) == ["b-1"])
        #expect(try tasks().map { $0.state?.progress } == ["已完成一半"])
    }
}

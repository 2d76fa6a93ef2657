import Extraction
import Filing
import Testing

@Suite("Corrections that come from a file")
struct CorrectionFilingTests {
    private let fixture: ArchiveFixture

    init() throws { fixture = try ArchiveFixture() }

    private var read: MeetingRecord {
        .sample("a-1", name: "防汛会议", officials: [("王委", "局长", .presides)])
    }

    @Test("corrected before it is added: what the machine read lies beneath")
    func unseen() throws {
        let archive = try fixture.archive()
        var right = read
        right.officials[0].name = "王伟"
        right = right.corrected(from: read)
        let addition = Archive.Addition(records: [right], isCorrection: true, machines: [read])
        #expect(try archive.add([addition]) == [[.added]])
        #expect(try archive.entry("a-1").isCorrected)
        #expect(try archive.entry("a-1").record.officials[0].was == #"{"name":"王委","by":"hand"}"#)
        #expect(try archive.add([addition]) == [[.unchanged]])
        // Reading the source again does not undo it.
        #expect(try archive.add([read.addition]) == [[.unchanged]])
        #expect(try archive.entry("a-1").record.officials[0].name == "王伟")
        _ = try archive.restore("a-1", before: nil)
        #expect(try archive.entry("a-1").record.json == read.json)
    }

    @Test("corrected after it was added: the correction wins and says what was read")
    func seen() throws {
        let archive = try fixture.archive()
        _ = try archive.add([read.addition])
        var right = read
        right.meeting.place = "市民中心"
        #expect(try archive.add([.init(records: [right], isCorrection: true)]) == [[.corrected]])
        #expect(try archive.entry("a-1").record.meeting.was == #"{"place":null,"by":"hand"}"#)
    }

    @Test("one question in several words finds each record once, the newest first")
    func anyOf() throws {
        let archive = try fixture.archive()
        var full = MeetingRecord.sample("a-1", name: "会一", date: "2024-05-06")
        full.officials = [.init(name: "甲乙", printed: "甲乙", titles: ["市卫生健康委员会主任"], roles: [.attends], ranges: [])]
        var short = MeetingRecord.sample("b-1", name: "会二", date: "2024-05-08")
        short.officials = [.init(name: "丙丁", printed: "丙丁", titles: ["市卫健委副主任"], roles: [.attends], ranges: [])]
        _ = try archive.add([full.addition, short.addition])
        let one = Archive.Query(words: "", unit: "市卫生健康委员会")
        var other = one
        other.unit = "市卫健委"
        #expect(try archive.search(anyOf: [one]).map(\.summary.id) == ["a-1"])
        #expect(try archive.search(anyOf: [one, other]).map(\.summary.id) == ["b-1", "a-1"])
        #expect(try archive.search(anyOf: [one, other, one]).count == 2)
        other.limit = 1
        #expect(try archive.search(anyOf: [other, other]).map(\.summary.id) == ["b-1"])
    }

    @Test("in one call too a correction stands before what the machine read, however full that is")
    func onShelf() {
        let full = MeetingRecord.sample(
            "a-1", name: "防汛会议", officials: [("王委", "局长", .presides), ("李某", "", .attends)])
        var right = full
        right.officials.removeLast()
        right.officials[0].name = "王伟"
        right = right.corrected(from: full)
        for records in [[full, right], [right, full]] {
            let shelf = Shelf(records)
            #expect(shelf.entries.map(\.record) == [right])
            #expect(shelf.entries[0].copies == [full])
        }
    }
}

import Diagnostics
import Extraction
import Filing
import Testing

@Suite("Adding: safe to repeat, each meeting once, corrections stay")
struct ArchiveAddingTests {
    let fixture: ArchiveFixture
    let archive: Archive

    init() throws {
        fixture = try ArchiveFixture()
        archive = try fixture.archive()
    }

    private func titles(all: Bool = false) throws -> [String] {
        var titles: [String] = []
        try archive.list(.init(all: all)) { titles.append($0.title) }
        return titles
    }

    @Test("what is added comes back as it was, the newest first, undated last")
    func added() throws {
        let records = [
            MeetingRecord.sample("a-1", name: "例会", date: nil),
            .sample("b-1", name: "防汛会议", date: "2024-05-09", officials: [("王伟", "局长", .presides)]),
            .sample("c-1", name: "教育会议", date: "2024-05-21"),
        ]
        #expect(try archive.add(records.map(\.addition)) == [[.added], [.added], [.added]])
        #expect(try titles() == ["教育会议", "防汛会议", "例会"])
        for record in records { #expect(try archive.entry(record.id).record.json == record.json) }
    }

    @Test("the same again changes nothing, wherever it was found")
    func again() throws {
        var record = MeetingRecord.sample("a-1", name: "防汛会议")
        _ = try archive.add([record.addition])
        record.source.path = "elsewhere/b.txt"
        #expect(try archive.add([record.addition, record.addition]) == [[.unchanged], [.unchanged]])
        #expect(try archive.entry("a-1").record.source.path == "news/a.txt")
        #expect(try archive.history(of: "a-1").isEmpty)
    }

    @Test("a better reading takes the old one's place, with its day")
    func reread() throws {
        _ = try archive.add([MeetingRecord.sample("a-1", name: "防汛会议", date: nil).addition])
        let better = MeetingRecord.sample("a-1", name: "防汛会议", date: "2024-05-09")
        #expect(try archive.add([better.addition]) == [[.updated]])
        #expect(try archive.entry("a-1").record.json == better.json)
        #expect(try archive.history(of: "a-1").map(\.act) == [.reread])
        #expect(try archive.search(.init(words: "防汛", from: "2024-05-09", to: "2024-05-09")).count == 1)
    }

    @Test("another report of the meeting is linked; the fuller stands for it; nothing counts twice")
    func linked() throws {
        let short = MeetingRecord.sample("a-1", name: "防汛会议", officials: [("王伟", "局长", .presides)])
        let full = MeetingRecord.sample(
            "b-1", name: "“防汛”会议", officials: [("王伟", "局长", .presides), ("李静", "副局长", .attends)])
        _ = try archive.add([short.addition])
        #expect(try archive.add([full.addition]) == [[.linked(to: "a-1")]])
        #expect(try archive.entry("a-1").standsFor == "b-1")
        #expect(try archive.entry("b-1").copies.map(\.id) == ["a-1"])
        #expect(try archive.search(.init(words: "", person: "王伟")).map(\.summary.id) == ["b-1"])
        #expect(try archive.count() == (2, 1))
    }

    @Test("what stands for a meeting goes, its copy takes its place; both come back")
    func promoted() throws {
        let full = MeetingRecord.sample("a-1", name: "防汛会议", officials: [("王伟", "局长", .presides)])
        _ = try archive.add([full.addition, MeetingRecord.sample("b-1", name: "防汛会议").addition])
        #expect(try archive.remove("a-1"))
        #expect(try !archive.remove("a-1"))
        #expect(try archive.entry("b-1").standsFor == nil)
        #expect(try archive.search(.init(words: "", person: "王伟")).isEmpty)
        #expect(try archive.add([full.addition]) == [[.staysRemoved]])
        #expect(try archive.restore("a-1"))
        #expect(try archive.count() == (2, 1))
    }

    @Test("a person's correction survives reading the source again, and can be taken back")
    func corrected() throws {
        let read = MeetingRecord.sample("a-1", name: "防汛会议", officials: [("王委", "局长", .presides)])
        var right = read
        right.officials[0].name = "王伟"
        _ = try archive.add([read.addition])
        #expect(try archive.correct(right))
        #expect(try !archive.correct(right))
        #expect(try archive.add([read.addition]) == [[.unchanged]])
        var other = read
        other.meeting.place = "市民中心"
        #expect(try archive.add([other.addition]) == [[.correctionKept]])
        // The correction says so itself.
        let kept = try archive.entry("a-1").record
        #expect(kept.officials[0].was == #"{"name":"王委","by":"hand"}"#)
        #expect(kept.json == right.corrected(from: read).json)
        #expect(try archive.entry("a-1").isCorrected)
        #expect(try archive.search(.init(words: "王委")).isEmpty)
        #expect(try archive.search(.init(words: "王伟")).count == 1)
        let event = try #require(try archive.history(of: "a-1").first)
        #expect(try archive.restore("a-1", before: event.number))
        #expect(try archive.entry("a-1").record.json == read.json)
        _ = try archive.restore("a-1", before: nil)
        #expect(try archive.entry("a-1").record.json == other.json)
        #expect(try !archive.entry("a-1").isCorrected)
    }

    @Test("a correction that parts two reports lets both count")
    func parted() throws {
        let first = MeetingRecord.sample("a-1", name: "防汛会议", officials: [("王伟", "局长", .presides)])
        var second = MeetingRecord.sample("b-1", name: "防汛会议")
        _ = try archive.add([first.addition, second.addition])
        #expect(try archive.count() == (2, 1))
        second.meeting.date = "2024-05-07"
        try archive.correct(second)
        #expect(try archive.count() == (2, 2))
        #expect(try archive.entry("b-1").standsFor == nil)
        second.meeting.date = "2024-05-06"
        try archive.correct(second)
        #expect(try archive.count() == (2, 1))
    }

    @Test("a correction may not change whose record it is, nor point outside the source")
    func checked() throws {
        let record = MeetingRecord.sample("a-1", name: "防汛会议")
        _ = try archive.add([.init(records: [record], text: "防汛会议召开", clean: "防汛会议召开")])
        var wrong = record
        wrong.source.sha256 = "b"
        #expect(ArchiveFixture.fault { try archive.correct(wrong) } == .recordChanged(key: "source.sha256"))
        wrong = record
        wrong.meeting.ranges["name"] = .init(2..<7)
        #expect(
            ArchiveFixture.fault { try archive.correct(wrong) }
                == .badValue(
                    key: "meeting.ranges.name", value: "[2, 7]", expected: "a range inside the source (0 to 6)"))
        wrong = record
        wrong.meeting.date = "2024-02-30"
        #expect(
            ArchiveFixture.fault { try archive.correct(wrong) }
                == .badValue(key: "meeting.date", value: "2024-02-30", expected: "a day as 2024-05-31, or nothing"))
        #expect(try archive.history(of: "a-1").isEmpty)
    }

    @Test("a source read again with fewer meetings keeps no stale one")
    func stale() throws {
        let one = MeetingRecord.sample("a-1", name: "防汛会议")
        let two = MeetingRecord.sample("a-2", name: "教育会议")
        _ = try archive.add([.init(records: [one, two], text: "甲", clean: "甲")])
        _ = try archive.add([.init(records: [one], text: "甲", clean: "甲")])
        #expect(try titles() == ["防汛会议"])
    }

    @Test("a record by the beginning of its id, where that is enough")
    func names() throws {
        _ = try archive.add([
            MeetingRecord.sample("ab12-1", name: "甲").addition, MeetingRecord.sample("ab34-1", name: "乙").addition,
        ])
        #expect(try archive.entry("ab3").record.meeting.name == "乙")
        #expect(ArchiveFixture.fault { _ = try archive.entry("ab") } == .severalRecords("ab", count: 2))
        #expect(ArchiveFixture.fault { _ = try archive.entry("x") } == .noRecord("x"))
        #expect(ArchiveFixture.fault { _ = try archive.entry("") } == .noRecord(""))
    }
}

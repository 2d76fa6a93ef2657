import Extraction
import Testing

@testable import Filing

@Suite("The shelf: in order, each meeting once")
struct ShelfTests {
    private func record(_ id: String, _ name: String?, _ date: String?, officials: Int = 0) -> MeetingRecord {
        var record = MeetingRecord(
            id: id, source: .init(path: id + ".txt", sha256: id, encoding: "UTF-8", script: .hans), kind: .meeting,
            meeting: .init(name: name, date: date))
        record.officials = (0..<officials).map {
            .init(name: "张\($0)", printed: "张\($0)", titles: [], roles: [.attends], ranges: [])
        }
        return record
    }

    @Test("by date, undated last, as they came within a day")
    func order() {
        let shelf = Shelf([
            record("a", "甲", nil), record("b", "乙", "2024-05-09"), record("c", "丙", "2024-05-06"),
            record("d", "丁", "2024-05-09"),
        ])
        #expect(shelf.entries.map(\.record.id) == ["c", "b", "d", "a"])
    }

    @Test("two reports of one meeting are linked, the fuller stands for it")
    func copies() {
        let shelf = Shelf([
            record("a", "防汛会议", "2024-05-09", officials: 1), record("b", "防汛会议", "2024-05-09", officials: 3),
        ])
        #expect(shelf.entries.map(\.record.id) == ["b"])
        #expect(shelf.entries[0].copies.map(\.id) == ["a"])
    }

    @Test("nothing is the same that only lacks the same: names, dates")
    func different() {
        let shelf = Shelf([
            record("a", nil, "2024-05-09"), record("b", nil, "2024-05-09"), record("c", "例会", nil),
            record("d", "例会", nil), record("e", "例会", "2024-05-09"), record("f", "例会", "2024-05-16"),
        ])
        #expect(shelf.entries.count == 6)
    }

    @Test("the same source twice is one")
    func twice() {
        #expect(Shelf([record("a", nil, nil), record("a", nil, nil)]).entries.count == 1)
    }
}

import Diagnostics
import Extraction
import Filing
import Testing

@Suite("People are followed across titles and time")
struct PersonCourseTests {
    @Test("titles in their order, said longer or shorter; meetings with those they were not at; companions")
    func course() throws {
        let fixture = try ArchiveFixture()
        let archive = try fixture.archive()
        let seen: [(String, String, String, MeetingRecord.Role)] = [
            ("a", "2024-01-10", "石渡县副县长", .attends), ("b", "2024-02-10", "副县长", .presides),
            ("c", "2024-03-10", "县长", .absent), ("d", "2024-04-10", "县委副书记", .attends),
            ("e", "2024-05-10", "", .attends),
        ]
        for (source, day, title, role) in seen {
            var record = MeetingRecord.sample(
                source + "-1", name: "例会" + source, date: day,
                officials: [("乔守正", title, role), ("卓然", "秘书长", .attends)])
            if source == "a" { record.officials.append(record.officials[0]) }
            _ = try archive.add([record.addition])
        }
        let course = try archive.course(of: "乔守正")
        #expect(course.attended == 4)
        #expect(
            course.spans.map { "\($0.titles) \($0.from ?? "") \($0.to ?? "")" } == [
                "[\"石渡县副县长\"] 2024-01-10 2024-02-10", "[\"县长\"] 2024-03-10 2024-03-10",
                "[\"县委副书记\"] 2024-04-10 2024-04-10",
            ])
        #expect(course.companions.map { "\($0.name) \($0.meetings)" } == ["卓然 4"])
        #expect(ArchiveFixture.fault { _ = try archive.course(of: "无名") } == .noPerson("无名"))
        try archive.remove("d-1")
        #expect(try archive.course(of: "乔守正").spans.count == 2)
    }
}

import Extraction
import Filing
import Foundation
import Testing

@testable import Outlining

@Suite("The month counts right: a recount from the records alone comes to the same")
struct MonthRecountTests {
    /// A month among others, made by a generator of numbers that is the same everywhere.
    private struct Year {
        var records: [MeetingRecord] = []
        private var state: UInt64

        init(seed: UInt64) {
            state = seed
            for number in 0..<160 { records.append(meeting(number)) }
            // Another report of a meeting says less: it counts nowhere.
            for number in stride(from: 0, to: 160, by: 9) {
                var copy = records[number]
                copy.id = "k\(number)-1"
                copy.source.sha256 = "k\(number)"
                copy.officials = Array(copy.officials.prefix(1))
                copy.goals = []
                copies.append(copy)
            }
        }

        var copies: [MeetingRecord] = []

        private static let letters = Array("天地玄黄宇宙洪荒日月盈昃")

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        private mutating func meeting(_ number: Int) -> MeetingRecord {
            let kinds: [MeetingRecord.Kind] = [.meeting, .meeting, .visit, .conference, .other]
            let kind = kinds[next(kinds.count)]
            let day = "2024-0\(3 + next(4))-\(10 + next(20))"
            var record = MeetingRecord(
                id: "r\(number)-1",
                source: .init(path: "\(number).txt", sha256: "r\(number)", encoding: "UTF-8", script: .hans),
                kind: kind, meeting: .init(name: "第\(number)次会议", date: day, dateInferred: false))
            if kind == .other { return record }
            let people = ["卓然", "白朗", "岑枫", "邵文", "林岳", "方晴", "简宁", "郁清"]
            let roles: [MeetingRecord.Role] = [.presides, .attends, .absent, .mentioned, .observes, .delegates]
            for _ in 0..<2 + next(4) {
                let name = people[next(people.count)]
                if record.officials.contains(where: { $0.name == name }) { continue }
                var official = MeetingRecord.Official(
                    name: name, printed: name, titles: ["局长"], roles: [roles[next(roles.count)]], ranges: [])
                if next(9) == 0 { official.event = "启动仪式" }
                record.officials.append(official)
            }
            for _ in 0..<next(3) { record.goals.append(statement("“\(Self.letters[next(12)])字行动”")) }
            for _ in 0..<next(3) {
                let indicator = "指标\(next(4))"
                record.figures.append(
                    .init(
                        text: indicator, indicator: indicator, value: Double(next(90)), unit: "%", range: .init(0..<1)))
            }
            for index in 0..<next(4) {
                var directive = statement("第\(number)次会议第\(index)项要求")
                if next(3) == 0 { directive.owner = "市水务局" }
                record.directives.append(directive)
            }
            for index in 0..<next(2) { record.results.append(statement("第\(number)次会议成果\(index)")) }
            return record
        }

        private func statement(_ text: String) -> MeetingRecord.Statement { .init(text: text, range: .init(0..<1)) }
    }

    private static func isPresent(_ official: MeetingRecord.Official) -> Bool {
        official.event == nil && [.presides, .attends, .observes].contains(official.roles[0])
    }

    private func briefing(_ year: Year) throws -> Briefing {
        let path = NSTemporaryDirectory() + "jianbao-recount-\(UUID().uuidString).sqlite"
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
        let archive = try Archive(path, create: true)
        for records in [year.copies, year.records] { _ = try archive.add(records.map { .init(records: [$0]) }) }
        return MonthOutline().briefing(of: try archive.digest(.init(from: "2024-05-01", to: "2024-05-31")))
    }

    @Test("persons, first and again, this month and in all", arguments: [1, 2, 3])
    func persons(seed: UInt64) throws {
        let year = Year(seed: seed)
        let briefing = try briefing(year)
        let may = year.records.filter { $0.kind != .other && $0.meeting.date!.hasPrefix("2024-05") }
        let before = year.records.filter { $0.meeting.date! < "2024-05" }
        func meetings(_ name: String, _ records: [MeetingRecord]) -> Int {
            records.count { $0.officials.contains { $0.name == name && Self.isPresent($0) } }
        }
        let names = Set(may.flatMap(\.officials).map(\.name)).filter { meetings($0, may) > 0 }
        let rows = briefing["officials"].list
        #expect(Set(rows.compactMap { $0["name"].text }) == names)
        for row in rows {
            let name = try #require(row["name"].text)
            #expect(row["count"].text == "\(meetings(name, may))", "\(name)")
            #expect(row["total"].text == "\(meetings(name, may) + meetings(name, before))", "\(name)")
            #expect(row["first"].text == (meetings(name, before) == 0 ? "首次" : "再次"), "\(name)")
        }
        let fresh = names.count { meetings($0, before) == 0 }
        let attendances = names.reduce(0) { $0 + meetings($1, may) }
        let overview = briefing["overview"].list.compactMap(\.text)
        #expect(overview[0].hasPrefix("2024年5月共收录会议活动\(may.count)次，其中"))
        #expect(
            overview[1]
                == "参会人员\(names.count)人、\(attendances)人次，其中首次出现\(fresh)人、再次出现\(names.count - fresh)人。")
        #expect(briefing["chronicle"].list.count == may.count)
        #expect(briefing["sources"].list.count == may.count)
    }

    @Test("goals new, repeated and gone; figures with their last value; tasks and results", arguments: [1, 2, 3])
    func goals(seed: UInt64) throws {
        let year = Year(seed: seed)
        let briefing = try briefing(year)
        let kept = year.records.filter { $0.kind != .other }
        let may = kept.filter { $0.meeting.date!.hasPrefix("2024-05") }
        let before = kept.filter { $0.meeting.date! < "2024-05" }
        let april = before.filter { $0.meeting.date! >= "2024-04" }
        let goals = { (records: [MeetingRecord]) in Set(records.flatMap { $0.goals.map(\.text) }) }
        let fresh = goals(may).subtracting(goals(before)).count
        let lapsed = goals(april).subtracting(goals(may))
        let rows = briefing["goals"].list
        #expect(rows.count == goals(may).count)
        for row in rows {
            let times = may.count { $0.goals.contains { $0.text == row["goal"].text } }
            #expect(row["count"].text == "\(times)")
        }
        #expect(Set(briefing["lapsed"].list.compactMap { $0["goal"].text }) == lapsed)
        let overview = briefing["overview"].list.compactMap(\.text)
        let gone = lapsed.isEmpty ? "" : "；上期提出、本期未再提出\(lapsed.count)项"
        #expect(
            overview[2]
                == "提出目标\(rows.count)项，其中首次提出\(fresh)项、再次提出\(rows.count - fresh)项\(gone)。")
        let directives = may.flatMap(\.directives)
        #expect(
            overview[3]
                == "量化指标\(may.flatMap(\.figures).count)项；工作要求\(directives.count)项，其中列入任务分工"
                + "\(directives.count { $0.owner != nil })项；会议成果\(may.flatMap(\.results).count)项。")
        for row in briefing["figures"].list {
            let last = before.map { ($0.meeting.date!, $0.figures.filter { $0.indicator == row["indicator"].text }) }
                .filter { !$0.1.isEmpty }
            let day = last.map(\.0).max()
            let values = last.filter { $0.0 == day }.flatMap { $0.1.map { "\(Int($0.value))%" } }
            let printed = try #require(row["last"].text)
            #expect(day == nil ? printed == "—" : values.contains { printed.hasPrefix($0 + "（") }, "\(printed)")
        }
    }

    @Test("weeks and heat add up to what is listed", arguments: [1, 2, 3])
    func charts(seed: UInt64) throws {
        let year = Year(seed: seed)
        let briefing = try briefing(year)
        let weeks = briefing["weeks"].list.compactMap { $0["count"].text.flatMap(Int.init) }
        #expect(weeks.reduce(0, +) == briefing["chronicle"].list.count)
        let counts = Dictionary(
            uniqueKeysWithValues: briefing["goals"].list.map { ($0["goal"].text ?? "", $0["count"].text) })
        for row in briefing["heat"].list { #expect(row["m6"].text == counts[row["goal"].text ?? ""]) }
        let names = briefing["months"].list[0]
        let months = (1...3).map { names["m\($0)"].text }
        let kept = year.records.filter { $0.kind != .other }
        #expect(
            months
                == ["03", "04", "05"].map { month in "\(kept.count { $0.meeting.date!.hasPrefix("2024-\(month)") })" })
    }
}

import Diagnostics
import Extraction
import Filing
import Foundation
import GRDB
import Testing

@Suite("An archive that cannot be used says why, and nothing of it is lost")
struct ArchiveFaultTests {
    let fixture: ArchiveFixture

    init() throws { fixture = try ArchiveFixture() }

    private func opening(_ path: String, create: Bool = false) -> Fault? {
        ArchiveFixture.fault { _ = try Archive(path, create: create) }
    }

    @Test("none is there, and none is made unasked")
    func missing() {
        #expect(opening(fixture.path()) == .archiveMissing)
        #expect(!FileManager.default.fileExists(atPath: fixture.path()))
    }

    @Test("another program's database, and a file that is none, are left as they are")
    func foreign() throws {
        let other = try DatabaseQueue(path: fixture.path("other.sqlite"))
        try other.write { try $0.execute(sql: "CREATE TABLE notes (text)") }
        try other.close()
        #expect(opening(fixture.path("other.sqlite"), create: true) == .archiveForeign)
        let text = fixture.path("text")
        try "这不是资料库。".write(toFile: text, atomically: true, encoding: .utf8)
        #expect(opening(text, create: true) == .archiveForeign)
        #expect(try String(contentsOfFile: text, encoding: .utf8) == "这不是资料库。")
    }

    @Test("a newer program's archive is not touched")
    func newer() throws {
        do {
            let archive = try fixture.archive()
            _ = try archive.add([MeetingRecord.sample("a-1", name: "防汛会议").addition])
            try archive.close()
        }
        let queue = try DatabaseQueue(path: fixture.path())
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        guard case .archiveNewer(found: 99, known: let known) = opening(fixture.path()) else {
            return #expect(Bool(false), "opened")
        }
        #expect(known < 99)
        let again = try DatabaseQueue(path: fixture.path())
        #expect(try again.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM records") } == 1)
    }

    @Test("a place that cannot be written")
    func unwritable() {
        let fault = opening("/proc/jianbao.sqlite", create: true)
        guard case .archiveUnwritable = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
    }

    @Test("a damaged file is noticed, at the latest before it is copied")
    func damaged() throws {
        do {
            let archive = try fixture.archive()
            let records = (0..<200).map { MeetingRecord.sample("\($0)x-1", name: "会议\($0)", headline: "第\($0)次会议召开") }
            _ = try archive.add(records.map(\.addition))
            try archive.close()
        }
        let file = try FileHandle(forUpdating: URL(filePath: fixture.path()))
        let size = try file.seekToEnd()
        for place in stride(from: UInt64(3 * 4096), to: size, by: 4096) {
            try file.seek(toOffset: place + 100)
            try file.write(contentsOf: Data(repeating: 0x5A, count: 600))
        }
        try file.close()
        let fault = ArchiveFixture.fault {
            let archive = try Archive(fixture.path(), create: false)
            try archive.check()
            try archive.backup(to: fixture.path("copy.sqlite"))
        }
        guard case .archiveDamaged = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
        #expect(!FileManager.default.fileExists(atPath: fixture.path("copy.sqlite")))
    }

    @Test("foreign keys are kept and the log is written ahead")
    func pragmas() throws {
        let archive = try fixture.archive()
        _ = try archive.add([MeetingRecord.sample("a-1", name: "防汛会议").addition])
        let queue = try DatabaseQueue(path: fixture.path())
        #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "PRAGMA foreign_keys = ON; DELETE FROM sources") }
        }
    }

    @Test("a copy is made while others write, and holds all")
    func backup() throws {
        let archive = try fixture.archive()
        _ = try archive.add([MeetingRecord.sample("a-1", name: "防汛会议").addition])
        try archive.backup(to: fixture.path("copy.sqlite"))
        let copy = try Archive(fixture.path("copy.sqlite"), create: false)
        #expect(try copy.entry("a-1").record.json == archive.entry("a-1").record.json)
        let fault = ArchiveFixture.fault { try archive.backup(to: fixture.path("copy.sqlite")) }
        #expect(fault == .cannotWrite(reason: "there is a file"))
    }
}

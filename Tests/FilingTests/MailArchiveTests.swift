import Diagnostics
import Extraction
import Filing
import Foundation
import GRDB
import Testing

@Suite("Mails in the archive")
struct MailArchiveTests {
    private func mail(_ addresses: [String], sha256: String = "f00d", id: String = "1@b.example") -> SentMail {
        SentMail(
            date: "2024-06-03T10:00:00+08:00", messageID: id, sender: "office@b.example", subject: "简报", series: "水务专刊",
            issue: "第7期", file: "简报.pdf", sha256: sha256, size: 8000, server: "smtp://mail.b.example:587",
            recipients: addresses.map { .init(kind: .to, name: "甲", address: $0) })
    }

    private func end(
        _ archive: Archive, _ number: Int, _ state: SentMail.State, _ fates: [SentMail.Recipient.Fate]
    ) throws {
        var recipients = try #require(try archive.mails().first { $0.number == number }).recipients
        for (place, fate) in fates.enumerated() {
            recipients[place].fate = fate
            if fate == .refused { recipients[place].reply = "550 no" }
        }
        try archive.end(mail: number, state, reason: state == .sent ? nil : "why", recipients: recipients)
    }

    @Test("what was begun and not ended is of unknown fate to whoever reads it, and stays so on the disk")
    func begun() throws {
        let fixture = try ArchiveFixture()
        do {
            let archive = try fixture.archive()
            #expect(try archive.begin(mail(["a@x.example"]), again: false) == 1)
        }
        let read = try #require(try fixture.archive().mails().first)
        #expect(read.state == .unknown && read.reason == "it was begun, and nothing said since")
        #expect(read.recipients == [.init(kind: .to, name: "甲", address: "a@x.example")])
        #expect(read.messageID == "1@b.example" && read.issue == "第7期" && read.size == 8000)
        #expect(read.at.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) != nil)
    }

    @Test("who has the file, or may have it, gets it again only where that is asked for")
    func again() throws {
        let archive = try ArchiveFixture().archive()
        try end(
            archive, try archive.begin(mail(["a@x.example", "b@x.example"]), again: false), .sent,
            [.accepted, .refused])
        let at = try archive.mails()[0].at
        // Another file, another recipient, one who was refused: nothing to say against it.
        try archive.checkNobodyHas(mail(["a@x.example"], sha256: "beef"))
        try archive.checkNobodyHas(mail(["b@x.example", "c@x.example"]))
        let known = Fault.mail(.alreadySent(["a@x.example"], at: at, messageID: "1@b.example"))
        #expect(
            ArchiveFixture.fault { _ = try archive.begin(mail(["c@x.example", "A@x.example"]), again: false) } == known)
        #expect(ArchiveFixture.fault { try archive.checkNobodyHas(mail(["a@x.example"])) } == known)
        #expect(try archive.begin(mail(["a@x.example"]), again: true) == 2)
    }

    @Test("a mail that failed or was refused may be sent again; one of unknown fate is named with its Message-ID")
    func fates() throws {
        let archive = try ArchiveFixture().archive()
        for state in [SentMail.State.failed, .refused] {
            try end(archive, try archive.begin(mail(["a@x.example"]), again: false), state, [.unsent])
        }
        let number = try archive.begin(mail(["a@x.example"], id: "3@b.example"), again: false)
        try end(archive, number, .unknown, [.unknown])
        let at = try archive.mails()[2].at
        #expect(
            ArchiveFixture.fault { _ = try archive.begin(mail(["a@x.example"]), again: false) }
                == .mail(.fateUnknown(["a@x.example"], at: at, messageID: "3@b.example")))
        #expect(try archive.mails().map(\.state) == [.failed, .refused, .unknown])
        #expect(try archive.unknownMail(like: mail(["a@x.example"]))?.messageID == "3@b.example")
        #expect(try archive.unknownMail(like: mail(["a@x.example", "b@x.example"])) == nil)
    }

    @Test("a person settles what became of an unknown mail, and of no other")
    func settling() throws {
        let archive = try ArchiveFixture().archive()
        let first = try archive.begin(mail(["a@x.example"]), again: false)
        try archive.settle(mail: first, arrived: false)
        let second = try archive.begin(mail(["a@x.example"]), again: false)
        try archive.settle(mail: second, arrived: true)
        #expect(try archive.mails().map(\.state) == [.failed, .sent])
        #expect(try archive.mails().map { $0.recipients[0].fate } == [.unsent, .accepted])
        #expect(
            ArchiveFixture.fault { try archive.settle(mail: second, arrived: true) } == .mail(.notUnknown("\(second)")))
        #expect(ArchiveFixture.fault { try archive.settle(mail: 9, arrived: true) } == .mail(.noMail("9")))
    }

    @Test("two programs that begin the same mail at once: one of them sends it")
    func atOnce() async throws {
        let fixture = try ArchiveFixture()
        _ = try fixture.archive()
        let path = fixture.path()
        let mail = mail(["a@x.example"])
        let begun = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    ArchiveFixture.fault { _ = try Archive(path, create: false).begin(mail, again: false) } == nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(begun == 1)
        #expect(try fixture.archive().mails().count == 1)
    }

    @Test("an archive from before there were mails takes them, and keeps what it had")
    func older() throws {
        let fixture = try ArchiveFixture()
        do {
            let archive = try fixture.archive()
            _ = try archive.add([.init(records: [.sample("a-1")])])
            try archive.close()
        }
        try DatabaseQueue(path: fixture.path()).writeWithoutTransaction {
            try $0.execute(sql: "DROP TABLE mailRecipients; DROP TABLE mails; PRAGMA user_version = 1")
        }
        let archive = try fixture.archive()
        #expect(try archive.begin(mail(["a@x.example"]), again: false) == 1)
        #expect(try archive.entry("a-1").record.id == "a-1")
    }

    @Test("the issue that a file is, with the records that it prints and without those that it corrects")
    func issued() throws {
        let archive = try ArchiveFixture().archive()
        for record in [MeetingRecord.sample("a-1", date: "2024-05-06"), .sample("b-1", date: "2024-06-02")] {
            _ = try archive.add([.init(records: [record])])
        }
        func issue(_ subject: String, _ records: [String], _ bytes: [UInt8]) throws {
            let issuing = Archive.Issuing(series: "水务专刊", subject: subject, day: "2024-06-30", records: records)
            _ = try archive.issue(issuing) { _ in bytes }
        }
        try issue("month 2024-05-01 2024-05-31", ["a-1"], [1])
        try archive.correct(MeetingRecord.sample("a-1", date: "2024-05-06", headline: "改过的标题"))
        try issue("month 2024-06-01 2024-06-30", ["b-1"], [2])
        let sums = try archive.issues().map(\.sha256)
        #expect(try archive.issued(sha256: sums[1])?.records.map(\.id) == ["b-1"])
        #expect(try archive.issued(sha256: sums[0])?.issue.number == 1)
        #expect(try archive.issued(sha256: "none") == nil)
    }
}

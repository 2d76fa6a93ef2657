import Diagnostics
import Foundation
import Testing

@testable import Sending

@Suite("Messages")
struct MailMessageTests {
    /// As Python's library reads it.
    private func reading(_ draft: MailDraft) throws -> MailReading {
        let folder = try MailServer.scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.eml")
        try Data(try draft.message().bytes).write(to: file)
        return try MailServer.read(file)
    }

    @Test(
        "another library reads it back whole, without a defect", .enabled(if: MailServer.isThere, MailServer.absence))
    func readBack() throws {
        let draft = MailFixture.draft(
            to: ["柘坪市水利局 <slj@zheping.example>", "\"Li, Wei\" <li.wei@水务.example>", "plain@zheping.example"],
            cc: ["档案科 <da@zheping.example>"], bcc: ["hidden@zheping.example"])
        let mail = try reading(draft)
        #expect(mail.defects == [])
        #expect(mail.isASCII && mail.bareLineEnds == 0 && mail.longestLine <= 998)
        #expect(
            mail.headers == ["From", "To", "Cc", "Date", "Subject", "Message-Id", "MIME-Version", "Content-Type"])
        #expect(mail.subject == "柘坪简报（水务专刊）第7期：市节水工作推进会召开")
        #expect(mail.date == "Mon, 03 Jun 2024 10:15:20 +0800")
        #expect(mail.mailboxes["from"] == [["柘坪市人民政府办公室", "office@zheping.example"]])
        #expect(
            mail.mailboxes["to"] == [
                ["柘坪市水利局", "slj@zheping.example"], ["Li, Wei", "li.wei@xn--zfrz80d.example"],
                ["", "plain@zheping.example"],
            ])
        #expect(mail.mailboxes["cc"] == [["档案科", "da@zheping.example"]])
        #expect(
            mail.parts.map(\.type) == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
            ])
        #expect(mail.parts[2].text == draft.body.text.replacing("\n", with: "\r\n"))
        #expect(mail.parts[3].text == draft.body.html.replacing("\n", with: "\r\n"))
        #expect(mail.parts[4].extended == "简报-第7期.pdf")
        #expect(mail.parts[4].encoded == "简报-第7期.pdf")
    }

    @Test(
        "long names and subjects come back, in words of at most 75 characters (RFC 2047 2)",
        .enabled(if: MailServer.isThere, MailServer.absence))
    func long() throws {
        let name = String(repeating: "重点工作𠮷情况", count: 8) + " 2024.pdf"
        let subject = String(repeating: "关于节水工作的通报=?utf-8?", count: 6)
        let draft = MailFixture.draft(subject: subject, fileName: name)
        let mail = try reading(draft)
        #expect(mail.subject == subject)
        #expect(mail.parts[4].extended == name)
        #expect(mail.parts[4].encoded == name)
        let text = String(decoding: try draft.message().bytes, as: UTF8.self)
        let words = text.matches(of: #/=\?UTF-8\?B\?[A-Za-z0-9+\/=]*\?=/#)
        #expect(words.count > 10)
        #expect(words.allSatisfy { $0.output.utf8.count <= 75 })
    }

    @Test("marks in file names and names break nothing", .enabled(if: MailServer.isThere, MailServer.absence))
    func marks() throws {
        for name in [#"a "b" \c.pdf"#, "a; name=b.pdf", "%41'b*.pdf", " 甲=?UTF-8?B?4?= .pdf", "甲.PDF", "=?.pdf"] {
            let mail = try reading(MailFixture.draft(to: [#""丙 \"丁\" \\, 戊" <a@x.example>"#], fileName: name))
            #expect(mail.parts[4].encoded == name)
            #expect(mail.parts[4].extended ?? mail.parts[4].plain == name)
            #expect(mail.mailboxes["to"] == [[#"丙 "丁" \, 戊"#, "a@x.example"]])
            #expect(mail.defects == [])
        }
    }

    @Test("the same draft gives the same bytes, another date another Message-ID")
    func same() throws {
        let first = try MailFixture.draft().message()
        #expect(try MailFixture.draft().message() == first)
        var other = MailFixture.draft()
        other.date = MailTime("2024-06-04")!
        #expect(try other.message().messageID != first.messageID)
        #expect(first.messageID.wholeMatch(of: #/[0-9a-f]{32}@zheping\.example/#) != nil)
    }

    @Test("blind copies stand nowhere in the bytes")
    func blind() throws {
        let message = try MailFixture.draft(bcc: ["档案 <hidden@zheping.example>"]).message()
        let text = String(decoding: message.bytes, as: UTF8.self).lowercased()
        #expect(!text.contains("hidden") && !text.contains("bcc"))
    }

    @Test(
        "control characters in the head are refused, whatever carries them",
        arguments: [
            "\r\nBcc: x@y.example", "\n", "\r", "\0", "\u{7}", "\u{85}", "\u{2028}", "\u{202E}fdp.exe", "\u{7F}",
        ])
    func injection(_ text: String) {
        let scalar = text.unicodeScalars.first!.value
        #expect(throws: Diagnostic(.mail(.unsafeText(part: "subject", scalar: scalar)))) {
            try MailFixture.draft(subject: "简报" + text).message()
        }
        #expect(throws: Diagnostic(.mail(.unsafeText(part: "file name", scalar: scalar)))) {
            try MailFixture.draft(fileName: "a" + text + ".pdf").message()
        }
        for address in ["a\(text)@b.example", "名\(text)称 <a@b.example>", "a@b\(text).example"] {
            #expect(throws: Diagnostic(.mail(.unsafeText(part: "address", scalar: scalar)))) {
                try MailAddress(address)
            }
        }
        #expect(throws: Diagnostic(.mail(.unsafeText(part: "login", scalar: scalar)))) {
            try MailLogin(user: "a" + text, password: "b")
        }
    }

    @Test("the size that counts is that on the wire; at the limit it passes, a byte above it does not")
    func limit() throws {
        let message = try MailFixture.draft(size: 3000).message()
        #expect(message.bytes.count > 4000)
        try message.check(limit: MailSize("\(message.bytes.count)")!)
        let error = #expect(throws: Diagnostic.self) {
            try message.check(limit: MailSize("\(message.bytes.count - 1)")!)
        }
        #expect(error?.fault == .mail(.tooLarge(bytes: message.bytes.count, limit: message.bytes.count - 1)))
    }

    @Test(
        "sizes",
        arguments: [
            ("20MB", 20 << 20), ("20 M", 20 << 20), ("800kb", 800 << 10), ("5000", 5000), ("0", nil), ("20GB", nil),
            ("", nil), ("-1", nil), ("99999999999MB", 99_999_999_999 << 20),
        ] as [(String, Int?)])
    func sizes(_ text: String, _ bytes: Int?) {
        #expect(MailSize(text)?.bytes == bytes)
    }

    @Test(
        "dates",
        arguments: [
            ("2024-05-31", "2024-05-31T09:00:00+08:00"), ("2024-02-29 23:59", "2024-02-29T23:59:00+08:00"),
            ("2024-05-31T09:00:30-05:30", "2024-05-31T09:00:30-05:30"),
            ("2024-05-31T01:00Z", "2024-05-31T01:00:00+00:00"),
            ("2023-02-29", nil), ("2024-13-01", nil), ("2024-05-31T24:00", nil), ("31.5.2024", nil), ("", nil),
            ("2024-05-31T09:00:00+15:00", nil), ("2024-05-31\n", nil),
        ] as [(String, String?)])
    func dates(_ text: String, _ written: String?) {
        #expect(MailTime(text)?.text == written)
    }
}

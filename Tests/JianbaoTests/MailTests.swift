import Foundation
import Testing

/// What every mail of these tests says.
private let sender = ["--from", "柘坪市人民政府办公室 <office@zheping.example>"]

extension Desk {
    /// A briefing as JSON, set as a PDF.
    fileprivate func briefing(_ name: String = "简报.pdf", secrecy: String? = nil) throws -> String {
        let mark = secrecy.map { "\"secrecy\": \"\($0)\"," } ?? ""
        let json = try lay(
            "\(name).json",
            """
            {"masthead": "柘坪简报", "series": "水务专刊", "issue": "第7期", "date": "2024年6月3日", \(mark)
             "meetings": [{"no": 1, "id": "m1", "title": "市节水工作推进会召开", "gist": "会议部署节水改造。",
             "officials": [{"name": "邹启明", "title": "副市长", "role": "主持"}]}]}
            """)
        let run = try jianbao("render", json, "-o", name)
        try #require(run.status == 0, "\(run.errors)")
        return name
    }

    /// Something that begins as a PDF, of that many bytes.
    fileprivate func file(_ name: String = "a.pdf", size: Int = 3000) throws -> String {
        var bytes = Data("%PDF-1.7\n".utf8)
        while bytes.count < size { bytes += Data((0..<251).map { UInt8($0) }) }
        return try lay(name, bytes)
    }

    fileprivate func mail(_ arguments: [String], environment: [String] = []) throws -> Run {
        try run(["env"] + environment + [Program.path, "mail"] + arguments + ["--archive", "archive.sqlite"])
    }

    /// What the archive has of mails: `list --json`, one a line.
    fileprivate var recorded: [[String: Any]] {
        get throws {
            let lines = try jianbao("mail", "list", "--json", "--archive", "archive.sqlite").text.split(separator: "\n")
            return try lines.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
    }
}

@Suite("Mails as files")
struct MailFileTests {
    @Test("beside the PDF, from the briefing in it; the same call gives the same bytes")
    func file() throws {
        let desk = try Desk()
        let pdf = try desk.briefing()
        let call = [pdf] + sender + ["--to", "市水利局 <slj@zheping.example>", "--date", "2024-06-03"]
        #expect(try desk.mail(call).status == 0)
        let first = try desk.data("简报.eml")
        #expect(try desk.mail(call + ["--eml", "b.eml"]).status == 0)
        #expect(try desk.data("b.eml") == first)
        #expect(String(decoding: first, as: UTF8.self).contains("\r\nX-Unsent: 1\r\n"))
        // A file is not sent: the archive has nothing of it, and is not made.
        #expect(try desk.made == ["b.eml", "简报.eml", "简报.pdf"])
    }

    @Test(
        "another library finds subject, bodies and the PDF in it", .enabled(if: MailServer.isThere, MailServer.absence))
    func read() throws {
        let desk = try Desk()
        let pdf = try desk.briefing()
        #expect(try desk.mail([pdf] + sender + ["--to", "a@x.example"]).status == 0)
        let mail = try MailServer.read(desk.folder.appending(path: "简报.eml"))
        #expect(mail.defects == [])
        #expect(mail.subject == "柘坪简报（水务专刊）第7期：市节水工作推进会召开")
        #expect(mail.parts[2].text?.hasPrefix("柘坪简报\r\n水务专刊　第7期　2024年6月3日\r\n\r\n市节水工作推进会召开\r\n会议部署节水改造。") == true)
        #expect(mail.parts[2].text?.contains("附件：简报.pdf（1页，") == true)
        #expect(mail.parts[4].extended == "简报.pdf" && mail.parts[4].encoded == "简报.pdf")
    }

    @Test("blind copies are not in a file, and that is said")
    func blind() throws {
        let desk = try Desk()
        let run = try desk.mail(
            [try desk.file()] + sender + ["--to", "a@x.example", "--bcc", "h@x.example", "--eml", "-"])
        #expect(run.status == 0)
        #expect(run.errors.contains("a file never names blind copies: h@x.example"))
        #expect(!run.text.contains("h@x.example"))
    }

    @Test("a secrecy level keeps it back whatever is said; what is for internal use goes where a person says so")
    func secrecy() throws {
        let desk = try Desk()
        let to = sender + ["--to", "a@x.example", "--eml", "x.eml"]
        let secret = try desk.briefing("a.pdf", secrecy: "机密★1年")
        for more in [[], ["--allow-internal"]] {
            let run = try desk.mail([secret] + to + more)
            #expect(run.status == 65)
            #expect(run.errors == "a.pdf: `机密★1年` may not be mailed; hand it over as the rules for its level say\n")
        }
        // Another briefing does not hide what is printed on the page.
        let open = try desk.lay("open.json", "{\"title\": \"公开\"}")
        #expect(try desk.mail([secret] + to + ["--briefing", open]).status == 65)
        // Nor does a page without a mark hide what the office says.
        let office = try desk.lay("office.yaml", "secrecy: 秘密★5年\n")
        let plain = try desk.briefing("b.pdf")
        #expect(try desk.mail([plain] + to + ["--office", office]).status == 65)
        let own = try desk.briefing("c.pdf", secrecy: "内部资料 注意保存")
        #expect(try desk.mail([own] + to).status == 64)
        #expect(try desk.made.filter { $0.hasSuffix(".eml") } == [])
        #expect(try desk.mail([own] + to + ["--allow-internal"]).status == 0)
    }

    @Test("the list of the briefing's series, from mail.yaml; who is named in the call stands for it")
    func lists() throws {
        let desk = try Desk()
        let pdf = try desk.briefing()
        let lists = try desk.lay(
            "mail.yaml",
            """
            from: 柘坪市人民政府办公室 <office@zheping.example>
            limit: 1KB
            series:
              水务专刊: {to: [市水利局 <slj@x.example>], cc: da@x.example}
            """)
        let run = try desk.mail([pdf, "--mail", lists, "--limit", "5MB", "--dry-run"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.text.hasPrefix(
                "from: 柘坪市人民政府办公室 <office@zheping.example>\nto: 市水利局 <slj@x.example>\ncc: da@x.example\n"))
        #expect(run.text.contains("subject: 柘坪简报（水务专刊）第7期：市节水工作推进会召开\n"))
        let named = try desk.mail([pdf, "--mail", lists, "--limit", "5MB", "--dry-run", "--to", "b@x.example"])
        #expect(named.text.contains("to: b@x.example\n") && !named.text.contains("da@x.example"))
        let large = try desk.mail([pdf, "--mail", lists])
        #expect(large.status == 65)
        #expect(
            large.errors.contains("as it is sent), more than 0 MB (1024); make the file smaller"), "\(large.errors)")
        let unknown = try desk.mail([pdf, "--mail", lists, "--series", "水务专利"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("did you mean `水务专刊`?"))
        #expect(try desk.made == ["简报.pdf"])
    }

    @Test(
        "an issue that the archive knows, where the PDF carries no briefing",
        .enabled(if: MailServer.isThere, MailServer.absence))
    func issued() throws {
        let desk = try Desk()
        let article = try desk.lay("a.txt", "柘坪市召开节水工作推进会\n\n2024年6月2日，柘坪市节水工作推进会召开，副市长邹启明主持会议并讲话。\n")
        let office = try desk.lay("office.yaml", "masthead: 柘坪简报\nseries: 水务专刊\n")
        let archive = ["--archive", "archive.sqlite"]
        #expect(try desk.run([Program.path, "add", article] + archive).status == 0)
        let month = [Program.path, "month", "2024-06", "--final", "--office", office, "-o", "m.pdf"] + archive
        #expect(try desk.run(month).status == 0)
        // A file that carries nothing, as those of an older program do.
        let plain = try desk.file()
        let change = """
            import hashlib, sqlite3
            archive = sqlite3.connect("archive.sqlite")
            sum = hashlib.sha256(open("\(plain)", "rb").read()).hexdigest()
            archive.execute("UPDATE issues SET sha256 = ?", (sum,))
            archive.commit()
            """
        let python = try #require(MailServer.python)
        #expect(try desk.run([python, "-c", change]).status == 0)
        let told = try desk.mail([plain, "--to", "a@x.example", "--dry-run", "--office", office] + sender)
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.text.contains("\nsubject: 柘坪简报（水务专刊）第1期（总第1期）：柘坪市召开节水工作推进会\n"), "\(told.text)")
        #expect(told.text.contains("邹启明"))
    }

    @Test(
        "wrong calls end with 64 or 65 and leave nothing",
        arguments: [
            (["in/a.pdf", "--to", "a@x.example"], 64, "the mail has no sender"),
            (["in/a.pdf", "--from", "a@x.example"], 64, "the mail has no recipient"),
            (["in/a.pdf", "--from", "a@x.example", "--to", "市水利局"], 65, "`市水利局` is no address"),
            (["in/a.pdf", "--from", "a@x.example", "--to", "局@x.example"], 65, "before @ that few servers take"),
            (
                ["in/a.pdf", "--from", "a@x.example", "--to", "b@x.example", "--subject", "a\nBcc: c@x.example"], 65,
                "U+A"
            ),
            (["in/a.pdf", "--from", "a@x.example", "--to", "b@x.example", "--name", "a\r.pdf"], 65, "U+D"),
            (["in/none.pdf", "--from", "a@x.example", "--to", "b@x.example"], 66, "no such file"),
            (["in/a.txt", "--from", "a@x.example", "--to", "b@x.example"], 65, "is no sound PDF file"),
            (["in/a.pdf", "--date", "2024-02-30"], 64, "--date cannot be"),
            (["in/a.pdf", "--limit", "huge"], 64, "--limit cannot be"),
            (["in/a.pdf", "--name", "../a.pdf"], 64, "without folders"),
            (["in/a.pdf", "--from", "a@x.example", "--to", "b@x.example", "--send"], 65, "`server` is missing"),
            (["in/a.pdf", "--smtp", "smtp://x.example", "--eml", "a.eml"], 64, "--eml writes a file"),
            (["in/a.pdf", "--from", "a@x.example", "--to", "b@x.example", "--smtp", "http://x"], 64, "no mail server"),
        ] as [([String], Int32, String)])
    func wrong(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let desk = try Desk()
        _ = try desk.file()
        try desk.lay("a.txt", "text")
        let run = try desk.mail(arguments)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(try desk.made.isEmpty)
    }
}

@Suite("Mails that are sent", .enabled(if: MailServer.isThere, MailServer.absence))
struct MailSendingTests {
    private let to = sender + ["--to", "a@x.example", "--plain"]

    /// Where a server hangs up, and what is known then: whether the mail arrived there, and what a second call may do.
    enum Drop: String, CaseIterable, CustomTestStringConvertible {
        case connect
        case hello = "EHLO"
        case encryption = "STARTTLS"
        case login = "AUTH"
        case sender = "MAIL"
        case recipient = "RCPT"
        case data = "DATA"
        case middle
        case dot
        case goodbye = "QUIT"

        var testDescription: String { rawValue }
        var state: String { self == .dot ? "unknown" : self == .goodbye ? "sent" : "failed" }
        var isEncrypted: Bool { self == .encryption || self == .login }
    }

    @Test("a server that hangs up: nothing is lost, nothing is sent twice unasked", arguments: Drop.allCases)
    func hangsUp(_ drop: Drop) throws {
        let desk = try Desk()
        let file = try desk.file(size: drop == .middle ? 20_000_000 : 3000)
        let tls = drop.isEncrypted ? try MailServer.tls("start") : []
        let login = drop == .login ? ["--login", "office:s3cret"] : []
        let bad = try MailServer(tls + login + ["--drop", drop.rawValue])
        let good = try MailServer()
        var call = [file] + sender + ["--to", "a@x.example"]
        if let authorities = MailServer.certificate?.certificate, drop.isEncrypted { call += ["--ca", authorities] }
        let environment = drop == .login ? ["JIANBAO_SMTP_USER=office", "JIANBAO_SMTP_PASSWORD=s3cret"] : []
        let first = try desk.mail(
            call + ["--smtp", bad.url] + (drop.isEncrypted ? [] : ["--plain"]), environment: environment)
        #expect(first.status == (drop == .goodbye ? 0 : 74), "\(first.errors)")
        #expect(try desk.recorded.map { $0["state"] as? String } == [drop.state])
        let messageID = try #require(try desk.recorded[0]["messageID"] as? String)
        let second = try desk.mail(call + ["--smtp", good.url, "--plain"])
        if drop.state == "failed" {
            #expect(first.errors.contains("nobody has it"))
            #expect(second.status == 0, "\(second.errors)")
        } else {
            #expect(second.status == 64)
            #expect(second.errors.contains("<\(messageID)>") && second.errors.contains("--resend"), "\(second.errors)")
        }
        #expect(try bad.received.count + good.received.count == 1)
    }

    @Test("a program that is killed while it sends leaves a mail of unknown fate; --resend sends it as the same mail")
    func killed() throws {
        let desk = try Desk()
        let call = [try desk.file()] + to
        let silent = try MailServer(["--drop", "dot", "--silent"])
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.currentDirectoryURL = desk.folder
        process.arguments = ["mail"] + call + ["--smtp", silent.url, "--archive", "archive.sqlite"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 where try silent.received.isEmpty { usleep(50_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let there = try #require(try silent.received.first)
        #expect(try desk.recorded.map { $0["state"] as? String } == ["unknown"])

        let good = try MailServer()
        let refused = try desk.mail(call + ["--smtp", good.url])
        #expect(refused.status == 64)
        #expect(refused.errors.contains("may have reached a@x.example"), "\(refused.errors)")
        #expect(good.heard.isEmpty)
        #expect(try desk.mail(call + ["--smtp", good.url, "--resend"]).status == 0)
        // To the byte what the first server has.
        #expect(try Data(contentsOf: #require(try good.received.first).file) == Data(contentsOf: there.file))
        #expect(try desk.recorded.map { $0["state"] as? String } == ["unknown", "sent"])
        #expect(try desk.recorded[0]["messageID"] as? String == desk.recorded[1]["messageID"] as? String)
    }

    @Test("a refused recipient: the others get it, it is named, and the corrected address gets it alone")
    func partly() throws {
        let desk = try Desk()
        let file = try desk.file()
        let server = try MailServer(["--refuse", "b@x.example"])
        let run = try desk.mail([file] + to + ["--cc", "b@x.example", "--bcc", "c@x.example", "--smtp", server.url])
        #expect(run.status == 1)
        #expect(
            run.errors.hasSuffix(
                "warning: the server refused b@x.example: 550 5.1.1 no such mailbox; "
                    + "the others have it; correct the address\n"))
        let recipients = try #require(try desk.recorded[0]["recipients"] as? [[String: Any]])
        #expect(recipients.map { $0["fate"] as? String } == ["accepted", "refused", "accepted"])
        #expect(recipients.map { $0["kind"] as? String } == ["to", "cc", "bcc"])
        #expect(recipients[1]["reply"] as? String == "550 5.1.1 no such mailbox")
        #expect(try desk.mail([file] + sender + ["--to", "bb@x.example", "--plain", "--smtp", server.url]).status == 0)
        #expect(try server.received.map(\.recipients) == [["a@x.example", "c@x.example"], ["bb@x.example"]])
        let list = try desk.jianbao("mail", "list", "--archive", "archive.sqlite").text
        #expect(
            list.contains("  sent  a  2/3  <")
                && list.contains("\n    b@x.example  refused  550 5.1.1 no such mailbox\n"))
    }

    @Test("who has it gets it again only with --resend; a settled mail is known")
    func again() throws {
        let desk = try Desk()
        let file = try desk.file()
        let server = try MailServer()
        let call = [file] + to + ["--smtp", server.url]
        #expect(try desk.mail(call).status == 0)
        #expect(try desk.mail(call).status == 64)
        #expect(try desk.mail(call + ["--dry-run"]).status == 64)
        #expect(try desk.mail(call + ["--resend"]).status == 0)
        #expect(try server.received.count == 2)
        #expect(try desk.jianbao("mail", "settle", "1", "--lost", "--archive", "archive.sqlite").status == 64)
        let dot = try MailServer(["--drop", "dot"])
        let other = [file] + sender + ["--to", "z@x.example", "--plain"]
        #expect(try desk.mail(other + ["--smtp", dot.url]).status == 74)
        #expect(try desk.jianbao("mail", "settle", "3", "--lost", "--archive", "archive.sqlite").status == 0)
        #expect(try desk.mail(other + ["--smtp", server.url]).status == 0)
    }

    @Test("a dry run says everything and does nothing")
    func dry() throws {
        let desk = try Desk()
        let server = try MailServer()
        let call = [try desk.briefing()] + to + ["--smtp", server.url]
        let told = try desk.mail(call + ["--dry-run"])
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.text.contains("\nby: \(server.url)\n"))
        #expect(server.heard.isEmpty)
        #expect(try desk.made == ["简报.pdf"])
        #expect(try desk.mail(call).status == 0)
        #expect(try desk.mail(call + ["--dry-run"]).status == 64, "it would be refused")
        #expect(try desk.mail(call + ["--dry-run", "--resend"]).status == 0)
        #expect(try desk.recorded.count == 1)
        #expect(try server.received.count == 1)
    }

    @Test("a login from a file or the environment, over TLS alone, and never shown")
    func login() throws {
        let desk = try Desk()
        let file = try desk.file()
        let server = try MailServer(MailServer.tls("start") + ["--login", "office:s3cret"])
        let login = try desk.lay("login.yaml", "user: office\npassword: s3cret\n")
        let authorities = try #require(MailServer.certificate?.certificate)
        let call = [file] + sender + ["--smtp", server.url, "--ca", authorities, "--login", login]
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: desk.folder.appending(path: login).path)
        let open = try desk.mail(call + ["--to", "a@x.example"])
        #expect(open.status == 65)
        #expect(open.errors.hasSuffix("in/login.yaml: others may read the login (mode 644); run `chmod 600` on it\n"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: desk.folder.appending(path: login).path)
        let sent = try desk.mail(call + ["--to", "a@x.example"])
        #expect(sent.status == 0, "\(sent.errors)")
        let wrong = try desk.mail(
            [file] + sender + ["--smtp", server.url, "--ca", authorities, "--to", "b@x.example"],
            environment: ["JIANBAO_SMTP_USER=office", "JIANBAO_SMTP_PASSWORD=guess99"])
        #expect(wrong.status == 74)
        #expect(wrong.errors.contains("the server refused the mail at AUTH: 535"), "\(wrong.errors)")
        #expect(try server.received.map(\.login) == ["office"])
        let plain = try desk.mail(call + ["--to", "c@x.example", "--plain"])
        #expect(plain.status == 64 && plain.errors.contains("a login would pass unencrypted"))
        let kept = try desk.data("archive.sqlite") + ((try? desk.data("archive.sqlite-wal")) ?? Data())
        for text in [sent.errors, wrong.errors, plain.errors, String(decoding: kept, as: UTF8.self)] {
            #expect(!text.contains("s3cret") && !text.contains("guess99"))
        }
    }

    @Test("where the archive cannot be written nothing is sent")
    func noArchive() throws {
        let desk = try Desk()
        let server = try MailServer()
        let run = try desk.run(
            [Program.path, "mail", try desk.file()] + to + ["--smtp", server.url, "--archive", "none/archive.sqlite"])
        #expect(run.status == 73, "\(run.errors)")
        #expect(server.heard.isEmpty)
    }
}

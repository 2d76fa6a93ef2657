import Diagnostics
import Foundation
import Testing

@testable import Sending

@Suite("mail.yaml and the login")
struct MailSettingsTests {
    @Test("every key is read; recipients as a text, a list, or by kind")
    func whole() throws {
        let settings = try MailSettings(
            yaml: """
                from: 柘坪市人民政府办公室 <office@zheping.example>
                server: smtp://mail.zheping.example
                ca: ca.pem
                login: login.yaml
                limit: 20MB
                series:
                  水务专刊:
                    to: [市水利局 <slj@zheping.example>, cgj@zheping.example]
                    cc: da@zheping.example
                    bcc:
                  综合: a@x.example; b@x.example
                """, path: "office/mail.yaml")
        #expect(settings.from?.name == "柘坪市人民政府办公室")
        #expect(settings.server == "smtp://mail.zheping.example")
        #expect(settings.authorities == "office/ca.pem" && settings.login == "office/login.yaml")
        #expect(settings.limit?.bytes == 20 << 20)
        let water = try settings.recipients(of: "水务专刊")
        #expect(water.to.map(\.envelope) == ["slj@zheping.example", "cgj@zheping.example"])
        #expect(water.cc.map(\.envelope) == ["da@zheping.example"] && water.bcc.isEmpty)
        #expect(try settings.recipients(of: "综合").to.count == 2)
        #expect(try settings.recipients(of: nil).isEmpty)
        #expect(throws: Diagnostic(.mail(.unknownSeries("水务专利", nearest: "水务专刊")))) {
            try settings.recipients(of: "水务专利")
        }
    }

    @Test("an empty file says nothing")
    func empty() throws {
        #expect(try MailSettings(yaml: "", path: "mail.yaml") == MailSettings())
    }

    @Test(
        "mistakes have a place",
        arguments: [
            ("form: a@b.example\n", "mail.yaml:1:1: unknown key `form`; did you mean `from`?"),
            ("password: x\n", "mail.yaml:1:1: unknown key `password`; remove it"),
            ("limit: big\n", "mail.yaml:1:8: `limit` cannot be `big`; give a size as 20MB or 800KB"),
            (
                "series:\n  综合:\n    to: [a@b.example, 局办]\n",
                "mail.yaml:3:23: `局办` is no address; give it as name@domain, or 名称 <name@domain>"
            ),
            ("series:\n  综合: {too: a@b.example}\n", "mail.yaml:2:8: unknown key `too`; did you mean `to`?"),
            (
                "series: [a]\n",
                "mail.yaml:1:9: `series` is not a list of `key: value`; give a list of `key: value`"
            ),
            (
                "from: \"a@b.example\\r\\nBcc: c@d.example\"\n",
                "mail.yaml:1:7: the address holds U+D, a character that may forge a header; write it anew, in one line"
            ),
        ])
    func mistakes(_ yaml: String, _ message: String) {
        let error = #expect(throws: Diagnostic.self) { try MailSettings(yaml: yaml, path: "mail.yaml") }
        #expect(error.map { "\($0)" } == message)
    }

    private func withLogin(_ text: String, mode: Int, _ body: (String) throws -> Void) throws {
        let folder = try MailServer.scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "login.yaml")
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        try body(file.path)
    }

    @Test("a login of the owner's alone is read", arguments: [0o600, 0o400])
    func login(_ mode: Int) throws {
        try withLogin("user: office\npassword: 12345\n", mode: mode) { path in
            let login = try MailLogin(file: path)
            #expect(login.user == "office" && login.password == "12345")
        }
    }

    @Test("one that others may read or write is not", arguments: [0o640, 0o604, 0o644, 0o620, 0o601])
    func loginOpen(_ mode: Int) throws {
        try withLogin("user: office\npassword: word\n", mode: mode) { path in
            #expect(throws: Diagnostic(.mail(.loginOpen(mode: UInt16(mode))), at: Place(file: path))) {
                try MailLogin(file: path)
            }
        }
    }

    @Test("half a login is none", arguments: ["user: office\n", "password: word\n", "", "user: ''\npassword: word\n"])
    func loginHalf(_ text: String) throws {
        try withLogin(text, mode: 0o600) { path in
            #expect(throws: Diagnostic(.mail(.loginIncomplete), at: Place(file: path))) { try MailLogin(file: path) }
        }
    }

    @Test("no file, and a folder")
    func loginAbsent() {
        #expect(throws: Diagnostic(.fileMissing, at: Place(file: "/none/login"))) { try MailLogin(file: "/none/login") }
        #expect(throws: Diagnostic(.fileUnreadable(reason: "not a file"), at: Place(file: "/tmp"))) {
            try MailLogin(file: "/tmp")
        }
    }
}

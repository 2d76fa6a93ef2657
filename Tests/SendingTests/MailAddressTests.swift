import Diagnostics
import Testing

@testable import Sending

@Suite("Addresses")
struct MailAddressTests {
    @Test(
        "one mailbox: name and address",
        arguments: [
            ("a@b.example", nil, "a@b.example"), ("  a.b+c@B.Example ", nil, "a.b+c@b.example"),
            ("市水利局 <slj@b.example>", "市水利局", "slj@b.example"), ("<a@b.example>", nil, "a@b.example"),
            ("\"局办公室, 一科\" < a@b.example >", "局办公室, 一科", "a@b.example"), ("㛃 <a@b.example>", "㛃", "a@b.example"),
            (#""甲 \"乙\" \\" <a@b.example>"#, #"甲 "乙" \"#, "a@b.example"),
            ("a@水务.example", nil, "a@xn--zfrz80d.example"), ("a@localhost", nil, "a@localhost"),
        ] as [(String, String?, String)])
    func one(_ text: String, _ name: String?, _ envelope: String) throws {
        let address = try MailAddress(text)
        #expect(address.name == name)
        #expect(address.envelope == envelope)
    }

    @Test(
        "what is none, and why",
        arguments: [
            ("", .noAt), ("市水利局", .noAt), ("市水利局 <slj>", .noAt), ("档案室@b.example", .localNotASCII),
            ("@b.example", .badLocal), ("a..b@c.example", .badLocal), (".a@c.example", .badLocal),
            ("a b@c.example", .badLocal), ("\"a b\"@c.example", .badLocal), ("a@b@c.example", .badLocal),
            (String(repeating: "a", count: 65) + "@c.example", .badLocal), ("a@", .badDomain),
            ("a@-b.example", .badDomain), ("a@b..example", .badDomain), ("a@b.example.", .badDomain),
            ("a@[127.0.0.1]", .badDomain), ("a@b_c.example", .badDomain), ("a@b.example>", .badDomain),
            ("a@" + String(repeating: "b", count: 64) + ".example", .badDomain),
            ("a@" + String(repeating: "bcd.", count: 64) + "example", .badDomain),
        ] as [(String, MailFault.AddressReason)])
    func none(_ text: String, _ reason: MailFault.AddressReason) {
        #expect(throws: Diagnostic(.mail(.badAddress(text, reason)))) { try MailAddress(text) }
    }

    @Test(
        "several in one text",
        arguments: [
            ("a@x.example,b@x.example;  c@x.example", ["a@x.example", "b@x.example", "c@x.example"]),
            ("甲 <a@x.example>，乙 <b@x.example>；", ["a@x.example", "b@x.example"]),
            ("\"甲, 乙\" <a@x.example>, b@x.example", ["a@x.example", "b@x.example"]),
        ])
    func several(_ text: String, _ envelopes: [String]) throws {
        #expect(try MailAddress.list(text).map(\.envelope) == envelopes)
    }

    @Test("one that is none spoils the list; so does an empty one")
    func listFaults() {
        #expect(throws: Diagnostic(.mail(.badAddress("b", .noAt)))) { try MailAddress.list("a@x.example, b") }
        #expect(throws: Diagnostic(.mail(.badAddress("", .noAt)))) { try MailAddress.list("") }
    }

    @Test("who is named twice gets it once")
    func twice() {
        let draft = MailFixture.draft(
            to: ["甲 <A@x.example>"], cc: ["a@X.example", "b@x.example"], bcc: ["b@x.example"])
        #expect(draft.everyone.map(\.envelope) == ["A@x.example", "b@x.example"])
    }
}

@Suite("Servers and logins")
struct MailServerTests {
    @Test(
        "servers",
        arguments: [
            ("smtp://mail.b.example", false, "smtp://mail.b.example:587", .startTLS),
            ("smtp://mail.b.example:25/", false, "smtp://mail.b.example:25", .startTLS),
            ("smtps://mail.b.example", false, "smtps://mail.b.example:465", .implicitTLS),
            ("smtp://[::1]:2525", true, "smtp://[::1]:2525", .none),
        ] as [(String, Bool, String, Sending.MailServer.Security)])
    func servers(_ text: String, _ plain: Bool, _ url: String, _ security: Sending.MailServer.Security) throws {
        let server = try Sending.MailServer(text, plain: plain)
        #expect(server.url == url)
        #expect(server.security == security)
    }

    @Test(
        "no servers: another scheme, a login, a path, a port that is none, line ends",
        arguments: [
            "mail.b.example", "http://mail.b.example", "smtp://user:word@mail.b.example", "smtp://mail.b.example/x",
            "smtp://mail.b.example:0", "smtp://mail.b.example:65536", "smtp://mail.b.example:25\r\nRCPT", "smtp://",
            "smtp://邮件.example",
        ])
    func noServers(_ text: String) {
        #expect(throws: Diagnostic(.mail(.badServer(text)))) { try Sending.MailServer(text) }
    }

    @Test("implicit TLS without TLS is nothing")
    func contradiction() {
        #expect(throws: Diagnostic.self) { try Sending.MailServer("smtps://mail.b.example", plain: true) }
    }

    @Test("a login shows itself nowhere")
    func hidden() throws {
        var server = try Sending.MailServer("smtp://mail.b.example")
        server.login = try MailLogin(user: "office", password: "s3cret")
        var dumped = ""
        dump(server, to: &dumped)
        #expect(!(dumped + "\(server)" + String(reflecting: server)).contains("s3cret"))
    }
}

import Diagnostics
import Foundation
import Testing

@testable import Sending

@Suite("Mails handed to a real server", .enabled(if: MailServer.isThere, MailServer.absence))
struct MailDeliveryTests {
    private func server(_ server: MailServer, scheme: String = "smtp", plain: Bool = true) throws -> Sending.MailServer
    {
        try Sending.MailServer("\(scheme)://127.0.0.1:\(server.port)", plain: plain)
    }

    private func send(
        _ draft: MailDraft, by server: Sending.MailServer, answering: Int = 20
    ) throws -> Delivery {
        try draft.message().send(from: draft.from, to: draft.everyone, by: server, answering: answering)
    }

    @Test("a mail arrives whole, with blind copies in the envelope alone, and names us by our domain")
    func arrives() throws {
        let there = try MailServer()
        let draft = MailFixture.draft(cc: ["b@zheping.example"], bcc: ["c@zheping.example"])
        #expect(try send(draft, by: server(there)) == Delivery(sentTo: 3))
        let received = try #require(try there.received.first)
        #expect(received.sender == "office@zheping.example")
        #expect(received.recipients == ["slj@zheping.example", "b@zheping.example", "c@zheping.example"])
        #expect(received.hello == "zheping.example")
        #expect(try [UInt8](Data(contentsOf: received.file)) == draft.message().bytes)
    }

    @Test("a recipient who is refused does not keep the mail from the others")
    func partly() throws {
        let there = try MailServer(["--refuse", "b@zheping.example"])
        let draft = MailFixture.draft(to: ["a@zheping.example", "b@zheping.example", "c@zheping.example"])
        let delivery = try send(draft, by: server(there))
        #expect(delivery.fate == .sent)
        #expect(delivery.refusals == [nil, "550 5.1.1 no such mailbox", nil])
        #expect(try there.received.map(\.recipients) == [["a@zheping.example", "c@zheping.example"]])
    }

    @Test("where all are refused, the mail is, and each is named")
    func allRefused() throws {
        let there = try MailServer(["--refuse", "a@zheping.example", "--refuse", "b@zheping.example"])
        let delivery = try send(
            MailFixture.draft(to: ["a@zheping.example", "b@zheping.example"]), by: server(there))
        #expect(delivery.fate == .refused(step: "RCPT TO", reply: "550 5.1.1 no such mailbox"))
        #expect(delivery.refusals.count { $0 != nil } == 2)
        #expect(try there.received.isEmpty)
    }

    @Test("a server that refuses the whole message, or its size before it comes")
    func refused() throws {
        let policy = try MailServer(["--refuse-data", "554 5.7.1 not wanted here"])
        #expect(
            try send(MailFixture.draft(), by: server(policy)).fate
                == .refused(step: "the message", reply: "554 5.7.1 not wanted here"))
        let small = try MailServer(["--size", "3000"])
        let fate = try send(MailFixture.draft(), by: server(small)).fate
        guard case .refused("MAIL FROM", let reply) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(reply.hasPrefix("552"))
        #expect(!small.heard.contains { $0.hasPrefix("DATA") })
    }

    @Test("STARTTLS and implicit TLS with a certificate that is trusted", arguments: ["start", "implicit"])
    func encrypted(_ kind: String) throws {
        let there = try MailServer(MailServer.tls(kind))
        var way = try server(there, scheme: kind == "start" ? "smtp" : "smtps", plain: false)
        way.authorities = MailServer.certificate?.certificate
        #expect(try send(MailFixture.draft(), by: way) == Delivery(sentTo: 1))
        #expect(try there.received.first?.encrypted == true)
    }

    @Test("a certificate that nobody vouches for ends the conversation", arguments: ["start", "implicit"])
    func untrusted(_ kind: String) throws {
        let there = try MailServer(MailServer.tls(kind))
        let way = try server(there, scheme: kind == "start" ? "smtp" : "smtps", plain: false)
        let fate = try send(MailFixture.draft(), by: way).fate
        guard case .failed(_, let reason) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(reason.contains("certificate"), "\(reason)")
        #expect(!there.heard.contains { $0.hasPrefix("MAIL") })
    }

    @Test("a server that offers no TLS is told nothing")
    func noTLS() throws {
        let there = try MailServer()
        var way = try server(there, plain: false)
        way.login = try MailLogin(user: "office", password: "secret")
        let fate = try send(MailFixture.draft(), by: way).fate
        guard case .failed("EHLO", _) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(there.heard == ["EHLO zheping.example"])
    }

    @Test("a login that is right, and one that is wrong")
    func login() throws {
        let there = try MailServer(MailServer.tls("start") + ["--login", "office:s3cret"])
        var way = try server(there, plain: false)
        way.authorities = MailServer.certificate?.certificate
        way.login = try MailLogin(user: "office", password: "s3cret")
        #expect(try send(MailFixture.draft(), by: way) == Delivery(sentTo: 1))
        #expect(try there.received.first?.login == "office")
        way.login = try MailLogin(user: "office", password: "guess")
        let fate = try send(MailFixture.draft(), by: way).fate
        guard case .refused("AUTH", let reply) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(reply.hasPrefix("535"))
        #expect(try there.received.count == 1)
    }

    @Test("a login never goes unencrypted")
    func unprotected() throws {
        let there = try MailServer()
        var way = try server(there)
        way.login = try MailLogin(user: "office", password: "secret")
        #expect(throws: Diagnostic(.mail(.loginUnprotected))) { try send(MailFixture.draft(), by: way) }
        #expect(there.heard.isEmpty)
    }

    @Test(
        "a server that hangs up before the message is whole has nothing of it",
        arguments: [
            ("connect", "connecting"), ("EHLO", "EHLO"), ("STARTTLS", "STARTTLS"), ("AUTH", "AUTH"),
            ("MAIL", "MAIL FROM"), ("RCPT", "RCPT TO"), ("DATA", "DATA"), ("middle", "the message"),
        ])
    func hangsUp(_ drop: String, _ step: String) throws {
        let login = drop == "AUTH" ? ["--login", "office:s3cret"] : []
        let tls = ["STARTTLS", "AUTH"].contains(drop) ? try MailServer.tls("start") : []
        let there = try MailServer(tls + login + ["--drop", drop])
        var way = try server(there, plain: tls.isEmpty)
        way.authorities = MailServer.certificate?.certificate
        if drop == "AUTH" { way.login = try MailLogin(user: "office", password: "s3cret") }
        // Larger than what lies on the way between the two.
        let fate = try send(MailFixture.draft(size: drop == "middle" ? 20_000_000 : 5000), by: way).fate
        guard case .failed(step, _) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(try there.received.isEmpty)
    }

    @Test("a server that hangs up after the last line leaves the fate unknown; after its yes it does not matter")
    func hangsUpLate() throws {
        let dot = try MailServer(["--drop", "dot"])
        let fate = try send(MailFixture.draft(), by: server(dot)).fate
        guard case .unknown = fate else {
            Issue.record("\(fate)")
            return
        }
        let quit = try MailServer(["--drop", "QUIT"])
        #expect(try send(MailFixture.draft(), by: server(quit)) == Delivery(sentTo: 1))
    }

    @Test("a server that falls silent is not waited for without end", arguments: ["EHLO", "dot"])
    func silent(_ drop: String) throws {
        let there = try MailServer(["--drop", drop, "--silent"])
        let fate = try send(MailFixture.draft(), by: server(there), answering: 2).fate
        switch (drop, fate) {
        case ("EHLO", .failed("EHLO", _)), ("dot", .unknown): break
        default: Issue.record("\(fate)")
        }
    }

    @Test("no server at all")
    func nobody() throws {
        // A port that is taken, and on which nobody listens.
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(taken) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = try withUnsafeMutableBytes(of: &address) { bytes in
            let address = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
            try #require(bind(taken, address, size) == 0 && getsockname(taken, address, &size) == 0)
            return UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
        }
        let way = try Sending.MailServer("smtp://127.0.0.1:\(port)", plain: true)
        guard case .failed("connecting", _) = try send(MailFixture.draft(), by: way).fate else {
            Issue.record("it did not fail")
            return
        }
    }
}

extension Delivery {
    fileprivate init(sentTo count: Int) {
        self.init(unsent: "", count: count)
        fate = .sent
    }
}

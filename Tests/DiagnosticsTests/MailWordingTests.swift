import Testing

@testable import Diagnostics

@Suite("What people read of mails")
struct MailWordingTests {
    @Test(
        "each fault says what is wrong and what to do, and ends the program with its own status",
        arguments: [
            (
                .unsafeText(part: "subject", scalar: 0xA), .badInput,
                "the subject holds U+A, a character that may forge a header; write it anew, in one line"
            ),
            (
                .tooLarge(bytes: 27_000_000, limit: 20 << 20), .badInput,
                "the mail has 25 MB (27000000 bytes, as it is sent), more than 20 MB (20971520); "
                    + "make the file smaller, or raise --limit if every recipient's server takes it"
            ),
            (.secret("机密★1年"), .badInput, "`机密★1年` may not be mailed; hand it over as the rules for its level say"),
            (
                .forInternalUse("内部资料"), .usage,
                "`内部资料` is not meant for everyone; look at the recipients, then add --allow-internal"
            ),
            (.loginOpen(mode: 0o644), .badInput, "others may read the login (mode 644); run `chmod 600` on it"),
            (
                .alreadySent(["a@x.example", "b@x.example"], at: "2024-06-03T02:00:00Z", messageID: "1@x.example"),
                .usage,
                "was sent to a@x.example, b@x.example at 2024-06-03T02:00:00Z (Message-ID <1@x.example>); "
                    + "leave them out, or add --resend"
            ),
            (
                .fateUnknown(["a@x.example"], at: "2024-06-03T02:00:00Z", messageID: "1@x.example"), .usage,
                "may have reached a@x.example at 2024-06-03T02:00:00Z, which is not known (Message-ID <1@x.example>); "
                    + "ask them, then say `jianbao mail settle`, or add --resend"
            ),
            (
                .refused(step: "MAIL FROM", reply: "552 too\nlarge"), .inputOutput,
                "the server refused the mail at MAIL FROM: 552 too?large; nobody has it; correct that and send it again"
            ),
            (
                .notSent(step: "EHLO", reason: "timeout"), .inputOutput,
                "the mail was not sent: timeout (at EHLO); nobody has it; correct that and send it again"
            ),
            (
                .unknown(messageID: "1@x.example", reason: "timeout"), .inputOutput,
                "whether the mail was sent is not known: timeout after its last line (Message-ID <1@x.example>); "
                    + "ask a recipient; only --resend sends it again"
            ),
        ] as [(MailFault, Outcome, String)])
    func sentences(_ fault: MailFault, _ outcome: Outcome, _ sentence: String) {
        #expect("\(Diagnostic(.mail(fault)))" == sentence)
        #expect(Fault.mail(fault).outcome == outcome)
    }
}

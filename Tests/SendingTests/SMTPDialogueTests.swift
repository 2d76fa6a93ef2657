import Testing

@testable import Sending

@Suite("What a server has said")
struct SMTPDialogueTests {
    /// Lines as they pass: `>` ours, `<` the server's, `.` the message handed over.
    private func fate(_ lines: [String], count: Int = 1, problem: String? = "gone") -> Delivery {
        var dialogue = SMTPDialogue()
        for line in lines {
            switch line.first {
            case ">": dialogue.say(line.dropFirst() + "\r\n")
            case "<": dialogue.hear(line.dropFirst() + "\r\n")
            default: dialogue.handOver()
            }
        }
        return Delivery(dialogue, count: count, problem: problem)
    }

    private let upToData = [
        "<220 hello", ">EHLO a.example", "<250-b.example", "<250 SIZE", ">MAIL FROM:<a@a.example>", "<250 ok",
        ">RCPT TO:<b@b.example>", "<250 ok", ">DATA", "<354 go",
    ]

    @Test("the last word on the message counts, not how the connection ends")
    func verdicts() {
        #expect(fate(upToData + [".", "<250 taken"]).fate == .sent)
        #expect(fate(upToData + [".", "<250 taken", ">QUIT", "<421 busy"], problem: nil).fate == .sent)
        #expect(
            fate(upToData + [".", "<452 full", ">QUIT", "<221 bye"]).fate
                == .refused(step: "the message", reply: "452 full"))
        #expect(fate(upToData + [".", "<354 what?"]).fate == .unknown(reason: "354 what?"))
        #expect(fate(upToData + ["."]).fate == .unknown(reason: "gone"))
        #expect(fate(upToData).fate == .failed(step: "the message", reason: "gone"))
    }

    @Test("a refusal while the message is still on its way is one: nothing was handed over whole")
    func early() {
        #expect(fate(upToData + ["<552 too much"]).fate == .refused(step: "the message", reply: "552 too much"))
    }

    @Test("a refused recipient is not why a later step failed")
    func laterStep() {
        let lines = [
            "<220 hello", ">EHLO a.example", "<250 b.example", ">MAIL FROM:<a@a.example>", "<250 ok",
            ">RCPT TO:<b@b.example>", "<250 ok", ">RCPT TO:<c@b.example>", "<550-no", "<550 such", ">DATA",
        ]
        let delivery = fate(lines, count: 2)
        #expect(delivery.fate == .failed(step: "DATA", reason: "gone"))
        #expect(delivery.refusals == [nil, "550 no such"])
    }

    @Test("what is said in a login is not taken for a command")
    func login() {
        let lines = [
            "<220 hello", ">EHLO a.example", "<250 AUTH LOGIN", ">AUTH LOGIN", "<334 VXNlcg", ">DATA", "<535 no",
        ]
        #expect(fate(lines + [">QUIT", "<221 bye"]).fate == .refused(step: "AUTH", reply: "535 no"))
    }

    @Test("a greeting may be a refusal")
    func greeting() {
        #expect(fate(["<554 no service"]).fate == .refused(step: "connecting", reply: "554 no service"))
        #expect(fate([], problem: nil).fate == .failed(step: "connecting", reason: "the server did not answer"))
    }
}

/// What a server has said so far to what we said: from it alone follows what became of a mail.
///
/// libcurl tells only of the last thing that went wrong; this tells of each recipient, and whether the last line of the
/// message was handed over.
struct SMTPDialogue {
    enum Step: String {
        case connecting = "connecting"
        case hello = "EHLO"
        case encryption = "STARTTLS"
        case login = "AUTH"
        case sender = "MAIL FROM"
        case recipient = "RCPT TO"
        case data = "DATA"
        /// The message itself, up to the server's word on it.
        case content = "the message"
    }

    struct Reply: Hashable {
        var code: Int
        /// `550 5.1.1 no such mailbox`: the code, and the lines' texts joined.
        var text: String

        var isGood: Bool { (200..<300).contains(code) }
        var isRefusal: Bool { (400..<600).contains(code) }
    }

    private(set) var step = Step.connecting
    /// The server's word on each recipient, in the order they were named to it.
    private(set) var recipients: [Reply] = []
    /// On the whole message.
    private(set) var verdict: Reply?
    /// To what was said last; `nil` while that is open.
    private(set) var last: Reply?
    /// Whether every byte of the message was taken over to be sent.
    private(set) var isHandedOver = false
    private var isLeaving = false
    private var lines: [Substring] = []

    /// A command that goes to the server, as it is written on the wire.
    mutating func say(_ command: String) {
        // The answers of a login are Base64 and might look like anything.
        if step == .login, last?.code == 334 { return }
        let verb = command.prefix { !$0.isWhitespace }.uppercased()
        let steps: [String: Step] = [
            "EHLO": .hello, "HELO": .hello, "STARTTLS": .encryption, "AUTH": .login, "MAIL": .sender,
            "RCPT": .recipient, "DATA": .data,
        ]
        // Where it ended stays the step: nothing hangs on how the server says goodbye.
        if verb == "QUIT" { isLeaving = true }
        guard let next = steps[verb] else { return }
        step = next
        last = nil
    }

    /// The end of the message was reached.
    mutating func handOver() { isHandedOver = true }

    /// Lines that came from the server; only whole lines come.
    mutating func hear(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let code = Int(line.prefix(3)), line.utf8.count >= 3 else { continue }
            lines.append(line.dropFirst(4))
            if line.dropFirst(3).first == "-" { continue }
            let words = lines.map { $0.trimmingPrefix(while: \.isWhitespace) }.filter { !$0.isEmpty }
            take(Reply(code: code, text: ([String(code)] + words.map(String.init)).joined(separator: " ")))
            lines = []
        }
    }

    private mutating func take(_ reply: Reply) {
        if isLeaving { return }
        last = reply
        switch step {
        case .recipient: recipients.append(reply)
        case .data where reply.code == 354: step = .content
        case .content: verdict = reply
        default: break
        }
    }
}

/// What became of a mail.
public struct Delivery: Hashable, Sendable {
    public enum Fate: Hashable, Sendable {
        /// The server took it, for those recipients that it had not refused.
        case sent
        /// The server said no; nobody has it.
        case refused(step: String, reply: String)
        /// The connection failed before the message was handed over; nobody has it.
        case failed(step: String, reason: String)
        /// It failed after that: nobody knows.
        case unknown(reason: String)
    }

    public var fate: Fate
    /// The server's refusal for each recipient, `nil` where it had none; in their order.
    public var refusals: [String?]

    /// Of a mail that never met a server.
    public init(unsent reason: String, count: Int) {
        fate = .failed(step: SMTPDialogue.Step.connecting.rawValue, reason: reason)
        refusals = Array(repeating: nil, count: count)
    }

    /// - Parameters:
    ///   - count: of the recipients.
    ///   - problem: what libcurl says went wrong; `nil` where nothing did.
    init(_ dialogue: SMTPDialogue, count: Int, problem: String?) {
        refusals = (0..<count).map { index in
            guard index < dialogue.recipients.count, !dialogue.recipients[index].isGood else { return nil }
            return dialogue.recipients[index].text
        }
        let step = dialogue.step.rawValue
        let reason = problem ?? "the server did not answer"
        switch (dialogue.verdict, dialogue.last) {
        case (let verdict?, _) where verdict.isGood: fate = .sent
        case (let verdict?, _) where verdict.isRefusal: fate = .refused(step: step, reply: verdict.text)
        case (let verdict?, _): fate = .unknown(reason: verdict.text)
        case _ where dialogue.isHandedOver: fate = .unknown(reason: reason)
        case (nil, let last?) where last.isRefusal: fate = .refused(step: step, reply: last.text)
        default: fate = .failed(step: step, reason: reason)
        }
    }
}

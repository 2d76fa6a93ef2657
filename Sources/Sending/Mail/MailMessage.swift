import Acquisition
public import Diagnostics

/// A mail as it is written: from whom to whom, with which words, and the file.
public struct MailDraft: Sendable {
    public var from: MailAddress
    public var recipients: MailSettings.Recipients
    public var subject: String
    public var body: MailBody
    public var file: [UInt8]
    public var date: MailTime
    /// Of a mail that is sent again; `nil` makes one.
    public var messageID: String?
    /// Whether it is a file that a mail program opens to send, rather than to read.
    public var isUnsent = false

    public init(
        from: MailAddress, recipients: MailSettings.Recipients, subject: String, body: MailBody, file: [UInt8],
        date: MailTime
    ) {
        self.from = from
        self.recipients = recipients
        self.subject = subject
        self.body = body
        self.file = file
        self.date = date
    }

    /// Whoever gets it, each once; the first kind of copy counts.
    public var everyone: [MailAddress] {
        var seen: Set<String> = []
        return (recipients.to + recipients.cc + recipients.bcc).filter { seen.insert($0.key).inserted }
    }

    /// The message's bytes: the same draft gives the same.
    ///
    /// Blind copies are not in it. Message-ID and boundaries come from a hash of all that is in it.
    ///
    /// - Throws: `unsafeText` where subject, file name or an address holds a control character; `noRecipient`;
    ///   `libraryFailed`.
    public func message() throws(Diagnostic) -> MailMessage {
        try HeaderText.check(subject, of: "subject")
        try HeaderText.check(body.fileName, of: "file name")
        for name in ([from] + everyone).compactMap(\.name) { try HeaderText.check(name, of: "name") }
        guard !everyone.isEmpty else { throw Diagnostic(.mail(.noRecipient)) }
        let mark = mark
        let bodies = try MimePiece(
            parts: [
                MimePiece(text: body.text, subtype: "plain"), MimePiece(text: body.html, subtype: "html"),
            ], subtype: "alternative", boundary: "=_jianbao-2-" + mark)
        let whole = try MimePiece(
            parts: [bodies, MimePiece(file: file, type: ("application", "pdf"), name: body.fileName)], subtype: "mixed",
            boundary: "=_jianbao-1-" + mark)
        let id = messageID ?? mark + "@" + from.domain
        let head = MimePiece.Head(
            from: from, to: recipients.to, cc: recipients.cc, subject: subject, date: date, messageID: id,
            others: isUnsent ? [("X-Unsent", "1")] : [])
        return MailMessage(messageID: id, bytes: try MimePiece(head: head, body: whole).bytes())
    }

    /// 32 hexadecimal digits of the hash of everything in the mail.
    private var mark: String {
        let parts =
            [date.text, subject, "\(from)"]
            + [recipients.to, recipients.cc, recipients.bcc].map { $0.map { "\($0)" }.joined(separator: ",") }
            + [body.fileName, body.text, body.html, SourceReader.sha256(of: file)]
        return String(SourceReader.sha256(of: Array(parts.joined(separator: "\0").utf8)).prefix(32))
    }
}

/// A mail as it is sent.
public struct MailMessage: Hashable, Sendable {
    /// Without angle brackets.
    public let messageID: String
    /// With CR LF at line ends; of ASCII alone.
    public let bytes: [UInt8]

    /// - Throws: `tooLarge` where it has more than that as it is sent.
    public func check(limit: MailSize) throws(Diagnostic) {
        guard bytes.count > limit.bytes else { return }
        throw Diagnostic(.mail(.tooLarge(bytes: bytes.count, limit: limit.bytes)))
    }

    /// Hands it to a server and says what became of it.
    ///
    /// - Parameters:
    ///   - recipients: whoever gets it, blind copies too.
    ///   - answering: how long the server may be silent, in seconds.
    /// - Throws: `libraryMissing`, `libraryFailed`, `loginUnprotected` before anything was sent.
    public func send(
        from: MailAddress, to recipients: [MailAddress], by server: MailServer, answering: Int = 600
    ) throws(Diagnostic) -> Delivery {
        if server.login != nil, server.security == .none { throw Diagnostic(.mail(.loginUnprotected)) }
        let conversation = try CurlConversation(message: bytes)
        return try conversation.send(
            from: from.envelope, to: recipients.map(\.envelope), by: server,
            patience: .init(connecting: min(30, answering), answering: answering))
    }
}

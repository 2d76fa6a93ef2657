/// A mail as the archive has it, from before it was sent.
public struct SentMail: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable {
        /// Begun. Nothing more is known of it until its sender says so; to others it is `unknown`.
        case sending
        /// The server took it.
        case sent
        /// The server said no; nobody has it.
        case refused
        /// The connection failed before it was handed over; nobody has it.
        case failed
        /// The connection failed afterwards, or the program was ended: it may have gone.
        case unknown
    }

    public struct Recipient: Hashable, Sendable, Codable {
        public enum Kind: String, Hashable, Sendable, Codable {
            case to, cc, bcc
        }

        public enum Fate: String, Hashable, Sendable, Codable {
            /// The server took it for this one.
            case accepted
            case refused
            /// It did not come to that.
            case unsent
            case unknown
        }

        public var kind: Kind
        public var name: String?
        /// As it is given to a server, ASCII.
        public var address: String
        public var fate: Fate
        /// The server's words, where it refused.
        public var reply: String?

        public init(kind: Kind, name: String?, address: String, fate: Fate = .unknown, reply: String? = nil) {
            self.kind = kind
            self.name = name
            self.address = address
            self.fate = fate
            self.reply = reply
        }
    }

    /// Among all mails; 0 before it is recorded.
    public var number: Int
    /// When it was recorded, UTC.
    public var at: String
    /// What it says of itself, with zone.
    public var date: String
    /// Without angle brackets.
    public var messageID: String
    public var sender: String
    public var subject: String
    public var series: String?
    public var issue: String?
    /// The attached file's name.
    public var file: String
    /// Of the attached file.
    public var sha256: String
    /// Of the whole mail as it is sent, in bytes.
    public var size: Int
    /// `smtp://host:587`
    public var server: String
    public var state: State
    /// Why it is not `sent`.
    public var reason: String?
    public var recipients: [Recipient]

    public init(
        date: String, messageID: String, sender: String, subject: String, series: String?, issue: String?, file: String,
        sha256: String, size: Int, server: String, recipients: [Recipient]
    ) {
        number = 0
        at = ""
        self.date = date
        self.messageID = messageID
        self.sender = sender
        self.subject = subject
        self.series = series
        self.issue = issue
        self.file = file
        self.sha256 = sha256
        self.size = size
        self.server = server
        state = .sending
        self.recipients = recipients
    }
}

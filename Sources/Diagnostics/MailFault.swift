/// What can be wrong with a mail, before it is sent and after.
public enum MailFault: Hashable, Sendable {
    public enum AddressReason: Hashable, Sendable {
        case noAt
        case localNotASCII
        case badLocal
        case badDomain
    }

    /// A character in a subject, name, address or file name that may forge a header.
    case unsafeText(part: String, scalar: UInt32)
    case badAddress(String, AddressReason)
    case noSender
    case noRecipient
    case unknownSeries(String, nearest: String?)
    case blindLost([String])
    /// Base64 and head counted.
    case tooLarge(bytes: Int, limit: Int)
    case large(bytes: Int)
    /// The mark: `机密★1年`.
    case secret(String)
    case forInternalUse(String)
    /// What of the file could not be looked into.
    case notLookedInto(reason: String)

    case badServer(String)
    case loginOpen(mode: UInt16)
    case loginIncomplete
    case loginUnprotected

    case alreadySent([String], at: String, messageID: String)
    case fateUnknown([String], at: String, messageID: String)
    /// Nobody has it: the server said no. The step is SMTP's word for it.
    case refused(step: String, reply: String)
    case recipientRefused(String, reply: String)
    /// Nobody has it: the connection failed.
    case notSent(step: String, reason: String)
    /// The connection failed after everything was handed over.
    case unknown(messageID: String, reason: String)
    case noMail(String)
    case notUnknown(String)

    var outcome: Outcome {
        switch self {
        case .noSender, .noRecipient, .unknownSeries, .forInternalUse, .badServer, .loginUnprotected, .alreadySent,
            .fateUnknown, .notUnknown:
            .usage
        case .noMail: .noInput
        case .refused, .notSent, .unknown: .inputOutput
        default: .badInput
        }
    }
}

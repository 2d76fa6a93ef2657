public import Diagnostics

/// The server that a mail is handed to, and how.
public struct MailServer: Hashable, Sendable {
    public enum Security: Hashable, Sendable {
        /// The connection begins in the open and turns to TLS before anything is said; else it ends.
        case startTLS
        /// TLS from the first byte.
        case implicitTLS
        case none
    }

    public let url: String
    public let security: Security
    /// A file with the certificates to trust (PEM); `nil` for the system's.
    public var authorities: String?
    public var login: MailLogin?

    /// Reads `smtp://host[:587]` or `smtps://host[:465]`.
    ///
    /// - Parameter plain: whether `smtp://` goes without TLS.
    /// - Throws: `badServer` for anything else: a path, a login, another scheme.
    public init(_ text: String, plain: Bool = false) throws(Diagnostic) {
        let pattern = #/(smtps?)://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::([0-9]{1,5}))?/?/#
        guard let match = try? pattern.wholeMatch(in: text)?.output else {
            throw Diagnostic(.mail(.badServer(text)))
        }
        let isImplicit = match.1 == "smtps"
        let port = match.3.map { Int($0) ?? 0 } ?? (isImplicit ? 465 : 587)
        guard (1...65535).contains(port), !(isImplicit && plain) else { throw Diagnostic(.mail(.badServer(text))) }
        url = "\(match.1)://\(match.2):\(port)"
        security = isImplicit ? .implicitTLS : plain ? .none : .startTLS
    }
}

public import Diagnostics
import Glibc
import Outlining
import Yams

/// Who we are to a server. Never printed, never kept.
public struct MailLogin: Hashable, Sendable {
    let user: String
    let password: String

    static let userVariable = "JIANBAO_SMTP_USER"
    static let passwordVariable = "JIANBAO_SMTP_PASSWORD"

    /// Reads a file with `user: …` and `password: …` (YAML).
    ///
    /// - Throws: `loginOpen` where others than its owner may read it; `loginIncomplete`, `malformed`, `unknownKey`,
    ///   `fileMissing`, `fileUnreadable`.
    public init(file path: String) throws(Diagnostic) {
        let place = Place(file: path)
        let node = try YamlFault.root(of: try Self.text(path), path: path)
        var values: [String: String] = [:]
        for (key, value) in node?.mapping.map(Array.init) ?? [] {
            let name = key.string ?? ""
            guard name == "user" || name == "password" else {
                throw Diagnostic(
                    .unknownKey(name, nearest: Spelling.nearest(to: name, in: ["user", "password"])),
                    at: YamlFault.place(key, path))
            }
            values[name] = value.scalar?.string
        }
        try self.init(user: values["user"], password: values["password"], at: place)
    }

    /// What the environment says; `nil` where it says nothing.
    ///
    /// - Throws: `loginIncomplete` where it says one half.
    public static func fromEnvironment() throws(Diagnostic) -> MailLogin? {
        let user = getenv(userVariable).map { String(cString: $0) }
        let password = getenv(passwordVariable).map { String(cString: $0) }
        if user == nil, password == nil { return nil }
        return try MailLogin(user: user, password: password)
    }

    init(user: String?, password: String?, at place: Place? = nil) throws(Diagnostic) {
        guard let user, !user.isEmpty, let password, !password.isEmpty else {
            throw Diagnostic(.mail(.loginIncomplete), at: place)
        }
        try HeaderText.check(user, of: "login")
        try HeaderText.check(password, of: "login")
        self.user = user
        self.password = password
    }

    /// The file's text; its mode is looked at on the open file, so that it cannot be another by then.
    private static func text(_ path: String) throws(Diagnostic) -> String {
        let place = Place(file: path)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            let code = errno
            let fault = code == ENOENT ? Fault.fileMissing : .fileUnreadable(reason: String(cString: strerror(code)))
            throw Diagnostic(fault, at: place)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Diagnostic(.fileUnreadable(reason: "not a file"), at: place)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Diagnostic(.mail(.loginOpen(mode: UInt16(status.st_mode & 0o777))), at: place)
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0 else { throw Diagnostic(.fileUnreadable(reason: String(cString: strerror(errno))), at: place) }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw Diagnostic(.undecodable(encoding: "UTF-8", offset: 0), at: place)
        }
        return text
    }
}

extension MailLogin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "MailLogin" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

public import Diagnostics
import Outlining
import Yams

/// `mail.yaml`: who sends, through which server, and who gets the briefings of a series.
///
/// Paths in it begin at its folder. Passwords do not belong into it: `login` names a file that its owner alone may read.
public struct MailSettings: Hashable, Sendable {
    public struct Recipients: Hashable, Sendable {
        public var to: [MailAddress]
        public var cc: [MailAddress]
        public var bcc: [MailAddress]

        public init(to: [MailAddress] = [], cc: [MailAddress] = [], bcc: [MailAddress] = []) {
            self.to = to
            self.cc = cc
            self.bcc = bcc
        }

        public var isEmpty: Bool { to.isEmpty && cc.isEmpty && bcc.isEmpty }
    }

    public private(set) var from: MailAddress?
    public private(set) var server: String?
    public private(set) var authorities: String?
    public private(set) var login: String?
    public private(set) var limit: MailSize?
    public private(set) var series: [String: Recipients] = [:]

    public init() {}

    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - path: for messages, and for what is named relative to it.
    /// - Throws: `Diagnostic` with line and column.
    public init(yaml: String, path: String) throws(Diagnostic) {
        guard let root = try YamlFault.root(of: yaml, path: path) else { return }
        let reader = Reader(path: path)
        for (key, value) in try reader.mapping(root, "mail") {
            switch key.string ?? "" {
            case "from": from = try reader.addresses(value, "from").first
            case "server": server = try reader.text(value, "server")
            case "ca": authorities = reader.beside(try reader.text(value, "ca"))
            case "login": login = reader.beside(try reader.text(value, "login"))
            case "limit":
                let text = try reader.text(value, "limit")
                guard let size = MailSize(text) else {
                    throw Diagnostic(
                        .badValue(key: "limit", value: text, expected: MailSize.form), at: YamlFault.place(value, path))
                }
                limit = size
            case "series":
                for (name, lists) in try reader.mapping(value, "series") {
                    series[name.string ?? ""] = try reader.recipients(lists, name.string ?? "")
                }
            case let other:
                throw reader.unknown(key, other, ["from", "server", "ca", "login", "limit", "series"])
            }
        }
    }

    /// Who gets the briefings of a series; nobody where it is not known, or `nil`.
    ///
    /// - Throws: `unknownSeries` where others are listed.
    public func recipients(of name: String?) throws(Diagnostic) -> Recipients {
        guard let name, !series.isEmpty else { return Recipients() }
        if let found = series[name] { return found }
        throw Diagnostic(.mail(.unknownSeries(name, nearest: Spelling.nearest(to: name, in: series.keys.sorted()))))
    }
}

private struct Reader {
    let path: String

    func mapping(_ node: Node, _ key: String) throws(Diagnostic) -> [(key: Node, value: Node)] {
        guard let mapping = node.mapping else {
            throw Diagnostic(
                .wrongType(key: key, expected: "a list of `key: value`"), at: YamlFault.place(node, path))
        }
        return Array(mapping)
    }

    func text(_ node: Node, _ key: String) throws(Diagnostic) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw Diagnostic(.wrongType(key: key, expected: "a text"), at: YamlFault.place(node, path))
        }
        return text
    }

    /// A text with one address or several, or a list of them.
    func addresses(_ node: Node, _ key: String) throws(Diagnostic) -> [MailAddress] {
        if node.null != nil { return [] }
        var addresses: [MailAddress] = []
        for item in node.sequence.map(Array.init) ?? [node] {
            let text = try text(item, key)
            do throws(Diagnostic) {
                addresses += try MailAddress.list(text)
            } catch {
                throw Diagnostic(error.fault, at: YamlFault.place(item, path))
            }
        }
        return addresses
    }

    func recipients(_ node: Node, _ name: String) throws(Diagnostic) -> MailSettings.Recipients {
        // A list alone is whom it goes to.
        if node.mapping == nil { return .init(to: try addresses(node, name)) }
        var recipients = MailSettings.Recipients()
        for (key, value) in try mapping(node, name) {
            switch key.string ?? "" {
            case "to": recipients.to = try addresses(value, "to")
            case "cc": recipients.cc = try addresses(value, "cc")
            case "bcc": recipients.bcc = try addresses(value, "bcc")
            case let other: throw unknown(key, other, ["to", "cc", "bcc"])
            }
        }
        return recipients
    }

    func unknown(_ node: Node, _ key: String, _ known: [String]) -> Diagnostic {
        Diagnostic(.unknownKey(key, nearest: Spelling.nearest(to: key, in: known)), at: YamlFault.place(node, path))
    }

    /// A path as it is from where the program runs.
    func beside(_ name: String) -> String {
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }
}

/// How much a mail may have, as it is sent.
public struct MailSize: Hashable, Sendable {
    public let bytes: Int

    static let form = "a size as 20MB or 800KB"

    /// What is refused where nothing was said: what the great providers of the country take.
    public static let usual = MailSize(bytes: 50 << 20)
    /// From here on some servers refuse.
    public static let large = MailSize(bytes: 10 << 20)

    private init(bytes: Int) { self.bytes = bytes }

    /// Reads `20MB`, `20M`, `800KB`, `20971520`; a KB has 1024 bytes.
    public init?(_ text: String) {
        guard let match = try? #/([0-9]{1,12}) ?(?:([KkMm])[Bb]?)?/#.wholeMatch(in: text)?.output,
            let count = Int(match.1)
        else { return nil }
        let unit = match.2.map { $0.lowercased() == "k" ? 10 : 20 } ?? 0
        guard count > 0, count <= Int.max >> unit else { return nil }
        bytes = count << unit
    }
}

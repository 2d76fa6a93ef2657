public import Diagnostics
import Yams

/// What no article says: the office that issues the briefing, as `office.yaml` has it.
///
/// A value that is missing leaves its line out of the briefing.
public struct OfficeProfile: Hashable, Sendable {
    /// 报头: the briefing's name.
    public var masthead: String?
    public var office: String?
    public var series: String?
    /// `机密★1年`, `内部资料 注意保存`.
    public var secrecy: String?
    /// 报, 送, 发.
    public var superiors: String?
    public var peers: String?
    public var subordinates: String?
    /// 签发, 审核, 编辑.
    public var issuedBy: String?
    public var reviewedBy: String?
    public var editedBy: String?
    /// 共印N份.
    public var copies: Int?

    public init() {}

    /// Reads `office.yaml`.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - path: for messages.
    /// - Throws: `Diagnostic` with line and column: no YAML, an unknown key (with the nearest known one), a value of
    ///   the wrong type.
    public init(yaml: String, path: String) throws(Diagnostic) {
        guard let root = try YamlFault.root(of: yaml, path: path) else { return }
        guard let mapping = root.mapping else {
            throw Diagnostic(
                .wrongType(key: "office", expected: "a list of `key: value`"), at: YamlFault.place(root, path))
        }
        for (key, value) in mapping {
            try set(key, value, path: path)
        }
    }

    private static let keys = [
        "masthead", "office", "series", "secrecy", "superiors", "peers", "subordinates", "signers", "copies",
    ]

    private mutating func set(_ key: Node, _ value: Node, path: String) throws(Diagnostic) {
        let name = key.string ?? ""
        switch name {
        case "masthead": masthead = try Self.text(value, key: name, path)
        case "office": office = try Self.text(value, key: name, path)
        case "series": series = try Self.text(value, key: name, path)
        case "secrecy": secrecy = try Self.text(value, key: name, path)
        case "superiors": superiors = try Self.texts(value, key: name, path)
        case "peers": peers = try Self.texts(value, key: name, path)
        case "subordinates": subordinates = try Self.texts(value, key: name, path)
        case "signers": try setSigners(value, path: path)
        case "copies":
            guard let count = value.int, count > 0 else {
                throw Diagnostic(
                    .badValue(key: name, value: value.string ?? "", expected: "a number of copies"),
                    at: YamlFault.place(value, path))
            }
            copies = count
        default:
            throw Diagnostic(
                .unknownKey(name, nearest: Spelling.nearest(to: name, in: Self.keys)), at: YamlFault.place(key, path))
        }
    }

    private mutating func setSigners(_ node: Node, path: String) throws(Diagnostic) {
        guard let mapping = node.mapping else {
            throw Diagnostic(
                .wrongType(key: "signers", expected: "`issue`, `review` and `edit` with a name each"),
                at: YamlFault.place(node, path))
        }
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "issue": issuedBy = try Self.text(value, key: "issue", path)
            case "review": reviewedBy = try Self.text(value, key: "review", path)
            case "edit": editedBy = try Self.text(value, key: "edit", path)
            case let other:
                throw Diagnostic(
                    .unknownKey(other, nearest: Spelling.nearest(to: other, in: ["issue", "review", "edit"])),
                    at: YamlFault.place(key, path))
            }
        }
    }

    private static func text(_ node: Node, key: String, _ path: String) throws(Diagnostic) -> String? {
        if node.null != nil { return nil }
        guard let text = node.string else {
            throw Diagnostic(.wrongType(key: key, expected: "a text"), at: YamlFault.place(node, path))
        }
        return text.isEmpty ? nil : text
    }

    /// A text, or a list of texts joined as recipients are printed: `、` between them.
    private static func texts(_ node: Node, key: String, _ path: String) throws(Diagnostic) -> String? {
        guard let sequence = node.sequence else { return try text(node, key: key, path) }
        var items: [String] = []
        for item in sequence {
            if let text = try text(item, key: key, path) { items.append(text) }
        }
        return items.isEmpty ? nil : items.joined(separator: "、")
    }
}

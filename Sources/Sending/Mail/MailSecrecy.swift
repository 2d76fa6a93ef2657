public import Diagnostics

/// Whether a briefing may be mailed, by the marks on it.
public enum MailSecrecy: Hashable, Sendable {
    case open
    /// 内部资料 and the like: only where a person says so.
    case internalUse(String)
    /// 秘密, 机密, 绝密, 工作秘密: never.
    case secret(String)

    /// Of the mark in a briefing or in office.yaml: what is none that says 公开 is at least for internal use.
    public init(mark: String) {
        let bare = Self.bare(mark)
        if bare.isEmpty || Self.openMarks.contains(bare) {
            self = .open
        } else if Self.levels.contains(where: bare.contains) {
            self = .secret(mark)
        } else {
            self = .internalUse(mark)
        }
    }

    /// Of the lines of a first page: a line that is a mark and nothing else (GB/T 9704 7.2.2, `机密★1年`).
    public init(page lines: [String]) {
        self = .open
        for line in lines {
            // The whole line too: a mark set wide stands in pieces.
            for part in [line] + line.split(separator: "\t").map(String.init) {
                let bare = Self.bare(part)
                let level = bare.prefix { !"★☆*＊".contains($0) }
                if Self.levels.contains(String(level)) {
                    self = .secret(Self.trimmed(part))
                    return
                }
                let isInternal = Self.internalMarks.contains { bare.hasPrefix($0) }
                if isInternal, bare.count <= 12, self == .open { self = .internalUse(Self.trimmed(part)) }
            }
        }
    }

    /// The stricter of two.
    public func or(_ other: MailSecrecy) -> MailSecrecy { other.rank > rank ? other : self }

    /// - Parameter allowsInternal: whether a person said that what is for internal use may go.
    /// - Throws: `secret`, `forInternalUse`.
    public func check(allowsInternal: Bool) throws(Diagnostic) {
        switch self {
        case .secret(let mark): throw Diagnostic(.mail(.secret(mark)))
        case .internalUse(let mark) where !allowsInternal: throw Diagnostic(.mail(.forInternalUse(mark)))
        default: break
        }
    }

    private var rank: Int {
        switch self {
        case .open: 0
        case .internalUse: 1
        case .secret: 2
        }
    }

    private static let levels = ["绝密", "机密", "秘密", "工作秘密"]
    private static let openMarks: Set<String> = ["公开", "主动公开", "依申请公开", "非密", "不涉密"]
    private static let internalMarks = ["内部资料", "内部文件", "内部刊物", "内部参考", "内部使用", "内部掌握"]

    /// Without blanks, in Simplified characters.
    private static func bare(_ text: String) -> String {
        let forms: [Character: Character] = [
            "絕": "绝", "機": "机", "內": "内", "資": "资", "開": "开", "動": "动", "請": "请", "參": "参",
        ]
        return String(text.filter { !$0.isWhitespace }.map { forms[$0] ?? $0 })
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// What was proved of one file, and what was found.
public struct ProofReport: Sendable {
    /// The path as it was given.
    public var file: String
    public var profile: String
    public var pages: Int
    public var bytes: Int
    /// In the order of `ProofSubject`.
    public var proved: [ProofSubject]
    /// By subject, then as they stand in the document.
    public var findings: [Finding]
}

extension ProofReport {
    /// How many findings of a subject are printed one by one.
    private static let shown = 3

    /// A table for people: a line a subject, and the first places of what was found.
    ///
    /// - Parameter all: every place.
    public func table(all: Bool = false) -> String {
        var text = "\(file)：\(pages) 页，\(Self.size(bytes))，按\(profileTitle)检查\n"
        for subject in proved {
            let found = findings.filter { $0.subject == subject }
            if found.isEmpty {
                text += "  ✓ \(subject.title)\n"
                continue
            }
            let gap = String(repeating: "　", count: max(0, 4 - subject.title.count))
            text += "  ✗ \(subject.title)\(gap)　\(found.count) 处\n"
            for finding in all ? found[...] : found.prefix(Self.shown) { text += "      \(finding.line)\n" }
            if !all, found.count > Self.shown { text += "      ……另有 \(found.count - Self.shown) 处（--all 全部列出）\n" }
        }
        return text + (findings.isEmpty ? "  没有发现问题\n" : "  共 \(findings.count) 处\n")
    }

    private var profileTitle: String {
        switch profile {
        case "gb9704": "公文格式（GB/T 9704）"
        case "general": "一般文件"
        default: "版式 \(profile) "
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) / 1024) KB" : "\((bytes * 10 + (1 << 19)) >> 20 / 10) MB"
    }
}

extension Finding {
    /// `第 3 页 (28, 47.2)：……`
    public var line: String {
        var place = page.map { "第 \($0) 页" } ?? ""
        if let x, let y { place += "（\(x.plain)，\(y.plain)）" }
        return place.isEmpty ? flaw.message : place + "：" + flaw.message
    }
}

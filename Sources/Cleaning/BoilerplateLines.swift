internal import Acquisition

/// Lines that are not the article.
enum BoilerplateLines {
    static func setAside(_ draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var line = 0
        while line < scalars.count {
            let end = scalars[line...].firstIndex(of: "\n") ?? scalars.count
            let next = min(end + 1, scalars.count)
            let text = ScriptTable.shared.simplified(String(scalars[line..<end]))
            if let kind = kind(of: text) {
                draft.boilerplate.append(
                    CleanText.Boilerplate(
                        text: draft.printed(line..<end), kind: kind, range: draft.sourceRange(of: line..<end)))
                edits.append(Draft.Edit(line..<next))
            }
            line = next
        }
        draft.apply(edits)
    }

    private static func kind(of line: String) -> String? {
        guard line.unicodeScalars.count <= 90 else { return nil }
        if line.hasPrefix("首页") { return "navigation" }
        for (phrase, kind) in [
            ("新闻热线", "contact"), ("QQ群", "contact"), ("ICP备", "licence"), ("主办 地址", "licence"), ("查看原文", "related"),
            ("分享到", "share"), ("上一篇", "related"), ("下一篇", "related"),
        ] where line.contains(phrase) { return kind }
        return nil
    }
}

internal import Acquisition

/// Lines that say when and where a text was published: `发布时间：2024-05-06 浏览次数：12`, `来源：郴州日报`.
enum PublicationLines {
    /// `publication` or `source`.
    ///
    /// - Parameter isForm: whether the text is a form of labelled lines (地点：, 出席：): its `时间：` is when they met.
    static func kind(of line: ArraySlice<Unicode.Scalar>, isHead: Bool, isForm: Bool = false) -> String? {
        guard line.count <= 110, !line.contains("。"), line.count(where: { $0 == "，" }) <= 1 else { return nil }
        let inner = line.drop { $0.isSpace || "【（([".unicodeScalars.contains($0) }
        if source.isPrefix(of: inner) { return time.isFound(in: line) ? "publication" : "source" }
        if time.isFound(in: line) || counters.isFound(in: line) { return "publication" }
        if !isForm, loose.isPrefix(of: inner), isDayAndTime(inner.drop { !$0.isDigit }) { return "publication" }
        guard isHead, let first = inner.first, first.isDigit,
            let day = PublicationDate.day(at: inner.startIndex, in: inner)
        else { return nil }
        // A day alone, or with its time, its source and the like.
        let rest = inner[day.end...].drop { $0.isSpace || $0.isDigit || $0 == ":" || $0 == "：" }
        return rest.isEmpty || source.isPrefix(of: rest) || CreditLines.isCredit(rest) || rest.count <= 12
            ? "publication" : nil
    }

    /// `2024-05-06 10:22`: a notice's `时间：2024年5月6日上午九时` is when it meets.
    private static func isDayAndTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let day = PublicationDate.day(at: text.startIndex, in: text) else { return false }
        return text[day.end...].first { !$0.isSpace }.map { $0.isDigit } ?? true
    }

    private static let source = Phrases("来源： 来源: 来源 稿源： 稿件来源 信息来源 文章来源 新闻来源 消息来源 本文来源 图片来源 素材来源 转自： 来自：")
    private static let time = Phrases("发布时间 发布日期 发表时间 更新时间 录入时间 发稿时间 编辑时间 公开日期 发布于 发表于")
    private static let counters = Phrases("浏览次数 浏览量： 点击数 点击量： 点击率 阅读次数 阅读量： 访问次数 阅读： 浏览： 点击： 字体： 字号：")
    private static let loose = Phrases("时间： 日期： 时间: 日期:")
}

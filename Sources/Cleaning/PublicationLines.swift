internal import Acquisition

/// Lines that say when and where a text was published: `发布时间：2024-05-06 浏览次数：12`, `来源：郴州日报`.
enum PublicationLines {
    /// `publication` or `source`.
    ///
    /// - Parameter isForm: whether the text is a form of labelled lines (地点：, 出席：): its `时间：` is when they met.
    static func kind(of line: ArraySlice<Unicode.Scalar>, isHead: Bool, isForm: Bool = false) -> String? {
        guard line.count <= 110, !line.contains("。"), line.count(where: { $0 == "，" }) <= 1 else { return nil }
        let inner = line.drop { $0.isSpace || "【（([".unicodeScalars.contains($0) }
        if isSource(inner) { return time.isFound(in: line) ? "publication" : "source" }
        if isPaper(inner) { return "source" }
        if time.isFound(in: line) || counters.isFound(in: line) { return "publication" }
        if !isForm, loose.isPrefix(of: inner), isDayAndTime(inner.drop { !$0.isDigit }) { return "publication" }
        if isHead, isOutletAndDay(inner) { return "publication" }
        guard isHead, let first = inner.first, first.isDigit,
            let day = PublicationDate.day(at: inner.startIndex, in: inner)
        else { return nil }
        // A day alone, or with its time, its source and the like.
        // 10:22, and of a machine's time T10:22:05+08:00
        let rest = inner[day.end...].drop { $0.isSpace || $0.isDigit || ":：T+.Z".unicodeScalars.contains($0) }
        return rest.isEmpty || source.isPrefix(of: rest) || CreditLines.isCredit(rest) || rest.count <= 12
            ? "publication" : nil
    }

    /// `2024-05-06 10:22`: a notice's `时间：2024年5月6日上午九时` is when it meets.
    private static func isDayAndTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let day = PublicationDate.day(at: text.startIndex, in: text) else { return false }
        return text[day.end...].first { !$0.isSpace }.map { $0.isDigit } ?? true
    }

    /// `来源：临江日报`, `来源 | 临江发布`; 来源广泛的 begins a sentence.
    private static func isSource(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let length = source.prefix(of: line)
        guard length > 0 else { return false }
        let next = line.dropFirst(length).first
        return line[line.startIndex + length - 1] == "：" || line[line.startIndex + length - 1] == ":"
            || next.map { !$0.isHan || $0 == "丨" || $0 == "于" } ?? true
    }

    /// `《临江日报》（2024年05月06日 03版）`: the paper, the day and the page.
    static func isPaper(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.first == "《", line.count <= 40, let close = line.firstIndex(of: "》"), close > line.startIndex + 2,
            "报刊志".unicodeScalars.contains(line[close - 1])
        else { return false }
        let rest = line[(close + 1)...].drop { $0.isSpace || $0 == "（" || $0 == "(" }
        return rest.first?.isDigit ?? false && rest.contains("版")
    }

    /// `临江日报 2024-05-06 10:22`
    private static func isOutletAndDay(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.count <= 40, let space = line.firstIndex(where: \.isSpace), space - line.startIndex <= 14,
            line[..<space].allSatisfy(\.isHan)
        else { return false }
        let rest = line[space...].drop { !$0.isDigit }
        guard rest.startIndex - space <= 3, let day = PublicationDate.day(at: rest.startIndex, in: rest) else {
            return false
        }
        return line[day.end...].allSatisfy { $0.isSpace || $0.isDigit || $0 == ":" || $0 == "：" }
            || line[day.end...].contains { $0 == ":" }
    }

    private static let source = Phrases("来源： 来源: 来源 稿源： 稿件来源 信息来源 文章来源 新闻来源 消息来源 本文来源 图片来源 素材来源 转自： 来自：")
    private static let time = Phrases("发布时间 发布日期 发布日期： 上版日期 发表时间 更新时间 录入时间 发稿时间 编辑时间 公开日期 发布于 发表于")
    private static let counters = Phrases("点阅次数 点阅数 点阅： 浏览次数 浏览量： 点击数 点击量： 点击率 阅读次数 阅读量： 访问次数 阅读： 浏览： 点击： 字体： 字号：")
    private static let loose = Phrases("时间： 日期： 时间: 日期:")
}

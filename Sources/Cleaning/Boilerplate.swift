internal import Acquisition

/// Sets aside what is not the article: whole lines, and the datelines and credits at either end of one.
struct Boilerplate {
    /// The draft's text in Simplified characters: same count.
    let text: [Unicode.Scalar]
    let origins: [Range<Int>]
    /// Lines without their line ends.
    let lines: [Range<Int>]
    /// The first and the last line that is prose, if there is any.
    let prose: ClosedRange<Int>?
    /// Whether lines begin with the labels of minutes.
    let isForm: Bool
    /// Whether it tells of a press conference: its 发布人 are officials.
    let isPress: Bool

    static func setAside(_ draft: inout Draft, script: CleanText.Script) {
        // Where a line was parted or words were taken out of it, what is left is looked at once more.
        for _ in 0..<4 where !pass(over: &draft, script: script) { return }
    }

    /// Returns whether what is left has to be looked at again.
    private static func pass(over draft: inout Draft, script: CleanText.Script) -> Bool {
        var isParted = false
        let rule = Boilerplate(draft.scalars, draft.origins, script: script)
        var edits: [Draft.Edit] = []
        var found: [(range: Range<Int>, kind: String)] = []
        let kinds = rule.lineKinds(asides: rule.asides(draft))
        var passed = -1
        for (index, line) in rule.lines.enumerated() where index > passed {
            if let last = rule.bracketedLines(from: index) {
                let whole = line.lowerBound..<rule.lines[last].upperBound
                found.append((whole, "credit"))
                edits.append(Draft.Edit(whole.lowerBound..<min(whole.upperBound + 1, rule.text.count)))
                passed = last
                continue
            }
            if let kind = kinds[index] {
                found.append((line, kind))
                edits.append(Draft.Edit(line.lowerBound..<min(line.upperBound + 1, rule.text.count)))
                continue
            }
            let parts = LineParts(text: rule.text, line: line, origins: rule.origins).parts()
            found += parts
            isParted =
                isParted
                || parts.contains {
                    $0.kind == "caption" || $0.kind == "dateline" && $0.range.lowerBound > line.lowerBound
                }
            let left = line.count - parts.reduce(0) { $0 + $1.range.count }
            if left == 0, !parts.isEmpty {
                edits.append(Draft.Edit(line.lowerBound..<min(line.upperBound + 1, rule.text.count)))
            } else {
                // A dateline in a line parts the title before it from the text.
                edits += parts.map {
                    Draft.Edit(
                        $0.range, with: $0.kind == "dateline" && $0.range.lowerBound > line.lowerBound ? ["\n"] : [])
                }
            }
        }
        // 发布日期： says more than the day of a page's head.
        if draft.published == nil {
            for part in found where part.kind == "publication" && labelled.isFound(in: rule.text[part.range]) {
                draft.published = draft.published ?? PublicationDate.stated(in: rule.text[part.range])
            }
        }
        for part in found {
            if draft.published == nil, part.kind != "related", part.kind != "dateline" {
                draft.published = PublicationDate.stated(in: rule.text[part.range])
            }
            var range = part.range
            while let first = range.first, rule.text[first].isSpace { range = first + 1..<range.upperBound }
            if range.isEmpty { continue }
            draft.boilerplate.append(
                CleanText.Boilerplate(
                    text: draft.printed(range), kind: part.kind, range: draft.sourceRange(of: range)))
        }
        draft.apply(edits)
        return isParted
    }

    private init(_ scalars: [Unicode.Scalar], _ origins: [Range<Int>], script: CleanText.Script) {
        self.origins = origins
        text = script == .hant ? scalars.map(ScriptTable.shared.simplified) : scalars
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: "\n") ?? text.count
            lines.append(start..<end)
            start = end + 1
        }
        self.lines = lines
        let text = text
        isPress =
            lines.contains { Self.releasers.isPrefix(of: text[$0].drop(while: \.isSpace)) }
            && Self.press.isFound(in: text[...])
        isForm = lines.contains { Self.labels.isPrefix(of: text[$0].drop(while: \.isSpace)) }
        func isProse(_ line: Range<Int>) -> Bool {
            line.count >= 40 && text[line].contains("。") && !Self.legal.isFound(in: text[line].prefix(30))
        }
        if let first = lines.firstIndex(where: isProse), let last = lines.lastIndex(where: isProse) {
            prose = first...last
        } else {
            prose = nil
        }
    }

    /// Whether HTML says of a line that it stands beside the article.
    private func asides(_ draft: Draft) -> [Bool] {
        let blocks = draft.source.blocks
        guard blocks.contains(where: { $0.part == .aside }) else { return [] }
        var block = 0
        return lines.map { line in
            let at = draft.origins[line.lowerBound].lowerBound
            while block + 1 < blocks.count, blocks[block].range.upperBound <= at { block += 1 }
            return blocks[block].range.contains(at) && blocks[block].part == .aside
        }
    }

    // MARK: Whole lines

    private func lineKinds(asides: [Bool]) -> [String?] {
        var kinds: [String?] = []
        kinds.reserveCapacity(lines.count)
        var inRelated = false
        for index in lines.indices {
            let line = text[lines[index]]
            let isAside = index < asides.count && asides[index]
            var kind = line.count <= 160 ? kind(of: line, at: index, previous: kinds.last ?? nil) : nil
            if kind == nil, inRelated, line.count <= 45, !line.contains("。") { kind = "related" }
            inRelated = kind == "related" && (inRelated || Self.listHeadings.isPrefix(of: trimmed(line)))
            if kind == nil, isAside { kind = "furniture" }
            kinds.append(kind)
        }
        return kinds
    }

    /// The last of two to four lines that one bracket holds and that name the editors: `[编辑:` `张三 审核:李四` `]`.
    private func bracketedLines(from index: Int) -> Int? {
        let first = text[lines[index]].drop(while: \.isSpace)
        guard let open = first.first, open == "[" || open == "【", lines[index].count <= 20,
            CreditLines.labels.isPrefix(of: first.dropFirst())
        else { return nil }
        let close: Unicode.Scalar = open == "[" ? "]" : "】"
        guard !first.contains(close) else { return nil }
        for last in index + 1..<min(index + 4, lines.count) where lines[last].count <= 60 {
            if text[lines[last]].contains(close) { return last }
        }
        return nil
    }

    private func kind(of line: ArraySlice<Unicode.Scalar>, at index: Int, previous: String?) -> String? {
        let isHead = prose.map { index < $0.lowerBound } ?? true
        let isTail = prose.map { index > $0.upperBound } ?? (index > 0)
        let inner = trimmed(line)
        guard !inner.isEmpty else { return line.count <= 20 ? "furniture" : nil }
        if inner.allSatisfy(Self.isOrnament), line.count <= 20 { return "furniture" }
        if isNavigation(line, inner, previous: previous, isHead: isHead) { return "navigation" }
        if Self.related.isPrefix(of: inner), !line.contains("。") { return "related" }
        if isShare(line, inner) { return "share" }
        if let kind = PublicationLines.kind(of: line, isHead: isHead, isForm: isForm) { return kind }
        if LineParts(text: text, line: lines[index], origins: origins).isDateline { return "dateline" }
        if CreditLines.isCredit(inner), !(isPress && Self.releasers.isPrefix(of: inner)) { return "credit" }
        if isHead || isTail {
            // The last words of a line that is prose are taken off it, not the line.
            if Self.legal.isFound(in: line.contains("。") ? line.prefix(30) : line) { return "licence" }
            if line.count <= 60, !line.contains("。"), Self.perhapsLegal.isFound(in: line) { return "licence" }
            if Self.contactPerson.isPrefix(of: inner), line.count <= 24 { return "contact" }
            if Self.contact.isFound(in: line), hasNumberOrAddress(line) { return "contact" }
        }
        if isHead || isTail, let kind = FurnitureLines.kind(of: line, inner) { return kind }
        if isTemplate(line) { return "template" }
        if isCaption(line) { return "caption" }
        return isHead ? headLabel(line, at: index) : nil
    }

    /// Without the brackets, squares and strokes that such lines are dressed with.
    private func trimmed(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        func isDress(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isSpace || "（）()【】[]［］■□●•◆◇★▪·|｜-—*>＞《".unicodeScalars.contains(scalar)
        }
        var inner = line
        while let first = inner.first, isDress(first) { inner = inner.dropFirst() }
        while let last = inner.last, isDress(last) { inner = inner.dropLast() }
        return inner
    }

    private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        "▼▲△▽↓↑→←○●■□◆…_=~～".unicodeScalars.contains(scalar) || scalar.isSpace
    }

    private func isNavigation(
        _ line: ArraySlice<Unicode.Scalar>, _ inner: ArraySlice<Unicode.Scalar>, previous: String?, isHead: Bool
    ) -> Bool {
        guard line.count <= 100, !line.contains("。"), let last = line.last else { return false }
        let separators = line.count {
            $0 == ">" || $0 == "»" || $0 == "›" || $0 == "|" || $0 == "｜" || $0 == "→" || $0 == "＞"
        }
        if Self.position.isPrefix(of: inner) { return separators > 0 || line.count <= 12 || line.contains("/") }
        let endsOpen = last == "/" || last == ">" || last == "»" || last == "›" || last == "＞"
        if endsOpen, line.count <= 14 { return true }
        if separators >= 2, line.count / (separators + 1) <= 9 { return true }
        // What stands behind the last stroke of a broken up breadcrumb.
        return isHead && previous == "navigation" && line.count <= 12 && line.allSatisfy(\.isHan)
            && breadcrumbIsOpen(before: line.startIndex)
    }

    private func breadcrumbIsOpen(before start: Int) -> Bool {
        guard start >= 2 else { return false }
        return "/>»›＞".unicodeScalars.contains(text[start - 2])
    }

    private func isShare(_ line: ArraySlice<Unicode.Scalar>, _ inner: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.count <= 50, !line.contains("。") else { return false }
        if Self.sharing.isPrefix(of: inner) { return true }
        let words = Self.buttons.ranges(in: line).reduce(0) { $0 + $1.count }
        let letters = line.count { $0.isHan || $0.isLatinOrDigit }
        return words > 0 && words * 10 >= letters * 7
    }

    private func hasNumberOrAddress(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        line.count(where: \.isDigit) >= 5 || line.contains("@") || Self.owners.isFound(in: line)
    }

    /// A filling of a page's template: few characters over and over.
    private func isTemplate(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        line.count >= 30 && Set(line).count * 5 < line.count
    }

    private func isCaption(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = line.first, prose != nil else { return false }
        if line.count <= 60, Self.pictures.isSuffix(of: line) { return true }
        if first == "▲" || first == "△" || first == "▼" { return true }
        return line.count <= 80 && line.starts(with: "图为".unicodeScalars) && (line.last == "摄" || line.contains("摄"))
    }

    /// A short line over or under the title: the section it stood in, or who published it.
    private func headLabel(_ line: ArraySlice<Unicode.Scalar>, at index: Int) -> String? {
        guard line.count <= 12, line.allSatisfy(\.isHan), let prose, index < 3, lines.count > index + 1 else {
            return nil
        }
        let isNext = index + 1 == prose.lowerBound
        if !isNext, line.count <= 8, index == 0, Self.sections.isSuffix(of: line) { return "navigation" }
        return isNext && index > 0 && Self.publishers.isSuffix(of: line) ? "source" : nil
    }

    // MARK: Phrases

    private static let labels = Phrases(
        "地点： 会议地点： 地 点： 主持： 主持人： 主 持： 会议主持： 出席： 出席人员： 出 席： 列席： 列席人员： 参会人员： 参加人员： 地点: 主持: 主持人: 出席: 列席:")

    /// The name of a picture's file.
    private static let pictures = Phrases(".jpg .jpeg .png .gif .JPG .PNG .bmp .webp")
    private static let labelled = Phrases("发布日期 发布时间 发表时间 发表日期 发布于")
    private static let releasers = Phrases("发布人： 发布人: 主发布人： 新闻发布人：")
    private static let press = Phrases("新闻发布会 吹风会 记者招待会 通气会")

    private static let position = Phrases(
        "首页 主页 网站首页 现在位置 当前位置 您当前位置 当前您的位置 位置： 位置: 您的位置 你的位置 您现在的位置 您当前的位置 当前所在位置 所在位置 现在的位置 您所在的位置")
    private static let listHeadings = Phrases(
        "相关链接 相关阅读 相关新闻 相关文章 相关报道 延伸阅读 推荐阅读 热点推荐 热点新闻 热门新闻 热门文章 猜你喜欢 点击排行 最新文章 最新资讯")
    private static let related = Phrases(
        "上一篇 下一篇 上一条 下一条 上一页 下一页 前一篇 后一篇 相关链接 相关阅读 相关新闻 相关文章 相关报道 延伸阅读 推荐阅读 热点推荐 热点新闻 热门新闻 热门文章 更多精彩 更多新闻 更多内容 查看原文 阅读原文 原文链接 返回搜狐 点击查看 猜你喜欢 点击排行 最新文章 最新资讯 返回列表 回上一页 返回顶部 返回首页 回到顶部 附件下载"
    )
    private static let sharing = Phrases("友善列印 转寄好友 分享到 分享至 分享： 分享: 扫一扫 微信扫一扫 用微信扫 打开微信 长按识别 扫码关注 关注我们")
    private static let buttons = Phrases(
        "打印本页 打印 列印 友善列印 回上一页 回首页 关闭窗口 关闭本页 关闭 收藏本页 收藏 微信 微博 QQ空间 朋友圈 点赞 字号 字体 放大 缩小 大 中 小 返回 复制链接 分享 举报 评论 收听 纠错")
    private static let legal = Phrases(
        "ICP备 ICP证 网安备 互联网新闻信息服务 网站标识码 版权所有 Copyright copyright © Rights 未经授权 转载请注明 版权声明 免责声明 此文版权 网站地图 关于我们 主办单位： 承办单位： 主办地址 不良信息 广告声明 版权声明 特别声明 郑重声明 仅代表作者 版权均属 版权归 凡注明 IPv6 声明：转载 声明：本文 若有侵权 如有侵权 涉嫌侵权 侵权必究 侵权请"
    )
    /// Words of news too: they count in short lines without a full stop.
    private static let perhapsLegal = Phrases(
        "许可证 法律顾问 浏览器 技术支持 访问量 主办： 承办： 声明： 信息存储服务 侵权 本文系")
    private static let contact = Phrases(
        "联络人： 联络人: 联络电话 热线 QQ群 QQ： 客服电话 客服邮箱 举报电话 监督电话 投稿 爆料 联系电话 联系我们 联系方式 传真 邮编 邮箱 E-mail 电话： 地址：")
    private static let contactPerson = Phrases("联络人： 联络人: 联系人： 联系人: 新闻联络人： 业务联系人：")
    private static let owners = Phrases("主办 社址 报社")
    private static let sections = Phrases("新闻 动态 要闻 资讯 快讯 时政 报道 公告 频道 专栏 中心")
    private static let publishers = Phrases("报 社 网 台 电视台 客户端 部 委 局 厅 办 办公室 中心 政府 委员会 宣传部 频道 新闻")
}

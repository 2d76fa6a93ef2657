/// Lines that belong to the page: page counters, prompts to download, follow or comment, menus, end marks.
enum FurnitureLines {
    /// `navigation`, `share` or `furniture`.
    /// - Parameters:
    ///   - line: a line over or under the article's prose.
    ///   - inner: the same without the brackets and strokes around it.
    static func kind(of line: ArraySlice<Unicode.Scalar>, _ inner: ArraySlice<Unicode.Scalar>) -> String? {
        guard line.count <= 60, !line.contains("。"), !speech.isFound(in: line) else { return nil }
        if isPageCounter(line) { return "navigation" }
        if isEnd(inner) { return "furniture" }
        if isMenu(line) { return "navigation" }
        if line.count <= 40, prompts.isFound(in: line) { return "share" }
        if line.count <= 40, visitors.isFound(in: line) { return "furniture" }
        return nil
    }

    /// `第1页/共3页`, `首页 上一页 1 2 3 下一页 尾页`, `[1] [2] 下一页`: words of paging and figures, nothing else.
    private static func isPageCounter(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let found = paging.ranges(in: line)
        guard !found.isEmpty, line.contains(where: \.isDigit) || found.count > 1 else { return false }
        var at = line.startIndex
        for word in found + [line.endIndex..<line.endIndex] {
            for scalar in line[at..<word.lowerBound] where scalar.isHan || scalar.isLatin { return false }
            at = word.upperBound
        }
        return found.contains { line[$0].last == "页" }
    }

    private static func isEnd(_ inner: ArraySlice<Unicode.Scalar>) -> Bool {
        let core = inner.filter { !$0.isSpace && $0 != "－" && $0 != "·" && $0 != "." }
        return core.count <= 4 && ends.contains { core.elementsEqual($0) }
    }

    /// `首页 要闻 时政 视频`: three and more short words, some of which only a site's menu has.
    private static func isMenu(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let words = line.split { $0.isSpace || $0 == "|" || $0 == "｜" }
        guard words.count >= 3, words.allSatisfy({ $0.count <= 7 && !$0.contains("，") && !$0.contains("：") }) else {
            return false
        }
        return words.count(where: { menu.prefix(of: $0) == $0.count }) * 2 >= words.count
    }

    private static let speech = Phrases("强调 指出 要求 会议 主持 出席 审议")
    private static let paging = Phrases("首页 上一页 下一页 上页 下页 尾页 末页 前页 后页 页 共 第 当前 条 跳转 转到 到 跳至 总")
    private static let ends: [[Unicode.Scalar]] = ["END", "End", "end", "完", "全文完", "本文完", "正文完", "The"].map {
        Array($0.unicodeScalars)
    }
    private static let menu = Phrases(
        "首页 网站首页 主页 新闻 新闻中心 要闻 时政 社会 视频 图片 专题 专题专栏 政务 政务公开 政府信息公开 信息公开 互动交流 政民互动 政务服务 办事服务 公告 通知公告 评论 财经 经济 教育 文化 体育 旅游 健康 党建 数据 数据开放 走进 无障碍阅读 无障碍 长者模式 关怀版 适老化 繁體 繁体 简体 English 登录 注册 搜索 新闻动态 领导之窗 机构概况 机构设置 联系我们 网站地图 关于我们 下载 客户端 电子报 数字报 直播 热点 本地 国内 国际"
    )
    private static let prompts = Phrases(
        "APP阅读 App阅读 扫码阅读 扫码下载 阅读全文 下载客户端 客户端下载 客户端，看 二维码 微信公众号 公众号： 抖音号 视频号： 快手号 官方微信 官方微博 手机版 听全文 用手机看 关注我们 点击上方 点击蓝字 上方蓝字 在看点 点亮在看 个在看 在看 分享让更多 分享给更多 长按识别 扫描关注 扫码关注 点击关注 登录后发表 我要评论 发表评论 网友评论 条评论 发表于 点赞 打开APP 打开客户端 下载APP 下载App 扫一扫"
    )
    private static let visitors = Phrases(
        "主内容区 主要内容区 跳到主要内容 主选单 网站导览 市府分类 主题分类 施政分类 已被浏览 次浏览 位访客 位访问者 访问人数 友情链接 IPv6 ipv6 无障碍 长者模式 适老化 欢迎访问 欢迎光临 今天是 索引号 往期推荐 往期回顾 精彩推荐 精彩回顾 本版导读 点击下载 下载附件 打印本稿 关键词： 关键词: 关键字： 标签： 标签: 报料 爆料 维权通道 朗读 语音播报"
    )
}

/// Who wrote, photographed, edited and checked: `■ 首席记者 张科勇`, `责任编辑：杨靖`, `中国环境报记者张铭贤`.
enum CreditLines {
    /// - Parameter line: without the brackets and squares around it.
    static func isCredit(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.count <= 90, !line.contains("。"), !line.contains("！"), !line.contains("？") else { return false }
        if labels.isPrefix(of: line) || isMarkedRole(line) { return line.count(where: { $0 == "，" }) <= 1 }
        if PersonNames.areNames(line, most: 3), line.count <= 12 { return false }
        if photographed.isSuffix(of: line), line.count <= 70, !line.contains("，") { return true }
        return endsWithNames(line)
    }

    /// `记者 张三 通讯员 李四`: behind the last word for a writer come names, before the first the name of a paper.
    static func endsWithNames(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard line.count <= 70, !line.contains("，") else { return false }
        let found = writers.ranges(in: line)
        guard let first = found.first, first.lowerBound - line.startIndex <= 16 else { return false }
        guard !verbs.isFound(in: line) else { return false }
        for (index, word) in found.enumerated() {
            let end = index + 1 < found.count ? found[index + 1].lowerBound : line.endIndex
            var names = line[word.upperBound..<end]
            while let last = names.last, isTitle(last) { names = names.dropLast() }
            names = names.drop { $0.isSpace || $0 == "/" || $0 == "·" || $0 == "：" || $0 == ":" }
            guard !names.contains("：") else { return false }
            names = withoutOutlet(names)
            let works = withoutWorks(names)
            names = works[...]
            // Between 全媒体 and 记者 there is nothing but the paper's name.
            if index + 1 < found.count, names.isEmpty || names.count <= 6 && !PersonNames.areNames(names) { continue }
            guard PersonNames.areNames(names) || areRunTogether(names) else { return false }
        }
        return true
    }

    /// A part of a line is a credit: what stands in a bracket behind the last sentence.
    static func isCreditPart(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        if part.count == 1, part.first == "完" { return true }
        if labels.isPrefix(of: part) || isMarkedRole(part) || endsWithNames(part) { return true }
        if writers.prefix(of: part) == part.count || isByOffice(part) { return true }
        if PersonNames.areNames(part, most: 4) || isOffice(part) || isNameBehindOffice(part) || isApp(part) {
            return true
        }
        return photographed.isSuffix(of: part) || (reported.isSuffix(of: part) && !part.contains("。"))
    }

    /// `（临江市人民检察院）` behind the last sentence: who sent the text in.
    private static func isOffice(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        (6...20).contains(part.count) && part.allSatisfy(\.isHan) && offices.isSuffix(of: part)
            && !notOffice.isPrefix(of: part)
    }

    /// `（甲江县林业发展中心 何立群）` behind the last sentence.
    private static func isNameBehindOffice(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        let words = part.split(whereSeparator: \.isSpace)
        guard words.count == 2, (4...18).contains(words[0].count), (2...3).contains(words[1].count) else {
            return false
        }
        return words.allSatisfy { $0.allSatisfy(\.isHan) } && seats.isSuffix(of: words[0])
    }

    /// `（临江新闻APP）` behind the last sentence: where it was published.
    private static func isApp(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        (4...14).contains(part.count) && apps.isSuffix(of: part) && part.allSatisfy { $0.isHan || $0.isLatinOrDigit }
    }

    private static let apps = Phrases("APP App app 客户端 微信公众号 公众号 新闻网 微信号 政府网 日报 晚报 晨报 在线 电视台 法院网 文明网 信息网")
    private static let seats = Phrases("中心 局 厅 院 校 委 办 部 会 政府 办公室 街道 社区 镇 乡 大队 支队 公司 集团 学院 大学 医院")
    private static let offices = Phrases("检察院 法院 宣传部 办公室 融媒体中心 委员会 人民政府 公安局 教育局 统战部 组织部 新闻中心 党校")
    private static let notOffice = Phrases("以下 简称 原 即 含 包括 不含")

    /// `党委宣传部 文/张三 图/李四`: whose, and then who wrote and photographed.
    private static func isByOffice(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        guard part.count <= 40, !part.contains("，"), let space = part.firstIndex(where: \.isSpace) else { return false }
        let rest = part[space...].drop(while: \.isSpace)
        return byWork.isPrefix(of: rest)
    }

    private static let byWork = Phrases("文/ 图/ 文图/ 图文/ 文/图 摄/ 文： 图：")

    /// `编辑 | 陈科勇`, `责编丨何立群`: a role and the stroke behind it.
    static func isMarkedRole(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let length = roles.prefix(of: line)
        guard length > 0 else { return false }
        let rest = line.dropFirst(length).drop(while: \.isSpace)
        return rest.first.map { "|｜丨︱┃/".unicodeScalars.contains($0) } ?? false
    }

    /// `陆晴静 临江晚报`: behind a name the paper of the next writer.
    private static func withoutOutlet(_ names: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let space = names.lastIndex(where: \.isSpace), outlets.isFound(in: names[space...]) else { return names }
        var names = names[..<space]
        while let last = names.last, last.isSpace { names = names.dropLast() }
        return names
    }

    /// `何立群/文 陈科勇/摄`: what each of them did.
    private static func withoutWorks(_ names: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(names.count)
        var place = names.startIndex
        while place < names.endIndex {
            if names[place] == "/" || names[place] == "／", place + 1 < names.endIndex,
                "文图摄".unicodeScalars.contains(names[place + 1]),
                place + 2 >= names.endIndex || names[place + 2].isSpace
            {
                place += 2
                continue
            }
            out.append(names[place])
            place += 1
        }
        return out
    }

    private static func isTitle(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSpace || "文图摄）)/".unicodeScalars.contains(scalar)
    }

    /// 张铭贤, 黄铮: a name right behind the word.
    private static func areRunTogether(_ names: ArraySlice<Unicode.Scalar>) -> Bool {
        (2...3).contains(names.count) && names.allSatisfy(\.isHan)
    }

    static let labels = Phrases(
        "编译/ 编译： 素材来源 责任编辑 责编 本文编辑 编辑： 编辑/ 编辑| 编辑: 编审: 审核: 编审： 编审/ 审核： 审核/ 审核| 审核人 校对 初审 复审 终审 二审 三审 一审 监制： 统筹： 统筹/ 策划： 策划/ 撰稿 撰文 采写： 采写/ 供稿 供图 来稿 作者： 作者/ 文字： 摄影： 摄影/ 图片： 文/ 文： 文| 图/ 图： 图| 文图/ 图文/ 文/图 图/文 记者： 记者/ 通讯员： 值班编辑 值班主任 责任校对 版式 美编 制作： 配音： 剪辑： 视频： 审签 签发： 录入： 发布人 发布者 投稿人 上传："
    )
    static let writers = Phrases(
        "首席记者 全媒体记者 融媒体记者 见习记者 实习记者 特约记者 本报记者 本报首席记者 本网记者 本台记者 总台记者 新媒体记者 摄影记者 摄影 摄像 记者 特约通讯员 通讯员 实习生 首席编辑 校对 编辑 责编 一审 二审 三审"
    )
    private static let roles = Phrases(
        "来源 素材来源 图片来源 文字来源 编辑 责编 责任编辑 校对 审核 审校 记者 总台记者 通讯员 文 图 文字 图片 摄影 视频 设计 制作 监制 作者 撰文 统筹 编审 编译 值班编委 值班主编 主编 策划 出品 剪辑 美编 供稿 供图"
    )
    private static let outlets = Phrases("报 网 新闻 台 社 客户端 融媒")
    private static let photographed = Phrases("摄 供图 摄影 供稿 摄影报道")
    private static let reported = Phrases("报道 报导")
    private static let verbs = Phrases("获悉 了解 采访 表示 介绍 看到 发现 招待 协会 提问 问 答 说 站 节 会见 证 走访")
}

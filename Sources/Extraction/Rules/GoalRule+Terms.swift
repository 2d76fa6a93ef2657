import Cleaning

/// Lines and policies that everyone knows by name, printed without quotation marks: `全过程人民民主`, `健康中国战略`.
extension GoalRule {
    static let terms = Vocabulary([
        (
            .term,
            """
            中国式现代化 全过程人民民主 总体国家安全观 新安全格局 人类命运共同体 中国梦 人才强国 人才强省 人才强市 科教兴国 系统观念 党的自我革命 人民至上 国内大循环 全国统一大市场 \
            科学发展观 统一战线 党务公开 党内民主 中华民族现代文明 普惠金融 人民币国际化 稳健的货币政策 积极的财政政策 适度宽松的货币政策 因城施策 依法治省 依法治市 依法治县 依法治校 \
            依法治企 依法治院 健康中国 数字中国 平安中国 法治中国 美丽中国 教育强国 科技强国 文化强国 体育强国 交通强国 网络强国 制造强国 质量强国 海洋强国 农业强国 贸易强国 航天强国 \
            金融强国 旅游强国 乡村振兴战略 全面从严治党战略 长三角一体化 京津冀协同发展 粤港澳大湾区建设 成渝地区双城经济圈建设 黄河流域生态保护和高质量发展 供给侧结构性改革 \
            中华民族共同体意识 社会主义核心价值观 新时代党的建设总要求 新时代党的组织路线 新时代党的治藏方略 新时代党的治疆方略 网格化管理 预算管理一体化 \
            积极应对人口老龄化 就业优先战略 创新驱动发展战略 区域协调发展战略 全面依法治国 诉源治理 共同富裕示范区 共同缔造 宜居宜业和美乡村 耕地保护红线 生态保护红线 东西部协作 以工代赈 绿色低碳发展 中华民族共同体建设 习近平文化思想 习近平经济思想 习近平法治思想 习近平外交思想 习近平强军思想 \
            新型电力系统 新型能源体系 以人民为中心的发展思想 新时代文明实践活动 新的文化使命 人与自然和谐共生的现代化 人与自然和谐共生的中国式现代化 全球发展倡议 全球安全倡议 全球文明倡议 国之大者 \
            科技自立自强 生态文明建设 全面推进依法治国 传承红色基因 统筹好发展和安全
            """
        ),
        (.termHead, "战略 行动 倡议 工程 国家战略"),
        (
            .campaign,
            "专项行动 专项整治 专项整治行动 三年行动 攻坚行动 提升行动 整治行动 治理行动 防治行动 保护行动 三年行动计划 提升计划 支持计划 激励计划 培养计划 扶持计划 攻坚战"
        ),
        (
            .front,
            "完成 抓好 搞好 做好 启动 开展 底前 介绍 延长 借助 结合 投入到 一场场 当前 目前 打响 部署 召开 纳入 参与 参加 配合 通过 依托 按照 根据 持续 扎实 深入 统筹 全面 认真 组织 积极 深化 结对 缓解 批复 同意 关注 鼓励 引导 宣传 深耕 全力 奋战 迎战 投身 聚力 响应 作为"
        ),
        (.strategic, "转折 合作 伙伴 支点 性 腹地 机遇 需求 枢纽 安全 部署 意图 决战 反攻 竞争 沟通 互信 对接 资源"),
        (.principleEnd, "至上 优先 第一 为先 为本 为要 当头 治理 治污 为重"),
        (.finite, "提出 记录 助推 建立 就需 需要 获得 走进 获评 赢得 成为 召开 举办 举行 引导 牵头 行进 现场建立 取得 获 亮相 来到 进行"),
        (.termBody, "局 部 办 处 科 司 委 会 院 中心 学院 基地 研究 工作部 工作领导小组 系 报 网 智库 专栏"),
    ])

    /// A term that starts at a place, with 战略 or 行动 behind it; none where it is the first part of a body's name.
    func term(_ place: Int, _ range: Range<Int>) -> Goal? {
        let length = terms.longest(.term, in: text, at: place, before: range.upperBound)
        guard length > 0 else { return nil }
        let end = place + length
        if terms.longest(.termBody, in: text, at: end, before: range.upperBound) > 0 { return nil }
        // 在科技自立自强上再发力: a field of work.
        if place > range.lowerBound, text[place - 1] == "在", end < range.upperBound, text[end] == "上" { return nil }
        let head = terms.longest(.termHead, in: text, at: end, before: range.upperBound)
        return Goal(range: place..<row(place, end + head, range), kind: "named", rule: "goal.term")
    }

    /// `甲倡议、乙倡议、丙倡议`: terms side by side with one last word are one goal.
    private func row(_ place: Int, _ end: Int, _ range: Range<Int>) -> Int {
        var end = end
        while end + 3 < range.upperBound, text[end] == "、" {
            let next = end + 1 + terms.longest(.term, in: text, at: end + 1, before: range.upperBound)
            guard next > end + 3, text[next - 1] == text[end - 1], text[next - 2] == text[end - 2] else { break }
            end = next
        }
        return end
    }
}

extension Vocabulary.Class {
    static let term = Self(bit: 0)
    fileprivate static let termHead = Self(bit: 1)
    fileprivate static let termBody = Self(bit: 2)
    /// What the name of an undertaking ends with, whatever stands before it.
    static let campaign = Self(bit: 3)
    /// Stands before an undertaking's name and is no part of it.
    static let front = Self(bit: 4)
    /// Behind 战略: the first noun of something else.
    static let strategic = Self(bit: 5)
    /// Says what comes first.
    static let principleEnd = Self(bit: 6)
    /// Verbs behind a quotation that is their subject or stands before them.
    static let finite = Self(bit: 7)
}

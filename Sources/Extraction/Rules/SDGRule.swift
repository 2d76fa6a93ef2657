/// Which of the seventeen goals of the United Nations a statement speaks of, by the words of their indicators.
enum SDGRule {
    /// Numbers in rising order, and the words that led to them in the order of the text.
    static func goals(in text: [Unicode.Scalar], _ range: Range<Int>) -> (numbers: [Int], words: [Range<Int>]) {
        var bits: UInt64 = 0
        var found: [Range<Int>] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let match = lexicon.longestWithClass(in: text, at: place, before: range.upperBound)
            if match.length > 0 {
                bits |= match.classes
                found.append(place..<place + match.length)
                place += match.length
            } else {
                place += 1
            }
        }
        guard bits != 0 else { return ([], []) }
        return ((1...17).filter { bits & (1 << UInt64($0)) != 0 }, found)
    }

    private static func goal(_ number: UInt64) -> Vocabulary.Class { Vocabulary.Class(bit: number) }

    /// Words of the official indicators as Chinese offices put them; a word may serve two goals.
    private static let lexicon = Vocabulary([
        (goal(1), "脱贫 贫困 扶贫 低保 防返贫 社会救助 困难群众 兜底保障 共同富裕 帮扶"),
        (goal(2), "粮食安全 粮食生产 粮食产量 耕地 高标准农田 种业 农业增效 农业增产 现代农业 农业科技 稳粮 饥饿 营养 农产品 农业农村 乡村振兴 农田"),
        (goal(3), "医疗 卫生健康 公共卫生 健康中国 疾病 疫情防控 医保 养老服务 道路交通安全 传染病 全民健康 托育"),
        (goal(4), "教育公平 优质教育 义务教育 学前教育 职业教育 教育强国 教育资源 高等教育 终身学习 教育教学 学校建设 教育事业 办学"),
        (goal(5), "妇女 性别平等 女性 妇女儿童"),
        (goal(6), "水资源 节水 饮用水 水源地 水环境 污水 地下水 河湖 水利 供水 水质 水生态 水土保持 补水 用水 水文章 治江护江 取水 黑臭水体 排水"),
        (goal(7), "清洁能源 新能源 可再生能源 光伏 风电 储能 能源结构 节能 能源革命 水电 核电 氢能 充电桩"),
        (goal(8), "就业 经济增长 营商环境 新质生产力 生产总值 创业 旅游 安全生产 劳动者 稳增长 农民工 工资"),
        (goal(9), "科技创新 工业 基础设施 产业体系 技术攻关 核心技术 科技成果 制造业 数字经济 人工智能 研发 产业转型 科技赋能 新型工业化 数字化 交通建设 产业链"),
        (goal(10), "收入差距 均等化 社会保障 残疾人 区域协调 公共服务均等"),
        (goal(11), "城市更新 城镇化 城乡治理 智慧城市 公共交通 社区治理 老旧小区 保障性住房 防灾减灾 文化遗产 文物保护 垃圾分类 空气质量 城市建设 城乡融合 人居环境 历史文化 抢险救灾 棚户区"),
        (goal(12), "循环经济 资源利用 绿色消费 清洁生产 固体废物 固废 垃圾处理 绿色制造 重金属 化学物质 无废城市 节约集约 绿色低碳 污染物 反食品浪费 绿色矿山"),
        (goal(13), "气候 碳达峰 碳中和 双碳 减排 低碳 防汛 抗旱 极端天气 温室气体 降碳"),
        (goal(14), "海洋 海域 海湾 海岸 渔业资源"),
        (goal(15), "生态环境 生态环保 生物多样性 森林 林长制 国土绿化 湿地 石漠化 生态修复 生态保护 绿色发展 自然保护地 山水林田湖草 荒漠 造林 矿山修复 生态文明 土壤污染 长江保护"),
        (goal(16), "法治 平安 信访 社会稳定 反腐 廉政 依法行政 司法 扫黑除恶 社会治理 政务公开 矛盾纠纷 党风廉洁 综治 腐败"),
        (goal(17), "国际合作 交流合作 开放合作 一带一路 国际国内资源 对外开放 产学研合作 协同发展 伙伴关系 对口支援 南南合作"),
    ])
}

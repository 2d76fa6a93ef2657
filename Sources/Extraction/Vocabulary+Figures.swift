extension Vocabulary.Class {
    /// Measures after an Arabic number.
    static let unit = Self(bit: 0)
    /// Measures that a Chinese number counts exactly.
    static let countUnit = Self(bit: 1)
    /// Looks like a measure and is none: 周年, 号.
    static let noUnit = Self(bit: 2)
    /// Between indicator and number: 达到, 增长.
    static let comparator = Self(bit: 3)
    /// After the number: 以上, 左右.
    static let after = Self(bit: 4)
    /// What is measured: 率, 收入.
    static let indicator = Self(bit: 5)
    /// What it is compared with: 同比.
    static let base = Self(bit: 6)
    /// Wanted, not told: 力争, 到2025年.
    static let wanted = Self(bit: 7)
    /// Spans of time that were taken: 用了50年.
    static let span = Self(bit: 8)
    /// Only advertisements speak so.
    static let advertising = Self(bit: 10)
    /// Starts another thought: an indicator does not reach over it.
    static let fence = Self(bit: 9)
    /// What a counted noun does: 参加, 提出. The noun ends before it.
    static let opensVerb = Self(bit: 11)
    /// What is done to what is counted: 新建, 拆除.
    static let deed = Self(bit: 12)
    /// Where or when, before what is counted: 全市, 年内.
    static let around = Self(bit: 13)
    /// What is done with a sum, wherever it stands in a clause: 安排, 撬动. What it is done with comes behind.
    static let governs = Self(bit: 14)
}

extension Vocabulary {
    /// The words of figures.
    static let figures = Vocabulary([
        (
            .unit,
            """
            % ％ ‰ 个基点 个小时 个百分点 百分点 元 万元 亿元 万亿元 千元 百万元 美元 万美元 亿美元 万亿美元 欧元 亿欧元 日元 港元 韩元 英镑 人 万人 亿人 人次 万人次 亿人次 名 位 家 万家 户 万户 个 万个 亿个
            件 万件 亿件 种 项 次 万次 亿次 座 台 万台 套 万套 辆 万辆 架 艘 列 班 吨 万吨 亿吨 公斤 千克 克 斤 公里 万公里 千米 米 厘米 毫米 里 海里 平方米 万平方米 亿平方米 平米 万平米 平方公里 万平方公里 亩 万亩 亿亩 公顷
            万公顷 立方米 万立方米 亿立方米 升 毫升 千瓦 万千瓦 亿千瓦 兆瓦 吉瓦 千瓦时 万千瓦时 亿千瓦时 度电 倍 篇 份 万份 场 场次 点次 万点次 公尺 公顷次 省市 省区 省份 乡镇 所 处 支 只 万只 头 万头 株 万株 棵 批 批次 轮 桶 万桶 亿桶 条 万条 亿条 间 栋 幢 层 届次 组
            小时 分钟 秒 天 个月 周 μg/m³ 微克/立方米 微克每立方米 mg/L 毫克/升 kWh MW GW km KM km² ㎡ 平方千米 m² m³ 分贝 摄氏度 ℃ 亿 万 万亿 个工作日 张 万张 块 把 枚 颗 粒 袋 箱 盒 瓶 册 万册 本 部 门 幅 首 笔 万笔 亿笔 宗
            起 例 万例 人（次） 对 双 顿 餐 道 根 片 扇 节 堂 课时 学时 床 张床 多家 岗 岗位 万个 行 股 万股 亿股 点 公斤/亩 斤/亩 元/吨 元/人 元/斤 元/平方米 万人次
            卢布 卢比 泰铢 新台币 人民币 法郎 里拉 雷亚尔 加元 澳元 新元 林吉特 越南盾 比索 盏 万盏 羽 万羽 票 MHz GHz kHz Hz 港元/股 美元/股 元/股 万元/亩 元/平方公里 人/平方公里 米/秒 公里/小时 GB TB MB 兆 口 眼 尾 万尾 具 架次 车次 班次 例次 批件 副 席 市 案 克/千瓦时 千瓦时/吨 吨标准煤 万吨标准煤 公斤/人 户次 万册次
            """
        ),
        (
            .countUnit,
            "人 名 位 家 户 倍 亩 公里 吨 元 万元 亿元 个成员单位 个县 个市 个区 个乡镇 个村 个部门 个单位 个省 个国家 个项目 所学校 个街道 个社区 个工作组 个督导组 支队伍 万人 亿人 个小组"
        ),
        (
            .noUnit,
            "市场 市民 市级 市长 市值 市委 市政府 市区 市直 市内 市域 市里 市人 席位 席话 案件 案例 案号 副主任 副主席 副市长 副局长 副县长 副书记 副会长 副部长 副省长 副总 副院长 副校长 副区长 副处长 周年 年 月 日 号 时 点 届 版 岁 级 年度 年来 年代 楼 路 室 期 个方面 大 线 中 小 院 街 幢 单元 国道 高速 条例 周岁 世纪 年级 班级 日游 号线 号文 分 个阶段 个环节 个层面 个维度 个角度"
        ),
        (
            .comparator,
            """
            达到 达 已达 高达 不低于 不少于 不超过 不高于 不到 不足 控制在 超过 超 突破 近 约 大约 约为 至少 增长 同比增长 下降 同比下降 提高 提升 减少 增加 提高到 提升到 提高至 提升至 增加到 增至 降至 降到 下降到 共 共有 共计 总计 合计 累计 累计达 逾
            低于 高于 接近 为 是 占 有 增加了 减少了 提高了 增长了 下降了 上涨 上升 下跌 环比增长 环比下降 稳定在 保持在 位居 仅 仅用 仅用了 用了 完成 实现 投入 总投资 投资 不少 最高 最低 平均 年均增长 达成 缩短 缩减 新增 发放 建成 超额 压减 分别为 分别达到
            """
        ),
        (.after, "以上 以下 以内 左右 上下 之多 多 余 以上的"),
        (
            .indicator,
            """
            率 度 值 量 额 数 比例 比重 面积 收入 生产总值 GDP 增速 总量 投资 产值 人数 浓度 指数 总额 规模 长度 资金 资产 营收 利润 销售额 税收 产量 里程 覆盖 强度 成本 价格 数量 总数 户数 项目 资本 订单 贷款 余额 存款 增加值 进出口 用水量 能耗 排放 库容 装机 交易额 客流 人口 支出 预算
            天数 占比 合格率 优良率 达标率 案件 罚款 补贴 工资 可支配收入 满意度 消费 市值 身高 距离 高度 深度
            """
        ),
        (.base, "同比 环比 较上年 比上年 较去年 比去年 较上年同期 比上年同期 较去年同期 比去年同期 与去年同期相比"),
        (.wanted, "力争 要 目标 确保 将 计划 到 预计 争取 实现 拟 未来 规划"),
        (.span, "用了 仅用了 用时 仅用时 历时 连续 长达 为期 耗时 花了 仅用 达 不到 超过 近 服务年限 期限"),
        (.advertising, "立减 到手价 包邮 抢购 优惠券 秒杀 满减 扫码购买 加微信 点击购买 限时优惠 免费领取 领券 代理加盟"),
        (
            .opensVerb,
            "参加 进行 表示 提出 助力 组成 参 被 录取 作 出席 分别 签 赴 列席 围绕 结合 到 受 获 上调 下调 提高 提升 压减 减少 增加 缩短 降低 扩大 先后 发言 开工 增 降 至 左右 透露 称 说 认为 中 滞留 用于 逐 里 均 可能 举行 召开 遍布 联合 建成 投产 完工 除 发放 统一 超过 累计 匆 全部 爬 纷纷 当场 出现 助 整改 共 来自 前往 以上"
        ),
        (
            .deed,
            """
            新增 新建 新建成 新改建 新改扩建 扩建 改建 改造 升级 改造升级 改造提升 建成 建设 完成 拆除 引进 培育 带动 组建 惠及 补充 实施 打造 排查 整治 治理 修复 种植 栽植 发放 争取 落实 签约 开展 举办 组织 培训 安置 解决 办理 受理 化解 调解
            查处 检查 出动 投放 投入 储备 发展 维修 铺设 架设 开通 创建 创成 评选 认定 聘请 招聘 招录 录用 吸纳 帮扶 资助 救助 转移 疏散 搬迁 安装 更换 发布 征集 提供 推送 推出 下达 拨付 筹集 募集 捐赠 减免 清退 追回 挽回 节约 压减 减少 增加
            新签 签订 盘活 供应 收储 复垦 清理 清运 处置 营救 救治 接诊 接种 筛查 检测 达成 形成 设立 成立 配备 选派 选聘 入驻 覆盖 服务 推进 谋划 策划 储备 包装 申报 获评 入选 列入 提出 收集 收到 征求 交办 反馈 走访 看望 慰问 表彰
            """
        ),
        (
            .around,
            """
            月底前 年底前 底前 前 全市 全省 全县 全区 全州 全镇 全乡 全校 全院 全国 今年 去年 明年 年内 全年 目前 已 共 累计 总计 合计 将 拟 计划 预计 力争 确保 争取 要 其中 每年 当年 本年度 上半年 下半年 一季度 二季度 三季度 四季度 当天 当日 现场 先后 同时 还 成功 并 又
            """
        ),
        (
            .governs,
            "统筹安排 安排 整合 争取 拨付 下达 新增 撬动 带动 拉动 引导 实现 力争 投放 发放 募集 筹集 筹措 兑付 兑现 落实 减免 追加 预拨 统筹 开工 新开工 竣工 实施 完成 签约"
        ),
        (.fence, "了 的 在 将 使 对 与 和 并 由 从 被 把 已 也 还 就 于 以 及 让 是 有 全国 目前 今年 其中 预计 截至 去年"),
    ])
}

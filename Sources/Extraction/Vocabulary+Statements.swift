extension Vocabulary.Class {
    /// Introduces what is demanded: 强调, 要求.
    static let demand = Self(bit: 20)
    /// Introduces what is said: 指出, 认为.
    static let say = Self(bit: 21)
    /// Opens a clause that tells to do something.
    static let imperative = Self(bit: 22)
    /// Stands before a demand and is no part of it: 同时, 下一步, 各级各部门.
    static let lead = Self(bit: 23)
    /// What a meeting does: 审议, 听取.
    static let proceeding = Self(bit: 24)
    /// What was brought about, at the end of a clause: 成效, 突破.
    static let achieved = Self(bit: 25)
    /// Brings about: 取得, 实现.
    static let achieve = Self(bit: 26)
    /// What a goal's name ends with: 蓝图, 行动, 战略.
    static let goalHead = Self(bit: 27)
    /// Takes a goal as its object: 锚定, 落实.
    static let goalVerb = Self(bit: 28)
    /// Names of plans and other documents in book marks that set goals.
    static let planTitle = Self(bit: 29)
    /// Of a bureau, a county: who can own a task.
    static let ownerEnd = Self(bit: 30)
    /// Speech that is itself what is wanted, said to someone: 勉励企业…, 希望大家…
    static let addressed = Self(bit: 33)
    /// Speech that its content may follow without a comma.
    static let directly = Self(bit: 34)
    /// Done, whatever the noun: 作了, 进行了.
    static let done = Self(bit: 35)
    /// What a goal without quotation marks must end with: 攻坚战, 三年行动.
    static let strongGoalHead = Self(bit: 32)
    /// What an agenda says is done: 总结, 部署.
    static let agendaVerb = Self(bit: 36)
    /// What an agenda says it is done with: 今年, 下一步, 工作.
    static let agendaTime = Self(bit: 37)
    /// 充分肯定, 高度评价.
    static let praise = Self(bit: 38)
    /// Brought into being: 制定, 建立; told by the 了 behind it.
    static let brought = Self(bit: 39)
    /// Acts of an event that end their clause: 揭牌, 集体宣誓.
    static let act = Self(bit: 40)
    /// Has an effect: 推动, 促进; told by the 了 behind it.
    static let effect = Self(bit: 41)
    /// How something changes: 持续, 更加.
    static let manner = Self(bit: 42)
    /// Makes a measured clause one of what was done: 累计, 完成.
    static let completed = Self(bit: 43)
    /// Nouns that name nothing when 的 and other words stand before them.
    static let plainHead = Self(bit: 46)
    /// 美丽, 平安: before a place it names a goal.
    static let epithet = Self(bit: 47)
    /// Behind an epithet: no place.
    static let notPlace = Self(bit: 48)
    /// What one wants to become: 典范, 高地.
    static let visionHead = Self(bit: 49)
    /// Verbs that are as often the first noun of a name: 创新, 服务.
    static let nounVerb = Self(bit: 50)
    /// Nouns that begin something else when other words stand between them and a quotation.
    static let farHead = Self(bit: 51)
    /// Puts someone in office or out of it.
    static let appoint = Self(bit: 53)
    /// What bodies do about a matter.
    static let decide = Self(bit: 54)
    /// Gives something into someone's hands.
    static let hand = Self(bit: 55)
    /// Takes what one is to be or to set free: 当好“X”, 释放“X”.
    static let governing = Self(bit: 52)
    /// Gives to what stands before it: 贡献力量.
    static let giving = Self(bit: 56)
    /// Done at an event, told by the 了 behind it: 参观了, 举行了.
    static let acted = Self(bit: 57)
    /// Places among others: 位列, 荣获.
    static let ranking = Self(bit: 58)
    /// Sets up a mechanism: 建立, 健全.
    static let systemVerb = Self(bit: 59)
    /// The first character of each part of 稳外贸、扩外资、促消费.
    static let tripleVerb = Self(bit: 60)
    /// Given without being handed over: 关爱, 温暖.
    static let warmth = Self(bit: 61)
    /// Nouns of things that one may want.
    static let noun = Self(bit: 62)
    /// Wants a thing away: 杜绝, 防止.
    static let shun = Self(bit: 63)
    /// Moves a thing by another: 以X促进Y.
    static let drive = Self(bit: 31)
}

extension Vocabulary {
    /// The words of goals, demands and results.
    static let statements = Vocabulary([
        (
            .demand,
            "强调 要求 提出要求 提出明确要求 勉励 叮嘱 嘱咐 号召 强调说 部署 安排部署 希望 寄语 提出希望 明确要求 作出部署 提出意见 提出建议 提出 作出安排 作了安排部署 敦促 呼吁 建议 期许 期盼 期勉 期待"
        ),
        (.done, "作了 进行了 作出了 提出了 做了 做出了 给出了 作表态发言 作交流发言 作了发言 汇报发言 达成"),
        (.addressed, "勉励 叮嘱 嘱咐 号召 希望 寄语 敦促 呼吁 建议 期许 期盼 期勉 提出希望"),
        (.directly, "强调 要求 指出 表示 认为 强调说 提出"),
        (.say, "指出 认为 表示 说 谈到 提到 称 介绍 说道 讲到"),
        (
            .imperative,
            """
            深入 扎实 切实 全面 全力 加快 加强 加大 强化 坚持 坚决 坚定 大力 积极 认真 努力 持续 着力 聚焦 突出 紧扣 紧盯 锚定 抓好 抓实 抓紧 抓住 做好 做实 做到
            落实 推动 推进 完善 健全 优化 深化 提升 提高 增强 确保 保持 打造 打好 打赢 建立 构建 夯实 压实 压紧 围绕 统筹 统一 严格 严肃 严守 严防 牢记 牢固 牢牢 树立 把握
            把 将 让 使 发挥 支持 鼓励 引导 促进 培育 培养 发展 扩大 拓展 拓宽 创新 创造 创建 开展 开发 实施 组织 动员 发动 广泛 广纳 凝聚 汇聚 形成 营造 浓厚 善始善终 善于 充分
            进一步 不断 更加 更好 主动 精准 精心 精细 科学 合理 有序 有效 有力 高效 高质量 高标准 迅速 尽快 尽早 及时 立即 提前 继续 稳步 稳妥 逐步 立足 对照 对标 结合 依法 依托
            加速 助力 服务 保障 维护 守住 守牢 防范 化解 排查 整治 查找 解决 破解 克服 遏制 杜绝 督促 监督 检查 考核 宣传 学习 领会 贯彻 执行 履行 担当 扛起 扛牢 主动担当
            弘扬 传承 赓续 讲好 办好 用好 管好 守好 建好 建设 走好 走深 写好 谋划 布局 推广 推行 普及 完成 实现 巩固 筑牢 铸牢 织密 补齐 补强 激发 释放 盘活 挖掘 彰显 展现 奋力 勇于
            勇毅 敢于 始终 时刻 务求 力争 力求 争取 争当 争创 争做 齐心 齐抓共管 同心 凝心 聚力 紧紧 紧密 密切 细化 量化 明确 厘清 理顺 规范 改进 改善 转变 转化 突破 瞄准 瞄定 对准
            清醒 深刻 准确 正确 自觉 带头 带动 牵头 配合 协同 协调 联动 发扬 倒逼 采取 运用 利用 集中 整合 引进 招引 吸引 争资 对接 衔接 跟进 跟踪 反馈 总结 提炼 推介 回应 关心 关注 关爱
            尊重 保护 修复 治理 防治 减少 降低 控制 压减 节约 严厉 严惩 严打 打击 惩治 查处 整改 落细 落地 见效 从严 从快 从实 从细 从重 多措并举 因地制宜 分类 分级 责任 上下 一体 一体推进
            注重 重视 高度重视 认清 看到 看清 充实 选优 配强 选派 做大 做强 做优 做精 做细 做深 壮大 延伸 延长 擦亮 唱响 叫响 提振 振奋 鼓足 保证 兜住 兜牢 稳住 稳定 扭住 盯住 盯紧
            处理好 践行 站在 站稳 着眼 着重 重点 优先 适应 顺应 接续 慎终如始 久久为功 加压 谋实招 下大力气 下功夫 想方设法 千方百计 扑下身子 沉下心 摸清 摸排 梳理 制定 出台 编制 修订 拟定 设立
            推出 取得 增加 培训 举办 筹备 备好 守护 当好 发现 反映 倾听 听取 畅通 打通 疏通 拓深 融入 对接好 防止 避免 警惕 牢筑 拧紧 绷紧 上紧 责成 压茬 挂图 对表 按照 遵循 尽心 尽责 全方位 全领域 全过程 全链条
            全媒体 全员 全程 全天候 全覆盖 读原著 多渠道 深挖 深耕 深植 用心 用情 用足 用活 用力 真正 定期 广泛开展 规划 引领 强基 固本 成立 搭建 架起 拿出 交出 书写 谱写 开创 奋进 迎接 抢抓 抢占 抓具体 抓深入 抓关键 抓重点
            早筹划 早谋划 早部署 早启动 同步 加固 升级 改造 扶持 帮助 指导 指导好 协助 落实好 转作风 提效能 敬畏 感恩 厚植 涵养 激励 约束 问效 问责 追责 追踪 讲求 讲究 讲清楚 讲好 端正 端牢 牵住 牵牢 善作 善成 不折不扣
            严明 狠抓 抓细 争创 推出 扛实 传达 高扬 高举 紧跟 紧抓 盯牢 管住 管控 防控 处置 应对 打赢 打破 打响 打通 拓宽 创优 创先 激活 用活 做活 放大 深化 融合 衔接 补短板 强弱项 固根基 扬优势 提质 增效 挖潜 转段 攻坚 攻克
            探索 永葆 葆 坚守 贡献 办实事 恪守 秉承 秉持 勇当 勇挑 敢当 争先 抢先 拼搏 奋斗 奋发 锤炼 磨炼 淬炼 增进 巩固拓展 擘画 描绘 绘就 铺就 挺起 激扬 放眼 胸怀 心怀 情系 聚力 聚智 集聚 齐抓 严把 严控 严查 严管 严守
            打磨 找准 选准 挖潜 深学 细悟 学懂 弄懂 原原本本 入脑 教育引导 教育监督 培塑 塑造 倡导 提倡 呵护 爱护 珍惜 珍视 善待 珍爱 体现 遵守 遵照 尊崇 信守 汲取 吸取 举一反三 警醒 戒 力戒 力避 严禁 禁止 不得
            不忘 不负 不松 不等 以身作则 率先 率先垂范 身先 履职 尽职 敢为 敢闯 齐心协力 群策群力 携手 合力 共同 共建 共享 互学 搞好 理清 吃透 悟透 学深 学透 弄通 领悟 检视 反思 剖析
            倒排 挂图作战 责任到人 弥补 提供 备妥 加紧 强力 开好 办实 兑现 建成 每年新增 每年完成 尽最大努力 圆满 早日 填补 消除 放行 互相 相互 做足 做活 引以为戒 从严治 恢复 杜绝 尽力 尽量 全心 真心实意 诚心 潜心 安心 静心 严于 勤于 乐于 甘于 善用 巧用
            要 必须 务必
            """
        ),
        (
            .lead,
            """
            同时 与此同时 此外 另外 首先 其次 再次 最后 下一步 接下来 今后 当前 目前 一方面 另一方面 特别是 尤其是 尤其 各级各部门 各级 各部门 各地各部门 各地区各部门 全市上下 全省上下
            全县上下 各单位 各地 一要 二要 三要 四要 五要 六要 七要 八要 一是要 二是要 三是要 四是要 五是要 六是要 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一 二 三 四 五 六 第一 第二 第三 第四 第五 还
            也 并 并且 而且 以及 又 再 更 就是 即 下一阶段 下阶段 下半年 一定 各 我们 大家 其他 对此 为此 因此 所以 他要求
            """
        ),
        (
            .proceeding,
            """
            审议通过 审议并通过 审议并原则通过 原则通过 原则同意 讨论通过 表决通过 审议 讨论 研究 研究部署 研究审议 听取 听取并审议 通报 传达 传达学习 传达贯彻 集中学习 学习 学习贯彻 总结
            回顾 总结回顾 部署 安排部署 安排 动员部署 分析 分析研判 解读 签订 签署 签约 揭牌 表彰 宣读 宣布 发布 启动 选举 选举产生 通过 印发 观看 汇报 介绍 颁发 授牌 成立 交流 现场观摩 观摩
            同意 一致同意 会议决定 讲解 讨论并 剖析 评议 表决 任命 决定 公布 点评 测评 提请 审查 审定 批准 了解 查看 察看
            """
        ),
        (
            .achieved,
            "成效 成果 成绩 成就 突破 进展 进步 胜利 实效 佳绩 步伐 台阶 奇迹 典范 路径 新高 跨越 提升 增长 好转 改善 强化 提高 增强 优化 扩大 加强 畅通 紧密 活跃 夯实 凸显 稳定 全覆盖 受益 基础 平稳 好评 第一 前列 荣誉 称号 新篇章 丰收 飞跃 转变 成熟 完善 落地 见效 完成 达标 显著 向好 态势 可圈可点 有声有色 历史新高 新局面 新气象 走深走实 落地见效 落地生根"
        ),
        (
            .achieve,
            "取得 实现 创造 迈出 迈上 荣获 获得 获评 建成 完成 形成 打造 树立 探出 创下 达成 赢得 登陆 跃居 位居 位列 开创 走出 探索出 收获 圆满 全面建成 打赢 持续 不断 显著 明显 稳步 有效 更加 日益 进一步 大幅 走在 率先实现 登上 有力推进 整改到位 有了 保持 有所 整体 总体 逐步 创历史 创下历史 开展得"
        ),
        (.plainHead, "目标 任务 要求 工作 问题 方法 经验 部署 措施 举措 主题 内容 意见 活动 作用 事业 经济 市场 园区 关系 责任 方向 力量 中心 城市 生活 基地"),
        (.epithet, "美丽 平安 健康 数字 法治 幸福 清廉 文明 智慧 和美 诚信 书香 善治"),
        (
            .notPlace,
            "产业 示范 之城 创建 之家 之路 发展 转型 生产 生活 成长 实践 意识 思维 教育 监测 管理 服务 建设 经济 技术 政策 科普 体检 素养 宣传 行为 习惯 程度 指数 状况 问题 旅游 用餐 施工 执法 祥和 美满 生态"
        ),
        (
            .visionHead,
            "典范 样板 标杆 高地 新高地 示范区 先行区 引领区 排头兵 窗口 枢纽 名片 新名片 标杆城市 新引擎 增长极 新样板 先行者 示范样板 先行市 示范市 标杆市 先行地 首选地 集聚区 桥头堡 排头兵 试验田 主阵地 品牌样板"
        ),
        (
            .nounVerb,
            "创新 建设 发展 治理 保护 服务 教育 学习 规划 保障 监督 开发 培训 科学 安全 统筹 防治 整治 提升 管理 节约 生态 协调 集中 专项 统一 组织 重点 综合 宣传 检查 培育 扶持 帮扶 指导 改造 升级 修复 减排 就业 排查 检查 督查 评估 调研 处置 预防 监测"
        ),
        (.farHead, "园区 市场 经济 城市 生活 中心 基地 事业 关系 力量"),
        (
            .agendaVerb,
            "总结 回顾 回顾总结 总结回顾 部署 安排 安排部署 研究 研究部署 动员部署 谋划 分析 交流 通报 听取 动员 调度 全面 认真 了 并 对"
        ),
        (
            .agendaTime,
            """
            前段 前一段 前一阶段 前阶段 前期 近期 当前 目前 今年 去年 明年 今年以来 一年来 上半年 下半年 全年 年度 年 月份 月 上一年 下一步 下步 下一阶段 下阶段 今后 今后一个时期 一个时期 一季度 二季度 三季度 四季度 以来 上年 本年度
            工作 任务 重点工作 重点任务 工作任务 各项工作 主要工作 主要任务 有关工作 相关工作 工作情况 情况 工作要点 形势 形势任务 会议精神 工作重点 进行 作出 作
            """
        ),
        (
            .praise,
            "充分肯定 高度肯定 给予肯定 给予充分肯定 给予高度肯定 给予高度评价 予以肯定 予以充分肯定 予以高度评价 表示肯定 表示充分肯定 表示高度肯定 高度评价 表示了肯定 给予了肯定 给予了充分肯定 给予了高度评价 高度赞扬 高度赞赏 给予了充分的肯定 给予充分的肯定 给予了高度的评价 给予了高度的肯定 给予高度的评价 值得肯定 值得充分肯定"
        ),
        (
            .brought,
            "制定 出台 建立 成立 组建 设立 梳理 开通 聘请 选派 建成 印发 推出 搭建 开展 印制 修订 编制 颁布 展开 发出 发起 组织 派出 发放 颁发 赠送 设置 安装 筹集 开设 明确 确定 确立 宣布 初步确立 走访 慰问 启用 落成"
        ),
        (
            .act,
            """
            揭牌 授旗 授牌 颁奖 揭幕 剪彩 宣誓 集体宣誓 座谈交流 交流研讨 交流讨论 讨论交流 学习研讨 会商研究 交流发言 表态发言 汇报发言 建言献策 学习研讨交流 进行研讨 进行磋商 进行交流 进行座谈 进行讨论 进行会商 作报告 作说明 作汇报
            作动员讲话 作表态发言 签约 签字 分组讨论 现场观摩 互动交流 达成共识 达成一致 发放仪式 点评 现场点评 表决通过 获得通过 作出安排 作出部署 进行部署
            提出意见建议 提出意见和建议 提出修改意见 提出具体意见 提出宝贵意见 发表意见建议 提出建议意见 提出了意见建议 给出建议 进行表彰 进行调研 调研指导 进行评析 给予指导 作推介 作招商推介
            """
        ),
        (
            .effect,
            "推动 促进 带动 提升 营造 发挥 助推 解决 守住 巩固 夯实 填补 确保 打造 改善 鼓舞 增强 破解 打通 补齐 维护 保障 拓宽 提高 优化 激发 形成 极大地鼓舞 奠定 注入 感染 赢得 激励"
        ),
        (.manner, "持续 不断 显著 明显 稳步 有效 更加 日益 进一步 全面 大幅 逐步 整体 总体"),
        (
            .completed,
            "累计 完成 新增 建成 共有 共计 安装 派出 发放 惠及 受益 整改 签约 引进 培训 化解 办结 投入 实现 达到 突破 用了 用时 仅用 荣获 获得 获评 捐赠 表彰 修建 改造 新建 服务群众 帮扶 救助 培育 筹集 成立 组建 收到 到位 走访 用去 共收 共计 总计"
        ),
        (
            .goalHead,
            """
            蓝图 布局 行动 战略 目标 定位 理念 动力 成果 经验 效应 文章 政策 意识 格局 工程 计划 规划 方略 机制 模式 精神 活动 要求 任务 体系 方针 思想 原则 建设 改革 品牌 工作法 方案 部署
            总要求 总布局 攻坚战 保卫战 持久战 总体战 主题 愿景 使命 举措 责任 责任感 行动力 方向 路线 方法 典范 高地 名片 样板 标杆 示范区 先行区 试验区 示范 引擎 支点 枢纽 中心 平台 底线 红线
            防线 屏障 生命线 生态 产业 经济 工作 专项 制度 办法 意见 纲要 条例 法 公约 倡议 宣言 全局 教育 责任书 问题 事业 强市 强省 强国 特色 优势 抓手 路径 新篇章 活力 潜力 关系 大局 主线 道路 新局面 答卷
            走廊 城市 乡村 社区 县域 小镇 园区 基地 集群 链条 循环 清单 模范 效能 能力 力量 铁军 队伍 大讨论 大讲堂 大走访 专题 主题教育 实践 创新 生活 作风 纪律 学习教育 环境 城区 家园 市场 志愿服务 大都市 都市圈 城市群 誓言 作用 承诺 赛道 指数 机遇 模型 协议 议程 框架 通道 称号 荣誉称号
            """
        ),
        (
            .goalVerb,
            """
            锚定 紧扣 紧盯 聚焦 落实 贯彻 贯彻落实 贯彻执行 坚持 践行 弘扬 传承 打造 打好 打赢 推进 推动 深入推进 实施 深入实施 组织实施 开展 深入开展 扎实开展 实现 围绕 彰显 牢固树立 树立 增强 做到 坚决做到 坚定拥护
            拥护 全面落实 认真落实 深入贯彻 建设 创建 争创 构建 加快构建 形成 抓住 用好 发挥 守住 守牢 坚守 落细 强化 巩固 深化 完善 健全 创新 推广 擦亮 塑造 培育 提出 突出 建立 开启 做好 做足 做大 编制 制定 印发 出台 发布 学习 学习领会 深入学习领会 学习宣传贯彻 宣传贯彻 传达学习 深入学习贯彻 学习贯彻 认真学习贯彻 全面贯彻 全面贯彻落实 建立健全 建立完善 探索建立 着力构建 建立 健全 完善 抓实
            构建 铸牢 确立 抓好 共建 加快构建 推动构建 坚决落实 始终坚持 牢牢把握 把握 遵循 按照 秉持 秉承 执行 启动 深化拓展 拓展 关于 签订 签署
            """
        ),
        (
            .planTitle,
            "方案 规划 计划 意见 纲要 纲要草案 办法 条例 规定 细则 清单 措施 行动计划 实施意见 实施方案 工作要点 要点 倡议 公约 名录 责任书 任务书 目标书 决议 草案 若干措施 白皮书 蓝皮书 宣言 行动方案 修订草案"
        ),
        (
            .ownerEnd,
            """
            局 厅 委 办 部门 单位 政府 办公室 党委 党组 党工委 管委会 委员会 领导小组 专班 街道 乡镇 镇 乡 县 区 市 县区 县（市、区） 各地 公司 集团 中心 学院 学校 医院 机关 法院 检察院 支队 大队 部 院 处 科 企业 村 社区 党支部 机构 党办 市县 成员单位 责任单位
            """
        ),
        (
            .strongGoalHead,
            """
            年行动 专项行动 治理行动 保护行动 惠民行动 行动计划 攻坚战 保卫战 持久战 总体战 战略 方略 蓝图 精神 思想 示范区 先行区 试验区 三年行动 提升行动 整治行动 攻坚行动 工程 主题教育 学习教育 理念 发展格局 发展理念 核心价值观 总目标 目标 根本任务 共同体意识 命运共同体 人民民主 支持计划 强国 强省 强市 专项整治 集中整治
            """
        ),
        (.appoint, "推举 任命 决定任命 聘任 同意聘任 免去 选举 补选 增选 推选 同志任 先生任 女士任 当选 当选为 罢免 续聘 提名"),
        (
            .acted,
            "现场观摩 实地察看 实地查看 实地考察 实地调研 实地走访 实地了解 详细了解 现场察看 现场查看 走访慰问 参观 考察 视察 走访 调研 分享 讲授 举办 举行 召开 开办 争取 废止 推举 涌现 实施 探索 建设 营造 保持 阐述 陈述 表彰 慰问 看望 签下 布置 重温 检阅 检验 展示 演示 交换"
        ),
        (.ranking, "位列 位居 跃居 荣获 排名 获评"),
        (.systemVerb, "建立 健全 完善 构建 加快构建 建立健全 建立完善 探索建立 着力构建 推动构建"),
        (.tripleVerb, "稳 促 扩 保 防 强 惠 增 调 补 转 抓 建 优 提 降 化 治 控 战 护 兴 育 引 畅 破 夯 固 聚 暖 去 学 铸 办 解 查 改"),
        (.warmth, "关爱 关怀 温暖 祝福 问候 凉意 清凉 关心 慰问 寄语 敬意 谢意"),
        (.noun, "山 水 银山 青山 钱 面子 里子 数据 结果 成绩 效益 速度"),
        (.shun, "杜绝 防止 避免 克服 纠正 反对 力戒 破除 摒弃 严防 整治 遏制 打掉 根治 禁止 严禁 决不允许 不准 不搞"),
        (.giving, "献出 点燃 谋福 添彩 贡献 作出 做出 提供 奠定 注入 广集 广聚 办实事 献爱心 添砖加瓦 增光添彩 出谋划策 建言献策"),
        (.decide, "会议决定 决定 一致同意 同意 宣布 一致决定 商定 议定"),
        (.hand, "追授 颁发 发放 赠送 捐赠 授予 送去 送上 送来 授旗 颁奖 赠予 移交 交付 捐助 授牌"),
        (.governing, "当好 争当 争做 甘当 勇当 成为 打通 释放 激发 凝聚 跑出 发挥 擦亮 唱响 织密 筑牢 补齐 啃下 铸就 做好 做强 做足 做"),
        (
            .drive,
            "促进 推动 引领 加快 带动 助力 提升 保障 促 推 强 增 聚 明 推进 实现 提高 增强 服务 夯实 做 赋能 支撑 打造 构建 倒逼 更好 迎接 优化 完善 满足 统筹 深化 落实 确保 开展 加强 强化 完成 破解 攻克 开创 赢得 回报"
        ),
    ])
}

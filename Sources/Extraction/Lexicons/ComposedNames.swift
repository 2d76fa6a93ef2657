/// Parts that Tibetan, Mongolian, Kazakh, Uyghur and Yi names are put together from, where no dot divides them.
enum ComposedNames {
    static let parts = Lexicon([
        (
            .solid,
            """
            扎西 次仁 才仁 才让 多杰 多吉 卓玛 洛桑 格桑 旦增 丹增 尼玛 达娃 边巴 普布 白玛 班玛 平措 顿珠 索朗 索南 罗布 旺堆 强巴 云丹 曲珍 央金 拉姆 \
            措姆 卓嘎 次旦 才旦 仁青 仁增 贡布 桑杰 桑珠 欧珠 嘉措 加措 江措 江村 江白 坚赞 坚参 久美 晋美 阿旺 昂旺 土登 益西 拉巴 巴桑 米玛 德吉 赤列 群培 \
            朗杰 南杰 格列 洛旦 旺姆 旺杰 旺久 旺扎 尕藏 尕玛 角巴 更登 更藏 完德 完么 公保 贡保 贡觉 才拉 加羊 俄赛 尼玛扎西 西热 斯朗 泽仁 泽郎 降央 志玛 \
            巴特尔 巴图 巴雅尔 巴根 巴根那 乌云 乌兰 乌日娜 乌力吉 乌恩 图雅 托娅 其木格 其其格 格日勒 格日乐 斯琴 高娃 萨仁 萨日娜 娜仁 苏日娜 苏日 布仁 布和 \
            宝音 宝力格 朝鲁 朝克图 那顺 那木拉 那日苏 那仁 哈斯 哈斯图雅 额尔敦 额尔德木图 额尔德尼 孟和 孟克 敖特根 阿拉坦 阿拉腾 吉日嘎拉 吉木斯 达楞泰 达来 特古斯 \
            特木尔 铁木尔 苏和 苏雅 苏力德 毕力格 毕力格图 巴音 白音 仁钦 道尔吉 德力格尔 塔娜 通拉嘎 图门 图布信 图力古尔 青格勒 青格乐 牧仁 莫日根 满都拉 满达 都仁 \
            恩和 恩克 伊德尔 旺楚克 阿古拉 阿木古楞 阿木尔 呼格吉勒 呼日 浩毕斯 嘎日迪 包力 查干 查娜 朝洛蒙 赛音 色音 特格喜 卓拉 呼和 满仓巴 \
            叶尔江 叶尔肯 叶尔波勒 努尔兰 努尔 阿依努尔 哈力克 木拉提 巴合提 别克 赛力克 古丽 古力娜 古丽娜 热依汗 帕提古丽 玛依拉 玛依努尔 阿里木 艾尔肯 吐尔逊 \
            阿布都 阿不都 阿不力孜 买买提 买合木提 库尔班 肉孜 依明 沙塔尔 阿扎提 居马 加娜尔 木哈买提 托合提 热合曼 巴哈提 哈尼巴提 赛尔江 艾力 卡米拉 \
            木呷 阿呷 拉铁 尔体 伍呷 吉克 沙马 吉狄 曲木 阿苏 日黑 尔古 依火 瓦扎 伍合 克古 木嘎 阿牛 尔日 拉日 史布
            """
        )
    ])

    /// Where a name of one to three parts ends that starts at `start`, and how many parts it has; single short parts are
    /// none, since they are places as well.
    static func name(_ values: [UInt32], at start: Int, to limit: Int) -> (end: Int, parts: Int)? {
        var end = start
        var count = 0
        while count < 3, let part = parts.longest(values, at: end, to: limit) {
            end = part.end
            count += 1
        }
        guard count > 1 || end - start >= 2 else { return nil }
        return (end, count)
    }
}

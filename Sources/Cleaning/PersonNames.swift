/// Whether a run of characters looks like the names of persons: `王婉媚`, `张博 陈子尚`, `邹谦、绿茵`.
enum PersonNames {
    static func isSurname(_ scalar: Unicode.Scalar) -> Bool { surnames.contains(scalar) }

    /// One to `most` names of two to four characters, parted by spaces, commas or strokes.
    static func areNames(_ text: ArraySlice<Unicode.Scalar>, most: Int = 8) -> Bool {
        let names = text.split { $0.isSpace || $0 == "、" || $0 == "，" || $0 == "," || $0 == "/" || $0 == "／" }
        guard !names.isEmpty, names.count <= most else { return false }
        return names.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(\.isHan) && isSurname($0[$0.startIndex]) }
    }

    private static let surnames = ScalarSet(
        ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易"
            + "乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦向柳邢岳齐梅庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强丛车阚冉卞邰佟刁仇米麻宗邸荀岑沙禹尉池鹿桑蔺佘蒲蒙阙仝帅寇巩苟晏栗滕亓冀储闻糜"
            + "張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蔣葉蘇呂盧鍾譚陸賈鄒閆龍賀顧龔萬錢戴嚴喬賴蘭顏溫蘆魯畢聶齊莊塗關費紀歐項衛單寧閔強叢車闞"))
}

/// The characters that running Chinese text is mostly made of, in both scripts: evidence for an encoding.
///
/// Half of any text is made of a few hundred characters and five marks; text decoded by the wrong table hits them as
/// rarely as chance has it, one or two in a hundred.
enum CommonCharacters {
    private static let characters =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高"
        + "自二理起小现实加量都两体制机当使点从业本去把性好应开它合还因由其些前外天政四日社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条没结"
        + "解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知将组见计别手期根论运农指几九区强放决西"
        + "被干做必战先回则任取据处府市县省委书记席持召开议讲话强调领导责任落实推进项目作经济科技创新服务城乡村镇群众安全保障环境教育文化健康"
        + "這為個國時來們對會發動過說產種後學經進著與關線內數質氣變條結問無軍題黨員總設長頭資邊級圖統將組見計論運農幾區強決戰則處縣書記開議講話調領導責實項濟創務鄉鎮眾環"
        + "錄該萬從業體當電機點應還樣間義聯備觀網報號團隊護廳辦協風東華陳"
    private static let marks = "，。、；：“”《》（）！？—…「」『』·　"

    private static let isCommon: [Bool] = {
        var table = [Bool](repeating: false, count: 0x10000)
        for scalar in (characters + marks).unicodeScalars { table[Int(scalar.value)] = true }
        return table
    }()

    /// What share of the scalars outside ASCII is common, from 0 to 1; scalars that no text has count against it.
    static func share(of scalars: [Unicode.Scalar]) -> Double {
        var seen = 0
        var common = 0
        for scalar in scalars.prefix(20_000) where scalar.value >= 0x80 {
            seen += 1
            if scalar.value < 0x10000, isCommon[Int(scalar.value)] { common += 1 }
            if (0xE000..<0xF900).contains(scalar.value) { common -= 2 }
        }
        return seen == 0 ? 0 : max(0, Double(common) / Double(seen))
    }

    /// The same for the units of UTF-16, those of ASCII counted as common.
    static func share(ofUnits bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> Double {
        let units = min(bytes.count / 2, 2000)
        var common = 0
        for unit in 0..<units {
            let (first, second) = (Int(bytes[2 * unit]), Int(bytes[2 * unit + 1]))
            let value = bigEndian ? first << 8 | second : second << 8 | first
            if value < 0x80 || isCommon[value] { common += 1 }
        }
        return Double(common) / Double(max(1, units))
    }

    /// The name that this module has for a charset as pages spell it.
    static func charset(_ spelling: String) -> String? {
        switch spelling.lowercased() {
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "windows-936": "GB18030"
        case "big5", "big-5", "big5-hkscs", "x-x-big5", "cp950": "Big5"
        case "utf-8", "utf8": "UTF-8"
        default: nil
        }
    }
}

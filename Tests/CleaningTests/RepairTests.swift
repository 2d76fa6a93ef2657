import Testing

@testable import Cleaning

@Suite("Entities, widths, spaces, doubled marks, invisible characters, Markdown")
struct RepairTests {
    @Test(
        "entities, also escaped twice",
        arguments: [
            ("通过。&nbsp;", "通过。"), ("&ldquo;三区&rdquo;", "“三区”"), ("&amp;ldquo;三区&amp;rdquo;", "“三区”"),
            ("&#20250;议&#x8BAE;", "会议议"), ("&amp;nbsp;会议", "会议"), ("AT&T公司", "AT&T公司"), ("&unknown;", "&unknown;"),
            ("A&amp;B", "A&B"),
        ])
    func entities(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "marks become wide in Chinese, letters and digits narrow",
        arguments: [
            ("会议指出,要落实;会议强调:要抓好!", "会议指出，要落实；会议强调：要抓好！"), ("２０２４年ＧＤＰ增长５．２％", "2024年GDP增长5.2%"),
            ("增长5%,同比", "增长5%，同比"), ("(王婉媚)说", "（王婉媚）说"), ("国税局(IRS)特工", "国税局（IRS）特工"),
            ("\"三高四新\"蓝图", "“三高四新”蓝图"), ("他说:'好'。", "他说：‘好’。"), ("(一)总体要求", "（一）总体要求"),
            ("各县(市、区)负责人", "各县（市、区）负责人"), ("会议在市政府第一会议室隆重召开.", "会议在市政府第一会议室隆重召开。"),
        ])
    func widths(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "figures, times, addresses and Latin text keep their marks",
        arguments: [
            "共1,000人", "上午10:30开始", "请写信到E-mail:master联系", "见https://a.example/b?c=1,2;d", "GDP(gross)", "增长3.5倍",
            "比分3:2", "Hyderabad, India", "it's here", "（一）总体要求。",
        ])
    func widthsKept(text: String) { #expect(cleaned(text) == text) }

    @Test(
        "spaces inside words and names go",
        arguments: [
            ("要突出重点，扎实抓 好生态环保；", "要突出重点，扎实抓好生态环保；"),
            ("会议指出，各地形成了 一批可推广 的做法。", "会议指出，各地形成了一批可推广的做法。"),
            ("参加座谈的有，林岳 方晴 和兴邦等。", "参加座谈的有，林岳 方晴 和兴邦等。"), ("市长王 伟出席会议。", "市长王伟出席会议。"),
            ("校领导吴玉程、陈 刚、陈鸿海出席。", "校领导吴玉程、陈刚、陈鸿海出席。"), ("王　　伟", "王伟"), ("会 议 通 知", "会议通知"),
            ("王 伟 李 明", "王伟 李明"), ("2024 年 5 月，增长 5 %。", "2024年5月，增长5%。"), ("会议指出， 要落实。", "会议指出，要落实。"),
            ("　　会议指出，要落实。　", "会议指出，要落实。"), ("陈 刚出席，李 明列席。", "陈刚出席，李明列席。"),
        ])
    func spaces(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "spaces between items stay",
        arguments: [
            "张三 李四 王五参加会议。", "市领导张建国 李卫东出席会议，陈刚主持。", "全市经济工作会议召开 部署明年工作",
            "以“数字链接古今 网络贯通世界”为主题，举办论坛。", "《树红色家风 创最美家庭》的党课，受到欢迎。",
            "深入推进改革开放创新驱动 全面落实高质量发展任务，迈出新步伐。",
        ])
    func spacesKept(text: String) { #expect(cleaned(text) == text) }

    @Test("a closed space is a repair with both neighbours; an indent is none")
    func spaceRepairs() {
        let repairs = clean("　　王 伟出席会议。").repairs
        #expect(repairs.map(\.printed) == ["王 伟"])
        #expect(repairs.map(\.restored) == ["王伟"])
        #expect(repairs.map(\.range) == [2..<5])
    }

    @Test(
        "doubled marks",
        arguments: [
            ("会议指出,，要落实。。", "会议指出，要落实。"), ("等等。。。。", "等等……"), ("好！！", "好！！"), ("研究……部署", "研究……部署"),
        ])
    func doubled(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "zero-width characters, byte order marks and control characters",
        arguments: [
            ("会\u{200B}议\u{FEFF}指\u{0007}出", "会议指出"), ("\u{FEFF}会议", "会议"), ("会\u{AD}议", "会议"), ("一\u{000B}二", "一\n二"),
        ])
    func invisible(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test("a replacement character is marked and asked about")
    func replacement() {
        let clean = clean("会议\u{FFFD}出，要落实。")
        #expect(clean.string(0..<clean.scalars.count) == "会议〓出，要落实。")
        #expect(clean.warnings.map(\.range) == [2..<3])
    }

    @Test(
        "Markdown",
        arguments: [
            ("**会议指出**，要落实。", "会议指出，要落实。"), ("## 一、总体要求", "一、总体要求"), ("见[通知](https://a.example/b)。", "见通知。"),
            ("[2024]5号", "[2024]5号"), ("3*4*5", "3*4*5"), ("> 会议指出", "会议指出"),
        ])
    func markdown(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "line ends, empty lines, paragraphs run together",
        arguments: [
            ("一。\r\n\r\n二。\r三。\n", "一。\n二。\n三。\n"), ("完成95%。 　　▲八里街项目。", "完成95%。\n▲八里街项目。"),
            ("\t\t会议\n\t\t指出", "会议\n指出"),
        ])
    func lines(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "Traditional becomes Simplified, and the printed form stays",
        arguments: [
            ("闞保勇主持會議", "阚保勇主持会议"), ("台北市長柯文哲", "台北市长柯文哲"), ("他說：「來到『萬華』」", "他说：“来到‘万华’”"), ("皇后在後面發現頭髮", "皇后在后面发现头发"),
            ("著力建設，沿著大路，顯著成效，著名景區", "着力建设，沿着大路，显著成效，著名景区"), ("校长梁樑主持会议", "校长梁樑主持会议"),
        ])
    func script(printed: String, restored: String) {
        let clean = clean(printed)
        #expect(clean.string(0..<clean.scalars.count) == restored)
        #expect(clean.printedString(0..<clean.scalars.count) == printed)
        #expect(clean.script == (printed == restored ? .hans : .hant))
    }
}

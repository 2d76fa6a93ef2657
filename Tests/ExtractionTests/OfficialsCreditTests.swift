import Testing

@testable import Extraction

/// Who made the article is no official.
@Suite struct OfficialsCreditTests {
    @Test(arguments: [
        "本报讯（记者 罗远山 通讯员 何静）会议召开。", "首席记者 罗远山", "会议现场。罗远山 摄", "会议圆满结束。（罗远山）",
        "会议圆满结束。 (罗远山 何静)", "责任编辑：罗远山", "图片由记者罗远山 何静 丁一凡 摄", "撰稿：罗远山、何静", "记录：罗远山",
    ])
    func staysOut(_ text: String) {
        #expect(OfficialsPhrases.names(text) == [])
    }

    /// The line end behind a credit is lost in scraping: the name is the next sentence's.
    @Test func whoSpeaksIsNoCredit() {
        #expect(
            OfficialsPhrases.lines("大会现场。通讯员 供图院长罗远山主持会议。大会现场。通讯员 供图罗远山强调，要抓好落实。")
                == ["罗远山 院长 presides/speaks"])
    }

    @Test func anOfficialWithTheNameOfAReporterStaysIn() {
        #expect(OfficialsPhrases.lines("（记者罗远山）市长罗远山主持会议。") == ["罗远山 市长 presides"])
    }
}

/// Damaged and random text: no crash, every range inside the source, no person without a name or a role.
@Suite struct OfficialsFuzzTests {
    @Test func staysInsideTheSource() {
        var state: UInt64 = 20_240_506
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let parts = [
            "市委书记", "、", "市长", "王强", "，", "出席", "会议", "受", "委托", "在", "的陪同下", "（", "）", "“", "”", "·", "欧阳", "总书记", "兼",
            "副",
            "主持人：", "出席：", "请假：", "\n", " ", "　", "记者", "摄", "作", "报告", "等", "一行", "和", "与", "生态文明思想", "同志为核心", "艾力更",
            "𠮷",
            "A", "5月6日", "。", "：", "〓", "党工委", "管委会", "会前", "参加", "启动仪式", "召开", "开",
        ]
        for _ in 0..<3000 {
            let text = (0..<next(40)).map { _ in parts[next(parts.count)] }.joined()
            let count = text.unicodeScalars.count
            let findings = OfficialsPhrases.read(text)
            for official in findings.officials {
                #expect(!official.name.isEmpty && !official.roles.isEmpty)
                #expect(official.ranges.allSatisfy { $0.start < $0.end && $0.end <= count })
            }
            #expect(findings.warnings.allSatisfy { ($0.range?.end ?? 0) <= count })
        }
    }
}

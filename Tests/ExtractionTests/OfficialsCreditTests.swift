import Foundation
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

    @Test func anOfficialWithTheNameOfAReporterStaysIn() {
        #expect(OfficialsPhrases.lines("（记者罗远山）市长罗远山主持会议。") == ["罗远山 市长 presides"])
    }
}

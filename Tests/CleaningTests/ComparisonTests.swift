import Testing

@testable import Cleaning

@Suite("A source beside what became of it")
struct ComparisonTests {
    private func dump(_ text: String, script: Bool = false) -> String {
        Comparison(clean(text), script: script).spans.map { span in
            switch span.mark {
            case .kept: span.text
            case .printed: "[-\(span.text)-]"
            case .restored: "[+\(span.text)+]"
            case .setAside(let kind): "[\(kind): \(span.text)]"
            }
        }.joined()
    }

    @Test(
        "repairs, boilerplate and layout",
        arguments: [
            ("頁(yè)碼", "頁[-(yè)-]碼"), ("会议指出,要落实。", "会议指出[-,-][+，+]要落实。"),
            ("在压实责任上再?gòu)?qiáng)化國(guó)", "在压实责任上再[-?gòu)?qiáng)-][+強+]化國[-(guó)-]"),
            ("　　扎实抓 好环保，要落实。\r\n\r\n会议。", "　　扎实抓[- -]好环保，要落实。\r\n\r\n会议。"),
            ("首页 > 正文\n会议。", "[navigation: 首页 > 正文]\n会议。"), ("会议。（完）", "会议。[credit: （完）]"),
        ])
    func spans(text: String, expected: String) { #expect(dump(text) == expected) }

    @Test("the change of script is shown when it is asked for")
    func script() {
        #expect(dump("國務院") == "國務院")
        #expect(dump("國務院", script: true) == "[-國-][+国+][-務-][+务+]院")
    }

    @Test("a Simplified text with Traditional characters and their readings becomes Simplified throughout")
    func mixedScript() {
        let clean = clean("会议指出，要推动國(guó)家发展，抓好各项工作。校长梁樑主持。")
        #expect(clean.script == .hans)
        #expect(clean.string(0..<clean.scalars.count) == "会议指出，要推动国家发展，抓好各项工作。校长梁樑主持。")
    }
}

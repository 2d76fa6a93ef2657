import Acquisition
import Diagnostics
import Foundation
import Testing

@testable import Cleaning

/// Texts of every kind of damage, and clean ones; with the development data where it is there.
private let texts: [String] = {
    var texts = [
        "", "。", "会", "\n\n", "　　",
        "首頁(yè) > 正文\n\n5月6日,是郴州市獲批建設(shè)國(guó)家可持續(xù)發(fā)展議程創(chuàng)新示範(fàn)區(qū)五週年。\n",
        "全面彰顯“七個(gè)新?lián)?dāng)”,在壓實(shí)責(zé)任上再?gòu)?qiáng)化,扎實(shí)抓 好生態(tài)環(huán)保;\r\n郴州日?qǐng)?bào)社 主辦\r\n",
        "收悉?,F(xiàn)批复。規(guī)規(guī)劃,，增长 5 %；１，２３４&amp;nbsp;&ldquo;好&rdquo;\u{200B}\u{FFFD}",
        "王 伟 李 明 张 三\n张三 李四 王五\n会 议 通 知\n", "(((（（))）“\"'‘’\"", "**a** [b](http://c) ?? ?a) x(yè)", "?gòu)?",
        "&&;&#;&amp;&amp;amp;",
        "黄铮 摄 会议特别邀请了市领导，随后 座谈 会议 召开。黄铮摄", "本报讯 （记者 张三）  会议召开。 （记者 李四） （完）",
    ]
    for name in ["/data/news.txt", "/seed/000_cedbc053e61aa1a8.txt"] {
        guard let text = try? String(contentsOfFile: shared + name, encoding: .utf8) else { continue }
        texts += name.hasSuffix("news.txt") ? text.split(separator: "\n").prefix(300).map(String.init) : [text]
    }
    return texts
}()

@Suite("What holds for every text")
struct PropertyTests {
    @Test("every scalar is mapped: origins never decrease and lie in the source")
    func origins() {
        for text in texts {
            let clean = clean(text)
            #expect(clean.scalars.count == clean.origins.count && clean.scalars.count == clean.printed.count)
            var last = 0..<0
            for origin in clean.origins {
                #expect(!origin.isEmpty && origin.upperBound <= clean.source.text.count)
                #expect(origin.lowerBound >= last.lowerBound && origin.upperBound >= last.upperBound)
                last = origin
            }
        }
    }

    @Test("repairs, boilerplate and warnings point into the source, and say what stands there")
    func ranges() {
        for text in texts {
            let clean = clean(text)
            for repair in clean.repairs { #expect(String(scalars: clean.source.text[repair.range]) == repair.printed) }
            for part in clean.boilerplate { #expect(String(scalars: clean.source.text[part.range]) == part.text) }
            for warning in clean.warnings { #expect(warning.range.upperBound <= clean.source.text.count) }
        }
    }

    @Test("cleaning clean text changes nothing")
    func idempotent() {
        for text in texts {
            let once = cleaned(text)
            let twice = cleaned(once)
            #expect(twice == once)
        }
    }

    @Test("nothing is lost: what is neither kept nor repaired is boilerplate, layout or a listed repair")
    func comparison() {
        for text in texts {
            let clean = clean(text)
            let spans = Comparison(clean).spans
            #expect(
                spans.filter { $0.mark != .restored }.map(\.text).joined().unicodeScalars.elementsEqual(
                    text.unicodeScalars))
        }
    }

    @Test("a clean Simplified text comes back unchanged, with no repair")
    func unchanged() {
        let text = """
            全市人才工作会议召开
            5月6日，临江市召开全市人才工作会议。市委副书记、市长陈文远主持会议并讲话，增长3.5%，共1,000人。
            会议指出，要坚持“党管人才”原则；到2025年，人才总量达到10万人（次）。《条例》规定：一要学、二要干！
            张三 李四 王五
            艾力更·依明巴海出席——会议还研究了其他事项……

            """.replacing("\n\n", with: "\n")
        let clean = clean(text)
        #expect(clean.string(0..<clean.scalars.count) == text)
        #expect(clean.repairs.isEmpty && clean.boilerplate.isEmpty && clean.warnings.isEmpty)
        #expect(clean.origins == text.unicodeScalars.indices.enumerated().map { $0.offset..<$0.offset + 1 })
    }

    @Test("one cleaner serves several threads, and gives the same each time")
    func threads() async {
        let expected = texts.map { cleaned($0) }
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<4 { group.addTask { texts.map { cleaned($0) } } }
            for await found in group { #expect(found == expected) }
        }
    }
}

import Acquisition
import Cleaning
import Testing

@testable import Extraction

/// Every statement leads back to its words, says which rule made it, and asks where the rule is weak.
@Suite struct StatementEvidenceTests {
    /// Damage, readings and furniture, so that ranges have something to get wrong.
    private static let texts = [
        """
        首頁(yè) > 正文
        5月9日,云溪市召開(kāi)治理會(huì)議,審議通過(guò)《云溪市節(jié)水行動(dòng)方案》。市長(zhǎng)林望舒主持會(huì)議并講話。
        會(huì)議指出,協(xié)同攻堅(jiān)取得新成效,累計(jì)建成水廠(chǎng)12座。
        會(huì)議強(qiáng)調(diào),要錨定“五高四新”美好藍(lán)圖,扎實(shí)抓 好生態(tài)環(huán)保,市水利局要于6月底前完成清查;要弘揚(yáng)青山精神。
        責(zé)任編輯:何立群
        """,
        """
        云溪市召开人才工作会议
        5月9日，云溪市召开人才工作会议。会议要求，一是深化认识，增强自觉。要加强“头雁”培养，毫不松懈抓落实；二要到2030年，人才总量达到10万人，三成以上在乡镇。
        下一步，云溪市将继续开展技能培训，累计培训5000人次。两名代表发言。
        """,
    ]

    private static func records() throws -> [(MeetingRecord, CleanText)] {
        let cleaner = try Cleaner()
        return texts.flatMap { text in
            let clean = cleaner.clean(Phrases.source(text))
            return MeetingReader().read(clean).map { ($0, clean) }
        }
    }

    @Test("the cleaned words of an item's range hold the item's text")
    func ranges() throws {
        for (record, clean) in try Self.records() {
            let items =
                (record.goals + record.directives + record.results).map { ($0.text, $0.range) }
                + record.figures.map { ($0.text, $0.range) }
            #expect(items.count > 6)
            for (text, range) in items {
                let words = clean.scalars.indices.filter {
                    clean.origins[$0].lowerBound >= range.start && clean.origins[$0].upperBound <= range.end
                }.map { clean.scalars[$0] }
                let read = String(String.UnicodeScalarView(words))
                #expect(read.contains(text), "\(text) is not in \(read)")
            }
        }
    }

    @Test("every item names its rule, and the rule its kind")
    func rules() throws {
        for (record, _) in try Self.records() {
            #expect(record.goals.allSatisfy { $0.rule?.hasPrefix("goal.") ?? false })
            #expect(record.directives.allSatisfy { $0.rule?.hasPrefix("directive.") ?? false })
            #expect(record.results.allSatisfy { $0.rule?.hasPrefix("result.") ?? false })
            #expect(record.figures.allSatisfy { $0.rule?.hasPrefix("figure.") ?? false })
        }
    }

    @Test("what is not sure is asked about, and nothing else")
    func questions() throws {
        for (record, _) in try Self.records() {
            let unsure =
                (record.goals + record.directives + record.results).filter { $0.sure == false }.map(\.range)
                + record.figures.filter { $0.sure == false }.map(\.range)
            let asked = StatementDoubts.warnings(of: record)
            #expect(asked.count == unsure.count)
            #expect(unsure.allSatisfy { range in asked.contains { $0.range == range } })
            #expect(asked.allSatisfy { $0.question?.hasSuffix("？") ?? false })
            #expect(asked.allSatisfy { record.warnings.contains($0) })
        }
    }

    @Test("the explanation shows rule, words, owner, deadline and the words of the goals")
    func explanation() {
        let text = "5月9日，云溪市召开治理会议。会议强调，市水利局要于6月底前完成水源地清查。累计建成水厂12座。"
        let record = Phrases.record(text)
        let lines = RecordExplanation(record, source: Phrases.source(text)).description.split(separator: "\n")
        let directive = lines.first { $0.hasPrefix("directive directive.modal [") }
        #expect(directive?.contains("〔责任：市水利局〕 〔时限：6月底前〕 〔SDG 6：水源地〕") ?? false)
        #expect(lines.contains { $0.hasPrefix("figure figure.fact [") && $0.contains("12 座 ← 累计建成水厂12座") })
        #expect(lines.contains { $0.hasPrefix("warning [") && $0.hasSuffix("？ ← 累计建成水厂12座") })
    }
}

import Foundation
import Outlining
import Testing

@testable import Pagination

/// What a document says to those who hear it.
struct StructureTests {
    private func dump(_ sections: String, _ fields: [String: Briefing.Value]) throws -> String {
        try Setting.paginate(sections, fields).structureDump()
    }

    @Test func aHeadingThatSkipsALevelIsOfTheNext() throws {
        let dump = try dump(
            """
              - {heading: 甲, level: 1, style: body}
              - {heading: 乙, level: 3, style: body}
              - {text: 丙, style: body}
            """, [:])
        #expect(dump == "Document\n  H1 甲\n  H2 乙\n  P 丙\n")
    }

    @Test func twoTextsOnOneLineAreTwo() throws {
        let dump = try dump("  - {pair: [甲办公室, 2024年5月1日], style: plain}", [:])
        #expect(dump == "Document\n  P 甲办公室\n  P 2024年5月1日\n")
    }

    @Test func aTableOverPagesIsOneAndItsRepeatedHeadIsDecoration() throws {
        let rows = (1...60).map { Briefing.Value.fields(["name": .text("行\($0)"), "note": .text("")]) }
        let document = try Setting.paginate(
            """
              - table: rows
                look: ruled
                caption: 表一
                continued: 续表
                columns:
                  - {text: "{name}", heading: 名称, width: 40mm}
                  - {text: "{note}", heading: 备注, width: 40mm}
            """, ["rows": .list(rows)])
        #expect(document.pages.count > 1)
        let lines = document.structureDump().split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        #expect(lines.prefix(7) == ["Document", "Table", "Caption 表一", "THead", "TR", "TH 名称", "TH 备注"])
        #expect(lines.filter { $0.hasPrefix("TH ") }.count == 2)
        #expect(lines.filter { $0 == "TR" }.count == 61)
        // An empty cell is one all the same.
        #expect(lines.filter { $0 == "TD" }.count == 60)
        #expect(!lines.contains { $0.contains("续表") })
    }

    @Test func joinedCellsSayWhatTheyCover() throws {
        let rows: [Briefing.Value] = ["一", "一", "二"].map { .fields(["a": .text($0), "b": .text("乙")]) }
        let dump = try dump(
            """
              - table: rows
                look: ruled
                columns:
                  - {text: "{a}", heading: 甲, width: 40mm, join: true}
                  - {text: "{b}", heading: 乙, width: 40mm}
            """, ["rows": .list(rows)])
        #expect(dump.contains("TD rows 2 一"))
        #expect(dump.components(separatedBy: "TD").count == 6, "three and two cells: \(dump)")
    }

    @Test(arguments: [
        "1.　核定方案", "12．整改", "3、报送", "［2］　听取汇报", "（4）约谈", "①　推定",
    ]) func numberedParagraphsAreItemsOfAList(text: String) throws {
        let dump = try dump("  - {text: \"\(text)\", style: body}\n  - {text: 其余, style: body}", [:])
        #expect(dump == "Document\n  L\n    LI\n      LBody \(text)\n  P 其余\n")
    }

    @Test(arguments: ["1.5亿元资金到位", "2024年", "（一）是小标题", "［注］", "98%", "5"])
    func othersAreParagraphs(text: String) throws {
        #expect(try dump("  - {text: \"\(text)\", style: body}", [:]) == "Document\n  P \(text)\n")
    }

    @Test func namesInColumnsAreItemsEach() throws {
        let names: [Briefing.Value] = ["卞思贤", "和立", "秦牧川"].map { .fields(["name": .text($0)]) }
        let dump = try dump(
            "  - {names: people, text: \"{name}\", across: 2, style: plain}", ["people": .list(names)])
        #expect(dump.components(separatedBy: "LBody").count == 4, "\(dump)")
        #expect(dump.contains("LBody 卞思贤\n") && dump.contains("LBody 和　立\n"), "\(dump)")
    }

    @Test func theNumberOfAPageIsDecoration() throws {
        let document = try Setting.paginate("  - {text: 正文, style: body}", [:])
        #expect(document.structureDump() == "Document\n  P 正文\n")
        #expect(Setting.folio(document.pages[0]) == "— 1 —")
    }

    @Test func everyElementStandsBehindTheOneItIsIn() throws {
        let rows: [Briefing.Value] = [.fields(["a": .text("一")])]
        let document = try Setting.paginate(
            """
              - {heading: 甲, level: 1, style: body}
              - table: rows
                look: ruled
                columns: [{text: "{a}", heading: 甲, width: 40mm}]
            """, ["rows": .list(rows)])
        for (number, element) in document.structure.enumerated() { #expect((element.parent ?? -1) < number) }
        #expect(document.structure.filter { $0.parent == nil }.count == 1)
    }
}

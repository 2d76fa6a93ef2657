import Foundation
import Testing

@testable import Outlining

@Suite("Names by strokes")
struct StrokeOrderTests {
    /// A small table; of 小 two ways are given, and the last is the mainland's.
    private static let table = Array(
        """
        # a comment
        王\thhsh
        于\thhs
        小\tzpn
        小\tspn
        明\tszhhpzhh
        伟\tpshhzs
        一\th
        丁\ths
        马\tzzh
        万\thzp
        文\tnhpn
        """.utf8)

    private func sorted(_ names: [String], _ order: StrokeOrder) -> [String] {
        StrokeTable(table: Self.table, names: names).sorted(names, by: order) { $0 }
    }

    @Test(
        "by surname: its strokes, then 横竖撇点折, then the given name, one of a single character first",
        arguments: [
            (["王伟", "丁小明", "于一"], ["丁小明", "于一", "王伟"]),
            // 于 一一丨, 万 一乛丿, 马 乛乛一: three strokes each.
            (["马一", "万一", "于一"], ["于一", "万一", "马一"]),
            (["王一明", "王伟", "王小明"], ["王伟", "王一明", "王小明"]),
        ])
    func surname(names: [String], order: [String]) {
        #expect(sorted(names, .surname) == order)
    }

    @Test("by the whole name: all its strokes together, then place by place")
    func whole() {
        // 王一 5, 丁小明 13, 于文 7, 马文 7.
        #expect(sorted(["丁小明", "马文", "王一", "于文"], .name) == ["王一", "于文", "马文", "丁小明"])
        #expect(sorted(["丁小明", "马文", "王一", "于文"], .surname) == ["丁小明", "于文", "马文", "王一"])
    }

    @Test("a dot is no stroke; what is not known comes last and is named; equals keep their order")
    func edges() {
        let names = ["㛃一", "王·一", "丁一", "王一"]
        let table = StrokeTable(table: Self.table, names: names)
        #expect(table.sorted(names, by: .surname) { $0 } == ["丁一", "王·一", "王一", "㛃一"])
        #expect(table.missing(in: names) == ["㛃"])
    }

    @Test("a plan asks for an order for all its lists, a list for its own; the handbook says which")
    func plan() throws {
        let yaml = """
            title: 推进会
            order: 姓氏笔画
            groups:
              - {name: 代表, people: [王伟, 丁小明, 于一]}
              - {name: 会务, order: 姓名笔画, people: [丁小明, 王一]}
            platform: [王伟, 于一]
            """
        let plan = try MeetingPlan(yaml: yaml, path: "plan.yaml")
        #expect(plan.isOrdered)
        let ordered = plan.ordered(by: StrokeTable(table: Self.table, names: plan.names))
        #expect(ordered.groups.map { $0.people.map(\.name) } == [["丁小明", "于一", "王伟"], ["王一", "丁小明"]])
        #expect(ordered.platform == ["王伟", "于一"])
        let groups = HandbookOutline().briefing(of: ordered)["groups"].list
        #expect(groups.map { $0["count"].text } == ["3人，按姓氏笔画排序", "2人，按姓名笔画排序"])
        #expect(throws: (any Error).self) { try MeetingPlan(yaml: "title: 会\norder: 拼音", path: "plan.yaml") }
    }

    @Test(
        "surnames as lists of names have them, from the table that the system has",
        .enabled(if: FileManager.default.fileExists(atPath: StrokeTable.path)))
    func installed() throws {
        let names = ["覃怀远", "丁玥", "王伟", "马宏", "欧阳彦秋", "于一", "万里", "尹川", "乃小", "闻立峰", "匡镕生", "卜文"]
        let table = StrokeTable(table: [UInt8](try Data(contentsOf: URL(filePath: StrokeTable.path))), names: names)
        #expect(
            table.sorted(names, by: .surname) { $0 } == [
                "丁玥", "卜文", "乃小", "于一", "万里", "马宏", "王伟", "尹川", "匡镕生", "欧阳彦秋", "闻立峰", "覃怀远",
            ])
    }
}

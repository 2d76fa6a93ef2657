import Diagnostics
import Testing

@testable import Acquisition

@Suite("Tables")
struct SourceTableTests {
    private func table(_ text: String, _ path: String = "a.csv") throws -> SourceTable {
        guard case .table(let table) = try SourceReader().content(bytes: Array(text.utf8), path: path) else {
            throw Diagnostic(.unsupported("no table"))
        }
        return table
    }

    private func rows(_ table: SourceTable) -> [[String]] { table.rows.map { $0.cells.map(table.text) } }

    @Test(
        "each way of writing one",
        arguments: [
            "姓名,职务\n尹川,副市长\n佟堃,局长\n", "姓名\t职务\r\n尹川\t副市长\r\n佟堃\t局长", "姓名;职务\n\"尹川\";副市长\n\n佟堃;局长\n",
            "姓名，职务\n尹川，副市长\n佟堃，局长", "\u{FEFF}姓名 , 职务,\n 尹川 , 副市长,\n佟堃,局长,,\n",
        ])
    func separators(text: String) throws {
        let table = try table(text)
        #expect(table.columns.prefix(2) == ["姓名", "职务"])
        #expect(rows(table).map { Array($0.prefix(2)) } == [["尹川", "副市长"], ["佟堃", "局长"]])
        #expect(table.source.format == .table)
    }

    @Test("cells in quotation marks hold separators, line ends and quotation marks; rows know their lines")
    func quoted() throws {
        let table = try table("姓名,职务\n尹川,\"市委常委,\n副市长\"\n佟堃,\"“局长” \"\"兼\"\" 书记\"\n闻立峰\n")
        #expect(rows(table) == [["尹川", "市委常委,\n副市长"], ["佟堃", "“局长” \"兼\" 书记"], ["闻立峰", ""]])
        #expect(table.rows.map(\.line) == [2, 4, 5])
        #expect(scalarString(table.source.text).hasPrefix("姓名\t职务\n尹川\t市委常委,\n副市长\n"))
    }

    @Test(
        "what cannot be a table says where",
        arguments: [
            ("姓名,职务\n尹川,\"副市长\n佟堃,局长\n", 2, 4, "a quotation mark is not closed"),
            ("姓名,职务\n尹川,副市长,多\n", 2, 1, "3 cells in a table of 2 columns"),
            ("姓名,姓名\n甲,乙\n", 1, 1, "the column `姓名` stands twice"),
        ])
    func malformed(text: String, line: Int, column: Int, reason: String) {
        #expect(
            throws: Diagnostic(
                .malformed(format: "CSV", reason: reason), at: Place(file: "a.csv", line: line, column: column))
        ) { try table(text) }
    }

    @Test("a head without rows is an empty file")
    func empty() {
        #expect(throws: Diagnostic(.fileEmpty, at: Place(file: "a.csv"))) { try table("姓名,职务\n") }
    }

    @Test("content decides: a table without its ending is one, an article with commas is none")
    func byContent() throws {
        #expect(try rows(table("name,title\nA,B\nC,D\n", "list.txt")) == [["A", "B"], ["C", "D"]])
        #expect(throws: Diagnostic(.unsupported("no table"))) {
            try table("市政府召开会议\n5月6日,市长主持,会议强调了三点。\n要压实责任,抓好落实。\n", "news")
        }
    }
}

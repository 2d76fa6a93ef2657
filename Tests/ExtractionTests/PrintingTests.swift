import Testing

@testable import Extraction

/// What a terminal shows.
@Suite struct PrintingTests {
    private static let text = """
        云溪市召开治理会议
        5月9日，云溪市召开治理会议。市长林望舒主持会议并讲话。会议强调，要在深化改革上再加力，市水利局要于6月底前完成清查。
        """

    @Test func hanCharactersTakeTwoColumns() {
        #expect(TextColumns.width(of: "云溪ab") == 6)
        #expect(TextColumns.lines(of: "一二三四五", width: 4) == ["一二", "三四", "五"])
        #expect(TextColumns.lines(of: "一二，三", width: 4) == ["一二，", "三"])
        #expect(TextColumns(widths: [4, 10]).lines(["一", "二三"]) == ["一    二三"])
    }

    @Test func theTable() {
        let record = Phrases.record(Self.text, published: "2024-05-10")
        let table = RecordTable(record, width: 60).description
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "云溪市治理会议")
        #expect(lines.contains("类别  会议"))
        #expect(lines.contains("地点  原文未载"))
        #expect(lines.contains("  林望舒  主持、讲话  市长"))
        #expect(lines.contains { $0.contains("〔6月底前〕") })
        #expect(lines.allSatisfy { TextColumns.width(of: $0) <= 64 && !$0.hasSuffix(" ") })
        #expect(table == RecordTable(record, width: 60).description)
    }

    @Test func theExplanation() {
        let record = Phrases.record(Self.text, published: "2024-05-10")
        let text = RecordExplanation(record, source: Phrases.source(Self.text)).description
        #expect(text.contains("meeting.name ["))
        #expect(text.contains("directive directive.modal ["))
        #expect(text.contains("← "))
    }
}

import Diagnostics
import Testing

@testable import Acquisition

@Suite("Numbers that Word counts itself")
struct WordNumberingTests {
    /// A level of a list: format, text, and what else stands in it.
    private struct Level {
        var format: String
        var text: String
        var start = 1
        var more = ""

        init(_ format: String, _ text: String, start: Int = 1, _ more: String = "") {
            (self.format, self.text, self.start, self.more) = (format, text, start, more)
        }

        func xml(_ index: Int) -> String {
            "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
                + "<w:lvlText w:val=\"\(text)\"/><w:pPr><w:ind w:left=\"420\"/></w:pPr></w:lvl>"
        }
    }

    private func family(_ id: Int, _ levels: [Level]) -> String {
        "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.enumerated().map { $1.xml($0) }.joined())</w:abstractNum>"
    }

    private func list(_ id: Int, of family: Int, _ more: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(family)\"/>\(more)</w:num>"
    }

    private func item(_ text: String, list: Int? = nil, level: Int? = nil, style: String? = nil) -> String {
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        let level = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
        let list = list.map { "<w:numId w:val=\"\($0)\"/>" } ?? ""
        return "<w:p><w:pPr>\(style)<w:numPr>\(level)\(list)</w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private func lines(_ body: String, _ numbering: String, styles: String? = nil) throws -> [String] {
        var fixture = WordFixture(body)
        (fixture.numbering, fixture.styles) = (numbering, styles)
        let source = try SourceReader().read(bytes: fixture.bytes, path: "a.docx")
        return source.blocks.map { scalarString(source.text[$0.range]) }
    }

    private static let forms: [(String, [Int: String])] = [
        ("chineseCounting", [1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 105: "一○五"]),
        ("chineseCountingThousand", [3: "三", 11: "十一", 101: "一百零一", 110: "一百一十", 1010: "一千零一十"]),
        ("taiwaneseCounting", [2: "二", 15: "十五"]), ("taiwaneseCountingThousand", [200: "二百"]),
        ("japaneseCounting", [4: "四", 10: "十", 101: "百一", 21: "二十一"]),
        ("ideographTraditional", [1: "甲", 10: "癸", 11: "11"]), ("ideographZodiac", [12: "亥"]),
        ("ideographZodiacTraditional", [1: "甲子", 60: "癸亥"]), ("ideographDigital", [10: "一〇"]),
        ("chineseLegalSimplified", [10: "壹拾", 203: "贰佰零叁"]),
        ("decimal", [0: "0", 12: "12"]), ("decimalZero", [5: "05", 15: "15"]),
        ("decimalFullWidth", [12: "１２"]),
        ("decimalEnclosedCircle", [1: "①", 20: "⑳", 21: "21"]), ("decimalEnclosedCircleChinese", [10: "⑩"]),
        ("decimalEnclosedParen", [2: "⑵"]), ("decimalEnclosedFullstop", [2: "⒉"]),
        ("upperRoman", [4: "IV", 19: "XIX"]), ("lowerRoman", [9: "ix"]),
        ("upperLetter", [1: "A", 26: "Z", 27: "AA", 54: "BBB"]), ("lowerLetter", [3: "c"]),
        ("none", [7: ""]), ("unheardOf", [7: "7"]),
    ]

    @Test("each format as printed", arguments: forms)
    func formats(format: String, expected: [Int: String]) {
        for (number, text) in expected { #expect(ListNumber.text(number, format: format) == text) }
        #expect(ListNumber.text(1, format: "bullet") == nil)
    }

    @Test("levels count for themselves and begin anew below the next of a higher one")
    func levels() throws {
        let numbering =
            family(
                0,
                [
                    Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"), Level("decimal", "%3."),
                    Level("decimalEnclosedCircle", "%4"),
                ]) + list(1, of: 0)
        let body = [
            ("压实责任", 0), ("排查隐患", 1), ("2024年底前完成", 2), ("逐户登记", 3), ("备足物资", 2), ("加强值守", 1), ("转移群众", 0), ("落实包保", 1),
        ]
        #expect(
            try lines(body.map { item($0.0, list: 1, level: $0.1) }.joined(), numbering) == [
                "一、压实责任", "（一）排查隐患", "1. 2024年底前完成", "①逐户登记", "2. 备足物资", "（二）加强值守", "二、转移群众", "（一）落实包保",
            ])
    }

    @Test("numbers of higher levels in one, in figures where the level asks for it; no level restarts that must not")
    func compounds() throws {
        let numbering =
            family(
                0,
                [
                    Level("upperRoman", "第%1条"), Level("decimal", "%1.%2", start: 3, "<w:isLgl/>"),
                    Level("lowerLetter", "%3)", "<w:lvlRestart w:val=\"0\"/>"), Level("bullet", "·"),
                ]) + list(1, of: 0)
        let body = [0, 1, 2, 1, 2, 3, 0, 1].map { item("甲", list: 1, level: $0) }.joined()
        #expect(try lines(body, numbering) == ["第I条 甲", "1.3 甲", "a) 甲", "1.4 甲", "b) 甲", "甲", "第II条 甲", "2.3 甲"])
    }

    @Test("lists of one family count on, unless they say where they begin; a list may have its own level")
    func lists() throws {
        let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
        let own = "<w:lvlOverride w:ilvl=\"0\">\(Level("upperLetter", "%1．").xml(0))</w:lvlOverride>"
        let numbering =
            family(0, [Level("decimal", "%1、")]) + family(1, [Level("decimal", "（%1）", "<w:suff w:val=\"nothing\"/>")])
            + list(1, of: 0) + list(2, of: 0) + list(3, of: 0, anew) + list(4, of: 1) + list(5, of: 1, own)
        let body = [1, 1, 4, 2, 3, 3, 4, 5, 0, 9].map { item("甲", list: $0) }.joined()
        #expect(
            try lines(body, numbering) == ["1、甲", "2、甲", "（1）甲", "3、甲", "5、甲", "6、甲", "（2）甲", "C．甲", "甲", "甲"])
    }

    @Test("the list of a paragraph's style, of the style that it is based on, and of a style of lists")
    func styles() throws {
        let numbering =
            family(
                0,
                [
                    Level("chineseCounting", "%1、", "<w:pStyle w:val=\"2\"/>"),
                    Level("chineseCounting", "（%2）", "<w:pStyle w:val=\"3\"/>"),
                ])
            + "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
            + list(1, of: 0) + list(2, of: 1)
        let numbered = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        let styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="1"/>
            <w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/>\(numbered)</w:style>
            <w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="2"/></w:style>
            <w:style w:type="paragraph" w:styleId="4"><w:basedOn w:val="2"/></w:style>
            <w:style w:type="paragraph" w:styleId="5"><w:basedOn w:val="6"/></w:style>
            <w:style w:type="paragraph" w:styleId="6"><w:basedOn w:val="5"/></w:style>
            <w:style w:type="numbering" w:styleId="L">\(numbered)</w:style>
            """
        let body =
            item("甲", style: "2") + item("乙", style: "3") + item("丙", style: "4") + item("丁", list: 0, style: "2")
            + item("戊", list: 2) + item("己", style: "5") + WordFixture.paragraph("庚") + item("辛", level: 1, style: "2")
        #expect(try lines(body, numbering, styles: styles) == ["一、甲", "（一）乙", "二、丙", "丁", "三、戊", "己", "庚", "（一）辛"])
    }

    @Test("what was deleted is not counted, an empty paragraph has no line, a cell and a second line keep to their own")
    func edges() throws {
        let numbering = family(0, [Level("decimal", "%1.")]) + list(1, of: 0)
        let deleted =
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
        let changed =
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>"
            + "<w:r><w:t>原有编号</w:t></w:r></w:p>"
        let broken =
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:br/><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
        let table = "<w:tbl><w:tr><w:tc>\(item("防汛", list: 1))</w:tc><w:tc>\(item("抗旱", list: 1))</w:tc></w:tr></w:tbl>"
        #expect(
            try lines(item("甲", list: 1) + deleted + changed + item("", list: 1) + broken + table, numbering) == [
                "1. 甲", "原有编号", "3. 上", "下", "4. 防汛\t5. 抗旱",
            ])
    }

    @Test("lists that are no lists are no crash")
    func unsound() throws {
        let long = String(repeating: "%1", count: 9_999)
        let numbering =
            family(0, [Level("decimal", long), Level("decimal", "%"), Level("decimal", "%x%9")]) + list(1, of: 0)
            + list(2, of: 7)
            + "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"9223372036854775807\"/>"
            + "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>" + list(3, of: 8)
        let body =
            item("甲", list: 1) + item("乙", list: 1, level: 1) + item("丙", list: 1, level: 2)
            + item("丁", list: 1, level: 99) + item("戊", list: 1, level: -1) + item("己", list: 2) + item("庚", list: 3)
        let found = try lines(body, numbering)
        #expect(found == [String(repeating: "1", count: 20) + " 甲", "乙", "%x0 丙", "丁", "戊", "己", "0、庚"])
        #expect(throws: Diagnostic.self) { try lines(body, "<w:abstractNum>") }
    }
}

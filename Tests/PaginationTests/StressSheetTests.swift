import Fonts
import Foundation
import Outlining
import Testing

@testable import Pagination

/// Tricky phrases at every column of the line, set as `render --layout bench` sets them: what a proof reader of a
/// government printer would look for.
struct StressSheetTests {
    static let names = [
        "欧阳文静", "王伟", "买买提·艾力", "古丽娜尔·阿不都拉", "司马光明", "阿卜杜拉·买买提·艾力·吐尔逊", "李㛃", "𠮷田一郎",
    ]

    static let phrases = [
        "他说：“好。”随后", "《云澜市规划（草案）》、《实施方案》印发", "（含县、区）", "听取“双碳”、“双控”汇报", "通报（见附件）。会议",
        "达到6.5%以上", "浓度为30 μg/m³以下", "于2024年5月6日召开", "63%~68%之间", "占1,000.5万元", "第137期简报",
        "——这是关键——", "等等……随后", "副市长欧阳文静指出", "买买提·艾力出席", "古丽娜尔·阿不都拉参加", "北京～上海专线", "2019–2024年间",
        "和/或另行", "使用GB/T 9704—2012标准", "见https://www.example.gov.cn/zhengce/2024-05/06/content_12345.html网站",
        "发至zhengfu-bangongshi@example.gov.cn邮箱", "『深化「一网通办」改革』", "怎么办？！大家", "推进5G、AI、IPv6", "共１２件",
        "气温30℃上下", "价格￥100元", "第（一）、（二）条", "讲话全文：“《决定》”", "阿卜杜拉·买买提·艾力·吐尔逊发言", "李㛃、赵〇到会", "𠮷田一郎来访",
        "（《〈文件〉解读》）", "“‘两个重点’”的意义", "云政发〔2024〕12号", "；——同时", "重点是：——", "PM2.5浓度", "CO₂排放", "C919飞机", "No.5机组",
        "比例为1:2左右", "10—15日举行", "第1—3条规定", "约12.5万亿元", "1.2亿千瓦时", "气温－5℃时", "上午9:00—11:30", "①②③三项", "“一带一路”·共建",
        "推动Smart City与Digital Twin建设", "》）、“", "！”大家", "（2024—2026年）", "\"引号\"处",
    ]

    static let traditional = [
        "他說：「好。」隨後", "《雲瀾市規劃（草案）》、《實施方案》印發", "聽取「雙碳」、「雙控」彙報", "「『甲』、『乙』」，會議", "達到6.5%以上", "——這是關鍵——",
        "買買提·艾力出席", "怎麼辦？！大家", "（含縣、區）；會議", "於2024年5月6日召開", "（一）、（二）", "推進5G、AI", "63%～68%之間", "任務。」會議",
        "歐陽文靜指出", "。」）》", "等等……隨後", "；——同時", "使用GB/T 9704標準", "「一網通辦」·改革", "共１２件", "第1—3條", "『全文』：（略）", "CO₂排放",
    ]

    struct Sheet: CustomTestStringConvertible, Sendable {
        var name: String
        var phrases: [String]
        var filler: String
        var language = TextLanguage.hans
        var names = StressSheetTests.names
        /// Share of full lines that keep to the character grid.
        var onGrid: Double

        var testDescription: String { name }

        /// Each phrase after 0 to 27 characters, in a paragraph that goes on for one or two lines.
        var paragraphs: [String] {
            let scalars = Array(filler.unicodeScalars)
            func take(_ count: Int) -> String {
                var view = String.UnicodeScalarView()
                for at in 0..<count { view.append(scalars[at % scalars.count]) }
                return String(view)
            }
            return phrases.enumerated().flatMap { number, phrase in
                (0..<28).map { column in take(column) + phrase + take(40 + (number * 7 + column) % 28) }
            }
        }
    }

    /// Running text, and text without a single mark: there nothing but the phrase can take up what is left over.
    static let sheets = [
        Sheet(
            name: "running text", phrases: phrases,
            filler: "会议强调，要坚持稳中求进，加快构建新发展格局，着力推动发展；统筹扩大内需、深化改革。各县区要主动担当，各部门要密切配合，确保各项任务落地见效，",
            onGrid: 0.98),
        Sheet(
            name: "no marks", phrases: phrases,
            filler: "会议强调要坚持稳中求进工作总基调完整准确全面贯彻新发展理念加快构建新发展格局着力推动高质量发展统筹扩大内需和深化供给侧结构性改革",
            onGrid: 0.93),
        Sheet(
            name: "Traditional", phrases: traditional,
            filler: "會議強調要堅持穩中求進工作總基調完整準確全面貫徹新發展理念加快構建新發展格局著力推動高質量發展統籌擴大內需和深化供給側結構性改革",
            language: .hant, names: ["買買提·艾力", "歐陽文靜"], onGrid: 0.94),
    ]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The machine's faces where it has them.
    private static func shaper() throws -> any Shaper {
        let hasFaces = FileManager.default.fileExists(
            atPath: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
        return hasFaces ? try FontBook(folder: root.appendingPathComponent("fonts").path) : FixedShaper()
    }

    private static func document(_ sheet: Sheet, _ meeting: [String: Briefing.Value]) throws -> PagedDocument {
        let layout = try Layout.load(root.appendingPathComponent("layouts/bench.yaml").path)
        let fields: [String: Briefing.Value] = [
            "lang": .text(sheet.language.rawValue), "names": .list(sheet.names.map { .text($0) }),
            "meetings": .list([.fields(meeting)]), "officials_head": ["姓名", "职务", "角色"],
        ]
        return try Paginator(layout: layout, shaper: shaper()).paginate(Briefing(fields: fields))
    }

    @Test(arguments: sheets) func everyPhraseAtEveryColumn(sheet: Sheet) throws {
        let size = 15.75
        let paragraphs = sheet.paragraphs
        let document = try Self.document(
            sheet, ["no": 1, "title": "样张", "paragraphs": .list(paragraphs.map { .text($0) })])
        let left = 28 * 72 / 25.4
        var lines = PrintedLine.lines(of: document, size: size, within: left...(left + 28 * size))[...]
        var report = LineReport(hasCentredMarks: sheet.language == .hant)
        for text in paragraphs {
            let scalars = Array(text.unicodeScalars)
            let set = try #require(PrintedLine.take(&lines, scalars, left: left), "\(text) is not on the page")
            report.judge(set, of: scalars, size: size, width: 28 * size, indent: 2 * size, names: sheet.names)
        }
        #expect(lines.isEmpty)
        report.expectNone()
        #expect(Double(report.onGrid) >= sheet.onGrid * Double(report.full), "\(report.onGrid) of \(report.full)")
    }

    /// The same phrases in the cells of a table, set flush left in 12 pt.
    @Test func phrasesInCells() throws {
        var sheet = Self.sheets[1]
        sheet.phrases = Self.phrases.filter { !$0.contains("阿卜杜拉") && !$0.contains("content_12345") }
        let texts = sheet.paragraphs.map { String($0.prefix(50)) }
        let officials = texts.map { Briefing.Value.fields(["name": "甲", "title": .text($0), "role": "乙"]) }
        let document = try Self.document(sheet, ["no": 1, "title": "样张", "officials": .list(officials)])
        let left = 28 * 72 / 25.4 + 74
        let lines = PrintedLine.lines(of: document, size: 12, within: left...(left + 243))
        var rest = lines.filter { $0.line.runs.flatMap(\.text) != Array("职务".unicodeScalars) }[...]
        var report = LineReport()
        for text in texts {
            let scalars = Array(text.unicodeScalars)
            let set = try #require(PrintedLine.take(&rest, scalars, left: left), "\(text) is not on the page")
            report.judge(
                set, of: scalars, size: 12, width: 243, indent: 0, names: sheet.names, isJustified: false)
        }
        report.expectNone()
    }
}

/// A line as it stands on a page.
struct PrintedLine {
    var line: SetLine
    private var baseline: Double

    /// The lines of one size in a column of the pages, in order; small digits belong to the line they stand in.
    static func lines(of document: PagedDocument, size: Double, within column: ClosedRange<Double>) -> [PrintedLine] {
        var lines: [PrintedLine] = []
        for page in document.pages {
            var open: PrintedLine?
            for case .glyphs(let run) in page.drawn {
                guard let first = run.glyphs.first, first.x > column.lowerBound - size, first.x < column.upperBound
                else { continue }
                if let line = open, abs(first.y - line.baseline) < 0.5 * size, run.size <= size {
                    open?.line.runs.append(run)
                } else {
                    if let open { lines.append(open) }
                    open =
                        run.size == size
                        ? PrintedLine(
                            line: SetLine(runs: [run], left: 0, right: 0, scalars: 0..<0), baseline: first.y) : nil
                }
            }
            if let open { lines.append(open) }
        }
        return lines
    }

    /// Takes the lines that show a paragraph from the front; `nil` where they show something else.
    static func take(_ lines: inout ArraySlice<PrintedLine>, _ text: [Unicode.Scalar], left: Double) -> [SetLine]? {
        var taken: [SetLine] = []
        var at = 0
        while at < text.count {
            guard var line = lines.popFirst()?.line else { return nil }
            let start = at
            for scalar in line.runs.flatMap(\.text) where scalar != " " {
                while at < text.count, text[at] == " " { at += 1 }
                guard at < text.count, text[at] == scalar else { return nil }
                at += 1
            }
            while at < text.count, text[at] == " " { at += 1 }
            line.scalars = start..<at
            for run in line.runs.indices {
                for glyph in line.runs[run].glyphs.indices { line.runs[run].glyphs[glyph].x -= left }
            }
            taken.append(line)
        }
        return taken
    }
}

/// What a proof reader counts on set lines; each fault is the line's text.
struct LineReport {
    /// Whether ，。、；：？！ stand in the middle of their em and keep it at a line's end.
    var hasCentredMarks = false
    var forbiddenStarts: [String] = []
    var forbiddenEnds: [String] = []
    var broken: [String] = []
    var unsqueezed: [String] = []
    var untrimmed: [String] = []
    var ragged: [String] = []
    var single: [String] = []
    var offGrid: [String] = []
    var full = 0
    var onGrid = 0

    private static let noStart = Set("，。、；：？！）》」』】〗〕〉”’·～–~/％%℃‰,.;:?!)]}".unicodeScalars)
    private static let noEnd = Set("（《「『【〖〔〈“‘([{/".unicodeScalars)
    private static let centred = Set("，。、；：？！".unicodeScalars)
    private static let opening = Set("（《「『【〖〔〈“‘".unicodeScalars)
    private static let closing = Set("，。、；：？！）》」』】〗〕〉”’".unicodeScalars)

    func expectNone(_ location: SourceLocation = #_sourceLocation) {
        for (fault, found) in [
            ("forbidden start", forbiddenStarts), ("forbidden end", forbiddenEnds), ("broken", broken),
            ("unsqueezed", unsqueezed), ("untrimmed", untrimmed), ("ragged", ragged), ("single", single),
        ] { #expect(found == [], "\(fault)", sourceLocation: location) }
    }

    mutating func judge(
        _ lines: [SetLine], of text: [Unicode.Scalar], size: Double, width: Double, indent: Double, names: [String],
        isJustified: Bool = true
    ) {
        let whole = String(String.UnicodeScalarView(text))
        var breaks: Set<Int> = []
        for (number, line) in lines.enumerated() {
            let shown = Array(text[line.scalars])
            let string = String(String.UnicodeScalarView(shown))
            let isLast = number == lines.count - 1
            if number > 0 { breaks.insert(line.scalars.lowerBound) }
            if number > 0, let first = shown.first, Self.noStart.contains(first) { forbiddenStarts.append(string) }
            if !isLast, let last = shown.last, Self.noEnd.contains(last) { forbiddenEnds.append(string) }
            if isLast, number > 0, shown.filter({ !Self.closing.contains($0) }).count < 2 { single.append(string) }
            judgeGlyphs(
                line, string, size: size, width: width, edge: number == 0 ? indent : 0, isFull: !isLast && isJustified)
        }
        for piece in Self.pieces(of: text, names: names)
        where breaks.contains(where: { piece.contains($0) && piece.lowerBound != $0 }) {
            broken.append(String(String.UnicodeScalarView(text[piece])) + " in " + whole)
        }
    }

    private mutating func judgeGlyphs(
        _ line: SetLine, _ string: String, size: Double, width: Double, edge: Double, isFull: Bool
    ) {
        var marks: [(Unicode.Scalar, Double)] = []
        for run in line.runs {
            var scalar = 0
            var glyph = 0
            let clusters = run.clusters.isEmpty ? run.text.map { _ in .init(scalars: 1, glyphs: 1) } : run.clusters
            for cluster in clusters {
                marks.append((run.text[scalar], run.glyphs[glyph].x))
                scalar += cluster.scalars
                glyph += cluster.glyphs
            }
        }
        let (first, x) = marks[0]
        if abs(x - (Self.opening.contains(first) ? edge - size / 2 : edge)) > 0.03 { untrimmed.append(string) }
        var worst = 0.0
        for (before, after) in zip(marks, marks.dropFirst()) {
            let advance = after.1 - before.1
            let isMark = { (s: Unicode.Scalar) in Self.opening.contains(s) || Self.closing.contains(s) }
            if isMark(before.0), isMark(after.0), !(Self.opening.contains(before.0) && Self.closing.contains(after.0)),
                advance > (isCentred(before.0) || isCentred(after.0) ? 0.75 : 0.55) * size
            {
                unsqueezed.append(string)
            }
            if before.0.value > 0x3400, before.0.value < 0xA000, after.0.value > 0x3400, after.0.value < 0xA000 {
                worst = max(worst, abs(advance - size))
            }
        }
        guard isFull else { return }
        full += 1
        if worst <= 0.012 * size { onGrid += 1 } else { offGrid.append("\(worst / size) \(string)") }
        // Where letters and dashes end, only their face knows.
        let (last, end) = marks[marks.count - 1]
        guard last.value >= 0x3000 else { return }
        let visible = Self.closing.contains(last) && !(hasCentredMarks && Self.centred.contains(last)) ? 0.5 : 1
        if abs(end + visible * size - width) > 0.03 { ragged.append(string) }
    }

    /// No half em can be cut from one side of a mark that stands in the middle of it.
    private func isCentred(_ scalar: Unicode.Scalar) -> Bool { hasCentredMarks && Self.centred.contains(scalar) }

    /// What may not break: names, dashes, and numbers with what belongs to them.
    private static func pieces(of text: [Unicode.Scalar], names: [String]) -> [Range<Int>] {
        let whole = [
            "——", "……", "6.5%", "30 μg/m³", "2024年", "5月", "6日", "63%~68%", "1,000.5万元", "137期", "2019–2024年", "30℃",
            "￥100元", "9704—2012", "１２", "－5℃", "9:00—11:30", "10—15日", "12.5万亿元", "1.2亿千瓦时", "PM2.5", "C919", "No.5",
            "1:2",
            "2024—2026年", "CO₂", "5G",
        ]
        return (names + whole).flatMap { piece -> [Range<Int>] in
            let scalars = Array(piece.unicodeScalars)
            return text.indices.filter { text[$0...].starts(with: scalars) }.map { $0..<($0 + scalars.count) }
        }
    }
}

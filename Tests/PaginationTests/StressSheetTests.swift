import Fonts
import Testing

@testable import Pagination

/// Tricky phrases at every column of the line: what a government printer's proof reader would look for.
struct StressSheetTests {
    static let names = ["欧阳文静", "王伟", "买买提·艾力", "古丽娜尔·阿不都拉", "司马光明"]

    static let phrases = [
        "他说：“好。”随后", "《云澜市规划（草案）》、《实施方案》印发", "（含县、区）", "听取“双碳”、“双控”汇报", "通报（见附件）。会议",
        "达到6.5%以上", "浓度为30 μg/m³以下", "于2024年5月6日召开", "63%~68%之间", "占1,000.5万元", "第137期简报",
        "——这是关键——", "等等……随后", "副市长欧阳文静指出", "买买提·艾力出席", "古丽娜尔·阿不都拉参加", "北京～上海专线", "2019–2024年间",
        "和/或另行", "使用GB/T 9704标准", "见https://www.example.gov.cn/zhengce/2024-05/06/content_12345.html网站",
        "发至zhengfu-bangongshi@example.gov.cn邮箱", "『深化「一网通办」改革』", "怎么办？！大家", "推进5G、AI、IPv6", "共１２件",
        "气温30℃上下", "价格￥100元", "第（一）、（二）条", "讲话全文：“《决定》”",
    ]

    /// Running text, and text without a single mark: there nothing but the phrase can take up what is left over.
    static let fillers: [(text: String, onGrid: Double)] = [
        ("会议强调，要坚持稳中求进，加快构建新发展格局，着力推动发展；统筹扩大内需、深化改革。各县区要主动担当，各部门要密切配合，确保各项任务落地见效，", 0.98),
        ("会议强调要坚持稳中求进工作总基调完整准确全面贯彻新发展理念加快构建新发展格局着力推动高质量发展统筹扩大内需和深化供给侧结构性改革", 0.90),
    ]

    static func sheet(_ filler: String) -> [String] {
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

    @Test(arguments: fillers)
    func setsEveryPhraseAtEveryColumn(filler: (text: String, onGrid: Double)) throws {
        let size = 15.75
        let composer = LineComposer(shaper: FixedShaper(), language: .hans, names: NameFinder(Self.names))
        var report = LineReport()
        for text in Self.sheet(filler.text) {
            let scalars = Array(text.unicodeScalars)
            let lines = composer.compose(
                scalars, spans: [TextSpan(count: scalars.count, role: .fangsong, size: size, colour: .black)],
                in: Measure(width: 28 * size, firstIndent: 2 * size))
            report.judge(lines, of: scalars, size: size, width: 28 * size, names: Self.names)
        }
        #expect(report.forbiddenStarts == [])
        #expect(report.forbiddenEnds == [])
        #expect(report.broken == [])
        #expect(report.unsqueezed == [])
        #expect(report.untrimmed == [])
        #expect(report.ragged == [])
        #expect(report.single == [])
        #expect(Double(report.onGrid) >= filler.onGrid * Double(report.full), "\(report.onGrid) of \(report.full)")
    }
}

/// What a proof reader counts on set lines; each fault is the line's text.
struct LineReport {
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

    private static let noStart = Set("，。、；：？！）》」』】〗〕〉”’·～–~/％%℃,.;:?!)]}".unicodeScalars)
    private static let noEnd = Set("（《「『【〖〔〈“‘([{/".unicodeScalars)
    private static let opening = Set("（《「『【〖〔〈“‘".unicodeScalars)
    private static let closing = Set("，。、；：？！）》」』】〗〕〉”’".unicodeScalars)

    mutating func judge(
        _ lines: [SetLine], of text: [Unicode.Scalar], size: Double, width: Double, names: [String]
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
            judgeGlyphs(line, string, size: size, width: width, isLast: isLast, isFirst: number == 0)
        }
        for piece in Self.pieces(of: text, names: names)
        where breaks.contains(where: { piece.contains($0) && piece.lowerBound != $0 }) {
            broken.append(String(String.UnicodeScalarView(text[piece])) + " in " + whole)
        }
    }

    private mutating func judgeGlyphs(
        _ line: SetLine, _ string: String, size: Double, width: Double, isLast: Bool, isFirst: Bool
    ) {
        let text = line.runs.flatMap(\.text)
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
        let edge = isFirst ? 2 * size : 0
        let (first, x) = marks[0]
        if abs(x - (Self.opening.contains(first) ? edge - size / 2 : edge)) > 0.03 { untrimmed.append(string) }
        var worst = 0.0
        for (before, after) in zip(marks, marks.dropFirst()) {
            let advance = after.1 - before.1
            let isMark = { (s: Unicode.Scalar) in Self.opening.contains(s) || Self.closing.contains(s) }
            if isMark(before.0), isMark(after.0), !(Self.opening.contains(before.0) && Self.closing.contains(after.0)),
                advance > 0.55 * size
            {
                unsqueezed.append(string)
            }
            if before.0.value > 0x3400, before.0.value < 0xA000, after.0.value > 0x3400, after.0.value < 0xA000 {
                worst = max(worst, abs(advance - size))
            }
        }
        guard !isLast else { return }
        full += 1
        if worst <= 0.012 * size { onGrid += 1 } else { offGrid.append("\(worst / size) \(string)") }
        let last = marks[marks.count - 1]
        let visible =
            Self.closing.contains(last.0) ? 0.5 : text.last == "—" ? 2 : last.0.value < 0x2000 ? 0.5 : 1
        if abs(last.1 + visible * size - width) > 0.03 { ragged.append(string) }
    }

    /// What may not break: names, dashes, and numbers with what belongs to them.
    private static func pieces(of text: [Unicode.Scalar], names: [String]) -> [Range<Int>] {
        let whole = [
            "——", "……", "6.5%", "30 μg/m³", "2024年", "5月", "6日", "63%~68%", "1,000.5万元", "137期", "2019–2024年", "30℃",
            "￥100元",
        ]
        return (names + whole).flatMap { piece -> [Range<Int>] in
            let scalars = Array(piece.unicodeScalars)
            return text.indices.filter { text[$0...].starts(with: scalars) }.map { $0..<($0 + scalars.count) }
        }
    }
}

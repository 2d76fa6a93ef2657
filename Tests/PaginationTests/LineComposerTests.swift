import Fonts
import Testing

@testable import Pagination

struct LineComposerTests {
    private func lines(
        _ text: String, width: Double, language: TextLanguage = .hans, names: [String] = [],
        alignment: LineAlignment = .justify, indent: Double = 0
    ) -> [SetLine] {
        let scalars = Array(text.unicodeScalars)
        return LineComposer(shaper: FixedShaper(), language: language, names: NameFinder(names)).compose(
            scalars, spans: [TextSpan(count: scalars.count, role: .song, size: 10, colour: .black)],
            in: Measure(width: width, firstIndent: indent, alignment: alignment))
    }

    private func texts(_ lines: [SetLine]) -> [String] {
        lines.map { String(String.UnicodeScalarView($0.runs.flatMap(\.text))) }
    }

    private func origins(_ line: SetLine) -> [Double] { line.runs.flatMap { $0.glyphs.map(\.x) } }

    @Test func neighbouringMarksShareTheirBlank() {
        // Two marks take 1.5 em, three take 2 (CLREQ 3.1.6).
        #expect(origins(lines("甲）》乙", width: 1000, alignment: .left)[0]) == [0, 10, 15, 25])
        #expect(origins(lines("甲」，（乙", width: 1000, alignment: .left)[0]) == [0, 10, 15, 20, 30])
        #expect(origins(lines("甲）“乙", width: 1000, alignment: .left)[0]) == [0, 10, 15, 25])
    }

    @Test func openingMarksLoseTheirLeftHalfAtAStart() {
        #expect(origins(lines("（甲）", width: 1000, alignment: .left)[0])[0] == -5)
        #expect(origins(lines("（甲）乙丙", width: 1000, indent: 20)[0])[0] == 15)
    }

    @Test func closingMarksLoseTheirRightHalfAtAnEnd() {
        let line = lines("甲乙丙丁戊，己庚辛壬癸子丑", width: 60)[0]
        #expect(texts([line]) == ["甲乙丙丁戊，"] || line.right == 60)
        #expect(abs(line.right - 60) < 0.03)
    }

    @Test func gapBetweenHanAndWestern() {
        #expect(origins(lines("第5期", width: 1000, alignment: .left)[0]) == [0, 12.5, 20])
        // A space between them is that gap, not more.
        #expect(origins(lines("用 A 字", width: 1000, alignment: .left)[0]) == [0, 10, 12.5, 17.5, 20])
    }

    @Test func middotIsHalfAnEmOnTheMainlandAndAnEmInTraditionalSetting() {
        #expect(origins(lines("甲·乙", width: 1000, alignment: .left)[0])[2] == 15)
        #expect(origins(lines("甲·乙", width: 1000, language: .hant, alignment: .left)[0])[2] == 20)
    }

    @Test func centredMarksOfTraditionalSettingKeepTheirEmAtAnEdge() {
        // 」 gives its blank half to a comma that stands in the middle of its em.
        #expect(origins(lines("甲」，乙", width: 1000, language: .hant, alignment: .left)[0]) == [0, 10, 15, 25])
    }

    @Test func namesNumbersAndDashesStayWhole() {
        let text = "会议由市委副书记欧阳文静主持，听取了2024年工作情况——达到6.5%以上——的汇报，浓度降到30 μg/m³。"
        for width in stride(from: 100.0, through: 300, by: 5) {
            let lines = texts(lines(text, width: width, names: ["欧阳文静"]))
            for piece in ["欧阳文静", "2024年", "6.5%", "——", "30 μg/m³"] {
                let count = lines.reduce(0) { $0 + ($1.contains(piece) ? 1 : 0) }
                #expect(count >= 1, "\(piece) at \(width): \(lines)")
            }
        }
    }

    @Test func lastLineIsNotASingleCharacter() {
        for count in 20..<80 {
            let lines = texts(lines(String(repeating: "国", count: count) + "。", width: 100))
            #expect(lines.count == 1 || lines.last!.count > 2, "\(count): \(lines)")
        }
    }

    @Test func aWordLongerThanALineIsCut() {
        let lines = texts(lines("词" + String(repeating: "x", count: 50) + "词", width: 100))
        #expect(lines.joined() == "词" + String(repeating: "x", count: 50) + "词")
        #expect(lines.count >= 3)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["国", "a", "，", "国，", "1", " ", "——", "（", "／", "a.b/"])
    func aHundredThousandCharactersAreSet(unit: String) {
        let text = String(repeating: unit, count: 100_000 / unit.count)
        let lines = lines(text, width: 441)
        let kept = lines.reduce(0) { $0 + $1.scalars.count }
        #expect(unit == " " || kept == text.unicodeScalars.count)
    }

    /// Addresses end a line after . - _ ? & = @ where they can, never beside / and never within a number.
    @Test func addressesBreakAtTheirMarks() {
        let address = "https://www.example.gov.cn/zhengce/2024-05/06/content_12345.html?id=678&from=list"
        var good = 0
        var all = 0
        for count in 0..<28 {
            let text = String(repeating: "国", count: count) + address + String(repeating: "民", count: 20)
            let lines = texts(lines(text, width: 280))
            #expect(lines.joined() == text)
            for (before, after) in zip(lines, lines.dropFirst()) {
                guard let last = before.last, let first = after.first, last.isASCII, first.isASCII else { continue }
                #expect(last != "/" && first != "/" && !(last.isNumber && first.isNumber), "\(before) | \(after)")
                all += 1
                if ".-_?&=@".contains(last) { good += 1 }
            }
        }
        #expect(all > 20 && good * 2 > all, "\(good) of \(all)")
    }

    @Test func controlsAreNotSet() {
        let line = lines("甲\u{0}\u{7}\u{FEFF}乙\u{200B}\u{202E}丙", width: 1000, alignment: .left)[0]
        #expect(line.runs.flatMap { $0.glyphs.map(\.id) }.filter { $0 > 0x3000 } == [0x7532, 0x4E59, 0x4E19])
    }

    @Test func clustersCoverTextAndGlyphs() {
        let line = lines("甲——乙  丙，\u{FE00}丁", width: 1000, alignment: .left)[0]
        for run in line.runs where !run.clusters.isEmpty {
            #expect(run.clusters.reduce(0) { $0 + $1.scalars } == run.text.count)
            #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count)
        }
    }

    @Test func oneRunForEachFaceSizeAndColour() {
        let text = Array("标签：内容内容".unicodeScalars)
        let composer = LineComposer(shaper: FixedShaper(), language: .hans)
        let spans = [
            TextSpan(count: 3, role: .hei, size: 10, colour: .black),
            TextSpan(count: 2, role: .song, size: 10, colour: .black),
            TextSpan(count: 2, role: .song, size: 10, colour: .black),
        ]
        let lines = composer.compose(text, spans: spans, in: Measure(width: 500, alignment: .left))
        #expect(texts(lines) == ["标签：内容内容"])
        #expect(lines[0].runs.count == 2)
    }

    @Test func balancedLinesAreEven() {
        let lines = lines(
            "云澜市国家可持续发展议程创新示范区建设工作推进领导小组第五次会议", width: 200, alignment: .balance)
        let widths = lines.map { $0.right - $0.left }
        #expect(widths.max()! - widths.min()! <= 20)
    }
}

/// Whatever a text is made of, it is set: nothing is lost, nothing is doubled, every glyph has a place.
struct LineComposerFuzzTests {
    private static let pieces: [String] = [
        "国", "会议", "，", "。", "“", "”", "（", "）", "——", "……", "·", "a", "Ab", "1", "2.5%", " ", "　", "/", "-", "～", "℃",
        "￥", "≥", "₂", "⁻",
        "㛃", "𠮷", "e\u{301}", "\u{200B}", "\u{AD}", "\u{FE00}", "\u{7}", "\"", "'", "１", "[[重点|dots]]", "[[甲|line]]",
        "[[㛃|ruby jié]]", "[[1|note]]", "[[", "]]", "|", "www.example.cn/a?b=c", "😀", "欧阳文静", "第", "年",
    ]

    @Test(.timeLimit(.minutes(2)), arguments: [TextLanguage.hans, .hant]) func randomTextIsSet(language: TextLanguage) {
        var random = SplitMix(state: language == .hans ? 1 : 2)
        let composer = LineComposer(shaper: FixedShaper(), language: language, names: NameFinder(["欧阳文静", "㛃国"]))
        for round in 0..<3000 {
            var text = ""
            for _ in 0..<random.next(60) + 1 { text += Self.pieces[random.next(Self.pieces.count)] }
            let scalars = Array(text.unicodeScalars)
            composer.readsMarkup = round % 2 == 0
            let cut = random.next(scalars.count + 1)
            let spans = [
                TextSpan(count: cut, role: .song, size: 10, colour: .black),
                TextSpan(count: scalars.count - cut, role: .hei, size: 12, colour: .black),
            ].filter { $0.count > 0 }
            let alignment = LineAlignment.allCases[random.next(LineAlignment.allCases.count)]
            let measure = Measure(
                width: Double(random.next(300) + 12), firstIndent: Double(random.next(2) * 20), alignment: alignment,
                hangs: round % 3 == 0)
            let lines = composer.compose(scalars, spans: spans, in: measure)
            guard let last = lines.last else { continue }
            #expect(last.scalars.upperBound == scalars.count, "\(text)")
            for (before, after) in zip(lines, lines.dropFirst()) {
                #expect(before.scalars.upperBound == after.scalars.lowerBound, "\(text)")
            }
            for run in lines.flatMap(\.runs) {
                #expect(run.glyphs.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "\(text)")
                if !run.clusters.isEmpty {
                    #expect(run.clusters.reduce(0) { $0 + $1.scalars } == run.text.count, "\(text)")
                    #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count, "\(text)")
                }
            }
        }
    }

    /// The same numbers on every machine.
    private struct SplitMix {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(limit))
        }
    }
}

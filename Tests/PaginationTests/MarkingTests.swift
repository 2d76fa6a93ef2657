import Fonts
import Testing

@testable import Pagination

/// Marks on the words of a line: dots, lines, ruby, notes, small digits.
struct MarkingTests {
    private func compose(
        _ text: String, width: Double = 1000, markup: Bool = true, names: [String] = []
    ) -> [SetLine] {
        let scalars = Array(text.unicodeScalars)
        let composer = LineComposer(shaper: FixedShaper(), language: .hans, names: NameFinder(names))
        composer.readsMarkup = markup
        return composer.compose(
            scalars, spans: [TextSpan(count: scalars.count, role: .song, size: 10, colour: .black)],
            in: Measure(width: width))
    }

    private func text(_ line: SetLine) -> String {
        String(String.UnicodeScalarView(line.runs.flatMap(\.text)))
    }

    static let forms: [(source: String, plain: String, marks: Int)] = [
        ("要[[重点|dots]]抓好", "要重点抓好", 1), ("[[全文|line]]如下", "全文如下", 1), ("马[[㛃|ruby jié]]到会", "马㛃到会", 1),
        ("增长6.5%[[1|note]]。", "增长6.5%1。", 1), ("[[甲|dots]][[乙|line]]", "甲乙", 2),
    ]

    @Test(arguments: forms) func marksAreRead(source: String, plain: String, marks: Int) throws {
        let marked = try #require(MarkedText(Array(source.unicodeScalars)))
        #expect(marked.text == Array(plain.unicodeScalars))
        #expect(marked.marks.count == marks)
        #expect(marked.origins.count == marked.text.count + 1)
    }

    @Test(arguments: [
        "[[重点]]", "[[重点|点]]", "[[|dots]]", "[[重点|dots]", "[重点|dots]", "[[重点|ruby]]", "[[a[[b|dots]]", "表[[1]]见[[2]]",
        "[[",
    ])
    func whatIsNoMarkStays(source: String) {
        let scalars = Array(source.unicodeScalars)
        if let marked = MarkedText(scalars) { #expect(marked.text.count < scalars.count && source == "[[a[[b|dots]]") }
        #expect(compose(source, markup: false).map(text) == [source])
    }

    @Test func withoutBeingAskedForNothingIsRead() {
        #expect(text(compose("要[[重点|dots]]抓好", markup: false)[0]) == "要[[重点|dots]]抓好")
    }

    @Test func aDotStandsBelowTheMiddleOfEachCharacter() throws {
        let line = compose("要[[重点，|dots]]抓好")[0]
        let middles = line.marks.compactMap { item -> Point? in
            guard case .polygon(let points, _) = item else { return nil }
            let x = points.reduce(0) { $0 + $1.x } / Double(points.count)
            return Point(x: x, y: points.reduce(0) { $0 + $1.y } / Double(points.count))
        }
        #expect(middles.map { ($0.x * 10).rounded() / 10 } == [15, 25], "none below the comma")
        #expect(middles.allSatisfy { $0.y > 1.2 && $0.y < 4 })
    }

    @Test func aLineRunsBelowItsWordsAndGoesOnOnTheNextLine() {
        let lines = compose("甲乙丙[[丁戊己庚辛|line]]壬癸", width: 60)
        let boxes = lines.map { line in
            line.marks.compactMap { item -> Box? in if case .fill(let box, _) = item { box } else { nil } }
        }
        #expect(boxes.map(\.count) == [1, 1])
        #expect(boxes[0][0].x == 30 && abs(boxes[0][0].width - 30) < 0.2)
        #expect(boxes[1][0].x == 0 && abs(boxes[1][0].width - 20) < 0.2)
    }

    @Test func rubyStandsInTheMiddleAboveAndStaysWithItsCharacters() throws {
        let line = compose("马[[㛃|ruby jié]]到会")[0]
        let ruby = try #require(line.runs.first { $0.size < 10 })
        #expect(String(String.UnicodeScalarView(ruby.text)) == "jié")
        #expect(ruby.glyphs.allSatisfy { $0.y < -8.8 })
        let width = 3 * 0.5 * ruby.size
        #expect(abs(ruby.glyphs[0].x + width / 2 - 15) < 0.01)
        for count in 4...9 {
            let lines = compose(String(repeating: "国", count: count) + "[[欧阳|ruby ouyang]]到会讲话", width: 70)
            #expect(lines.contains { text($0).contains("欧阳") })
        }
    }

    @Test func aNoteMarkIsSmallAndRaisedAndBeginsNoLine() throws {
        let line = compose("增长6.5%[[1|note]]。")[0]
        let note = try #require(line.runs.first { $0.size < 10 })
        #expect(note.text == ["1"] && note.glyphs[0].y < -2)
        for count in 3...12 {
            let lines = compose(String(repeating: "国", count: count) + "[[12|note]]会议讲话", width: 60)
            for line in lines.dropFirst() { #expect(line.runs[0].size == 10) }
        }
    }

    @Test func loweredAndRaisedDigitsAreSmallDigitsOfTheSameText() throws {
        let line = compose("降低CO₂排放至10⁻⁴以下")[0]
        #expect(text(line) == "降低CO₂排放至10⁻⁴以下")
        let small = line.runs.filter { $0.size < 10 }
        #expect(small.map(\.text) == [["₂"], ["⁻", "⁴"]])
        // FixedShaper's glyphs are their characters.
        #expect(small.flatMap { $0.glyphs.map(\.id) } == ["2", "-", "4"].map { ($0 as Unicode.Scalar).value })
        #expect(small[0].glyphs[0].y > 0 && small[1].glyphs[0].y < 0)
    }

    @Test func linesShowRangesOfTheSource() {
        let source = "甲乙丙[[丁戊己庚|dots]]辛壬癸"
        let lines = compose(source, width: 50)
        #expect(lines.first?.scalars.lowerBound == 0)
        #expect(lines.last?.scalars.upperBound == source.unicodeScalars.count)
        for (before, after) in zip(lines, lines.dropFirst()) {
            #expect(before.scalars.upperBound == after.scalars.lowerBound)
        }
    }

    @Test func hangingMarksStandOutside() {
        let text = Array("甲乙丙丁戊己，庚辛壬癸子丑。寅卯".unicodeScalars)
        let composer = LineComposer(shaper: FixedShaper(), language: .hans)
        let lines = composer.compose(
            text, spans: [TextSpan(count: text.count, role: .song, size: 10, colour: .black)],
            in: Measure(width: 60, hangs: true))
        #expect(lines.map { $0.scalars.count } == [7, 7, 2])
        for line in lines.dropLast() {
            #expect(abs(line.right - 60) < 0.03)
            #expect(abs((line.runs.last?.glyphs.last?.x ?? 0) - 60) < 0.03)
        }
    }
}

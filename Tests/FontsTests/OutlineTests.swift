import Testing
import _CairoPango

@testable import Fonts

@Suite struct OutlineTests {
    /// Every operator of lines and curves, numbers of all lengths: 100 wide, one contour.
    private let drawn = charstring([
        ([100, 10, -500], 21), ([300, 7], 5), ([20, -1200, 5], 6), ([40], 7), ([1, 2, 3, 4, 5, 6], 8),
        ([10, 11, 12, 13], 31), ([9, 8, 7, 6, 5], 30), ([2, 10, 11, 12, 13], 27), ([10, 11, 12, 13], 26), ([], 14),
    ])

    @Test func aCharstringIsReadAndWrittenAgain() throws {
        let outline = try #require(CharstringReader.read(drawn[...]))
        #expect(outline.width == [100])
        #expect(outline.contours.map(\.count) == [10])
        #expect(outline.contours[0][0] == .line(OutlinePoint(10, -500), OutlinePoint(310, -493)))
        #expect(outline.contours[0][1].end == OutlinePoint(330, -493))
        #expect(
            outline.contours[0][5]
                == .curve(
                    OutlinePoint(335, -1653), OutlinePoint(336, -1651), OutlinePoint(339, -1647),
                    OutlinePoint(344, -1641)))
        #expect(outline.contours[0][6].control1 == OutlinePoint(354, -1641))
        let written = CharstringWriter.write(outline)
        #expect(CharstringReader.read(written[...]) == outline)
        #expect(written.count <= drawn.count)
    }

    /// Hints, subroutines, fractions, nothing after the last operator: such a glyph stays as it is.
    @Test(arguments: [
        charstring([]), charstring([([1, 2], 1), ([], 14)]), charstring([([3], 10), ([], 14)]),
        [255, 0, 1, 0, 0, 22, 14], charstring([([1], 22)]), charstring([([1, 1], 5), ([], 14)]),
    ]) func whatIsNotUnderstoodIsLeft(charstring: [UInt8]) {
        #expect(CharstringReader.read(charstring[...]) == nil)
    }

    /// A bow of 100 units along a line, in its four spellings.
    @Test(
        arguments: [
            ([10, 20, 5, 20, 20, 20, 10], 34), ([10, 0, 20, 5, 20, 0, 20, 0, 20, -5, 10, 0, 50], 35),
            ([10, 0, 20, 5, 20, 20, 20, -5, 10], 36), ([10, 0, 20, 5, 20, 0, 20, 0, 20, -5, 10], 37),
        ] as [([Int], UInt8)]) func bowsAreTwoCurves(numbers: [Int], operation: UInt8) throws
    {
        let bow = charstring([([0], 22), (numbers, 12)]) + [operation, 14]
        let outline = try #require(CharstringReader.read(bow[...]))
        #expect(
            outline.contours == [
                [
                    .curve(.zero, OutlinePoint(10, 0), OutlinePoint(30, 5), OutlinePoint(50, 5)),
                    .curve(OutlinePoint(50, 5), OutlinePoint(70, 5), OutlinePoint(90, 0), OutlinePoint(100, 0)),
                ]
            ])
    }

    @Test func piecesOfOneLineBecomeIt() {
        let pieces: [OutlineSegment] = [
            .line(OutlinePoint(0, 0), OutlinePoint(10, 0)), .line(OutlinePoint(10, 0), OutlinePoint(20, 1)),
            .curve(OutlinePoint(20, 1), OutlinePoint(25, 1), OutlinePoint(30, 0), OutlinePoint(40, 0)),
            .line(OutlinePoint(40, 0), OutlinePoint(40, 50)), .line(OutlinePoint(40, 50), OutlinePoint(0, 0)),
        ]
        #expect(
            OutlineSimplifier(tolerance: 1.2).simplify(pieces) == [
                .line(OutlinePoint(0, 0), OutlinePoint(40, 0)), .line(OutlinePoint(40, 0), OutlinePoint(40, 50)),
                .line(OutlinePoint(40, 50), OutlinePoint(0, 0)),
            ])
    }

    /// A quarter of a circle in four pieces comes out as one curve that stays within the tolerance.
    @Test func piecesOfOneCurveBecomeIt() {
        let whole = OutlineSegment.curve(
            OutlinePoint(0, 0), OutlinePoint(0, 276), OutlinePoint(224, 500), OutlinePoint(500, 500))
        var pieces: [OutlineSegment] = []
        for number in 0..<4 {
            let (a, b) = (Double(number) / 4, Double(number + 1) / 4)
            pieces.append(part(of: whole, a, b))
        }
        let result = OutlineSimplifier(tolerance: 1.2).simplify(pieces)
        #expect(result.count == 1)
        let centre = OutlinePoint(500, 0)
        for step in 0...20 {
            let point = result[0].point(at: Double(step) / 20)
            let old = whole.point(at: Double(step) / 20)
            #expect(abs((point - centre).length - (old - centre).length) < 1.3)
        }
    }

    @Test func cornersStay() {
        let square: [OutlineSegment] = [
            .line(OutlinePoint(0, 0), OutlinePoint(100, 0)), .line(OutlinePoint(100, 0), OutlinePoint(100, 100)),
            .line(OutlinePoint(100, 100), OutlinePoint(0, 100)),
            .line(OutlinePoint(0, 100), OutlinePoint(0, 0)),
        ]
        #expect(OutlineSimplifier(tolerance: 1.2).simplify(square) == square)
    }

    @Test func aTableThatIsNotUnderstoodIsNotTouched() {
        for bytes in [[], [1, 0, 4, 1], [UInt8](repeating: 0xFF, count: 64), [1, 0, 4, 4, 0, 1, 1, 1, 2, 65]]
            as [[UInt8]]
        {
            var table = CFFTable(bytes)
            let changed = table.simplify(tolerance: 1)
            #expect(!changed)
            #expect(table.bytes == bytes)
        }
    }

    /// No point of FandolKai's simplified characters is further from the old outline than the tolerance and what
    /// rounding adds, and three tenths of the bytes are gone.
    @Test(.enabled(if: TestFaces.hasFandol, TestFaces.fandolMissing))
    func aTracedFaceKeepsItsLook() throws {
        let file = try FontFile(path: TestFaces.folder + "/fandol/FandolKai-Regular.otf", index: 0)
        let text = "简报永和九年岁在癸丑暮春之初会于稽山阴兰亭".unicodeScalars.map(\.value)
        let font = try file.subset(to: text, keeping: [], dropping: ["vert", "vrt2"], localForms: [])
        let table = CFFTable(try FontFile.table("CFF ", of: font))
        var tables = [table, table]
        tables[1].simplify(tolerance: 1.2)
        #expect(tables[1].bytes.count * 10 < tables[0].bytes.count * 7)
        #expect(tables[0].outlines.count == tables[1].outlines.count)
        for (old, new) in zip(tables[0].outlines, tables[1].outlines) {
            let (old, new) = (try #require(old), try #require(new))
            #expect(old.width == new.width && old.contours.count == new.contours.count)
            for (before, after) in zip(old.contours, new.contours) {
                let outline = points(before, 24)
                let worst = points(after, 12).map { distance($0, outline) }.max() ?? 0
                #expect(worst < 2)
            }
        }
    }

    /// Points on a contour, with its closing line.
    private func points(_ contour: [OutlineSegment], _ count: Int) -> [OutlinePoint] {
        guard let first = contour.first, let last = contour.last else { return [] }
        return (contour + [.line(last.end, first.start)]).flatMap { segment in
            (0..<count).map { segment.point(at: Double($0) / Double(count)) }
        }
    }

    /// To the nearest place of a closed line.
    private func distance(_ point: OutlinePoint, _ line: [OutlinePoint]) -> Double {
        line.indices.map { at in
            let (a, b) = (line[at], line[(at + 1) % line.count])
            let chord = b - a
            let square = OutlinePoint.dot(chord, chord)
            let t = square > 0 ? min(1, max(0, OutlinePoint.dot(point - a, chord) / square)) : 0
            return (point - (a + t * chord)).length
        }.min() ?? 0
    }

    private func part(of curve: OutlineSegment, _ a: Double, _ b: Double) -> OutlineSegment {
        func slope(_ t: Double) -> OutlinePoint {
            let s = 1 - t
            let first = 3 * s * s * (curve.control1 - curve.start)
            return first + 6 * s * t * (curve.control2 - curve.control1) + 3 * t * t * (curve.end - curve.control2)
        }
        let (start, end) = (curve.point(at: a), curve.point(at: b))
        return .curve(start, start + (b - a) / 3 * slope(a), end - (b - a) / 3 * slope(b), end)
    }
}

/// Numbers and the operator after them, as charstrings write them.
private func charstring(_ operations: [(numbers: [Int], operation: UInt8)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (numbers, operation) in operations {
        for value in numbers {
            if abs(value) <= 107 {
                bytes.append(UInt8(value + 139))
            } else {
                let short = UInt16(bitPattern: Int16(value))
                bytes += [28, UInt8(short >> 8), UInt8(short & 0xFF)]
            }
        }
        bytes.append(operation)
    }
    return bytes
}

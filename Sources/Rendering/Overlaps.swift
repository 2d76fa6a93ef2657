import Pagination
import _CairoPango

/// Finds the glyphs that stand closer than they are wide, because a mark beside them is squeezed. Some readers take what
/// comes for a line of its own there, unless both say their text together.
struct Overlaps {
    /// From which share of an em on glyphs are taken to overlap: what readers allow.
    private static let least = 0.09

    private struct Seen {
        var scalar: Unicode.Scalar
        /// Where it ends on its own; pt.
        var end: Double
        var y: Double
        var size: Double
    }

    /// The last glyph, where it stands for one character.
    private var last: Seen?
    private var count = 0

    /// - Parameter spans: of the piece that the run goes on; the last one may grow.
    mutating func add(_ run: GlyphRun, _ font: Font, to spans: inout [ContentPiece.Span]) {
        var text = run.text.startIndex
        var glyph = 0
        if run.clusters.isEmpty {
            for (scalar, place) in zip(run.text, run.glyphs) { add(scalar, place, run.size, font, &spans) }
            return
        }
        for cluster in run.clusters {
            if cluster.scalars == 1, cluster.glyphs == 1 {
                add(run.text[text], run.glyphs[glyph], run.size, font, &spans)
            } else {
                last = nil
                count += cluster.glyphs
            }
            text += cluster.scalars
            glyph += cluster.glyphs
        }
    }

    private mutating func add(
        _ scalar: Unicode.Scalar, _ glyph: GlyphRun.Glyph, _ size: Double, _ font: Font,
        _ spans: inout [ContentPiece.Span]
    ) {
        let isMark = Self.isMark(scalar)
        if let last, last.y == glyph.y, isMark || Self.isMark(last.scalar), glyph.x < last.end - Self.least * last.size,
            // Not the beginning of the next line.
            glyph.x > last.end - 1.1 * last.size
        {
            if let span = spans.last, span.glyphs.upperBound == count {
                spans[spans.count - 1].glyphs = span.glyphs.lowerBound..<count + 1
                spans[spans.count - 1].text.append(scalar)
            } else {
                spans.append(.init(glyphs: count - 1..<count + 1, text: [last.scalar, scalar]))
            }
        }
        let advance = isMark || scalar.value < 0x2E80 ? font.advance(glyph.id) : 1
        last = Seen(scalar: scalar, end: glyph.x + advance * size, y: glyph.y, size: size)
        count += 1
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
            0xFF5B...0xFF65, 0xB7:
            true
        default: false
        }
    }
}

import Diagnostics
import _CairoPango

/// Gives a face of PostScript outlines TrueType ones beside them: of each glyph the box that it covers (OpenType 1.9,
/// `glyf`).
///
/// Nothing draws the boxes. Cairo embeds the PostScript outlines wherever a file has them, and asks FreeType only how
/// large a glyph is, once for every size: of a box FreeType says the same in a twentieth of the time.
enum BoxOutlines {
    /// What a file begins with whose outlines are TrueType's.
    static let format: UInt32 = 0x10000
    /// Points on the outline, with coordinates of two bytes or the ones before.
    private enum Flag {
        static let moved: UInt8 = 0x01
        static let sameX: UInt8 = 0x10
        static let sameY: UInt8 = 0x20
    }

    /// - Parameter font: a file with a `CFF ` table.
    /// - Throws: `libraryFailed` where it is no font.
    static func added(to font: [UInt8]) throws(Diagnostic) -> [UInt8] {
        let boxes = try FontFile.inkBoxes(of: font)
        var outlines: [UInt8] = []
        var places: [UInt8] = []
        for box in boxes {
            places += long(outlines.count)
            if let box { outlines += outline(box) }
        }
        places += long(outlines.count)
        var head = try FontFile.table("head", of: font)
        var metrics = try FontFile.table("hmtx", of: font)
        let header = try FontFile.table("hhea", of: font)
        guard head.count >= 54, header.count >= 36, !outlines.isEmpty else { return font }
        // Places of four bytes each.
        head.replaceSubrange(50..<52, with: short(1))
        set(boxes.map { $0?.left }, in: &metrics, advances: Int(header[34]) << 8 | Int(header[35]))
        return try FontFile.setting(
            [("glyf", outlines), ("loca", places), ("head", head), ("hmtx", metrics)], format: format, in: font)
    }

    /// A contour of four points.
    private static func outline(_ box: InkBox) -> [UInt8] {
        let (width, height) = (box.right - box.left, box.top - box.bottom)
        return short(1) + short(box.left) + short(box.bottom) + short(box.right) + short(box.top)
            + short(3) + short(0)
            + [Flag.moved, Flag.moved | Flag.sameX, Flag.moved | Flag.sameY, Flag.moved | Flag.sameX]
            + short(box.left) + short(width)
            + short(box.bottom) + short(height) + short(-height)
    }

    /// Readers place an outline by what is said here of its left edge.
    private static func set(_ lefts: [Int?], in metrics: inout [UInt8], advances: Int) {
        for (glyph, left) in lefts.enumerated() {
            let place = glyph < advances ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances)
            guard let left, place + 2 <= metrics.count else { continue }
            metrics.replaceSubrange(place..<place + 2, with: short(left))
        }
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }

    private static func long(_ value: Int) -> [UInt8] { short(value >> 16) + short(value) }
}

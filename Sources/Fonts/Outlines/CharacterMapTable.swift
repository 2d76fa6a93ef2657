/// The bytes of a font's `cmap` table, parted among its readers.
///
/// HarfBuzz, which finds the glyphs of a text, reads the subtable for symbols (3, 0) before all others: it gets the whole
/// map. Cairo reads the subtable (3, 1) from beginning to end for every glyph it embeds, to learn which character of
/// Latin-1 it may stand for: it gets those alone. FreeType, which Cairo then asks in the same way, takes the subtable
/// (3, 10): that one is empty. What a glyph stands for is told to Cairo with every text.
struct CharacterMapTable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The parted table; the bytes as they are where they have no such subtables.
    var parted: [UInt8] {
        guard let plane = subtable(3, 1), number16(plane) == 4, let whole = subtable(3, 10) ?? subtable(3, 1) else {
            return bytes
        }
        var tables: [(platform: Int, encoding: Int, bytes: [UInt8])] = [
            (3, 0, subtableBytes(whole)), (3, 1, latin(plane)), (3, 10, Self.empty),
        ]
        // Which form of a character a selector asks for.
        if let variants = subtable(0, 5) { tables.insert((0, 5, subtableBytes(variants)), at: 0) }
        var head = Self.big16(0) + Self.big16(tables.count)
        var offset = 4 + 8 * tables.count
        for table in tables {
            head += Self.big16(table.platform) + Self.big16(table.encoding) + Self.big32(offset)
            offset += table.bytes.count
        }
        return head + tables.flatMap(\.bytes)
    }

    /// A map of no character (format 12).
    private static let empty = big16(12) + big16(0) + big32(16) + big32(0) + big32(0)

    private func subtable(_ platform: Int, _ encoding: Int) -> Int? {
        for record in 0..<number16(2) {
            let at = 4 + 8 * record
            if number16(at) == platform, number16(at + 2) == encoding { return number32(at + 4) }
        }
        return nil
    }

    private func subtableBytes(_ at: Int) -> [UInt8] {
        let length: Int
        switch number16(at) {
        case 8, 10, 12, 13: length = number32(at + 4)
        case 14: length = number32(at + 2)
        default: length = number16(at + 2)
        }
        return Array(bytes[min(at, bytes.count)..<min(at + length, bytes.count)])
    }

    // MARK: Format 4

    private struct Segment {
        var start: Int
        var end: Int
        var delta: Int
        /// Where its glyphs stand in the table; `nil` where `delta` gives them.
        var glyphs: Int?
    }

    private func segments(_ at: Int) -> [Segment] {
        let count = number16(at + 6) / 2
        return (0..<count).map { segment in
            let offsets = at + 16 + 6 * count + 2 * segment
            let offset = number16(offsets)
            return Segment(
                start: number16(at + 16 + 2 * count + 2 * segment), end: number16(at + 14 + 2 * segment),
                delta: number16(at + 16 + 4 * count + 2 * segment), glyphs: offset == 0 ? nil : offsets + offset)
        }
    }

    /// Those characters of Windows' Latin code page that their glyphs lead back to when the table is searched as Cairo
    /// does, each a segment of its own.
    private func latin(_ at: Int) -> [UInt8] {
        let segments = segments(at)
        var known: [(code: Int, glyph: Int)] = []
        for code in Self.windowsLatin {
            guard let glyph = glyph(of: code, segments), character(of: glyph, segments) == code else { continue }
            known.append((code, glyph))
        }
        // The last segment stands for itself.
        let codes = known.map(\.code) + [0xFFFF]
        let deltas = known.map { ($0.glyph - $0.code) & 0xFFFF } + [1]
        var range = 1
        while range * 2 <= codes.count { range *= 2 }
        var made = Self.big16(4) + Self.big16(16 + 8 * codes.count) + Self.big16(0)
        made += Self.big16(2 * codes.count) + Self.big16(2 * range)
        made += Self.big16(range.trailingZeroBitCount) + Self.big16(2 * (codes.count - range))
        made += codes.flatMap(Self.big16) + Self.big16(0) + codes.flatMap(Self.big16) + deltas.flatMap(Self.big16)
        return made + codes.flatMap { _ in Self.big16(0) }
    }

    private func glyph(of code: Int, _ segments: [Segment]) -> Int? {
        guard let segment = segments.first(where: { $0.end >= code }), segment.start <= code else { return nil }
        guard let glyphs = segment.glyphs else { return (code + segment.delta) & 0xFFFF }
        let glyph = number16(glyphs + 2 * (code - segment.start))
        return glyph == 0 ? nil : (glyph + segment.delta) & 0xFFFF
    }

    /// The first that is found: segments with a difference go before those with a list.
    private func character(of glyph: Int, _ segments: [Segment]) -> Int? {
        for segment in segments where segment.glyphs == nil {
            let code = (glyph - segment.delta) & 0xFFFF
            if code >= segment.start, code <= segment.end { return code }
        }
        for segment in segments {
            guard let glyphs = segment.glyphs else { continue }
            for code in segment.start...max(segment.start, segment.end)
            where number16(glyphs + 2 * (code - segment.start)) == glyph { return code }
        }
        return nil
    }

    /// The characters of Windows-1252, ascending.
    private static let windowsLatin: [Int] =
        Array(0x20...0x7E) + Array(0xA0...0xFF) + [
            0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC, 0x2013, 0x2014, 0x2018, 0x2019,
            0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122,
        ]

    // MARK: Numbers

    /// 0 beyond the end: a broken table then has nothing in it.
    private func number16(_ at: Int) -> Int {
        at + 2 <= bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0
    }

    private func number32(_ at: Int) -> Int { number16(at) << 16 | number16(at + 2) }

    private static func big16(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }

    private static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value & 0xFFFF) }
}

/// Joins font files to one in which they share the tables that are the same (OpenType 1.9, font collections).
struct FontCollection {
    private struct Table {
        var tag: ArraySlice<UInt8>
        var bytes: ArraySlice<UInt8>
    }

    /// - Parameter fonts: each with its tables, in the order the collection numbers them.
    /// - Returns: no bytes where one is no font.
    static func joined(_ fonts: [[UInt8]]) -> [UInt8] {
        let all = fonts.map(tables)
        var heads: [[UInt8]] = []
        var place = 12 + 4 * fonts.count
        var directories: [Int] = []
        for tables in all {
            directories.append(place)
            place += 12 + 16 * tables.count
        }
        var known: [(bytes: ArraySlice<UInt8>, place: Int)] = []
        var body: [UInt8] = []
        for (font, tables) in zip(fonts, all) {
            guard !tables.isEmpty else { return [] }
            // What it begins with, and how its tables are searched.
            var head = Array(font.prefix(12))
            for (number, table) in tables.enumerated() {
                let record = 12 + 16 * number
                let start: Int
                if let same = known.first(where: { $0.bytes == table.bytes }) {
                    start = same.place
                } else {
                    start = place + body.count
                    known.append((table.bytes, start))
                    body += table.bytes
                    while body.count % 4 != 0 { body.append(0) }
                }
                head += table.tag + font[record + 4..<record + 8] + big32(start) + big32(table.bytes.count)
            }
            heads.append(head)
        }
        return Array("ttcf".utf8) + [0, 1, 0, 0] + big32(fonts.count) + directories.flatMap(big32) + heads.joined()
            + body
    }

    private static func tables(_ font: [UInt8]) -> [Table] {
        guard font.count >= 12 else { return [] }
        let count = Int(font[4]) << 8 | Int(font[5])
        guard font.count >= 12 + 16 * count else { return [] }
        return (0..<count).compactMap { number in
            let record = 12 + 16 * number
            let (start, length) = (number32(font, record + 8), number32(font, record + 12))
            guard start + length <= font.count else { return nil }
            return Table(tag: font[record..<record + 4], bytes: font[start..<start + length])
        }
    }

    private static func number32(_ bytes: [UInt8], _ at: Int) -> Int {
        bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func big32(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

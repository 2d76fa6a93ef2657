import Testing

@testable import Fonts

@Suite("The character map of prepared faces, parted among its readers")
struct CharacterMapTests {
    private func big16(_ values: Int...) -> [UInt8] { values.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] } }

    /// A table of one subtable of format 4: A and B by a difference, — and ― by a list that gives one glyph to both,
    /// 一 and 丁 by a list.
    private func table(platform: Int, encoding: Int) -> [UInt8] {
        let ends = [0x42, 0x2015, 0x4E01, 0xFFFF]
        let starts = [0x41, 0x2014, 0x4E00, 0xFFFF]
        let deltas = [7 - 0x41, 0, 0, 1]
        // From each offset to its list, behind the offsets.
        let offsets = [0, 6, 8, 0]
        let glyphs = [9, 9, 10, 11]
        let length = 16 + 8 * 4 + 2 * glyphs.count
        var bytes = big16(0, 1, platform, encoding, 0, 12)
        bytes += big16(4, length, 0, 8, 8, 2, 0)
        for column in [ends, [0], starts, deltas, offsets, glyphs] { bytes += column.flatMap { big16($0) } }
        return bytes
    }

    private func number(_ bytes: [UInt8], _ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }

    @Test("symbols hold the whole map, (3, 1) what of Latin-1 a search leads back to, (3, 10) nothing")
    func parted() throws {
        let table = table(platform: 3, encoding: 1)
        let parted = CharacterMapTable(table).parted
        #expect(number(parted, 2) == 3)
        var subtables: [[Int]: Int] = [:]
        for record in 0..<3 {
            let at = 4 + 8 * record
            subtables[[number(parted, at), number(parted, at + 2)]] = number(parted, at + 6)
        }
        let whole = try #require(subtables[[3, 0]])
        #expect(Array(parted[whole..<(whole + table.count - 12)]) == Array(table[12...]))
        let latin = try #require(subtables[[3, 1]])
        let count = number(parted, latin + 6) / 2
        // — and ― are one glyph; the search meets — first.
        #expect((0..<count).map { number(parted, latin + 14 + 2 * $0) } == [0x41, 0x42, 0x2014, 0xFFFF])
        let deltas = latin + 16 + 4 * count
        #expect((0x41 + number(parted, deltas)) & 0xFFFF == 7)
        #expect((0x2014 + number(parted, deltas + 4)) & 0xFFFF == 9)
        let none = try #require(subtables[[3, 10]])
        #expect(Array(parted[none...]) == big16(12, 0, 0, 16, 0, 0, 0, 0))
    }

    @Test("a table without a map of Windows, and a broken one, stay as they are")
    func untouched() {
        let other = table(platform: 0, encoding: 3)
        #expect(CharacterMapTable(other).parted == other)
        #expect(CharacterMapTable([]).parted == [])
        let broken = Array(table(platform: 3, encoding: 1).prefix(11))
        #expect(CharacterMapTable(broken).parted == broken)
    }

    @Test(
        "each character is in one part, by its code",
        arguments: [
            (0x0, "0"), (0xE000, "A000"), (0x3400, "3400"), (0x3DFF, "3400"), (0x4E00, "4E00"), (0x9FFF, "9400"),
            (0x20000, "20000"), (0x30000, "2A6E0"),
        ])
    func slices(code: Int, name: String) {
        #expect(FacePreparation.Part.rare(UInt32(code)).name == name)
        #expect(FacePreparation.Part.all.contains(.rare(UInt32(code))))
    }
}

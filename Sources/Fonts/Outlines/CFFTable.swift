/// A font's `CFF ` table, its glyphs to be drawn anew (Adobe Technical Note 5176). It must be as a subset without
/// subroutines is written: offsets in five bytes.
struct CFFTable {
    private(set) var bytes: [UInt8]

    /// Glyphs whose charstrings are longer on average are worth being simplified: a Song face with all its serifs
    /// needs 300 bytes, a traced one 700.
    private static let longCharstring = 450

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private struct Index {
        var items: [Range<Int>]
        var range: Range<Int>
    }

    /// Draws the glyphs with fewer pieces where they are drawn with very many.
    ///
    /// - Parameter tolerance: in units of the face.
    /// - Returns: `false` where nothing was changed, because nothing needs it or the table is built in another way.
    @discardableResult
    mutating func simplify(tolerance: Double) -> Bool {
        guard let (top, glyphs) = self.glyphs(), glyphs.range.count > glyphs.items.count * Self.longCharstring else {
            return false
        }
        let simplifier = OutlineSimplifier(tolerance: tolerance)
        var charstrings: [[UInt8]] = []
        charstrings.reserveCapacity(glyphs.items.count)
        for range in glyphs.items {
            guard var outline = CharstringReader.read(bytes[range]) else {
                charstrings.append(Array(bytes[range]))
                continue
            }
            outline.contours = outline.contours.map { simplifier.simplify($0) }
            let written = CharstringWriter.write(outline)
            charstrings.append(written.count < range.count ? written : Array(bytes[range]))
        }
        let packed = Self.pack(charstrings)
        guard move(by: packed.count - glyphs.range.count, from: glyphs.range.upperBound, top: top) else {
            return false
        }
        bytes.replaceSubrange(glyphs.range, with: packed)
        return true
    }

    /// Each glyph's charstring, as far as it is understood.
    var outlines: [Outline?] { glyphs()?.index.items.map { CharstringReader.read(bytes[$0]) } ?? [] }

    private func glyphs() -> (top: Range<Int>, index: Index)? {
        guard bytes.count > 4, let names = index(at: Int(bytes[2])), let tops = index(at: names.range.upperBound),
            tops.items.count == 1, let place = operand(of: [17], in: tops.items[0]),
            let glyphs = index(at: place.value),
            !glyphs.items.isEmpty
        else { return nil }
        return (tops.items[0], glyphs)
    }

    // MARK: Offsets

    /// Changes every offset in the dictionaries that points behind a place.
    private mutating func move(by distance: Int, from limit: Int, top: Range<Int>) -> Bool {
        var changed = self
        var dictionaries = [top]
        if let array = operand(of: [12, 36], in: top) {
            guard array.value < limit, let fonts = index(at: array.value) else { return false }
            dictionaries += fonts.items
        }
        for dictionary in dictionaries {
            for operation in [[15], [16], [17], [18], [12, 36], [12, 37]] as [[UInt8]] {
                guard let found = operand(of: operation, in: dictionary), found.value >= limit else { continue }
                guard found.isLong else { return false }
                changed.set(found.value + distance, at: found.place)
            }
        }
        self = changed
        return true
    }

    private mutating func set(_ value: Int, at place: Int) {
        for byte in 0..<4 { bytes[place + 1 + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
    }

    /// The last number before an operator of a dictionary, where it stands and whether it is in five bytes.
    private func operand(of wanted: [UInt8], in dictionary: Range<Int>) -> (value: Int, place: Int, isLong: Bool)? {
        var last: (value: Int, place: Int, isLong: Bool)?
        var at = dictionary.lowerBound
        while at < dictionary.upperBound {
            let byte = bytes[at]
            switch byte {
            case 12:
                guard at + 1 < dictionary.upperBound else { return nil }
                if wanted == [12, bytes[at + 1]] { return last }
                at += 2
            case 0...21:
                if wanted == [byte] { return last }
                at += 1
            default:
                guard let number = number(at: at), number.end <= dictionary.upperBound else { return nil }
                last = (number.value, at, byte == 29)
                at = number.end
            }
        }
        return nil
    }

    /// A number of a dictionary; of one with decimals only where it ends.
    private func number(at place: Int) -> (value: Int, end: Int)? {
        func byte(_ offset: Int) -> Int { place + offset < bytes.count ? Int(bytes[place + offset]) : 0 }
        switch byte(0) {
        case 28: return (Int(Int16(truncatingIfNeeded: byte(1) << 8 | byte(2))), place + 3)
        case 29:
            return (Int(Int32(truncatingIfNeeded: byte(1) << 24 | byte(2) << 16 | byte(3) << 8 | byte(4))), place + 5)
        case 30:
            var end = place + 1
            while end < bytes.count, bytes[end] & 0xF != 0xF { end += 1 }
            return (0, end + 1)
        case 32...246: return (byte(0) - 139, place + 1)
        case 247...250: return ((byte(0) - 247) * 256 + byte(1) + 108, place + 2)
        case 251...254: return (-(byte(0) - 251) * 256 - byte(1) - 108, place + 2)
        default: return nil
        }
    }

    // MARK: Indexes

    private func index(at place: Int) -> Index? {
        guard place >= 0, place + 2 <= bytes.count else { return nil }
        let count = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        if count == 0 { return Index(items: [], range: place..<place + 2) }
        guard place + 3 <= bytes.count else { return nil }
        let size = Int(bytes[place + 2])
        let data = place + 3 + (count + 1) * size - 1
        guard 1...4 ~= size, data < bytes.count else { return nil }
        let ends = (0...count).map { number in
            data + bytes[place + 3 + number * size..<place + 3 + (number + 1) * size].reduce(0) { $0 << 8 | Int($1) }
        }
        guard zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }), ends[0] == data + 1, ends[count] <= bytes.count
        else {
            return nil
        }
        return Index(items: (0..<count).map { ends[$0]..<ends[$0 + 1] }, range: place..<ends[count])
    }

    private static func pack(_ items: [[UInt8]]) -> [UInt8] {
        let size = 4
        var packed: [UInt8] = [UInt8(items.count >> 8), UInt8(items.count & 0xFF), UInt8(size)]
        var offset = 1
        for length in [0] + items.map(\.count) {
            offset += length
            for byte in 0..<size { packed.append(UInt8(truncatingIfNeeded: offset >> (24 - 8 * byte))) }
        }
        for item in items { packed += item }
        return packed
    }
}

/// The two orders of names by strokes.
public enum StrokeOrder: String, Hashable, Sendable, CaseIterable {
    /// Place by place: the surname's strokes, then the given name's. A given name of one character has nothing in its first
    /// place, which counts as zero: 王伟 stands before all 王 of three characters.
    case surname = "姓氏笔画"
    /// The strokes of the whole name together, then place by place.
    case name = "姓名笔画"
}

/// How characters are written, stroke by stroke: 横 0, 竖 1, 撇 2, 点 3, 折 4, the order in which equal numbers of strokes
/// are ranked (GF 3003-1999).
public struct StrokeTable: Sendable {
    private let strokes: [Unicode.Scalar: [UInt8]]

    /// Where Debian's package of `package` has the table.
    public static let path = "/usr/share/rime-data/stroke.dict.yaml"
    public static let package = "rime-data-stroke"

    /// - Parameters:
    ///   - table: lines of a character, a tab and its strokes as letters `hspnz`. Of a character that has several the last
    ///     counts: the table gives the way of the mainland behind the others.
    ///   - names: whose characters are taken from it.
    public init(table: [UInt8], names: [String]) {
        let wanted = Set(names.flatMap(\.unicodeScalars))
        var strokes: [Unicode.Scalar: [UInt8]] = [:]
        for line in table.split(separator: 0x0A) {
            let parts = line.split(separator: 0x09)
            guard parts.count >= 2, parts[0].count <= 4 else { continue }
            let character = String(decoding: parts[0], as: UTF8.self).unicodeScalars
            guard character.count == 1, let scalar = character.first, wanted.contains(scalar) else { continue }
            let codes = parts[1].compactMap { Self.codes.firstIndex(of: $0) }
            guard codes.count == parts[1].count else { continue }
            strokes[scalar] = codes.map { UInt8($0) }
        }
        self.strokes = strokes
    }

    private static let codes = Array("hspnz".utf8)

    /// Characters of names that the table lacks; they are ranked behind all others.
    public func missing(in names: [String]) -> [Unicode.Scalar] {
        var seen: Set<Unicode.Scalar> = []
        return names.flatMap(Self.letters).filter { strokes[$0] == nil && seen.insert($0).inserted }
    }

    /// Names in order; those that are written alike keep theirs.
    public func sorted<Item>(_ items: [Item], by order: StrokeOrder, name: (Item) -> String) -> [Item] {
        let keys = items.map { key(of: name($0), order) }
        return items.indices.sorted { left, right in
            let (a, b) = (keys[left], keys[right])
            return a != b ? a.lexicographicallyPrecedes(b) : left < right
        }
        .map { items[$0] }
    }

    /// Numbers that rank as the names do.
    private func key(of name: String, _ order: StrokeOrder) -> [Int] {
        let places = Self.letters(name).map { strokes[$0] ?? [UInt8](repeating: 4, count: 99) }
        var key = order == .name ? [places.reduce(0) { $0 + $1.count }] : []
        for (index, place) in places.enumerated() {
            if index == 1, places.count == 2 { key.append(0) }
            key.append(place.count)
            key += place.map(Int.init)
        }
        return key
    }

    /// Without the dot of 迪丽努尔·艾山 and blanks.
    private static func letters(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.filter { $0.properties.isAlphabetic }
    }
}

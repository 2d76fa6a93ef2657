import _QPDF

/// A CMap (ISO 32000-1, 9.7.5 and 9.10.3): codes to CIDs or to Unicode, whichever the stream holds.
struct CharacterMap: Sendable {
    private struct Span: Sendable {
        var low: UInt32
        var high: UInt32
        var first: UInt32
    }

    private var singles: [UInt32: UInt32] = [:]
    private var several: [UInt32: [UInt32]] = [:]
    private var spans: [Span] = []
    /// Code space: by count of bytes, what codes of it lie between.
    private var spaces: [(bytes: Int, low: UInt32, high: UInt32)] = []
    var isVertical = false

    static let twoBytes: CharacterMap = {
        var map = CharacterMap()
        map.spaces = [(2, 0, 0xFFFF)]
        return map
    }()

    enum Mixture { case twoByte, fourByte }

    /// ASCII in one byte, characters in two; in GB 18030 others in four.
    static func mixed(_ mixture: Mixture) -> CharacterMap {
        var map = CharacterMap()
        map.spaces = [(1, 0, 0x80), (2, 0x8140, 0xFEFE)]
        if mixture == .fourByte { map.spaces.append((4, 0x8130_8130, 0xFE39_FE39)) }
        return map
    }

    init() {}

    /// - Parameter bytes: the stream, decoded.
    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = PDFScanner(buffer)
            var operands: [PDFValue] = []
            while let token = scanner.next() {
                switch token {
                case .value(let value): operands.append(value)
                case .text: operands.append(.string(scanner.text))
                case .word:
                    take(scanner.spelledWord, operands)
                    operands.removeAll(keepingCapacity: true)
                case .image: operands.removeAll()
                }
            }
        }
        spans.sort { $0.low < $1.low }
    }

    private mutating func take(_ word: String, _ operands: [PDFValue]) {
        switch word {
        case "def":
            if operands.count >= 2, operands[operands.count - 2].name == "WMode" {
                isVertical = operands.last?.integer == 1
            }
        case "endcodespacerange": codeSpace(operands)
        case "endbfchar", "endcidchar":
            for at in stride(from: 0, to: operands.count - 1, by: 2) {
                if let code = operands[at].bytes { map(Self.number(code), to: operands[at + 1]) }
            }
        case "endbfrange", "endcidrange":
            for at in stride(from: 0, to: operands.count - 2, by: 3) {
                if let low = operands[at].bytes, let high = operands[at + 1].bytes {
                    range(low, high, operands[at + 2])
                }
            }
        default: break
        }
    }

    private mutating func codeSpace(_ operands: [PDFValue]) {
        for at in stride(from: 0, to: operands.count - 1, by: 2) {
            guard let low = operands[at].bytes, let high = operands[at + 1].bytes, (1...4).contains(low.count) else {
                continue
            }
            spaces.append((low.count, Self.number(low), Self.number(high)))
        }
    }

    private mutating func range(_ low: [UInt8], _ high: [UInt8], _ value: PDFValue) {
        let (low, high) = (Self.number(low), Self.number(high))
        guard low <= high else { return }
        if case .array(let values) = value {
            for (offset, value) in values.enumerated() where UInt64(low) + UInt64(offset) <= UInt64(high) {
                map(low &+ UInt32(truncatingIfNeeded: offset), to: value)
            }
        } else if let scalars = Self.scalars(value) {
            if scalars.count == 1 {
                spans.append(Span(low: low, high: high, first: scalars[0]))
            } else if let last = scalars.last, high - low < 0x10000 {
                for offset in 0...(high - low) { several[low &+ offset] = scalars.dropLast() + [last &+ offset] }
            }
        }
    }

    private mutating func map(_ code: UInt32, to value: PDFValue) {
        guard let scalars = Self.scalars(value) else { return }
        if scalars.count == 1 { singles[code] = scalars[0] } else { several[code] = scalars }
    }

    private static func scalars(_ value: PDFValue) -> [UInt32]? {
        switch value {
        case .integer(let cid): [UInt32(clamping: cid)]
        case .string(let bytes) where bytes.count == 1: [UInt32(bytes[0])]
        case .string(let bytes) where bytes.count >= 2: unicode(bytes)
        default: nil
        }
    }

    private static func unicode(_ bytes: [UInt8]) -> [UInt32]? {
        var units: [UInt16] = []
        for at in stride(from: 0, to: bytes.count - 1, by: 2) {
            units.append(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
        }
        let scalars = String(decoding: units, as: UTF16.self).unicodeScalars.map(\.value)
        return scalars.isEmpty ? nil : scalars
    }

    private static func number(_ bytes: [UInt8]) -> UInt32 { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

    // MARK: Asking

    /// How many bytes the next code takes, and the code.
    func code(in bytes: [UInt8], at place: Int) -> (code: UInt32, count: Int) {
        var code: UInt32 = 0
        for count in 1...4 where place + count <= bytes.count {
            code = code << 8 | UInt32(bytes[place + count - 1])
            for space in spaces where space.bytes == count && Self.holds(space, code) { return (code, count) }
        }
        let count = min(spaces.map(\.bytes).min() ?? 2, bytes.count - place)
        return (Self.number(Array(bytes[place..<place + count])), count)
    }

    /// Each byte lies between the bytes of both ends.
    private static func holds(_ space: (bytes: Int, low: UInt32, high: UInt32), _ code: UInt32) -> Bool {
        for byte in 0..<space.bytes {
            let shift = UInt32(8 * byte)
            let part = code >> shift & 0xFF
            if part < space.low >> shift & 0xFF || part > space.high >> shift & 0xFF { return false }
        }
        return true
    }

    subscript(code: UInt32) -> UInt32? {
        if let single = singles[code] { return single }
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].low <= code { low = middle + 1 } else { high = middle }
        }
        guard low > 0, code <= spans[low - 1].high else { return nil }
        return spans[low - 1].first &+ (code - spans[low - 1].low)
    }

    /// What a code stands for where that is more than one character.
    func sequence(_ code: UInt32) -> [UInt32]? { several[code] }

    var isEmpty: Bool { singles.isEmpty && several.isEmpty && spans.isEmpty }
}

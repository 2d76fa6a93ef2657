/// What a text has at all, so that a rule runs only where it has something to do.
struct Features: OptionSet {
    let rawValue: UInt16

    static let invisible = Features(rawValue: 1)
    static let ampersand = Features(rawValue: 2)
    static let bracket = Features(rawValue: 4)
    static let markup = Features(rawValue: 8)
    static let narrowMark = Features(rawValue: 16)
    static let wideLetter = Features(rawValue: 32)
    static let space = Features(rawValue: 64)
    static let lineEnd = Features(rawValue: 128)
    static let doubtful = Features(rawValue: 256)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ scalars: [Unicode.Scalar]) {
        var found: UInt16 = 0
        Self.table.withUnsafeBufferPointer { table in
            for scalar in scalars { found |= scalar.value < 0x10000 ? table[Int(scalar.value)] : Self.plane(scalar) }
        }
        rawValue = found
    }

    private static func plane(_ scalar: Unicode.Scalar) -> UInt16 {
        Invisibles.isInvisible(scalar) ? Features.invisible.rawValue : 0
    }

    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x10000)
        func set(_ scalars: some Sequence<Unicode.Scalar>, _ feature: Features) {
            for scalar in scalars { table[Int(scalar.value)] |= feature.rawValue }
        }
        for value in 0..<UInt32(0x10000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if Invisibles.isInvisible(scalar) { set([scalar], .invisible) }
            if scalar.isSpace { set([scalar], .space) }
            if scalar.isLineEnd, scalar != "\n" { set([scalar], .lineEnd) }
            if Widths.narrow(scalar) != nil { set([scalar], .wideLetter) }
        }
        set("&".unicodeScalars, .ampersand)
        set("(（".unicodeScalars, .bracket)
        set("*[]#_`>".unicodeScalars, .markup)
        set(",;:?!().\"'".unicodeScalars, .narrowMark)
        set("?？\u{FFFD}".unicodeScalars, .doubtful)
        return table
    }()
}

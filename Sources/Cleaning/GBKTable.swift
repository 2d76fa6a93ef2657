internal import Acquisition

/// GBK codes of characters and back; made only for texts that lost bytes.
struct GBKTable: Sendable {
    static let shared = GBKTable()

    private let codes: [UInt16]
    private let scalars: [UInt16]

    static let leads: ClosedRange<UInt8> = 0x81...0xFE
    static let trails: ClosedRange<UInt8> = 0x40...0xFE

    private init() {
        let scalars = TextDecoder.pairs(charset: "GBK")
        var codes = [UInt16](repeating: 0, count: 0x10000)
        for (code, scalar) in scalars.enumerated() where scalar > 0 && codes[Int(scalar)] == 0 {
            codes[Int(scalar)] = UInt16(code)
        }
        self.codes = codes
        self.scalars = scalars
    }

    /// The two bytes of a character; an ASCII mark counts as the full-width one it was printed for.
    func bytes(_ scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
        if scalar.value < 0x80 {
            return scalar.value > 0x20 ? (0xA3, UInt8(scalar.value) + 0x80) : nil
        }
        guard scalar.value < 0x10000, codes[Int(scalar.value)] > 0 else { return nil }
        let code = codes[Int(scalar.value)]
        return (UInt8(code >> 8), UInt8(code & 0xFF))
    }

    func scalar(_ lead: UInt8, _ trail: UInt8) -> Unicode.Scalar? {
        let value = scalars[Int(UInt16(lead) << 8 | UInt16(trail))]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}

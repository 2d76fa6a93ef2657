#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The characters that the first parts of a prepared face hold where its file does.
enum CommonCharacters {
    /// The 3755 Han characters of GB/T 2312's first level, those of usual texts, ascending; from the system's own table.
    static let gb2312First = characters(of: "GB2312", rows: 0xB0...0xD7, cells: 0xA1...0xFE)

    /// The 3008 of its second level.
    static let gb2312Second = characters(of: "GB2312", rows: 0xD8...0xF7, cells: 0xA1...0xFE)

    /// The 5401 Han characters of Big5's first level, ascending: those of usual Traditional texts.
    static let big5 = characters(of: "BIG5", rows: 0xA4...0xC6, cells: 0x40...0xFE) { row, cell in
        row < 0xC6 || cell <= 0x7E
    }

    private static func characters(
        of charset: String, rows: ClosedRange<UInt8>, cells: ClosedRange<UInt8>,
        where isWanted: (UInt8, UInt8) -> Bool = { _, _ in true }
    ) -> [UInt32] {
        guard let converter = iconv_open("UTF-32LE", charset), converter != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(converter) }
        var found: [UInt32] = []
        for row in rows {
            for cell in cells where isWanted(row, cell) {
                if let scalar = convert(converter, row, cell) { found.append(scalar) }
            }
        }
        return found.sorted()
    }

    private static func convert(_ converter: iconv_t, _ row: UInt8, _ cell: UInt8) -> UInt32? {
        var input = [CChar(bitPattern: row), CChar(bitPattern: cell)]
        var output = [CChar](repeating: 0, count: 4)
        var (inLeft, outLeft) = (2, 4)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &from, &inLeft, &to, &outLeft)
            }
        }
        guard result == 0, outLeft == 0 else { return nil }
        return output.enumerated().reduce(0) { $0 | UInt32(UInt8(bitPattern: $1.element)) << (8 * UInt32($1.offset)) }
    }

    /// Latin, marks, numbers in circles, tables' lines and the full-width forms; what Chinese offices write besides
    /// Han characters.
    static let besidesHan: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x017F, 0x01CD...0x01DC, 0x0250...0x0261, 0x02C6...0x02DC, 0x0391...0x03C9,
        0x0401...0x0451, 0x1E3E...0x1E3F, 0x2010...0x2027, 0x202F...0x205E, 0x2070...0x209C, 0x20AC...0x20AC,
        0x2100...0x218F, 0x2190...0x2199, 0x2200...0x22BF, 0x2460...0x24FF, 0x2500...0x266F, 0x3000...0x312F,
        0x31A0...0x31BF, 0x3220...0x33FF, 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    ]
}

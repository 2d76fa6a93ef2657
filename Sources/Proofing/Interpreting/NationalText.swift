internal import Glibc

/// Characters of national standards, by the C library's tables.
enum NationalText {
    /// - Returns: the character of a code of one to four bytes; 0 where there is none.
    static func scalar(_ code: [UInt8], encoding: String) -> UInt32 {
        if code.count == 1, code[0] < 0x80 { return UInt32(code[0]) }
        let converter = iconv_open("UTF-32BE", encoding)
        guard converter != iconv_t(bitPattern: -1) else { return 0 }
        defer { iconv_close(converter) }
        var input = code.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 16)
        var (left, room) = (input.count, output.count)
        let isDone = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &from, &left, &to, &room) != Int(bitPattern: UInt.max)
            }
        }
        guard isDone, room == 12 else { return 0 }
        return output.prefix(4).reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
    }
}

internal import Glibc

/// Strict decoders: bytes to Unicode scalars, or the offset of the first byte that does not fit.
package enum TextDecoder {
    package enum Failure: Error, Hashable {
        /// The bytes from this offset on are no character of the encoding.
        case bad(offset: Int)
        /// The input ends inside the character that begins at this offset.
        case truncated(offset: Int)

        var offset: Int {
            switch self {
            case .bad(let offset), .truncated(let offset): offset
            }
        }
    }

    /// Decodes UTF-8 as RFC 3629 has it: no overlong forms, no surrogates.
    ///
    /// - Parameter onError: is told of each failure and returns whether to go on behind the bad byte.
    static func utf8(
        _ bytes: UnsafeRawBufferPointer, from start: Int = 0, onError: (Failure) -> Bool = { _ in false }
    ) -> Result<[Unicode.Scalar], Failure> {
        var failure: Failure?
        let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count - start) { buffer, count in
            var at = start
            var out = 0
            let base = buffer.baseAddress.unsafelyUnwrapped
            while at < bytes.count {
                let first = bytes[at]
                if first < 0x80 {
                    (base + out).initialize(to: Unicode.Scalar(first))
                    at += 1
                    out += 1
                    continue
                }
                let (value, length) = multibyte(bytes, at: at, first: first)
                if length > 0, let scalar = Unicode.Scalar(value) {
                    (base + out).initialize(to: scalar)
                    at += length
                    out += 1
                    continue
                }
                let found: Failure = length < 0 ? .truncated(offset: at) : .bad(offset: at + Int(value))
                if failure == nil { failure = found }
                if !onError(found) { break }
                at += 1
            }
            count = out
        }
        if let failure { return .failure(failure) }
        return .success(scalars)
    }

    /// The value of the sequence at `at` and its length; where it is none, length 0 and how far the byte that
    /// does not fit is; length -1 where the input ends inside it.
    private static func multibyte(
        _ bytes: UnsafeRawBufferPointer, at: Int, first: UInt8
    ) -> (value: UInt32, length: Int) {
        let length: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
        default: return (0, 0)
        }
        for step in 1..<length {
            guard at + step < bytes.count else { return (0, -1) }
            let next = bytes[at + step]
            guard next & 0xC0 == 0x80 else { return (UInt32(step), 0) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        return value >= least && value <= 0x10FFFF && value & 0x1FF800 != 0xD800 ? (value, length) : (0, 0)
    }

    static func utf16(
        _ bytes: UnsafeRawBufferPointer, from start: Int = 0, bigEndian: Bool
    ) -> Result<[Unicode.Scalar], Failure> {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count / 2)
        func unit(_ at: Int) -> UInt32 {
            bigEndian
                ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
        }
        var at = start
        while at + 1 < bytes.count {
            let first = unit(at)
            if let scalar = Unicode.Scalar(first) {
                scalars.append(scalar)
                at += 2
                continue
            }
            guard first < 0xDC00 else { return .failure(.bad(offset: at)) }
            guard at + 3 < bytes.count else { return .failure(.truncated(offset: at)) }
            let second = unit(at + 2)
            guard (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
            else { return .failure(.bad(offset: at)) }
            scalars.append(scalar)
            at += 4
        }
        return at < bytes.count ? .failure(.truncated(offset: at)) : .success(scalars)
    }

    /// Decodes by iconv; `charset` is a name it knows.
    package static func iconv(
        _ bytes: UnsafeRawBufferPointer, charset: String
    ) -> (scalars: [Unicode.Scalar], failure: Failure?) {
        let converter = iconv_open("UTF-32LE", charset)
        guard converter != iconv_t(bitPattern: -1) else { return ([], .bad(offset: 0)) }
        defer { iconv_close(converter) }
        var failure: Failure?
        // A byte never gives more than one scalar, except for Big5's four composed letters.
        let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count * 2 + 1) { buffer, count in
            let output = UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
            var left = bytes.count
            var room = buffer.count * 4
            let input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var from = input
            var to: UnsafeMutablePointer<CChar>? = output.assumingMemoryBound(to: CChar.self)
            if Glibc.iconv(converter, &from, &left, &to, &room) == -1 {
                let offset = bytes.count - left
                failure = errno == EINVAL ? .truncated(offset: offset) : .bad(offset: offset)
            }
            count = (buffer.count * 4 - room) / 4
        }
        return (scalars, failure)
    }

    /// What every pair of bytes above 0x80, 0x3F stands for in a charset of two bytes: code points by the pair as a
    /// number, 0 where it is no character of the basic plane.
    package static func pairs(charset: String) -> [UInt16] {
        var table = [UInt16](repeating: 0, count: 0x10000)
        let converter = iconv_open("UTF-16LE", charset)
        guard converter != iconv_t(bitPattern: -1) else { return table }
        defer { iconv_close(converter) }
        let pairs = (UInt8(0x81)...0xFE).flatMap { lead in
            (UInt8(0x40)...0xFE).flatMap { [CChar(bitPattern: lead), CChar(bitPattern: $0)] }
        }
        var input = pairs
        var output = [UInt16](repeating: 0, count: pairs.count / 2)
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, room) = (input.count, output.count)
                // All in one call but for the pairs that are no character: each of those ends it.
                while left > 0, Glibc.iconv(converter, &from, &left, &to, &room) == -1, left >= 2, room >= 2 {
                    (from, to) = (from.map { $0 + 2 }, to.map { $0 + 2 })
                    (left, room) = (left - 2, room - 2)
                    _ = Glibc.iconv(converter, nil, nil, nil, nil)
                }
            }
        }
        for (place, scalar) in output.enumerated() {
            table[Int(UInt8(bitPattern: pairs[2 * place])) << 8 | Int(UInt8(bitPattern: pairs[2 * place + 1]))] = scalar
        }
        return table
    }
}

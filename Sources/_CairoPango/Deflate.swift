package import Diagnostics
import _CCairoPango

/// Packs bytes as zlib does (RFC 1950), in a third of its time.
package final class Deflate {
    /// How long it looks for repetitions.
    package enum Effort: Int32 {
        /// For outlines of glyphs, which repeat little: more takes twice the time for one part in a hundred.
        case little = 1
        /// Of 12: the ninth takes four times as long for one part in forty.
        case usual = 5
    }

    private let compressor: OpaquePointer

    /// - Throws: `libraryFailed`.
    package init(_ effort: Effort) throws(Diagnostic) {
        guard let compressor = libdeflate_alloc_compressor(effort.rawValue) else {
            throw Diagnostic(.libraryFailed(call: "libdeflate_alloc_compressor", status: "out of memory"))
        }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    package func compress(_ bytes: [UInt8]) -> [UInt8] {
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress!, bound)
        }
    }

    /// The bytes of a stream that holds them as they are, in pieces (RFC 1951, 3.2.4); `nil` where some are packed.
    package static func stored(_ stream: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stream.count)
        var at = stream.startIndex + 2
        while at + 5 <= stream.endIndex {
            let kind = stream[at]
            let length = Int(stream[at + 1]) | Int(stream[at + 2]) << 8
            let check = Int(stream[at + 3]) | Int(stream[at + 4]) << 8
            at += 5
            guard kind <= 1, length ^ check == 0xFFFF, at + length <= stream.endIndex else { return nil }
            bytes += stream[at..<at + length]
            at += length
            if kind == 1 { return bytes }
        }
        return nil
    }
}

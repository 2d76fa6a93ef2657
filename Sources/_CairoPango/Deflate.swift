package import Diagnostics
import _CCairoPango

/// zlib's compression (RFC 1950), at its best.
package enum Deflate {
    /// - Throws: `libraryFailed`.
    package static func compress(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
        var length = uLongf(packed.count)
        let status = compress2(&packed, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
        guard status == Z_OK else { throw Diagnostic(.libraryFailed(call: "compress2", status: "\(status)")) }
        packed.removeLast(packed.count - Int(length))
        return packed
    }
}

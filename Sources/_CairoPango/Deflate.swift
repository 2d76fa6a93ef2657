package import Diagnostics
import _CCairoPango

/// zlib's compression (RFC 1950).
package enum Deflate {
    /// At its seventh level: the ninth takes a third longer for one part in a hundred.
    ///
    /// - Throws: `libraryFailed`.
    package static func compress(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        var status = Z_OK
        let bound = Int(compressBound(uLong(bytes.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            var length = uLongf(bound)
            status = compress2(buffer.baseAddress!, &length, bytes, uLong(bytes.count), 7)
            count = status == Z_OK ? Int(length) : 0
        }
        try check(status, "compress2")
        return packed
    }

    /// - Throws: `libraryFailed` where the bytes are not whole.
    package static func expand(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        var size = max(1024, bytes.count * 8)
        while true {
            var status = Z_OK
            let plain = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                var length = uLongf(size)
                status = uncompress(buffer.baseAddress!, &length, bytes, uLong(bytes.count))
                count = status == Z_OK ? Int(length) : 0
            }
            if status == Z_BUF_ERROR, size < 1 << 30 {
                size *= 4
                continue
            }
            try check(status, "uncompress")
            return plain
        }
    }

    private static func check(_ status: Int32, _ call: String) throws(Diagnostic) {
        guard status == Z_OK else { throw Diagnostic(.libraryFailed(call: call, status: "\(status)")) }
    }
}

import _CGLib

/// The SHA-256 of bytes that come in pieces.
package final class Checksum {
    private let sum: OpaquePointer

    package init() { sum = g_checksum_new(G_CHECKSUM_SHA256)! }

    deinit { g_checksum_free(sum) }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        g_checksum_update(sum, start.assumingMemoryBound(to: UInt8.self), gssize(bytes.count))
    }

    package func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Lower-case hexadecimal. Nothing can be added afterwards.
    package var hexadecimal: String { String(cString: g_checksum_get_string(sum)) }
}

import _CCairoPango

/// The MD5 sum of bytes as they come: no guard against anybody, only a name for content (ISO 32000-1, 14.4).
package final class Checksum {
    private let sum: OpaquePointer

    package init() { sum = g_checksum_new(G_CHECKSUM_MD5)! }

    deinit { g_checksum_free(sum) }

    package func update(_ bytes: UnsafeRawBufferPointer) {
        g_checksum_update(sum, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// Takes of a long piece no more than its length and its CRC-32: a tenth of the time.
    package func update(lengthAndCheckOf bytes: UnsafeRawBufferPointer) {
        let check = libdeflate_crc32(0, bytes.baseAddress, bytes.count)
        withUnsafeBytes(of: (UInt64(bytes.count).littleEndian, UInt64(check).littleEndian)) { update($0) }
    }

    /// Sixteen bytes, of what has come so far.
    package func digest() -> [UInt8] {
        // Asking for it closes a sum.
        let copy = g_checksum_copy(sum)!
        defer { g_checksum_free(copy) }
        var digest = [UInt8](repeating: 0, count: 16)
        var length = digest.count
        g_checksum_get_digest(copy, &digest, &length)
        return digest
    }
}

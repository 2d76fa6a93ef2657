import Glibc

/// Bytes in bytes.
enum ByteSearch {
    /// - Returns: the place of the first occurrence not before `start`.
    static func find(_ wanted: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let first = wanted.first else { return nil }
        var at = start
        let last = bytes.count - wanted.count
        while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
            let place = UnsafeRawPointer(found) - base
            if memcmp(found, wanted.baseAddress!, wanted.count) == 0 { return place }
            at = place + 1
        }
        return nil
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The little that the archive asks of the system.
enum FileStatus {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func wait(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

    /// `2024-05-31T08:30:00Z`: when a person changed something.
    static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

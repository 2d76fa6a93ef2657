import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum TextFile {
    /// - Throws: `fileMissing`, `fileUnreadable`.
    static func read(_ path: String) throws(Diagnostic) -> String {
        guard let file = fopen(path, "rb") else {
            let missing = errno == ENOENT
            throw Diagnostic(
                missing ? .fileMissing : .fileUnreadable(reason: String(cString: strerror(errno))),
                at: Place(file: path))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        guard ferror(file) == 0 else {
            throw Diagnostic(.fileUnreadable(reason: String(cString: strerror(errno))), at: Place(file: path))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

public import Diagnostics
internal import Glibc
internal import _CGLib

/// Reads articles as they are found: a file, the files of a folder, or standard input.
public struct SourceReader: Sendable {
    public init() {}

    /// Endings of the files that are read out of a folder; files without an ending are text too.
    static let endings: Set<String> = ["txt", "html", "htm", "md"]

    /// The sources that a path stands for: one for a file or `-` (standard input); for a folder one for every article
    /// in it and below it, ordered by path.
    ///
    /// - Throws: `Diagnostic` with `.fileMissing`, `.fileUnreadable`, or what `read(bytes:path:)` throws.
    public func read(_ path: String) throws(Diagnostic) -> [SourceText] {
        var sources: [SourceText] = []
        for file in try files(path) { sources.append(try read(bytes: try Self.bytes(of: file), path: file)) }
        return sources
    }

    /// The files that a path stands for, ordered, so that a caller can read them one by one and go on after a fault.
    ///
    /// - Throws: `Diagnostic` with `.fileMissing` or `.fileUnreadable`.
    public func files(_ path: String) throws(Diagnostic) -> [String] {
        guard path != "-" else { return [path] }
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.unreadable(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        var found: [String] = []
        var open = [path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path]
        while let folder = open.popLast() {
            for name in try Self.names(in: folder) {
                let inner = folder + "/" + name
                guard stat(inner, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR {
                    open.append(inner)
                } else if status.st_mode & S_IFMT == S_IFREG, Self.isArticle(name) {
                    found.append(inner)
                }
            }
        }
        // By bytes, so that no locale decides.
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Decodes the bytes of one article: the pure part of reading.
    ///
    /// - Throws: `Diagnostic` at `path` with `.fileEmpty`, `.binaryInput`, `.undecodable` or `.truncated`; offsets
    ///   count bytes from 0.
    public func read(bytes: [UInt8], path: String) throws(Diagnostic) -> SourceText {
        let result = bytes.withUnsafeBytes { raw in
            Result { () throws(FaultError) in try Self.source(raw, path: path) }
        }
        switch result {
        case .success(let source): return source
        case .failure(let error): throw Diagnostic(error.fault, at: Place(file: path))
        }
    }

    private static func source(_ bytes: UnsafeRawBufferPointer, path: String) throws(FaultError) -> SourceText {
        let isPage = HTMLPage.looksLikeOne(bytes, path: path)
        let declared = isPage ? HTMLPage.declaredCharset(bytes) : nil
        let decoded = try EncodingEvidence.decode(bytes, declared: declared)
        var source = SourceText(
            path: path, sha256: sha256(bytes), encoding: decoded.encoding, format: isPage ? .html : .text,
            text: decoded.scalars)
        if isPage { try HTMLPage.read(into: &source) }
        return source
    }

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `Diagnostic` with `.fileMissing` or `.fileUnreadable`.
    public static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        var bytes: [UInt8] = []
        while true {
            // A file in one piece and a byte over, to see its end; a pipe by 64 KiB.
            let room = bytes.isEmpty && size > 0 ? size + 1 : 1 << 16
            var status = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                status = Glibc.read(descriptor, buffer.baseAddress, room)
                count = max(0, status)
            }
            if status == 0 { return bytes }
            if status < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if bytes.count == size { return bytes }
        }
    }

    private static func unreadable(_ path: String) -> Diagnostic {
        let code = errno
        let fault: Fault =
            code == ENOENT || code == ENOTDIR
            ? .fileMissing : .fileUnreadable(reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
        return Diagnostic(fault, at: Place(file: path))
    }

    private static func names(in folder: String) throws(Diagnostic) -> [String] {
        guard let stream = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private static func isArticle(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return true }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
        guard
            let sum = g_compute_checksum_for_data(
                G_CHECKSUM_SHA256, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), gsize(bytes.count))
        else { return "" }
        defer { g_free(sum) }
        return String(cString: sum)
    }
}

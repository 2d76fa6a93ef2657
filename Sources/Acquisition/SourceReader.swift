public import Diagnostics
internal import Glibc
internal import _CGLib

/// Reads articles as they are found: a file, the files of a folder, or standard input.
public struct SourceReader: Sendable {
    public init() {}

    /// Endings of the files that are read out of a folder; files without an ending are text too. Those of other office
    /// programs are among them: that they cannot be read has to be said.
    static let endings: Set<String> = [
        "txt", "html", "htm", "xhtml", "mht", "md", "docx", "docm", "pdf", "csv", "tsv", "json", "ndjson", "jsonl",
        "doc",
        "wps", "rtf", "odt", "xls", "xlsx", "et", "ofd",
    ]
    /// Settings lie beside articles as well; these are read where they hold records.
    static let recordEndings: Set<String> = ["yaml", "yml"]

    /// What a file holds.
    public enum Content: Sendable {
        case article(SourceText)
        case table(SourceTable)
        /// Records that a person or a program made, or flat objects: UTF-8.
        case json([UInt8])
        case yaml([UInt8])
    }

    /// Reads a file, or standard input for `-`: an article, a table, or records.
    ///
    /// - Throws: `Diagnostic` with `.fileMissing`, `.fileUnreadable`, `.tooLarge`, or what is wrong in it.
    public func content(of path: String) throws(Diagnostic) -> Content {
        try content(bytes: try Self.bytes(of: path), path: path)
    }

    /// Tells what bytes are and decodes them: the pure part of reading.
    public func content(bytes: [UInt8], path: String) throws(Diagnostic) -> Content {
        switch try kind(of: bytes, path: path) {
        case .json: return .json(try recoded(bytes, path: path))
        case .yaml: return .yaml(try recoded(bytes, path: path))
        case .table: return .table(try SourceTable(reading: try decoded(bytes, path: path)))
        case let kind:
            // A briefing brings the records that it was made from.
            if kind == .pdf, let records = try? PDFAttachments.file(PDFAttachments.records, in: bytes, path: path) {
                return .json(records)
            }
            return .article(try article(bytes, kind, path: path))
        }
    }

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
                } else if status.st_mode & S_IFMT == S_IFREG, Self.isInput(name, at: inner) {
                    found.append(inner)
                }
            }
        }
        // By bytes, so that no locale decides.
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Decodes the bytes of one article, whatever they are; tables and records are taken as text.
    ///
    /// - Throws: `Diagnostic` at `path` with `.fileEmpty`, `.binaryInput`, `.undecodable`, `.truncated`, `.damaged`,
    ///   `.encrypted`, `.unsupported`, `.unpacksTooFar`, `.tooLarge`, `.noTextLayer`; offsets count bytes from 0.
    public func read(bytes: [UInt8], path: String) throws(Diagnostic) -> SourceText {
        try article(bytes, kind(of: bytes, path: path), path: path)
    }

    private func kind(of bytes: [UInt8], path: String) throws(Diagnostic) -> FileKind {
        try placed(path) { () throws(FaultError) in
            try bytes.withUnsafe { bytes throws(FaultError) in try FileKind.of(bytes, path: path) }
        }
    }

    private func article(_ bytes: [UInt8], _ kind: FileKind, path: String) throws(Diagnostic) -> SourceText {
        try placed(path) { () throws(FaultError) in
            try bytes.withUnsafe { bytes throws(FaultError) in
                var source = SourceText(
                    path: path, sha256: Self.sha256(bytes), encoding: "", format: .text, text: [])
                switch kind {
                case .docx:
                    (source.format, source.encoding) = (.docx, "DOCX")
                    try WordDocument.read(bytes, into: &source)
                case .pdf:
                    (source.format, source.encoding) = (.pdf, "PDF")
                    try PDFDocument.read(bytes, into: &source)
                case .html:
                    source.format = .html
                    try Self.decode(bytes, declared: HTMLPage.declaredCharset(bytes), into: &source)
                    try HTMLPage.read(into: &source)
                default: try Self.decode(bytes, declared: nil, into: &source)
                }
                return source
            }
        }
    }

    private static func decode(
        _ bytes: UnsafeRawBufferPointer, declared: String?, into source: inout SourceText
    ) throws(FaultError) {
        if bytes.count > InputLimits.text {
            throw FaultError(.tooLarge(bytes: bytes.count, limit: InputLimits.text))
        }
        let decoded = try EncodingEvidence.decode(bytes, declared: declared)
        (source.encoding, source.text) = (decoded.encoding, decoded.scalars)
    }

    /// A text of any encoding, however long: a table may have more rows than an article has lines.
    private func decoded(_ bytes: [UInt8], path: String) throws(Diagnostic) -> SourceText {
        try placed(path) { () throws(FaultError) in
            try bytes.withUnsafe { bytes throws(FaultError) in
                let decoded = try EncodingEvidence.decode(bytes)
                return SourceText(
                    path: path, sha256: Self.sha256(bytes), encoding: decoded.encoding, format: .text,
                    text: decoded.scalars)
            }
        }
    }

    private func recoded(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if !isMarked, String(validating: bytes, as: UTF8.self) != nil { return bytes }
        return Array(scalarString(try decoded(bytes, path: path).text).utf8)
    }

    private func placed<Value>(
        _ path: String, _ work: () throws(FaultError) -> Value
    ) throws(Diagnostic) -> Value {
        do throws(FaultError) {
            return try work()
        } catch {
            throw Diagnostic(error.fault, at: Place(file: path))
        }
    }

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `Diagnostic` with `.fileMissing`, `.fileUnreadable` or `.tooLarge`.
    public static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        let limit = InputLimits.file
        if size > limit { throw Diagnostic(.tooLarge(bytes: size, limit: limit), at: Place(file: path)) }
        var bytes: [UInt8] = []
        while true {
            if bytes.count > limit {
                throw Diagnostic(.tooLarge(bytes: bytes.count, limit: limit), at: Place(file: path))
            }
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

    private static func isInput(_ name: String, at path: String) -> Bool {
        // A file that a word processor has open (`~$名.docx`).
        if name.hasPrefix("~$") { return false }
        guard name.contains(".") else { return true }
        let ending = FileKind.ending(of: name)
        if recordEndings.contains(ending) { return FileKind.isRecordYAML(head(of: path)) }
        return endings.contains(ending)
    }

    /// The first lines of a file; nothing where it cannot be read.
    private static func head(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    /// Of bytes, lower-case hexadecimal.
    package static func sha256(of bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256($0) } }

    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
        guard
            let sum = g_compute_checksum_for_data(
                G_CHECKSUM_SHA256, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), gsize(bytes.count))
        else { return "" }
        defer { g_free(sum) }
        return String(cString: sum)
    }
}

extension [UInt8] {
    /// `withUnsafeBytes` with the error's type kept.
    fileprivate func withUnsafe<Value>(
        _ work: (UnsafeRawBufferPointer) throws(FaultError) -> Value
    ) throws(FaultError) -> Value {
        let result: Result<Value, FaultError> = withUnsafeBytes { bytes in
            do throws(FaultError) {
                return .success(try work(bytes))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

internal import Diagnostics
internal import _CArchive

/// Takes named files out of a zip archive in memory. What they unpack to is bounded.
struct ZipArchive {
    private let bytes: UnsafeRawBufferPointer
    /// What messages call it: `DOCX`.
    private let format: String

    init(_ bytes: UnsafeRawBufferPointer, format: String) {
        self.bytes = bytes
        self.format = format
    }

    /// libarchive's reader, freed with it.
    private final class Reader {
        let library: jianbao_archive
        let handle: OpaquePointer

        init() throws(FaultError) {
            library = try ArchiveCalls.open()
            guard let handle = library.archive_read_new() else {
                throw FaultError(.libraryFailed(call: "archive_read_new", status: "no memory"))
            }
            self.handle = handle
        }

        deinit { _ = library.archive_read_free(handle) }

        var reason: String { library.archive_error_string(handle).map { String(cString: $0) } ?? "it breaks off" }
    }

    /// The files that are wanted, by name, each whole. Names that the archive lacks are not in the result.
    ///
    /// - Throws: `damaged`, `encrypted`, `unpacksTooFar`, `libraryMissing`.
    func files(_ isWanted: (String) -> Bool) throws(FaultError) -> [String: [UInt8]] {
        let reader = try Reader()
        let library = reader.library
        _ = library.archive_read_support_format_zip(reader.handle)
        guard library.archive_read_open_memory(reader.handle, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
            throw FaultError(.damaged(format: format, reason: reader.reason))
        }
        var files: [String: [UInt8]] = [:]
        var count = 0
        var total = 0
        while true {
            var entry: OpaquePointer?
            let status = library.archive_read_next_header(reader.handle, &entry)
            if status == ARCHIVE_EOF { return files }
            guard status >= ARCHIVE_WARN, let entry else {
                throw FaultError(.damaged(format: format, reason: reader.reason))
            }
            count += 1
            // A document has a few dozen parts.
            if count > 20_000 { throw FaultError(.unpacksTooFar(format: format, limit: InputLimits.part)) }
            guard let name = library.archive_entry_pathname(entry).map({ String(cString: $0) }), isWanted(name) else {
                continue
            }
            if library.archive_entry_is_encrypted(entry) != 0 { throw FaultError(.encrypted(format: format)) }
            files[name] = try read(reader, total: &total)
        }
    }

    /// The current file. What its head says of its size is not trusted.
    private func read(_ reader: Reader, total: inout Int) throws(FaultError) -> [UInt8] {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = reader.library.archive_read_data(reader.handle, &buffer, buffer.count)
            if count == 0 { return content }
            if count < 0 { throw FaultError(.damaged(format: format, reason: reader.reason)) }
            content += buffer[..<count]
            total += count
            let isFar = total > max(InputLimits.freePart, bytes.count * InputLimits.ratio)
            if isFar || total > InputLimits.part {
                throw FaultError(.unpacksTooFar(format: format, limit: InputLimits.part))
            }
        }
    }
}

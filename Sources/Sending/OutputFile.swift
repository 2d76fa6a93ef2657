public import Diagnostics
import Glibc

/// Writing a finished file: all of it or nothing.
public enum OutputFile {
    /// Writes a temporary file beside the target, then renames it: a reader never sees half a file, and nothing is
    /// left where writing fails.
    ///
    /// - Parameters:
    ///   - bytes: the whole content.
    ///   - path: where to; `-` is standard output.
    /// - Throws: `Diagnostic` where the target is a folder, its folder is absent or not writable, or the disk is full.
    public static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
        if path == "-" {
            try writeAll(bytes, to: STDOUT_FILENO, place: Place(file: "-"))
            return
        }
        let place = Place(file: path)
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw Diagnostic(.outputIsFolder, at: place) }
        var template = Array((path + ".XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw Diagnostic(.cannotWrite(reason: reason()), at: place) }
        do throws(Diagnostic) {
            try writeAll(bytes, to: file, place: place)
            // mkstemp makes files that only their owner may read; a briefing is a file like any other.
            let mask = umask(0)
            umask(mask)
            guard fchmod(file, 0o666 & ~mask) == 0 else { throw Diagnostic(.writeFailed(reason: reason()), at: place) }
        } catch {
            close(file)
            unlink(template)
            throw error
        }
        guard close(file) == 0, rename(template, path) == 0 else {
            let why = reason()
            unlink(template)
            throw Diagnostic(.writeFailed(reason: why), at: place)
        }
    }

    /// Makes a folder and those above it.
    ///
    /// - Throws: `Diagnostic` where it cannot be made, or a file stands in its place.
    public static func makeFolder(_ path: String) throws(Diagnostic) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            if mkdir(made, 0o777) != 0, errno != EEXIST {
                throw Diagnostic(.cannotWrite(reason: reason()), at: Place(file: path))
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Diagnostic(.cannotWrite(reason: "not a folder"), at: Place(file: path))
        }
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, place: Place) throws(Diagnostic) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw Diagnostic(.writeFailed(reason: reason()), at: place)
            }
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

import Diagnostics
import Glibc

/// The results of a batch: each line is written as it comes, so that what was said of a job that is done is not lost.
final class ResultLines {
    private let file: Int32
    private let path: String

    /// - Parameter path: `-` is standard output.
    /// - Throws: `cannotWrite`.
    init(_ path: String) throws(Diagnostic) {
        self.path = path
        file = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            throw Diagnostic(.cannotWrite(reason: String(cString: strerror(errno))), at: Place(file: path))
        }
    }

    deinit { if path != "-" { close(file) } }

    /// - Throws: `writeFailed`.
    func append(_ bytes: [UInt8]) throws(Diagnostic) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw Diagnostic(.writeFailed(reason: String(cString: strerror(errno))), at: Place(file: path))
            }
        }
    }
}

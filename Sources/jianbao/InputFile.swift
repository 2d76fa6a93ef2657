import Diagnostics
import Glibc

/// Small files read whole: layouts, office.yaml, briefings as JSON.
enum InputFile {
    static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// - Throws: `fileMissing`, `fileUnreadable`.
    static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
        guard file >= 0 else {
            let fault = errno == ENOENT ? Fault.fileMissing : .fileUnreadable(reason: String(cString: strerror(errno)))
            throw Diagnostic(fault, at: Place(file: path))
        }
        defer { if path != "-" { close(file) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw Diagnostic(.fileUnreadable(reason: String(cString: strerror(errno))), at: Place(file: path))
            }
        }
    }

    /// - Throws: as `bytes`, and `undecodable` where it is not UTF-8.
    static func text(_ path: String) throws(Diagnostic) -> String {
        let bytes = try bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(.undecodable(encoding: "UTF-8", offset: 0), at: Place(file: path))
        }
        return text
    }
}

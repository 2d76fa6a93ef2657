import Diagnostics
import Glibc

/// A file line by line: memory does not grow with its length.
enum LineReader {
    /// Calls `use` with each line that is not empty and its number, from 1; the line end is not in it.
    ///
    /// - Parameter path: `-` is standard input.
    /// - Throws: `fileMissing`, `fileUnreadable`.
    static func each(of path: String, use: (Int, [UInt8]) throws -> Void) throws {
        let file = try open(path)
        defer { if path != "-" { close(file) } }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var rest: [UInt8] = []
        var number = 0
        func take(_ line: [UInt8]) throws {
            number += 1
            let line = line.last == 0x0D ? Array(line.dropLast()) : line
            if !line.isEmpty { try use(number, line) }
        }
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw Diagnostic(.fileUnreadable(reason: String(cString: strerror(errno))), at: Place(file: path))
            }
            if count == 0 { break }
            var start = 0
            while let end = buffer[start..<count].firstIndex(of: 0x0A) {
                try take(rest + buffer[start..<end])
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            rest += buffer[start..<count]
        }
        if !rest.isEmpty { try take(rest) }
    }

    private static func open(_ path: String) throws -> Int32 {
        let file = path == "-" ? STDIN_FILENO : Glibc.open(path, O_RDONLY)
        guard file >= 0 else {
            let fault = errno == ENOENT ? Fault.fileMissing : .fileUnreadable(reason: String(cString: strerror(errno)))
            throw Diagnostic(fault, at: Place(file: path))
        }
        return file
    }
}

public import Diagnostics
import Glibc

/// A file being written: all of it appears at once, or nothing.
///
/// What is appended goes to a file that has no name, or where the file system has no such, to a temporary one beside the
/// target; `commit` gives it its name. A reader never sees half a file, and where writing fails, or `commit` is not
/// reached, nothing is left, not even of a program that was killed.
public final class OutputFile {
    private let path: String
    private let place: Place
    private var file: Int32
    /// `nil` for standard output and files without a name, and when nothing is left to rename or to remove.
    private var temporary: [CChar]?
    /// Whether it is a device or a pipe, which is written as it comes and stays what it is.
    private var isDevice = false
    private var isNameless = false
    /// What of a file is not written yet: a PDF comes in a hundred pieces.
    private var waiting: [UInt8] = []
    private static let piece = 1 << 16
    /// `O_TMPFILE`, which as a sum of macros is not imported.
    private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

    /// - Parameter path: where to; `-` is standard output, which is written as it comes.
    /// - Throws: `Diagnostic` where the target is a folder, or its folder is absent or not writable.
    public init(_ path: String) throws(Diagnostic) {
        self.path = Self.target(of: path)
        place = Place(file: path)
        guard path != "-" else {
            file = STDOUT_FILENO
            temporary = nil
            return
        }
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw Diagnostic(.outputIsFolder, at: place) }
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            file = open(path, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw Diagnostic(.cannotWrite(reason: Self.reason()), at: place) }
            (isDevice, temporary) = (true, nil)
            return
        }
        let path = self.path
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        // The way to name it later.
        let canBeNamed = access("/proc/self/fd", X_OK) == 0
        file = canBeNamed ? open(folder, Self.nameless | O_WRONLY | O_CLOEXEC, 0o666) : -1
        if file >= 0 {
            isNameless = true
            temporary = nil
            return
        }
        var template = Array((path + ".XXXXXX").utf8CString)
        file = mkstemp(&template)
        guard file >= 0 else { throw Diagnostic(.cannotWrite(reason: Self.reason()), at: place) }
        temporary = template
    }

    /// Where a link leads, so that the file changes and not the link.
    private static func target(of path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    deinit {
        if isNameless || isDevice { close(file) }
        guard let temporary else { return }
        close(file)
        unlink(temporary)
    }

    /// - Throws: `Diagnostic` where the disk is full or the reader of standard output has gone.
    public func append(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
        waiting += bytes
        let isFile = isNameless || temporary != nil
        if !isFile || waiting.count >= Self.piece { try flush() }
    }

    private func flush() throws(Diagnostic) {
        var written = 0
        while written < waiting.count {
            let count = waiting.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw Diagnostic(.writeFailed(reason: Self.reason()), at: place)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Puts the file in its place. Nothing can be appended afterwards.
    public func commit() throws(Diagnostic) {
        try flush()
        if isNameless { return try name() }
        guard let temporary else { return }
        // mkstemp makes files that only their owner may read; a briefing is a file like any other.
        let mask = umask(0)
        umask(mask)
        guard fchmod(file, 0o666 & ~mask) == 0, rename(temporary, path) == 0 else {
            throw Diagnostic(.writeFailed(reason: Self.reason()), at: place)
        }
        self.temporary = nil
        guard close(file) == 0 else { throw Diagnostic(.writeFailed(reason: Self.reason()), at: place) }
    }

    /// Gives the file without a name its own, in place of another that has it.
    private func name() throws(Diagnostic) {
        isNameless = false
        defer { close(file) }
        let source = "/proc/self/fd/\(file)"
        if linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return }
        for number in 0..<1000 where errno == EEXIST {
            // A link takes no other's name, but a file with any name can.
            let other = "\(path).\(getpid())-\(number)"
            guard linkat(AT_FDCWD, source, AT_FDCWD, other, AT_SYMLINK_FOLLOW) == 0 else { continue }
            if rename(other, path) == 0 { return }
            let reason = Self.reason()
            unlink(other)
            throw Diagnostic(.writeFailed(reason: reason), at: place)
        }
        throw Diagnostic(.writeFailed(reason: Self.reason()), at: place)
    }

    /// Writes a whole file.
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Diagnostic) {
        let file = try OutputFile(path)
        try file.append(bytes)
        try file.commit()
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

    private static func reason() -> String { String(cString: strerror(errno)) }
}

import Glibc

/// What tells one state of a file from another.
struct FileMark: Hashable {
    private var size: Int64 = -1
    private var seconds = 0
    private var nanoseconds = 0
    private var inode: UInt64 = 0

    /// Of an absent file too.
    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        inode = UInt64(status.st_ino)
    }

    /// For the identity of what was made from the file.
    var text: String { "\(size) \(seconds).\(nanoseconds) \(inode)" }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where prepared faces lie.
enum PreparedFolder {
    /// The folder asked for, else `$XDG_CACHE_HOME/jianbao/fonts`, else `~/.cache/jianbao/fonts`; where none can be
    /// written, one that lives as long as the machine's temporary files.
    static func path(_ wanted: String?) -> String {
        let path = wanted ?? standard
        if let path, AtomicFile.makeFolder(path) || access(path, R_OK | X_OK) == 0 && !isEmpty(path) { return path }
        let temporary = variable("TMPDIR") ?? "/tmp"
        let own = "\(temporary)/jianbao-fonts-\(getuid())"
        mkdir(own, 0o700)
        // What somebody else put there is not ours to open.
        var status = stat()
        if lstat(own, &status) == 0, status.st_uid == getuid(), status.st_mode & S_IFMT == S_IFDIR { return own }
        var template = Array("\(temporary)/jianbao-fonts-XXXXXX".utf8CString)
        return mkdtemp(&template).map { String(cString: $0) } ?? own
    }

    private static var standard: String? {
        if let cache = variable("XDG_CACHE_HOME") { return "\(cache)/jianbao/fonts" }
        return variable("HOME").map { "\($0)/.cache/jianbao/fonts" }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    private static func isEmpty(_ path: String) -> Bool {
        guard let stream = opendir(path) else { return true }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { return false }
        }
        return true
    }
}

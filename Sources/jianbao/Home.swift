import Glibc

/// Where the program finds what it does not carry in itself: `$JIANBAO_HOME`, the current folder, then what
/// `make install` put beside it.
struct Home {
    /// Folders that may hold `layouts/`, `fonts/` and `office.yaml`, the first that has a thing serves it.
    let folders: [String]

    init() {
        var folders: [String] = []
        if let home = getenv("JIANBAO_HOME") { folders.append(String(cString: home)) }
        folders.append(".")
        if let prefix = Self.prefix { folders.append(prefix + "/share/jianbao") }
        self.folders = folders
    }

    /// The folder above the one the program stands in.
    private static var prefix: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = buffer[..<count].map { UInt8(bitPattern: $0) }.split(separator: UInt8(ascii: "/"))
        return path.dropLast(2).map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
    }

    /// The first of the folders that holds `name`, with it.
    func find(_ name: String) -> String? {
        folders.map { $0 == "." ? name : $0 + "/" + name }.first { access($0, R_OK) == 0 }
    }

    /// `output/` where there is one, else the current folder.
    static func outputPath(_ name: String) -> String {
        var status = stat()
        let isFolder = stat("output", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        return isFolder ? "output/" + name : name
    }
}

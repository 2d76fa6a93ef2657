public import Diagnostics
import Foundation

extension Layout {
    /// A layout that can be asked for by name, and where it is.
    public struct Listed: Hashable, Sendable {
        public var name: String
        public var title: String
        /// The file, or `nil` for the copy in the program.
        public var path: String?
    }

    /// Copies of layouts/ that are part of the program, by name.
    static let builtIn: [(name: String, bytes: [UInt8])] = [
        ("bench", PackageResources.bench_yaml), ("briefing", PackageResources.briefing_yaml),
        ("handbook", PackageResources.handbook_yaml), ("ledger", PackageResources.ledger_yaml),
        ("minutes", PackageResources.minutes_yaml), ("monthly", PackageResources.monthly_yaml),
        ("signs", PackageResources.signs_yaml), ("signs-a5", PackageResources.signs_a5_yaml),
    ]

    /// A layout by name or by the path of its file.
    ///
    /// A name is looked for in `$JIANBAO_HOME`, `./layouts`, `share/jianbao/layouts` beside the program, and in the
    /// program itself.
    ///
    /// - Throws: `unknownLayout` with the nearest name; `fileMissing`; what is wrong in the file, with line and column.
    public static func load(_ name: String) throws(Diagnostic) -> Layout {
        if let path = file(of: name) {
            guard FileManager.default.fileExists(atPath: path) else {
                throw Diagnostic(.fileMissing, at: Place(file: path))
            }
            return try read(path: path)
        }
        if let copy = builtIn.first(where: { $0.name == name }) {
            return try LayoutReader.read(String(decoding: copy.bytes, as: UTF8.self), name: name, file: "\(name).yaml")
        }
        throw Diagnostic(.unknownLayout(name, nearest: Spelling.nearest(to: name, in: list().map(\.name))))
    }

    /// The file that `load` reads; `nil` for a layout that only the program has, or nobody.
    public static func file(of name: String) -> String? {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
        return folders.map { "\($0)/\(name).yaml" }.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// A layout from its text.
    ///
    /// - Parameter file: for messages.
    /// - Throws: what is wrong in it, with line and column.
    public static func read(_ yaml: String, name: String, file: String) throws(Diagnostic) -> Layout {
        try LayoutReader.read(yaml, name: name, file: file)
    }

    /// Every layout that can be asked for by name, in the order of names; those that cannot be read have no title.
    public static func list() -> [Listed] {
        var found: [String: Listed] = [:]
        for folder in folders {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for file in files where file.hasSuffix(".yaml") {
                let name = String(file.dropLast(5))
                let path = "\(folder)/\(file)"
                if found[name] != nil { continue }
                found[name] = Listed(name: name, title: (try? read(path: path))?.title ?? "", path: path)
            }
        }
        for (name, bytes) in builtIn where found[name] == nil {
            let layout = try? LayoutReader.read(String(decoding: bytes, as: UTF8.self), name: name, file: name)
            found[name] = Listed(name: name, title: layout?.title ?? "", path: nil)
        }
        return found.values.sorted { $0.name < $1.name }
    }

    private static func read(path: String) throws(Diagnostic) -> Layout {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostic(.fileUnreadable(reason: "no permission, or a folder"), at: Place(file: path))
        }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
        return try LayoutReader.read(String(decoding: data, as: UTF8.self), name: name, file: path)
    }

    private static var folders: [String] {
        var folders: [String] = []
        if let home = ProcessInfo.processInfo.environment["JIANBAO_HOME"], !home.isEmpty {
            folders += ["\(home)/layouts", home]
        }
        folders.append("layouts")
        if let program = Bundle.main.executablePath {
            let real = URL(fileURLWithPath: program).resolvingSymlinksInPath()
            let prefix = real.deletingLastPathComponent().deletingLastPathComponent()
            folders.append(prefix.appendingPathComponent("share/jianbao/layouts").path)
        }
        return folders
    }
}

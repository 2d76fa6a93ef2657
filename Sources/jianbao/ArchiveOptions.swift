import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Glibc
import Sending

/// Which archive.
struct ArchiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The archive; else $XDG_DATA_HOME/jianbao/archive.sqlite (~/.local/share where that is not set).",
            valueName: "file"))
    var archive: String?

    /// - Parameter create: whether an absent archive, and the default folder, are made.
    func open(create: Bool = false) throws(Diagnostic) -> Archive {
        if create, archive == nil { try OutputFile.makeFolder(Self.defaultFolder) }
        return try Archive(path, create: create)
    }

    /// The one asked for, else the default one.
    var path: String { archive ?? Self.defaultFolder + "/archive.sqlite" }

    private static var defaultFolder: String {
        if let data = getenv("XDG_DATA_HOME"), data.pointee != 0 { return String(cString: data) + "/jianbao" }
        let home = getenv("HOME").map { String(cString: $0) } ?? "."
        return home + "/.local/share/jianbao"
    }
}

/// The days a command is narrowed to.
struct DayOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first day, 2024-05-01.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last day, 2024-05-31.", valueName: "day"))
    var to: String?

    func validate() throws {
        for (name, day) in [("--from", from), ("--to", to)] {
            if let day, !Self.isDay(day) {
                throw ValidationError("\(name) cannot be '\(day)'; give a day as 2024-05-31")
            }
        }
        if let from, let to, from > to { throw ValidationError("--from \(from) comes after --to \(to)") }
    }

    static func isDay(_ text: String) -> Bool {
        RecordDay(text)?.year != nil
    }
}

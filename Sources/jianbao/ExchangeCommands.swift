import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Sending

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all records as NDJSON (record.schema.json), the oldest first.")

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; `-` is standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let file = try OutputFile(output)
            var waiting: [UInt8] = []
            try archive.open().export { record in
                waiting += record.jsonBytes
                waiting.append(0x0A)
                if waiting.count > 1 << 20 {
                    try file.append(waiting)
                    waiting.removeAll(keepingCapacity: true)
                }
            }
            try file.append(waiting)
            try file.commit()
            return .done
        }
    }
}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put records from NDJSON into the archive, as `export` or `read --json` write it.",
        discussion: "Safe to repeat, as `add` is. A line that is no record is said and left out.")

    @Argument(help: ArgumentHelp("Files of records, or -.", valueName: "file"))
    var files: [String]

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            let archive = try archive.open(create: true)
            var tray = FilingTray(archive: archive)
            for file in files {
                try desk.guarded {
                    try LineReader.each(of: file) { number, line in
                        console.progress(records: number)
                        do throws(Diagnostic) {
                            for record in try RecordFile.records(line, file: file) {
                                try tray.put(Archive.Addition(records: [record]))
                            }
                        } catch {
                            guard error.fault.outcome == .badInput else { throw error }
                            var diagnostic = error
                            diagnostic.place = Place(file: file, line: number, column: error.place?.column)
                            desk.take(diagnostic)
                        }
                    }
                }
            }
            try tray.empty()
            console.clearProgress()
            try archive.close()
            if let line = tray.report { print(line) }
            return desk.outcome
        }
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a whole copy of the archive, also while others use it.",
        discussion: "The copy is an archive itself: use it with --archive, or put it in the place of a lost one.")

    @Argument(help: ArgumentHelp("The copy; it must not exist.", valueName: "file"))
    var file: String

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let archive = try archive.open()
            try archive.check()
            try archive.backup(to: file)
            return .done
        }
    }
}

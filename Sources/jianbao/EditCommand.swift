import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Glibc
import Sending

struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Correct a record in $VISUAL or $EDITOR.",
        discussion: """
            The correction is checked and stays, also when the source is read again. What was before is kept: \
            `show --history`, `restore --before`, `restore --machine`.
            """)

    @Argument(help: ArgumentHelp("A record by id, or the beginning of it.", valueName: "record"))
    var record: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "The corrected record as a file, instead of an editor; `-` is standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { console in
            let archive = try archive.open()
            let entry = try archive.entry(record)
            if let file {
                try save(try RecordFile.records(try InputFile.bytes(file), file: file), entry, archive, file)
            } else {
                let draft = try Draft(RecordFile.text(of: entry.record), ending: RecordFile.ending)
                try draft.edit()
                try take(draft, entry, archive, console)
            }
            return .done
        }
    }

    /// What is wrong in a draft can be put right at once, where a person sits at the terminal; the draft stays in any case.
    private func take(_ draft: Draft, _ entry: ArchiveEntry, _ archive: Archive, _ console: Console) throws {
        while true {
            do {
                let records = try RecordFile.records(try InputFile.bytes(draft.path), file: draft.path)
                try save(records, entry, archive, draft.path)
                return draft.discard()
            } catch let diagnostic as Diagnostic {
                guard isatty(STDIN_FILENO) == 1, console.isTerminal else { throw diagnostic }
                console.report(diagnostic)
                console.say("Edit it again? [y/n]")
                guard readLine()?.lowercased().hasPrefix("y") ?? false else { throw diagnostic }
                try draft.edit()
            }
        }
    }

    private func save(_ records: [MeetingRecord], _ entry: ArchiveEntry, _ archive: Archive, _ file: String) throws {
        guard records.count == 1, records[0].id == entry.record.id else {
            throw Diagnostic(.recordChanged(key: "id"), at: Place(file: file))
        }
        do throws(Diagnostic) {
            print(try archive.correct(records[0]) ? "corrected \(entry.record.id)" : "nothing changed")
        } catch {
            var diagnostic = error
            switch diagnostic.fault {
            case .recordChanged, .badValue: diagnostic.place = Place(file: file)
            default: break
            }
            throw diagnostic
        }
    }
}

/// A file that a person edits: it stays where something in it is wrong, so that no work is lost.
struct Draft {
    let path: String

    init(_ text: String, ending: String) throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/jianbao-XXXXXX.\(ending)".utf8CString)
        let file = mkstemps(&template, Int32(ending.utf8.count + 1))
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard file >= 0 else {
            throw Diagnostic(.cannotWrite(reason: String(cString: strerror(errno))), at: Place(file: folder))
        }
        close(file)
        try OutputFile.write(Array(text.utf8), to: path)
    }

    /// Runs the editor and waits for it. The command may have options (`code --wait`), so the shell splits it.
    func edit() throws(Diagnostic) {
        let named = [getenv("VISUAL"), getenv("EDITOR")].compactMap { $0.map { String(cString: $0) } }
        let editor = named.first { !$0.isEmpty } ?? "vi"
        let status = Self.run(["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path])
        if status != 0 {
            discard()
            throw Diagnostic(.editorFailed(editor))
        }
    }

    func discard() { unlink(path) }

    private static func run(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { $0.withCString { strdup($0) } }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var process = pid_t()
        guard posix_spawn(&process, words[0], nil, nil, arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return -1 }
        }
        return status
    }
}

/// The only file that words what people read of faults: `file:line:column: what; what to do`.
extension Diagnostic: CustomStringConvertible {
    public var description: String {
        var line = ""
        if let place {
            line += place.file
            if let number = place.line { line += ":\(number)" }
            if let column = place.column { line += ":\(column)" }
            line += ": "
        }
        if severity == .warning { line += "warning: " }
        return line + fault.what + "; " + fault.remedy
    }
}

extension Fault {
    /// What is wrong, without a full stop.
    var what: String { wording.what }

    /// What a person can do about it, without a full stop.
    var remedy: String { wording.remedy }

    private var wording: (what: String, remedy: String) {
        switch self {
        case .fileMissing: ("no such file or folder", "check the path")
        case .fileUnreadable(let reason): ("cannot be read (\(reason))", "check its permissions")
        case .fileEmpty: ("the file holds no text", "give a file with an article in it")
        case .folderEmpty: ("the folder holds no article", "give a folder with .txt or .html files")
        case .noMeeting: ("reports no meeting", "look whether it belongs into a briefing")
        case .cannotWrite(let reason): ("cannot be written (\(reason))", "choose another place with -o")
        case .outputIsFolder: ("is a folder, a file was expected", "name a file with -o")
        case .oneOutputForMany: ("is one file for several briefings", "add --together, or leave -o out")
        case .writeFailed(let reason): ("writing failed (\(reason))", "check the space left on the disk")
        case .binaryInput(let offset):
            ("is not text (byte \(offset))", "give plain text or HTML")
        case .undecodable(let encoding, let offset):
            (
                "byte \(offset) fits no known encoding" + (encoding.map { ", nearest \($0)" } ?? ""),
                "save it as UTF-8"
            )
        case .truncated(let encoding, let offset):
            ("\(encoding) text ends in the middle of a character (byte \(offset))", "get the whole file again")
        case .malformed(let format, let reason): ("\(format) cannot be read: \(reason)", "correct it at this place")
        case .missingKey(let key): ("`\(key)` is missing", "add it")
        case .wrongType(let key, let expected): ("`\(key)` is not \(expected)", "give \(expected)")
        case .archiveMissing: ("there is no archive here", "make it with `jianbao add`, or name another with --archive")
        case .archiveDamaged(let reason):
            ("the archive is damaged (\(reason))", "put a copy made by `jianbao backup` in its place")
        case .archiveForeign: ("is not an archive of this program", "name another file with --archive")
        case .archiveNewer(let found, let known):
            (
                "the archive has version \(found), this program knows \(known) and older",
                "use the program it was written with, or a newer one"
            )
        case .archiveBusy: ("the archive is held by another program", "try again when that has ended")
        case .noRecord(let id): ("no record `\(id)`", "see `jianbao list`")
        case .noSource(let id): ("the text of `\(id)` is not in the archive", "add the article itself")
        case .severalRecords(let id, let count):
            ("`\(id)` begins the names of \(count) records", "write more of it, as `jianbao list` shows it")
        case .recordChanged(let key): ("`\(key)` may not be changed", "put back what stood there")
        case .editorFailed(let command):
            ("the editor `\(command)` failed", "set EDITOR, or give the corrected record by --from")
        case .noIssue(let name): ("no issue \(name)", "see `jianbao issue`")
        case .noTask(let id): ("no task `\(id)`", "see `jianbao task`")
        case .issueDiffers(let number, let kept, let made):
            (
                "issue \(number) made again is not what was issued (kept \(kept), now \(made))",
                "the kept one stays; the next issue carries the correction"
            )
        case .unknownLayout(let name, let nearest):
            ("there is no layout `\(name)`", nearest.map { "did you mean `\($0)`?" } ?? "see `jianbao layout list`")
        case .unknownKey(let key, let nearest):
            ("unknown key `\(key)`", nearest.map { "did you mean `\($0)`?" } ?? "remove it")
        case .badValue(let key, let value, let expected):
            ("`\(key)` cannot be `\(value)`", "give \(expected)")
        case .faceMissing(let role, let families):
            ("no face for the role `\(role)` (looked for \(families.joined(separator: ", ")))", "run `make setup`")
        case .noGlyph(let scalar, let text):
            (
                "no face has U+\(String(scalar, radix: 16, uppercase: true)) \(text)",
                "put a face that has it into fonts/"
            )
        case .libraryFailed(let call, let status): ("\(call) failed: \(status)", "report this with the input")
        }
    }
}

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

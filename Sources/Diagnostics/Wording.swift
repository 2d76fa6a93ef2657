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
    public var what: String { wording.what }

    /// What a person can do about it, without a full stop.
    var remedy: String { wording.remedy }

    private var wording: (what: String, remedy: String) {
        switch self {
        case .fileMissing: ("no such file or folder", "check the path")
        case .fileUnreadable(let reason): ("cannot be read (\(reason))", "check its permissions")
        case .fileEmpty: ("the file holds no text", "give a file with an article in it")
        case .folderEmpty: ("the folder holds no article", "give a folder with text, HTML, DOCX, PDF, CSV or JSON")
        case .noMeeting: ("reports no meeting", "look whether it belongs into a briefing")
        case .cannotWrite(let reason): ("cannot be written (\(reason))", "choose another place with -o")
        case .outputIsFolder: ("is a folder, a file was expected", "name a file with -o")
        case .oneOutputForMany: ("is one file for several briefings", "add --together, or leave -o out")
        case .writeFailed(let reason): ("writing failed (\(reason))", "check the space left on the disk")
        case .binaryInput(let offset):
            ("is not text (byte \(offset))", "give text, HTML, DOCX, PDF, CSV or JSON")
        case .undecodable(let encoding, let offset):
            (
                "byte \(offset) fits no known encoding" + (encoding.map { ", nearest \($0)" } ?? ""),
                "save it as UTF-8"
            )
        case .truncated(let encoding, let offset):
            ("\(encoding) text ends in the middle of a character (byte \(offset))", "get the whole file again")
        case .tooLarge(let bytes, let limit):
            (
                "holds \(megabytes(bytes)), more than the \(megabytes(limit)) that are read at once",
                "give the article alone, or split the file"
            )
        case .unsupported(let what): ("is \(what), which is not read", "save it as text, DOCX, PDF or CSV")
        case .damaged(let format, let reason):
            ("is no sound \(format) file: \(plain(reason))", "get the whole file again, or save it anew")
        case .encrypted(let format): ("the \(format) file is locked by a password", "save it without one")
        case .unpacksTooFar(let format, let limit):
            (
                "the \(format) file unpacks to far more than a document holds (limit \(megabytes(limit)))",
                "do not open it; ask where it came from"
            )
        case .noTextLayer(let pages):
            (
                "its \(pages) \(pages == 1 ? "page holds" : "pages hold") no text, only pictures (a scan)",
                "run text recognition over it, or give the text"
            )
        case .libraryMissing(let library, let package):
            ("\(library) is needed for this file and not there", "install the package \(package)")
        case .columnsUnknown(let columns):
            (
                "no column is known as a name or a text (\(columns.joined(separator: ", ")))",
                "say which is which: --columns name=…,title=…,meeting=…,date=… or text=…"
            )
        case .missingColumn(let column, let nearest, let columns):
            (
                "no column `\(column)`",
                nearest.map { "did you mean `\($0)`?" } ?? "the columns are \(columns.joined(separator: ", "))"
            )
        case .duplicateKey(let key): ("`\(key)` stands twice", "keep one of the two")
        case .twoOfOneName(let name, let line):
            (
                "`\(name)` stands twice\(line.map { " (first in line \($0))" } ?? "") and nothing tells the two apart",
                "give each a `unit`, or titles of their own"
            )
        case .sourceGone(let path):
            (
                "`\(path)`, from which the record was read, is not there or has changed",
                "give it, or go without its text"
            )
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
        case .archiveUnwritable(let reason):
            (
                "the archive cannot be written (\(reason))",
                "check the folder's permissions, or name another with --archive"
            )
        case .archiveBusy: ("the archive is held by another program", "try again when that has ended")
        case .noRecord(let id): ("no record `\(id)`", "see `jianbao list`")
        case .noSource(let id): ("the text of `\(id)` is not in the archive", "add the article itself")
        case .noStrokes(let character):
            ("the strokes of `\(character)` are not known", "look where the name stands: behind all others")
        case .noPerson(let name): ("no meeting names `\(name)`", "look for words with `jianbao search`")
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
        case .doesNotFit(let page, let place):
            (
                "pages of \(page) mm do not fit into \(place) mm",
                "name larger paper with --paper, or set the document again through a layout of that size"
            )
        case .faceMissing(let role, let families):
            ("no face for the role `\(role)` (looked for \(families.joined(separator: ", ")))", "run `make setup`")
        case .noGlyph(let scalar, let text):
            (
                "no face has U+\(String(scalar, radix: 16, uppercase: true)) \(text)",
                "put a face that has it into fonts/"
            )
        case .jobOptions(let what): (what, "see `jianbao help batch`")
        case .unknownCommand(let name, let nearest):
            (
                "no job can be `\(name)`",
                nearest.map { "did you mean `\($0)`?" }
                    ?? "give brief, render, minutes, ledger, month, handbook or signs"
            )
        case .notInBatch(let what): ("`\(what)` is not done as one job of many", "call the command alone")
        case .outputTwice: ("is the output of an earlier job, too", "give each job an output of its own")
        case .libraryFailed(let call, let status): ("\(call) failed: \(status)", "report this with the input")
        case .mail(let fault): fault.wording
        }
    }
}

extension MailFault {
    fileprivate var wording: (what: String, remedy: String) {
        switch self {
        case .unsafeText(let part, let scalar):
            (
                "the \(part) holds U+\(String(scalar, radix: 16, uppercase: true)), a character that may forge a header",
                "write it anew, in one line"
            )
        case .badAddress(let text, let reason): address(text, reason)
        case .noSender: ("the mail has no sender", "give --from, or `from` in mail.yaml")
        case .noRecipient:
            ("the mail has no recipient", "give --to, or list recipients of the briefing's series in mail.yaml")
        case .unknownSeries(let name, let nearest):
            (
                "mail.yaml lists nobody for the series `\(name)`",
                nearest.map { "did you mean `\($0)`?" } ?? "add it there, or give --to"
            )
        case .blindLost(let addresses):
            (
                "a file never names blind copies: \(addresses.joined(separator: ", "))",
                "add them in the program that sends it"
            )
        case .tooLarge(let bytes, let limit):
            (
                "the mail has \(megabytes(bytes)) (\(bytes) bytes, as it is sent), more than \(megabytes(limit)) (\(limit))",
                "make the file smaller, or raise --limit if every recipient's server takes it"
            )
        case .large(let bytes):
            (
                "the mail has \(megabytes(bytes)), which some servers refuse",
                "make the file smaller where that is possible"
            )
        case .secret(let mark): ("`\(mark)` may not be mailed", "hand it over as the rules for its level say")
        case .forInternalUse(let mark):
            ("`\(mark)` is not meant for everyone", "look at the recipients, then add --allow-internal")
        case .notLookedInto(let reason):
            ("its pages cannot be looked into (\(plain(reason)))", "make sure that no secrecy level is printed there")
        case .badServer(let text):
            ("`\(text)` is no mail server", "give it as smtp://host:587 or smtps://host:465, without a login")
        case .loginOpen(let mode):
            ("others may read the login (mode \(String(mode, radix: 8)))", "run `chmod 600` on it")
        case .loginIncomplete:
            (
                "the login has no user or no password",
                "give both: `user` and `password`, or JIANBAO_SMTP_USER and _PASSWORD"
            )
        case .loginUnprotected:
            ("a login would pass unencrypted", "leave --plain out, or the login")
        case .alreadySent(let addresses, let at, let messageID):
            (
                "was sent to \(addresses.joined(separator: ", ")) at \(at) (Message-ID <\(messageID)>)",
                "leave them out, or add --resend"
            )
        case .fateUnknown(let addresses, let at, let messageID):
            (
                "may have reached \(addresses.joined(separator: ", ")) at \(at), which is not known "
                    + "(Message-ID <\(messageID)>)",
                "ask them, then say `jianbao mail settle`, or add --resend"
            )
        case .refused(let step, let reply):
            ("the server refused the mail at \(step): \(plain(reply))", "nobody has it; correct that and send it again")
        case .recipientRefused(let address, let reply):
            ("the server refused \(address): \(plain(reply))", "the others have it; correct the address")
        case .notSent(let step, let reason):
            ("the mail was not sent: \(plain(reason)) (at \(step))", "nobody has it; correct that and send it again")
        case .unknown(let messageID, let reason):
            (
                "whether the mail was sent is not known: \(plain(reason)) after its last line (Message-ID <\(messageID)>)",
                "ask a recipient; only --resend sends it again"
            )
        case .noMail(let number): ("no mail \(number)", "see `jianbao mail list`")
        case .notUnknown(let number): ("what became of mail \(number) is known", "see `jianbao mail list`")
        }
    }

    private func address(_ text: String, _ reason: AddressReason) -> (what: String, remedy: String) {
        let what = "`\(text)` is no address"
        return switch reason {
        case .noAt: (what, "give it as name@domain, or 名称 <name@domain>")
        case .localNotASCII:
            ("`\(text)` has characters before @ that few servers take", "ask for an address in Latin letters")
        case .badLocal: (what + ": what stands before @", "give it as name@domain, or 名称 <name@domain>")
        case .badDomain: (what + ": what stands after @", "give it as name@domain, or 名称 <name@domain>")
        }
    }
}

/// Without line ends and the like, which a damaged file may have put into a name: a fault is one line.
private func plain(_ reason: String) -> String {
    String(reason.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? "?" : $0 })
}

/// `200 MB`, `1.5 MB`
private func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return tenths.isMultiple(of: 10) || tenths > 100 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
}

/// Every kind of fault the program knows, as data, by the stage that finds it.
public enum Fault: Hashable, Sendable {
    // Files
    case fileMissing
    case fileUnreadable(reason: String)
    case fileEmpty
    case folderEmpty
    case noMeeting
    case cannotWrite(reason: String)
    case outputIsFolder
    case oneOutputForMany
    case writeFailed(reason: String)

    // Acquisition
    case binaryInput(offset: Int)
    case undecodable(encoding: String?, offset: Int)
    case truncated(encoding: String, offset: Int)
    case tooLarge(bytes: Int, limit: Int)
    /// Something known that is not read: `a picture (PNG)`.
    case unsupported(String)
    case damaged(format: String, reason: String)
    case encrypted(format: String)
    case unpacksTooFar(format: String, limit: Int)
    case noTextLayer(pages: Int)
    case libraryMissing(String, package: String)
    case columnsUnknown(columns: [String])
    case missingColumn(String, nearest: String?, columns: [String])

    // Extraction, filing, outlining: JSON and YAML that people and programs hand in
    case malformed(format: String, reason: String)
    case missingKey(String)
    case wrongType(key: String, expected: String)

    // Filing
    case archiveMissing
    case archiveDamaged(reason: String)
    case archiveForeign
    case archiveNewer(found: Int, known: Int)
    case archiveBusy
    case archiveUnwritable(reason: String)
    case noRecord(String)
    case noSource(String)
    case noPerson(String)
    case noStrokes(String)
    case severalRecords(String, count: Int)
    case recordChanged(key: String)
    case editorFailed(String)
    case noIssue(String)
    case noTask(String)
    case issueDiffers(number: Int, kept: String, made: String)

    // Layouts
    case unknownLayout(String, nearest: String?)
    case unknownKey(String, nearest: String?)
    case badValue(key: String, value: String, expected: String)

    // The office's registry
    case duplicateKey(String)
    case twoOfOneName(String, line: Int?)
    case sourceGone(String)

    // Imposition; mm
    case doesNotFit(page: String, place: String)

    // Fonts
    case faceMissing(role: String, families: [String])
    case noGlyph(scalar: UInt32, text: String)
    case libraryFailed(call: String, status: String)

    // Many jobs
    /// What the command line would say of a job's options.
    case jobOptions(String)
    case unknownCommand(String, nearest: String?)
    case notInBatch(String)
    case outputTwice

    // Sending
    case mail(MailFault)

    /// What the program exits with when this fault ends it.
    public var outcome: Outcome {
        switch self {
        case .fileMissing, .folderEmpty, .archiveMissing, .noRecord, .noSource, .noPerson, .noIssue,
            .noTask:
            .noInput
        case .fileUnreadable, .writeFailed, .libraryFailed, .archiveBusy: .inputOutput
        case .cannotWrite, .archiveUnwritable, .outputIsFolder: .cannotWrite
        case .unknownLayout, .oneOutputForMany, .severalRecords: .usage
        case .jobOptions, .unknownCommand, .notInBatch, .outputTwice: .usage
        case .editorFailed, .doesNotFit: .usage
        case .mail(let fault): fault.outcome
        default: .badInput
        }
    }

    /// Its name alone, for programs: `noGlyph`.
    public var name: String { String("\(self)".prefix { $0 != "(" }) }
}

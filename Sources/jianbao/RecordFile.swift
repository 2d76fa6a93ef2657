import Diagnostics
import Extraction
import FoundationEssentials

/// A record as a file that a person edits.
enum RecordFile {
    static let ending = "json"

    static func text(of record: MeetingRecord) -> String { record.json + "\n" }

    /// - Throws: `malformed` with line and column.
    static func records(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [MeetingRecord] {
        do {
            return [try JSONDecoder().decode(MeetingRecord.self, from: Data(bytes))]
        } catch {
            let breach = JSONSyntax.firstBreach(in: bytes)
            throw Diagnostic(
                .malformed(format: "JSON", reason: breach?.reason ?? "\(error)"),
                at: Place(file: file, line: breach?.line, column: breach?.column))
        }
    }
}

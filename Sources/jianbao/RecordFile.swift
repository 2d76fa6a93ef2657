import Diagnostics
import Extraction

/// A record as a file that a person edits: YAML; JSON is taken too.
enum RecordFile {
    static let ending = "yaml"

    static func text(of record: MeetingRecord) -> String { record.yaml }

    /// - Throws: what is wrong in it, with line and column.
    static func records(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [MeetingRecord] {
        let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            return try MeetingRecord.records(json: bytes, file: file)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(.undecodable(encoding: "UTF-8", offset: 0), at: Place(file: file))
        }
        return try MeetingRecord.records(yaml: text, file: file)
    }
}

public import Diagnostics

/// Records as a file that a person corrects: YAML, and beside each record a line that keeps what the machine read.
public enum CorrectionSheet {
    /// What the line begins with. A YAML reader takes it for a comment.
    private static let mark = "# machine "

    /// A record as a sheet; several sheets one behind the other are one.
    public static func text(of record: MeetingRecord) -> String {
        let hint = "# 改正后交回 jianbao brief、read 或 add；末行 machine 是机器所读，请保留不动。\n"
        return hint + record.yaml + mark + escaped(record.json) + "\n"
    }

    /// Records from a sheet, what was changed marked; from YAML without such lines the records as they stand.
    ///
    /// - Throws: what `MeetingRecord.records(yaml:file:)` throws; `malformed` where the machine's line was changed;
    ///   `recordChanged` where a record's id or source was.
    public static func records(_ text: String, file: String) throws(Diagnostic) -> [Item] {
        let records = try MeetingRecord.records(yaml: text, file: file)
        let machines = try machines(in: text, file: file)
        var items: [Item] = []
        for record in records {
            guard let machine = machines.first(where: { $0.id == record.id }) else {
                // With no line at all it is a record of another program's, or the person took the lines out.
                let isForeign = machines.isEmpty || records.count > machines.count
                if isForeign {
                    items.append(Item(record: record, machine: nil))
                    continue
                }
                throw Diagnostic(.recordChanged(key: "id"), at: place(of: "id: \(record.id)", in: text, file))
            }
            guard machine.source.sha256 == record.source.sha256 else {
                throw Diagnostic(
                    .recordChanged(key: "source.sha256"), at: place(of: record.source.sha256, in: text, file))
            }
            items.append(Item(record: record.corrected(from: machine), machine: machine))
        }
        return items
    }

    /// A record from a person's hand, and what the machine had read, where the file says so.
    public struct Item: Hashable, Sendable {
        public var record: MeetingRecord
        public var machine: MeetingRecord?

        public init(record: MeetingRecord, machine: MeetingRecord?) {
            self.record = record
            self.machine = machine
        }
    }

    private static func machines(in text: String, file: String) throws(Diagnostic) -> [MeetingRecord] {
        var machines: [MeetingRecord] = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            guard line.hasPrefix(mark) else { continue }
            do throws(Diagnostic) {
                machines += try MeetingRecord.records(json: Array(line.dropFirst(mark.count).utf8), file: file)
            } catch {
                let column = (error.place?.column ?? 1) + mark.count
                throw Diagnostic(error.fault, at: Place(file: file, line: number, column: column))
            }
        }
        return machines
    }

    private static func place(of words: String, in text: String, _ file: String) -> Place {
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            guard !line.hasPrefix("#"), let found = line.firstRange(of: words) else { continue }
            return Place(file: file, line: number, column: line[..<found.lowerBound].unicodeScalars.count + 1)
        }
        return Place(file: file)
    }

    /// What would end a comment, or is no character of YAML (1.2, 5.1), as an escape of JSON.
    private static func escaped(_ json: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            switch scalar.value {
            case 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let hex = String(scalar.value, radix: 16)
                text += "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".unicodeScalars
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}

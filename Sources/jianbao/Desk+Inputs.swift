import Acquisition
import Cleaning
import Diagnostics
import Extraction
import Filing

/// What was read from one article, or handed in as records.
struct Reading: Sendable {
    /// In which the records' ranges count; `nil` where only the records are known.
    var text: CleanText?
    var records: [MeetingRecord]
    /// What the machine had read of records from a person's hand, where that is known.
    var machines: [MeetingRecord] = []
    /// Whether a person or a program hands the records in, so that they win over what is read.
    var isHanded = false
}

extension Desk {
    /// Reads every file, several at a time, and hands on what each held, in order.
    ///
    /// - Parameter needsText: whether the articles that handed-in records were read from are looked for.
    func readings(_ files: [String], needsText: Bool, use: (String, Reading) throws -> Void) throws {
        guard !files.isEmpty else { return }
        let reader = InputReader(
            cleaner: try stock.cleaner(), columns: columns, registry: registry, needsText: needsText)
        let read: @Sendable (String) throws(Diagnostic) -> InputReader.Found = { file throws(Diagnostic) in
            try reader.read(file)
        }
        try each(files, work: read) { file, found in
            switch found {
            case .readings(let readings, let findings):
                for finding in findings { take(finding) }
                for reading in readings {
                    if reading.isHanded, let text = reading.text { alsoRead.append(text.source.path) }
                    try use(file, reading)
                }
            case .articles(let sources):
                // A table of articles: many more than there are files.
                try OrderedWork(sources, workers: threads) { reader.read($0) }.run { index, source, reading in
                    console.progress(index + 1, of: sources.count, source.path)
                    try use(source.path, reading)
                }
            }
        }
    }
}

/// Reads files of any kind.
struct InputReader: Sendable {
    let cleaner: Cleaner
    let columns: ColumnMap?
    let registry: Registry?
    let needsText: Bool

    enum Found: Sendable {
        case readings([Reading], findings: [Diagnostic])
        /// The rows of a table, to be read one by one.
        case articles([SourceText])
    }

    func read(_ file: String) throws(Diagnostic) -> Found {
        switch try SourceReader().content(of: file) {
        case .article(let source): return .readings([read(source)], findings: [])
        case .table(let table): return try read(table)
        case .json(let bytes):
            switch try RecordInput(json: bytes, file: file) {
            case .table(let table): return try read(table)
            case .records(let records):
                return try handed(records.map { CorrectionSheet.Item(record: $0, machine: nil) }, file)
            }
        case .yaml(let bytes):
            return try handed(try CorrectionSheet.records(String(decoding: bytes, as: UTF8.self), file: file), file)
        }
    }

    func read(_ source: SourceText) -> Reading {
        let text = cleaner.clean(source)
        return Reading(text: text, records: MeetingReader().read(text).map { checked($0, text) })
    }

    private func checked(_ record: MeetingRecord, _ text: CleanText?) -> MeetingRecord {
        registry?.checked(record, text: text) ?? record
    }

    private func read(_ table: SourceTable) throws(Diagnostic) -> Found {
        let reader = try TableReader(table, columns: columns)
        if let articles = reader.articles {
            if articles.isEmpty { throw Diagnostic(.fileEmpty, at: Place(file: table.source.path)) }
            return .articles(articles)
        }
        let (records, text) = reader.records()
        return .readings([Reading(text: text, records: records.map { checked($0, text) })], findings: [])
    }

    /// Records that were read before, each source's together with its text, where that is still to be found.
    ///
    /// - Throws: `badValue` where a range lies outside the text.
    private func handed(_ items: [CorrectionSheet.Item], _ file: String) throws(Diagnostic) -> Found {
        var readings: [Reading] = []
        var findings: [Diagnostic] = []
        for item in items {
            if readings.last?.records.last?.source.sha256 == item.record.source.sha256 {
                readings[readings.count - 1].records.append(item.record)
                readings[readings.count - 1].machines += [item.machine].compactMap { $0 }
                continue
            }
            let text = needsText ? self.text(of: item.record, beside: file) : nil
            if needsText, text == nil {
                findings.append(
                    Diagnostic(.sourceGone(item.record.source.path), at: Place(file: file), severity: .warning))
            }
            readings.append(
                Reading(text: text, records: [item.record], machines: [item.machine].compactMap { $0 }, isHanded: true))
        }
        for (index, reading) in readings.enumerated() {
            if let length = reading.text?.source.text.count {
                for record in reading.records { try check(record, length: length, file) }
            }
            readings[index].records = reading.records.map { record in
                let known = reading.machines.first { $0.id == record.id }?.warnings ?? []
                return registry?.checked(record, text: reading.text, known: known) ?? record
            }
        }
        return .readings(readings, findings: findings)
    }

    private func check(_ record: MeetingRecord, length: Int, _ file: String) throws(Diagnostic) {
        do throws(Diagnostic) {
            try RecordCheck(record: record, length: length).run()
        } catch {
            throw Diagnostic(error.fault, at: Place(file: file))
        }
    }

    /// The article a record was read from, beside the program or beside the record's file, with the same bytes.
    private func text(of record: MeetingRecord, beside file: String) -> CleanText? {
        let path = record.source.path
        guard path != "-" else { return nil }
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for place in [path, folder + "/" + path, folder.isEmpty ? name : folder + "/" + name] {
            guard InputFile.exists(place), let content = try? SourceReader().content(of: place) else { continue }
            switch content {
            case .article(let source) where source.sha256 == record.source.sha256: return cleaner.clean(source)
            case .table(let table) where table.source.sha256 == record.source.sha256:
                return CleanText(unrepaired: table.source)
            default: continue
            }
        }
        return nil
    }
}

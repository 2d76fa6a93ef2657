import Acquisition
import Cleaning
import Diagnostics
import Extraction
import Sending

extension Desk {
    /// `jianbao read`
    func read(_ inputs: [String], format: ReadCommand.Format?, output: String?) throws -> Outcome {
        let file = try OutputFile(output ?? "-")
        try readings(files(inputs), needsText: format == .explain) { _, reading in
            for record in reading.records {
                try file.append(Array(text(of: record, reading.text, format).utf8))
                if strict, !record.warnings.isEmpty { found() }
            }
        }
        try file.commit()
        return outcome
    }

    private func text(of record: MeetingRecord, _ text: CleanText?, _ format: ReadCommand.Format?) -> String {
        switch format {
        case .json: record.json + "\n"
        case .yaml: CorrectionSheet.text(of: record)
        case .explain: "\(RecordExplanation(record, source: text?.source))\n"
        case nil: "\(RecordTable(record))\n"
        }
    }

    /// `jianbao clean`
    func clean(_ inputs: [String], diff: Bool, output: String?) throws -> Outcome {
        let file = try OutputFile(output ?? "-")
        let files = files(inputs)
        let cleaner = try stock.cleaner()
        try each(
            files,
            work: { path throws(Diagnostic) in cleaner.clean(try SourceReader().read(path)[0]) },
            use: { _, text in
                let lines =
                    diff
                    ? DiffText.of(Comparison(text), coloured: output == nil && Console.isColoured)
                    : text.string(0..<text.scalars.count)
                try file.append(Array(lines.utf8))
                if strict, !text.warnings.isEmpty { found() }
            })
        try file.commit()
        return outcome
    }
}

import Acquisition
import ArgumentParser
import Cleaning
import Diagnostics
import Extraction
import Filing

/// Records of the archive, beside or in the place of articles: what a person corrected there is in them.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .customLong("record"),
        help: ArgumentHelp("A record of the archive by id, or the beginning of it.", valueName: "record"))
    var records: [String] = []

    @OptionGroup var archive: ArchiveOptions

    /// - Throws: `ValidationError` where there are neither records nor inputs.
    func check(_ inputs: [String]) throws {
        if records.isEmpty, inputs.isEmpty {
            throw ValidationError("give articles, or records of the archive by --record")
        }
    }
}

extension Desk {
    /// Hands on each record of the archive that is named, with the text it came from where that is kept.
    ///
    /// - Parameter needsText: whether the text is needed.
    func readings(
        of options: RecordOptions, needsText: Bool, use: (String, Reading) throws -> Void
    ) throws {
        guard !options.records.isEmpty else { return }
        let archive = try options.archive.open()
        for name in options.records {
            try guarded {
                let record = try archive.entry(name).record
                let kept = needsText ? try archive.sourceText(of: record.id) : nil
                let text = try kept.map { try stock.cleaner().clean(Self.source(of: record, text: $0)) }
                try use(name, Reading(text: text, records: [record], isHanded: true))
            }
        }
    }

    private static func source(of record: MeetingRecord, text: String) -> SourceText {
        SourceText(
            path: record.source.path, sha256: record.source.sha256, encoding: record.source.encoding, format: .text,
            text: Array(text.unicodeScalars), published: record.source.published, url: record.source.url)
    }
}

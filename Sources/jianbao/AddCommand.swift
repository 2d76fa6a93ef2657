import Acquisition
import ArgumentParser
import Cleaning
import Diagnostics
import Extraction
import Filing

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put articles into the archive.",
        discussion: """
            Safe to repeat: what was read before is recognised, another report of the same meeting is linked to it, and \
            what a person corrected stays.
            """)

    @Argument(help: ArgumentHelp("Articles, folders of articles, or -.", valueName: "input"))
    var inputs: [String]

    @OptionGroup var input: InputOptions
    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "End with status 1 where a record leaves a question open.")
    var strict = false

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: strict)
            try desk.prepare(input)
            return try desk.add(inputs, to: try archive.open(create: true))
        }
    }
}

extension Desk {
    /// `jianbao add`
    func add(_ inputs: [String], to archive: Archive) throws -> Outcome {
        var tray = FilingTray(archive: archive)
        try readings(files(inputs), needsText: true) { path, reading in
            if reading.records.allSatisfy({ $0.kind == .other }) {
                take(Diagnostic(.noMeeting, at: Place(file: path), severity: .warning))
            }
            if strict, reading.records.contains(where: { !$0.warnings.isEmpty }) { found() }
            try tray.put(
                Archive.Addition(
                    records: reading.records, text: reading.text.map { String(scalars: $0.source.text) },
                    clean: reading.text.map { String(scalars: $0.scalars) },
                    isCorrection: reading.records.contains(where: \.isCorrectedByHand), machines: reading.machines))
        }
        try tray.empty()
        try archive.close()
        if let line = tray.report { print(line) }
        return outcome
    }
}

/// Hands additions to the archive some at a time: each hand-over is kept whole, and memory stays small.
struct FilingTray {
    private let archive: Archive
    private var waiting: [Archive.Addition] = []
    private var counts: [String: Int] = [:]

    init(archive: Archive) { self.archive = archive }

    mutating func put(_ addition: Archive.Addition) throws(Diagnostic) {
        waiting.append(addition)
        if waiting.count >= 2048 { try empty() }
    }

    mutating func empty() throws(Diagnostic) {
        for outcome in try archive.add(waiting).joined() { counts[Self.word(outcome), default: 0] += 1 }
        waiting.removeAll()
    }

    private static let words = [
        "added", "updated", "corrected", "linked", "unchanged", "kept as corrected", "stay removed",
    ]

    private static func word(_ outcome: Archive.Outcome) -> String {
        switch outcome {
        case .added: "added"
        case .updated: "updated"
        case .corrected: "corrected"
        case .linked: "linked"
        case .unchanged: "unchanged"
        case .correctionKept: "kept as corrected"
        case .staysRemoved: "stay removed"
        }
    }

    /// `15 added, 1 linked`; `nil` where there was nothing.
    var report: String? {
        let parts = Self.words.compactMap { word in counts[word].map { "\($0) \(word)" } }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

import ArgumentParser
import Diagnostics
import Extraction
import Filing
import FoundationEssentials
import Sending

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the archive's records, the newest first.")

    @OptionGroup var days: DayOptions

    @Flag(help: "Other reports of the same meeting and removed records too.")
    var all = false

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit: Int?

    @Flag(help: "One object a line.")
    var json = false

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let out = try SummaryPrinter(asJSON: json)
            let filter = Archive.Filter(from: days.from, to: days.to, all: all, limit: limit)
            try archive.open().list(filter) { try out.print($0) }
            try out.end()
            return .done
        }
    }
}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find records by words, person, unit, goal or day, the newest first.",
        discussion: "Words of one character are found too; several must all be there.")

    @Argument(help: ArgumentHelp("Words to look for.", valueName: "word"))
    var words: [String] = []

    @Option(help: ArgumentHelp("A person's name.", valueName: "name"))
    var person: String?

    @Option(help: ArgumentHelp("A unit: in a title, as organiser, or as owner of a task.", valueName: "unit"))
    var unit: String?

    @Option(help: ArgumentHelp("Words of a goal.", valueName: "goal"))
    var goal: String?

    @OptionGroup var days: DayOptions

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit = 20

    @Flag(help: "One object a line.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The office's units, whose other names are looked for too; else registry.yaml.", valueName: "file"))
    var registry: String?

    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
        if words.isEmpty, person == nil, unit == nil, goal == nil, days.from == nil, days.to == nil {
            throw ValidationError("nothing to look for; give words, --person, --unit, --goal, --from or --to")
        }
    }

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            try desk.openRegistry(registry, office: nil)
            let out = try SummaryPrinter(asJSON: json)
            let query = Archive.Query(
                words: words.joined(separator: " "), person: person, unit: unit, goal: goal, from: days.from,
                to: days.to, limit: limit)
            let hits = try archive.open().search(anyOf: desk.registry.map(query.inOtherWords) ?? [query])
            for hit in hits { try out.print(hit.summary, excerpt: hit.excerpt) }
            try out.end()
            return .done
        }
    }
}

extension Archive.Query {
    /// The query, and the same with each unit called by its other names.
    func inOtherWords(_ registry: Registry) -> [Archive.Query] {
        var queries = [self]
        if let unit {
            for name in registry.namesOfUnit(unit) {
                var other = self
                other.unit = name
                queries.append(other)
            }
        }
        let spoken = words.split(whereSeparator: \.isWhitespace).map(String.init)
        for (place, word) in spoken.enumerated() {
            for name in registry.namesOfUnit(word) {
                for query in queries where query.words == words {
                    var other = query
                    var said = spoken
                    said[place] = name
                    other.words = said.joined(separator: " ")
                    queries.append(other)
                }
            }
        }
        return queries
    }
}

/// Prints summaries: a line for people each, or an object a line.
final class SummaryPrinter {
    private let asJSON: Bool
    private let encoder = JSONEncoder()
    private let file: OutputFile
    private var waiting: [UInt8] = []

    init(asJSON: Bool) throws(Diagnostic) {
        self.asJSON = asJSON
        file = try OutputFile("-")
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    private struct Line: Encodable {
        var summary: ArchiveSummary
        var excerpt: String?

        enum Keys: String, CodingKey { case excerpt }

        func encode(to encoder: any Encoder) throws {
            try summary.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encodeIfPresent(excerpt, forKey: .excerpt)
        }
    }

    func print(_ summary: ArchiveSummary, excerpt: String? = nil) throws {
        if asJSON {
            waiting += try encoder.encode(Line(summary: summary, excerpt: excerpt))
        } else {
            let marks = [
                (summary.corrected, "corrected"), (summary.removed, "removed"), (summary.standsFor != nil, "linked"),
            ]
            let state = marks.filter(\.0).map(\.1).joined(separator: ", ")
            waiting += Array("\(summary.date ?? "----------")  \(summary.id)  \(summary.title)".utf8)
            if !state.isEmpty { waiting += Array("  (\(state))".utf8) }
            if let excerpt { waiting += Array("\n    …\(excerpt)…".utf8) }
        }
        waiting.append(0x0A)
        if waiting.count > 1 << 16 { try end() }
    }

    func end() throws(Diagnostic) {
        try file.append(waiting)
        waiting.removeAll()
    }
}

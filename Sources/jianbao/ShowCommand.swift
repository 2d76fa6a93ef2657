import ArgumentParser
import Diagnostics
import Extraction
import Filing
import FoundationEssentials
import Sending

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show records whole, the text they came from, or what happened to them.")

    enum Part: String, EnumerableFlag {
        case json
        case text
        case history

        static func help(for value: Part) -> ArgumentHelp? {
            switch value {
            case .json: "One record a line (record.schema.json)."
            case .text: "The text of the source, in which the ranges count."
            case .history: "What happened to the record, oldest first; with numbers for `restore --before`."
            }
        }
    }

    @Argument(help: ArgumentHelp("Records by id, or the beginning of it.", valueName: "record"))
    var records: [String]

    @Flag var part: Part?

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            let archive = try archive.open()
            let out = try OutputFile("-")
            for record in records {
                try desk.guarded { try out.append(Array(try text(of: record, in: archive).utf8)) }
            }
            return desk.outcome
        }
    }

    private func text(of name: String, in archive: Archive) throws -> String {
        switch part {
        case .json: return try archive.entry(name).record.json + "\n"
        case .text:
            guard let text = try archive.sourceText(of: name) else { throw Diagnostic(.noSource(name)) }
            return text
        case .history:
            return try archive.history(of: name).map { "\($0.number)  \($0.at)  \($0.act.rawValue)\n" }.joined()
        case nil:
            let entry = try archive.entry(name)
            var head = entry.isCorrected ? "# corrected\n" : ""
            if entry.isRemoved { head += "# removed\n" }
            if let main = entry.standsFor { head += "# the same meeting as \(main)\n" }
            for copy in entry.copies { head += "# also reported by \(copy.id) \(copy.path)\n" }
            return head + RecordFile.text(of: entry.record)
        }
    }
}

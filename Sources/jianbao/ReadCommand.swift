import ArgumentParser
import Diagnostics

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print what an article says as a record.",
        discussion: "Without a format: a table for people.")

    enum Format: String, EnumerableFlag {
        case json
        case yaml
        case explain

        static func help(for value: Format) -> ArgumentHelp? {
            switch value {
            case .json: "One record a line (record.schema.json)."
            case .yaml: "A file to correct by hand; `brief`, `add` and `read` take it back."
            case .explain: "Each item with the rule that made it and its words."
            }
        }
    }

    @Argument(help: ArgumentHelp("Articles, folders of articles, or -.", valueName: "input"))
    var inputs: [String]

    @Flag var format: Format?

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: output.strict)
            try desk.prepare(input)
            return try desk.read(inputs, format: format, output: output.output)
        }
    }
}

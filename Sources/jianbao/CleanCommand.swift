import ArgumentParser
import Diagnostics

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Print an article repaired, in Simplified characters.")

    @Argument(help: ArgumentHelp("Articles, folders of articles, or -.", valueName: "input"))
    var inputs: [String]

    @Flag(help: "Show what was repaired, in colour on a terminal.")
    var diff = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: output.strict)
            return try desk.clean(inputs, diff: diff, output: output.output)
        }
    }
}

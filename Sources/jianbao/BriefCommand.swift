import ArgumentParser
import Diagnostics

struct BriefCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "Typeset the briefing of one or more articles.",
        discussion: """
            Each article gives one PDF, named after its meeting and date, in output/ (or in the current folder where \
            there is no output/). With --together all go into one.
            """)

    @Argument(help: ArgumentHelp("Articles, folders of articles, or -.", valueName: "input"))
    var inputs: [String]

    @Flag(help: "One briefing of all meetings instead of one each.")
    var together = false

    @Flag(help: "Write the briefing as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @OptionGroup var input: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func with(inputs: [String], output: String) -> (any DeskCommand)? {
        guard !inputs.isEmpty else { return nil }
        var other = self
        other.inputs = inputs
        other.output.output = output
        return other
    }

    func work(at desk: Desk) throws -> Outcome {
        try desk.brief(
            inputs, together: together, asJSON: json, reading: input, options: briefing, output: output.output)
    }
}

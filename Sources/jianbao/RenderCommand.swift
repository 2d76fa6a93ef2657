import ArgumentParser
import Diagnostics

struct RenderCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Typeset a ready-made briefing (JSON).",
        discussion: "Without -o the PDF goes to output/, or to the current folder where there is no output/.")

    @Argument(help: ArgumentHelp("A briefing as JSON, or -.", valueName: "file"))
    var input: String

    @Option(help: ArgumentHelp("A layout by name or path.", valueName: "layout"))
    var layout = "briefing"

    @Flag(help: "Print the pages as text, one item a line, instead of a PDF.")
    var dump = false

    @OptionGroup var script: ScriptOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func with(inputs: [String], output: String) -> (any DeskCommand)? {
        guard inputs.count == 1 else { return nil }
        var other = self
        other.input = inputs[0]
        other.output.output = output
        return other
    }

    func work(at desk: Desk) throws -> Outcome {
        try desk.render(input, layout: layout, dump: dump, language: script.language, output: output.output)
    }
}

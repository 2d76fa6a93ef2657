import ArgumentParser
import Diagnostics
import Glibc
import Pagination

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Typeset files, and again whenever one of them or the layout changes.",
        discussion: """
            A .json is a briefing, a .yaml a plan of a meeting (its handbook is made), anything else an article. The layout \
            and office.yaml are watched too. A fault is said and waited out. Ends with Ctrl-C.
            """)

    @Argument(help: ArgumentHelp("Briefings, plans or articles.", valueName: "file"))
    var inputs: [String]

    @Option(help: ArgumentHelp("How often to look, in milliseconds.", valueName: "time"))
    var every = 250

    @OptionGroup var reading: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("which files; name one at least") }
        if output.output != nil, inputs.count > 1 {
            throw ValidationError("-o names one file; leave it out for several")
        }
        if output.output == "-" {
            throw ValidationError("a file that is written again and again cannot be standard output")
        }
        if every < 10 { throw ValidationError("--every cannot be \(every); give 10 at least") }
    }

    func run() throws {
        try Console.run { console in
            Interruption.catchSignals()
            var seen = marks()
            for input in inputs { set(input, console) }
            while !Interruption.isAsked {
                usleep(UInt32(every) * 1000)
                let now = marks()
                for input in inputs where watched(input).contains(where: { now[$0] != seen[$0] }) {
                    set(input, console)
                }
                seen = now
            }
            return .done
        }
    }

    private func marks() -> [String: FileMark] {
        var marks: [String: FileMark] = [:]
        for path in inputs.flatMap(watched) where marks[path] == nil { marks[path] = FileMark(path) }
        return marks
    }

    /// What a change of is a reason to set `input` again.
    private func watched(_ input: String) -> [String] {
        [input, Layout.file(of: layout(for: input)), briefing.office].compactMap { $0 }
    }

    private func layout(for input: String) -> String {
        input.hasSuffix(".yaml") || input.hasSuffix(".yml") ? briefing.layout(else: "handbook") : briefing.layout
    }

    private func set(_ input: String, _ console: Console) {
        do {
            let desk = Desk(console: console, strict: output.strict)
            desk.variant = try variant.read()
            let outcome: Outcome
            if input.hasSuffix(".json") {
                outcome = try desk.render(
                    input, layout: briefing.layout, dump: false, language: briefing.script.language,
                    output: output.output)
            } else if input.hasSuffix(".yaml") || input.hasSuffix(".yml") {
                outcome = try desk.handbook(
                    [input], .handbook, json: false, reading: reading, options: briefing, output: output.output)
            } else {
                outcome = try desk.brief(
                    [input], together: false, asJSON: false, reading: reading, options: briefing, output: output.output)
            }
            if outcome == .done || outcome == .findings { console.say("\(input): set") }
        } catch let diagnostic as Diagnostic {
            console.report(diagnostic)
        } catch {
            console.say("\(input): \(error)")
        }
    }
}

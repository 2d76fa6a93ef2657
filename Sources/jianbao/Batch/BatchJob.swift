import ArgumentParser
import Diagnostics
import Outlining

/// One job: a command with its arguments, as the line says them.
struct BatchJob {
    /// Comes back with the result.
    var id: Briefing.Value
    var output: String
    var command: any DeskCommand
    /// The arguments as the command line would have them, without the output.
    var arguments: [String]
    /// Files and folders.
    var inputs: [String]
    /// Where the line holds the briefing itself.
    var briefing: Briefing?

    private static let commands: [any DeskCommand.Type] = [
        BriefCommand.self, RenderCommand.self, MinutesCommand.self, LedgerCommand.self, MonthCommand.self,
        HandbookCommand.self, SignsCommand.self,
    ]

    /// - Parameters:
    ///   - place: the line.
    ///   - parsed: commands of earlier lines by their names and options; this line's is added.
    /// - Throws: what is wrong with the line, at its place.
    static func read(
        _ fields: Briefing, at place: Place, parsed: inout [[String]: any DeskCommand]
    ) throws(Diagnostic) -> BatchJob {
        guard let output = fields["output"].text, !output.isEmpty, output != "-" else {
            throw Diagnostic(.missingKey("output"), at: place)
        }
        guard let name = fields["command"].text else { throw Diagnostic(.missingKey("command"), at: place) }
        let known = commands.compactMap { $0.configuration.commandName }
        guard let number = known.firstIndex(of: name) else {
            throw Diagnostic(.unknownCommand(name, nearest: Spelling.nearest(to: name, in: known)), at: place)
        }
        if fields["final"] == .flag(true) { throw Diagnostic(.notInBatch("final"), at: place) }
        var inputs = try Self.inputs(fields, at: place)
        let arguments = try options(fields, at: place)
        var briefing: Briefing?
        if case .fields(let tree) = fields["briefing"], name == "render" {
            briefing = Briefing(fields: tree)
            inputs = []
        }
        let files = briefing == nil ? inputs : ["-"]
        let command: any DeskCommand
        if let known = parsed[[name] + arguments]?.with(inputs: files, output: output) {
            command = known
        } else {
            // A path may begin with a hyphen.
            let words = arguments + ["--output=\(output)"] + (briefing == nil ? ["--"] : []) + files
            command = try parse(commands[number], words, at: place)
            if parsed.count < 100 { parsed[[name] + arguments] = command }
        }
        return BatchJob(
            id: fields["id"], output: output, command: command, arguments: arguments, inputs: inputs, briefing: briefing
        )
    }

    private static func inputs(_ fields: Briefing, at place: Place) throws(Diagnostic) -> [String] {
        var inputs: [String] = []
        for key in ["inputs", "input", "month"] {
            switch fields[key] {
            case .null: break
            case .text(let text): inputs.append(text)
            case .list(let items):
                for item in items {
                    guard case .text(let text) = item else {
                        throw Diagnostic(.wrongType(key: key, expected: "a path or a list of paths"), at: place)
                    }
                    inputs.append(text)
                }
            default: throw Diagnostic(.wrongType(key: key, expected: "a path or a list of paths"), at: place)
            }
        }
        // Standard input holds the jobs.
        if inputs.contains("-") { throw Diagnostic(.notInBatch("-"), at: place) }
        return inputs
    }

    /// `"issue": 5` becomes `--issue=5`, `"together": true` becomes `--together`, a list an option for each of its texts.
    private static func options(_ fields: Briefing, at place: Place) throws(Diagnostic) -> [String] {
        var words: [String] = []
        let others: Set = ["id", "command", "inputs", "input", "output", "briefing", "month"]
        for (key, value) in fields.fields.sorted(by: { $0.key < $1.key }) where !others.contains(key) {
            switch value {
            case .list(let items) where items.allSatisfy { $0.text != nil }:
                words += items.map { "--\(key)=\($0.text ?? "")" }
            case .flag(true): words.append("--\(key)")
            case .flag(false), .null: break
            case .text, .number: words.append("--\(key)=\(value.text ?? "")")
            case .list, .fields:
                throw Diagnostic(.wrongType(key: key, expected: "a text, a number, true or false"), at: place)
            }
        }
        return words
    }

    private static func parse(
        _ type: any DeskCommand.Type, _ words: [String], at place: Place
    ) throws(Diagnostic) -> any DeskCommand {
        do {
            return try type.parse(words)
        } catch {
            let said = type.message(for: error).split(separator: "\n").first.map(String.init) ?? ""
            throw Diagnostic(.jobOptions(said), at: place)
        }
    }
}

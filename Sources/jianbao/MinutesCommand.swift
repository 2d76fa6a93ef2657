import ArgumentParser
import Diagnostics
import Extraction
import Outlining

struct MinutesCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Typeset the minutes (纪要) of each meeting in the articles.",
        discussion: """
            Each meeting, of an article or of the archive (--record), gives one PDF: what was decided and demanded, then \
            who was present, absent and observing. An article that reports no meeting is passed over with a warning.
            """)

    @Argument(help: ArgumentHelp("Articles, folders of articles, or -.", valueName: "input"))
    var inputs: [String] = []

    @OptionGroup var kept: RecordOptions

    @Flag(help: "Write the minutes as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @OptionGroup var reading: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try kept.check(inputs) }

    func work(at desk: Desk) throws -> Outcome {
        try desk.minutes(self)
    }
}

extension Desk {
    /// `jianbao minutes`
    func minutes(_ command: MinutesCommand) throws -> Outcome {
        let options = command.briefing
        try prepare(command.reading, office: options.office)
        let outline = MinutesOutline(
            options: .init(
                office: try office(options.office), issue: options.issue, date: options.date, registry: registry))
        let press = try Press(
            layout: options.layout(else: "minutes"), form: command.json ? .json : .pdf, desk: self,
            language: options.script.language)
        var used: Set<String> = []
        var made = 0
        func use(_ path: String, _ reading: Reading) throws {
            let meetings = reading.records.filter { $0.kind != .other }
            if meetings.isEmpty { take(Diagnostic(.noMeeting, at: Place(file: path), severity: .warning)) }
            for record in meetings {
                made += 1
                // What a person should look at is not printed in minutes: `read --explain` lists it.
                if strict, !record.warnings.isEmpty { found() }
                if let output = command.output.output, made > 1 {
                    throw Diagnostic(.oneOutputForMany, at: Place(file: output))
                }
                press.printed = record.printedNames
                let name = (record.meeting.name ?? record.headline ?? "") + "纪要"
                let target = command.output.output ?? unused(record.meeting.date, name, press.form.ending, &used)
                try guarded {
                    try press.make(outline.briefing(of: record, text: reading.text), of: [record], to: target) { _ in
                        Place(file: path)
                    }
                }
            }
        }
        try readings(of: command.kept, needsText: true, use: use)
        try readings(files(command.inputs), needsText: true, use: use)
        return outcome
    }
}

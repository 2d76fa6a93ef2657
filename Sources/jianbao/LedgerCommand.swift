import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Outlining

struct LedgerCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Typeset the ledger of tasks (督办台账).",
        discussion: """
            Without inputs it holds the tasks of the archive with what people noted of them (`jianbao task`), narrowed by \
            --from and --to; with articles, the demands in them that name an owner or a deadline.
            """)

    @Argument(
        help: ArgumentHelp("Articles, folders of articles, or -; the archive where none is named.", valueName: "input"))
    var inputs: [String] = []

    @Flag(help: "Write the ledger as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @OptionGroup var days: DayOptions
    @OptionGroup var reading: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var archive: ArchiveOptions

    func work(at desk: Desk) throws -> Outcome {
        try desk.ledger(self)
    }
}

extension Desk {
    /// `jianbao ledger`
    func ledger(_ command: LedgerCommand) throws -> Outcome {
        let options = command.briefing
        try prepare(command.reading, office: options.office)
        let outline = LedgerOutline(
            options: .init(office: try office(options.office), issue: options.issue, date: options.date))
        let press = try Press(
            layout: options.layout(else: "ledger"), form: command.json ? .json : .pdf, desk: self,
            language: options.script.language)
        var items: [LedgerOutline.Item] = []
        if command.inputs.isEmpty {
            items = try command.archive.open().tasks(from: command.days.from, to: command.days.to)
                .map { .init(record: $0.record, statement: $0.statement, state: $0.state) }
        } else {
            try readings(files(command.inputs), needsText: false) { _, reading in
                items += LedgerOutline.items(of: reading.records)
            }
            if items.isEmpty, outcome != .done { return outcome }
        }
        for item in items { press.printed.merge(item.record.printedNames) { first, _ in first } }
        let period = command.days.from.flatMap { from in command.days.to.map { MonthOutline.name(from: from, to: $0) } }
        let briefing = outline.briefing(of: items, period: period)
        var used: Set<String> = []
        let path = command.output.output ?? unused(nil, briefing["title"].text ?? "", press.form.ending, &used)
        try press.make(briefing, to: path) { _ in nil }
        return outcome
    }
}

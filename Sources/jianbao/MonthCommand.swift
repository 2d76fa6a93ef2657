import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Outlining
import Sending

struct MonthCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "month", abstract: "Typeset the briefing of a month from the archive.",
        discussion: """
            Without --final it is a draft and has no number. With --final it gets the next number of its series and of all, \
            and is kept in the archive as it was issued: `jianbao issue` brings it back. A month that was issued is made \
            again under its number, and a difference is said.
            """)

    @Argument(help: ArgumentHelp("The month, 2024-05; or give --from and --to.", valueName: "month"))
    var month: String?

    @OptionGroup var days: DayOptions

    @Option(help: ArgumentHelp("Only meetings at which this unit was named.", valueName: "unit"))
    var unit: String?

    @Option(help: ArgumentHelp("Only meetings whose text holds these words.", valueName: "words"))
    var theme: String?

    @Flag(help: "Issue it: give it the next number and keep it.")
    var final = false

    @Option(help: ArgumentHelp("The first number, where the series was issued elsewhere before.", valueName: "number"))
    var first: Int?

    @Option(help: ArgumentHelp("The first number over all series (总第N期).", valueName: "number"))
    var firstTotal: Int?

    @Flag(help: "Write the briefing as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @Option(help: ArgumentHelp("The office's people, who rank the tables; else registry.yaml.", valueName: "file"))
    var registry: String?

    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
        if month == nil, days.from == nil || days.to == nil {
            throw ValidationError("which days; give a month as 2024-05, or --from and --to")
        }
        if let month, PeriodDays.ofMonth(month) == nil {
            throw ValidationError("'\(month)' is no month; give it as 2024-05")
        }
        if final, json { throw ValidationError("--final issues a PDF; leave --json out") }
        if final, briefing.issue != nil {
            throw ValidationError("--final takes the number from the archive; leave --issue out")
        }
        if let first, first < 1 { throw ValidationError("--first cannot be \(first); give a number from 1") }
        if let firstTotal, firstTotal < 1 {
            throw ValidationError("--first-total cannot be \(firstTotal); give a number from 1")
        }
    }

    func work(at desk: Desk) throws -> Outcome {
        try desk.month(self, period: period)
    }

    private var period: Archive.Period {
        let whole = month.flatMap(PeriodDays.ofMonth)
        return Archive.Period(
            from: days.from ?? whole?.from ?? "", to: days.to ?? whole?.to ?? "", unit: unit, theme: theme)
    }
}

extension BriefingOptions {
    /// The layout asked for, or this where none was.
    func layout(else name: String) -> String { layout == "briefing" ? name : layout }
}

extension Desk {
    /// `jianbao month`
    func month(_ command: MonthCommand, period: Archive.Period) throws -> Outcome {
        let archive = try command.archive.open()
        let digest = try archive.digest(period)
        let office = try office(command.briefing.office)
        try openRegistry(command.registry, office: command.briefing.office)
        let press = try Press(
            layout: command.briefing.layout(else: "monthly"), form: command.json ? .json : .pdf, desk: self,
            language: command.briefing.script.language)
        let narrowed = [period.unit, period.theme].compactMap { $0 }.joined(separator: "、")
        let narrowing = narrowed.isEmpty ? nil : narrowed
        var outline = MonthOutline(
            options: .init(
                office: office, issue: command.briefing.issue, date: command.briefing.date, registry: registry),
            tasks: try archive.taskStates(of: digest.entries.map(\.record.id)))
        let title = MonthOutline.title(from: digest.from, to: digest.to, narrowing: narrowing)
        let path =
            command.output.output
            ?? Home.outputPath(OutputName.make(date: nil, title: title, ending: press.form.ending))
        let issuing = Archive.Issuing(
            series: office.series ?? office.masthead ?? "", subject: subject(period),
            day: command.briefing.date ?? digest.to,
            records: digest.entries.map(\.record.id), first: command.first, firstTotal: command.firstTotal)
        let records = digest.entries.map(\.record)
        if command.final {
            try issue(issuing, archive, to: path) { draft in
                outline.options.issue = "第\(draft.number)期（总第\(draft.total)期）"
                outline.corrections = draft.corrections
                var bytes: [UInt8] = []
                let briefing = outline.briefing(of: digest, narrowing: narrowing)
                try press.draw(briefing, of: records, place: { _ in nil }, write: { bytes += $0 })
                return bytes
            }
        } else {
            outline.corrections = try archive.nextIssue(issuing).corrections
            try press.make(outline.briefing(of: digest, narrowing: narrowing), of: records, to: path) { _ in nil }
        }
        return outcome
    }

    private func subject(_ period: Archive.Period) -> String {
        ["month", period.from, period.to, period.unit, period.theme].compactMap { $0 }.joined(separator: " ")
    }

    /// Issues what `make` makes and writes what was issued; where it was issued before, the kept file is written.
    private func issue(
        _ issuing: Archive.Issuing, _ archive: Archive, to path: String, make: (IssueDraft) throws -> [UInt8]
    ) throws {
        switch try archive.issue(issuing, make: make) {
        case .issued(let issue): try write(issue, archive, path, "issued")
        case .same(let issue): try write(issue, archive, path, "the same as issued:")
        case .differs(let issue, let made):
            let fault = Fault.issueDiffers(
                number: issue.number, kept: String(issue.sha256.prefix(12)), made: String(made.prefix(12)))
            take(Diagnostic(fault, at: Place(file: path), severity: .warning))
            found()
            try write(issue, archive, path, "as it was issued:")
        }
    }

    private func write(_ issue: Issue, _ archive: Archive, _ path: String, _ word: String) throws {
        try OutputFile.write(try archive.file(ofIssue: issue.total), to: path)
        console.say("\(word) \(issue.series) \(issue.number) (\(issue.total)) \(path)")
    }
}

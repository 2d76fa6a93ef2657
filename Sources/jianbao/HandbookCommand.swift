import ArgumentParser
import Diagnostics
import Extraction
import Outlining
import Sending

/// What the handbook and the desk signs are made of: plans of meetings, or articles about them.
private let planHelp = ArgumentHelp(
    "A plan (YAML: title, agenda, groups, platform …), or articles about the meeting.", valueName: "input")

private let orderHelp = ArgumentHelp(
    "The lists of people by strokes, 姓氏笔画 or 姓名笔画, where the plan says no order.", valueName: "order")

enum NameOrder: String, ExpressibleByArgument, CaseIterable {
    case surname = "姓氏笔画"
    case name = "姓名笔画"

    var strokes: StrokeOrder { self == .surname ? .surname : .name }
}

struct HandbookCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "handbook", abstract: "Typeset the handbook (会议手册) of a meeting.",
        discussion: """
            Of a plan: cover, contents, facts, agenda, people in groups, seats, notes, contacts. Of an article: what it \
            says of the meeting and who was there. What is not given is left out.
            """)

    @Argument(help: planHelp)
    var inputs: [String] = []

    @OptionGroup var kept: RecordOptions

    @Option(help: orderHelp)
    var order: NameOrder?

    @Flag(help: "Write the handbook as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @OptionGroup var reading: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try kept.check(inputs) }

    func work(at desk: Desk) throws -> Outcome {
        try desk.handbook(
            inputs, .handbook, kept: kept, order: order?.strokes, json: json, reading: reading, options: briefing,
            output: output.output)
    }
}

struct SignsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "signs", abstract: "Typeset the signs on the desks (桌签) of a meeting.",
        discussion: """
            One sheet for each name, folded across its middle: the name stands on both sides. --layout signs-a5 sets them \
            on A5.
            """)

    @Argument(help: planHelp)
    var inputs: [String] = []

    @OptionGroup var kept: RecordOptions

    @Option(help: orderHelp)
    var order: NameOrder?

    @Flag(help: "Write the signs as JSON, as `render` takes it, instead of a PDF.")
    var json = false

    @OptionGroup var reading: InputOptions
    @OptionGroup var briefing: BriefingOptions
    @OptionGroup var variant: VariantOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try kept.check(inputs) }

    func work(at desk: Desk) throws -> Outcome {
        try desk.handbook(
            inputs, .signs, kept: kept, order: order?.strokes, json: json, reading: reading, options: briefing,
            output: output.output)
    }
}

extension Desk {
    enum PlanKind: String {
        case handbook, signs

        var title: String { self == .handbook ? "会议手册" : "桌签" }
    }

    /// `jianbao handbook`, `jianbao signs`
    func handbook(
        _ inputs: [String], _ kind: PlanKind, kept: RecordOptions? = nil, order: StrokeOrder? = nil, json: Bool,
        reading input: InputOptions, options: BriefingOptions, output: String?
    ) throws -> Outcome {
        try prepare(input, office: options.office)
        let outline = HandbookOutline(
            options: .init(office: try office(options.office), issue: options.issue, date: options.date))
        let press = try Press(
            layout: options.layout(else: kind.rawValue), form: json ? .json : .pdf, desk: self,
            language: options.script.language)
        var used: Set<String> = []
        var made = 0
        func make(_ plan: MeetingPlan, _ path: String) throws {
            made += 1
            if let output, made > 1 { throw Diagnostic(.oneOutputForMany, at: Place(file: output)) }
            if kind == .signs, plan.names.isEmpty { throw Diagnostic(.missingKey("groups"), at: Place(file: path)) }
            var plan = plan
            plan.order = plan.order ?? order
            if plan.isOrdered { plan = try ordered(plan, path) }
            let target = output ?? unused(nil, (plan.title ?? "") + kind.title, press.form.ending, &used)
            try press.make(outline.briefing(of: plan), to: target) { _ in Place(file: path) }
        }
        for input in inputs where Self.isPlan(input) {
            try guarded { try make(MeetingPlan(yaml: try InputFile.text(input), path: input), input) }
        }
        let articles = inputs.filter { !Self.isPlan($0) }
        func use(_ path: String, _ reading: Reading) throws {
            let meetings = reading.records.filter { $0.kind != .other }
            if meetings.isEmpty { take(Diagnostic(.noMeeting, at: Place(file: path), severity: .warning)) }
            for record in meetings {
                press.printed = record.printedNames
                var ranked = record
                if let registry { ranked.officials = registry.ranked(record) }
                try guarded { try make(MeetingPlan(ranked), path) }
            }
        }
        if let kept { try readings(of: kept, needsText: false, use: use) }
        try readings(files(articles), needsText: false, use: use)
        return outcome
    }

    /// The plan with its lists in order; what the table of strokes lacks is said.
    private func ordered(_ plan: MeetingPlan, _ path: String) throws -> MeetingPlan {
        guard InputFile.exists(StrokeTable.path) else {
            throw Diagnostic(
                .libraryMissing("the table of strokes", package: StrokeTable.package), at: Place(file: path))
        }
        let names = plan.groups.flatMap { $0.people.map(\.name) }
        let table = StrokeTable(table: try InputFile.bytes(StrokeTable.path), names: names)
        for scalar in table.missing(in: names) {
            take(Diagnostic(.noStrokes(String(Character(scalar))), at: Place(file: path), severity: .warning))
        }
        return plan.ordered(by: table)
    }

    private static func isPlan(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

    /// The path of a file of its own in this call: the second of equals gets -2.
    func unused(_ date: String?, _ title: String, _ ending: String, _ used: inout Set<String>) -> String {
        let day = date.flatMap { $0.hasPrefix("X") ? nil : $0 }
        var name = OutputName.make(date: day, title: title, ending: ending)
        var number = 2
        while !used.insert(name).inserted {
            name = OutputName.make(date: day, title: "\(title) \(number)", ending: ending)
            number += 1
        }
        return Home.outputPath(name)
    }
}

import Acquisition
import ArgumentParser
import Cleaning
import Diagnostics
import Extraction
import Filing
import Outlining
import Pagination
import Rendering

/// For those who work on the program: where an article's time goes once everything is open.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Time each stage on an article: medians of many rounds in one process.",
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("An article.", valueName: "input"))
    var input: String

    @Option(help: ArgumentHelp("How many rounds.", valueName: "number"))
    var rounds = 100

    @OptionGroup var briefing: BriefingOptions

    func validate() throws {
        if rounds < 1 { throw ValidationError("--rounds cannot be \(rounds); give 1 at least") }
    }

    func run() throws {
        try Console.run { console in
            let stock = Desk(console: console, strict: false).stock
            let source = try SourceReader().read(input)[0]
            let cleaner = try stock.cleaner()
            let layout = try stock.layout(briefing.layout)
            let fonts = try stock.fontBook()
            let outline = MeetingOutline(options: .init(issue: briefing.issue, date: briefing.date))
            var times = StageTimes()
            var pages = 0
            for _ in 0..<rounds {
                let text = times.measure("clean") { cleaner.clean(source) }
                let records = times.measure("extract") { MeetingReader().read(text) }
                let texts = Dictionary(records.map { ($0.id, text) }, uniquingKeysWith: { first, _ in first })
                let briefing = times.measure("outline") { outline.briefing(of: Shelf(records), texts: texts) }
                let document = try times.measure("compose") {
                    try Paginator(layout: layout, shaper: fonts).paginate(briefing)
                }
                pages = document.pages.count
                let writer = try PDFWriter(document.metadata, fonts: fonts) { _ in }
                try times.measure("draw") {
                    for (index, page) in document.pages.enumerated() {
                        try writer.draw(
                            FinishedPage(index: index, page: page, elements: index == 0 ? document.structure : []))
                    }
                }
                try times.measure("finish") { try writer.finish(outline: document.outline) }
            }
            print("\(source.text.count) characters, \(pages) pages, medians of \(rounds) rounds\n")
            print(times)
            return .done
        }
    }
}

/// How long each stage took in each round.
private struct StageTimes: CustomStringConvertible {
    private var stages: [String] = []
    private var times: [String: [Double]] = [:]
    private let clock = ContinuousClock()

    mutating func measure<Value>(_ stage: String, _ work: () throws -> Value) rethrows -> Value {
        let start = clock.now
        let value = try work()
        let parts = (clock.now - start).components
        if times[stage] == nil { stages.append(stage) }
        times[stage, default: []].append(Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15)
        return value
    }

    /// A table; milliseconds with two places.
    var description: String {
        let rows = stages.map { stage in
            let sorted = times[stage, default: [0]].sorted()
            let hundredths = Int((sorted[sorted.count / 2] * 100).rounded())
            let places = hundredths % 100
            return "| \(stage) | \(hundredths / 100).\(places < 10 ? "0" : "")\(places) |"
        }
        return (["| stage | ms |", "| --- | ---: |"] + rows).joined(separator: "\n")
    }
}

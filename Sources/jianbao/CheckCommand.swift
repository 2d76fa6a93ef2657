import ArgumentParser
import Diagnostics
import Outlining
import Pagination
import Proofing
import Sending

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove finished PDF files, whoever made them: preflight before print, archive and mail.",
        discussion: """
            Reads what the pages show (glyphs, rules, pictures) and proves paper, margins, grid, page numbers, faces and \
            sizes, rules, marks at the edges of lines, names broken across lines, missing glyphs, fonts, structure, \
            reading order, links, metadata, archive marks and the size as an attachment.

            Without --profile or --layout a file that is set as an official document (三号仿宋 on A4 with dashed page \
            numbers or a red rule) is held against GB/T 9704; any other only against what holds for every document. \
            Names come from the briefing and records the PDF carries, from --briefing and from --names.

            With --strict the status is 1 where anything was found; a file that is no PDF gives 65, the others are still \
            proved.
            """)

    enum Profile: String, ExpressibleByArgument, CaseIterable {
        case gb9704
        case general
    }

    @Argument(help: ArgumentHelp("PDF files, or -.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("gb9704 or general: what the pages are held against.", valueName: "profile"))
    var profile: Profile?

    @Option(help: ArgumentHelp("Hold the pages against a layout, by name or path.", valueName: "layout"))
    var layout: String?

    @Option(help: ArgumentHelp("Names that may not break across lines, one a line.", valueName: "file"))
    var names: String?

    @Option(help: ArgumentHelp("A briefing (JSON) whose names may not break across lines.", valueName: "file"))
    var briefing: String?

    @Option(help: ArgumentHelp("The largest mail that passes, the file packed for it.", valueName: "MB"))
    var mailLimit = 20.0

    @Option(
        help: ArgumentHelp(
            "Subjects to leave out: \(ProofSubject.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "subjects"))
    var skip: String?

    @Flag(help: "One object a file and line.")
    var json = false

    @Flag(help: "Every place, not the first three of each subject.")
    var all = false

    @Flag(help: "End with status 1 where there are findings.")
    var strict = false

    func validate() throws {
        if profile != nil, layout != nil { throw ValidationError("--profile and --layout exclude each other") }
        guard mailLimit > 0, mailLimit < 1e6 else {
            throw ValidationError("--mail-limit cannot be \(mailLimit); give MB above 0")
        }
        _ = try skipped()
    }

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: strict)
            let order = try order()
            let isChosen = profile != nil || layout != nil
            let out = try OutputFile("-")
            try desk.each(files) { file throws(Diagnostic) in
                let preflight = try Preflight(InputFile.bytes(file), name: file)
                var order = order
                order.names += try KnownNames.carried(by: preflight)
                if !isChosen, preflight.looksOfficial { order.profile = .gb9704 }
                return try preflight.report(order)
            } use: { _, report in
                if !report.findings.isEmpty, strict { desk.found() }
                try out.append(json ? try report.json() + [0x0A] : Array(report.table(all: all).utf8))
            }
            return desk.outcome
        }
    }

    private func order() throws -> ProofOrder {
        var order = ProofOrder(profile: profile == .gb9704 ? .gb9704 : .general)
        if let layout {
            let loaded = try Layout.load(layout)
            order.profile = ProofProfile(loaded)
        }
        order.mailLimit = Int(mailLimit * 1_048_576)
        order.skipped = try skipped()
        if let names { order.names += KnownNames.list(try InputFile.text(names)) }
        if let briefing { order.names += try Briefing(json: InputFile.bytes(briefing), path: briefing).names }
        return order
    }

    private func skipped() throws -> Set<ProofSubject> {
        let words = skip?.split(whereSeparator: { $0 == "," || $0 == "，" }) ?? []
        return Set(
            try words.map { word in
                let name = word.trimmingPrefix(while: \.isWhitespace)
                if let subject = ProofSubject(rawValue: String(name)) { return subject }
                let nearest = Spelling.nearest(to: String(name), in: ProofSubject.allCases.map(\.rawValue))
                throw ValidationError(
                    "--skip knows no '\(name)'; \(nearest.map { "did you mean '\($0)'?" } ?? "see the help")")
            })
    }
}

extension ProofProfile {
    /// What a file of a layout is held against.
    init(_ layout: Layout) {
        let specification = layout.specification
        self.init(name: layout.name)
        geometry = Geometry(
            width: specification.width, height: specification.height, top: specification.top,
            bottom: specification.bottom, inside: specification.inside, outside: specification.outside,
            lines: specification.lines, characters: specification.characters)
        sizes = specification.sizes
        folio = specification.folio.map { Folio(size: $0.size, distance: $0.distance, inset: $0.inset) }
    }
}

/// Names that may not break, from lists, briefings and records.
enum KnownNames {
    /// One a line, blank lines left out.
    static func list(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// Of the briefings and records that a PDF carries. What is attached and is neither says nothing.
    static func carried(by preflight: Preflight) throws(Diagnostic) -> [String] {
        var names: [String] = []
        for (name, bytes) in try preflight.attachments() where name.hasSuffix("json") {
            for line in name.hasSuffix("ndjson") ? bytes.split(separator: 0x0A).map(Array.init) : [bytes] {
                guard let value = try? Briefing(json: line, path: name) else { continue }
                names += value.names
                for official in value["officials"].list {
                    if let name = official["printed"].text ?? official["name"].text { names.append(name) }
                }
            }
        }
        return names
    }
}

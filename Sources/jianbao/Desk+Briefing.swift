import Cleaning
import Diagnostics
import Extraction
import Filing
import Outlining
import Sending

extension Desk {
    /// `jianbao brief`
    func brief(
        _ inputs: [String], together: Bool, asJSON: Bool, reading input: InputOptions, options: BriefingOptions,
        output: String?
    ) throws -> Outcome {
        // While something is opened on another thread the process may not end.
        defer { stock.settle() }
        if threads == nil { stock.prepareReadingAhead() }
        try prepare(input, office: options.office)
        let outline = MeetingOutline(
            options: .init(
                office: try office(options.office), issue: options.issue, date: options.date, registry: registry))
        let press = try Press(
            layout: options.layout, form: asJSON ? .json : .pdf, desk: self, language: options.script.language)
        if !asJSON, threads == nil { press.openFacesAhead() }
        let files = files(inputs)
        let many = Diagnostic(.oneOutputForMany, at: Place(file: output ?? "-"))
        if !together, output != nil, files.count > 1 { throw many }
        var all: [Reading] = []
        var names = OutputNames(output)
        try readings(files, needsText: true) { path, reading in
            warn(reading, path)
            if together || output != nil {
                all.append(reading)
                // One file can hold many articles, as a table does.
                if !together, all.count > 1 { throw many }
            } else {
                let path = names.next(for: [reading], ending: press.form.ending)
                try guarded { try press.make(outline, [reading], to: path) }
            }
        }
        if !all.isEmpty {
            let meetings = all.filter { $0.records.contains { $0.kind != .other } }
            try press.make(
                outline, meetings.isEmpty ? all : meetings, to: names.next(for: meetings, ending: press.form.ending))
        }
        return outcome
    }

    /// Says a fault of one thing and lets the others be done.
    func guarded(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let diagnostic as Diagnostic {
            take(diagnostic)
        }
    }

    /// What a person should know before they hand the briefing on.
    private func warn(_ reading: Reading, _ path: String) {
        if reading.records.allSatisfy({ $0.kind == .other }) {
            take(Diagnostic(.noMeeting, at: Place(file: path), severity: .warning))
        }
        if strict, reading.records.contains(where: { !$0.warnings.isEmpty }) { found() }
    }

    func office(_ path: String?) throws(Diagnostic) -> OfficeProfile {
        guard let path = path ?? home.find("layouts/office.yaml") ?? home.find("office.yaml") else {
            return OfficeProfile()
        }
        return try stock.office(path)
    }
}

/// Where each briefing of a call goes.
struct OutputNames {
    private let asked: String?
    private var used: Set<String> = []

    init(_ asked: String?) { self.asked = asked }

    /// The path asked for, else a name of its own for every briefing: the second of equals gets -2.
    mutating func next(for readings: [Reading], ending: String) -> String {
        if let asked { return asked }
        let records = readings.flatMap(\.records)
        let dates = records.compactMap(\.meeting.date).filter { !$0.hasPrefix("X") }
        let title = records.count == 1 ? records[0].meeting.name ?? records[0].headline : "会议简报"
        // Of several meetings the month where they share it, else none.
        let months = Set(dates.map { $0.prefix(7) })
        let date = records.count == 1 ? dates.first : months.count == 1 ? months.first.map(String.init) : nil
        var name = OutputName.make(date: date, title: title, ending: ending)
        var number = 2
        while !used.insert(name).inserted {
            name = OutputName.make(date: date, title: (title ?? "") + " \(number)", ending: ending)
            number += 1
        }
        return Home.outputPath(name)
    }
}

import ArgumentParser
import Diagnostics
import Filing
import FoundationEssentials
import Sending

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Follow a person: meetings, titles in their order, who was there as well.")

    @Argument(help: ArgumentHelp("The person's name.", valueName: "name"))
    var name: String

    @Flag(help: "One object.")
    var json = false

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let course = try archive.open().course(of: name)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let text =
                json ? String(decoding: try encoder.encode(Whole(course)), as: UTF8.self) + "\n" : text(of: course)
            try OutputFile("-").append(Array(text.utf8))
            return .done
        }
    }

    private struct Whole: Encodable {
        let name: String
        let attended: Int
        let titles: [PersonCourse.Span]
        let meetings: [PersonCourse.Meeting]
        let companions: [PersonCourse.Companion]

        init(_ course: PersonCourse) {
            name = course.name
            attended = course.attended
            titles = course.spans
            meetings = course.meetings
            companions = course.companions
        }
    }

    private func text(of course: PersonCourse) -> String {
        var lines = ["\(course.name): at \(course.attended) of \(course.meetings.count) meetings that name them"]
        lines += course.spans.map { span in
            let days = [span.from, span.to].map { $0 ?? "----------" }.joined(separator: " to ")
            return "\(days)  \(span.meetings)  \(span.titles.joined(separator: "、"))"
        }
        lines += course.meetings.reversed().map { meeting in
            "\(meeting.date ?? "----------")  \(meeting.id)  \(meeting.title)"
                + (meeting.present ? "" : "  (not there)")
        }
        let others = course.companions.map { "\($0.name) \($0.meetings)" }
        if !others.isEmpty { lines.append("with " + others.joined(separator: ", ")) }
        return lines.joined(separator: "\n") + "\n"
    }
}

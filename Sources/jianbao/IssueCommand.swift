import ArgumentParser
import Diagnostics
import Filing
import FoundationEssentials
import Sending

struct IssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "List the issues that were numbered, or bring one back as it was issued.")

    @Argument(help: ArgumentHelp("The issue, by its number over all series.", valueName: "total"))
    var total: Int?

    @Option(help: ArgumentHelp("Only this series.", valueName: "series"))
    var series: String?

    @Flag(help: "One object a line.")
    var json = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the issue's file.", valueName: "file"))
    var output: String?

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let archive = try archive.open()
            if let total {
                let path = output ?? Home.outputPath("issue-\(total).pdf")
                try OutputFile.write(try archive.file(ofIssue: total), to: path)
                return .done
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let out = try OutputFile("-")
            for issue in try archive.issues(series: series) {
                let line =
                    json
                    ? [UInt8](try encoder.encode(issue))
                    : Array(
                        "\(issue.total)  \(issue.series) \(issue.number)  \(issue.day ?? "")  \(issue.subject)".utf8)
                try out.append(line + [0x0A])
            }
            return .done
        }
    }
}

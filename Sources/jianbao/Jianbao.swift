import ArgumentParser
import Rendering

@main
struct Jianbao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jianbao",
        abstract: "Turns the news and records of meetings into typeset briefings.",
        discussion: """
            Articles are read as they are found: text or HTML, any common encoding, damaged or not. `-` stands for \
            standard input, a folder for the articles in it.

            Exit status: 0 done, 1 done with findings (--strict), 64 usage, 65 bad input, 66 no input, \
            73 cannot write, 74 I/O, 75 a signal ended a batch.
            """,
        version: "jianbao 0.1.0",
        subcommands: [
            BriefCommand.self, ReadCommand.self, CleanCommand.self, RenderCommand.self, LayoutCommand.self,
            FontsCommand.self,
        ] + settingCommands + finishingCommands + archiveCommands)

    static func main() {
        // Before any thread reads the environment.
        PDFWriter.prepare()
        let words = CommandLine.arguments.dropFirst()
        // One command alone is parsed in half the time; what is wrong is told by the way through all of them.
        if let type = configuration.subcommands.first(where: { $0.configuration.commandName == words.first }),
            type.configuration.subcommands.isEmpty, var command = try? type.parse(Array(words.dropFirst()))
        {
            do { try command.run() } catch { exit(withError: error) }
        } else {
            main(nil)
        }
    }

    private static let settingCommands: [any ParsableCommand.Type] = [
        MinutesCommand.self, LedgerCommand.self, HandbookCommand.self, SignsCommand.self, WatchCommand.self,
        BatchCommand.self, MeasureCommand.self,
    ]

    private static let finishingCommands: [any ParsableCommand.Type] = [CheckCommand.self, ImposeCommand.self]

    private static let archiveCommands: [any ParsableCommand.Type] = [
        AddCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self, EditCommand.self, RemoveCommand.self,
        RestoreCommand.self, ExportCommand.self, ImportCommand.self, BackupCommand.self, MonthCommand.self,
        IssueCommand.self, TaskCommand.self, PersonCommand.self, ManualCommand.self, MailCommand.self,
    ]
}

import ArgumentParser
import Fonts

/// Where the result goes, and how strictly findings are taken: the same for every command that makes something.
struct OutputOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; `-` is standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "End with status 1 where there are findings; a character that no face has is an error.")
    var strict = false
}

/// The script of the pages.
struct ScriptOptions: ParsableArguments {
    enum Script: String, ExpressibleByArgument, CaseIterable {
        case hans = "zh-Hans"
        case hant = "zh-Hant"
    }

    @Option(help: ArgumentHelp("zh-Hans or zh-Hant: the script of the pages.", valueName: "script"))
    var lang: Script?

    var language: TextLanguage? { lang.flatMap { TextLanguage(rawValue: $0.rawValue) } }
}

/// The layout and what no article says.
struct BriefingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A layout by name or path.", valueName: "layout"))
    var layout = "briefing"

    @Option(
        help: ArgumentHelp(
            "The office's masthead, recipients and signers; else office.yaml beside the layouts.", valueName: "file"))
    var office: String?

    @Option(help: ArgumentHelp("The issue: a number, or the whole line as it is printed.", valueName: "issue"))
    var issue: String?

    @Option(
        help: ArgumentHelp(
            "The briefing's date, 2024-05-31; else the publication's, else the meeting's.", valueName: "date"))
    var date: String?

    @OptionGroup var script: ScriptOptions

    func validate() throws {
        guard let date else { return }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard date.utf8.count == 10, parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else {
            throw ValidationError("--date cannot be '\(date)'; give a day as 2024-05-31")
        }
    }
}

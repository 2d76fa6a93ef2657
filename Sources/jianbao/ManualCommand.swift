import ArgumentParser
import Diagnostics
import FoundationEssentials
import Sending

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the man page.", shouldDisplay: false)

    func run() throws {
        try Console.run { _ in
            let tool = try JSONDecoder().decode(ManualPage.Tool.self, from: Data(Jianbao._dumpHelp().utf8))
            try OutputFile("-").append(Array(ManualPage(command: tool.command).text.utf8))
            return .done
        }
    }
}

/// The man page (roff, man(7)) of a program, from what it says of itself: a part for each command with its options.
struct ManualPage {
    /// What swift-argument-parser writes of a program as JSON, as far as the page needs it.
    struct Tool: Decodable {
        let command: Command
    }

    struct Command: Decodable {
        let commandName: String
        let shouldDisplay: Bool?
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
    }

    let command: Command

    var text: String {
        let name = command.commandName
        var lines = [".TH \(name.uppercased()) 1", ".SH NAME", "\(name) \\- \(plain(command.abstract ?? ""))"]
        lines += [".SH SYNOPSIS", ".B \(name)", ".I command", "[\\fIargument\\fR ...]", ".SH DESCRIPTION"]
        lines += paragraphs(command.discussion)
        lines.append(".SH COMMANDS")
        for command in command.subcommands ?? [] { lines += part(command, after: name) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func part(_ command: Command, after names: String) -> [String] {
        guard command.shouldDisplay ?? true, command.commandName != "help" else { return [] }
        let name = names + " " + command.commandName
        let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !isCommon($0) }
        var lines: [String] = []
        if command.subcommands?.isEmpty ?? true {
            lines.append(".SS " + ([plain(name)] + arguments.map(usage)).joined(separator: " "))
            lines += paragraphs(command.abstract) + paragraphs(command.discussion)
            for argument in arguments { lines += [".TP", heading(argument)] + [help(argument)] }
        }
        for command in command.subcommands ?? [] { lines += part(command, after: name) }
        return lines
    }

    /// Every command has them.
    private func isCommon(_ argument: Argument) -> Bool {
        ["help", "version"].contains(argument.names?.last?.name ?? "")
    }

    private func value(_ argument: Argument) -> String { "\\fI" + plain(argument.valueName ?? "value") + "\\fR" }

    private func usage(_ argument: Argument) -> String {
        guard argument.kind == "positional" else {
            let name = "\\fB" + dashed(argument.names?.last) + "\\fR"
            let words = argument.kind == "option" ? name + " " + value(argument) : name
            return argument.isOptional || argument.defaultValue != nil ? "[" + words + "]" : words
        }
        let words = value(argument) + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "[" + words + "]" : words
    }

    private func heading(_ argument: Argument) -> String {
        guard argument.kind != "positional" else { return value(argument) }
        let names = (argument.names ?? []).map { "\\fB" + dashed($0) + "\\fR" }.joined(separator: ", ")
        return argument.kind == "option" ? names + " " + value(argument) : names
    }

    private func help(_ argument: Argument) -> String {
        let words = plain(argument.abstract ?? "")
        return argument.defaultValue.map { "\(words) Default: \(plain($0))." } ?? words
    }

    private func dashed(_ name: Argument.Name?) -> String {
        guard let name else { return "" }
        return plain((name.kind == "long" ? "--" : "-") + name.name)
    }

    private func paragraphs(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map { ".PP\n" + plain(String($0)) }
    }

    /// Text that roff sets as it is: hyphens as they are typed, no line that begins with a command.
    private func plain(_ text: String) -> String {
        let escaped = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
            .split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}

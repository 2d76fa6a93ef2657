import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    @Test("Help names every command, on standard output")
    func help() throws {
        let run = try Desk().jianbao("--help")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        for command in ["brief", "read", "clean", "render", "layout", "fonts", "mail"] {
            #expect(run.text.contains("\n  \(command) "), "\(command)")
        }
        #expect(run.text.contains("65 bad input"))
    }

    @Test(
        "Each command describes itself",
        arguments: [
            ["brief"], ["read"], ["clean"], ["render"], ["layout", "list"], ["layout", "check"], ["layout", "schema"],
            ["fonts", "list"], ["fonts", "check"], ["fonts", "prepare"], ["mail", "list"], ["mail", "settle"],
        ])
    func helpOfACommand(command: [String]) throws {
        let run = try Desk().run([Program.path] + command + ["--help"])
        #expect(run.status == 0)
        #expect(run.text.contains("USAGE: jianbao \(command.joined(separator: " "))"))
    }

    @Test("The version is one line")
    func version() throws {
        let run = try Desk().jianbao("--version")
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: /jianbao \d+\.\d+\.\d+\n/) != nil)
    }

    @Test("The man page has a part for every command that help names")
    func manual() throws {
        let desk = try Desk()
        let page = try desk.jianbao("manual")
        #expect(page.status == 0)
        #expect(page.text.hasPrefix(".TH JIANBAO 1\n.SH NAME\njianbao \\- "))
        let help = try desk.jianbao("--help").text
        let names = help.matches(of: /\n  ([a-z]+) +[A-Z]/).map(\.output.1)
        #expect(names.count > 20)
        for name in names { #expect(page.text.contains(".SS jianbao \(name) "), "\(name)") }
        #expect(!names.contains("manual"))
    }

    @Test("Completions are made for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try Desk().jianbao("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.text.contains("prepare"))
    }

    @Test(
        "Wrong usage ends with 64 and leaves nothing",
        arguments: [
            ["brief"], ["brief", "--no-such-option", "a.txt"], ["no-such-command"], ["render"],
            ["brief", "in/a.txt", "--date", "2024-13-01"], ["brief", "in/a.txt", "--date", "May"],
            ["render", "in/a.json", "--layout", "no-such-layout"],
        ])
    func usage(arguments: [String]) throws {
        let desk = try Desk()
        try desk.lay("a.txt", "5月6日，市长覃怀远主持召开市政府常务会议。\n")
        try desk.lay("a.json", "{}")
        let run = try desk.run([Program.path] + arguments)
        #expect(run.status == 64, "\(run.errors)")
        #expect(!run.errors.isEmpty)
        #expect(run.output.isEmpty)
        #expect(try desk.made.isEmpty)
    }
}

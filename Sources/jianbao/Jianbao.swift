import ArgumentParser

@main
struct Jianbao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jianbao", abstract: "Turns articles about meetings into typeset briefings.", version: "0.1.0")
}

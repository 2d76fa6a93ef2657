import ArgumentParser
import Diagnostics

/// A command that makes files at a desk, alone or as one job of many.
protocol DeskCommand: ParsableCommand {
    var output: OutputOptions { get }

    func work(at desk: Desk) throws -> Outcome
}

extension DeskCommand {
    func run() throws {
        try Console.run { console in try work(at: Desk(console: console, strict: output.strict)) }
    }
}

import ArgumentParser
import Diagnostics

/// A command that makes files at a desk, alone or as one job of many.
protocol DeskCommand: ParsableCommand {
    var output: OutputOptions { get }
    var variant: VariantOptions { get }

    func work(at desk: Desk) throws -> Outcome
}

extension DeskCommand {
    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: output.strict)
            desk.variant = try variant.read()
            return try work(at: desk)
        }
    }
}

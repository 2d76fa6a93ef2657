import ArgumentParser
import Diagnostics

/// A command that makes files at a desk, alone or as one job of many.
protocol DeskCommand: ParsableCommand {
    var output: OutputOptions { get }
    var variant: VariantOptions { get }

    func work(at desk: Desk) throws -> Outcome

    /// The same with other files: of a thousand jobs most differ in nothing else, and to parse their options again takes
    /// longer than to read a short article.
    ///
    /// - Returns: `nil` where the options have to be parsed with them.
    func with(inputs: [String], output: String) -> (any DeskCommand)?
}

extension DeskCommand {
    func with(inputs: [String], output: String) -> (any DeskCommand)? { nil }

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: output.strict)
            desk.variant = try variant.read()
            return try work(at: desk)
        }
    }
}

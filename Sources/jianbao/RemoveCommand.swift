import ArgumentParser
import Diagnostics
import Filing

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take records out of lists and briefings; `restore` brings them back.")

    @Argument(help: ArgumentHelp("Records by id, or the beginning of it.", valueName: "record"))
    var records: [String]

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            let archive = try archive.open()
            for record in records {
                try desk.guarded { if try archive.remove(record) { print("removed \(record)") } }
            }
            return desk.outcome
        }
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring back records that were removed, or what one was before a change.")

    @Argument(help: ArgumentHelp("Records by id, or the beginning of it.", valueName: "record"))
    var records: [String]

    @Option(help: ArgumentHelp("Undo the change of this number, as `show --history` has it.", valueName: "number"))
    var before: Int64?

    @Flag(help: "What the machine read, without a person's corrections.")
    var machine = false

    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
        if before != nil, machine { throw ValidationError("--before and --machine exclude each other") }
        if before != nil, records.count > 1 { throw ValidationError("--before takes one record") }
    }

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            let archive = try archive.open()
            for record in records {
                try desk.guarded {
                    let isChanged =
                        before != nil || machine
                        ? try archive.restore(record, before: before) : try archive.restore(record)
                    if isChanged { print("restored \(record)") }
                }
            }
            return desk.outcome
        }
    }
}

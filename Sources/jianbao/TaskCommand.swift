import ArgumentParser
import Diagnostics
import Extraction
import Filing
import Sending

struct TaskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "List tasks, or note what became of one.",
        discussion: """
            A task is a demand that names an owner or a deadline. `jianbao task` lists them with record and number; \
            `jianbao task RECORD NUMBER --state done --progress …` notes something of one.
            """)

    enum Progress: String, ExpressibleByArgument, CaseIterable {
        case done, going, late
    }

    @Argument(help: ArgumentHelp("The record by id, or the beginning of it.", valueName: "record"))
    var record: String?

    @Argument(help: ArgumentHelp("The task's number in its record.", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("done, going or late.", valueName: "state"))
    var state: Progress?

    @Option(help: ArgumentHelp("How far it is, in words.", valueName: "text"))
    var progress: String?

    @Option(help: ArgumentHelp("The unit that leads (牵头单位).", valueName: "unit"))
    var lead: String?

    @Option(help: ArgumentHelp("The units responsible (责任单位).", valueName: "units"))
    var units: String?

    @Option(help: ArgumentHelp("The person responsible (责任人).", valueName: "name"))
    var person: String?

    @Option(help: ArgumentHelp("The deadline, in words.", valueName: "text"))
    var deadline: String?

    @OptionGroup var days: DayOptions
    @OptionGroup var archive: ArchiveOptions

    private var said: TaskState {
        var said = TaskState()
        said.state = state.flatMap { TaskState.State(rawValue: $0.rawValue) }
        said.progress = progress
        said.lead = lead
        said.units = units
        said.person = person
        said.deadline = deadline
        return said
    }

    func validate() throws {
        if (record == nil) != (number == nil) { throw ValidationError("a task is named by its record and its number") }
        if (record == nil) != (said == TaskState()) {
            throw ValidationError("give a task and what to note of it, or neither for the list")
        }
    }

    func run() throws {
        try Console.run { _ in
            let archive = try archive.open()
            if let record, let number {
                try archive.update(task: number, of: record, said)
                return .done
            }
            let out = try OutputFile("-")
            for task in try archive.tasks(from: days.from, to: days.to) {
                let state = task.state
                let parts: [String?] = [
                    task.record.meeting.date ?? "----------", "\(task.record.id) \(task.number)",
                    state?.state?.label, task.statement.text, state?.lead ?? task.statement.owner,
                    state?.deadline ?? task.statement.deadline, state?.progress,
                ]
                try out.append(Array((parts.compactMap { $0 }.joined(separator: "  ") + "\n").utf8))
            }
            return .done
        }
    }
}

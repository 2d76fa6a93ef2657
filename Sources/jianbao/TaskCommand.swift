import ArgumentParser
import Diagnostics
import Extraction
import Filing
import FoundationEssentials
import Sending

struct TaskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "List tasks, or note what became of one.",
        discussion: """
            A task is a demand that names an owner or a deadline. `jianbao task` lists them with record and number; \
            `jianbao task RECORD NUMBER --state done --progress …` notes something of one. An empty text, or the state \
            `none`, takes back what was noted.
            """)

    enum Progress: String, ExpressibleByArgument, CaseIterable {
        case done, going, late, none
    }

    @Argument(help: ArgumentHelp("The record by id, or the beginning of it.", valueName: "record"))
    var record: String?

    @Argument(help: ArgumentHelp("The task's number in its record.", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("done, going, late or none.", valueName: "state"))
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

    @Flag(help: "The list as JSON, one object a line.")
    var json = false

    @OptionGroup var days: DayOptions
    @OptionGroup var archive: ArchiveOptions

    private var said: TaskState {
        var said = TaskState()
        said.state = state.flatMap { TaskState.State(rawValue: $0.rawValue) }
        said.progress = Self.text(progress)
        said.lead = Self.text(lead)
        said.units = Self.text(units)
        said.person = Self.text(person)
        said.deadline = Self.text(deadline)
        return said
    }

    private static func text(_ given: String?) -> String? { given?.isEmpty == true ? nil : given }

    private var withdrawn: [TaskState.Field] {
        let texts: [(TaskState.Field, String?)] = [
            (.progress, progress), (.lead, lead), (.units, units), (.person, person), (.deadline, deadline),
        ]
        return texts.filter { $0.1?.isEmpty == true }.map(\.0) + (state == Progress.none ? [.state] : [])
    }

    func validate() throws {
        if (record == nil) != (number == nil) { throw ValidationError("a task is named by its record and its number") }
        if (record == nil) != (said == TaskState() && withdrawn.isEmpty) {
            throw ValidationError("give a task and what to note of it, or neither for the list")
        }
    }

    func run() throws {
        try Console.run { _ in
            let archive = try archive.open()
            if let record, let number {
                try archive.update(task: number, of: record, said, withdrawing: withdrawn)
                return .done
            }
            let out = try OutputFile("-")
            for task in try archive.tasks(from: days.from, to: days.to) {
                let line = TaskLine(task)
                try out.append((json ? try line.json() : Array(line.text.utf8)) + [0x0A])
            }
            return .done
        }
    }
}

/// A task in the list: what the text says, and what people said since in its place.
private struct TaskLine: Encodable {
    let record: String
    let number: Int
    let date: String?
    let task: String
    let owner: String?
    let lead: String?
    let units: String?
    let person: String?
    let deadline: String?
    let progress: String?
    let state: String?

    init(_ task: Archive.Task) {
        record = task.record.id
        number = task.number
        date = task.record.meeting.date
        self.task = task.statement.text
        owner = task.statement.owner
        lead = task.state?.lead
        units = task.state?.units
        person = task.state?.person
        deadline = task.state?.deadline ?? task.statement.deadline
        progress = task.state?.progress
        state = task.state?.state?.rawValue
    }

    var text: String {
        let label = state.flatMap(TaskState.State.init)?.label
        let parts: [String?] = [
            date ?? "----------", "\(record) \(number)", label, task, lead ?? owner, units, person, deadline, progress,
        ]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

import Acquisition
import ArgumentParser
import Diagnostics
import Fonts
import Outlining
import Pagination

/// Does jobs one after the other on one thread; what they share is opened once.
final class BatchWorker {
    private let file: String
    private let version: String
    private let memory: BatchMemory
    private let home = Home()
    private let stock: Stock
    /// Of files that many jobs name, while they stay as they are.
    private var sums: [String: (mark: FileMark, sum: String)] = [:]
    private var parsed: [[String]: any DeskCommand] = [:]

    /// - Parameters:
    ///   - file: of the jobs, for messages.
    ///   - version: of the program.
    init(file: String, version: String, memory: BatchMemory) {
        self.file = file
        self.version = version
        self.memory = memory
        stock = Stock(home: home)
    }

    /// Does a job. What goes wrong is in the result.
    func result(of line: JobLine) -> BatchResult {
        let watch = Stopwatch()
        var result = BatchResult(line: line.number)
        do throws(Diagnostic) {
            try work(on: line, &result)
        } catch {
            result.error = error
            result.outcome = error.fault.outcome
        }
        result.seconds = watch.seconds
        return result
    }

    private func work(on line: JobLine, _ result: inout BatchResult) throws(Diagnostic) {
        let fields = try fields(of: line)
        result.id = fields["id"]
        result.output = fields["output"].text
        let job = try BatchJob.read(fields, at: Place(file: file, line: line.number), parsed: &parsed)
        try memory.claim(job.output)
        let identity = try identity(of: job)
        if let entry = memory.kept(identity, output: job.output) {
            result.product = entry.product
            result.warnings = entry.warnings
            result.isKept = true
            return
        }
        let alsoRead = make(job, &result)
        guard result.isDone, let product = result.product else { return }
        var entry = BatchMemory.Entry(identity: identity, product: product, warnings: result.warnings)
        for path in alsoRead { entry.alsoRead[path] = FileSum.of(path) }
        memory.note(entry)
    }

    /// Does the job's command; what it says is in the result.
    ///
    /// - Returns: files that the making showed to be needed.
    private func make(_ job: BatchJob, _ result: inout BatchResult) -> [String] {
        var said: [Diagnostic] = []
        stock.beginText()
        let desk = Desk(console: Console { said.append($0) }, strict: job.command.output.strict, stock: stock)
        do {
            desk.variant = try job.command.variant.read()
            if let briefing = job.briefing, let command = job.command as? RenderCommand {
                result.outcome = try desk.render(briefing, command, to: job.output)
            } else {
                result.outcome = try job.command.work(at: desk)
            }
        } catch {
            let fault = error as? Diagnostic ?? Diagnostic(.libraryFailed(call: "batch", status: "\(error)"))
            said.insert(fault, at: 0)
            result.outcome = fault.fault.outcome
        }
        result.product = desk.products.last
        if desk.products.isEmpty, result.outcome == .done { result.outcome = .badInput }
        result.take(said)
        return desk.alsoRead
    }

    /// - Throws: what is wrong with the line, at its place in the file.
    private func fields(of line: JobLine) throws(Diagnostic) -> Briefing {
        do throws(Diagnostic) {
            return try Briefing(json: line.bytes, path: file)
        } catch {
            var fault = error
            fault.place?.line = line.number
            if case .wrongType = fault.fault { fault.fault = .wrongType(key: "job", expected: "an object `{…}`") }
            throw fault
        }
    }

    // MARK: What a job is made of

    /// The same for two jobs whose outputs are the same for certain.
    private func identity(of job: BatchJob) throws(Diagnostic) -> String {
        let sum = Checksum()
        func add(_ text: String?) {
            sum.add(text ?? "-")
            sum.add("\0")
        }
        add(version)
        add(FileMark("/proc/self/exe").text)
        add(type(of: job.command).configuration.commandName)
        for word in job.arguments { add(word) }
        add(job.output)
        for path in job.settings(home) {
            add(path)
            add(shared(path))
        }
        for path in job.archives {
            add(path)
            add(FileMark(path).text)
        }
        add(try stock.fontBook().identity)
        if let briefing = job.briefing { add(String(decoding: briefing.json(), as: UTF8.self)) }
        for input in job.inputs {
            for path in (try? SourceReader().files(input)) ?? [input] {
                add(path)
                add(FileSum.of(path))
            }
        }
        return sum.hexadecimal()
    }

    private func shared(_ path: String) -> String? {
        let mark = FileMark(path)
        if let known = sums[path], known.mark == mark { return known.sum }
        let sum = FileSum.of(path)
        if let sum { sums[path] = (mark, sum) }
        return sum
    }
}

extension BatchJob {
    /// Files besides the inputs that say how the output is made: those that are named, and those that would be found.
    fileprivate func settings(_ home: Home) -> [String] {
        let name = type(of: command).configuration.commandName ?? ""
        let own = ["brief": "briefing", "render": "briefing", "month": "monthly"][name] ?? name
        let layout = Layout.file(of: option("layout") ?? own)
        let office = option("office")
        let beside = office.map { $0.contains("/") ? $0[...$0.lastIndex(of: "/")!] + "registry.yaml" : "registry.yaml" }
        let found = ["layouts/office.yaml", "office.yaml", "layouts/registry.yaml", "registry.yaml"].map(home.find)
        // Whatever option names a file, what is in it counts.
        let named = arguments.compactMap { word in
            word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
        }
        return ([layout, beside.map { String($0) }] + found).compactMap { $0 } + named.filter(InputFile.exists)
    }

    /// Files of the archive, where the job takes from it.
    fileprivate var archives: [String] {
        let options = (command as? MonthCommand)?.archive ?? (command as? LedgerCommand)?.archive
        guard let path = options?.path else { return [] }
        return [path, path + "-wal"]
    }

    private func option(_ name: String) -> String? {
        let head = "--\(name)="
        return arguments.first { $0.hasPrefix(head) }.map { String($0.dropFirst(head.count)) }
    }
}

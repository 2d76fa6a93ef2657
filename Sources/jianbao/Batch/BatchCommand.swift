import ArgumentParser
import Diagnostics
import Glibc

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Do many jobs, one JSON object a line, on all cores.",
        discussion: """
            A job names its command (brief, render, minutes, ledger, month, handbook, signs), its inputs, its output, and \
            the options as that command has them:

            {"command": "brief", "inputs": ["a.txt"], "output": "a.pdf", "layout": "briefing", "issue": 5}

            render takes a briefing's file as its input, or the briefing itself as "briefing". An "id" comes back with the \
            result. Each job gives one line, in the order of the jobs: ok, output, pages, bytes, sha256, seconds; or error \
            with its code and place. One bad job does not stop the others.

            What is done is noted in .jianbao-batch beside the outputs. Where the output is there and nothing it was made \
            of has changed, it is not made again (kept), so that a batch broken off is called again as it was. SIGTERM and \
            Ctrl-C let what is begun be done; the exit status is then 75.
            """)

    @Argument(help: ArgumentHelp("A file of jobs; standard input where none is named.", valueName: "file"))
    var jobs = "-"

    @Option(help: ArgumentHelp("How many jobs are done at once; else as many as there are cores.", valueName: "number"))
    var threads: Int?

    @Flag(help: "Make everything again, whatever is noted as done.")
    var again = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the results go; `-` is standard output.", valueName: "file"))
    var output = "-"

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads cannot be \(threads); give 1 to 256")
        }
    }

    func run() throws {
        try Console.run { console in
            Interruption.catchSignals()
            let results = try ResultLines(output)
            let lines = try JobLines(jobs)
            let memory = BatchMemory(isIgnored: again)
            let version = Jianbao.configuration.version
            let jobs = jobs
            let work = OrderedWork<JobLine, BatchResult>(
                workers: threads ?? OrderedWork<JobLine, BatchResult>.cores, next: { lines.next() },
                worker: {
                    let worker = BatchWorker(file: jobs, version: version, memory: memory)
                    // Its faces may not be closed while others draw; the process's end closes them.
                    _ = Unmanaged.passRetained(worker)
                    return { worker.result(of: $0) }
                })
            var tally = BatchTally()
            try work.run { _, _, result in
                tally.count(result)
                try results.append(result.json)
            }
            if let fault = lines.fault { throw fault }
            tally.isInterrupted = Interruption.isAsked
            console.say("\(tally)")
            return tally.outcome
        }
    }
}

/// How the jobs of a call ended.
private struct BatchTally: CustomStringConvertible {
    private var made = 0
    private var kept = 0
    private var failed = 0
    private var first = Outcome.done
    private let start = Stopwatch()
    var isInterrupted = false

    mutating func count(_ result: BatchResult) {
        if result.isKept { kept += 1 } else if result.isDone { made += 1 } else { failed += 1 }
        if first == .done { first = result.outcome }
    }

    var outcome: Outcome { isInterrupted ? .interrupted : first }

    var description: String {
        let parts = ["made \(made)", kept > 0 ? "kept \(kept)" : nil, failed > 0 ? "failed \(failed)" : nil]
        let end = isInterrupted ? "; broken off by a signal, call it again for the rest" : ""
        return parts.compactMap { $0 }.joined(separator: ", ") + " in \(start.seconds) s" + end
    }
}

/// Measures time as it passes.
struct Stopwatch {
    private let start = ContinuousClock.now

    /// With three places.
    var seconds: Double {
        let parts = (ContinuousClock.now - start).components
        return (Double(parts.seconds) * 1000 + Double(parts.attoseconds / 1_000_000_000_000_000)) / 1000
    }
}

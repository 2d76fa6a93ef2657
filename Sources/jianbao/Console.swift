import ArgumentParser
import Diagnostics
import Glibc

/// What people see while the program works: messages and progress on standard error, results on standard output.
struct Console {
    let isTerminal: Bool
    /// Where faults go instead of standard error.
    private let keep: ((Diagnostic) -> Void)?

    init() {
        isTerminal = isatty(STDERR_FILENO) == 1
        keep = nil
    }

    /// For a job whose faults are told with its result.
    init(keep: @escaping (Diagnostic) -> Void) {
        isTerminal = false
        self.keep = keep
    }

    /// Whether standard output is a terminal that wants colour (no-color.org).
    static var isColoured: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// One line on standard error.
    func say(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    func report(_ diagnostic: Diagnostic) {
        if let keep { return keep(diagnostic) }
        clearProgress()
        say("\(diagnostic)")
    }

    /// `3/12 news/a.txt`, overwritten by the next; only on a terminal, and only where there is more than one thing.
    func progress(_ done: Int, of total: Int, _ what: String) {
        guard isTerminal, total > 1 else { return }
        write("\r\u{1B}[K\(done)/\(total) \(what)", to: STDERR_FILENO)
        if done == total { clearProgress() }
    }

    /// `12000 records`, where their number is not known beforehand.
    func progress(records count: Int) {
        guard isTerminal, count.isMultiple(of: 1000) else { return }
        write("\r\u{1B}[K\(count) records", to: STDERR_FILENO)
    }

    func clearProgress() {
        if isTerminal { write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private func write(_ text: String, to file: Int32) {
        let bytes = Array(text.utf8)
        // A message that cannot be written has nowhere left to be reported.
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }

    /// Runs a command's work: what it throws as a `Diagnostic` is said in one line and becomes the exit status.
    static func run(_ work: (Console) throws -> Outcome) throws {
        let console = Console()
        do {
            let outcome = try work(console)
            if outcome != .done { throw ExitCode(outcome.rawValue) }
        } catch let diagnostic as Diagnostic {
            console.report(diagnostic)
            throw ExitCode(diagnostic.fault.outcome.rawValue)
        }
    }
}

import Acquisition
import Cleaning
import Diagnostics
import Dispatch
import Extraction
import Synchronization

/// What the commands share: inputs become clean texts and records, faults are said and remembered.
final class Desk {
    let console: Console
    let strict: Bool
    let home = Home()
    /// The status of the first fault, `findings` where only findings were met under `--strict`.
    private(set) var outcome = Outcome.done

    init(console: Console, strict: Bool) {
        self.console = console
        self.strict = strict
    }

    /// An input's clean text and the records read from it.
    struct Reading: Sendable {
        var text: CleanText
        var records: [MeetingRecord]
    }

    /// Says a fault and goes on: one bad input does not stop the others.
    func take(_ diagnostic: Diagnostic) {
        console.report(diagnostic)
        if diagnostic.severity == .error {
            if outcome == .done || outcome == .findings { outcome = diagnostic.fault.outcome }
        } else if strict {
            found()
        }
    }

    /// Something that `--strict` counts as a finding.
    func found() {
        if outcome == .done { outcome = .findings }
    }

    /// The files that the inputs stand for, in their order.
    func files(_ inputs: [String]) -> [String] {
        var files: [String] = []
        for input in inputs {
            do throws(Diagnostic) {
                let found = try SourceReader().files(input)
                if found.isEmpty { take(Diagnostic(.folderEmpty, at: Place(file: input))) }
                files += found
            } catch {
                take(error)
            }
        }
        return files
    }

    /// Works on every file, several at a time, and hands the results on in the files' order.
    ///
    /// - Parameters:
    ///   - work: runs on any thread.
    ///   - use: runs here, in order.
    func each<Result: Sendable>(
        _ files: [String], work: @escaping @Sendable (String) throws(Diagnostic) -> Result,
        use: (String, Result) throws -> Void
    ) throws {
        // Some at a time: memory does not grow with the number of files.
        let batch = 128
        for start in stride(from: 0, to: files.count, by: batch) {
            let part = Array(files[start..<min(start + batch, files.count)])
            let results = Self.inParallel(part, work)
            for (index, (file, result)) in zip(part, results).enumerated() {
                console.progress(start + index + 1, of: files.count, file)
                switch result {
                case .success(let value): try use(file, value)
                case .failure(let diagnostic): take(diagnostic)
                }
            }
        }
    }

    private static func inParallel<Result: Sendable>(
        _ files: [String], _ work: @escaping @Sendable (String) throws(Diagnostic) -> Result
    ) -> [Swift.Result<Result, Diagnostic>] {
        let run: @Sendable (String) -> Swift.Result<Result, Diagnostic> = { file in
            Swift.Result { () throws(Diagnostic) in try work(file) }
        }
        if files.count == 1 { return [run(files[0])] }
        let results = Mutex<[Swift.Result<Result, Diagnostic>?]>(Array(repeating: nil, count: files.count))
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let result = run(files[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// Cleans and reads every file.
    func readings(_ files: [String], use: (String, Reading) throws -> Void) throws {
        guard !files.isEmpty else { return }
        let cleaner = try Cleaner()
        let reader = MeetingReader()
        try each(
            files,
            work: { file throws(Diagnostic) in
                let text = cleaner.clean(try SourceReader().read(file)[0])
                return Reading(text: text, records: reader.read(text))
            }, use: use)
    }
}

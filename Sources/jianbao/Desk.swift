import Acquisition
import Diagnostics
import Extraction

/// What the commands share: inputs become clean texts and records, faults are said and remembered.
final class Desk {
    let console: Console
    let strict: Bool
    let home = Home()
    /// What is open already.
    let stock: Stock
    /// What was made, where an account is kept.
    var products: [Product] = []
    let keepsAccount: Bool
    /// Files read besides the inputs: texts of records that were handed in, pictures.
    var alsoRead: [String] = []
    /// How many threads one call takes; `nil` for as many as there are cores.
    let threads: Int?
    /// What PDFs are besides their pages.
    var variant = Variant()
    /// Which columns of tables hold what; `nil` where their headings say it.
    var columns: ColumnMap?
    /// What the office knows, where it says so.
    var registry: Registry?
    /// The status of the first fault, `findings` where only findings were met under `--strict`.
    private(set) var outcome = Outcome.done

    init(console: Console, strict: Bool) {
        self.console = console
        self.strict = strict
        stock = Stock(home: home)
        keepsAccount = false
        threads = nil
    }

    /// For one job of many on one thread.
    init(console: Console, strict: Bool, stock: Stock) {
        self.console = console
        self.strict = strict
        self.stock = stock
        keepsAccount = true
        threads = 1
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
    func each<Value: Sendable>(
        _ files: [String], work: @escaping @Sendable (String) throws(Diagnostic) -> Value,
        use: (String, Value) throws -> Void
    ) throws {
        let pool = OrderedWork(files, workers: threads) { file in
            Result { () throws(Diagnostic) in try work(file) }
        }
        try pool.run { index, file, result in
            console.progress(index + 1, of: files.count, file)
            switch result {
            case .success(let value): try use(file, value)
            case .failure(let diagnostic): take(diagnostic)
            }
        }
    }
}

import Diagnostics
import Glibc
import Synchronization

/// A line of a batch and its number, from 1.
struct JobLine: Sendable {
    var number: Int
    var bytes: [UInt8]
}

/// The lines of a file, each read when it is asked for: who writes them into a pipe waits for those who work on them.
final class JobLines: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        /// Where the next line begins in `waiting`.
        var at = 0
        var number = 0
        var isEnd = false
        var fault: Diagnostic?
    }

    private let file: Int32
    private let path: String
    private let state = Mutex(State())
    /// How much is read at a time; a job is seldom longer.
    private static let piece = 1 << 16

    /// - Parameter path: `-` is standard input.
    /// - Throws: `fileMissing`, `fileUnreadable`.
    init(_ path: String) throws(Diagnostic) {
        self.path = path
        file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Diagnostic(
                errno == ENOENT ? .fileMissing : .fileUnreadable(reason: String(cString: strerror(errno))),
                at: Place(file: path))
        }
    }

    deinit { if path != "-" { close(file) } }

    /// What ended the reading, where it was no end of the file.
    var fault: Diagnostic? { state.withLock { $0.fault } }

    /// The next line that is not blank; `nil` at the end, and after a signal.
    func next() -> JobLine? {
        state.withLock { state in
            while !Interruption.isAsked {
                guard let line = nextLine(&state) else { return nil }
                state.number += 1
                if line.contains(where: { $0 > 0x20 }) { return JobLine(number: state.number, bytes: line) }
            }
            return nil
        }
    }

    private func nextLine(_ state: inout State) -> [UInt8]? {
        var searched = state.at
        while true {
            if let end = state.waiting[searched...].firstIndex(of: 0x0A) {
                defer { state.at = end + 1 }
                return Array(state.waiting[state.at..<end])
            }
            if state.isEnd {
                guard state.at < state.waiting.count else { return nil }
                defer { state.at = state.waiting.count }
                return Array(state.waiting[state.at...])
            }
            state.waiting.removeFirst(state.at)
            state.at = 0
            searched = state.waiting.count
            fill(&state)
            // A line that is not there in full is no job.
            if Interruption.isAsked { return nil }
        }
    }

    private func fill(_ state: inout State) {
        guard Interruption.waits(for: file) else { return }
        let from = state.waiting.count
        state.waiting.append(contentsOf: repeatElement(0, count: Self.piece))
        let count = state.waiting.withUnsafeMutableBytes { read(file, $0.baseAddress! + from, Self.piece) }
        let error = errno
        state.waiting.removeLast(Self.piece - max(0, count))
        if count == 0 { state.isEnd = true }
        if count < 0, error != EINTR {
            state.isEnd = true
            state.fault = Diagnostic(
                .fileUnreadable(reason: String(cString: strerror(error))), at: Place(file: path))
        }
    }
}

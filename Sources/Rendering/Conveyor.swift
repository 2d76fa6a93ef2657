import Dispatch
import Synchronization

/// Does pieces of work on another thread, in order, while the caller makes the next ones; only a few wait at a time. Where
/// the other cores are busy it does them on the caller's own.
final class Conveyor: Sendable {
    private let queue = DispatchQueue(label: "jianbao.conveyor")
    private let room = DispatchSemaphore(value: 0)
    private let failure = Mutex<(any Error)?>(nil)
    private let isAlone: Bool

    /// - Parameter waiting: how many pieces may wait; 0 where each is to be done at once, by who brings it.
    init(waiting: Int) {
        isAlone = waiting == 0
        for _ in 0..<waiting { room.signal() }
    }

    /// - Throws: what an earlier piece threw; nothing after it is done.
    func add(_ work: @escaping @Sendable () throws -> Void) throws {
        if isAlone {
            if let error = failure.withLock({ $0 }) { throw error }
            do {
                return try work()
            } catch {
                failure.withLock { $0 = error }
                throw error
            }
        }
        room.wait()
        if let error = failure.withLock({ $0 }) {
            room.signal()
            throw error
        }
        queue.async { [self] in
            defer { room.signal() }
            if failure.withLock({ $0 != nil }) { return }
            do { try work() } catch { failure.withLock { $0 = error } }
        }
    }

    /// Waits until all is done.
    ///
    /// - Throws: what a piece threw.
    func finish() throws {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}

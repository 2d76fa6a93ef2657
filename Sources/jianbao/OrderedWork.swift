import Dispatch
import FoundationEssentials
import Synchronization

/// Work on many things on all cores; the results come in the order of the things, and only a few wait at a time, so that
/// memory does not grow with their number.
final class OrderedWork<Item: Sendable, Value: Sendable>: Sendable {
    private struct State {
        var next = 0
        var done: [Int: Value] = [:]
        var isStopped = false
    }

    private let items: [Item]
    private let work: @Sendable (Item) -> Value
    private let state = Mutex(State())
    /// Counts down as things are begun, up as their results are used. From 0: a semaphore may not end below where it began,
    /// and when `use` throws, fewer results are used than things were begun.
    private let room = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)
    private let workers: Int

    /// - Parameter work: runs on any thread.
    init(_ items: [Item], work: @escaping @Sendable (Item) -> Value) {
        self.items = items
        self.work = work
        // The cores this process may use: `taskset` counts.
        workers = min(ProcessInfo.processInfo.activeProcessorCount, items.count)
    }

    /// Does it all, once.
    ///
    /// - Parameter use: runs here, in order; when it throws, what is not begun is left.
    func run(use: (Int, Value) throws -> Void) throws {
        guard workers > 1 else {
            for (index, item) in items.enumerated() { try use(index, work(item)) }
            return
        }
        // Beyond one each: enough that a long article does not stop the others.
        for _ in 0..<workers + 16 { room.signal() }
        let group = DispatchGroup()
        for _ in 0..<workers { DispatchQueue.global().async(group: group) { self.serve() } }
        defer {
            state.withLock { $0.isStopped = true }
            for _ in 0..<workers { room.signal() }
            group.wait()
        }
        for index in items.indices {
            var value = taken(index)
            while value == nil {
                arrived.wait()
                value = taken(index)
            }
            if let value { try use(index, value) }
            room.signal()
        }
    }

    private func serve() {
        while true {
            room.wait()
            let index = state.withLock { state -> Int? in
                guard !state.isStopped, state.next < items.count else { return nil }
                state.next += 1
                return state.next - 1
            }
            guard let index else { return }
            let value = work(items[index])
            state.withLock { $0.done[index] = value }
            arrived.signal()
        }
    }

    private func taken(_ index: Int) -> Value? {
        state.withLock { $0.done.removeValue(forKey: index) }
    }
}

import Dispatch
import FoundationEssentials
import Synchronization

/// Work on many things on all cores; the results come in the order of the things, and only a few wait at a time, so that
/// memory does not grow with their number.
final class OrderedWork<Item: Sendable, Value: Sendable>: Sendable {
    private struct State {
        var done: [Int: (item: Item, value: Value)] = [:]
        /// How many things there are, once that is known.
        var count: Int?
        var isStopped = false
    }

    /// Gives the things in order, one at a time.
    private let next: @Sendable () -> Item?
    /// Makes what one thread does its work with, on that thread.
    private let worker: @Sendable () -> (Item) -> Value
    private let state = Mutex(State())
    /// How many things are begun.
    private let begun = Mutex(0)
    /// Counts down as things are begun, up as their results are used. From 0: a semaphore may not end below where it began,
    /// and when `use` throws, fewer results are used than things were begun.
    private let room = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)
    private let workers: Int

    /// The cores this process may use: `taskset` counts.
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// - Parameters:
    ///   - workers: how many threads.
    ///   - next: gives the next thing, `nil` for ever after the last. Asked only when a thread has nothing else to do and
    ///     few results wait; never by two threads at once.
    ///   - worker: called once on each thread; what it gives does the thread's work.
    init(
        workers: Int, next: @escaping @Sendable () -> Item?, worker: @escaping @Sendable () -> (Item) -> Value
    ) {
        self.workers = workers
        self.next = next
        self.worker = worker
    }

    /// - Parameters:
    ///   - workers: the most threads; by default the cores.
    ///   - work: runs on any thread.
    convenience init(_ items: [Item], workers: Int? = nil, work: @escaping @Sendable (Item) -> Value) {
        let queue = ItemQueue(items)
        self.init(workers: min(workers ?? Self.cores, items.count), next: { queue.next() }, worker: { work })
    }

    /// Does it all, once.
    ///
    /// - Parameter use: runs here, in order; when it throws, what is not begun is left.
    func run(use: (Int, Item, Value) throws -> Void) throws {
        guard workers > 1 else {
            let work = worker()
            var index = 0
            while let item = next() {
                try use(index, item, work(item))
                index += 1
            }
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
        var index = 0
        while let (item, value) = result(index) {
            try use(index, item, value)
            index += 1
            room.signal()
        }
    }

    private func serve() {
        let work = worker()
        while true {
            room.wait()
            guard let (index, item) = begin() else {
                arrived.signal()
                return
            }
            let value = work(item)
            state.withLock { $0.done[index] = (item, value) }
            arrived.signal()
        }
    }

    private func begin() -> (Int, Item)? {
        begun.withLock { begun in
            if state.withLock({ $0.isStopped }) { return nil }
            guard let item = next() else {
                state.withLock { [begun] in $0.count = begun }
                return nil
            }
            begun += 1
            return (begun - 1, item)
        }
    }

    /// Waits for a result; `nil` where there are no more things.
    private func result(_ index: Int) -> (item: Item, value: Value)? {
        while true {
            let (found, isEnd) = state.withLock { state in
                (state.done.removeValue(forKey: index), state.count.map { index >= $0 } ?? false)
            }
            if let found { return found }
            if isEnd { return nil }
            arrived.wait()
        }
    }
}

private final class ItemQueue<Item: Sendable>: Sendable {
    private let items: [Item]
    private let place = Mutex(0)

    init(_ items: [Item]) { self.items = items }

    func next() -> Item? {
        place.withLock { place in
            guard place < items.count else { return nil }
            place += 1
            return items[place - 1]
        }
    }
}

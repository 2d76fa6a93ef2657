import Glibc
import Synchronization

/// Ctrl-C and the like, taken as a wish to end after the file that is being written.
enum Interruption {
    private static let asked = Atomic<Bool>(false)
    /// The ends of a pipe that a signal is written to, so that who waits for input wakes up; -1 before `catchSignals`.
    private static let reading = Atomic<Int32>(-1)
    private static let writing = Atomic<Int32>(-1)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From now on a signal is noted instead of ending the program.
    static func catchSignals() {
        // Touched before a handler runs: a first use takes a lock.
        _ = isAsked
        if reading.load(ordering: .relaxed) < 0 {
            var ends: [Int32] = [-1, -1]
            if pipe(&ends) == 0 {
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
                reading.store(ends[0], ordering: .relaxed)
                writing.store(ends[1], ordering: .relaxed)
            }
        }
        // Who started this may have had them blocked.
        var set = sigset_t()
        sigemptyset(&set)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in
                let error = errno
                Interruption.asked.store(true, ordering: .relaxed)
                var byte: UInt8 = 0
                _ = write(Interruption.writing.load(ordering: .relaxed), &byte, 1)
                errno = error
            }
            sigaddset(&set, number)
        }
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// Waits until a file has something to read, or has ended.
    ///
    /// - Returns: `false` where a signal came first.
    static func waits(for file: Int32) -> Bool {
        while !isAsked {
            var files = [
                pollfd(fd: file, events: Int16(POLLIN), revents: 0),
                pollfd(fd: reading.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
            ]
            if poll(&files, 2, -1) > 0, files[0].revents != 0 { return !isAsked }
        }
        return false
    }
}

import Foundation
import Testing

/// A program that was run: what it printed and what it ended with.
struct Run {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
}

/// The built program, and the folders that tests take their material from.
enum Program {
    /// The program lies beside the test bundle.
    static let path = Bundle.main.bundleURL.appending(path: "jianbao").path

    /// The package's root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let examples = root.appending(path: "examples/2024-05")
    static let office = root.appending(path: "examples/office.yaml").path

    /// The article the project starts from; not part of the package.
    static let seed = root.deletingLastPathComponent().appending(path: "shared/seed/000_cedbc053e61aa1a8.txt").path

    static var hasSeed: Bool { FileManager.default.fileExists(atPath: seed) }
}

/// A folder of its own for one test, removed with it.
final class Desk {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Lays a file into the folder `in` and returns its path as the program is given it: relative to the desk.
    @discardableResult
    func lay(_ name: String, _ data: Data) throws -> String {
        try data.write(to: folder.appending(path: "in/\(name)"))
        return "in/\(name)"
    }

    @discardableResult
    func lay(_ name: String, _ text: String) throws -> String {
        try lay(name, Data(text.utf8))
    }

    /// What lies on the desk beside the input: what the program made, whole or half.
    var made: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: folder.path)
                .filter { !$0.hasPrefix("in") && !$0.hasPrefix(".run-") }.sorted()
        }
    }

    func data(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    /// Runs the built program with the desk as its working folder.
    func jianbao(_ arguments: String..., input: Data = Data()) throws -> Run {
        try run([Program.path] + arguments, input: input)
    }

    /// Runs a program with the desk as its working folder; standard input and both outputs are files, so that nothing
    /// waits for a reader.
    func run(_ arguments: [String], input: Data = Data()) throws -> Run {
        let scratch = folder.appending(path: ".run-\(UUID().uuidString)").path
        try input.write(to: URL(filePath: scratch + ".in"))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, scratch + ".in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, scratch + ".out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, scratch + ".err", O_WRONLY | O_CREAT, 0o600)

        // Threads of tests block signals; a shell that waits for its children needs them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var environment = ProcessInfo.processInfo.environment
        environment["JIANBAO_HOME"] = Program.root.path
        let values = environment.map { "\($0)=\($1)" }.sorted()

        var process = pid_t()
        let failure = withPointers(["env", "-C", folder.path] + arguments) { argv in
            withPointers(values) { posix_spawnp(&process, "env", &actions, &attributes, argv, $0) }
        }
        try #require(failure == 0, "env does not start: \(String(cString: strerror(failure)))")
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 && errno == EINTR {}
        let signal = status & 0x7f
        return Run(
            status: signal == 0 ? (status >> 8) & 0xff : -signal,
            output: try Data(contentsOf: URL(filePath: scratch + ".out")),
            errors: String(decoding: try Data(contentsOf: URL(filePath: scratch + ".err")), as: UTF8.self))
    }

    private func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }
}

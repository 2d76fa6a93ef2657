import Acquisition
import Diagnostics
import Glibc
import Synchronization

/// What of a batch is done: a line for each output in `.jianbao-batch` beside it, written as soon as the output is
/// there. A batch that was killed knows what it had done.
final class BatchMemory: Sendable {
    /// An output with all it was made of.
    struct Entry: Hashable, Sendable {
        /// Of everything the job's line names: program, options, inputs, layout, faces.
        var identity: String
        var product: Product
        /// Files that only the making showed to be needed, each with its checksum.
        var alsoRead: [String: String] = [:]
        /// What was said in the making, as the result's line has it.
        var warnings = "[]"
    }

    private struct State {
        var folders: [String: Folder] = [:]
        /// Outputs of this call, by their hash.
        var claimed: Set<UInt64> = []
    }

    private struct Folder {
        /// -1 where it cannot be written.
        var file: Int32
        /// Where the line of an identity begins, by its first digits: the rest stays in the file.
        var lines: [UInt64: Int]
        var end: Int
    }

    static let name = ".jianbao-batch"
    private let isIgnored: Bool
    private let state = Mutex(State())

    /// - Parameter isIgnored: whether everything is made again.
    init(isIgnored: Bool) { self.isIgnored = isIgnored }

    deinit {
        state.withLock { state in for folder in state.folders.values where folder.file >= 0 { close(folder.file) } }
    }

    /// - Throws: `outputTwice` where an earlier job of this call has the output.
    func claim(_ output: String) throws(Diagnostic) {
        let hash = output.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        guard state.withLock({ $0.claimed.insert(hash).inserted }) else {
            throw Diagnostic(.outputTwice, at: Place(file: output))
        }
    }

    /// What is known of an output, where it is there and nothing it was made of has changed.
    func kept(_ identity: String, output: String) -> Entry? {
        guard !isIgnored, let line = line(identity, output), let entry = Self.entry(line, output: output),
            entry.identity == identity, FileSum.of(output) == entry.product.sha256,
            entry.alsoRead.allSatisfy({ FileSum.of($0.key) == $0.value })
        else { return nil }
        return entry
    }

    func note(_ entry: Entry) {
        let (folder, name) = Self.parts(entry.product.path)
        let line = Array(Self.line(entry, name: name).utf8)
        state.withLock { state in
            var known = Self.open(folder, in: &state)
            guard known.file >= 0 else { return }
            known.lines[Self.key(entry.identity)] = known.end
            // One call: a line is there in full or, where the program is killed in it, has no end.
            known.end += max(0, line.withUnsafeBytes { write(known.file, $0.baseAddress, $0.count) })
            state.folders[folder] = known
        }
    }

    // MARK: The file

    private func line(_ identity: String, _ output: String) -> String? {
        let folder = Self.parts(output).folder
        return state.withLock { state in
            let known = Self.open(folder, in: &state)
            guard let place = known.lines[Self.key(identity)] else { return nil }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = pread(known.file, &buffer, buffer.count, place + bytes.count)
                guard count > 0 else { return nil }
                if let end = buffer[..<count].firstIndex(of: 0x0A) {
                    return String(decoding: bytes + buffer[..<end], as: UTF8.self)
                }
                bytes += buffer[..<count]
            }
        }
    }

    private static func open(_ path: String, in state: inout State) -> Folder {
        if let known = state.folders[path] { return known }
        var folder = Folder(
            file: Glibc.open(path + "/" + name, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666), lines: [:], end: 0)
        var start = 0
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while folder.file >= 0, case let count = pread(folder.file, &buffer, buffer.count, folder.end), count > 0 {
            for byte in buffer[..<count] {
                folder.end += 1
                if byte != 0x0A {
                    // All that is wanted of it here is where it begins.
                    if line.count < 16 { line.append(byte) }
                    continue
                }
                folder.lines[key(String(decoding: line, as: UTF8.self))] = start
                line.removeAll(keepingCapacity: true)
                start = folder.end
            }
        }
        // The last line of a program that was killed ends here.
        if !line.isEmpty, write(folder.file, "\n", 1) == 1 { folder.end += 1 }
        state.folders[path] = folder
        return folder
    }

    private static func key(_ identity: String) -> UInt64 { UInt64(identity.prefix(16), radix: 16) ?? 0 }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    // MARK: Lines

    private static func line(_ entry: Entry, name: String) -> String {
        let product = entry.product
        let others = entry.alsoRead.sorted { $0.key < $1.key }.flatMap { [escaped($0.key), $0.value] }
        let pages = product.pages.map(String.init) ?? "-"
        let fields = [
            entry.identity, product.sha256, String(product.bytes), pages, escaped(name), escaped(entry.warnings),
        ]
        return (fields + others).joined(separator: "\t") + "\n"
    }

    private static func entry(_ line: String, output: String) -> Entry? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 6, fields.count.isMultiple(of: 2), let bytes = Int(fields[2]),
            plain(fields[4]) == parts(output).name
        else { return nil }
        let product = Product(path: output, pages: Int(fields[3]), bytes: bytes, sha256: fields[1])
        var entry = Entry(identity: fields[0], product: product, warnings: plain(fields[5]))
        for at in stride(from: 6, to: fields.count, by: 2) { entry.alsoRead[plain(fields[at])] = fields[at + 1] }
        return entry
    }

    private static func escaped(_ text: String) -> String {
        var made = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": made += "%25"
            case "\t": made += "%09"
            case "\n": made += "%0A"
            default: made.unicodeScalars.append(scalar)
            }
        }
        return made
    }

    private static func plain(_ text: String) -> String {
        var made = ""
        var rest = Substring(text)
        while let sign = rest.firstIndex(of: "%") {
            made += rest[..<sign]
            let code = rest[sign...].prefix(3)
            made += code == "%09" ? "\t" : code == "%0A" ? "\n" : "%"
            rest = rest[sign...].dropFirst(3)
        }
        return made + rest
    }
}

/// Checksums of files.
enum FileSum {
    /// Lower-case hexadecimal; `nil` where the file cannot be read.
    static func of(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let sum = Checksum()
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while true {
                let count = read(file, buffer.baseAddress, buffer.count)
                if count == 0 { return sum.hexadecimal() }
                if count < 0, errno != EINTR { return nil }
                sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<max(0, count)]))
            }
        }
    }
}

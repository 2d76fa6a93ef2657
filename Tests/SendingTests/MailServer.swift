import Foundation
import Testing

/// A real mail server on loopback (aiosmtpd), started by a test and ended with it.
final class MailServer {
    /// What it took, as it lies in its folder.
    struct Received {
        let file: URL
        let sender: String
        let recipients: [String]
        let encrypted: Bool
        let login: String?
        let hello: String
    }

    let folder: URL
    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// - Parameter options: of server.py.
    init(_ options: [String] = []) throws {
        folder = try Self.scratch()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [try #require(Self.python), Self.scripts.appending(path: "server.py").path, folder.path] + options
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        port = try #require(Int(String(decoding: line, as: UTF8.self)), "the server does not start")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    var url: String { "smtp://127.0.0.1:\(port)" }

    var received: [Received] {
        get throws {
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
                .map { file in
                    let facts = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
                    return Received(
                        file: file.deletingPathExtension().appendingPathExtension("eml"),
                        sender: facts["sender"] as? String ?? "", recipients: facts["recipients"] as? [String] ?? [],
                        encrypted: facts["encrypted"] as? Bool ?? false, login: facts["login"] as? String,
                        hello: facts["hello"] as? String ?? "")
                }
        }
    }

    /// The commands it heard.
    var heard: [String] {
        let log = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
        return log.split(separator: "\n").map(String.init)
    }
}

extension MailServer {
    static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "SendingTests/Server")

    /// The Python that has aiosmtpd; Debian's before any other.
    static let python = ["/usr/bin/python3", "python3"].first { (try? run([$0, "-c", "import aiosmtpd"])) != nil }

    static let isThere = python != nil
    static let absence: Comment = "no Python with aiosmtpd; `make setup` installs python3-aiosmtpd"

    /// A certificate of its own for 127.0.0.1, with its key; one for all tests.
    static let certificate: (certificate: String, key: String)? = {
        guard let folder = try? scratch() else { return nil }
        let (certificate, key) = (folder.appending(path: "cert.pem").path, folder.appending(path: "key.pem").path)
        let made = try? run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2",
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ])
        return made == nil ? nil : (certificate, key)
    }()

    static func tls(_ kind: String) throws -> [String] {
        let pair = try #require(certificate, "openssl makes no certificate")
        return ["--tls", kind, "--certificate", pair.certificate, "--key", pair.key]
    }

    static func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jianbao-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// What a program printed; an error where it failed.
    @discardableResult
    static func run(_ arguments: [String]) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }

    /// What Python's mail library reads in a message.
    static func read(_ file: URL) throws -> MailReading {
        let data = try run([try #require(python), scripts.appending(path: "read.py").path, file.path])
        return try JSONDecoder().decode(MailReading.self, from: data)
    }
}

/// A message as another library understands it.
struct MailReading: Decodable {
    struct Part: Decodable {
        let type: String
        /// The file name of RFC 2231, and that of RFC 2047.
        let extended: String?
        let encoded: String?
        /// That of RFC 2183, which is enough for ASCII.
        let plain: String?
        let text: String?
        let sha256: String?
    }

    let headers: [String]
    let subject: String
    let date: String
    let messageID: String
    /// Name and address.
    let mailboxes: [String: [[String]]]
    let parts: [Part]
    let defects: [String]
    let isASCII: Bool
    let longestLine: Int
    let bareLineEnds: Int
}

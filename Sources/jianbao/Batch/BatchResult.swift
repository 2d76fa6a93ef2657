import Diagnostics
import Extraction
import Outlining

/// How a job ended, and the line that says so.
struct BatchResult: Sendable {
    /// The job's line, from 1.
    var line: Int
    var id: Briefing.Value = .null
    var output: String?
    var product: Product?
    /// Whether it was there already.
    var isKept = false
    var outcome = Outcome.done
    /// What the job failed of.
    var error: Diagnostic?
    /// A list in JSON.
    var warnings = "[]"
    var seconds = 0.0

    var isDone: Bool { product != nil && (outcome == .done || outcome == .findings) }

    /// With its line end.
    var json: [UInt8] {
        var line = JSONLine()
        line.add("job", self.line)
        switch id {
        case .null: break
        case .number(let number): line.add("id", number)
        default: line.add("id", id.text ?? "")
        }
        line.add("ok", isDone)
        if let output { line.add("output", output) }
        if let product {
            if let pages = product.pages { line.add("pages", pages) }
            line.add("bytes", product.bytes)
            line.add("sha256", product.sha256)
        }
        if isKept { line.add("kept", true) }
        if !isDone || outcome != .done { line.add("code", Int(outcome.rawValue)) }
        if let error { line.add("error", Self.line(error)) }
        if warnings != "[]" { line.add("warnings", json: warnings) }
        line.add("seconds", seconds)
        return line.bytes + [0x0A]
    }

    /// Takes up what was said: of a job that failed the first error, else the last warning, is why.
    mutating func take(_ said: [Diagnostic]) {
        let why = isDone ? nil : said.firstIndex { $0.severity == .error } ?? said.indices.last
        error = why.map { said[$0] }
        let others = said.indices.filter { $0 != why }.map { Self.line(said[$0]).text }
        warnings = "[" + others.joined(separator: ",") + "]"
    }

    private static func line(_ diagnostic: Diagnostic) -> JSONLine {
        var line = JSONLine()
        line.add("fault", diagnostic.fault.name)
        if let place = diagnostic.place {
            line.add("file", place.file)
            if let number = place.line { line.add("line", number) }
            if let column = place.column { line.add("column", column) }
        }
        line.add("message", "\(diagnostic)")
        return line
    }
}

/// A JSON object on one line, its keys in the order they are added.
struct JSONLine {
    private var inner: [UInt8] = []

    var bytes: [UInt8] { [UInt8(ascii: "{")] + inner + [UInt8(ascii: "}")] }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func name(_ key: String) {
        if !inner.isEmpty { inner.append(UInt8(ascii: ",")) }
        inner += Self.quoted(key)
        inner.append(UInt8(ascii: ":"))
    }

    mutating func add(_ key: String, _ text: String) {
        name(key)
        inner += Self.quoted(text)
    }

    mutating func add(_ key: String, _ number: Int) {
        name(key)
        inner += String(number).utf8
    }

    mutating func add(_ key: String, _ number: Double) {
        name(key)
        inner += (Int(exactly: number).map { String($0) } ?? String(number)).utf8
    }

    mutating func add(_ key: String, _ flag: Bool) {
        name(key)
        inner += (flag ? "true" : "false").utf8
    }

    mutating func add(_ key: String, _ line: JSONLine) {
        name(key)
        inner += line.bytes
    }

    mutating func add(_ key: String, json: String) {
        name(key)
        inner += json.utf8
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return bytes + [UInt8(ascii: "\"")]
    }
}

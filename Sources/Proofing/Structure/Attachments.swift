import Diagnostics
import _QPDF

/// Files that a PDF carries (ISO 32000-1, 7.11.4).
enum Attachments {
    static func specifications(
        _ document: PrintedDocument
    ) throws(Diagnostic) -> [(name: String, keys: [String: PDFValue], id: ObjectID?)] {
        let names = try document.file.resolve(document.root["Names"]).dictionary
        var found: [(name: String, keys: [String: PDFValue], id: ObjectID?)] = []
        try collect(names?["EmbeddedFiles"], in: document.file, into: &found, depth: 0)
        return found
    }

    private static func collect(
        _ value: PDFValue?, in file: PDFFile,
        into found: inout [(name: String, keys: [String: PDFValue], id: ObjectID?)],
        depth: Int
    ) throws(Diagnostic) {
        guard let node = try file.resolve(value).dictionary, depth < 16 else { return }
        let pairs = try file.resolve(node["Names"]).array ?? []
        for at in stride(from: 0, to: pairs.count - 1, by: 2) {
            let keys = try file.resolve(pairs[at + 1]).dictionary ?? [:]
            var name = try file.resolve(keys["UF"]).text
            if name == nil { name = try file.resolve(keys["F"]).text }
            if name == nil { name = try file.resolve(pairs[at]).text }
            found.append((name ?? "", keys, pairs[at + 1].reference))
        }
        for kid in try file.resolve(node["Kids"]).array ?? [] {
            try collect(kid, in: file, into: &found, depth: depth + 1)
        }
    }

    /// The files themselves.
    static func files(_ document: PrintedDocument) throws(Diagnostic) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        for (name, keys, _) in try specifications(document) {
            let streams = try document.file.resolve(keys["EF"]).dictionary ?? [:]
            guard let stream = (streams["UF"] ?? streams["F"])?.reference,
                let bytes = try document.file.data(of: stream)
            else { continue }
            files.append((name, bytes))
        }
        return files
    }
}

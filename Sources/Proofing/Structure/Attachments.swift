import Diagnostics
import _QPDF

/// Files that a PDF carries (ISO 32000-1, 7.11.4).
enum Attachments {
    static func specifications(
        _ document: PrintedDocument
    ) throws(Diagnostic) -> [(name: String, keys: [String: PDFValue], id: ObjectID?)] {
        let names = try document.file.resolve(document.root["Names"]).dictionary
        let file = document.file
        var found: [(name: String, keys: [String: PDFValue], id: ObjectID?)] = []
        for (key, value) in try TreeLeaves.pairs(names?["EmbeddedFiles"], "Names", in: file) {
            let keys = try file.resolve(value).dictionary ?? [:]
            var name = try file.resolve(keys["UF"]).text
            if name == nil { name = try file.resolve(keys["F"]).text }
            found.append((name ?? key.text ?? "", keys, value.reference))
        }
        return found
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

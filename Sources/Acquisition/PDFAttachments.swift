public import Diagnostics
internal import _QPDF

/// Files that a PDF carries (ISO 32000-1, 7.11.4): what its makers made it from.
public enum PDFAttachments {
    /// The records that a briefing says, as NDJSON.
    public static let records = "records.ndjson"
    /// The briefing itself, as JSON.
    public static let briefing = "briefing.json"

    /// How deep a tree of names may be, that a broken one ends.
    private static let depth = 32

    /// - Returns: the file's bytes; `nil` where the PDF carries none of this name.
    /// - Throws: `damaged` or `encrypted` where the PDF cannot be opened, `libraryMissing`.
    public static func file(_ name: String, in pdf: [UInt8], path: String) throws(Diagnostic) -> [UInt8]? {
        let file = try PDFFile(pdf, name: path)
        let root = try file.value(of: try file.root()).dictionary ?? [:]
        let names = try file.resolve(root["Names"]).dictionary ?? [:]
        guard let tree = names["EmbeddedFiles"],
            let entry = try find(name, in: try file.resolve(tree).dictionary ?? [:], file, depth: 0)
        else { return nil }
        let files = try file.resolve(entry["EF"]).dictionary ?? [:]
        guard let stream = (files["UF"] ?? files["F"])?.reference else { return nil }
        return try file.data(of: stream)
    }

    private static func find(
        _ name: String, in node: [String: PDFValue], _ file: PDFFile, depth: Int
    ) throws(Diagnostic) -> [String: PDFValue]? {
        let names = try file.resolve(node["Names"]).array ?? []
        for place in stride(from: 0, to: names.count - 1, by: 2) {
            guard try file.resolve(names[place]).text == name else { continue }
            return try file.resolve(names[place + 1]).dictionary
        }
        guard depth < Self.depth else { return nil }
        for kid in try file.resolve(node["Kids"]).array ?? [] {
            let inner = try file.resolve(kid).dictionary ?? [:]
            if let found = try find(name, in: inner, file, depth: depth + 1) { return found }
        }
        return nil
    }
}

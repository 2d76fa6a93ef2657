import Diagnostics
import _QPDF

/// What a viewer calls the pages (ISO 32000-1, 12.4.2).
enum PageLabels {
    /// By page; `nil` where it is called by its place.
    static func read(_ document: PrintedDocument) throws(Diagnostic) -> [String?] {
        var entries: [(start: Int, style: String?, prefix: String, first: Int)] = []
        try collect(document.root["PageLabels"], in: document.file, into: &entries, depth: 0)
        entries.sort { $0.start < $1.start }
        return document.pages.indices.map { index in
            guard let entry = entries.last(where: { $0.start <= index }) else { return nil }
            guard let style = entry.style else { return entry.prefix }
            let number = entry.first + index - entry.start
            return entry.prefix + (style == "D" ? "\(number)" : "\(style)\(number)")
        }
    }

    private static func collect(
        _ value: PDFValue?, in file: PDFFile,
        into entries: inout [(start: Int, style: String?, prefix: String, first: Int)],
        depth: Int
    ) throws(Diagnostic) {
        let node = try file.resolve(value).dictionary ?? [:]
        let numbers = try file.resolve(node["Nums"]).array ?? []
        for at in stride(from: 0, to: numbers.count - 1, by: 2) {
            let keys = try file.resolve(numbers[at + 1]).dictionary ?? [:]
            entries.append(
                (
                    try file.resolve(numbers[at]).integer ?? 0, try file.resolve(keys["S"]).name,
                    try file.resolve(keys["P"]).text ?? "", try file.resolve(keys["St"]).integer ?? 1
                ))
        }
        guard depth < 16 else { return }
        for kid in try file.resolve(node["Kids"]).array ?? [] {
            try collect(kid, in: file, into: &entries, depth: depth + 1)
        }
    }
}

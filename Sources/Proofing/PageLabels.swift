import Diagnostics
import _QPDF

/// What a viewer calls the pages (ISO 32000-1, 12.4.2).
enum PageLabels {
    /// By page; `nil` where it is called by its place.
    static func read(_ document: PrintedDocument) throws(Diagnostic) -> [String?] {
        let file = document.file
        var entries: [(start: Int, style: String?, prefix: String, first: Int)] = []
        for (key, value) in try TreeLeaves.pairs(document.root["PageLabels"], "Nums", in: file) {
            let keys = try file.resolve(value).dictionary ?? [:]
            entries.append(
                (
                    key.integer ?? 0, try file.resolve(keys["S"]).name, try file.resolve(keys["P"]).text ?? "",
                    try file.resolve(keys["St"]).integer ?? 1
                ))
        }
        entries.sort { $0.start < $1.start }
        return document.pages.indices.map { index in
            guard let entry = entries.last(where: { $0.start <= index }) else { return nil }
            guard let style = entry.style else { return entry.prefix }
            let number = entry.first + index - entry.start
            return entry.prefix + (style == "D" ? "\(number)" : "\(style)\(number)")
        }
    }
}

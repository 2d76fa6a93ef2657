import Diagnostics
import _QPDF

/// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7), read whole.
enum TreeLeaves {
    /// - Parameters:
    ///   - key: `Names` or `Nums`.
    /// - Returns: keys and values in order; a tree that leads back into itself ends there.
    static func pairs(
        _ value: PDFValue?, _ key: String, in file: PDFFile
    ) throws(Diagnostic) -> [(key: PDFValue, value: PDFValue)] {
        var pairs: [(key: PDFValue, value: PDFValue)] = []
        var seen: Set<ObjectID> = []
        // The last is the next.
        var waiting = [value ?? .null]
        while let node = waiting.popLast() {
            if let id = node.reference, !seen.insert(id).inserted { continue }
            let keys = try file.resolve(node).dictionary ?? [:]
            let items = try file.resolve(keys[key]).array ?? []
            for at in stride(from: 0, to: items.count - 1, by: 2) {
                pairs.append((try file.resolve(items[at]), items[at + 1]))
            }
            // Kids are indirect objects; others cannot be told apart and would let a tree grow without end.
            waiting += (try file.resolve(keys["Kids"]).array ?? []).filter { $0.reference != nil }.reversed()
        }
        return pairs
    }
}

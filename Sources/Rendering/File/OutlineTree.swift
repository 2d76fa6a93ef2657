import Pagination

/// The outline that viewers show beside the pages (ISO 32000-1, 12.3.3).
struct OutlineTree {
    private struct Node {
        var entry: PagedDocument.OutlineEntry
        var parent: Int?
        var kids: [Int] = []
        /// All below it.
        var count = 0
    }

    private var nodes: [Node] = []
    private var top: [Int] = []

    /// - Parameter known: anchors that are on some page; entries that lead elsewhere are left out.
    init(_ outline: [PagedDocument.OutlineEntry], known: Set<String>) {
        var path: [Int] = []
        for entry in outline where known.contains(entry.anchor) {
            while let last = path.last, nodes[last].entry.level >= entry.level { path.removeLast() }
            let place = nodes.count
            nodes.append(Node(entry: entry, parent: path.last))
            if let parent = path.last { nodes[parent].kids.append(place) } else { top.append(place) }
            for place in path { nodes[place].count += 1 }
            path.append(place)
        }
    }

    /// The first level is open, the others are closed.
    ///
    /// - Returns: the number of the root; `nil` where there is no entry.
    func write(_ file: inout ObjectFile) throws -> Int? {
        guard let first = top.first, let last = top.last else { return nil }
        let root = file.reserve()
        let numbers = nodes.map { _ in file.reserve() }
        func siblings(_ kids: [Int]) throws {
            for (at, place) in kids.enumerated() {
                let node = nodes[place]
                var body = "<</Title\(PDFSyntax.text(node.entry.title))/Dest\(PDFSyntax.text(node.entry.anchor))"
                body += "/Parent \(node.parent.map { numbers[$0] } ?? root) 0 R"
                if at > 0 { body += "/Prev \(numbers[kids[at - 1]]) 0 R" }
                if at + 1 < kids.count { body += "/Next \(numbers[kids[at + 1]]) 0 R" }
                if let first = node.kids.first, let last = node.kids.last {
                    let count = node.parent == nil ? node.kids.count : -node.count
                    body += "/First \(numbers[first]) 0 R/Last \(numbers[last]) 0 R/Count \(count)"
                }
                try file.add(numbers[place], body + ">>")
                try siblings(node.kids)
            }
        }
        let shown = top.reduce(top.count) { $0 + nodes[$1].kids.count }
        try file.add(
            root, "<</Type/Outlines/First \(numbers[first]) 0 R/Last \(numbers[last]) 0 R/Count \(shown)>>")
        try siblings(top)
        return root
    }
}

/// The tree of pages, and their labels (ISO 32000-1, 7.7.3 and 12.4.2).
struct PageTree {
    private static let branch = 64

    /// Object numbers of pages, and what is printed as their numbers.
    private var pages: [(number: Int, label: String?)] = []
    private var nodes: [(number: Int, kids: [Int])] = []
    private var parent: Int?

    var isEmpty: Bool { pages.isEmpty }

    /// - Parameter index: the page's place, from 0; those before it that did not come yet have their numbers then.
    /// - Returns: the number of the page that comes.
    mutating func begin(_ index: Int, _ file: inout ObjectFile) -> Int {
        if parent == nil { parent = file.reserve() }
        while pages.count <= index {
            if pages.count % Self.branch == 0 { nodes.append((file.reserve(), [])) }
            pages.append((file.reserve(), nil))
            nodes[nodes.count - 1].kids.append(pages[pages.count - 1].number)
        }
        return pages[index].number
    }

    /// - Parameters:
    ///   - label: what is printed as its number.
    ///   - entries: of its dictionary.
    mutating func end(_ index: Int, _ label: String?, _ entries: String, _ file: inout ObjectFile) throws {
        pages[index].label = label
        let node = nodes[index / Self.branch].number
        try file.add(pages[index].number, "<</Type/Page/Parent \(node) 0 R\(entries)>>")
    }

    private func write(_ node: (number: Int, kids: [Int]), _ file: inout ObjectFile) throws {
        let kids = node.kids.map { "\($0) 0 R" }.joined(separator: " ")
        try file.add(node.number, "<</Type/Pages/Parent \(parent ?? 0) 0 R/Count \(node.kids.count)/Kids[\(kids)]>>")
    }

    /// Entries of the number tree of labels. A number one above the last page's goes on by itself.
    var labels: String {
        var made = ""
        var last: (prefix: String, number: Int?)?
        for (index, page) in pages.enumerated() {
            let number = page.label.flatMap { Int($0) }
            defer { last = (page.label ?? "", number) }
            if let number, let last, last.number == number - 1 { continue }
            if let last, number == nil, last.number == nil, last.prefix == (page.label ?? "") { continue }
            let style =
                switch (number, page.label) {
                case (1?, _): "/S/D"
                case (let number?, _): "/S/D/St \(number)"
                case (nil, let label?): "/P" + PDFSyntax.text(label)
                case (nil, nil): ""
                }
            made += "\(index)<<\(style)>>"
        }
        return made
    }

    /// - Returns: the number of the root.
    mutating func finish(_ file: inout ObjectFile) throws -> Int {
        let root = parent ?? file.reserve()
        parent = root
        for node in nodes { try write(node, &file) }
        let kids = nodes.map { "\($0.number) 0 R" }.joined(separator: " ")
        try file.add(root, "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>")
        return root
    }
}

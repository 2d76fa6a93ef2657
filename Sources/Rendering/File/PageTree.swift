/// The tree of pages, and their labels (ISO 32000-1, 7.7.3 and 12.4.2).
struct PageTree {
    private static let branch = 64

    private(set) var count = 0
    /// Entries of the number tree of labels.
    private(set) var labels = ""
    private var node: Int?
    private var nodes: [(number: Int, kids: [Int])] = []
    private var parent: Int?
    private var last: (prefix: String, number: Int?)?

    /// - Returns: the number of the page that comes.
    mutating func begin(_ file: inout ObjectFile) -> Int {
        if parent == nil { parent = file.reserve() }
        if count % Self.branch == 0 { nodes.append((file.reserve(), [])) }
        let page = file.reserve()
        nodes[nodes.count - 1].kids.append(page)
        return page
    }

    /// - Parameters:
    ///   - label: what is printed as its number.
    ///   - entries: of its dictionary.
    mutating func end(_ page: Int, _ label: String?, _ entries: String, _ file: inout ObjectFile) throws {
        add(label)
        count += 1
        let node = nodes[nodes.count - 1]
        try file.add(page, "<</Type/Page/Parent \(node.number) 0 R\(entries)>>")
        guard node.kids.count == Self.branch else { return }
        try write(node, &file)
    }

    private func write(_ node: (number: Int, kids: [Int]), _ file: inout ObjectFile) throws {
        let kids = node.kids.map { "\($0) 0 R" }.joined(separator: " ")
        try file.add(node.number, "<</Type/Pages/Parent \(parent ?? 0) 0 R/Count \(node.kids.count)/Kids[\(kids)]>>")
    }

    /// A number one above the last page's goes on by itself.
    private mutating func add(_ label: String?) {
        let number = label.flatMap { Int($0) }
        defer { last = (label ?? "", number) }
        if let number, let last, last.number == number - 1 { return }
        if let last, number == nil, last.number == nil, last.prefix == (label ?? "") { return }
        let style =
            switch (number, label) {
            case (1?, _): "/S/D"
            case (let number?, _): "/S/D/St \(number)"
            case (nil, let label?): "/P" + PDFSyntax.text(label)
            case (nil, nil): ""
            }
        labels += "\(count)<<\(style)>>"
    }

    /// - Returns: the number of the root.
    mutating func finish(_ file: inout ObjectFile) throws -> Int {
        let root = parent ?? file.reserve()
        parent = root
        if let node = nodes.last, node.kids.count < Self.branch { try write(node, &file) }
        let kids = nodes.map { "\($0.number) 0 R" }.joined(separator: " ")
        try file.add(root, "<</Type/Pages/Count \(count)/Kids[\(kids)]>>")
        return root
    }
}

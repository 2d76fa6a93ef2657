/// A part of a document as it is heard: its place in the tree of structure (ISO 32000-1, 14.7).
public struct StructureElement: Hashable, Sendable {
    /// Standard structure types (ISO 32000-1, 14.8.4).
    public enum Role: Hashable, Sendable {
        case document
        /// Of levels 1 to 6.
        case heading(Int)
        case paragraph
        case contents
        case contentsItem
        case list
        case listItem
        case body
        case table
        case tableHead
        case tableBody
        case row
        /// Of a column.
        case headerCell
        case cell
        case caption
        case figure
        case note
        case link

        /// Whether it stands within a line, in the order in which it is drawn, and not in that of its beginning.
        public var isInline: Bool { self == .link }
    }

    public var role: Role
    /// Its number among the document's elements, lower than its own; `nil` for the root.
    public var parent: Int?
    /// Of a figure what it shows, of a link what it leads to.
    public var words: String?
    /// What a cell covers.
    public var columns: Int
    public var rows: Int

    public init(_ role: Role, parent: Int?, words: String? = nil, columns: Int = 1, rows: Int = 1) {
        self.role = role
        self.parent = parent
        self.words = words
        self.columns = columns
        self.rows = rows
    }
}

/// The elements of a document in the making, each begun before what is in it.
struct StructureOutline {
    /// The elements begun since they were taken last.
    private var new: [StructureElement] = [StructureElement(.document, parent: nil)]
    /// Of all; -1 for the root's.
    private var parents: [Int32] = [-1]
    /// The element that blocks are put in.
    private(set) var block = 0
    private var headings = 0
    private var list: (style: StyleID, element: Int)?

    mutating func add(
        _ role: StructureElement.Role, in parent: Int? = nil, words: String? = nil, columns: Int = 1, rows: Int = 1
    ) -> Int {
        new.append(
            StructureElement(role, parent: parent ?? block, words: words, columns: columns, rows: rows))
        parents.append(Int32(parent ?? block))
        return parents.count - 1
    }

    func parent(of element: Int) -> Int? { parents[element] < 0 ? nil : Int(parents[element]) }

    /// The elements begun since this was called last.
    mutating func takeNew() -> [StructureElement] {
        defer { new = [] }
        return new
    }

    /// A heading; one that skips levels counts as of the next (PDF/UA-1 7.4.2).
    mutating func addHeading(level: Int) -> Int {
        headings = min(level, headings + 1, 6)
        return add(.heading(headings))
    }

    /// What one item of a list says, its label with it. Items of one style that follow each other are one list.
    mutating func addListItem(_ style: StyleID) -> Int {
        if list?.style != style { list = (style, add(.list)) }
        return add(.body, in: add(.listItem, in: list?.element))
    }

    /// The same drawn once more, as paragraphs of its own; places that links lead to are only where they were.
    mutating func again(_ items: [Page.Item]) -> [Page.Item] {
        var known: [Int: Int] = [:]
        func again(_ items: [Page.Item]) -> [Page.Item] {
            items.compactMap { item in
                switch item {
                case .marked(let element, let items):
                    let other = known[element] ?? add(.paragraph, in: parent(of: element))
                    known[element] = other
                    return .marked(other, again(items))
                case .anchor, .link: return nil
                default: return item
                }
            }
        }
        return again(items)
    }

    /// What comes is no item of the list before it.
    mutating func endList() { list = nil }
}

/// The number that a paragraph begins with as an item of a list: `1.　` `［2］` `（3）` `④`.
enum ListLabel {
    static func begins(_ text: [Unicode.Scalar]) -> Bool {
        guard let first = text.first else { return false }
        if "①"..."⑳" ~= first { return true }
        let isOpened = first == "［" || first == "（"
        let digits = text.dropFirst(isOpened ? 1 : 0).prefix { "0"..."9" ~= $0 }
        guard (1...3).contains(digits.count), digits.endIndex < text.count else { return false }
        let mark = text[digits.endIndex]
        if isOpened { return first == "［" ? mark == "］" : mark == "）" }
        guard mark == "." || mark == "．" || mark == "、" else { return false }
        // 1.5亿元 is no label.
        return digits.endIndex + 1 < text.count && !("0"..."9" ~= text[digits.endIndex + 1])
    }
}

extension PagedDocument {
    /// The tree of structure as text, an element a line with what its own pieces on the pages say. For tests, and for
    /// eyes.
    public func structureDump() -> String {
        var texts = [String](repeating: "", count: structure.count)
        func gather(_ items: [Page.Item], _ element: Int?) {
            for item in items {
                switch item {
                case .marked(let inner, let items): gather(items, inner)
                case .figure(_, _, let items), .turned(_, _, let items), .slanted(_, _, let items):
                    gather(items, element)
                case .glyphs(let run):
                    if let element { texts[element].unicodeScalars.append(contentsOf: run.text) }
                default: break
                }
            }
        }
        for page in pages { gather(page.items, nil) }
        var children = [[Int]](repeating: [], count: structure.count)
        for (number, element) in structure.enumerated() {
            if let parent = element.parent { children[parent].append(number) }
        }
        var lines: [String] = []
        func write(_ number: Int, _ depth: Int) {
            let element = structure[number]
            var line = String(repeating: "  ", count: depth) + element.role.name
            if element.columns > 1 { line += " columns \(element.columns)" }
            if element.rows > 1 { line += " rows \(element.rows)" }
            if let words = element.words { line += " (\(words))" }
            if !texts[number].isEmpty { line += " " + texts[number] }
            lines.append(line)
            for child in children[number] { write(child, depth + 1) }
        }
        if !structure.isEmpty { write(0, 0) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension StructureElement.Role {
    /// As a PDF names it.
    public var name: String {
        switch self {
        case .document: "Document"
        case .heading(let level): "H\(level)"
        case .paragraph: "P"
        case .contents: "TOC"
        case .contentsItem: "TOCI"
        case .list: "L"
        case .listItem: "LI"
        case .body: "LBody"
        case .table: "Table"
        case .tableHead: "THead"
        case .tableBody: "TBody"
        case .row: "TR"
        case .headerCell: "TH"
        case .cell: "TD"
        case .caption: "Caption"
        case .figure: "Figure"
        case .note: "Note"
        case .link: "Link"
        }
    }
}

import Pagination

/// Writes the tree of structure (ISO 32000-1, 14.7) while the pages come: an element is written as soon as nothing more
/// can belong to it.
struct StructureTree {
    private enum Kid {
        case element(number: Int)
        /// A piece of a page's content.
        case content(page: Int, mcid: Int)
        /// An annotation.
        case object(page: Int, number: Int)
    }

    private struct Open {
        var element: StructureElement
        var kids: [(page: Int, kid: Kid)] = []
        /// The page it was last used on, by the order in which pages come, from 0.
        var lastSheet = -1

        /// In the order of pages, also where those came otherwise.
        var sortedKids: [Kid] {
            let isSorted = zip(kids, kids.dropFirst()).allSatisfy { $0.page <= $1.page }
            if isSorted { return kids.map(\.kid) }
            return kids.enumerated().sorted { ($0.element.page, $0.offset) < ($1.element.page, $1.offset) }
                .map(\.element.kid)
        }
    }

    /// Elements that are not begun, from `next` on.
    private var coming: [StructureElement] = []
    private var next = 0
    /// Of each that is begun, written or not; -1 for the root.
    private var parents: [Int32] = []
    /// Elements of pages that are passed over until later: they are written at the end.
    private var awaited: Set<Int> = []
    private var waiting: [Int] = []
    /// The place of the page in hand, from 0.
    private var page = 0
    /// Elements that are begun and not written, by their place among the document's; in order.
    private var open: [Int: Open] = [:]
    private var order: [Int] = []
    /// Object numbers of the elements that are begun.
    private var numbers: [Int32] = []
    private var sheet = -1
    /// The root's object number.
    private let root: Int
    /// What the page in hand has used, and its pieces in order.
    private var used: Set<Int> = []
    private var owners: [Int32] = []
    /// Object numbers of notes by their names, in order (PDF/UA-1 7.9).
    private var names: [(name: String, number: Int)] = []
    /// Values of the number tree that leads from content to structure: object numbers.
    private var leads: [Int32] = []

    init(root: Int) { self.root = root }

    /// A page comes.
    ///
    /// - Parameters:
    ///   - index: its place, from 0; most come in order.
    ///   - elements: those begun since the last page came.
    ///   - awaited: elements of pages passed over since then.
    mutating func beginPage(_ index: Int, _ elements: [StructureElement], awaited: Set<Int>) {
        page = index
        // Not at every page: a long table has its elements at once.
        if next > coming.count / 2 {
            coming.removeFirst(next)
            next = 0
        }
        coming += elements
        self.awaited.formUnion(awaited)
    }

    /// A piece of content of an element on the page now coming.
    ///
    /// - Returns: its number among the page's, and how the element is called.
    mutating func addContent(
        of element: Int, page: Int, _ file: inout ObjectFile
    ) -> (mcid: Int, name: String) {
        let place = use(element, &file)
        let mcid = owners.count
        owners.append(numbers[place])
        open[place]!.kids.append((self.page, .content(page: page, mcid: mcid)))
        return (mcid, open[place]!.element.role.name)
    }

    /// An annotation of an element.
    ///
    /// - Returns: its key in the number tree, and what the element says of itself.
    mutating func addAnnotation(
        _ number: Int, of element: Int, page: Int, _ file: inout ObjectFile
    ) -> (key: Int, words: String?) {
        let place = use(element, &file)
        open[place]!.kids.append((self.page, .object(page: page, number: number)))
        leads.append(numbers[place])
        return (leads.count - 1, open[place]!.element.words)
    }

    /// What the page's content belongs to.
    ///
    /// - Returns: the page's key in the number tree; `nil` for a page without content.
    mutating func endPage(_ file: inout ObjectFile) throws -> Int? {
        sheet += 1
        defer {
            used.removeAll(keepingCapacity: true)
            owners.removeAll(keepingCapacity: true)
        }
        var key: Int?
        if !owners.isEmpty {
            let number = file.reserve()
            try file.add(number, "[" + owners.map { "\($0) 0 R" }.joined(separator: " ") + "]")
            leads.append(Int32(number))
            key = leads.count - 1
        }
        guard let first = used.min() else { return key }
        for place in used {
            var next: Int? = place
            while let element = next, open[element]?.lastSheet != sheet {
                open[element]?.lastSheet = sheet
                next = parent(of: element)
            }
        }
        try close(before: first, &file)
        return key
    }

    /// Writes what is left, the root, and what leads to them.
    mutating func finish(_ file: inout ObjectFile) throws {
        sheet += 1
        // Of a document without pages.
        if numbers.isEmpty, coming.isEmpty { coming = [StructureElement(.document, parent: nil)] }
        begin(upTo: numbers.count + coming.count - next - 1, &file)
        order = (waiting + order).sorted()
        awaited = []
        try close(before: Int.max, &file)
        let tree = file.reserve()
        let entries = leads.enumerated().map { "\($0.offset) \($0.element) 0 R" }.joined(separator: " ")
        try file.add(tree, "<</Nums[\(entries)]>>")
        var body =
            "<</Type/StructTreeRoot/K[\(numbers[0]) 0 R]/ParentTree \(tree) 0 R/ParentTreeNextKey \(leads.count)"
        if !names.isEmpty {
            let entries = names.map { "\(PDFSyntax.string($0.name)) \($0.number) 0 R" }.joined(separator: " ")
            body += "/IDTree<</Names[\(entries)]>>"
        }
        try file.add(root, body + ">>")
    }

    // MARK: Elements

    private func parent(of place: Int) -> Int? { parents[place] < 0 ? nil : Int(parents[place]) }

    /// The open element that content of this one goes to: it, or where it is written already one like it behind.
    private mutating func use(_ element: Int, _ file: inout ObjectFile) -> Int {
        begin(upTo: element, &file)
        var place = element
        // Only of what is set out of its order, such as a note from pages before: it goes to what holds it.
        while open[place] == nil, let parent = parent(of: place) { place = parent }
        if used.insert(place).inserted, open[place]!.element.role.isInline, open[place]!.kids.isEmpty {
            hang(place)
        }
        return place
    }

    private mutating func begin(upTo last: Int, _ file: inout ObjectFile) {
        while numbers.count <= last {
            let place = numbers.count
            let element = coming[next]
            next += 1
            numbers.append(Int32(file.reserve()))
            parents.append(Int32(element.parent ?? -1))
            open[place] = Open(element: element)
            order.append(place)
            if !element.role.isInline { hang(place) }
        }
    }

    private mutating func hang(_ place: Int) {
        guard let parent = parent(of: place) else { return }
        open[parent]?.kids.append((page, .element(number: Int(numbers[place]))))
    }

    /// Writes the elements before a place that the page last come did not use. A figure that is not drawn yet waits.
    private mutating func close(before first: Int, _ file: inout ObjectFile) throws {
        var rest: [Int] = []
        rest.reserveCapacity(order.count)
        for place in order {
            guard let element = open[place] else { continue }
            if awaited.contains(place) {
                waiting.append(place)
                continue
            }
            let waits = element.lastSheet == -1 && first != Int.max && element.element.role.floats
            if place < first, element.lastSheet < sheet, !waits {
                try write(element, at: place, &file)
                open[place] = nil
            } else {
                rest.append(place)
            }
        }
        order = rest
    }

    private mutating func write(_ open: Open, at place: Int, _ file: inout ObjectFile) throws {
        let element = open.element
        var body: [UInt8] = []
        body.put("<</S/")
        body.put(element.role.name)
        body.put("/P ")
        body.put(reference: element.parent.map { Int(numbers[$0]) } ?? root)
        if element.role == .headerCell || element.columns > 1 || element.rows > 1 {
            body.put("/A<</O/Table")
            if element.role == .headerCell { body.put("/Scope/Column") }
            if element.columns > 1 { body.put("/ColSpan \(element.columns)") }
            if element.rows > 1 { body.put("/RowSpan \(element.rows)") }
            body.put(">>")
        }
        if let words = element.words, element.role == .figure { body.put("/Alt" + PDFSyntax.text(words)) }
        if element.role == .note {
            let digits = "\(names.count + 1)"
            let name = "note-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            names.append((name, Int(numbers[place])))
            body.put("/ID" + PDFSyntax.string(name))
        }
        put(open.sortedKids, into: &body)
        body.put(">>")
        try file.add(Int(numbers[place]), body)
    }

    private func put(_ kids: [Kid], into body: inout [UInt8]) {
        var page: Int?
        for kid in kids {
            switch kid {
            case .element: continue
            case .content(let own, _), .object(let own, _): page = own
            }
            break
        }
        if let page {
            body.put("/Pg ")
            body.put(reference: page)
        }
        if kids.isEmpty { return }
        body.put(kids.count == 1 ? "/K " : "/K[")
        for (place, kid) in kids.enumerated() {
            if place > 0 { body.put(" ") }
            switch kid {
            case .element(let number): body.put(reference: number)
            case .content(let own, let mcid) where own == page: body.put(mcid)
            case .content(let own, let mcid):
                body.put("<</Type/MCR/Pg ")
                body.put(reference: own)
                body.put("/MCID ")
                body.put(mcid)
                body.put(">>")
            case .object(let own, let number):
                body.put("<</Type/OBJR")
                if own != page {
                    body.put("/Pg ")
                    body.put(reference: own)
                }
                body.put("/Obj ")
                body.put(reference: number)
                body.put(">>")
            }
        }
        if kids.count > 1 { body.put("]") }
    }
}

extension StructureElement.Role {
    /// Whether it may be drawn on a later page than what comes after it.
    fileprivate var floats: Bool { self == .figure || self == .caption }
}

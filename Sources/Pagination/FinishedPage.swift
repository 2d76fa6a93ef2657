/// A page that nothing more is put on, handed on while later ones are still to be set.
public struct FinishedPage: Sendable {
    /// Its place in the document, from 0. Pages come in order but for those that tell the numbers of others, which come when
    /// all are set.
    public var index: Int
    public var page: Page
    /// The structure's elements begun since a page was handed on last: all that its items are marked with, and others.
    public var elements: [StructureElement]
    /// Elements that pages passed over since then hold, by their numbers, and those they are in: not at their end yet,
    /// though later ones are.
    public var awaited: Set<Int>

    public init(index: Int, page: Page, elements: [StructureElement] = [], awaited: Set<Int> = []) {
        self.index = index
        self.page = page
        self.elements = elements
        self.awaited = awaited
    }
}

extension PagedDocument {
    /// Its pages as if they were handed on now.
    public var finishedPages: [FinishedPage] {
        pages.enumerated().map { FinishedPage(index: $0, page: $1, elements: $0 == 0 ? structure : []) }
    }
}

/// What is known of a document when its last page is set.
public struct DocumentEnding: Sendable {
    public var pageCount: Int
    public var outline: [PagedDocument.OutlineEntry]
}

/// Hands on the pages of a typesetter as soon as nothing more can be put on them, each with its furniture.
struct PageDelivery {
    let layout: Layout
    let furniture: FurnitureSetter
    let watermark: WatermarkSetter?
    let take: (FinishedPage) throws -> Void
    /// Whether each page says how many there are.
    let needsCount: Bool
    private var next = 0
    /// Entries of the contents on pages before the next.
    private var seen = 0
    private var passed: [Int] = []
    private var awaited: Set<Int> = []
    /// What `take` threw: nothing is handed on after it.
    private(set) var failure: (any Error)?

    init(
        _ layout: Layout, _ furniture: FurnitureSetter, _ watermark: WatermarkSetter?,
        _ take: @escaping (FinishedPage) throws -> Void
    ) {
        self.layout = layout
        self.furniture = furniture
        self.watermark = watermark
        self.take = take
        needsCount = (layout.head + layout.foot).contains { $0.text?.uses("pages") ?? false }
    }

    /// When a page is turned: the last may still be filled.
    mutating func deliver(_ builder: inout PageBuilder) {
        if needsCount { return }
        while failure == nil, next < builder.pages.count - 1 {
            // Entries stand in the order of pages.
            while seen < builder.entries.count, builder.entries[seen].page < next { seen += 1 }
            if seen < builder.entries.count, builder.entries[seen].page == next {
                passOver(next, builder)
            } else {
                do { try deliver(next, &builder) } catch { failure = error }
            }
            next += 1
        }
    }

    /// When all is set.
    mutating func finish(_ builder: inout PageBuilder) throws {
        for page in passed { try deliver(page, &builder) }
        while next < builder.pages.count {
            try deliver(next, &builder)
            next += 1
        }
    }

    private mutating func deliver(_ index: Int, _ builder: inout PageBuilder) throws {
        var page = builder.takePage(index)
        // Blank pages before the end matter have no number, nor has the end matter's after them.
        if index >= layout.page.unnumbered, !builder.unnumbered.contains(index) {
            let number = index + 1 - layout.page.unnumbered
            page.items += furniture.items(
                on: number, of: builder.pages.count - layout.page.unnumbered, sheet: index + 1)
            page.label = String(number)
        }
        if let item = watermark?.item(on: page) { page.items.insert(item, at: 0) }
        try take(
            FinishedPage(index: index, page: page, elements: builder.structure.takeNew(), awaited: awaited))
        awaited = []
    }

    private mutating func passOver(_ index: Int, _ builder: PageBuilder) {
        passed.append(index)
        let inEntries = builder.entries.filter { $0.page == index }.map(\.element)
        for element in builder.pages[index].elements.union(inEntries) {
            var next: Int? = element
            while let element = next, awaited.insert(element).inserted {
                next = builder.structure.parent(of: element)
            }
        }
    }
}

extension Page {
    /// The elements of structure that its items are marked with.
    var elements: Set<Int> {
        var found: Set<Int> = []
        visit { item in
            switch item {
            case .marked(let element, _): found.insert(element)
            case .link(_, _, let element?): found.insert(element)
            default: break
            }
        }
        return found
    }

    /// The paths of the pictures on it.
    public var pictures: Set<String> {
        var paths: Set<String> = []
        visit { if case .picture(let picture, _) = $0 { paths.insert(picture.path) } }
        return paths
    }

    /// Every item, and those that it holds.
    private func visit(_ see: (Item) -> Void) {
        func visit(_ items: [Item]) {
            for item in items {
                see(item)
                switch item {
                case .marked(_, let items), .figure(_, _, let items), .turned(_, _, let items),
                    .slanted(_, _, let items):
                    visit(items)
                case .glyphs, .fill, .stroke, .polygon, .picture, .anchor, .link: break
                }
            }
        }
        visit(items)
    }
}

import Diagnostics
public import Fonts
public import Outlining

/// Sets a briefing in a layout: every glyph, rule and link at its place.
public struct Paginator {
    private let layout: Layout
    private let shaper: any Shaper
    private let pictures: PictureFolder
    private let watermark: String?

    /// - Parameters:
    ///   - pictures: where the paths of pictures begin.
    ///   - watermark: a word across every page.
    public init(
        layout: Layout, shaper: any Shaper, pictures: PictureFolder = PictureFolder(), watermark: String? = nil
    ) {
        self.watermark = watermark
        self.layout = layout
        self.shaper = shaper
        self.pictures = pictures
    }

    /// The pages of a briefing. The same briefing, layout and faces give the same pages.
    ///
    /// Characters that no face has are the shaper's to report.
    ///
    /// - Throws: `Diagnostic` of a picture's file.
    public func paginate(_ briefing: Briefing) throws -> PagedDocument {
        var pages: [Int: Page] = [:]
        var structure: [StructureElement] = []
        let ending = try paginate(briefing) { finished in
            pages[finished.index] = finished.page
            structure += finished.elements
        }
        return PagedDocument(
            pages: (0..<ending.pageCount).compactMap { pages[$0] }, outline: ending.outline,
            metadata: metadata(of: briefing), structure: structure)
    }

    /// The same, page by page: what is handed on leaves memory here.
    ///
    /// - Parameter take: gets each page once nothing more is put on it.
    /// - Throws: `Diagnostic` of a picture's file, and what `take` threw.
    public func paginate(_ briefing: Briefing, _ take: (FinishedPage) throws -> Void) throws -> DocumentEnding {
        var briefing = briefing
        var binder = try Binder(layout, briefing, pictures: pictures)
        if layout.asksForLength, isLong(binder, briefing) {
            briefing.fields[Layout.long] = .flag(true)
            binder = try Binder(layout, briefing, pictures: pictures)
        }
        var typesetter = typesetter(binder, briefing)
        let composer = typesetter.context.composer
        try withoutActuallyEscaping(take) { take in
            var delivery = PageDelivery(
                layout, FurnitureSetter(layout: layout, composer: composer, briefing: briefing),
                watermark.map { WatermarkSetter(text: Binder.line($0), composer: composer) }, take)
            // What is set leaves memory.
            var waiting = Array(binder.takeBound().reversed())
            typesetter.turned = { delivery.deliver(&$0) }
            defer { typesetter.turned = nil }
            while let section = waiting.popLast() {
                typesetter.set([section])
                delivery.deliver(&typesetter.builder)
                if let failure = delivery.failure { throw failure }
            }
            typesetter.builder.finish()
            typesetter.finishContents()
            try delivery.finish(&typesetter.builder)
        }
        let outline = binder.headings.compactMap { heading in
            heading.anchor.map {
                let title = composer.readsMarkup ? MarkedText.plain(heading.plain) : heading.plain
                return PagedDocument.OutlineEntry(
                    level: heading.level ?? 1, title: String(scalars: title), anchor: $0)
            }
        }
        return DocumentEnding(pageCount: typesetter.builder.pages.count, outline: outline)
    }

    private func typesetter(_ binder: Binder, _ briefing: Briefing) -> Typesetter {
        let composer = LineComposer(
            shaper: shaper, language: language(of: briefing), names: NameFinder(briefing.names))
        composer.readsMarkup = briefing["markup"] == .flag(true)
        let context = SettingContext(layout: layout, composer: composer, anchors: binder.anchors)
        return Typesetter(context: context, headings: binder.headings)
    }

    /// Whether a briefing takes more than one page, end matter aside; no more of it is set than it takes to know.
    private func isLong(_ binder: Binder, _ briefing: Briefing) -> Bool {
        if briefing["markup"] != .flag(true), exceedsPage(binder.bound) { return true }
        var typesetter = typesetter(binder, briefing)
        for section in binder.bound {
            if case .bottom = section { continue }
            typesetter.set([section])
            if typesetter.builder.pages.count > 1 { return true }
        }
        typesetter.builder.finish()
        return typesetter.builder.pages.count > 1
    }

    /// Whether texts have far more characters than a page has room for, at half an em for a mark and a quarter for others
    /// that may be narrow. What may be set smaller than its style says does not count.
    private func exceedsPage(_ sections: [Bound]) -> Bool {
        var area = layout.page.textWidth * layout.page.textHeight
        for case .text(let text) in sections where !layout.style(text.style).fits {
            for piece in text.pieces {
                let size = layout.style(piece.style).size
                for scalar in piece.text {
                    let isHan = (0x3400..<0xA000).contains(scalar.value) || scalar.value >= 0x20000
                    area -= size * size * (isHan ? 1 : scalar.value < 0x2E80 ? 0.25 : 0.5)
                }
            }
            if area < 0 { return true }
        }
        return false
    }

    private func language(of briefing: Briefing) -> TextLanguage {
        briefing["lang"].text.flatMap(TextLanguage.init(tag:)) ?? layout.language
    }

    /// What the file says of itself.
    public func metadata(of briefing: Briefing) -> PagedDocument.Metadata {
        let scope = Scope(briefing)
        func value(_ key: String) -> String? { layout.metadata[key]?.fill(scope) }
        return PagedDocument.Metadata(
            title: value("title"), author: value("author"), subject: value("subject"),
            keywords: value("keywords")?.split(separator: "、").map(String.init) ?? [],
            language: language(of: briefing), date: value("date").flatMap(IsoDate.read))
    }
}

/// `2024年5月31日` and `2024-05-31` as `2024-05-31`.
enum IsoDate {
    static func read(_ text: String) -> String? {
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(numbers[0])-\(two(numbers[1]))-\(two(numbers[2]))"
    }
}

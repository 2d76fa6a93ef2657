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
        var briefing = briefing
        var binder = try Binder(layout, briefing, pictures: pictures)
        if layout.asksForLength, isLong(binder, briefing) {
            briefing.fields[Layout.long] = .flag(true)
            binder = try Binder(layout, briefing, pictures: pictures)
        }
        var typesetter = typesetter(binder, briefing)
        let composer = typesetter.context.composer
        // What is set leaves memory.
        var waiting = Array(binder.takeBound().reversed())
        while let section = waiting.popLast() { typesetter.set([section]) }
        typesetter.builder.finish()
        typesetter.finishContents()
        let furniture = FurnitureSetter(layout: layout, composer: composer, briefing: briefing)
        let count = typesetter.builder.pages.count
        for page in layout.page.unnumbered..<max(count, layout.page.unnumbered) {
            // Blank pages before the end matter have no number, nor has the end matter's after them.
            if typesetter.builder.unnumbered.contains(page) { continue }
            let number = page + 1 - layout.page.unnumbered
            let last = count - layout.page.unnumbered
            typesetter.builder.decorate(page, furniture.items(on: number, of: last, sheet: page + 1))
            typesetter.builder.label(page, String(number))
        }
        if let watermark {
            let setter = WatermarkSetter(text: Binder.line(watermark), composer: composer)
            for page in typesetter.builder.pages.indices {
                let item = setter.item(on: typesetter.builder.pages[page])
                typesetter.builder.pages[page].items.insert(contentsOf: [item].compactMap { $0 }, at: 0)
            }
        }
        let outline = binder.headings.compactMap { heading in
            heading.anchor.map {
                let title = composer.readsMarkup ? MarkedText.plain(heading.plain) : heading.plain
                return PagedDocument.OutlineEntry(
                    level: heading.level ?? 1, title: String(scalars: title), anchor: $0)
            }
        }
        return PagedDocument(
            pages: typesetter.builder.pages, outline: outline, metadata: metadata(briefing),
            structure: typesetter.builder.structure.elements)
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
        var typesetter = typesetter(binder, briefing)
        for section in binder.bound {
            if case .bottom = section { continue }
            typesetter.set([section])
            if typesetter.builder.pages.count > 1 { return true }
        }
        typesetter.builder.finish()
        return typesetter.builder.pages.count > 1
    }

    private func language(of briefing: Briefing) -> TextLanguage {
        briefing["lang"].text.flatMap(TextLanguage.init(tag:)) ?? layout.language
    }

    private func metadata(_ briefing: Briefing) -> PagedDocument.Metadata {
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

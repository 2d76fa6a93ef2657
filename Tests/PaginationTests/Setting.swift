import Fonts
import Outlining
import Testing

@testable import Pagination

/// A layout of the tests, and what is read back from its pages.
enum Setting {
    static let head = """
        page: {paper: A4, lines: 22, characters: 28, mirrored: true}
        colours: {green: "#2e7d32"}
        styles:
          body: {face: song, size: 三号, pitch: grid, indent: 2em, grid: true, snap: true}
          plain: {face: song, size: 12pt, pitch: 18pt, align: left}
          caption: {face: hei, size: 14pt, pitch: 24pt, align: centre, keep-next: true}
          folio: {face: kai, size: 14pt}
        tables:
          ruled: {caption-style: caption, continued-style: caption, note-style: plain, style: plain, rule: 0.5pt}
        foot:
          - {text: "— {page} —", style: folio, place: outside, inset: 1em, distance: 7mm}
        sections:

        """

    static func paginate(_ sections: String, _ fields: [String: Briefing.Value]) throws -> PagedDocument {
        let layout = try Layout.read(head + sections, name: "own", file: "own.yaml")
        return try Paginator(layout: layout, shaper: FixedShaper()).paginate(Briefing(fields: fields))
    }

    struct Line: Hashable {
        var text: String
        var x: Double
        /// Baseline.
        var y: Double
        var size: Double
    }

    /// Texts as they are drawn, without page numbers; of figures and turned paper too, at their places there.
    static func lines(_ page: Page) -> [Line] { lines(page.drawn) }

    static func lines(_ items: [Page.Item]) -> [Line] {
        items.flatMap { item -> [Line] in
            switch item {
            case .glyphs(let run) where run.face.index != 2:
                [
                    Line(
                        text: String(String.UnicodeScalarView(run.text)), x: run.glyphs[0].x, y: run.glyphs[0].y,
                        size: run.size)
                ]
            case .figure(_, _, let inner), .turned(_, _, let inner), .marked(_, let inner): lines(inner)
            default: []
            }
        }
    }

    static func texts(_ page: Page) -> [String] { lines(page).map(\.text) }

    static func fills(_ page: Page) -> [Box] {
        page.drawn.compactMap { if case .fill(let box, _) = $0 { box } else { nil } }
    }

    /// `— 3 —` of a page.
    static func folio(_ page: Page) -> String? {
        page.drawn.compactMap { item -> String? in
            guard case .glyphs(let run) = item, run.face.index == 2 else { return nil }
            return String(String.UnicodeScalarView(run.text))
        }.first
    }
}

extension Page {
    /// Its items, without what they are marked with.
    var drawn: [Page.Item] { items.flatMap(\.drawn) }
}

extension Page.Item {
    fileprivate var drawn: [Page.Item] {
        if case .marked(_, let items) = self { items.flatMap(\.drawn) } else { [self] }
    }
}

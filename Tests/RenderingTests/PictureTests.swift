import Fonts
import Foundation
import Outlining
import Pagination
import Testing

@testable import Rendering

/// A few pages as small grey pictures, of the briefings that PaginationTests dumps as text: what the numbers of a dump do
/// not show, such as a face that is not drawn, a colour that is lost or an axis upside down.
///
/// Where a change of the pages is meant, `JIANBAO_REFERENCES=write swift test --filter PictureTests` makes them anew; they
/// are then looked at.
@Suite(
    .enabled(
        if: Drawing.hasUsualFaces && Drawing.path(of: "pdftoppm") != nil,
        "needs the faces of fonts-noto-cjk and fonts/setup.sh, and pdftoppm of poppler-utils"))
struct PictureTests {
    /// A page of a layout, counted from 1.
    struct Sheet: CustomTestStringConvertible, Sendable {
        var layout: String
        var page: Int
        var shows: String
        var name: String { "\(layout)-\(page)" }
        var testDescription: String { "\(name): \(shows)" }
    }

    private static let tests = Drawing.root.appending(path: "Tests")
    private static let sheets = [
        Sheet(layout: "briefing", page: 1, shows: "masthead, red rule and title"),
        Sheet(layout: "monthly", page: 2, shows: "bars, and a line over the months"),
        Sheet(layout: "monthly", page: 5, shows: "a table that goes on and the strip of goals"),
        Sheet(layout: "signs", page: 1, shows: "both sides of a desk sign"),
    ]

    private func drawing(of sheet: Sheet) throws -> (page: Page, book: FontBook) {
        let file = Self.tests.appending(path: "PaginationTests/References/\(sheet.layout).json")
        let briefing = try Briefing(json: Array(try Data(contentsOf: file)), path: file.lastPathComponent)
        let book = try Drawing.book()
        let document = try Paginator(layout: try Layout.load(sheet.layout), shaper: book).paginate(briefing)
        return (document.pages[sheet.page - 1], book)
    }

    /// Drawn at 112 dots an inch, where rules are about as thick as on paper, and shrunk to 14: A4 is 163 pixels high, a
    /// pixel 1.8 mm.
    private func picture(of page: Page, with book: FontBook) throws -> GreyPicture {
        let pdf = try Renderer().render(PagedDocument(pages: [page]), with: book)
        let bytes = try Drawing.bytes(of: "pdftoppm", ["-q", "-gray", "-r", "112", "FILE"], on: pdf)
        return try #require(bytes.flatMap { GreyPicture(pgm: $0) }, "pdftoppm draws nothing").shrunk(by: 8)
    }

    private func file(_ sheet: Sheet) -> URL {
        Self.tests.appending(path: "RenderingTests/References/\(sheet.name).pgm")
    }

    private func reference(_ sheet: Sheet) throws -> GreyPicture {
        let bytes = Array(try Data(contentsOf: file(sheet)))
        return try #require(GreyPicture(pgm: bytes), "\(sheet.name).pgm is no picture")
    }

    @Test(arguments: sheets) func pagesLookAsTheyDid(sheet: Sheet) throws {
        let (page, book) = try drawing(of: sheet)
        let picture = try picture(of: page, with: book)
        if ProcessInfo.processInfo.environment["JIANBAO_REFERENCES"] == "write" {
            try Data(picture.pgm).write(to: file(sheet))
            return
        }
        let difference = try #require(picture.difference(from: reference(sheet)), "another size")
        #expect(difference.isOfDrawingOnly, "\(difference)")
    }

    /// The comparison is worth nothing where it also passes pages that are wrong.
    @Test(arguments: sheets) func wrongPagesAreNoticed(sheet: Sheet) throws {
        let (page, book) = try drawing(of: sheet)
        let reference = try reference(sheet)
        for (name, spoil) in Self.spoilings {
            var spoilt = page
            spoilt.items = spoil(page.items.flatMap(\.drawn))
            // A desk sign has no rule and no figure to lose.
            guard spoilt.items != page.items.flatMap(\.drawn) else { continue }
            let difference = try picture(of: spoilt, with: book).difference(from: reference)
            #expect(difference?.isOfDrawingOnly == false, "\(name): \(difference.map { "\($0)" } ?? "another size")")
        }
    }

    @Test func otherPagesAreNoticed() throws {
        for sheet in Self.sheets {
            for other in Self.sheets where other.name != sheet.name {
                let difference = try reference(sheet).difference(from: reference(other))
                #expect(difference?.isOfDrawingOnly != true, "\(sheet.name), \(other.name)")
            }
        }
    }

    private static let spoilings: [(String, @Sendable ([Page.Item]) -> [Page.Item])] = [
        ("no text", { $0.filter { if case .glyphs = $0 { false } else { true } } }),
        ("no rules and shades", { $0.filter { if case .fill = $0 { false } else { true } } }),
        ("no figures", { $0.filter { if case .figure = $0 { false } else { true } } }),
        ("the text 3 mm lower", { $0.map { lowered($0, fills: false) } }),
        ("one rule 3 mm lower", oneRuleLower),
    ]

    /// A thing 3 mm lower; what is neither text nor a fill stays.
    private static func lowered(_ item: Page.Item, fills: Bool) -> Page.Item {
        let distance = Length.mm(3).points
        switch item {
        case .glyphs(var run) where !fills:
            run.glyphs = run.glyphs.map { .init(id: $0.id, x: $0.x, y: $0.y + distance) }
            return .glyphs(run)
        case .fill(let box, let colour) where fills:
            return .fill(Box(x: box.x, y: box.y + distance, width: box.width, height: box.height), colour)
        default: return item
        }
    }

    /// The first rule of at least 1 pt across the page, such as the red one or a table's frame.
    private static func oneRuleLower(_ items: [Page.Item]) -> [Page.Item] {
        var items = items
        let rule = items.firstIndex {
            if case .fill(let box, _) = $0 { box.width > 200 && box.height < 3 && box.height >= 1 } else { false }
        }
        if let rule { items[rule] = lowered(items[rule], fills: true) }
        return items
    }
}

extension Page.Item {
    /// Without what it is marked with.
    fileprivate var drawn: [Page.Item] {
        if case .marked(_, let items) = self { items.flatMap(\.drawn) } else { [self] }
    }
}

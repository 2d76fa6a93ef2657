import Fonts
import Outlining
import Testing

@testable import Pagination

@Suite("Pages that are handed on while others are still to be set")
struct FinishedPageTests {
    private static let sections = """
          - {contents: body}
          - each: list
            sections:
              - break: page
              - {heading: "{title}", style: plain}
              - {text: "{words}", style: body}
        """

    private func paginator(_ sections: String, foot: String = "— {page} —") throws -> Paginator {
        let head = Setting.head.replacing("— {page} —", with: foot)
        return Paginator(layout: try Layout.read(head + sections, name: "own", file: "own.yaml"), shaper: FixedShaper())
    }

    private func briefing(_ count: Int) -> Briefing {
        let list = (1...count).map { number in
            Briefing.Value.fields([
                "id": .text("p\(number)"), "title": .text("第\(number)题"),
                "words": .text(String(repeating: "会议研究防汛工作。", count: 20)),
            ])
        }
        return Briefing(fields: ["list": .list(list)])
    }

    private func pages(
        _ briefing: Briefing, _ sections: String = sections, foot: String = "— {page} —"
    ) throws -> [FinishedPage] {
        var pages: [FinishedPage] = []
        _ = try paginator(sections, foot: foot).paginate(briefing) { pages.append($0) }
        return pages
    }

    @Test("the page with the contents comes behind those whose numbers it tells; the last page when all is set")
    func order() throws {
        #expect(try pages(briefing(6)).map(\.index) == [1, 2, 3, 4, 5, 0, 6])
        let plain = Self.sections.replacing("  - {contents: body}\n", with: "")
        #expect(try pages(briefing(6), plain).map(\.index) == [0, 1, 2, 3, 4, 5])
    }

    @Test("where every page tells how many there are, none comes before the last is set")
    func counted() throws {
        let pages: [FinishedPage] = try self.pages(briefing(4), foot: "{page}/{pages}")
        #expect(pages.map(\.index) == [0, 1, 2, 3, 4])
        for page in pages {
            let texts = page.page.items.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
            #expect(texts.contains(Array("\(page.index + 1)/5".unicodeScalars)))
        }
    }

    @Test("together they are the document, each element of its structure once")
    func whole() throws {
        let pages: [FinishedPage] = try self.pages(briefing(9))
        let document = try paginator(Self.sections).paginate(briefing(9))
        #expect(pages.sorted { $0.index < $1.index }.map(\.page) == document.pages)
        #expect(pages.flatMap(\.elements) == document.structure)
        #expect(document.structure.count { $0.role == .contentsItem } == 9)
    }

    @Test("what a page passed over holds is awaited with all it is in, and begun before it comes")
    func awaited() throws {
        let pages: [FinishedPage] = try self.pages(briefing(3))
        let document = try paginator(Self.sections).paginate(briefing(3))
        let roles = Set(pages[0].awaited.map { document.structure[$0].role })
        let wanted: Set<StructureElement.Role> = [.document, .contents, .contentsItem, .link]
        #expect(roles == wanted)
        for page in pages.dropFirst() { #expect(page.awaited.isEmpty) }
        #expect(pages[0].elements.count > pages[0].awaited.max()!)
    }

    @Test("what is thrown by who takes them ends the setting")
    func thrown() throws {
        struct Enough: Error {}
        var count = 0
        #expect(throws: Enough.self) {
            _ = try paginator(Self.sections).paginate(briefing(9)) { _ in
                count += 1
                if count == 2 { throw Enough() }
            }
        }
        #expect(count == 2)
    }

    @Test("pictures are found in whatever holds them")
    func pictures() {
        let picture = Picture(path: "a.png", format: .png, width: 1, height: 1, bytes: [])
        let box = Box(x: 0, y: 0, width: 1, height: 1)
        let page = Page(
            width: 9, height: 9, items: [.marked(1, [.figure(alt: "", box: box, [.picture(picture, box)])])])
        #expect(page.pictures == ["a.png"])
    }
}

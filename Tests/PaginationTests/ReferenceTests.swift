import Foundation
import Outlining
import Testing

@testable import Pagination

/// Whole pages of every layout as text, beside the briefings they are of. Set with fixed widths, so that no face of the
/// machine matters.
///
/// Where a change of the pages is meant, `JIANBAO_REFERENCES=write swift test --filter ReferenceTests` writes them anew;
/// the difference is then looked at.
struct ReferenceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References")

    @Test(arguments: ["bench", "briefing", "handbook", "ledger", "minutes", "monthly", "signs"])
    func pagesAreAsTheyWere(name: String) throws {
        let json = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
        let briefing = try Briefing(json: Array(json), path: "\(name).json")
        let shaper = FixedShaper()
        let document = try Paginator(layout: try Layout.load(name), shaper: shaper).paginate(briefing)
        try compare(document.pages.map { $0.dump(names: shaper) }.joined(separator: "\n"), "\(name).txt")
        try compare(document.structureDump(), "\(name)-structure.txt")
    }

    private func compare(_ dump: String, _ name: String) throws {
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["JIANBAO_REFERENCES"] == "write" {
            try Data(dump.utf8).write(to: file)
            return
        }
        let reference = try String(contentsOf: file, encoding: .utf8)
        let lines = dump.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = reference.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }
        // The first line that differs says more than the whole.
        let isSame = first == nil
        #expect(
            isSame,
            "\(name), line \((first?.offset ?? 0) + 1): \(first?.element.0 ?? ""), was \(first?.element.1 ?? "")")
        #expect(lines.count == wanted.count)
    }
}

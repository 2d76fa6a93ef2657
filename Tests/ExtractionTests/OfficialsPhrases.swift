import Acquisition
import Cleaning

@testable import Extraction

/// Reads officials out of plain phrases.
enum OfficialsPhrases {
    static func read(_ text: String) -> OfficialsReader.Findings {
        let source = SourceText(
            path: "-", sha256: "", encoding: "UTF-8", format: .text, text: Array(text.unicodeScalars))
        return OfficialsReader().read(Passage(CleanText(unrepaired: source)))
    }

    /// `姓名 职务/职务 role/role`, one for each official, in order; a dash stands for no title.
    static func lines(_ text: String) -> [String] {
        read(text).officials.map { official in
            let titles = official.titles.isEmpty ? "-" : official.titles.joined(separator: "/")
            return "\(official.name) \(titles) \(official.roles.map(\.rawValue).joined(separator: "/"))"
        }
    }

    static func names(_ text: String) -> [String] { read(text).officials.map(\.name) }
}

import Acquisition
import Cleaning

@testable import Extraction

/// Records and parts of them out of plain phrases.
enum Phrases {
    static func source(_ text: String, published: String? = nil, url: String? = nil) -> SourceText {
        SourceText(
            path: "phrase.txt", sha256: "00ff00ff00ff00ff00ff", encoding: "UTF-8", format: .text,
            text: Array(text.unicodeScalars), published: published, url: url)
    }

    static func records(_ text: String, published: String? = nil, url: String? = nil) -> [MeetingRecord] {
        MeetingReader().read(CleanText(unrepaired: source(text, published: published, url: url)))
    }

    static func record(_ text: String, published: String? = nil, url: String? = nil) -> MeetingRecord {
        records(text, published: published, url: url)[0]
    }

    static func passage(_ text: String) -> Passage { Passage(CleanText(unrepaired: source(text))) }

    /// The source words of a range.
    static func words(_ text: String, _ range: MeetingRecord.SourceRange) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[range.range]))
    }
}

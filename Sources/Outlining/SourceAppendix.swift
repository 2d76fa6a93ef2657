import Cleaning
import Extraction

/// The source text of one meeting as the appendix prints it, and where in it a fact stands.
struct SourceAppendix {
    private struct Paragraph {
        var id: String
        /// In scalars of the source text.
        var range: Range<Int>
        var text: String
    }

    private let paragraphs: [Paragraph]
    private let text: CleanText?

    /// - Parameters:
    ///   - text: `nil` where only the record is known (one that a person hands back): the appendix is then empty.
    ///   - prefix: what the ids of its paragraphs begin with, unique in the briefing.
    init(_ text: CleanText?, prefix: String) {
        self.text = text
        guard let text else {
            paragraphs = []
            return
        }
        paragraphs = Passage(text).paragraphs.enumerated().map { index, range in
            Paragraph(
                id: "\(prefix)-p\(index + 1)", range: text.sourceRange(of: range),
                text: Self.trimmed(text.string(range)))
        }
    }

    /// The paragraphs as a briefing has them: `id`, `no`, `text`.
    var value: Briefing.Value {
        .list(
            paragraphs.enumerated().map { index, paragraph in
                ["id": .text(paragraph.id), "no": .number(Double(index + 1)), "text": .text(paragraph.text)]
            })
    }

    /// The fields that lead a row of a table back to its paragraph: `source` (an id) and `place` (`第3段`).
    func fields(for range: MeetingRecord.SourceRange?) -> [String: Briefing.Value] {
        guard let range, let index = paragraphs.lastIndex(where: { $0.range.lowerBound <= range.start }) else {
            return [:]
        }
        return ["source": .text(paragraphs[index].id), "place": .text("第\(index + 1)段")]
    }

    /// What stands between two facts of the source where it is no more than marks; `nil` where there is text
    /// between them, or the source is not known.
    func marks(from end: Int, to start: Int) -> String? {
        guard let text, end <= start else { return nil }
        let low = text.firstIndex(atOrAfter: end)
        let high = text.firstIndex(atOrAfter: start)
        guard low <= high, high - low <= 2 else { return nil }
        let between = text.string(low..<high)
        return between.unicodeScalars.allSatisfy { "，、；,;".unicodeScalars.contains($0) } ? between : nil
    }

    private static func trimmed(_ text: String) -> String {
        var body = Substring(text)
        while let first = body.first, first.isWhitespace { body.removeFirst() }
        while let last = body.last, last.isWhitespace { body.removeLast() }
        return String(body)
    }
}

extension CleanText {
    /// The first clean scalar that came from `offset` of the source or from after it.
    fileprivate func firstIndex(atOrAfter offset: Int) -> Int {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

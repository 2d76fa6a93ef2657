import Cleaning
import Extraction

/// The source text of one meeting as the appendix prints it, and where in it a fact stands.
struct SourceAppendix {
    private struct Sentence {
        var id: String
        /// In scalars of the source text.
        var range: Range<Int>
        var text: String
    }

    private struct Paragraph {
        var id: String
        var sentences: [Sentence]
    }

    /// The first fact that each sentence is cited for, by their ids.
    private final class Citations {
        var facts: [String: String] = [:]
    }

    private let paragraphs: [Paragraph]
    private let text: CleanText?
    private let prefix: String
    private let doubts: [MeetingRecord.SourceRange]
    private let citations = Citations()

    /// - Parameters:
    ///   - text: `nil` where only the record is known (one that a person hands back): the appendix is then empty.
    ///   - prefix: what the ids of its paragraphs, sentences and facts begin with, unique in the briefing.
    ///   - doubts: where the source is repaired, or what is taken from it rests on little.
    init(_ text: CleanText?, prefix: String, doubts: [MeetingRecord.SourceRange] = []) {
        self.text = text
        self.prefix = prefix
        self.doubts = doubts
        guard let text else {
            paragraphs = []
            return
        }
        var count = 0
        paragraphs = Passage(text).paragraphs.enumerated().map { index, range in
            let sentences = Self.sentences(text, range).map { range in
                count += 1
                return Sentence(
                    id: "\(prefix)-s\(count)", range: text.sourceRange(of: range), text: text.string(range))
            }
            return Paragraph(id: "\(prefix)-p\(index + 1)", sentences: sentences)
        }
    }

    /// Ranges of the clean text, blanks at the paragraph's ends left out.
    private static func sentences(_ text: CleanText, _ paragraph: Range<Int>) -> [Range<Int>] {
        var low = paragraph.lowerBound
        var high = paragraph.upperBound
        while low < high, text.scalars[low].properties.isWhitespace { low += 1 }
        while low < high, text.scalars[high - 1].properties.isWhitespace { high -= 1 }
        var ranges: [Range<Int>] = []
        var start = low
        for place in low..<high {
            let isEnd = "。！？；".unicodeScalars.contains(text.scalars[place])
            let closes = place + 1 < high && "”’）』」》".unicodeScalars.contains(text.scalars[place + 1])
            let wasEnd =
                "”’）』」》".unicodeScalars.contains(text.scalars[place]) && place > low
                && "。！？；".unicodeScalars.contains(text.scalars[place - 1])
            guard (isEnd && !closes) || wasEnd else { continue }
            ranges.append(start..<place + 1)
            start = place + 1
        }
        if start < high { ranges.append(start..<high) }
        return ranges
    }

    /// The paragraphs as a briefing has them: `id`, `no`, `text`, and its `sentences`, each with its `id`, `text` and, where
    /// a fact rests on it, the way `back` there. Asked for when all facts have been.
    var value: Briefing.Value {
        .list(
            paragraphs.enumerated().map { index, paragraph in
                let sentences = paragraph.sentences.map { sentence -> Briefing.Value in
                    var fields: [String: Briefing.Value] = ["id": .text(sentence.id), "text": .text(sentence.text)]
                    if let fact = citations.facts[sentence.id] { fields["back"] = .text(fact) }
                    return .fields(fields)
                }
                return [
                    "id": .text(paragraph.id), "no": .number(Double(index + 1)),
                    "text": .text(paragraph.sentences.map(\.text).joined()), "sentences": .list(sentences),
                ]
            })
    }

    /// What a fact's row says where it is doubtful; `nil` where none of these is.
    func note(_ rows: [Briefing.Value]) -> String? {
        rows.contains { $0["place"].text?.hasSuffix(Self.doubt) ?? false } ? Self.doubt + "经修复或推定，见整理说明。" : nil
    }

    private static let doubt = "*"

    /// The fields that lead a fact back to its sentence: `source` (an id) and `place` (`第3段`, with a mark where it is
    /// repaired or rests on little).
    ///
    /// - Parameter fact: what the sentence leads back to, an id that begins with the prefix; `nil` for no way back.
    func fields(for range: MeetingRecord.SourceRange?, fact: String? = nil) -> [String: Briefing.Value] {
        guard let range, let index = paragraph(of: range) else { return [:] }
        let sentences = paragraphs[index].sentences
        let sentence = sentences.last { $0.range.lowerBound <= range.start } ?? sentences[0]
        let isDoubtful = doubts.contains { $0.start < range.end && range.start < $0.end }
        var fields: [String: Briefing.Value] = [
            "source": .text(sentence.id), "place": .text("第\(index + 1)段" + (isDoubtful ? Self.doubt : "")),
        ]
        if let fact {
            let id = "\(prefix)-\(fact)"
            fields["id"] = .text(id)
            if citations.facts[sentence.id] == nil { citations.facts[sentence.id] = id }
        }
        return fields
    }

    /// The paragraph that a fact stands in, from 0; `nil` where the source is not known.
    func paragraph(of range: MeetingRecord.SourceRange) -> Int? {
        paragraphs.lastIndex { ($0.sentences.first?.range.lowerBound ?? .max) <= range.start }
    }

    /// What the source says right before a place, where it is what was decided of it: 审议通过, 听取. `nil` where the source
    /// is not known or says something else there.
    func decision(before start: Int) -> String? {
        guard let text else { return nil }
        let end = text.firstIndex(atOrAfter: start)
        var low = end
        while low > 0, end - low < 16, !"，。；：、！？》”）\n".unicodeScalars.contains(text.scalars[low - 1]) { low -= 1 }
        var words = text.string(low..<end)
        for subject in ["会议", "会上", "大会"] where words.hasPrefix(subject) { words.removeFirst(subject.count) }
        if words.hasSuffix("了") { words.removeLast() }
        return Self.isDecision(words) ? words : nil
    }

    static func isDecision(_ words: String) -> Bool { words.count <= 8 && decisions.contains(where: words.hasSuffix) }

    private static let decisions = ["通过", "同意", "批准", "听取", "审议", "研究", "讨论", "印发"]

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

import Diagnostics

/// A text whose words carry marks: `[[重点|dots]]`, `[[全文|line]]`, `[[㛃|ruby jié]]`, `[[1|note]]`.
///
/// Read only in a briefing that says `"markup": true`, so that no text found somewhere is taken for marked. What does
/// not read as one of these stays as it is.
struct MarkedText {
    enum Mark: Hashable {
        /// 着重号, a dot below each character.
        case dots
        /// A line below the words.
        case line
        /// Small letters above the characters: how a rare name is read.
        case ruby([Unicode.Scalar])
        /// A small raised mark that refers to a note; never begins a line.
        case note
    }

    private(set) var text: [Unicode.Scalar] = []
    /// Ranges of `text`, in order, none over another.
    private(set) var marks: [(range: Range<Int>, mark: Mark)] = []
    /// Where each scalar of `text` stands in the source; one more for its end.
    private(set) var origins: [Int] = []

    /// `nil` where nothing is marked.
    init?(_ source: [Unicode.Scalar]) {
        var at = 0
        while at < source.count {
            if let found = Self.bracket(source, at) {
                marks.append((text.count..<text.count + found.words.count, found.mark))
                text += source[found.words]
                origins += found.words
                at = found.end
            } else {
                text.append(source[at])
                origins.append(at)
                at += 1
            }
        }
        origins.append(source.count)
        if marks.isEmpty { return nil }
    }

    /// The text without its marks.
    static func plain(_ source: [Unicode.Scalar]) -> [Unicode.Scalar] { MarkedText(source)?.text ?? source }

    /// Spans of the source as spans of `text`.
    func spans(_ spans: [TextSpan]) -> [TextSpan] {
        var made: [TextSpan] = []
        var at = 0
        var end = 0
        for span in spans {
            end += span.count
            let start = at
            while at < text.count, origins[at] < end { at += 1 }
            var part = span
            part.count = at - start
            made.append(part)
        }
        return made
    }

    private static func bracket(
        _ source: [Unicode.Scalar], _ start: Int
    ) -> (words: Range<Int>, mark: Mark, end: Int)? {
        guard start + 1 < source.count, source[start] == "[", source[start + 1] == "[" else { return nil }
        var bar: Int?
        var at = start + 2
        while at + 1 < source.count {
            if source[at] == "]", source[at + 1] == "]" { break }
            if source[at] == "[" { return nil }
            if source[at] == "|" { bar = at }
            at += 1
        }
        guard at + 1 < source.count, let bar, bar > start + 2, let mark = mark(source[(bar + 1)..<at]) else {
            return nil
        }
        return (start + 2..<bar, mark, at + 2)
    }

    private static func mark(_ words: ArraySlice<Unicode.Scalar>) -> Mark? {
        let parts = words.split(separator: " ", maxSplits: 1)
        switch parts.first.map({ String(scalars: $0) }) {
        case "dots" where parts.count == 1: return .dots
        case "line" where parts.count == 1: return .line
        case "note" where parts.count == 1: return .note
        case "ruby" where parts.count == 2: return .ruby(Array(parts[1]))
        default: return nil
        }
    }
}

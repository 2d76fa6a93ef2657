public import Cleaning

/// Clean text cut into paragraphs and sentences: what every rule of extraction looks at.
///
/// All ranges are half-open, in scalars of `text.scalars`.
public struct Passage: Sendable {
    public let text: CleanText
    /// Without their line ends; none is empty.
    public let paragraphs: [Range<Int>]
    /// In order, each inside one paragraph, its stop included. A stop inside quotation marks ends the sentence
    /// only where the quotation ends too.
    public let sentences: [Range<Int>]

    public init(_ text: CleanText) {
        self.text = text
        var paragraphs: [Range<Int>] = []
        var sentences: [Range<Int>] = []
        let scalars = text.scalars
        var start = 0
        var sentence = 0
        var depth = 0
        func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { scalars[$0].properties.isWhitespace } }
        func endSentence(at end: Int) {
            if !isBlank(sentence..<end) { sentences.append(sentence..<end) }
            sentence = end
        }
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n":
                endSentence(at: index)
                if !isBlank(start..<index) { paragraphs.append(start..<index) }
                start = index + 1
                sentence = index + 1
                depth = 0
            case "“", "「", "『", "《": depth += 1
            case "”", "」", "』", "》":
                depth = max(0, depth - 1)
                if depth == 0, index > sentence, "。！？".unicodeScalars.contains(scalars[index - 1]) {
                    endSentence(at: index + 1)
                }
            case "。", "！", "？":
                if depth == 0 { endSentence(at: index + 1) }
            default: break
            }
        }
        endSentence(at: scalars.count)
        if !isBlank(start..<scalars.count) { paragraphs.append(start..<scalars.count) }
        self.paragraphs = paragraphs
        self.sentences = sentences
    }
}

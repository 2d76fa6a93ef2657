import Cleaning

/// Where the news begins: after the headline, and after a dateline where captions or other matter stand before it.
enum LeadRule {
    /// Index of the first sentence in the passage's list; `nil` where there is none.
    static func sentence(in passage: Passage, headline: Range<Int>?) -> Int? {
        let start = headline?.upperBound ?? passage.paragraphs.first?.lowerBound ?? 0
        guard let first = passage.sentences.firstIndex(where: { $0.lowerBound >= start }) else { return nil }
        guard let dateline = datelineEnd(passage),
            let told = passage.sentences.firstIndex(where: { $0.upperBound > dateline }), told > first
        else { return first }
        return told
    }

    /// Where the last dateline of the first two thirds ends, in clean scalars: `本报讯(记者 …)` in the text, or set aside.
    private static func datelineEnd(_ passage: Passage) -> Int? {
        let text = passage.text
        guard let head = passage.paragraphs.first, let tail = passage.paragraphs.last else { return nil }
        let limit = head.lowerBound + (tail.upperBound - head.lowerBound) * 2 / 3
        for paragraph in passage.paragraphs {
            for place in paragraph where text.scalars[place] == "讯" && place < limit && place > head.lowerBound + 20 {
                if passage.has("本报讯", at: place - 2, before: paragraph.upperBound)
                    || passage.has("本网讯", at: place - 2, before: paragraph.upperBound)
                {
                    return place + 1
                }
            }
        }
        for line in text.boilerplate where line.text.contains("讯") && line.text.unicodeScalars.count < 40 {
            guard line.text.contains("本报讯") || line.text.contains("本网讯") || line.kind == "dateline" else { continue }
            if let place = text.origins.firstIndex(where: { $0.lowerBound >= line.range.upperBound }), place < limit,
                place >= head.lowerBound
            {
                return place
            }
        }
        return nil
    }
}

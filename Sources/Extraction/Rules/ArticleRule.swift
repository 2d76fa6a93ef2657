import Cleaning

/// Several articles in one file: each with its own headline line and, under it, a sentence that tells when and what was held.
enum ArticleRule {
    /// The parts, in scalars of the clean text; one part where there is one article.
    static func parts(of passage: Passage) -> [Range<Int>] {
        let text = passage.text.scalars
        let whole = 0..<text.count
        var starts: [Int] = []
        for (index, paragraph) in passage.paragraphs.enumerated() where index + 1 < passage.paragraphs.count {
            let next = passage.paragraphs[index + 1]
            guard isTitle(text, paragraph), isLead(passage, next, under: paragraph) else { continue }
            starts.append(paragraph.lowerBound)
        }
        if starts.count < 2 { starts = columns(passage) }
        guard starts.count > 1 else { return [whole] }
        var parts: [Range<Int>] = []
        for (index, start) in starts.enumerated() {
            let from = index == 0 ? whole.lowerBound : start
            let to = index + 1 < starts.count ? starts[index + 1] : whole.upperBound
            parts.append(from..<to)
        }
        return parts
    }

    /// `成华丨区委召开会议8月8日…。新都丨…`: news of several places run together, each behind the name of its place.
    private static func columns(_ passage: Passage) -> [Int] {
        let text = passage.text.scalars
        var starts: [Int] = []
        for paragraph in passage.paragraphs {
            for bar in paragraph where text[bar] == "丨" || text[bar] == "｜" {
                var start = bar
                while start > paragraph.lowerBound, bar - start < 6, RegionRule.isHan(text[start - 1]),
                    text[start - 1] != "丨"
                {
                    start -= 1
                }
                let opens = start == paragraph.lowerBound || !RegionRule.isHan(text[start - 1])
                if bar - start >= 2, opens { starts.append(start) }
            }
        }
        let ends = starts.dropFirst() + [text.count]
        let tells = zip(starts, ends).allSatisfy {
            Vocabulary.events.first([.convene, .visit, .attend], in: text, $0..<$1) != nil
        }
        return tells ? starts : []
    }

    private static func isTitle(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count >= 8, range.count <= 60 else { return false }
        return !range.contains { text[$0] == "。" || text[$0] == "；" || text[$0] == "：" }
            && Vocabulary.events.first([.convene, .attend, .meetingNoun, .visit], in: text, range) != nil
    }

    /// A first sentence with a day of its own and a meeting held.
    private static func isLead(_ passage: Passage, _ paragraph: Range<Int>, under title: Range<Int>) -> Bool {
        guard let sentence = passage.sentences.first(where: { $0.lowerBound == paragraph.lowerBound }),
            sentence.count > 20,
            DateRule.mentions(
                in: passage.text.scalars, sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 60)
            )
            .contains(where: { $0.day != nil || $0.relation != .printed })
        else { return false }
        // 调研 under a headline that says so
        let visits = Vocabulary.events.first(.visit, in: passage.text.scalars, title) != nil
        if visits, Vocabulary.events.first(.visit, in: passage.text.scalars, sentence) != nil { return true }
        return passage.clauses.contains { clause in
            sentence.contains(clause.range.lowerBound)
                && EventRule.mentions(in: passage, clause.range, index: 0, sentence: 0).contains {
                    !$0.isWeak && !$0.isAside
                }
        }
    }
}

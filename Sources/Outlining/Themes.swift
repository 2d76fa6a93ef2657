import Extraction

/// The body: directives under their headings, in the text's own words and marks.
struct Themes {
    let directives: [MeetingRecord.Statement]
    let appendix: SourceAppendix

    /// `heading` and `paragraphs` each; what stands under no heading comes first, as 总体要求 where others follow.
    var value: [Briefing.Value] {
        var groups: [(heading: String?, items: [MeetingRecord.Statement])] = []
        for directive in directives {
            if let index = groups.firstIndex(where: { $0.heading == directive.heading }) {
                groups[index].items.append(directive)
            } else {
                groups.append((directive.heading, [directive]))
            }
        }
        if let bare = groups.firstIndex(where: { $0.heading == nil }), bare > 0 {
            groups.insert(groups.remove(at: bare), at: 0)
        }
        return groups.enumerated().map { index, group in
            let title = group.heading ?? (groups.count > 1 ? "总体要求" : "工作要求")
            let number = index < 99 ? ChineseText.numeral(index + 1) + "、" : ""
            let paragraphs = paragraphs(of: group.items.filter { $0.text != group.heading })
            // A heading that is all there is to say stands as a sentence of the text.
            if paragraphs.isEmpty { return ["paragraphs": [.text(ChineseText.sentence(number + title))]] }
            return [
                "heading": .text(number + title),
                "paragraphs": .list(paragraphs.map { .text($0) }),
            ]
        }
    }

    /// One paragraph a source paragraph; neighbouring clauses keep the mark that stands between them, others get ；.
    private func paragraphs(of items: [MeetingRecord.Statement]) -> [String] {
        var paragraphs: [String] = []
        var text = ""
        var previous: MeetingRecord.Statement?
        for item in items {
            if let last = previous {
                let samePlace = appendix.paragraph(of: last.range) == appendix.paragraph(of: item.range)
                if !samePlace, !text.isEmpty {
                    paragraphs.append(ChineseText.sentence(text))
                    text = ""
                } else {
                    text +=
                        appendix.marks(from: last.range.end, to: item.range.start).map { $0.isEmpty ? "；" : $0 } ?? "；"
                }
            }
            text += item.text
            previous = item
        }
        if !text.isEmpty { paragraphs.append(ChineseText.sentence(text)) }
        return paragraphs
    }
}

import Cleaning

/// Numbers that measure or count: indicator, comparator, value, unit, base and year. Not dates, ordinals, names, telephone
/// numbers or the ages of things.
struct FigureRule {
    let passage: Passage
    let headline: Range<Int>?
    let eventYear: Int?
    let words = Vocabulary.figures

    let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?, eventYear: Int?) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
        self.eventYear = eventYear
    }

    /// A number with its unit as it stands.
    struct Amount: Sendable, Equatable {
        var range: Range<Int>
        var value: Double
        /// The upper bound of `63%~68%`.
        var upper: Double?
        var unit: Range<Int>
        var unitText: String?
        var isChinese = false
    }

    /// In the order of the text, each with the clause it stands in.
    func found() -> [(figure: MeetingRecord.Figure, clause: Int)] {
        var found: [(figure: MeetingRecord.Figure, clause: Int)] = []
        for (index, clause) in passage.clauses.enumerated() {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            var place = clause.range.lowerBound
            while place < clause.range.upperBound {
                if text[place] == "《", Int(passage.closing[place]) > place {
                    place = min(Int(passage.closing[place]) + 1, clause.range.upperBound)
                    continue
                }
                if let date = date(at: place, clause.range) {
                    place = date
                    continue
                }
                guard let amount = amount(at: place, clause.range), !isPeriod(amount) else {
                    place = afterNumber(place, clause.range.upperBound)
                    continue
                }
                if !isAdvertised(clause) { add(amount, clause, index, to: &found) }
                place = amount.range.upperBound
            }
        }
        return found
    }

    /// The end of a date that starts here. A bare day may be a span (30日), but is no figure either way.
    private func date(at place: Int, _ range: Range<Int>) -> Int? {
        guard isNumberStart(text[place]), let mention = DateRule.mention(in: text, at: place, range) else { return nil }
        return mention.range.upperBound
    }

    private func isNumberStart(_ scalar: Unicode.Scalar) -> Bool {
        Numeral.digit(scalar) != nil || Numeral.chineseDigit(scalar) != nil || Numeral.chineseScale(scalar) != nil
    }

    private func afterNumber(_ place: Int, _ end: Int) -> Int {
        guard Numeral.digit(text[place]) != nil else { return place + 1 }
        var place = place
        while place < end, Numeral.digit(text[place]) != nil || text[place] == "." || text[place] == "," { place += 1 }
        return place
    }

    /// 前5个月, 近3天: when, not how much.
    private func isPeriod(_ amount: Amount) -> Bool {
        guard amount.range.lowerBound > 0 else { return false }
        let before = text[amount.range.lowerBound - 1]
        guard before == "前" || before == "近" || before == "头" || before == "后" else { return false }
        let first = text[amount.unit.lowerBound]
        let last = text[amount.unit.upperBound - 1]
        return last == "月" || first == "天" || first == "周" || first == "年" || first == "小"
    }

    func add(
        _ amount: Amount, _ clause: Passage.Clause, _ index: Int,
        to found: inout [(figure: MeetingRecord.Figure, clause: Int)]
    ) {
        let range = clause.range
        let change = changed(amount, range)
        var comparator = comparator(amount, range)
        if let change, change < amount.range.lowerBound - 1 {
            comparator = amount.range.lowerBound - 3..<amount.range.lowerBound
        }
        let front = comparator?.lowerBound ?? amount.range.lowerBound
        let indicator =
            indicator(before: change ?? front, range) ?? (change == nil ? counted(after: amount, range) : nil)
        let noun =
            indicator ?? plainNoun(before: change ?? front, isCompared: comparator != nil || change != nil, range)
        var start = comparator?.lowerBound ?? amount.range.lowerBound
        var end = amount.range.upperBound
        if let indicator {
            start = min(start, indicator.lowerBound)
            end = max(end, indicator.upperBound)
        }
        if indicator == nil { start = spoken(before: start, range) }
        let after = words.longest(.after, in: text, at: amount.range.upperBound, before: range.upperBound)
        end = max(end, amount.range.upperBound + after)
        if range.count <= 24 {
            start = min(ItemNumber.end(text, range), amount.range.lowerBound)
            end = range.upperBound
        }
        let isGoal = isWanted(clause, amount.range.lowerBound)
        var figure = MeetingRecord.Figure(
            text: passage.text.string(start..<end), indicator: noun.map { passage.text.string($0) },
            comparator: comparatorText(comparator, amount, after), value: amount.value,
            unit: amount.unitText ?? unitText(amount.unit),
            year: year(clause, amount.range.lowerBound), base: base(range, amount.range.lowerBound),
            range: passage.source(start..<end),
            rule: isGoal ? "figure.goal" : amount.isChinese ? "figure.chinese" : "figure.fact",
            sure: indicator != nil || !amount.isChinese)
        let isRepeated = found.contains {
            $0.figure.value == figure.value && $0.figure.unit == figure.unit && $0.figure.range == figure.range
        }
        if isRepeated { return }
        found.append((figure, index))
        if let upper = amount.upper, upper != amount.value {
            figure.value = upper
            found.append((figure, index))
        }
    }

    /// `…、营救群众1786人`: without an indicator, the words right before the number say what it is of.
    private func spoken(before place: Int, _ range: Range<Int>) -> Int {
        var start = place
        while start > range.lowerBound, place - start < 14, RegionRule.isHan(text[start - 1]) { start -= 1 }
        return place - start < 14 ? start : place
    }

    func unitText(_ range: Range<Int>) -> String {
        var unit = passage.text.string(range)
        unit.removeAll { $0 == "多" || $0 == "余" }
        return unit == "％" ? "%" : unit
    }

    /// `限时优惠，立减50元`: what is for sale beside the article.
    private func isAdvertised(_ clause: Passage.Clause) -> Bool {
        guard clause.sentence < passage.sentences.count else { return false }
        return words.first(.advertising, in: text, passage.sentences[clause.sentence]) != nil
    }
}

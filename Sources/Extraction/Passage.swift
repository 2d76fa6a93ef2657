public import Cleaning

/// Clean text cut into paragraphs, sentences and clauses: what every rule of extraction looks at.
///
/// All ranges are half-open, in scalars of `text.scalars`.
public struct Passage: Sendable {
    /// What stands between two commas, colons or stops; quotations, book marks and brackets are never cut.
    struct Clause: Sendable {
        /// Without leading blanks and without the mark that ends it.
        var range: Range<Int>
        /// The mark that ends it; a line end where there is none.
        var mark: Unicode.Scalar
        var sentence: Int
        var paragraph: Int
        /// Whether it is the first of its sentence.
        var opens: Bool
    }

    public let text: CleanText
    /// Without their line ends; none is empty.
    public let paragraphs: [Range<Int>]
    /// In order, each inside one paragraph, its stop included. A stop inside quotation marks ends the sentence
    /// only where the quotation ends too.
    public let sentences: [Range<Int>]
    /// In order.
    let clauses: [Clause]
    /// For each opening mark (quotation, book mark, bracket) the place of its closing mark in the same paragraph;
    /// 0 elsewhere.
    let closing: [Int32]

    public init(_ text: CleanText) {
        self.init(text, within: 0..<text.scalars.count)
    }

    /// A part of a text that stands by itself: what lies outside `bounds` is not seen.
    init(_ text: CleanText, within bounds: Range<Int>) {
        self.text = text
        let scalars = text.scalars
        var paragraphs: [Range<Int>] = []
        var start = bounds.lowerBound
        for index in bounds where scalars[index] == "\n" {
            Passage.append(start..<index, to: &paragraphs, scalars)
            start = index + 1
        }
        Passage.append(start..<bounds.upperBound, to: &paragraphs, scalars)
        self.paragraphs = paragraphs
        closing = Passage.pairs(scalars, paragraphs)
        var cut = Cutter(scalars: scalars, closing: closing)
        for (number, paragraph) in paragraphs.enumerated() { cut.cut(paragraph, number: number) }
        sentences = cut.sentences
        clauses = cut.clauses
    }

    /// Goes from a place behind the quotations, book titles and brackets that open there.
    ///
    /// - Returns: whether there is a place before `end`.
    func skipMarks(_ place: inout Int, before end: Int) -> Bool {
        while place < end, Int(closing[place]) > place { place = Int(closing[place]) + 1 }
        return place < end
    }

    /// The same, but not behind what closes at `end` or later.
    func skipMarks(_ place: inout Int, closedBefore end: Int) -> Bool {
        while place < end, Int(closing[place]) > place, Int(closing[place]) < end { place = Int(closing[place]) + 1 }
        return place < end
    }

    private static func append(_ range: Range<Int>, to list: inout [Range<Int>], _ scalars: [Unicode.Scalar]) {
        var range = range
        while let first = range.first, isBlank(scalars[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, isBlank(scalars[last]) { range = range.lowerBound..<last }
        if !range.isEmpty { list.append(range) }
    }

    @inline(__always)
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0xA0, 0x3000, 0x2000...0x200B, 0xFEFF: true
        default: false
        }
    }

    /// An opening mark and its partner; a mark without a partner in its paragraph binds nothing.
    private static func pairs(_ scalars: [Unicode.Scalar], _ paragraphs: [Range<Int>]) -> [Int32] {
        var closing = [Int32](repeating: 0, count: scalars.count)
        var open: [(Int, UInt32)] = []
        for paragraph in paragraphs {
            open.removeAll(keepingCapacity: true)
            for index in paragraph {
                let value = scalars[index].value
                if value < 0x2018 && value != 0x28 && value != 0x29 { continue }
                if value >= 0x4E00 && value < 0xFF00 { continue }
                if let partner = Passage.partner(of: value) {
                    open.append((index, partner))
                } else if let place = open.lastIndex(where: { $0.1 == value }), open.count - place < 4 {
                    closing[open[place].0] = Int32(index)
                    open.removeSubrange(place...)
                }
            }
        }
        return closing
    }

    @inline(__always)
    private static func partner(of opening: UInt32) -> UInt32? {
        switch opening {
        case 0x201C: 0x201D
        case 0x2018: 0x2019
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        case 0x300A: 0x300B
        case 0x3008: 0x3009
        case 0xFF08: 0xFF09
        case 0x28: 0x29
        default: nil
        }
    }

    /// Where the text of a sentence, a clause or a whole record stands in the source.
    func source(_ range: Range<Int>) -> MeetingRecord.SourceRange {
        MeetingRecord.SourceRange(text.sourceRange(of: range))
    }

    /// Whether the scalars at `place` are `word`; words are of ASCII and of the basic plane's Han, three bytes each.
    @inline(__always)
    func has(_ word: StaticString, at place: Int, before end: Int) -> Bool {
        guard place >= 0 else { return false }
        let bytes = word.utf8Start
        let count = word.utf8CodeUnitCount
        var place = place
        var at = 0
        while at < count {
            guard place < end else { return false }
            let lead = UInt32(bytes[at])
            let value: UInt32
            if lead < 0x80 {
                value = lead
                at += 1
            } else {
                value = (lead & 0x0F) << 12 | (UInt32(bytes[at + 1]) & 0x3F) << 6 | (UInt32(bytes[at + 2]) & 0x3F)
                at += 3
            }
            guard text.scalars[place].value == value else { return false }
            place += 1
        }
        return true
    }
}

/// Cuts paragraphs into sentences and clauses.
private struct Cutter {
    let scalars: [Unicode.Scalar]
    let closing: [Int32]
    var sentences: [Range<Int>] = []
    var clauses: [Passage.Clause] = []

    mutating func cut(_ paragraph: Range<Int>, number: Int) {
        var sentence = paragraph.lowerBound
        var clause = paragraph.lowerBound
        var opens = true
        var place = paragraph.lowerBound
        var skip = -1
        while place < paragraph.upperBound {
            let scalar = scalars[place]
            if closing[place] > 0, skip < 0 { skip = Int(closing[place]) }
            if skip >= 0 {
                if place == skip {
                    skip = -1
                    if isStop(scalars[place - 1]), scalar == "”" || scalar == "」" || scalar == "』" {
                        add(clause..<place + 1, "。", number, &opens)
                        clause = place + 1
                        end(sentence..<place + 1)
                        sentence = place + 1
                        opens = true
                    }
                }
            } else {
                switch scalar {
                case "," where isDigit(place + 1) && isDigit(place - 1): break
                case "，", "；", "：", ",", ";":
                    add(clause..<place, scalar, number, &opens)
                    clause = place + 1
                case ":" where !isDigit(place + 1):
                    add(clause..<place, scalar, number, &opens)
                    clause = place + 1
                case "…" where place + 1 < paragraph.upperBound && scalars[place + 1] == "…": break
                case "。", "！", "？", "…":
                    add(clause..<place, scalar, number, &opens)
                    clause = place + 1
                    end(sentence..<place + 1)
                    sentence = place + 1
                    opens = true
                default: break
                }
            }
            place += 1
        }
        add(clause..<paragraph.upperBound, "\n", number, &opens)
        end(sentence..<paragraph.upperBound)
    }

    private func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" || scalar == "！" || scalar == "？" }

    private func isDigit(_ place: Int) -> Bool {
        place >= 0 && place < scalars.count && scalars[place].value >= 0x30 && scalars[place].value <= 0x39
    }

    private mutating func add(
        _ range: Range<Int>, _ mark: Unicode.Scalar, _ paragraph: Int, _ opens: inout Bool
    ) {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, Passage.isBlank(scalars[start]) { start += 1 }
        while end > start, Passage.isBlank(scalars[end - 1]) { end -= 1 }
        guard start < end else { return }
        clauses.append(
            Passage.Clause(
                range: start..<end, mark: mark, sentence: sentences.count, paragraph: paragraph, opens: opens))
        opens = false
    }

    private mutating func end(_ range: Range<Int>) {
        var range = range
        while let first = range.first, Passage.isBlank(scalars[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, Passage.isBlank(scalars[last]) { range = range.lowerBound..<last }
        if !range.isEmpty { sentences.append(range) }
    }
}

import Cleaning

/// Standing terms that a text misquotes by one character.
struct TermCheck: Sendable {
    private struct Term {
        var text: String
        /// Without quotation marks.
        var heard: [Unicode.Scalar]
    }

    private let terms: [Term]
    /// Every form that is right.
    private let right: [[Unicode.Scalar]]
    /// Terms by the two characters that either half begins with, and where that half stands.
    private let halves: [UInt64: [(term: Int, at: Int)]]

    /// Shorter ones differ from other words by a character too easily.
    private static let shortest = 4

    init(_ standing: [Registry.Term]) {
        let all = standing.map { Term(text: $0.text, heard: Self.heard($0.text.unicodeScalars).scalars) }
        terms = all.filter { $0.heard.count >= Self.shortest }
        right = standing.flatMap { [$0.text] + $0.also }.map { Self.heard($0.unicodeScalars).scalars }
        var halves: [UInt64: [(term: Int, at: Int)]] = [:]
        for (index, term) in terms.enumerated() {
            for at in [0, term.heard.count / 2] where at + 1 < term.heard.count {
                halves[Self.pair(term.heard[at], term.heard[at + 1]), default: []].append((index, at))
            }
        }
        self.halves = halves
    }

    func warnings(in text: CleanText, of record: MeetingRecord) -> [MeetingRecord.Warning] {
        guard !terms.isEmpty else { return [] }
        let (heard, origins) = Self.heard(text.scalars)
        var found: [Range<Int>] = []
        var warnings: [MeetingRecord.Warning] = []
        guard heard.count > 1 else { return [] }
        for at in 0..<heard.count - 1 {
            for (index, offset) in halves[Self.pair(heard[at], heard[at + 1])] ?? [] {
                let term = terms[index]
                guard let range = misquoted(term.heard, from: at - offset, in: heard, at: at, offset: offset),
                    !found.contains(where: { $0.overlaps(range) }), !isRight(range, in: heard, besides: term.heard)
                else { continue }
                found.append(range)
                let place = origins[range.lowerBound]..<origins[range.upperBound - 1] + 1
                let isQuoted = term.heard.count > Self.shortest || Self.isQuoted(place, in: text.scalars)
                if isQuoted { warnings.append(warning(place, term, text)) }
            }
        }
        return warnings
    }

    private func warning(_ place: Range<Int>, _ term: Term, _ text: CleanText) -> MeetingRecord.Warning {
        var place = place
        // The quotation marks around it are part of what is quoted.
        if let first = term.text.unicodeScalars.first, Self.isMark(first), place.lowerBound > 0,
            text.scalars[place.lowerBound - 1] == first
        {
            place = place.lowerBound - 1..<place.upperBound
        }
        if let last = term.text.unicodeScalars.last, Self.isMark(last), place.upperBound < text.scalars.count,
            text.scalars[place.upperBound] == last
        {
            place = place.lowerBound..<place.upperBound + 1
        }
        let words = text.string(place)
        return .init(
            text: "提法“\(Self.inner(words))”与规范提法“\(Self.inner(term.text))”不一致",
            range: .init(text.sourceRange(of: place)),
            question: "是否应为“\(Self.inner(term.text))”？")
    }

    /// Where the term stands with one character other, missing or too many: not at its ends alone, where it might go on
    /// as another word.
    private func misquoted(
        _ term: [Unicode.Scalar], from start: Int, in heard: [Unicode.Scalar], at: Int, offset: Int
    ) -> Range<Int>? {
        // The half whose beginning was found stands whole, so the fault lies in the other one.
        let half = term.count / 2
        let whole = offset == 0 ? term[..<half] : term[half...]
        guard at + whole.count <= heard.count, heard[at..<at + whole.count].elementsEqual(whole) else { return nil }
        for shift in [0, -1, 1] {
            let begin = offset == 0 ? at : start - shift
            let end = begin + term.count + shift
            guard begin >= 0, end <= heard.count, begin < end else { continue }
            let words = heard[begin..<end]
            if shift == 0 {
                if words.elementsEqual(term) { return nil }
                if zip(words, term).count(where: { $0 != $1 }) == 1, isHan(words) { return begin..<end }
            } else if words.first == term.first, words.last == term.last, isOneMore(Array(words), term), isHan(words) {
                return begin..<end
            }
        }
        return nil
    }

    /// A sentence's end inside is no slip of a character.
    private func isHan(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        words.allSatisfy { $0.value >= 0x3400 || $0.properties.isAlphabetic || $0.properties.numericType != nil }
            && !words.contains { "，。；：！？、".unicodeScalars.contains($0) }
    }

    private func isOneMore(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        let same = zip(short, long).prefix { $0 == $1 }.count
        return long.count == short.count + 1 && short[same...].elementsEqual(long[(same + 1)...])
    }

    /// Whether another term, or another form of one, stands there as it should; what is part of the term is none.
    private func isRight(_ range: Range<Int>, in heard: [Unicode.Scalar], besides term: [Unicode.Scalar]) -> Bool {
        right.contains { form in
            guard form.count > 1, term.firstRange(of: form) == nil else { return false }
            let low = max(0, range.lowerBound - form.count + 1)
            let high = min(heard.count - form.count, range.upperBound - 1)
            guard low <= high else { return false }
            return (low...high).contains { start in
                let overlap = min(range.upperBound, start + form.count) - max(range.lowerBound, start)
                return overlap * 2 > range.count && heard[start] == form[0]
                    && heard[start..<start + form.count].elementsEqual(form)
            }
        }
    }

    private static func isQuoted(_ place: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        place.lowerBound > 0 && place.upperBound < text.count && text[place.lowerBound - 1] == "“"
            && text[place.upperBound] == "”"
    }

    /// Without quotation marks, and where each scalar came from.
    private static func heard(
        _ text: some Sequence<Unicode.Scalar>
    ) -> (scalars: [Unicode.Scalar], origins: [Int]) {
        var scalars: [Unicode.Scalar] = []
        var origins: [Int] = []
        for (index, scalar) in text.enumerated() where !isMark(scalar) {
            scalars.append(scalar)
            origins.append(index)
        }
        return (scalars, origins)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "'": true
        default: false
        }
    }

    /// Quotation marks inside a quotation become single (GB/T 15834).
    private static func inner(_ text: String) -> String {
        String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
    }

    private static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
        UInt64(a.value) << 32 | UInt64(b.value)
    }
}

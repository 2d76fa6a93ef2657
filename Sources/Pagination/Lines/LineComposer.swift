import Fonts

/// Breaks paragraphs into lines and settles every glyph: CLREQ's rules, chosen over the whole paragraph.
///
/// One composer serves one document; its buffers are kept from paragraph to paragraph.
final class LineComposer {
    /// A cluster: the least that a line holds or does not hold. Lengths in pt.
    struct Atom {
        var scalar: Int32
        var scalars: Int32
        var glyph: Int32
        var glyphs: Int32
        var span: Int32
        var kind: CharacterClass
        var width: Double
        /// What goes when the atom begins a line, and when it ends one.
        var left: Double
        var right: Double
        /// What of it stands beyond the edge when it ends a line: `right`, or all of a mark that hangs.
        var trim: Double
        /// Of its glyphs within its width.
        var shift: Double
        var em: Double
    }

    /// What lies between an atom and the next.
    struct Gap {
        /// Set when nothing has to give; below zero where marks share their blank. pt
        var natural: Double = 0
        /// May be taken away, at `stage` of the order of shrinking. pt
        var give: Double = 0
        /// May be added before all characters are spread. pt
        var take: Double = 0
        var stage: ShrinkStage = .none
        /// Takes part when all characters of the line are spread.
        var spreads = false
        /// Between letters of a word: what no eye sees there, added when all blanks are as wide as they may be. pt
        var loose: Double = 0
        /// Holds the blank of a single mark, which may be widened.
        var widens = false
        /// Demerits of a break here; infinite where none may be.
        var penalty: Double = 0
    }

    /// The order in which blanks shrink (CLREQ 3.1.6): each by part of what it can give, then each by the rest.
    enum ShrinkStage: UInt8, CaseIterable {
        case space
        case middot
        case bracket
        case pause
        case mixed
        case stop
        case none
    }

    /// Running sums up to an atom, so that any line's figures are differences.
    struct Sums {
        var natural = 0.0
        var give = 0.0
        var take = 0.0
        var spreads = 0.0
        var loose = 0.0
        /// Blanks of single marks, which may be widened.
        var blanks = 0.0
    }

    let shaper: any Shaper
    let language: TextLanguage
    let names: NameFinder
    /// Whether `[[…|dots]]` and its kin are marks.
    var readsMarkup = false

    var text: [Unicode.Scalar] = []
    var spans: [TextSpan] = []
    var measure = Measure(width: 0)
    var glyphs: [ShapedGlyph] = []
    var atoms: [Atom] = []
    var gaps: [Gap] = []
    var sums: [Sums] = []
    var ties: [Bool] = []
    /// Where names stand in `text`: none breaks across lines or is set in two faces.
    var named: [Range<Int>] = []
    var marks: [(range: Range<Int>, mark: MarkedText.Mark)] = []
    /// Where the scalars stand in what was given, where that had marks.
    private var origins: [Int]?
    /// Of the best way to a break before each atom.
    var demerits: [Double] = []
    var previous: [Int32] = []

    init(shaper: any Shaper, language: TextLanguage, names: NameFinder = NameFinder([])) {
        self.shaper = shaper
        self.language = language
        self.names = names
    }

    /// The lines of a paragraph.
    ///
    /// - Parameters:
    ///   - text: without line ends; controls in it are not set.
    ///   - spans: cover `text` wholly.
    func compose(_ text: [Unicode.Scalar], spans: [TextSpan], in measure: Measure) -> [SetLine] {
        self.measure = measure
        load(text, spans)
        guard !atoms.isEmpty else { return [] }
        buildGaps()
        addUp()
        let breaks = findBreaks()
        var lines: [SetLine] = []
        lines.reserveCapacity(breaks.count)
        var start = 0
        for end in breaks {
            var line = settle(start..<end, isFirst: start == 0, isLast: end == atoms.count)
            if let origins { line.scalars = origins[line.scalars.lowerBound]..<origins[line.scalars.upperBound] }
            lines.append(line)
            start = end
        }
        return lines
    }

    /// Shapes a paragraph and makes its atoms.
    private func load(_ text: [Unicode.Scalar], _ spans: [TextSpan]) {
        self.text = text
        self.spans = spans
        marks = []
        origins = nil
        if readsMarkup, let marked = MarkedText(text) {
            self.text = marked.text
            self.spans = marked.spans(spans)
            marks = marked.marks
            origins = marked.origins
            for mark in marks where mark.mark == .note { makeSmall(mark.range, rise: SmallDigits.raised, isNote: true) }
        }
        var at = 0
        while let small = self.text[at...].firstIndex(where: SmallDigits.isSmall) {
            at = small + 1
            let rise = SmallDigits.drawn(self.text[small])!.isRaised ? SmallDigits.raised : SmallDigits.lowered
            makeSmall(small..<at, rise: rise, isNote: false)
        }
        named = names.ranges(in: self.text)
        shape()
        buildAtoms()
        if !marks.isEmpty { widenForRuby() }
    }

    /// Parts the spans so that a range is a small one.
    private func makeSmall(_ range: Range<Int>, rise: Double, isNote: Bool) {
        var parted: [TextSpan] = []
        var start = 0
        for span in spans {
            let end = start + span.count
            let inner = range.clamped(to: start..<end)
            guard !inner.isEmpty else {
                parted.append(span)
                start = end
                continue
            }
            var (before, small, after) = (span, span, span)
            before.count = inner.lowerBound - start
            small.count = inner.count
            after.count = end - inner.upperBound
            small.rise += rise * span.size
            small.size *= SmallDigits.size
            small.isNote = isNote
            parted += [before, small, after].filter { $0.count > 0 }
            start = end
        }
        spans = parted
    }

    /// The width of `text` on one line, in pt: what a column measured by its contents needs.
    ///
    /// - Parameter trimmed: whether the blank halves at its edges are left out.
    func naturalWidth(_ text: [Unicode.Scalar], spans: [TextSpan], trimmed: Bool = true) -> Double {
        measure = Measure(width: .infinity, alignment: .left)
        load(text, spans)
        guard let first = atoms.first, let last = atoms.last else { return 0 }
        buildGaps()
        addUp()
        let width = sums[atoms.count].natural - gaps[atoms.count - 1].natural
        return trimmed ? width - first.left - last.trim : width
    }

    private func shape() {
        glyphs.removeAll(keepingCapacity: true)
        var start = 0
        for span in spans {
            let end = min(start + span.count, text.count)
            guard start < end else { continue }
            if start == 0, end == text.count, span.rise == 0 {
                glyphs = shaper.shape(text[...], words: named, role: span.role, language: language)
                return
            }
            var part = Array(text[start..<end])
            if span.rise != 0 { part = part.map { SmallDigits.drawn($0)?.scalar ?? $0 } }
            let words = named.compactMap { name -> Range<Int>? in
                let inner = name.clamped(to: start..<end)
                return inner.isEmpty ? nil : inner.lowerBound - start..<inner.upperBound - start
            }
            for var glyph in shaper.shape(part[...], words: words, role: span.role, language: language) {
                glyph.cluster += start
                glyphs.append(glyph)
            }
            start = end
        }
    }
}

import Fonts

extension LineComposer {
    /// How the blanks of one line are changed.
    private struct Fit {
        /// Share of what each stage can give that is taken, by stage.
        var shrink = [Double](repeating: 0, count: LineComposer.ShrinkStage.allCases.count)
        /// Share of `take` that is added.
        var take = 0.0
        /// Share of `loose` that is added, below zero where it is taken away.
        var loose = 0.0
        /// Added to every gap that spreads, and to the blank of every mark; pt.
        var spread = 0.0
        var mark = 0.0
    }

    /// The line of `range`, glyphs at their places.
    func settle(_ range: Range<Int>, isFirst: Bool, isLast: Bool) -> SetLine {
        let indent = isFirst ? measure.firstIndent : measure.indent
        let width = lineWidth(range.lowerBound, range.upperBound)
        let slack = measure.width - indent - width
        var fit = Fit()
        var x = indent
        switch measure.alignment {
        case .justify:
            if slack < 0 || !isLast { fit = fitting(range, slack: slack) }
        case .left: break
        case .right: x += slack
        case .centre, .balance: x += slack / 2
        }
        return assemble(range, from: x, fit: fit)
    }

    private func fitting(_ range: Range<Int>, slack: Double) -> Fit {
        var fit = Fit()
        let inner = range.lowerBound..<(range.upperBound - 1)
        if slack < 0 {
            var rest = -slack
            var room = [Double](repeating: 0, count: LineComposer.ShrinkStage.allCases.count)
            for gap in gaps[inner] { room[Int(gap.stage.rawValue)] += gap.give }
            for share in [Slack.firstShrink, 1 - Slack.firstShrink] {
                for stage in 0..<Int(ShrinkStage.none.rawValue) where rest > 0 && room[stage] > 0 {
                    let part = min(share, rest / room[stage])
                    fit.shrink[stage] += part
                    rest -= room[stage] * part
                }
            }
            let (from, to) = (sums[inner.lowerBound], sums[inner.upperBound])
            let count = to.spreads - from.spreads
            if rest > 1e-9, count > 0 {
                let even = min(rest / count, evenly * atoms[range.lowerBound].em)
                fit.spread = -even
                rest -= even * count
            }
            if rest > 1e-9, to.loose > from.loose { fit.loose = -rest / (to.loose - from.loose) }
            return fit
        }
        var rest = slack
        let em = atoms[range.lowerBound].em
        let from = sums[inner.lowerBound]
        let to = sums[inner.upperBound]
        // Half of what the gaps take, then evenly what no eye sees, then blanks, then evenly all that is left.
        let half = (to.take - from.take) / 2
        if half > 0 {
            fit.take = min(1, rest / half) / 2
            rest -= 2 * half * fit.take
        }
        let count = to.spreads - from.spreads
        guard rest > 1e-9, count > 0 else { return fit }
        fit.spread = min(rest / count, evenly * em)
        rest -= fit.spread * count
        let blanks = em * (to.blanks - from.blanks)
        let loose = to.loose - from.loose
        // Where the grid is lost anyway, no mark need have a hole beside it.
        let widest = rest > half + Slack.mark * blanks + loose ? Slack.markOffGrid : Slack.mark
        let marks = widest * blanks
        if rest > 1e-9, half + marks > 0 {
            let part = min(1, rest / (half + marks))
            fit.take += part / 2
            fit.mark = part * widest * em
            rest -= part * (half + marks)
        }
        if rest > 1e-9, loose > 0 {
            fit.loose = min(1, rest / loose)
            rest -= fit.loose * loose
        }
        fit.spread += rest / count
        return fit
    }

    private func assemble(_ range: Range<Int>, from left: Double, fit: Fit) -> SetLine {
        var builder = RunBuilder(text: text, spans: spans)
        builder.reserve(range.count)
        var x = left - atoms[range.lowerBound].left
        var end = range.upperBound
        if atoms[end - 1].kind == .space || atoms[end - 1].kind == .chance { end -= 1 }
        let steps = steps(range.lowerBound..<max(end, range.lowerBound + 1), fit)
        var places: [(x: Double, end: Double)] = []
        for at in range.lowerBound..<max(end, range.lowerBound) {
            let atom = atoms[at]
            if !marks.isEmpty { places.append((x, x + atom.width)) }
            // A raised glyph that ends a line is read as a line of its own.
            let isFlat = at == end - 1 && atom.kind == .dash
            builder.add(atom, glyphs, x: x + atom.shift, isFlat: isFlat)
            x += atom.width
            if at + 1 < end { x += Double(steps[at - range.lowerBound]) * atom.em / 1000 }
        }
        let scalars =
            Int(
                atoms[range.lowerBound].scalar)..<(range.upperBound < atoms.count
            ? Int(atoms[range.upperBound].scalar) : text.count)
        let right = end == range.upperBound ? x - atoms[end - 1].trim : x
        var line = SetLine(runs: builder.finish(), left: left, right: right, scalars: scalars)
        if builder.elements.contains(where: { $0 != nil }) { line.elements = builder.elements }
        if !marks.isEmpty { mark(&line, range.lowerBound, places) }
        return line
    }

    /// What is added after each atom of a line but the last, in thousandths of an em: the unit of a PDF's glyph
    /// positions. A step of less than `least` would be lost there, so the least are gathered into fewer steps, and
    /// what remains at the line's end goes to a step that is there.
    private func steps(_ range: Range<Int>, _ fit: Fit) -> [Int] {
        var steps = [Int](repeating: 0, count: max(0, range.count - 1))
        let least = 4
        var rest = 0.0
        var widest: Int?
        for at in range.dropLast() {
            let gap = gaps[at]
            rest +=
                gap.natural - gap.give * fit.shrink[Int(gap.stage.rawValue)] + gap.take * fit.take
                + gap.loose * fit.loose
            if gap.spreads { rest += fit.spread }
            if gap.widens { rest += fit.mark }
            let unit = atoms[at].em / 1000
            let step = Int((rest / unit).rounded())
            guard abs(step) >= least else { continue }
            steps[at - range.lowerBound] = step
            rest -= Double(step) * unit
            if gap.spreads, abs(step) >= 2 * least { widest = at - range.lowerBound }
        }
        let left = Int((rest / (atoms[range.lowerBound].em / 1000)).rounded())
        if left == 0 { return steps }
        let spreading = range.dropLast().filter { gaps[$0].spreads }.map { $0 - range.lowerBound }
        if let widest {
            steps[widest] += left
        } else if let place = spreading.last(where: { steps[$0] == 0 }), abs(left) == 3 {
            steps[place] = left.signum() * least
        } else if abs(left) == 2, let one = spreading.first(where: { steps[$0] == 0 }),
            let other = spreading.last(where: { steps[$0] == 0 }), one != other
        {
            steps[one] = left.signum() * 6
            steps[other] = -left.signum() * 4
        }
        return steps
    }
}

/// Gathers the glyphs of a line into as few runs as faces, sizes and colours allow.
private struct RunBuilder {
    let text: [Unicode.Scalar]
    let spans: [TextSpan]
    var runs: [GlyphRun] = []
    /// Of each run.
    var elements: [Int?] = []
    var face = FaceID(index: -1)
    var span: Int32 = -1
    var scalars: [Unicode.Scalar] = []
    var glyphs: [GlyphRun.Glyph] = []
    var clusters: [GlyphRun.Cluster] = []
    var isPlain = true

    init(text: [Unicode.Scalar], spans: [TextSpan]) {
        self.text = text
        self.spans = spans
    }

    mutating func reserve(_ count: Int) {
        scalars.reserveCapacity(count)
        glyphs.reserveCapacity(count)
    }

    mutating func add(_ atom: LineComposer.Atom, _ shaped: [ShapedGlyph], x: Double, isFlat: Bool) {
        guard atom.glyphs > 0 else { return }
        let first = Int(atom.glyph)
        if atom.span != span || shaped[first].face != face {
            let before = span
            if before < 0 || shaped[first].face != face || !alike(Int(before), Int(atom.span)) {
                flush()
                face = shaped[first].face
            }
            span = atom.span
        }
        let rise = spans[Int(atom.span)].rise
        var x = x
        for index in first..<(first + Int(atom.glyphs)) {
            let glyph = shaped[index]
            glyphs.append(
                .init(id: glyph.id, x: x + glyph.dx * atom.em, y: isFlat ? 0 : -glyph.dy * atom.em - rise))
            x += glyph.advance * atom.em
        }
        let start = Int(atom.scalar)
        if atom.scalars == 1 {
            scalars.append(text[start])
        } else {
            scalars.append(contentsOf: text[start..<(start + Int(atom.scalars))])
        }
        if atom.scalars != 1 || atom.glyphs != 1 {
            if isPlain { clusters = glyphs.dropLast(Int(atom.glyphs)).map { _ in .init(scalars: 1, glyphs: 1) } }
            isPlain = false
        }
        if !isPlain { clusters.append(.init(scalars: Int(atom.scalars), glyphs: Int(atom.glyphs))) }
    }

    private func alike(_ one: Int, _ other: Int) -> Bool {
        spans[one].size == spans[other].size && spans[one].colour == spans[other].colour
            && spans[one].element == spans[other].element
    }

    private mutating func flush() {
        guard !glyphs.isEmpty else { return }
        elements.append(spans[Int(span)].element)
        runs.append(
            GlyphRun(
                face: face, size: spans[Int(span)].size, colour: spans[Int(span)].colour, text: Array(scalars[...]),
                glyphs: Array(glyphs[...]), clusters: isPlain ? [] : Array(clusters[...])))
        // Copied at their length: what they were gathered in serves the next run.
        scalars.removeAll(keepingCapacity: true)
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
        isPlain = true
    }

    mutating func finish() -> [GlyphRun] {
        flush()
        return runs
    }
}

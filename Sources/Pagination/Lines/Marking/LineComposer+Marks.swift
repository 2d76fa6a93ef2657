import Fonts

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineComposer {
    /// In em of the marked text, from its baseline downwards.
    private enum Place {
        /// Middle and radius of an emphasis dot: below the em box.
        static let dot = (middle: 0.24, radius: 0.075)
        static let line = (top: 0.17, thickness: 0.045)
        /// Size and baseline of ruby: above the em box.
        static let ruby = (size: 0.45, baseline: -0.95)
        /// How far ruby may stand over a neighbour.
        static let overhang = 0.2
    }

    /// Gives characters the room their ruby needs.
    func widenForRuby() {
        for case (let range, .ruby(let text)) in marks {
            guard let first = atoms.firstIndex(where: { range.contains(Int($0.scalar)) }) else { continue }
            let last = atoms[first...].lastIndex { range.contains(Int($0.scalar)) } ?? first
            let em = atoms[first].em
            let width = atoms[first...last].reduce(0) { $0 + $1.width }
            let extra =
                rubyWidth(text, role: spans[Int(atoms[first].span)].role) * Place.ruby.size * em - width
                - 2 * Place.overhang * em
            guard extra > 0 else { continue }
            atoms[first].width += extra / 2
            atoms[first].shift += extra / 2
            atoms[last].width += extra / 2
        }
    }

    private func rubyWidth(_ text: [Unicode.Scalar], role: FaceRole) -> Double {
        shaper.shape(text[...], role: role, language: language).reduce(0) { $0 + $1.advance }
    }

    /// Adds what is drawn for the marks of a line.
    ///
    /// - Parameter places: the edges of each atom from `first` on.
    func mark(_ line: inout SetLine, _ first: Int, _ places: [(x: Double, end: Double)]) {
        for (range, mark) in marks {
            let marked = places.indices.filter { range.contains(Int(atoms[first + $0].scalar)) }
            guard let start = marked.first, let end = marked.last else { continue }
            let span = spans[Int(atoms[first + start].span)]
            switch mark {
            case .note: break
            case .line:
                let box = Box(
                    x: places[start].x, y: Place.line.top * span.size, width: places[end].end - places[start].x,
                    height: Place.line.thickness * span.size)
                line.marks.append(.fill(box, span.colour))
            case .dots:
                for place in marked where takesDot(atoms[first + place].kind) {
                    let middle = Point(
                        x: (places[place].x + places[place].end) / 2, y: Place.dot.middle * span.size)
                    line.marks.append(.polygon(Self.disc(middle, radius: Place.dot.radius * span.size), span.colour))
                }
            case .ruby(let text):
                line.runs += ruby(text, over: places[start].x...places[end].end, span)
            }
        }
    }

    /// No dot stands below a mark or a space.
    private func takesDot(_ kind: CharacterClass) -> Bool {
        kind == .han || kind == .wideDigit || kind.takesGap
    }

    /// A circle as far as a press of 1200 dpi tells it from one.
    private static func disc(_ middle: Point, radius: Double) -> [Point] {
        (0..<24).map { step in
            let angle = 2 * Double.pi * Double(step) / 24
            return Point(x: middle.x + radius * cos(angle), y: middle.y + radius * sin(angle))
        }
    }

    private func ruby(_ text: [Unicode.Scalar], over range: ClosedRange<Double>, _ span: TextSpan) -> [GlyphRun] {
        let size = Place.ruby.size * span.size
        let shaped = shaper.shape(text[...], role: span.role, language: language)
        let width = shaped.reduce(0) { $0 + $1.advance } * size
        var x = (range.lowerBound + range.upperBound - width) / 2
        var runs: [GlyphRun] = []
        for (at, glyph) in shaped.enumerated() {
            if runs.last?.face != glyph.face {
                runs.append(GlyphRun(face: glyph.face, size: size, colour: span.colour, text: [], glyphs: []))
            }
            let next = at + 1 < shaped.count ? shaped[at + 1].cluster : text.count
            let y = Place.ruby.baseline * span.size - glyph.dy * size
            runs[runs.count - 1].glyphs.append(.init(id: glyph.id, x: x + glyph.dx * size, y: y))
            runs[runs.count - 1].text += text[glyph.cluster..<next]
            runs[runs.count - 1].clusters.append(.init(scalars: next - glyph.cluster, glyphs: 1))
            x += glyph.advance * size
        }
        return runs
    }
}

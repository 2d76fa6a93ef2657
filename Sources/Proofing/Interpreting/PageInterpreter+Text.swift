import Diagnostics
import _QPDF

private enum TextOperator {
    static let begin = PDFScanner.word("BT"), characterSpace = PDFScanner.word("Tc"), wordSpace = PDFScanner.word("Tw")
    static let stretch = PDFScanner.word("Tz"), leading = PDFScanner.word("TL"), font = PDFScanner.word("Tf")
    static let rendering = PDFScanner.word("Tr"), rise = PDFScanner.word("Ts"), move = PDFScanner.word("Td")
    static let moveLeading = PDFScanner.word("TD"), matrix = PDFScanner.word("Tm"), next = PDFScanner.word("T*")
    static let show = PDFScanner.word("Tj"), showMany = PDFScanner.word("TJ"), nextShow = PDFScanner.word("'")
    static let spacedShow = PDFScanner.word("\"")
}

extension PageInterpreter {
    /// - Returns: whether the operator was one of text.
    mutating func performText(_ word: UInt32) throws(Diagnostic) -> Bool {
        switch word {
        case TextOperator.show: if let bytes = operands.last?.bytes { show(bytes) }
        case TextOperator.showMany: showMany(operands.last?.array ?? [])
        case TextOperator.move: move(number(0), number(1))
        case TextOperator.moveLeading:
            state.leading = -number(1)
            move(number(0), number(1))
        case TextOperator.matrix:
            if let matrix = Matrix(numbers(6)) { (textMatrix, lineMatrix) = (matrix, matrix) }
        case TextOperator.next: move(0, -state.leading)
        case TextOperator.begin: (textMatrix, lineMatrix) = (.identity, .identity)
        case TextOperator.font: try setFont()
        case TextOperator.characterSpace: state.characterSpace = number(0)
        case TextOperator.wordSpace: state.wordSpace = number(0)
        case TextOperator.stretch: state.stretch = number(0) / 100
        case TextOperator.leading: state.leading = number(0)
        case TextOperator.rendering: state.rendering = operands.last?.integer ?? 0
        case TextOperator.rise: state.rise = number(0)
        case TextOperator.nextShow:
            move(0, -state.leading)
            if let bytes = operands.last?.bytes { show(bytes) }
        case TextOperator.spacedShow:
            (state.wordSpace, state.characterSpace) = (number(0), number(1))
            move(0, -state.leading)
            if let bytes = operands.last?.bytes { show(bytes) }
        default: return false
        }
        return true
    }

    private mutating func move(_ x: Double, _ y: Double) {
        lineMatrix = Matrix(e: x, f: y) * lineMatrix
        textMatrix = lineMatrix
    }

    private mutating func setFont() throws(Diagnostic) {
        guard operands.count >= 2, let name = operands[0].name else { return }
        state.fontSize = number(1)
        let entry = try resources.entry("Font", name, in: file)
        guard !entry.isNull else {
            state.font = nil
            page.faults.append("Font \(name)")
            return
        }
        state.font = try fonts.index(of: entry, in: file)
    }

    private mutating func showMany(_ items: [PDFValue]) {
        let isVertical = state.font.map { fonts.fonts[$0].isVertical } ?? false
        for item in items {
            if case .string(let bytes) = item {
                show(bytes)
            } else if let shift = item.number {
                let distance = -shift / 1000 * state.fontSize
                advance(isVertical ? 0 : distance * state.stretch, isVertical ? distance : 0)
            }
        }
    }

    private mutating func advance(_ x: Double, _ y: Double) {
        textMatrix.e += x * textMatrix.a + y * textMatrix.c
        textMatrix.f += x * textMatrix.b + y * textMatrix.d
    }

    private mutating func show(_ bytes: [UInt8]) {
        guard let number = state.font, state.fontSize != 0 else { return }
        let font = fonts.fonts[number]
        noteLoose("Tj")
        let shape =
            Matrix(a: state.fontSize * state.stretch, d: state.fontSize, f: state.rise)
        var place = GlyphPlace(
            isArtifact: marks.contains(where: \.isArtifact),
            identifier: marks.last(where: { $0.identifier != nil })?.identifier,
            hasText: marks.contains(where: \.hasText))
        if place.isArtifact { place.identifier = nil }
        font.decode(bytes) { drawn in
            let width = drawn.width * font.unit
            let space = state.characterSpace + (drawn.isSpace ? state.wordSpace : 0)
            let (x, y): (Double, Double) =
                font.isVertical
                ? (0, width * state.fontSize + space) : ((width * state.fontSize + space) * state.stretch, 0)
            put(drawn, shape * textMatrix * state.matrix, width: width, font: number, place)
            advance(x, y)
        }
    }

    private struct GlyphPlace {
        var isArtifact: Bool
        var identifier: Int?
        var hasText: Bool
    }

    private mutating func put(
        _ drawn: PrintedFont.Drawn, _ matrix: Matrix, width: Double, font: Int, _ place: GlyphPlace
    ) {
        let size = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
        let along = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot()
        var glyph = Glyph(
            scalar: drawn.scalar, rest: drawn.rest, x: matrix.e, y: matrix.f, advance: width * along, size: size,
            turn: Self.turn(matrix), font: font, ink: state.rendering % 4 == 1 ? state.stroke : state.fill)
        if fonts.fonts[font].isVertical { glyph.x -= size / 2 }
        glyph.isMissing = drawn.isMissing && !glyph.isBlank
        glyph.isArtifact = place.isArtifact
        glyph.isHidden = state.rendering == 3 || state.rendering == 7
        if glyph.scalar == 0, place.hasText { glyph.scalar = 0xFFFC }
        if place.isArtifact {
            page.tagging.artifactGlyphs += 1
        } else if let identifier = place.identifier {
            page.tagging.taggedGlyphs += 1
            if page.tagging.places[identifier] == nil, !glyph.isBlank {
                page.tagging.places[identifier] = Point(x: glyph.x, y: glyph.y)
            }
        }
        // Beyond these no page reaches; nothing is counted in them.
        guard glyph.size < 10_000, abs(glyph.x) < 100_000, abs(glyph.y) < 100_000, abs(glyph.advance) < 100_000 else {
            return
        }
        let isSeen =
            glyph.x >= state.clip.left - size && glyph.x <= state.clip.right && glyph.y >= state.clip.top
            && glyph.y <= state.clip.bottom + size
        if isSeen { page.glyphs.append(glyph) }
    }

    /// The direction of the line on the page, in quarters.
    private static func turn(_ matrix: Matrix) -> Int? {
        let (x, y) = (matrix.a, matrix.b)
        let slant = 0.01 * (abs(x) + abs(y))
        if abs(y) <= slant { return x >= 0 ? 0 : 2 }
        if abs(x) <= slant { return y >= 0 ? 1 : 3 }
        return nil
    }
}

import _QPDF

/// The path being built, in page space.
struct DrawnPath {
    struct Part {
        var points: [Point]
        var isCurved = false
    }

    var parts: [Part] = []

    mutating func begin(_ point: Point) { parts.append(Part(points: [point])) }

    mutating func line(to point: Point) {
        if parts.isEmpty { return begin(point) }
        parts[parts.count - 1].points.append(point)
    }

    mutating func curve(_ points: [Point]) {
        if parts.isEmpty { begin(points[0]) }
        parts[parts.count - 1].points += points
        parts[parts.count - 1].isCurved = true
    }
}

private enum PathOperator {
    static let move = PDFScanner.word("m"), line = PDFScanner.word("l"), curve = PDFScanner.word("c")
    static let curveFromHere = PDFScanner.word("v"), curveToThere = PDFScanner.word("y"), box = PDFScanner.word("re")
    static let close = PDFScanner.word("h"), stroke = PDFScanner.word("S"), closeStroke = PDFScanner.word("s")
    static let fill = PDFScanner.word("f"), fillOld = PDFScanner.word("F"), fillEven = PDFScanner.word("f*")
    static let both = PDFScanner.word("B"), bothEven = PDFScanner.word("B*"), closeBoth = PDFScanner.word("b")
    static let closeBothEven = PDFScanner.word("b*"), none = PDFScanner.word("n")
    static let clip = PDFScanner.word("W"), clipEven = PDFScanner.word("W*")
}

extension PageInterpreter {
    /// - Returns: whether the operator was one of paths.
    mutating func performPath(_ word: UInt32) -> Bool {
        switch word {
        case PathOperator.move: path.begin(state.matrix.apply(number(0), number(1)))
        case PathOperator.line: path.line(to: state.matrix.apply(number(0), number(1)))
        case PathOperator.curve: path.curve([point(0), point(2), point(4)])
        case PathOperator.curveFromHere, PathOperator.curveToThere: path.curve([point(0), point(2)])
        case PathOperator.box:
            let (x, y, width, height) = (number(0), number(1), number(2), number(3))
            path.begin(state.matrix.apply(x, y))
            for corner in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
                path.line(to: state.matrix.apply(corner.0, corner.1))
            }
        case PathOperator.close: closePath()
        case PathOperator.clip, PathOperator.clipEven: clipsNext = true
        case PathOperator.none: endPath()
        case PathOperator.stroke: finish("S", fills: false, strokes: true)
        case PathOperator.closeStroke:
            closePath()
            finish("s", fills: false, strokes: true)
        case PathOperator.fill, PathOperator.fillOld, PathOperator.fillEven: finish("f", fills: true, strokes: false)
        case PathOperator.both, PathOperator.bothEven: finish("B", fills: true, strokes: true)
        case PathOperator.closeBoth, PathOperator.closeBothEven:
            closePath()
            finish("b", fills: true, strokes: true)
        default: return false
        }
        return true
    }

    private func point(_ index: Int) -> Point { state.matrix.apply(number(index), number(index + 1)) }

    private mutating func closePath() {
        if let first = path.parts.last?.points.first { path.line(to: first) }
    }

    private mutating func finish(_ operation: String, fills: Bool, strokes: Bool) {
        noteLoose(operation)
        for part in path.parts {
            if fills { noteFill(part) }
            if strokes { noteStroke(part) }
        }
        endPath()
    }

    private mutating func endPath() {
        if clipsNext, let area = Area(around: path.parts.flatMap(\.points)) {
            state.clip = area.cut(to: state.clip) ?? Area(left: 0, top: 0, right: -1, bottom: -1)
        }
        clipsNext = false
        path.parts.removeAll(keepingCapacity: true)
    }

    /// What is at most so thick is a rule; pt.
    private static let thickest = 4.0

    private mutating func noteFill(_ part: DrawnPath.Part) {
        guard let whole = Area(around: part.points), let area = whole.cut(to: state.clip) else { return }
        let isBox = !part.isCurved && (4...5).contains(part.points.count)
        let (thin, long) = (min(area.width, area.height), max(area.width, area.height))
        // Writers fill the inner edge of a border with the outer: where both are one, nothing is left to see.
        if isBox, thin < 0.01 { return }
        if isBox, thin <= Self.thickest, long >= 4 * thin, long > 3 {
            let isHorizontal = area.width >= area.height
            page.rules.append(
                Rule(
                    isHorizontal: isHorizontal,
                    across: isHorizontal ? (area.top + area.bottom) / 2 : (area.left + area.right) / 2,
                    from: isHorizontal ? area.left : area.top, to: isHorizontal ? area.right : area.bottom,
                    thickness: thin, ink: state.fill))
        } else {
            page.shapes.append(PrintedPage.Shape(area: area, colour: state.fill))
        }
    }

    private mutating func noteStroke(_ part: DrawnPath.Part) {
        let thickness = state.lineWidth * state.matrix.scale
        if part.isCurved {
            if let area = Area(around: part.points)?.cut(to: state.clip) {
                page.shapes.append(PrintedPage.Shape(area: area, colour: state.stroke))
            }
            return
        }
        for (start, end) in zip(part.points, part.points.dropFirst()) {
            guard let area = Area(around: [start, end])?.cut(to: state.clip) else { continue }
            let isHorizontal = area.height < 0.05 && area.width > 1
            guard isHorizontal || area.width < 0.05 && area.height > 1 else {
                if area.width > 0.5 { page.shapes.append(PrintedPage.Shape(area: area, colour: state.stroke)) }
                continue
            }
            page.rules.append(
                Rule(
                    isHorizontal: isHorizontal, across: isHorizontal ? area.top : area.left,
                    from: isHorizontal ? area.left : area.top, to: isHorizontal ? area.right : area.bottom,
                    thickness: thickness, ink: state.stroke))
        }
    }

    mutating func paint(_ operation: String, _ ink: Ink, of area: Area) {
        noteLoose(operation)
        page.shapes.append(PrintedPage.Shape(area: area, colour: ink))
    }
}

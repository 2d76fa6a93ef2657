/// Writes a Type 2 charstring with the shortest operators (Adobe Technical Note 5177).
struct CharstringWriter {
    private enum Kind {
        case lines
        case alternatingLines(horizontal: Bool)
        case curves
        case parallelCurves(horizontal: Bool)
        case alternatingCurves(horizontal: Bool)
    }

    /// What a Type 2 stack holds.
    private static let stackLimit = 48

    private var bytes: [UInt8] = []
    private var kind: Kind?
    private var arguments: [Int] = []
    /// Whether the last of alternating curves ended askew, so that nothing may follow it.
    private var ended = false
    private var point = OutlinePoint.zero

    static func write(_ outline: Outline) -> [UInt8] {
        var writer = CharstringWriter()
        var width = outline.width.map { Int($0) }
        for contour in outline.contours {
            guard let first = contour.first else { continue }
            writer.move(to: first.start, width: width)
            width = []
            for (number, segment) in contour.enumerated() {
                // The last line back to the start is drawn by closing.
                if segment.isLine, number == contour.count - 1, segment.end == first.start { continue }
                segment.isLine ? writer.line(to: segment.end) : writer.curve(segment)
            }
            writer.flush()
        }
        for value in width { writer.number(value) }
        writer.bytes.append(14)
        return writer.bytes
    }

    private mutating func move(to target: OutlinePoint, width: [Int]) {
        let (dx, dy) = step(to: target)
        for value in width { number(value) }
        if dx != 0 || dy == 0 { number(dx) }
        if dy != 0 { number(dy) }
        bytes.append(dy == 0 ? 22 : dx == 0 ? 4 : 21)
    }

    private mutating func step(to target: OutlinePoint) -> (Int, Int) {
        let v = target - point
        point = target
        return (Int(v.x.rounded()), Int(v.y.rounded()))
    }

    private mutating func line(to target: OutlinePoint) {
        let (dx, dy) = step(to: target)
        if dx == 0 && dy == 0 { return }
        if dx == 0 || dy == 0 {
            let horizontal = dy == 0
            if case .alternatingLines(let first)? = kind, (arguments.count % 2 == 0) == (first == horizontal),
                arguments.count < Self.stackLimit
            {
                arguments.append(dx + dy)
                return
            }
            flush()
            kind = .alternatingLines(horizontal: horizontal)
            arguments = [dx + dy]
        } else {
            if case .lines? = kind, arguments.count + 2 <= Self.stackLimit {
                arguments += [dx, dy]
                return
            }
            flush()
            kind = .lines
            arguments = [dx, dy]
        }
    }

    private mutating func curve(_ curve: OutlineSegment) {
        let (ax, ay) = step(to: curve.control1)
        let (bx, by) = step(to: curve.control2)
        let (cx, cy) = step(to: curve.end)
        if ay == 0 && cx == 0 || ax == 0 && cy == 0 {
            alternating(ay == 0 && cx == 0, [ay == 0 && cx == 0 ? ax : ay, bx, by, ay == 0 && cx == 0 ? cy : cx])
        } else if cy == 0 {
            parallel(horizontal: true, across: ay, [ax, bx, by, cx])
        } else if cx == 0 {
            parallel(horizontal: false, across: ax, [ay, bx, by, cy])
        } else if ay == 0 {
            alternating(true, [ax, bx, by, cy, cx])
        } else if ax == 0 {
            alternating(false, [ay, bx, by, cx, cy])
        } else {
            if case .curves? = kind, arguments.count + 6 <= Self.stackLimit {
                arguments += [ax, ay, bx, by, cx, cy]
                return
            }
            flush()
            kind = .curves
            arguments = [ax, ay, bx, by, cx, cy]
        }
    }

    private mutating func alternating(_ horizontal: Bool, _ values: [Int]) {
        if case .alternatingCurves(let first)? = kind, !ended, (arguments.count / 4 % 2 == 0) == (first == horizontal),
            arguments.count + values.count <= Self.stackLimit
        {
            arguments += values
        } else {
            flush()
            kind = .alternatingCurves(horizontal: horizontal)
            arguments = values
        }
        ended = values.count == 5
    }

    private mutating func parallel(horizontal: Bool, across: Int, _ values: [Int]) {
        if case .parallelCurves(let same)? = kind, same == horizontal, across == 0,
            arguments.count + 4 <= Self.stackLimit
        {
            arguments += values
            return
        }
        flush()
        kind = .parallelCurves(horizontal: horizontal)
        arguments = across == 0 ? values : [across] + values
    }

    private mutating func flush() {
        guard let kind else { return }
        for value in arguments { number(value) }
        switch kind {
        case .lines: bytes.append(5)
        case .alternatingLines(let horizontal): bytes.append(horizontal ? 6 : 7)
        case .curves: bytes.append(8)
        case .parallelCurves(let horizontal): bytes.append(horizontal ? 27 : 26)
        case .alternatingCurves(let horizontal): bytes.append(horizontal ? 31 : 30)
        }
        self.kind = nil
        arguments.removeAll(keepingCapacity: true)
        ended = false
    }

    private mutating func number(_ value: Int) {
        switch value {
        case -107...107: bytes.append(UInt8(value + 139))
        case 108...1131:
            bytes.append(UInt8((value - 108) >> 8 + 247))
            bytes.append(UInt8((value - 108) & 0xFF))
        case -1131 ... -108:
            bytes.append(UInt8((-value - 108) >> 8 + 251))
            bytes.append(UInt8((-value - 108) & 0xFF))
        default:
            let short = UInt16(bitPattern: Int16(clamping: value))
            bytes += [28, UInt8(short >> 8), UInt8(short & 0xFF)]
        }
    }
}

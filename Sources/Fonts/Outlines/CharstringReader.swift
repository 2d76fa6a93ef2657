/// Reads a Type 2 charstring without subroutines and hints (Adobe Technical Note 5177).
struct CharstringReader {
    private var stack: [Double] = []
    private var point = OutlinePoint.zero
    private var outline = Outline(width: [], contours: [])
    private var seenWidth = false

    /// `nil` for one that has anything but lines, curves and whole numbers in it.
    static func read(_ bytes: ArraySlice<UInt8>) -> Outline? {
        var reader = CharstringReader()
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 28:
                guard at + 2 <= bytes.endIndex else { return nil }
                reader.stack.append(Double(Int16(bitPattern: UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))))
                at += 2
            case 32...246: reader.stack.append(Double(byte) - 139)
            case 247...254:
                guard at < bytes.endIndex else { return nil }
                let low = Double(bytes[at])
                reader.stack.append(
                    byte < 251 ? (Double(byte) - 247) * 256 + low + 108 : -(Double(byte) - 251) * 256 - low - 108)
                at += 1
            case 14:
                reader.takeWidth(arguments: 0)
                return reader.stack.isEmpty ? reader.outline : nil
            case 12:
                guard at < bytes.endIndex, reader.flex(bytes[at]) else { return nil }
                at += 1
            default: guard reader.draw(byte) else { return nil }
            }
        }
        return nil
    }

    private mutating func takeWidth(arguments: Int) {
        if !seenWidth, stack.count > arguments { outline.width = [stack.removeFirst()] }
        seenWidth = true
    }

    private mutating func draw(_ operation: UInt8) -> Bool {
        switch operation {
        case 21: return move(2) { OutlinePoint($0[0], $0[1]) }
        case 22: return move(1) { OutlinePoint($0[0], 0) }
        case 4: return move(1) { OutlinePoint(0, $0[0]) }
        default: break
        }
        guard !outline.contours.isEmpty else { return false }
        let values = stack
        stack.removeAll(keepingCapacity: true)
        switch operation {
        case 5: return lines(values[...])
        case 6: return alternatingLines(values, horizontal: true)
        case 7: return alternatingLines(values, horizontal: false)
        case 8: return curves(values[...])
        case 24: return values.count >= 8 && curves(values.dropLast(2)) && lines(values.suffix(2))
        case 25: return values.count >= 8 && lines(values.dropLast(6)) && curves(values.suffix(6))
        case 26: return parallelCurves(values, horizontal: false)
        case 27: return parallelCurves(values, horizontal: true)
        case 30: return alternatingCurves(values, horizontal: false)
        case 31: return alternatingCurves(values, horizontal: true)
        default: return false
        }
    }

    /// hflex, flex, hflex1 and flex1: two curves that meet in a shallow bow.
    private mutating func flex(_ operation: UInt8) -> Bool {
        let v = stack
        stack.removeAll(keepingCapacity: true)
        guard !outline.contours.isEmpty else { return false }
        switch (operation, v.count) {
        case (34, 7): return curves([v[0], 0, v[1], v[2], v[3], 0, v[4], 0, v[5], -v[2], v[6], 0])
        case (35, 13): return curves(v.dropLast())
        case (36, 9):
            return curves([v[0], v[1], v[2], v[3], v[4], 0, v[5], 0, v[6], v[7], v[8], -(v[1] + v[3] + v[7])])
        case (37, 11):
            let dx = v[0] + v[2] + v[4] + v[6] + v[8]
            let dy = v[1] + v[3] + v[5] + v[7] + v[9]
            return curves(v.dropLast() + (abs(dx) > abs(dy) ? [v[10], -dy] : [-dx, v[10]]))
        default: return false
        }
    }

    private mutating func move(_ count: Int, _ vector: ([Double]) -> OutlinePoint) -> Bool {
        takeWidth(arguments: count)
        guard stack.count == count else { return false }
        point = point + vector(stack)
        stack.removeAll(keepingCapacity: true)
        outline.contours.append([])
        return true
    }

    private mutating func line(_ dx: Double, _ dy: Double) {
        let end = point + OutlinePoint(dx, dy)
        outline.contours[outline.contours.count - 1].append(.line(point, end))
        point = end
    }

    private mutating func curve(_ a: OutlinePoint, _ b: OutlinePoint, _ c: OutlinePoint) {
        let curve = OutlineSegment.curve(point, point + a, point + a + b, point + a + b + c)
        outline.contours[outline.contours.count - 1].append(curve)
        point = curve.end
    }

    private mutating func lines(_ values: ArraySlice<Double>) -> Bool {
        guard values.count % 2 == 0 else { return false }
        for at in stride(from: values.startIndex, to: values.endIndex, by: 2) { line(values[at], values[at + 1]) }
        return true
    }

    private mutating func alternatingLines(_ values: [Double], horizontal: Bool) -> Bool {
        for (number, value) in values.enumerated() {
            if (number % 2 == 0) == horizontal { line(value, 0) } else { line(0, value) }
        }
        return !values.isEmpty
    }

    private mutating func curves(_ v: ArraySlice<Double>) -> Bool {
        guard v.count % 6 == 0 else { return false }
        for at in stride(from: v.startIndex, to: v.endIndex, by: 6) {
            curve(
                OutlinePoint(v[at], v[at + 1]), OutlinePoint(v[at + 2], v[at + 3]), OutlinePoint(v[at + 4], v[at + 5]))
        }
        return true
    }

    /// hhcurveto and vvcurveto.
    private mutating func parallelCurves(_ values: [Double], horizontal: Bool) -> Bool {
        var at = values.count % 4
        guard at <= 1, values.count >= 4 else { return false }
        var across = at == 1 ? values[0] : 0
        while at < values.count {
            let middle = OutlinePoint(values[at + 1], values[at + 2])
            if horizontal {
                curve(OutlinePoint(values[at], across), middle, OutlinePoint(values[at + 3], 0))
            } else {
                curve(OutlinePoint(across, values[at]), middle, OutlinePoint(0, values[at + 3]))
            }
            across = 0
            at += 4
        }
        return true
    }

    /// hvcurveto and vhcurveto.
    private mutating func alternatingCurves(_ values: [Double], horizontal: Bool) -> Bool {
        guard values.count >= 4, values.count % 4 <= 1 else { return false }
        var horizontal = horizontal
        var at = 0
        while at + 4 <= values.count {
            let last = values.count - at == 5 ? values[at + 4] : 0
            let middle = OutlinePoint(values[at + 1], values[at + 2])
            if horizontal {
                curve(OutlinePoint(values[at], 0), middle, OutlinePoint(last, values[at + 3]))
            } else {
                curve(OutlinePoint(0, values[at]), middle, OutlinePoint(values[at + 3], last))
            }
            horizontal.toggle()
            at += 4
        }
        return true
    }
}

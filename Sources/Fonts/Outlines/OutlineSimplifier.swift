/// Draws a contour with fewer pieces, none of which leaves the old one by more than a tolerance.
///
/// FandolKai and FandolFang were traced, with hundreds of pieces a character, many a few thousandths of an em long:
/// a page embeds twice as much of them as of other faces.
struct OutlineSimplifier {
    /// In units of the face.
    var tolerance: Double
    /// Pieces that may become one.
    private let reach = 8
    /// Points looked at on each curve.
    private let samples = 5
    /// The cosine of the angle up to which two pieces go on smoothly.
    private let smoothness = 0.96

    init(tolerance: Double) { self.tolerance = tolerance }

    func simplify(_ contour: [OutlineSegment]) -> [OutlineSegment] {
        let pieces = contour.filter { $0.start != $0.end || !$0.isLine }
        var result: [OutlineSegment] = []
        var at = 0
        while at < pieces.count {
            if let (end, line) = longestLine(pieces, at) {
                result.append(line)
                at = end
            } else {
                let (end, curve) = longestCurve(pieces, at)
                result.append(curve)
                at = end
            }
        }
        return result
    }

    /// The longest run of pieces from here on that is a line.
    private func longestLine(_ pieces: [OutlineSegment], _ start: Int) -> (end: Int, line: OutlineSegment)? {
        var best: (Int, OutlineSegment)?
        var points: [OutlinePoint] = []
        for at in start..<min(pieces.count, start + 2 * reach) {
            append(pieces[at], to: &points)
            let line = OutlineSegment.line(pieces[start].start, pieces[at].end)
            guard isLine(points, line) else { break }
            best = (at + 1, line)
        }
        return best
    }

    private func isLine(_ points: [OutlinePoint], _ line: OutlineSegment) -> Bool {
        let chord = line.end - line.start
        let long = chord.length
        guard long > 0 else { return false }
        var reached = 0.0
        for point in points {
            let v = point - line.start
            let along = OutlinePoint.dot(v, chord) / long
            let across = abs(v.x * chord.y - v.y * chord.x) / long
            if across > tolerance || along < reached - 1e-9 { return false }
            reached = along
        }
        return true
    }

    /// The longest run of smooth pieces from here on that one curve can draw.
    private func longestCurve(_ pieces: [OutlineSegment], _ start: Int) -> (end: Int, curve: OutlineSegment) {
        var best = (start + 1, pieces[start])
        var points = [pieces[start].start]
        append(pieces[start], to: &points)
        for at in start + 1..<max(start + 1, min(pieces.count, start + reach)) {
            guard OutlinePoint.dot(pieces[at - 1].arrival, pieces[at].direction) > smoothness else { break }
            append(pieces[at], to: &points)
            if let curve = fit(points, pieces[start].direction, pieces[at].arrival) { best = (at + 1, curve) }
        }
        return best
    }

    private func append(_ piece: OutlineSegment, to points: inout [OutlinePoint]) {
        for number in 1...samples { points.append(piece.point(at: Double(number) / Double(samples))) }
    }

    /// The curve with these directions at its ends that comes nearest to the points, by least squares, with two
    /// rounds of moving each point's parameter to its foot; `nil` where a point stays further off than the tolerance.
    private func fit(_ points: [OutlinePoint], _ leaving: OutlinePoint, _ arriving: OutlinePoint) -> OutlineSegment? {
        var parameters = chordLengths(points)
        for _ in 0..<3 {
            guard let curve = leastSquares(points, parameters, leaving, arriving) else { return nil }
            var worst = 0.0
            for at in points.indices {
                parameters[at] = foot(of: points[at], on: curve, near: parameters[at])
                worst = max(worst, (points[at] - curve.point(at: parameters[at])).length)
            }
            if worst <= tolerance { return curve }
            if worst > 8 * tolerance { return nil }
        }
        return nil
    }

    private func chordLengths(_ points: [OutlinePoint]) -> [Double] {
        var lengths = [0.0]
        for at in 1..<points.count { lengths.append(lengths[at - 1] + (points[at] - points[at - 1]).length) }
        let whole = max(lengths[lengths.count - 1], 1e-9)
        return lengths.map { $0 / whole }
    }

    private func leastSquares(
        _ points: [OutlinePoint], _ parameters: [Double], _ leaving: OutlinePoint, _ arriving: OutlinePoint
    ) -> OutlineSegment? {
        let (start, end) = (points[0], points[points.count - 1])
        // Both directions are one unit long.
        let along = OutlinePoint.dot(leaving, arriving)
        var (c00, c01, c11, x0, x1) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (point, t) in zip(points, parameters) {
            let s = 1 - t
            let a = 3 * s * s * t
            let b = -3 * s * t * t
            let (near, far) = (s * s * s + a, t * t * t - b)
            let x = point.x - near * start.x - far * end.x
            let y = point.y - near * start.y - far * end.y
            c00 += a * a
            c01 += a * b * along
            c11 += b * b
            x0 += a * (leaving.x * x + leaving.y * y)
            x1 += b * (arriving.x * x + arriving.y * y)
        }
        let determinant = c00 * c11 - c01 * c01
        guard abs(determinant) > 1e-9 else { return nil }
        let first = (x0 * c11 - x1 * c01) / determinant
        let second = (c00 * x1 - c01 * x0) / determinant
        guard first > 0, second > 0 else { return nil }
        return .curve(
            start, (start + first * leaving).rounded, (end - second * arriving).rounded, end)
    }

    /// One step of Newton's towards the nearest point.
    private func foot(of point: OutlinePoint, on curve: OutlineSegment, near t: Double) -> Double {
        let s = 1 - t
        let (a, b, c) = (curve.control1 - curve.start, curve.control2 - curve.control1, curve.end - curve.control2)
        let first = 3 * (s * s * a + 2 * s * t * b + t * t * c)
        let second = 6 * (s * (b - a) + t * (c - b))
        let off = curve.point(at: t) - point
        let slope = OutlinePoint.dot(first, first) + OutlinePoint.dot(off, second)
        return abs(slope) < 1e-9 ? t : min(1, max(0, t - OutlinePoint.dot(off, first) / slope))
    }
}
